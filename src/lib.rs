//! Quipu: a static site generator for sites that work on the web and from a USB stick.
//!
//! Each folder is a room that imports only from those below it; `docs/architecture.md` has
//! them all, from the command line down to the ground:
//!
//! ```text
//! cli  serve  build  editor  render  output  carry  search  content  model  peru  messages  base
//! ```
//!
//! [`build::pipeline`] connects the stages of a build: text to typed documents ([`content`]),
//! these to plain data ([`model`]), that to pages ([`render`]) and everything beside them.
//! Each stage takes the complete result of the previous one and returns
//! [`messages::diagnostics`] as data. [`cli`] is the entry point of the binary.
//!
//! What is public is what the binary, tests and examples use; there is no promise of
//! stability beyond that.

#![warn(unreachable_pub)]

pub mod base;
pub mod build;
pub(crate) mod carry;
pub mod cli;
pub mod content;
pub mod editor;
pub mod messages;
pub mod model;
pub mod output;
pub(crate) mod peru;
pub mod render;
pub(crate) mod search;
pub(crate) mod serve;

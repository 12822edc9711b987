//! Quipu: a static site generator for sites that work on the web and from a USB stick.
//!
//! Data flows one way, through these stages:
//!
//! ```text
//! config → discover → parse → resolve → pictures → render → index → emit
//! ```
//!
//! Each stage takes the complete result of the previous one and returns
//! [`messages::diagnostics`] as data. [`build::pipeline`] connects the stages; [`cli`] is the
//! entry point of the binary.

pub mod base;
pub mod build;
pub mod carry;
pub mod cli;
pub mod content;
pub mod editor;
pub mod messages;
pub mod model;
pub mod output;
pub mod peru;
pub mod render;
pub mod search;
pub mod serve;

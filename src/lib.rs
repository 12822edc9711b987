//! Quipu: one site that works on the web and from a USB stick.
//!
//! Data flows one way, and the modules are the stages:
//!
//! ```text
//! config → discover → parse → resolve → pictures → render → index → emit
//! ```
//!
//! Each stage takes the whole result of the one before and reports
//! [`messages::diagnostics`] as data. [`build::pipeline`] joins them; [`cli`] is what the thin
//! binary calls.

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

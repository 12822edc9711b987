//! The front half of the pipeline: from source text to typed, cross-checked documents.
//!
//! ```text
//! config → discover → parse → resolve
//! ```

pub(crate) mod config;
pub(crate) mod discover;
pub mod parse;
pub(crate) mod read;
pub(crate) mod resolve;
pub(crate) mod secret;
pub(crate) mod yaml;

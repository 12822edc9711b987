//! The front half of the pipeline: from source text to typed, cross-checked documents.
//!
//! ```text
//! config → discover → parse → resolve
//! ```

pub mod config;
pub mod discover;
pub mod parse;
pub mod read;
pub mod resolve;
pub mod yaml;

//! From text to typed documents, checked against one another.
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

//! The search index: its file formats, how it is built, and how queries are answered.

pub mod build;
pub mod format;
pub mod query;

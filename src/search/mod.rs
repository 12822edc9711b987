//! The search index: its file formats, how it is built, and how queries are answered.

pub(crate) mod build;
pub(crate) mod format;
pub(crate) mod query;

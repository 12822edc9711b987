//! The search index: its files, how they are built, and how queries are answered.

pub mod build;
pub mod format;
pub mod query;

//! Outputs other than HTML pages, and writing the site to disk.

mod cache;
pub(crate) mod metadata;
pub(crate) mod open_data;
pub(crate) mod pictures;
pub(crate) mod similar_places;
pub mod write;

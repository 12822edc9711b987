//! Outputs other than HTML pages, and writing the site to disk.

pub mod open_data;
pub mod pictures;
pub mod similar_places;
pub mod write;

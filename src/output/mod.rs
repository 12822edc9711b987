//! What a build makes beside pages, and the writing of it all.

pub mod open_data;
pub mod pictures;
pub mod similar_places;
pub mod write;

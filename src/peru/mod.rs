//! What is known of Peru: its places, and their outlines.

pub mod gazetteer;
pub mod map;

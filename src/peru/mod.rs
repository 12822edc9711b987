//! Geographic data about Peru: its places, and the outlines of its departments.

pub mod gazetteer;
pub mod map;

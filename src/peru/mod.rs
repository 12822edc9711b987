//! Geographic data about Peru: its places, and the outlines of its departments.

pub(crate) mod gazetteer;
pub(crate) mod map;

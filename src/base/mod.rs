//! The ground: what every room may use and that knows nothing of Quipu.

pub mod address;
pub mod paths;
pub mod sha256;
pub mod text;

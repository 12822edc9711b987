//! General-purpose helpers without knowledge of Quipu; every module may use them.

pub mod address;
pub mod file_error;
pub mod media_type;
pub mod paths;
pub mod sha256;
pub mod text;

//! General-purpose helpers without knowledge of Quipu; every module may use them.

pub(crate) mod address;
pub mod file_error;
pub(crate) mod media_type;
pub(crate) mod names;
pub(crate) mod paths;
pub(crate) mod sha256;
pub(crate) mod spreadsheet;
pub(crate) mod text;

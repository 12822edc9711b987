//! Writers of copies, one per format.

pub mod folder;
pub mod zim;
pub mod zip;

use std::io;
use std::path::PathBuf;

/// Path that could not be written, and the error.
pub type WriteError = (PathBuf, io::Error);

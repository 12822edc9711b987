//! Writers of copies, one a form.

pub mod folder;
pub mod zim;
pub mod zip;

use std::io;
use std::path::PathBuf;

/// Where writing failed, and why.
pub type WriteError = (PathBuf, io::Error);

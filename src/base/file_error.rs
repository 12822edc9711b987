//! The error for a file that may change while it is used.

use std::io;

/// Why a file could not be used.
#[derive(Debug, thiserror::Error)]
pub enum FileError {
    /// The file is no longer the one that was checked.
    #[error("the file changed meanwhile")]
    Changed,
    /// The system refused to read or write it.
    #[error(transparent)]
    Io(#[from] io::Error),
}

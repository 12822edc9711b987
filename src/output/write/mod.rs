//! The last stage: writes the site completely or not at all.

mod staging;
mod swap;
mod target;

use std::io;
use std::path::{Path, PathBuf};

pub use staging::{Changes, Staging};
pub use target::Target;

/// A destination for the site's files.
pub trait Output: Sync {
    /// Stores a file of the site.
    ///
    /// # Errors
    /// If it cannot be written.
    fn put(&self, permalink: &str, bytes: &[u8]) -> io::Result<()>;

    /// Stores a file of the site that is already on disk.
    ///
    /// # Errors
    /// If it cannot be read or written.
    fn put_file(&self, permalink: &str, file: &Path) -> io::Result<()>;
}

/// Discards every file: the output of `check`.
#[derive(Debug, Default)]
pub struct Discard;

impl Output for Discard {
    fn put(&self, _: &str, _: &[u8]) -> io::Result<()> {
        Ok(())
    }

    fn put_file(&self, _: &str, _: &Path) -> io::Result<()> {
        Ok(())
    }
}

/// Why a site cannot be written to a folder.
#[derive(Debug, thiserror::Error)]
pub enum OutputError {
    /// The folder contains the site's sources, or is inside them.
    #[error("{0} overlaps the site's sources")]
    Overlaps(PathBuf),
    /// The folder contains files that Quipu did not write.
    #[error("{0} contains files that Quipu did not write")]
    Foreign(PathBuf),
    /// Another build is writing to the folder.
    #[error("another build is writing to {0}")]
    Busy(PathBuf),
    /// The system reported an error for this path.
    #[error("cannot write {0}")]
    Io(PathBuf, #[source] io::Error),
}

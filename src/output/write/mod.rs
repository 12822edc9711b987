//! Last stage: writes the site, whole or not at all.

mod staging;
mod swap;
mod target;

use std::io;
use std::path::{Path, PathBuf};

pub use staging::{Changes, Staging};
pub use target::Target;

/// Where finished files go.
pub trait Output: Sync {
    /// Takes a file of the site.
    ///
    /// # Errors
    /// When it could not be kept.
    fn put(&self, permalink: &str, bytes: &[u8]) -> io::Result<()>;

    /// Takes a file of the site that is already on disk.
    ///
    /// # Errors
    /// When it could not be read or kept.
    fn put_file(&self, permalink: &str, file: &Path) -> io::Result<()>;
}

/// Takes every file and keeps none: what `check` writes to.
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

/// Why a folder cannot take a site.
#[derive(Debug)]
pub enum OutputError {
    /// It holds the site's sources, or lies among them.
    Overlaps(PathBuf),
    /// It holds files that Quipu did not write.
    Foreign(PathBuf),
    /// Another build is writing there.
    Busy(PathBuf),
    /// The system refused.
    Io(PathBuf, io::Error),
}

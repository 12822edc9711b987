//! The last stage: writes the site completely or not at all.

mod beside;
mod in_place;
mod inventory;
mod journal;
mod mirror;
mod reconcile;
mod staging;
mod swap;
mod target;

use std::collections::{BTreeMap, BTreeSet};
use std::io;
use std::path::{Path, PathBuf};

use crate::model::built_files;

use inventory::Inventory;
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

/// Discards every file.
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
    /// Files or folders that are not Quipu's have names that the site needs; the folder, and
    /// their paths.
    #[error("{0} holds files of others under names that the site needs")]
    Clash(PathBuf, Vec<PathBuf>),
    /// The system reported an error for this path.
    #[error("cannot write {0}")]
    Io(PathBuf, #[source] io::Error),
    /// This path could not be put back after an error: the next build does it.
    #[error("{0} cannot be restored yet")]
    Unfinished(PathBuf, #[source] io::Error),
}

/// The new site in the staging folder, and what it replaces.
#[derive(Debug)]
struct Replacement {
    /// Files of the new site by address, and whether they are those of the old one.
    new: BTreeMap<String, bool>,
    /// Content of the output folder.
    old: Inventory,
}

impl Replacement {
    fn is_new(&self, address: &str) -> bool {
        self.new.contains_key(address)
    }

    /// Returns the addresses of the files that are new or have other contents.
    fn written(&self) -> impl Iterator<Item = &String> {
        let written = self.new.iter().filter(|(_, is_reused)| !**is_reused);
        written.map(|(address, _)| address)
    }
}

/// Returns the names of the files and folders in an output folder that are not Quipu's;
/// those of folders end with `/`, and what is inside them is not named.
///
/// # Errors
/// If the folder cannot be read.
pub(crate) fn foreign_names(folder: &Path) -> io::Result<Vec<String>> {
    let listed: BTreeSet<String> = built_files(folder).unwrap_or_default();
    Ok(Inventory::of(folder, &listed)?.foreign_names())
}

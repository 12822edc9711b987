//! The staging folder, in which the new site is written beside the old one.

use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{PoisonError, RwLock};

use foldhash::HashSet;
use walkdir::WalkDir;

use super::target::{STAGING, Target};
use super::{Output, OutputError, swap};
use crate::model::MARKER;

const MARKER_TEXT: &[u8] = b"Quipu writes this folder anew with each build.\n";

/// How a build changed the output folder.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Changes {
    /// Number of files that are new or have other contents.
    pub written: usize,
    /// Number of files whose contents stayed the same.
    pub unchanged: usize,
    /// Number of files that no longer exist.
    pub removed: usize,
}

/// A site being written.
///
/// The old site stays untouched until [`Staging::commit`]; dropping this earlier deletes
/// the new one.
#[derive(Debug)]
pub struct Staging {
    target: Target,
    folder: PathBuf,
    /// Number of files in the old site.
    old_count: usize,
    written: AtomicUsize,
    replaced: AtomicUsize,
    unchanged: AtomicUsize,
    /// Folders of the new site that exist already.
    folders: RwLock<HashSet<String>>,
}

impl Staging {
    /// Starts writing a site that will replace `target`.
    ///
    /// # Errors
    /// If the staging folder cannot be written.
    pub fn begin(target: Target) -> Result<Self, OutputError> {
        let output = target.folder.clone();
        let io_error = |error| OutputError::Io(output.clone(), error);
        let folder = swap::beside(&output, STAGING);
        let staging = Self {
            old_count: count_files(&output),
            target,
            folder,
            written: AtomicUsize::new(0),
            replaced: AtomicUsize::new(0),
            unchanged: AtomicUsize::new(0),
            folders: RwLock::default(),
        };
        staging.stage(MARKER, MARKER_TEXT).map_err(io_error)?;
        Ok(staging)
    }

    /// Replaces the old site with the new one, atomically if the system supports it.
    ///
    /// # Errors
    /// If the system refuses; the old site then stays in place.
    pub fn commit(self) -> Result<Changes, OutputError> {
        let count = |counter: &AtomicUsize| counter.load(Ordering::Relaxed);
        let unchanged = count(&self.unchanged);
        let changes = Changes {
            written: count(&self.written),
            unchanged,
            removed: self
                .old_count
                .saturating_sub(unchanged + count(&self.replaced)),
        };
        if changes.written > 0 || changes.removed > 0 {
            swap::replace(&self.target.folder, &self.folder)
                .map_err(|error| OutputError::Io(self.target.folder.clone(), error))?;
        }
        Ok(changes)
    }

    /// Reuses the old file if its contents are the same, so that its modification time is
    /// preserved; else writes a new one.
    fn stage(&self, permalink: &str, bytes: &[u8]) -> io::Result<()> {
        let new = self.folder.join(permalink);
        self.create_folder(permalink)?;
        if self.old_count > 0 {
            let old = self.target.folder.join(permalink);
            if has_bytes(&old, bytes) {
                link_or_copy(&old, &new)?;
                self.unchanged.fetch_add(1, Ordering::Relaxed);
                return Ok(());
            }
            self.replaced
                .fetch_add(usize::from(old.exists()), Ordering::Relaxed);
        }
        fs::write(&new, bytes)?;
        self.written.fetch_add(1, Ordering::Relaxed);
        Ok(())
    }

    fn create_folder(&self, permalink: &str) -> io::Result<()> {
        let folder = permalink.rsplit_once('/').map_or("", |(folder, _)| folder);
        let folders = self.folders.read().unwrap_or_else(PoisonError::into_inner);
        if folders.contains(folder) {
            return Ok(());
        }
        drop(folders);
        fs::create_dir_all(self.folder.join(folder))?;
        let mut folders = self.folders.write().unwrap_or_else(PoisonError::into_inner);
        folders.insert(folder.to_owned());
        Ok(())
    }
}

impl Output for Staging {
    fn put(&self, permalink: &str, bytes: &[u8]) -> io::Result<()> {
        self.stage(permalink, bytes)
    }

    fn put_file(&self, permalink: &str, file: &Path) -> io::Result<()> {
        self.stage(permalink, &fs::read(file)?)
    }
}

impl Drop for Staging {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.folder);
    }
}

fn has_bytes(file: &Path, bytes: &[u8]) -> bool {
    let is_same_size = fs::symlink_metadata(file)
        .is_ok_and(|data| data.is_file() && data.len() == bytes.len() as u64);
    if !is_same_size {
        return false;
    }
    let mut old = Vec::with_capacity(bytes.len());
    File::open(file)
        .and_then(|file| file.take(bytes.len() as u64 + 1).read_to_end(&mut old))
        .is_ok()
        && old == bytes
}

/// Creates a hard link; a copy with the same modification time if links are unsupported.
fn link_or_copy(old: &Path, new: &Path) -> io::Result<()> {
    match fs::hard_link(old, new) {
        Ok(()) => return Ok(()),
        // Already linked: copying a file over itself would empty it.
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => return Ok(()),
        Err(_) => {}
    }
    let modified = fs::metadata(old)?.modified()?;
    fs::copy(old, new)?;
    File::options()
        .write(true)
        .open(new)?
        .set_modified(modified)
}

fn count_files(folder: &Path) -> usize {
    let entries = WalkDir::new(folder).into_iter().flatten();
    entries.filter(|entry| !entry.file_type().is_dir()).count()
}

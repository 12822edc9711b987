//! The staging folder, in which the new site is written beside the old one.

use std::collections::{BTreeMap, BTreeSet};
use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError, RwLock};

use foldhash::HashSet;

use super::beside::{STAGING, beside, is_there, remove_tree};
use super::inventory::Inventory;
use super::journal::Journal;
use super::target::Target;
use super::{Output, OutputError, Replacement, swap};
use crate::model::{MARKER, built_files, marker_text};

/// How a build changed the output folder.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Changes {
    /// Number of files that are new or have other contents.
    pub written: usize,
    /// Number of files whose contents stayed the same.
    pub unchanged: usize,
    /// Number of files that no longer exist.
    pub removed: usize,
    /// Names of the files and folders that are not Quipu's, and stayed; those of folders end
    /// with `/`.
    pub foreign: Vec<String>,
}

/// A site being written.
///
/// The old site stays untouched until [`Staging::commit`]; dropping this earlier deletes
/// the new one.
#[derive(Debug)]
pub struct Staging {
    target: Target,
    folder: PathBuf,
    /// Files of the new site by address, and whether they are those of the old one.
    files: Mutex<BTreeMap<String, bool>>,
    has_old: bool,
    /// Folders of the new site that exist already.
    folders: RwLock<HashSet<String>>,
}

impl Staging {
    /// Starts writing a site that will replace `target`.
    ///
    /// # Errors
    /// If the staging folder cannot be written.
    pub fn begin(target: Target) -> Result<Self, OutputError> {
        let folder = beside(&target.folder, STAGING);
        fs::create_dir(&folder).map_err(|error| OutputError::Io(target.folder.clone(), error))?;
        Ok(Self {
            has_old: is_there(&target.folder.join(MARKER)),
            target,
            folder,
            files: Mutex::default(),
            folders: RwLock::default(),
        })
    }

    /// Replaces the old site with the new one, atomically if the system supports it, and
    /// leaves the files of others as they are.
    ///
    /// # Errors
    /// If a name is taken or the system refuses; the old site then stays in place, except with
    /// [`OutputError::Unfinished`].
    pub fn commit(self) -> Result<Changes, OutputError> {
        let output = &self.target.folder;
        let addresses: BTreeSet<String> = self.files().keys().cloned().collect();
        self.stage(MARKER, marker_text(&addresses).as_bytes())
            .map_err(|error| OutputError::Io(output.join(MARKER), error))?;
        let new = self.files().clone();
        let old = self.inventory(&new)?;
        let replacement = Replacement { new, old };
        let changes = replacement.changes();
        let is_changed = changes.removed > 0 || replacement.written().next().is_some();
        if is_changed {
            swap::replace(output, &replacement)?;
        }
        Ok(changes)
    }

    /// Lists the old site, and checks that the new one needs no name of another's file.
    fn inventory(&self, new: &BTreeMap<String, bool>) -> Result<Inventory, OutputError> {
        let output = &self.target.folder;
        let addresses: BTreeSet<String> = new.keys().cloned().collect();
        let listed = built_files(output);
        let old = Inventory::of(output, listed.as_ref().unwrap_or(&addresses))
            .map_err(|error| OutputError::Io(output.clone(), error))?;
        match old.clashes(&addresses) {
            clashes if clashes.is_empty() => Ok(old),
            clashes => Err(OutputError::Clash(output.clone(), clashes)),
        }
    }

    fn files(&self) -> MutexGuard<'_, BTreeMap<String, bool>> {
        self.files.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Reuses the old file if its contents are the same, so that its modification time is
    /// preserved; else writes a new one.
    fn stage(&self, permalink: &str, bytes: &[u8]) -> io::Result<()> {
        let new = self.folder.join(permalink);
        let old = self.target.folder.join(permalink);
        self.create_folder(permalink)?;
        let is_reused = self.has_old && has_bytes(&old, bytes);
        match is_reused {
            true => link_or_copy(&old, &new)?,
            false => fs::write(&new, bytes)?,
        }
        self.files().insert(permalink.to_owned(), is_reused);
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

impl Replacement {
    /// Counts the files of the site, without the marker.
    fn changes(&self) -> Changes {
        let count = |is_reused: bool| {
            let files = self.new.iter().filter(|(address, _)| *address != MARKER);
            files.filter(|(_, reused)| **reused == is_reused).count()
        };
        let removed = self.old.ours.iter().filter(|it| !self.is_new(it));
        Changes {
            written: count(false),
            unchanged: count(true),
            removed: removed.count(),
            foreign: self.old.foreign_names(),
        }
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
        // With a journal, the folder holds what the next build needs.
        if !Journal::exists(&self.target.folder) {
            let _ = remove_tree(&self.folder);
        }
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

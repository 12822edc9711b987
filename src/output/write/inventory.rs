//! What is in an output folder: Quipu's files, and everyone else's.

use std::collections::BTreeSet;
use std::io;
use std::path::{Path, PathBuf};

use foldhash::HashSet;
use walkdir::{DirEntry, WalkDir};

use super::in_place::WORKSPACE;

/// A file or folder that Quipu did not write.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Foreign {
    /// Path relative to the output folder.
    pub path: PathBuf,
    /// Whether it is a folder; links to folders are none.
    pub is_folder: bool,
}

/// The entries of an output folder by owner.
#[derive(Debug, Default)]
pub(super) struct Inventory {
    /// Addresses of the files that Quipu wrote and that still are regular files.
    pub ours: BTreeSet<String>,
    /// Everything else except the folders of Quipu's files; folders come before their content.
    pub foreign: Vec<Foreign>,
    /// Whether every folder could be read.
    pub is_complete: bool,
}

impl Inventory {
    /// Lists `folder`, where Quipu wrote the files at the addresses `listed`. A folder that
    /// does not exist is empty.
    ///
    /// # Errors
    /// If the folder itself cannot be read; in place of an unreadable one inside it is the
    /// folder alone.
    pub(super) fn of(folder: &Path, listed: &BTreeSet<String>) -> io::Result<Self> {
        let mut inventory = Self {
            is_complete: true,
            ..Self::default()
        };
        let folders = folders_of(listed.iter());
        let walk = WalkDir::new(folder).min_depth(1).sort_by_file_name();
        let is_shown = |entry: &DirEntry| entry.depth() > 1 || entry.file_name() != WORKSPACE;
        for entry in walk.into_iter().filter_entry(is_shown) {
            match entry {
                Ok(entry) => inventory.add(folder, &entry, listed, &folders),
                Err(error) if error.depth() > 0 => inventory.is_complete = false,
                Err(error) => {
                    let error = io::Error::from(error);
                    if error.kind() != io::ErrorKind::NotFound {
                        return Err(error);
                    }
                }
            }
        }
        Ok(inventory)
    }

    fn add(
        &mut self,
        folder: &Path,
        entry: &DirEntry,
        listed: &BTreeSet<String>,
        folders: &HashSet<String>,
    ) {
        let Ok(path) = entry.path().strip_prefix(folder) else {
            return;
        };
        let address = address(path);
        let kind = entry.file_type();
        if kind.is_file() && address.as_ref().is_some_and(|it| listed.contains(it)) {
            self.ours.extend(address);
        } else if !(kind.is_dir() && address.is_some_and(|it| folders.contains(&it))) {
            self.foreign.push(Foreign {
                path: path.to_owned(),
                is_folder: kind.is_dir(),
            });
        }
    }

    /// Returns the foreign entries whose name a file or folder of the site at `addresses`
    /// needs. Names that differ in case are the same name on FAT and Windows.
    pub(super) fn clashes(&self, addresses: &BTreeSet<String>) -> Vec<PathBuf> {
        let files: HashSet<String> = addresses.iter().map(|it| folded(Path::new(it))).collect();
        let folders = folders_of(files.iter());
        let is_taken = |entry: &&Foreign| {
            let name = folded(&entry.path);
            let mut above = entry.path.ancestors().skip(1).map(folded);
            files.contains(&name)
                || (!entry.is_folder && folders.contains(&name))
                || above.any(|folder| files.contains(&folder))
        };
        let taken = self.foreign.iter().filter(is_taken);
        taken.map(|entry| entry.path.clone()).collect()
    }

    /// Returns the names of the foreign entries, without those in a foreign folder; names of
    /// folders end with `/`.
    pub(super) fn foreign_names(&self) -> Vec<String> {
        let folders = self.foreign.iter().filter(|entry| entry.is_folder);
        let folders: HashSet<&Path> = folders.map(|entry| entry.path.as_path()).collect();
        let is_topmost = |entry: &&Foreign| {
            let parent = entry.path.parent();
            parent.is_none_or(|parent| !folders.contains(parent))
        };
        let topmost = self.foreign.iter().filter(is_topmost);
        topmost.map(Foreign::name).collect()
    }
}

impl Foreign {
    fn name(&self) -> String {
        let name = slashed(&self.path);
        match self.is_folder {
            true => name + "/",
            false => name,
        }
    }
}

/// Returns the folders of the files at `addresses`, at every depth.
fn folders_of<'a>(addresses: impl Iterator<Item = &'a String>) -> HashSet<String> {
    let mut folders = HashSet::default();
    for address in addresses {
        let mut folder = address.as_str();
        while let Some((above, _)) = folder.rsplit_once('/') {
            if !folders.insert(above.to_owned()) {
                break;
            }
            folder = above;
        }
    }
    folders
}

/// Returns the path with `/` as separator; `None` if it is not Unicode.
fn address(path: &Path) -> Option<String> {
    path.to_str().map(|_| slashed(path))
}

fn slashed(path: &Path) -> String {
    let parts: Vec<_> = path.iter().map(|part| part.to_string_lossy()).collect();
    parts.join("/")
}

fn folded(path: &Path) -> String {
    slashed(path).to_lowercase()
}

//! A copy in a folder.

use std::collections::BTreeMap;
use std::fs::File;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use walkdir::{DirEntry, WalkDir};

use crate::carry::copy::{Contents, Irregularity};
use crate::carry::layout::{UNFINISHED, is_system_file};
use crate::carry::site::slashed;

/// The files in a folder. Symbolic links are reported, never followed.
#[derive(Debug)]
pub(crate) struct FolderContents {
    folder: PathBuf,
    files: BTreeMap<String, u64>,
    irregular: Vec<(String, Irregularity)>,
}

impl FolderContents {
    /// Lists the files in a folder, without those that operating systems create at its root.
    ///
    /// # Errors
    /// If a folder cannot be listed.
    pub(crate) fn open(folder: &Path) -> io::Result<Self> {
        let mut contents = Self {
            folder: folder.to_owned(),
            files: BTreeMap::new(),
            irregular: Vec::new(),
        };
        let entries = WalkDir::new(folder).sort_by_file_name().into_iter();
        for entry in entries.filter_entry(|entry| !is_ignored(entry)) {
            contents.add(&entry?)?;
        }
        Ok(contents)
    }

    /// Like [`FolderContents::open`], but ignores the marker of an incomplete copy: for
    /// reading back what was written.
    ///
    /// # Errors
    /// If a folder cannot be listed.
    pub(crate) fn open_unfinished(folder: &Path) -> io::Result<Self> {
        let mut contents = Self::open(folder)?;
        contents.files.remove(UNFINISHED);
        Ok(contents)
    }

    /// Returns the folder.
    pub(crate) fn folder(&self) -> &Path {
        &self.folder
    }

    fn add(&mut self, entry: &DirEntry) -> io::Result<()> {
        let kind = entry.file_type();
        if kind.is_dir() {
            return Ok(());
        }
        let path = slashed(&self.folder, entry.path());
        let irregularity = match (&path, kind.is_symlink()) {
            (_, true) => Irregularity::Link,
            (Some(path), _) if kind.is_file() => {
                self.files.insert(path.clone(), entry.metadata()?.len());
                return Ok(());
            }
            _ => Irregularity::Special,
        };
        let shown = entry.path().strip_prefix(&self.folder);
        let shown = shown.unwrap_or(entry.path()).to_string_lossy();
        self.irregular.push((shown.into_owned(), irregularity));
        Ok(())
    }
}

fn is_ignored(entry: &DirEntry) -> bool {
    entry.depth() == 1 && is_system_file(&entry.file_name().to_string_lossy())
}

impl Contents for FolderContents {
    fn files(&self) -> &BTreeMap<String, u64> {
        &self.files
    }

    fn irregular(&self) -> &[(String, Irregularity)] {
        &self.irregular
    }

    fn archive_size(&self) -> Option<u64> {
        None
    }

    fn open(&mut self, path: &str) -> io::Result<Box<dyn Read + '_>> {
        let file = File::open(self.folder.join(path))?;
        read_from_device(&file);
        Ok(Box::new(file))
    }
}

/// Drops the file from the page cache, so that reads verify the bytes on the device.
#[cfg(target_os = "linux")]
fn read_from_device(file: &File) {
    use rustix::fs::{Advice, fadvise};
    let _ = fadvise(file, 0, None, Advice::DontNeed);
}

#[cfg(not(target_os = "linux"))]
fn read_from_device(_: &File) {}

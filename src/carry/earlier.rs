//! Inspects the target folder of a copy: empty, an earlier copy, or foreign files.

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use walkdir::WalkDir;

use super::layout::{
    DIFFERENCES, EDITION, INSTRUCTIONS, MANIFEST, OPENING, PARTIAL, PUBLIC_KEY, SIGNATURE, SITE,
    STAGING, UNFINISHED, UPDATE, UPDATE_LIST, UPDATE_SIGNATURE, is_system_file,
};
use super::manifest::Manifest;
use super::site::slashed;

/// Files that may be at the top of a copy, besides the site's folder.
const OURS: [&str; 11] = [
    DIFFERENCES,
    INSTRUCTIONS,
    MANIFEST,
    OPENING,
    PARTIAL,
    PUBLIC_KEY,
    SIGNATURE,
    UNFINISHED,
    UPDATE,
    UPDATE_LIST,
    UPDATE_SIGNATURE,
];

/// The earlier copy in a folder; empty if there is none.
#[derive(Debug, Default)]
pub(crate) struct Earlier {
    /// Sizes in bytes of all its files by path, whether the copy is complete or not.
    pub files: BTreeMap<String, u64>,
}

/// Why a copy cannot be written to a folder.
#[derive(Debug, thiserror::Error)]
pub(crate) enum EarlierError {
    /// The folder contains a file that is not part of a copy; its path.
    #[error("{0} is not part of a copy")]
    Foreign(PathBuf),
    /// The path is not a folder.
    #[error("{0} is not a folder")]
    NoFolder(PathBuf),
    /// An I/O error at a path.
    #[error("cannot access {0}")]
    Io(PathBuf, #[source] io::Error),
}

impl Earlier {
    /// Lists the earlier copy in `folder`.
    ///
    /// # Errors
    /// If `folder` is not a folder, cannot be read, or contains other files.
    pub(crate) fn find(folder: &Path) -> Result<Self, EarlierError> {
        let io_error = |error| EarlierError::Io(folder.to_owned(), error);
        let entries = match fs::read_dir(folder) {
            Ok(entries) => entries,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Self::default()),
            Err(error) if error.kind() == io::ErrorKind::NotADirectory => {
                return Err(EarlierError::NoFolder(folder.to_owned()));
            }
            Err(error) => return Err(io_error(error)),
        };
        let mut earlier = Self::default();
        for entry in entries {
            let entry = entry.map_err(io_error)?;
            let name = entry.file_name().to_string_lossy().into_owned();
            let kind = entry.file_type().map_err(io_error)?;
            let is_site = kind.is_dir() && format!("{name}/") == SITE;
            if is_site || (kind.is_dir() && name == STAGING) {
                earlier.add_all(folder, &name)?;
            } else if kind.is_file() && OURS.contains(&name.as_str()) {
                let size = entry.metadata().map_err(io_error)?.len();
                earlier.files.insert(name, size);
            } else if !is_system_file(&name) {
                return Err(EarlierError::Foreign(entry.path()));
            }
        }
        earlier.check(folder)?;
        Ok(earlier)
    }

    fn add_all(&mut self, folder: &Path, name: &str) -> Result<(), EarlierError> {
        for entry in WalkDir::new(folder.join(name)) {
            let entry = entry.map_err(|error| {
                let path = error.path().unwrap_or(folder).to_owned();
                EarlierError::Io(path, error.into())
            })?;
            if entry.file_type().is_dir() {
                continue;
            }
            let path = slashed(folder, entry.path());
            let path = path.filter(|_| entry.file_type().is_file());
            let path = path.ok_or_else(|| EarlierError::Foreign(entry.path().to_owned()))?;
            let size = entry.metadata().map_or(0, |data| data.len());
            self.files.insert(path, size);
        }
        Ok(())
    }

    /// Rejects foreign files in the site's folder. A complete copy lists its own files; an
    /// interrupted one has a marker, and everything in the site's folder counts as its own.
    fn check(&self, folder: &Path) -> Result<(), EarlierError> {
        let foreign = |path: &str| Err(EarlierError::Foreign(folder.join(path)));
        let Some(first) = self.files.keys().next() else {
            return Ok(());
        };
        if self.files.contains_key(UNFINISHED) {
            return Ok(());
        }
        if !self.files.contains_key(EDITION) {
            return foreign(first);
        }
        let Ok(manifest) = fs::read(folder.join(MANIFEST)) else {
            return foreign(first);
        };
        let Ok(manifest) = Manifest::parse(&manifest) else {
            return foreign(MANIFEST);
        };
        let mut in_site = self.files.keys().filter(|path| path.starts_with(SITE));
        let other = in_site.find(|path| !manifest.files.contains_key(*path));
        other.map_or(Ok(()), |path| foreign(path))
    }
}

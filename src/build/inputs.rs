//! The input files of a site, and which of them have changed.

use std::collections::BTreeMap;
use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use crate::content::config::FILE_NAME;
use crate::content::discover::{ROOT_FOLDERS, walk, walk_all};
use crate::model::Config;

/// Modification time, if the system provides it, and size in bytes.
type Stamp = (Option<SystemTime>, u64);

/// The input files of a site with their stamps.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Inputs(BTreeMap<OsString, Stamp>);

impl Inputs {
    /// Collects the files and their current stamps.
    pub(crate) fn of(config: &Config) -> Self {
        let stamped = files(config).into_iter();
        let stamped = stamped.map(|file| (stamp(&file), file.into_os_string()));
        Self(stamped.map(|(stamp, file)| (file, stamp)).collect())
    }

    /// Returns the paths, sorted.
    pub(crate) fn files(&self) -> Vec<&Path> {
        self.0.keys().map(Path::new).collect()
    }

    /// Whether `file` is an input.
    pub(crate) fn contains(&self, file: &Path) -> bool {
        self.0.contains_key(file.as_os_str())
    }

    /// Updates the stamp of a file.
    pub(crate) fn refresh(&mut self, file: &Path) {
        self.0.insert(file.as_os_str().to_owned(), stamp(file));
    }

    /// Returns the files that were added, removed or have another stamp.
    pub(crate) fn changed_since(&self, before: &Self) -> Vec<PathBuf> {
        let changed = self.0.iter();
        let changed = changed.filter(|(file, stamp)| before.0.get(*file) != Some(stamp));
        let gone = before.0.keys().filter(|file| !self.0.contains_key(*file));
        let files = changed.map(|(file, _)| file).chain(gone);
        files.map(PathBuf::from).collect()
    }
}

/// Lists the config file, the logo, and all content and themes, readable or not.
fn files(config: &Config) -> Vec<PathBuf> {
    let root = &config.root;
    let mut files = vec![root.join(FILE_NAME)];
    files.extend(config.logo.iter().map(|logo| root.join(&logo.value)));
    for folder in ["content", "themes"] {
        let found = walk(&root.join(folder), folder, &mut Vec::new());
        files.extend(found.into_iter().map(|(_, file)| file));
    }
    for folder in ROOT_FOLDERS {
        let found = walk_all(&root.join(folder), folder, &mut Vec::new());
        files.extend(found.into_iter().map(|(_, file)| file));
    }
    files
}

fn stamp(file: &Path) -> Stamp {
    std::fs::metadata(file).map_or((None, 0), |data| (data.modified().ok(), data.len()))
}

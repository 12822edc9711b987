//! The input files of a site, and which of them have changed.

use std::collections::BTreeMap;
use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use crate::content::config::FILE_NAME;
use crate::content::discover::{self, walk};
use crate::messages::diagnostics::Diagnostic;
use crate::model::Config;

/// Modification time, if the system provides it, and size in bytes.
type Stamp = (Option<SystemTime>, u64);

/// The input files of a site with their stamps, and what is wrong with finding them: a link
/// may come to lead out of the content without a change of any file.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Inputs {
    files: BTreeMap<OsString, Stamp>,
    findings: Vec<Diagnostic>,
}

impl Inputs {
    /// Collects the files and their current stamps.
    pub(crate) fn of(config: &Config) -> Self {
        let mut findings = Vec::new();
        let stamped = files(config, &mut findings).into_iter();
        let stamped = stamped.map(|file| (stamp(&file), file.into_os_string()));
        Self {
            files: stamped.map(|(stamp, file)| (file, stamp)).collect(),
            findings,
        }
    }

    /// Returns what is wrong with finding the files.
    pub(crate) fn findings(&self) -> &[Diagnostic] {
        &self.findings
    }

    /// Returns the paths, sorted.
    pub(crate) fn files(&self) -> Vec<&Path> {
        self.files.keys().map(Path::new).collect()
    }

    /// Whether `file` is an input.
    pub(crate) fn contains(&self, file: &Path) -> bool {
        self.files.contains_key(file.as_os_str())
    }

    /// Updates the stamp of a file.
    pub(crate) fn refresh(&mut self, file: &Path) {
        self.files.insert(file.as_os_str().to_owned(), stamp(file));
    }

    /// Returns the files that were added, removed or have another stamp.
    pub(crate) fn changed_since(&self, before: &Self) -> Vec<PathBuf> {
        let changed = self.files.iter();
        let changed = changed.filter(|(file, stamp)| before.files.get(*file) != Some(stamp));
        let gone = before
            .files
            .keys()
            .filter(|file| !self.files.contains_key(*file));
        let files = changed.map(|(file, _)| file).chain(gone);
        files.map(PathBuf::from).collect()
    }
}

/// Lists the config file, the logo, and all content and themes, readable or not.
fn files(config: &Config, findings: &mut Vec<Diagnostic>) -> Vec<PathBuf> {
    let root = &config.root;
    let mut files = vec![root.join(FILE_NAME)];
    files.extend(config.logo.iter().map(|logo| root.join(&logo.value)));
    files.extend(discover::list(config, findings));
    // What is wrong with a theme is found when it is loaded.
    let themes = walk(&root.join("themes"), "themes/", &mut Vec::new());
    files.extend(themes.into_iter().map(|(_, file)| file));
    files
}

fn stamp(file: &Path) -> Stamp {
    std::fs::metadata(file).map_or((None, 0), |data| (data.modified().ok(), data.len()))
}

//! Folders for what takes long to make. They can be deleted at any time.

use std::collections::HashSet;
use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::time::Duration;

use tempfile::{NamedTempFile, TempDir};

/// Age above which a temporary file is assumed to be left behind by a killed build.
const MAX_WRITE_DURATION: Duration = Duration::from_secs(3600);

/// A folder of files whose names begin with a key, then `-` or `.`.
#[derive(Debug)]
pub(super) struct Cache {
    folder: PathBuf,
    /// Deletes the folder on drop; `None` if the cache is in the site's folder.
    _temporary: Option<TempDir>,
}

impl Cache {
    /// Opens a folder of the site at `root`, or a temporary one if that is not writable.
    ///
    /// # Errors
    /// If a temporary folder cannot be created either.
    pub(super) fn open(root: &Path, folder: &str) -> io::Result<Self> {
        let folder = root.join(folder);
        let is_writable = fs::create_dir_all(&folder)
            .and_then(|()| NamedTempFile::new_in(&folder))
            .is_ok();
        if is_writable {
            return Ok(Self {
                folder,
                _temporary: None,
            });
        }
        let temporary = tempfile::tempdir()?;
        Ok(Self {
            folder: temporary.path().to_owned(),
            _temporary: Some(temporary),
        })
    }

    /// Returns the path of a file.
    pub(super) fn path(&self, name: &str) -> PathBuf {
        self.folder.join(name)
    }

    /// Writes a file atomically, since another build may write the same one.
    ///
    /// # Errors
    /// If it cannot be written.
    pub(super) fn write(&self, name: &str, bytes: &[u8]) -> io::Result<()> {
        let mut temporary = NamedTempFile::new_in(&self.folder)?;
        temporary.write_all(bytes)?;
        temporary.persist(self.path(name))?;
        Ok(())
    }

    /// Deletes every file whose key is not among `keys`.
    pub(super) fn retain(&self, keys: &[String]) {
        let keys: HashSet<&str> = keys.iter().map(String::as_str).collect();
        for file in fs::read_dir(&self.folder).into_iter().flatten().flatten() {
            let name = file.file_name().to_string_lossy().into_owned();
            let key = name.split(['-', '.']).next().unwrap_or_default();
            // Names of temporary files begin with a dot: another build may be writing them.
            let is_unused = match key {
                "" => is_abandoned(&file),
                key => !keys.contains(key),
            };
            if is_unused {
                let _ = fs::remove_file(file.path());
            }
        }
    }
}

/// Whether a temporary file is too old to be still in use.
fn is_abandoned(file: &fs::DirEntry) -> bool {
    let modified = file.metadata().and_then(|data| data.modified());
    let age = modified.ok().and_then(|time| time.elapsed().ok());
    age.is_some_and(|age| age > MAX_WRITE_DURATION)
}

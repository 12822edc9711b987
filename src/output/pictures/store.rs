//! The cache of encoded pictures, keyed by content.
//!
//! It can be deleted at any time. An entry's key is a hash of the source picture, the
//! theme's settings and the version of the encoding; the entry stores hashes of its own
//! files, so that damaged ones are encoded again.

use std::collections::HashSet;
use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::time::Duration;

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use tempfile::{NamedTempFile, TempDir};

use super::encode::Encoded;
use crate::base::sha256::hexadecimal;
use crate::output::pictures::ImageSettings;

/// Part of every key; must change whenever the same picture would be encoded differently.
const ENCODING_VERSION: &str = "quipu pictures 1";

/// Age above which a temporary file is assumed to be left behind by a killed build.
const MAX_WRITE_DURATION: Duration = Duration::from_secs(3600);

/// Path of the cache, relative to the site's folder.
pub(super) const FOLDER: &str = ".quipu/pictures";

/// A folder of encoded pictures.
#[derive(Debug)]
pub(super) struct Store {
    folder: PathBuf,
    /// Deletes the folder on drop; `None` if the cache is in the site's folder.
    _temporary: Option<TempDir>,
}

/// The cached renditions of one picture.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Entry {
    /// The fallback first, then WebP, narrowest first.
    pub files: Vec<StoredFile>,
}

/// One file of an entry.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct StoredFile {
    /// File name extension, without the dot.
    pub extension: String,
    /// Width in pixels.
    pub width: u32,
    /// Height in pixels.
    pub height: u32,
    sha256: String,
}

/// Returns the key of a picture's entry: a SHA-256 in hexadecimal.
pub(super) fn key(picture: &[u8], settings: &ImageSettings) -> String {
    let mut hash = Sha256::new();
    let ImageSettings {
        widths, max_bytes, ..
    } = settings;
    hash.update(format!("{ENCODING_VERSION}\n{widths:?}\n{max_bytes}\n"));
    hash.update(picture);
    hexadecimal(&hash.finalize())
}

impl Store {
    /// Opens the cache of the site at `root`, or a temporary one if that is not writable.
    ///
    /// # Errors
    /// If a temporary folder cannot be created either.
    pub(super) fn open(root: &Path) -> io::Result<Self> {
        let folder = root.join(FOLDER);
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

    /// Returns the entry with this key; `None` if any of its files is missing or damaged.
    pub(super) fn get(&self, key: &str) -> Option<Entry> {
        let text = fs::read_to_string(self.index(key)).ok()?;
        let entry: Entry = serde_json::from_str(&text).ok()?;
        let is_intact = |stored: &StoredFile| {
            fs::read(self.file(key, stored))
                .is_ok_and(|bytes| hexadecimal(&Sha256::digest(&bytes)) == stored.sha256)
        };
        (!entry.files.is_empty() && entry.files.iter().all(is_intact)).then_some(entry)
    }

    /// Stores a picture's renditions.
    ///
    /// # Errors
    /// If they cannot be written.
    pub(super) fn put(&self, key: &str, files: &[Encoded]) -> io::Result<Entry> {
        let mut entry = Entry { files: Vec::new() };
        for file in files {
            let stored = StoredFile {
                extension: file.extension.to_owned(),
                width: file.width,
                height: file.height,
                sha256: hexadecimal(&Sha256::digest(&file.bytes)),
            };
            self.write(&self.file(key, &stored), &file.bytes)?;
            entry.files.push(stored);
        }
        let index = serde_json::to_vec(&entry)?;
        self.write(&self.index(key), &index)?;
        Ok(entry)
    }

    /// Returns the path of an entry's file.
    pub(super) fn file(&self, key: &str, stored: &StoredFile) -> PathBuf {
        let StoredFile {
            width, extension, ..
        } = stored;
        self.folder.join(format!("{key}-{width}.{extension}"))
    }

    /// Deletes every entry whose key is not among `keys`.
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

    fn index(&self, key: &str) -> PathBuf {
        self.folder.join(format!("{key}.json"))
    }

    /// Writes atomically, since another build may write the same file.
    fn write(&self, file: &Path, bytes: &[u8]) -> io::Result<()> {
        let mut temporary = NamedTempFile::new_in(&self.folder)?;
        temporary.write_all(bytes)?;
        temporary.persist(file)?;
        Ok(())
    }
}

/// Whether a temporary file is too old to be still in use.
fn is_abandoned(file: &fs::DirEntry) -> bool {
    let modified = file.metadata().and_then(|data| data.modified());
    let age = modified.ok().and_then(|time| time.elapsed().ok());
    age.is_some_and(|age| age > MAX_WRITE_DURATION)
}

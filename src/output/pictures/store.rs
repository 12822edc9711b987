//! The cache: what was encoded once, by the bytes it was made from.
//!
//! It can be deleted at any time. An entry is named by a hash of the picture, of
//! the theme's settings and of the way Quipu encodes, and holds hashes of its own
//! files: what was damaged is made again.

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

/// Changes whenever the same picture would come out otherwise.
const WAY_OF_ENCODING: &str = "quipu pictures 1";

/// What takes longer to be written was given up.
const LONGEST_WRITE: Duration = Duration::from_secs(3600);

/// The cache's folder under the site's.
pub const FOLDER: &str = ".quipu/pictures";

/// A folder of encoded pictures.
#[derive(Debug)]
pub struct Store {
    folder: PathBuf,
    /// Holds the pictures of one run where the site's folder cannot be written.
    _temporary: Option<TempDir>,
}

/// The forms of one picture: first the one for old browsers.
#[derive(Debug, Serialize, Deserialize)]
pub struct Entry {
    /// Its files.
    pub files: Vec<Kept>,
}

/// One file of an entry.
#[derive(Debug, Serialize, Deserialize)]
pub struct Kept {
    /// Extension of its name.
    pub extension: String,
    /// In pixels.
    pub width: u32,
    /// In pixels.
    pub height: u32,
    sha256: String,
}

/// The name of an entry.
pub fn key(picture: &[u8], settings: &ImageSettings) -> String {
    let mut hash = Sha256::new();
    let ImageSettings {
        widths, max_bytes, ..
    } = settings;
    hash.update(format!("{WAY_OF_ENCODING}\n{widths:?}\n{max_bytes}\n"));
    hash.update(picture);
    hexadecimal(&hash.finalize())
}

impl Store {
    /// The cache of the site at `root`; one for this run only where there can be none.
    ///
    /// # Errors
    /// When not even a temporary folder can be written.
    pub fn open(root: &Path) -> io::Result<Self> {
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

    /// The entry of that name, if it is whole.
    pub fn get(&self, key: &str) -> Option<Entry> {
        let text = fs::read_to_string(self.index(key)).ok()?;
        let entry: Entry = serde_json::from_str(&text).ok()?;
        let is_whole = |kept: &Kept| {
            fs::read(self.file(key, kept))
                .is_ok_and(|bytes| hexadecimal(&Sha256::digest(&bytes)) == kept.sha256)
        };
        (!entry.files.is_empty() && entry.files.iter().all(is_whole)).then_some(entry)
    }

    /// Keeps a picture's forms.
    ///
    /// # Errors
    /// When they cannot be written.
    pub fn put(&self, key: &str, files: &[Encoded]) -> io::Result<Entry> {
        let mut entry = Entry { files: Vec::new() };
        for file in files {
            let kept = Kept {
                extension: file.extension.to_owned(),
                width: file.width,
                height: file.height,
                sha256: hexadecimal(&Sha256::digest(&file.bytes)),
            };
            self.write(&self.file(key, &kept), &file.bytes)?;
            entry.files.push(kept);
        }
        let index = serde_json::to_vec(&entry)?;
        self.write(&self.index(key), &index)?;
        Ok(entry)
    }

    /// Where a file of an entry is.
    pub fn file(&self, key: &str, kept: &Kept) -> PathBuf {
        let Kept {
            width, extension, ..
        } = kept;
        self.folder.join(format!("{key}-{width}.{extension}"))
    }

    /// Forgets every picture but these.
    pub fn keep_only(&self, keys: &[String]) {
        let keys: HashSet<&str> = keys.iter().map(String::as_str).collect();
        for file in fs::read_dir(&self.folder).into_iter().flatten().flatten() {
            let name = file.file_name().to_string_lossy().into_owned();
            let key = name.split(['-', '.']).next().unwrap_or_default();
            // What begins with a dot is being written, or was until a build was killed.
            let is_idle = match key {
                "" => is_old(&file),
                key => !keys.contains(key),
            };
            if is_idle {
                let _ = fs::remove_file(file.path());
            }
        }
    }

    fn index(&self, key: &str) -> PathBuf {
        self.folder.join(format!("{key}.json"))
    }

    /// Whole or not at all, whoever else writes the same.
    fn write(&self, file: &Path, bytes: &[u8]) -> io::Result<()> {
        let mut temporary = NamedTempFile::new_in(&self.folder)?;
        temporary.write_all(bytes)?;
        temporary.persist(file)?;
        Ok(())
    }
}

/// Whether nobody can be writing it any more.
fn is_old(file: &fs::DirEntry) -> bool {
    let modified = file.metadata().and_then(|data| data.modified());
    let age = modified.ok().and_then(|time| time.elapsed().ok());
    age.is_some_and(|age| age > LONGEST_WRITE)
}

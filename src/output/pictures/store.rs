//! The cache of encoded pictures, keyed by content.
//!
//! It can be deleted at any time. An entry's key is a hash of the source picture, the
//! theme's settings and the version of the encoding; the entry stores hashes of its own
//! files, so that damaged ones are encoded again.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::encode::Encoded;
use crate::base::sha256::hexadecimal;
use crate::output::cache::Cache;
use crate::output::pictures::ImageSettings;

/// Part of every key; must change whenever the same picture would be encoded differently.
const ENCODING_VERSION: &str = "quipu pictures 1";

/// Like [`ENCODING_VERSION`], of animations only: pictures keep their addresses when these
/// change.
const ANIMATION_VERSION: &str = "cleaned";

/// Path of the cache, relative to the site's folder.
pub(super) const FOLDER: &str = ".quipu/pictures";

/// A folder of encoded pictures.
#[derive(Debug)]
pub(super) struct Store(Cache);

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
    if picture.starts_with(b"GIF8") {
        hash.update(format!("{ANIMATION_VERSION}\n"));
    }
    hash.update(picture);
    hexadecimal(&hash.finalize())
}

impl Store {
    /// Opens the cache of the site at `root`, or a temporary one if that is not writable.
    ///
    /// # Errors
    /// If a temporary folder cannot be created either.
    pub(super) fn open(root: &Path) -> io::Result<Self> {
        Cache::open(root, FOLDER).map(Self)
    }

    /// Returns the entry with this key; `None` if any of its files is missing or damaged.
    pub(super) fn get(&self, key: &str) -> Option<Entry> {
        let text = fs::read_to_string(self.0.path(&index(key))).ok()?;
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
            self.0.write(&name(key, &stored), &file.bytes)?;
            entry.files.push(stored);
        }
        self.0.write(&index(key), &serde_json::to_vec(&entry)?)?;
        Ok(entry)
    }

    /// Returns the path of an entry's file.
    pub(super) fn file(&self, key: &str, stored: &StoredFile) -> PathBuf {
        self.0.path(&name(key, stored))
    }

    /// Deletes every entry whose key is not among `keys`.
    pub(super) fn retain(&self, keys: &[String]) {
        self.0.retain(keys);
    }
}

fn name(key: &str, stored: &StoredFile) -> String {
    let StoredFile {
        width, extension, ..
    } = stored;
    format!("{key}-{width}.{extension}")
}

fn index(key: &str) -> String {
    format!("{key}.json")
}

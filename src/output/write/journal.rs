//! The journal of a replacement in progress, from which the next build repairs a killed one.

use std::collections::BTreeMap;
use std::fs::{self, File, Metadata};
use std::io::{self, Write};
use std::path::Path;
use std::time::UNIX_EPOCH;

use serde::{Deserialize, Serialize};

use super::beside::beside;

/// What a replacement was about to do.
#[derive(Debug, Serialize, Deserialize)]
pub(super) enum Journal {
    /// The folder as a whole is replaced.
    Whole {
        /// Identity of the new folder; 0 if the system has none.
        new: u64,
        /// The foreign entries that were linked into the new folder, by encoded path.
        mirrored: BTreeMap<Vec<u8>, Stamp>,
    },
    /// Files are moved one by one.
    InPlace {
        /// Whether they are moved from and to a folder inside the output folder.
        is_inside: bool,
        /// All moves, in their order.
        moves: Vec<Move>,
    },
}

/// The replacement of one file.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(super) struct Move {
    /// Address of the file.
    pub address: String,
    /// Whether the old site has it.
    pub has_old: bool,
    /// Whether the new site has it.
    pub has_new: bool,
}

/// Distinguishes versions of a file without reading it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Stamp {
    /// Identity in its file system; 0 if the system has none.
    pub id: u64,
    size: u64,
    /// Nanoseconds since the Unix epoch.
    modified: u128,
}

impl Stamp {
    /// Reads the stamp from metadata; that of a folder is its identity alone.
    pub(super) fn of(data: &Metadata) -> Self {
        let modified = data.modified().ok();
        let since = modified.and_then(|time| time.duration_since(UNIX_EPOCH).ok());
        let is_folder = data.is_dir();
        Self {
            id: identity(data),
            size: if is_folder { 0 } else { data.len() },
            modified: since
                .filter(|_| !is_folder)
                .map_or(0, |since| since.as_nanos()),
        }
    }

    /// Whether both are one file under two names.
    pub(super) fn is_same_file(self, other: Self) -> bool {
        self.id != 0 && self.id == other.id
    }

    /// Whether this version was written after the other one.
    pub(super) fn is_newer(self, other: Self) -> bool {
        self.modified > other.modified
    }
}

#[cfg(unix)]
fn identity(data: &Metadata) -> u64 {
    std::os::unix::fs::MetadataExt::ino(data)
}

#[cfg(not(unix))]
fn identity(_: &Metadata) -> u64 {
    0
}

impl Journal {
    /// Stores the journal of a replacement of `output`, complete or not at all.
    ///
    /// # Errors
    /// If it cannot be written.
    pub(super) fn save(&self, output: &Path) -> io::Result<()> {
        let bytes = postcard::to_allocvec(self).map_err(io::Error::other)?;
        let part = beside(output, "journal-part");
        let written = File::create(&part).and_then(|mut file| {
            file.write_all(&bytes)?;
            file.sync_all()
        });
        let stored = written.and_then(|()| fs::rename(&part, beside(output, "journal")));
        if stored.is_err() {
            let _ = fs::remove_file(part);
        }
        stored
    }

    /// Loads the journal of `output`; `None` if no replacement was in progress.
    pub(super) fn load(output: &Path) -> Option<Self> {
        let bytes = fs::read(beside(output, "journal")).ok()?;
        postcard::from_bytes(&bytes).ok()
    }

    /// Whether `output` has a journal.
    pub(super) fn exists(output: &Path) -> bool {
        beside(output, "journal").exists()
    }

    /// Deletes the journal: the replacement is complete, or undone.
    ///
    /// # Errors
    /// If the system refuses.
    pub(super) fn remove(output: &Path) -> io::Result<()> {
        for role in ["journal-part", "journal"] {
            match fs::remove_file(beside(output, role)) {
                Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
                _ => {}
            }
        }
        Ok(())
    }
}

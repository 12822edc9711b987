//! Readers of copies, one per format.

mod folder;
mod zip;

use std::collections::BTreeMap;
use std::io::{self, Read};

use crate::carry::names::NameFault;

pub use folder::FolderContents;
pub use zip::{OpenError, ZipContents};

/// Why a file or entry cannot be part of a copy.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Irregularity {
    /// A symbolic link.
    Link,
    /// A device, a pipe, or a name that is not valid Unicode.
    Special,
    /// A path that is not portable or not safe.
    Name(NameFault),
    /// A path that collides with another one, at least if case is ignored; the other path.
    Collision(String),
    /// The zip entry is encrypted.
    Encrypted,
    /// A compression method that Quipu never uses.
    Method,
    /// The declared size is impossible for the compressed size.
    Ratio,
    /// Entries of the zip file overlap or contradict each other.
    Inconsistent,
}

impl Irregularity {
    /// Returns the identifier used in the message catalogues.
    pub fn id(&self) -> &'static str {
        match self {
            Self::Link => "link",
            Self::Special => "special",
            Self::Name(fault) => fault.id(),
            Self::Collision(_) => "collision",
            Self::Encrypted => "encrypted",
            Self::Method => "method",
            Self::Ratio => "ratio",
            Self::Inconsistent => "inconsistent",
        }
    }
}

/// The files of a copy.
pub trait Contents {
    /// Returns the size in bytes of each file, by path; in a zip file, the declared size.
    fn files(&self) -> &BTreeMap<String, u64>;

    /// Returns what is there besides regular files, by path.
    fn irregular(&self) -> &[(String, Irregularity)];

    /// Returns the size of the archive in bytes; `None` for a folder.
    fn archive_size(&self) -> Option<u64>;

    /// Opens a file for reading.
    ///
    /// # Errors
    /// If the file does not exist or cannot be opened.
    fn open(&mut self, path: &str) -> io::Result<Box<dyn Read + '_>>;
}

/// Reads a file of at most `largest` bytes.
///
/// # Errors
/// If the file cannot be read or is larger.
pub fn small(contents: &mut dyn Contents, path: &str, largest: u64) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    contents
        .open(path)?
        .take(largest + 1)
        .read_to_end(&mut bytes)?;
    match bytes.len() as u64 > largest {
        true => Err(io::ErrorKind::FileTooLarge.into()),
        false => Ok(bytes),
    }
}

//! Readers of copies, one per format.

mod folder;
mod zip;

use std::collections::BTreeMap;
use std::io::{self, Read};
use std::path::Path;

use crate::base::names::NameFault;
use crate::base::sha256::{self, Digest};
use crate::carry::progress::ByteProgress;

pub(crate) use folder::FolderContents;
pub(crate) use zip::{OpenError, ZipContents};

/// Why a file or entry cannot be part of a copy.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Irregularity {
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
    pub(crate) fn id(&self) -> &'static str {
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
pub(crate) trait Contents {
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

/// Opens a copy in a folder or in an archive, whichever `path` is.
///
/// # Errors
/// If `path` is neither, cannot be read, or has entries that a copy never contains.
pub(crate) fn open(path: &Path) -> Result<Box<dyn Contents>, OpenError> {
    let is_folder = path.metadata().map_err(OpenError::Io)?.is_dir();
    Ok(match is_folder {
        true => Box::new(FolderContents::open(path).map_err(OpenError::Io)?),
        false => Box::new(ZipContents::open(path)?),
    })
}

/// Reads a file of at most `largest` bytes.
///
/// # Errors
/// If the file cannot be read or is larger.
pub(crate) fn small(contents: &mut dyn Contents, path: &str, largest: u64) -> io::Result<Vec<u8>> {
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

/// Computes the digest of a file. Reads at most one byte more than the file's declared size,
/// which suffices to detect a longer one.
///
/// # Errors
/// If the file does not exist or cannot be read.
pub(crate) fn digest_of(
    contents: &mut dyn Contents,
    path: &str,
    progress: &dyn ByteProgress,
) -> io::Result<Digest> {
    let size = contents.files().get(path).copied().unwrap_or_default();
    let mut reader = contents.open(path)?.take(size.saturating_add(1));
    let mut on_progress = |count| progress.advance(count);
    Ok(sha256::copy(&mut reader, &mut io::sink(), &mut on_progress)?.0)
}

//! Where the bytes of a packed file come from.

use std::fs::{self, File};
use std::io::{self, Read};
use std::path::PathBuf;

/// The contents of a packed file.
#[derive(Debug)]
pub(crate) enum Source {
    /// A generated file, in memory.
    Memory(Vec<u8>),
    /// A file of the site on disk: its path, and its size when the site was listed.
    File(PathBuf, u64),
}

impl Source {
    /// Returns the size in bytes.
    pub(crate) fn size(&self) -> u64 {
        match self {
            Self::Memory(bytes) => bytes.len() as u64,
            Self::File(_, size) => *size,
        }
    }

    /// Opens the contents for reading.
    ///
    /// # Errors
    /// If the file cannot be opened.
    pub(crate) fn open(&self) -> io::Result<Box<dyn Read + '_>> {
        Ok(match self {
            Self::Memory(bytes) => Box::new(bytes.as_slice()),
            Self::File(path, _) => Box::new(File::open(path)?),
        })
    }

    /// Reads all bytes into memory.
    ///
    /// # Errors
    /// The path and the error, if the file cannot be read.
    pub(crate) fn read(&self) -> Result<Vec<u8>, (PathBuf, io::Error)> {
        match self {
            Self::Memory(bytes) => Ok(bytes.clone()),
            Self::File(path, _) => fs::read(path).map_err(|error| (path.clone(), error)),
        }
    }
}

//! The bytes of a file that goes into a copy.

use std::fs::{self, File};
use std::io::{self, Read};
use std::path::PathBuf;

/// Where the bytes of a file come from.
#[derive(Debug)]
pub enum Source {
    /// They are the pack's own.
    Memory(Vec<u8>),
    /// They are the site's.
    File(PathBuf, u64),
}

impl Source {
    /// How many bytes there are.
    pub fn size(&self) -> u64 {
        match self {
            Self::Memory(bytes) => bytes.len() as u64,
            Self::File(_, size) => *size,
        }
    }

    /// The bytes.
    ///
    /// # Errors
    /// When the file cannot be opened.
    pub fn open(&self) -> io::Result<Box<dyn Read + '_>> {
        Ok(match self {
            Self::Memory(bytes) => Box::new(bytes.as_slice()),
            Self::File(path, _) => Box::new(File::open(path)?),
        })
    }

    /// All bytes at once.
    ///
    /// # Errors
    /// With the file that cannot be read.
    pub fn read(&self) -> Result<Vec<u8>, (PathBuf, io::Error)> {
        match self {
            Self::Memory(bytes) => Ok(bytes.clone()),
            Self::File(path, _) => fs::read(path).map_err(|error| (path.clone(), error)),
        }
    }
}

/// The site is being built while it is packed; told as for texts that change meanwhile.
pub fn changed() -> io::Error {
    io::ErrorKind::Interrupted.into()
}

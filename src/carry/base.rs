//! The earlier copy that an update starts from.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::edition::{Edition, EditionTime};
use super::layout::{EDITION, MANIFEST};
use super::manifest::{self, Manifest, ManifestFault};
use crate::base::sha256::Digest;
use crate::carry::copy::{self, Contents, OpenError, small};

/// Data about an earlier copy.
#[derive(Debug)]
pub(crate) struct Base {
    /// Digests of its files.
    pub manifest: Manifest,
    /// SHA-256 of its manifest; identifies the copy.
    pub digest: Digest,
    /// Its edition; `None` if the edition file is missing or altered.
    pub edition: Option<EditionTime>,
}

/// Why an earlier copy cannot be used.
#[derive(Debug, thiserror::Error)]
pub(crate) enum BaseError {
    /// The path is not a copy.
    #[error("{0} is not a copy")]
    NoCopy(PathBuf),
    /// The manifest has invalid lines.
    #[error("the manifest of {0} has invalid lines")]
    Lines(PathBuf, Vec<ManifestFault>),
    /// An I/O error at a path.
    #[error("cannot read {0}")]
    Io(PathBuf, #[source] io::Error),
}

/// Opens a copy in a folder or a zip file; `None` if `path` is another kind of file.
///
/// # Errors
/// If it cannot be read, or is a zip file with entries that a copy never contains.
pub(crate) fn contents(path: &Path) -> Result<Option<Box<dyn Contents>>, BaseError> {
    match copy::open(path) {
        Ok(contents) => Ok(Some(contents)),
        Err(OpenError::NoZip) => Ok(None),
        Err(OpenError::Hostile(_)) => Err(BaseError::NoCopy(path.to_owned())),
        Err(OpenError::Io(error)) => Err(BaseError::Io(path.to_owned(), error)),
    }
}

impl Base {
    /// Reads a copy in a folder or a zip file, or only the manifest of one.
    ///
    /// # Errors
    /// If `path` is neither, or cannot be read.
    pub(crate) fn read(path: &Path) -> Result<Self, BaseError> {
        match contents(path)? {
            Some(mut contents) => Self::of(&mut *contents, path),
            None => Self::of_manifest(path),
        }
    }

    /// Reads the manifest and edition from an opened copy; `path` is for errors.
    ///
    /// # Errors
    /// If the manifest is missing, empty, invalid or unreadable.
    pub(crate) fn of(contents: &mut dyn Contents, path: &Path) -> Result<Self, BaseError> {
        if !contents.files().contains_key(MANIFEST) {
            return Err(BaseError::NoCopy(path.to_owned()));
        }
        let text = small(contents, MANIFEST, manifest::LARGEST)
            .map_err(|error| BaseError::Io(path.join(MANIFEST), error))?;
        let edition = small(contents, EDITION, super::edition::LARGEST).ok();
        Self::parse(&text, edition.as_deref(), path)
    }

    fn of_manifest(path: &Path) -> Result<Self, BaseError> {
        let io_error = |error| BaseError::Io(path.to_owned(), error);
        if path.metadata().map_err(io_error)?.len() > manifest::LARGEST {
            return Err(BaseError::NoCopy(path.to_owned()));
        }
        let text = fs::read(path).map_err(io_error)?;
        let edition = fs::read(path.with_file_name("").join(EDITION)).ok();
        Self::parse(&text, edition.as_deref(), path)
    }

    fn parse(text: &[u8], edition: Option<&[u8]>, path: &Path) -> Result<Self, BaseError> {
        let manifest =
            Manifest::parse(text).map_err(|faults| BaseError::Lines(path.to_owned(), faults))?;
        if manifest.files.is_empty() {
            return Err(BaseError::NoCopy(path.to_owned()));
        }
        let listed = manifest.files.get(EDITION).copied();
        let edition = edition
            .filter(|script| Some(Digest::of(script)) == listed)
            .and_then(Edition::from_script)
            .map(|edition| edition.edition);
        Ok(Self {
            digest: Digest::of(text),
            manifest,
            edition,
        })
    }
}

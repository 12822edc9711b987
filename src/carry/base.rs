//! The earlier copy that an update starts from.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::edition::{Edition, EditionTime};
use super::layout::{EDITION, MANIFEST};
use super::manifest::{self, Manifest, ManifestFault};
use crate::base::sha256::Digest;
use crate::carry::copy::{Contents, FolderContents, OpenError, ZipContents, small};

/// What is to know of an earlier copy.
#[derive(Debug)]
pub struct Base {
    /// Its files.
    pub manifest: Manifest,
    /// What tells it from every other copy.
    pub digest: Digest,
    /// Which edition it is, where that is known.
    pub edition: Option<EditionTime>,
}

/// Why there is nothing to start from.
#[derive(Debug)]
pub enum BaseError {
    /// There is no copy, or a zip that no copy is.
    NoCopy(PathBuf),
    /// The manifest has lines that no manifest has.
    Lines(PathBuf, Vec<ManifestFault>),
    /// The system refused.
    Io(PathBuf, io::Error),
}

/// The files of a copy in a folder or a zip; nothing where there is neither.
///
/// # Errors
/// When it cannot be read, or holds what no copy holds.
pub fn contents(path: &Path) -> Result<Option<Box<dyn Contents>>, BaseError> {
    let io_error = |error| BaseError::Io(path.to_owned(), error);
    if path.metadata().map_err(io_error)?.is_dir() {
        let contents = FolderContents::open(path).map_err(io_error)?;
        return Ok(Some(Box::new(contents)));
    }
    match ZipContents::open(path) {
        Ok(contents) => Ok(Some(Box::new(contents))),
        Err(OpenError::NoZip) => Ok(None),
        Err(OpenError::Hostile(_)) => Err(BaseError::NoCopy(path.to_owned())),
        Err(OpenError::Io(error)) => Err(io_error(error)),
    }
}

impl Base {
    /// Reads what is to know of a copy, in a folder or a zip, or from its manifest alone.
    ///
    /// # Errors
    /// When it is none.
    pub fn read(path: &Path) -> Result<Self, BaseError> {
        match contents(path)? {
            Some(mut contents) => Self::of(&mut *contents, path),
            None => Self::of_manifest(path),
        }
    }

    /// Reads what is to know of a copy.
    ///
    /// # Errors
    /// When it has no manifest, or one that cannot be believed.
    pub fn of(contents: &mut dyn Contents, path: &Path) -> Result<Self, BaseError> {
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

//! A copy in a zip file, whose entries are checked before anything is unpacked.

use std::collections::BTreeMap;
use std::fs::File;
use std::io::{self, BufReader, Read};
use std::path::Path;

use zip::result::ZipError;
use zip::{CompressionMethod, ZipArchive};

use crate::base::names::{self, Collisions};
use crate::carry::copy::{Contents, Irregularity};

/// Maximum compression ratio of Deflate.
const LARGEST_RATIO: u64 = 1032;
/// Bytes beyond that ratio that are always allowed, for tiny files.
const TINY: u64 = 4096;

/// The files in a zip file.
#[derive(Debug)]
pub(crate) struct ZipContents {
    archive: ZipArchive<BufReader<File>>,
    size: u64,
    files: BTreeMap<String, u64>,
    at: BTreeMap<String, usize>,
}

/// Why a zip file was not opened.
#[derive(Debug, thiserror::Error)]
pub(crate) enum OpenError {
    /// The file is not a zip file, or is truncated.
    #[error("not a zip file, or a truncated one")]
    NoZip,
    /// The zip file has entries that a copy never contains, by path.
    #[error("the zip file has entries that a copy never contains")]
    Hostile(Vec<(String, Irregularity)>),
    /// The file cannot be read.
    #[error("cannot read the zip file")]
    Io(#[source] io::Error),
}

impl From<ZipError> for OpenError {
    fn from(error: ZipError) -> Self {
        match error {
            ZipError::Io(error) if error.kind() != io::ErrorKind::UnexpectedEof => Self::Io(error),
            _ => Self::NoZip,
        }
    }
}

impl ZipContents {
    /// Lists and checks the entries of a zip file.
    ///
    /// # Errors
    /// If it is not a zip file, or has entries that a copy never contains.
    pub(crate) fn open(path: &Path) -> Result<Self, OpenError> {
        let file = File::open(path).map_err(OpenError::Io)?;
        let size = file.metadata().map_err(OpenError::Io)?.len();
        let mut contents = Self {
            archive: ZipArchive::new(BufReader::new(file))?,
            size,
            files: BTreeMap::new(),
            at: BTreeMap::new(),
        };
        let mut irregular = contents.archive_irregularities();
        let mut collisions = Collisions::default();
        for number in 0..contents.archive.len() {
            contents.list(number, &mut collisions, &mut irregular)?;
        }
        match irregular.is_empty() {
            true => Ok(contents),
            false => Err(OpenError::Hostile(irregular)),
        }
    }

    /// Checks the archive as a whole: programs would unpack different files if ambiguous.
    fn archive_irregularities(&mut self) -> Vec<(String, Irregularity)> {
        let archive = &mut self.archive;
        let is_consistent = !archive.has_duplicate_names()
            && matches!(archive.has_overlapping_entries(), Ok(false))
            && archive.validate_header_consistency().is_ok();
        match is_consistent {
            true => Vec::new(),
            false => vec![("*".to_owned(), Irregularity::Inconsistent)],
        }
    }

    fn list(
        &mut self,
        number: usize,
        collisions: &mut Collisions,
        irregular: &mut Vec<(String, Irregularity)>,
    ) -> Result<(), OpenError> {
        let entry = self.archive.by_index_data(number)?;
        let Ok(name) = std::str::from_utf8(entry.name_raw()) else {
            let name = String::from_utf8_lossy(entry.name_raw()).into_owned();
            irregular.push((name, Irregularity::Special));
            return Ok(());
        };
        let path = name.strip_suffix('/').unwrap_or(name).to_owned();
        let is_folder = path.len() < name.len() || entry.is_dir();
        let packed = entry.compressed_size().saturating_mul(LARGEST_RATIO);
        let irregularity = if entry.is_symlink() {
            Some(Irregularity::Link)
        } else if entry.encrypted() {
            Some(Irregularity::Encrypted)
        } else if let Some(fault) = names::fault(&path) {
            Some(Irregularity::Name(fault))
        } else if is_folder {
            (entry.size() > 0).then_some(Irregularity::Inconsistent)
        } else if let Some(other) = collisions.insert(&path) {
            Some(Irregularity::Collision(other))
        } else if !matches!(
            entry.compression(),
            CompressionMethod::Stored | CompressionMethod::Deflated
        ) {
            Some(Irregularity::Method)
        } else {
            (entry.size() > packed.saturating_add(TINY)).then_some(Irregularity::Ratio)
        };
        if let Some(irregularity) = irregularity {
            irregular.push((path, irregularity));
        } else if !is_folder {
            self.files.insert(path.clone(), entry.size());
            self.at.insert(path, number);
        }
        Ok(())
    }
}

impl Contents for ZipContents {
    fn files(&self) -> &BTreeMap<String, u64> {
        &self.files
    }

    fn irregular(&self) -> &[(String, Irregularity)] {
        &[]
    }

    fn archive_size(&self) -> Option<u64> {
        Some(self.size)
    }

    fn open(&mut self, path: &str) -> io::Result<Box<dyn Read + '_>> {
        let number = self.at.get(path).ok_or(io::ErrorKind::NotFound)?;
        Ok(Box::new(self.archive.by_index(*number)?))
    }
}

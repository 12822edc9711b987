//! Binary deltas between the changed files of a site and those of an earlier copy.
//!
//! An update with full files can be unpacked by anyone; one with differences is a fraction
//! of the size, but only `quipu apply` can apply it. The result is checked against its
//! digest like any other file, so that differences need not be trusted.

mod alphabet;
mod similar_file;
mod steps;

use std::collections::BTreeMap;
use std::io::{self, Read};
use std::path::PathBuf;

use rayon::prelude::*;
use serde::{Deserialize, Serialize};

use super::base::Base;
use crate::base::file_error::FileError;
use crate::base::sha256::Digest;
use crate::carry::copy::Contents;
use crate::carry::source::Source;
use alphabet::Alphabet;
use similar_file::SimilarFiles;
use steps::{Step, apply, diff};

/// Size limit of all differences in bytes; larger ones are not worth computing.
pub(crate) const LARGEST: u64 = 256 * 1024 * 1024;
/// Size limit of a file in bytes, because both versions are in memory during comparison.
/// Larger files are included in full.
const LARGEST_FILE: u64 = 1024 * 1024 * 1024;
/// Bytes of files to compare in parallel; exceeded by at most one pair of files.
const BATCH: usize = 64 * 1024 * 1024;

/// The differences of changed files, by path.
#[derive(Debug, Default, Serialize, Deserialize)]
pub(crate) struct Differences {
    files: BTreeMap<String, Difference>,
}

#[derive(Debug, Serialize, Deserialize)]
struct Difference {
    /// File of the copy to start from; `None` for the file at the same path.
    from: Option<String>,
    alphabet: Alphabet,
    /// Size of the new file in bytes.
    size: u64,
    steps: Vec<Step>,
    /// Number of new symbols.
    count: u64,
    /// The new symbols of all steps, packed.
    new: Vec<u8>,
}

impl Differences {
    /// Compares `files` with the file of `copy` at the same path, or else with a similar one
    /// among those that are `gone`. Files with neither are left out.
    ///
    /// # Errors
    /// The path and the error, if a file cannot be read or changes meanwhile.
    pub(crate) fn between(
        base: &Base,
        copy: &mut dyn Contents,
        gone: &[String],
        files: &BTreeMap<&str, (&Source, Digest)>,
    ) -> Result<Self, (PathBuf, FileError)> {
        let mut similar_files = SimilarFiles::default();
        for path in gone {
            let bytes = intact(base, copy, path)?;
            bytes
                .iter()
                .for_each(|bytes| similar_files.push(path, bytes));
        }
        let mut differences = Self::default();
        let mut batch = Batch::default();
        for (path, (source, wanted)) in files {
            if source.size() > LARGEST_FILE {
                continue;
            }
            let bytes = source
                .read()
                .map_err(|(file, error)| (file, error.into()))?;
            if Digest::of(&bytes) != *wanted {
                return Err((PathBuf::from(*path), FileError::Changed));
            }
            let is_there = base.manifest.files.contains_key(*path);
            let from = is_there.then_some(*path);
            if let Some(from) = from.or_else(|| similar_files.find(path, &bytes)) {
                let earlier = intact(base, copy, from)?.unwrap_or_default();
                batch.push((from, earlier), (path, bytes));
            }
            if batch.bytes > BATCH {
                differences
                    .files
                    .extend(std::mem::take(&mut batch).compare());
            }
        }
        differences.files.extend(batch.compare());
        Ok(differences)
    }

    /// Encodes the differences in postcard format.
    pub(crate) fn to_bytes(&self) -> Vec<u8> {
        postcard::to_allocvec(self).expect("memory takes plain data")
    }

    /// Decodes the result of [`Differences::to_bytes`]; `None` if it is invalid.
    pub(crate) fn from_bytes(bytes: &[u8]) -> Option<Self> {
        let differences: Self = postcard::from_bytes(bytes).ok()?;
        let mut sizes = differences.files.values().map(|difference| difference.size);
        let are_valid = sizes.all(|size| size <= LARGEST_FILE);
        are_valid.then_some(differences)
    }

    /// Returns the paths of the new files.
    pub(crate) fn paths(&self) -> impl Iterator<Item = &String> {
        self.files.keys()
    }

    /// Returns the size of a new file in bytes; `None` if there is no difference for it.
    pub(crate) fn size(&self, path: &str) -> Option<u64> {
        self.files.get(path).map(|difference| difference.size)
    }

    /// Returns the path of the file in the copy that a new file is rebuilt from.
    pub(crate) fn origin<'d>(&'d self, path: &'d str) -> &'d str {
        let difference = self.files.get(path);
        let other = difference.and_then(|difference| difference.from.as_deref());
        other.unwrap_or(path)
    }

    /// Rebuilds a file from the copy; `None` if there is no difference for it, or if it does
    /// not apply to the copy.
    ///
    /// # Errors
    /// If a file of the copy cannot be read.
    pub(crate) fn rebuilt(
        &self,
        path: &str,
        copy: &mut dyn Contents,
    ) -> io::Result<Option<Vec<u8>>> {
        let Some(difference) = self.files.get(path) else {
            return Ok(None);
        };
        let origin = self.origin(path);
        if !copy.files().contains_key(origin) {
            return Ok(None);
        }
        let earlier = read_all(copy, origin)?;
        Ok(difference.apply((origin, &earlier), path))
    }
}

/// Pairs of files to compare, earlier and later: their paths and bytes.
#[derive(Default)]
struct Batch<'f> {
    pairs: Vec<[(&'f str, Vec<u8>); 2]>,
    bytes: usize,
}

impl<'f> Batch<'f> {
    fn push(&mut self, earlier: (&'f str, Vec<u8>), later: (&'f str, Vec<u8>)) {
        self.bytes += earlier.1.len() + later.1.len();
        self.pairs.push([earlier, later]);
    }

    fn compare(self) -> Vec<(String, Difference)> {
        let pairs = self.pairs.par_iter();
        let compared = pairs.map(|[(from, earlier), (path, later)]| {
            let difference = Difference::between((from, earlier), (path, later));
            ((*path).to_owned(), difference)
        });
        compared.collect()
    }
}

impl Difference {
    fn between(earlier: (&str, &[u8]), later: (&str, &[u8])) -> Self {
        let alphabet = Alphabet::of_both(earlier, later);
        let symbols = |(path, bytes)| alphabet.symbols(path, bytes).unwrap_or_default();
        let (steps, new) = diff(&symbols(earlier), &symbols(later), alphabet.grain());
        Self {
            from: (earlier.0 != later.0).then(|| earlier.0.to_owned()),
            alphabet,
            size: later.1.len() as u64,
            steps,
            count: new.len() as u64,
            new: alphabet.pack(&new),
        }
    }

    fn apply(&self, (from, earlier): (&str, &[u8]), path: &str) -> Option<Vec<u8>> {
        let earlier = self.alphabet.symbols(from, earlier)?;
        let count = usize::try_from(self.count).ok()?;
        let new = self.alphabet.unpack(&self.new, count);
        let symbols = apply(
            &earlier,
            &self.steps,
            &new,
            self.alphabet.max_symbols(self.size),
        )?;
        let later = self.alphabet.to_bytes(path, symbols)?;
        (later.len() as u64 == self.size).then_some(later)
    }
}

/// Reads a file of the earlier copy; `None` if it is missing or altered.
fn intact(
    base: &Base,
    copy: &mut dyn Contents,
    path: &str,
) -> Result<Option<Vec<u8>>, (PathBuf, FileError)> {
    if !copy.files().contains_key(path) {
        return Ok(None);
    }
    let bytes = read_all(copy, path).map_err(|error| (PathBuf::from(path), error.into()))?;
    let is_intact = base.manifest.files.get(path) == Some(&Digest::of(&bytes));
    Ok(is_intact.then_some(bytes))
}

fn read_all(copy: &mut dyn Contents, path: &str) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    copy.open(path)?.read_to_end(&mut bytes)?;
    Ok(bytes)
}

//! What changed files have that the copy has not.
//!
//! An update that brings whole files can be unpacked by anyone; one that brings differences
//! is a fraction of that, but only `quipu apply` can follow them. What comes of them is
//! held against its digest like any other file: differences need not be believed.

mod alphabet;
mod similar_file;
mod steps;

use std::collections::BTreeMap;
use std::io::{self, Read};
use std::path::PathBuf;

use rayon::prelude::*;
use serde::{Deserialize, Serialize};

use super::base::Base;
use crate::base::sha256::Digest;
use crate::carry::copy::Contents;
use crate::carry::source::{Source, changed};
use alphabet::Alphabet;
use similar_file::SimilarFiles;
use steps::{Step, between, follow};

/// Larger than any that is worth making.
pub const LARGEST: u64 = 256 * 1024 * 1024;
/// Larger files are brought whole: both are in memory while they are compared.
const LARGEST_FILE: u64 = 1024 * 1024 * 1024;
/// Bytes in memory at once, unless a single file has more.
const BATCH: usize = 64 * 1024 * 1024;

/// Changed files, each by what another file of the copy has of it.
#[derive(Debug, Default, Serialize, Deserialize)]
pub struct Differences {
    files: BTreeMap<String, Difference>,
}

#[derive(Debug, Serialize, Deserialize)]
struct Difference {
    /// Another file of the copy, where it is not the one of the same name.
    from: Option<String>,
    alphabet: Alphabet,
    /// In bytes.
    size: u64,
    steps: Vec<Step>,
    /// How many symbols are new.
    count: u64,
    /// These, packed.
    new: Vec<u8>,
}

impl Differences {
    /// What `files` have beyond an earlier copy: of those that it has by the same name, or
    /// that one of its files that are `gone` has become. All others are left out.
    ///
    /// # Errors
    /// With the file that cannot be read, or changes meanwhile.
    pub fn between(
        base: &Base,
        copy: &mut dyn Contents,
        gone: &[String],
        files: &BTreeMap<&str, (&Source, Digest)>,
    ) -> Result<Self, (PathBuf, io::Error)> {
        let mut kin = SimilarFiles::default();
        for path in gone {
            let bytes = intact(base, copy, path)?;
            bytes.iter().for_each(|bytes| kin.push(path, bytes));
        }
        let mut differences = Self::default();
        let mut batch = Batch::default();
        for (path, (source, wanted)) in files {
            if source.size() > LARGEST_FILE {
                continue;
            }
            let bytes = source.read()?;
            if Digest::of(&bytes) != *wanted {
                return Err((PathBuf::from(*path), changed()));
            }
            let is_there = base.manifest.files.contains_key(*path);
            let from = is_there.then_some(*path);
            if let Some(from) = from.or_else(|| kin.find(path, &bytes)) {
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

    /// As they stand in their file.
    pub fn to_bytes(&self) -> Vec<u8> {
        postcard::to_allocvec(self).expect("memory takes plain data")
    }

    /// What such a file says; nothing if it cannot be meant.
    pub fn from_bytes(bytes: &[u8]) -> Option<Self> {
        let differences: Self = postcard::from_bytes(bytes).ok()?;
        let mut sizes = differences.files.values().map(|difference| difference.size);
        let are_sizes = sizes.all(|size| size <= LARGEST_FILE);
        are_sizes.then_some(differences)
    }

    /// The files that they lead to.
    pub fn paths(&self) -> impl Iterator<Item = &String> {
        self.files.keys()
    }

    /// The size that a file will have, if they lead to it.
    pub fn size(&self, path: &str) -> Option<u64> {
        self.files.get(path).map(|difference| difference.size)
    }

    /// The file of the copy that one is made from.
    pub fn origin<'d>(&'d self, path: &'d str) -> &'d str {
        let difference = self.files.get(path);
        let other = difference.and_then(|difference| difference.from.as_deref());
        other.unwrap_or(path)
    }

    /// A file, from what the copy has of it; nothing if that leads nowhere.
    ///
    /// # Errors
    /// When the system does not let the copy be read.
    pub fn rebuilt(&self, path: &str, copy: &mut dyn Contents) -> io::Result<Option<Vec<u8>>> {
        let Some(difference) = self.files.get(path) else {
            return Ok(None);
        };
        let origin = self.origin(path);
        if !copy.files().contains_key(origin) {
            return Ok(None);
        }
        let earlier = all(copy, origin)?;
        Ok(difference.follow((origin, &earlier), path))
    }
}

/// Files to be compared: their paths and bytes.
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
        let (steps, new) = between(&symbols(earlier), &symbols(later), alphabet.grain());
        Self {
            from: (earlier.0 != later.0).then(|| earlier.0.to_owned()),
            alphabet,
            size: later.1.len() as u64,
            steps,
            count: new.len() as u64,
            new: alphabet.pack(&new),
        }
    }

    fn follow(&self, (from, earlier): (&str, &[u8]), path: &str) -> Option<Vec<u8>> {
        let earlier = self.alphabet.symbols(from, earlier)?;
        let count = usize::try_from(self.count).ok()?;
        let new = self.alphabet.unpack(&self.new, count);
        let symbols = follow(&earlier, &self.steps, &new, self.alphabet.most(self.size))?;
        let later = self.alphabet.write(path, symbols)?;
        (later.len() as u64 == self.size).then_some(later)
    }
}

/// A file of an earlier copy, if it is there as it was packed.
fn intact(
    base: &Base,
    copy: &mut dyn Contents,
    path: &str,
) -> Result<Option<Vec<u8>>, (PathBuf, io::Error)> {
    if !copy.files().contains_key(path) {
        return Ok(None);
    }
    let bytes = all(copy, path).map_err(|error| (PathBuf::from(path), error))?;
    let is_intact = base.manifest.files.get(path) == Some(&Digest::of(&bytes));
    Ok(is_intact.then_some(bytes))
}

fn all(copy: &mut dyn Contents, path: &str) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    copy.open(path)?.read_to_end(&mut bytes)?;
    Ok(bytes)
}

//! Finds the earlier version of a renamed file.
//!
//! Files of the search index are named by their content, so a changed file has another name.
//! Its most similar earlier file is found by comparing samples of the hashes of both, chosen
//! by value and not by position: U. Manber, "Finding Similar Files in a Large File System"
//! (1994).

use foldhash::HashMap;

use super::alphabet::Alphabet;
use super::steps::each_window;

/// One in this many hashes is a sample, on average.
const SAMPLE_INTERVAL: u64 = 64;
/// Minimum number of common samples for files to count as similar.
const MIN_SHARED: usize = 4;

/// Index of the files removed from an earlier copy.
#[derive(Default)]
pub(super) struct SimilarFiles {
    paths: Vec<String>,
    by_sample: HashMap<u64, Vec<u32>>,
}

impl SimilarFiles {
    /// Adds a removed file to the index.
    pub(super) fn push(&mut self, path: &str, bytes: &[u8]) {
        let number = self.paths.len() as u32;
        self.paths.push(path.to_owned());
        each_sample(path, bytes, |sample| {
            let files = self.by_sample.entry(sample).or_default();
            if files.last() != Some(&number) {
                files.push(number);
            }
        });
    }

    /// Returns the file most similar to a new one; `None` if none is similar enough.
    pub(super) fn find(&self, path: &str, bytes: &[u8]) -> Option<&str> {
        let mut shared = vec![0; self.paths.len()];
        each_sample(path, bytes, |sample| {
            for number in self.by_sample.get(&sample).into_iter().flatten() {
                shared[*number as usize] += 1;
            }
        });
        let most = (0..shared.len())
            .rev()
            .max_by_key(|number| shared[*number])?;
        (shared[most] >= MIN_SHARED).then(|| self.paths[most].as_str())
    }
}

fn each_sample(path: &str, bytes: &[u8], mut read: impl FnMut(u64)) {
    let (alphabet, symbols) = match Alphabet::Bits.symbols(path, bytes) {
        Some(symbols) => (Alphabet::Bits, symbols),
        None => (Alphabet::Bytes, bytes.to_vec()),
    };
    each_window(&symbols, alphabet.grain().window, |_, hash| {
        // The high bits depend on all symbols, the low bits on few.
        if (hash >> 32).is_multiple_of(SAMPLE_INTERVAL) {
            read(hash);
        }
    });
}

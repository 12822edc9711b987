//! Which earlier file a new one was.
//!
//! Files of the index are called by what they hold, so that a changed one has another
//! name. The one that shares most with it is found by samples of the hashes of both, each
//! taken for what it is and not for where it stands: U. Manber, "Finding Similar Files in a
//! Large File System" (1994).

use foldhash::HashMap;

use super::alphabet::Alphabet;
use super::steps::each_window;

/// One hash of so many is a sample.
const SAMPLES: u64 = 64;
/// With fewer in common, files have nothing to do with each other.
const FEWEST: usize = 4;

/// Files that are no longer there.
#[derive(Default)]
pub struct SimilarFiles {
    paths: Vec<String>,
    by_sample: HashMap<u64, Vec<u32>>,
}

impl SimilarFiles {
    /// Adds a file.
    pub fn push(&mut self, path: &str, bytes: &[u8]) {
        let number = self.paths.len() as u32;
        self.paths.push(path.to_owned());
        each_sample(path, bytes, |sample| {
            let files = self.by_sample.entry(sample).or_default();
            if files.last() != Some(&number) {
                files.push(number);
            }
        });
    }

    /// The file that shares most with a new one; nothing if none shares enough.
    pub fn find(&self, path: &str, bytes: &[u8]) -> Option<&str> {
        let mut shared = vec![0; self.paths.len()];
        each_sample(path, bytes, |sample| {
            for number in self.by_sample.get(&sample).into_iter().flatten() {
                shared[*number as usize] += 1;
            }
        });
        let most = (0..shared.len())
            .rev()
            .max_by_key(|number| shared[*number])?;
        (shared[most] >= FEWEST).then(|| self.paths[most].as_str())
    }
}

fn each_sample(path: &str, bytes: &[u8], mut read: impl FnMut(u64)) {
    let (alphabet, symbols) = match Alphabet::Bits.symbols(path, bytes) {
        Some(symbols) => (Alphabet::Bits, symbols),
        None => (Alphabet::Bytes, bytes.to_vec()),
    };
    each_window(&symbols, alphabet.grain().window, |_, hash| {
        // The highest bits depend on all symbols, the lowest on few.
        if (hash >> 32).is_multiple_of(SAMPLES) {
            read(hash);
        }
    });
}

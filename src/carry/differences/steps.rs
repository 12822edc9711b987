//! Delta encoding: one sequence as copies from another, with new symbols in between.
//!
//! Common blocks are found by their hashes: the earlier sequence is hashed at multiples of
//! the stride, and a rolling hash moves over the later one: A. Tridgell, "Efficient
//! Algorithms for Sorting and Synchronization" (1999), chapter 3. Here both sequences are
//! at hand, so that matches are verified and extended in both directions.

use foldhash::{HashMap, HashMapExt};
use serde::{Deserialize, Serialize};

/// New symbols followed by a copy.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Step {
    /// Number of new symbols, which are stored separately and consecutively.
    pub new: u64,
    /// Start of the copy in the earlier sequence, relative to the end of the previous copy.
    pub skipped: i64,
    /// Number of copied symbols.
    pub copied: u64,
}

/// Granularity of the matching.
#[derive(Debug, Clone, Copy)]
pub(super) struct Grain {
    /// Number of symbols per hash; the minimum length of a match.
    pub window: usize,
    /// Distance between hashed blocks of the earlier sequence, in symbols.
    pub stride: usize,
}

/// Returns the steps from `earlier` to `later`, and the new symbols of all steps.
pub(super) fn diff(earlier: &[u8], later: &[u8], grain: Grain) -> (Vec<Step>, Vec<u8>) {
    let mut encoder = Encoder {
        earlier,
        later,
        steps: Vec::new(),
        new: Vec::new(),
        encoded: 0,
        copied_to: 0,
    };
    let blocks = BlockIndex::of(earlier, grain);
    let mut at = 0;
    let mut hash = Rolling::at(later, at, grain.window);
    while let Some(rolling) = hash {
        let found = encoder
            .continuation(at, grain.window)
            .or_else(|| blocks.find(rolling.hash, &later[at..at + grain.window]));
        if let Some(from) = found {
            at = encoder.copy(from, at);
            hash = Rolling::at(later, at, grain.window);
        } else {
            hash = rolling.next(later, at, grain.window);
            at += 1;
        }
    }
    encoder.finish()
}

/// Rebuilds the later sequence from the result of [`diff`]; `None` if a step is out of
/// bounds, `new` has another length, or the result has more than `largest` symbols.
pub(super) fn apply(earlier: &[u8], steps: &[Step], new: &[u8], largest: u64) -> Option<Vec<u8>> {
    let mut later = Vec::new();
    let (mut new, mut from) = (new, 0_u64);
    for step in steps {
        let length = (later.len() as u64).checked_add(step.new)?;
        (length.checked_add(step.copied)? <= largest).then_some(())?;
        let (literal, rest) = new.split_at_checked(usize::try_from(step.new).ok()?)?;
        new = rest;
        later.extend_from_slice(literal);
        let start = from.checked_add_signed(step.skipped)?;
        from = start.checked_add(step.copied)?;
        let copied = usize::try_from(start).ok()?..usize::try_from(from).ok()?;
        later.extend_from_slice(earlier.get(copied)?);
    }
    new.is_empty().then_some(later)
}

/// The state of [`diff`].
struct Encoder<'s> {
    earlier: &'s [u8],
    later: &'s [u8],
    steps: Vec<Step>,
    new: Vec<u8>,
    /// Length of the encoded part of the later sequence.
    encoded: usize,
    /// End of the last copy in the earlier sequence.
    copied_to: usize,
}

impl Encoder<'_> {
    /// Returns the position where the last copy would continue if the pending symbols had
    /// replaced as many, provided that the window at `at` matches there.
    fn continuation(&self, at: usize, window: usize) -> Option<usize> {
        let from = self.copied_to + (at - self.encoded);
        let block = self.earlier.get(from..from + window)?;
        (block == &self.later[at..at + window]).then_some(from)
    }

    /// Extends a match in both directions and copies it; returns its end in the later
    /// sequence.
    fn copy(&mut self, mut from: usize, mut at: usize) -> usize {
        let pending = &self.later[self.encoded..at];
        let before = common_length(pending.iter().rev(), self.earlier[..from].iter().rev());
        from -= before;
        at -= before;
        let copied = common_length(self.later[at..].iter(), self.earlier[from..].iter());
        self.new.extend_from_slice(&self.later[self.encoded..at]);
        self.steps.push(Step {
            new: (at - self.encoded) as u64,
            skipped: from as i64 - self.copied_to as i64,
            copied: copied as u64,
        });
        self.encoded = at + copied;
        self.copied_to = from + copied;
        self.encoded
    }

    fn finish(mut self) -> (Vec<Step>, Vec<u8>) {
        let rest = &self.later[self.encoded..];
        if !rest.is_empty() {
            self.new.extend_from_slice(rest);
            self.steps.push(Step {
                new: rest.len() as u64,
                skipped: 0,
                copied: 0,
            });
        }
        (self.steps, self.new)
    }
}

/// Returns the length of the common prefix.
fn common_length<'s>(a: impl Iterator<Item = &'s u8>, b: impl Iterator<Item = &'s u8>) -> usize {
    a.zip(b).take_while(|(a, b)| a == b).count()
}

/// Index of the blocks of a sequence by hash.
struct BlockIndex<'s> {
    sequence: &'s [u8],
    by_hash: HashMap<u64, usize>,
}

impl<'s> BlockIndex<'s> {
    fn of(sequence: &'s [u8], grain: Grain) -> Self {
        let mut by_hash = HashMap::with_capacity(sequence.len() / grain.stride);
        each_window(sequence, grain.window, |at, hash| {
            if at.is_multiple_of(grain.stride) {
                by_hash.entry(hash).or_insert(at);
            }
        });
        Self { sequence, by_hash }
    }

    fn find(&self, hash: u64, block: &[u8]) -> Option<usize> {
        let at = *self.by_hash.get(&hash)?;
        (self.sequence[at..at + block.len()] == *block).then_some(at)
    }
}

/// Calls `read` with each position in a sequence and the hash of the window starting there.
pub(super) fn each_window(sequence: &[u8], window: usize, mut read: impl FnMut(usize, u64)) {
    let mut at = 0;
    let mut rolling = Rolling::at(sequence, at, window);
    while let Some(current) = rolling {
        read(at, current.hash);
        rolling = current.next(sequence, at, window);
        at += 1;
    }
}

/// A rolling hash: R. M. Karp and M. O. Rabin, "Efficient randomized pattern-matching
/// algorithms" (1987), modulo 2⁶⁴.
#[derive(Clone, Copy)]
struct Rolling {
    hash: u64,
    /// Multiplier of the first symbol in the window.
    first: u64,
}

const BASE: u64 = 0x9e37_79b9_7f4a_7c15;

impl Rolling {
    fn at(sequence: &[u8], at: usize, window: usize) -> Option<Self> {
        let symbols = sequence.get(at..at + window)?;
        let hash = symbols
            .iter()
            .fold(0_u64, |hash, symbol| push(hash, *symbol));
        let first = (1..window).fold(1_u64, |first, _| first.wrapping_mul(BASE));
        Some(Self { hash, first })
    }

    fn next(self, sequence: &[u8], at: usize, window: usize) -> Option<Self> {
        let next = sequence.get(at + window)?;
        let gone = value(sequence[at]).wrapping_mul(self.first);
        let hash = push(self.hash.wrapping_sub(gone), *next);
        Some(Self { hash, ..self })
    }
}

fn push(hash: u64, symbol: u8) -> u64 {
    hash.wrapping_mul(BASE).wrapping_add(value(symbol))
}

/// Never 0, so that runs of the lowest symbol differ in hash by length.
fn value(symbol: u8) -> u64 {
    u64::from(symbol) + 1
}

#[cfg(test)]
mod tests {
    use super::{Grain, Step, apply, diff};

    const GRAIN: Grain = Grain {
        window: 8,
        stride: 4,
    };

    #[track_caller]
    fn new_symbols(earlier: &[u8], later: &[u8]) -> usize {
        let (steps, new) = diff(earlier, later, GRAIN);
        let applied = apply(earlier, &steps, &new, later.len() as u64);
        assert_eq!(applied.as_deref(), Some(later));
        new.len()
    }

    #[test]
    fn only_new_symbols_are_stored() {
        let mut random = fastrand::Rng::with_seed(7);
        let earlier: Vec<u8> = std::iter::repeat_with(|| random.u8(..))
            .take(5000)
            .collect();
        let mut later = earlier.clone();
        assert_eq!(new_symbols(&earlier, &later), 0);
        later[700] ^= 1;
        later.splice(2000..2000, *b"nuevo");
        later.drain(3000..3100);
        assert_eq!(new_symbols(&earlier, &later), 6);
        later.rotate_left(1500);
        assert!(new_symbols(&earlier, &later) < 20);
        assert_eq!(new_symbols(&[], &later), later.len());
        assert_eq!(new_symbols(&earlier, &[]), 0);
        assert_eq!(new_symbols(b"corto", b"corto"), 5);
    }

    #[test]
    fn any_sequence_can_be_rebuilt_from_any_other() {
        let mut random = fastrand::Rng::with_seed(8);
        for _ in 0..2000 {
            let mut sequence = || -> Vec<u8> {
                let length = random.usize(..200);
                std::iter::repeat_with(|| random.u8(..2))
                    .take(length)
                    .collect()
            };
            new_symbols(&sequence(), &sequence());
        }
    }

    #[test]
    fn steps_out_of_bounds_are_rejected() {
        let step = |new, skipped, copied| Step {
            new,
            skipped,
            copied,
        };
        for (steps, new, largest) in [
            (vec![step(0, -1, 2)], &b""[..], 100),
            (vec![step(0, 9, 2)], b"", 100),
            (vec![step(0, 0, u64::MAX)], b"", u64::MAX),
            (vec![step(0, i64::MAX, u64::MAX)], b"", u64::MAX),
            (vec![step(u64::MAX, 0, 1)], b"", u64::MAX),
            (vec![step(2, 0, 0)], b"a", 100),
            (vec![step(1, 0, 0)], b"ab", 100),
            (vec![step(0, 0, 9), step(0, -9, 9)], b"", 17),
        ] {
            assert_eq!(apply(b"123456789", &steps, new, largest), None, "{steps:?}");
        }
    }
}

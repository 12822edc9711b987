//! One sequence told by another: what is copied, and what is new in between.
//!
//! Stretches that both have are found by their hashes at whole strides of the earlier
//! sequence, while the same hash rolls over the later one: A. Tridgell, "Efficient
//! Algorithms for Sorting and Synchronization" (1999), chapter 3. Here both sequences are
//! at hand, so that what a hash finds is compared, and extended to both sides.

use foldhash::{HashMap, HashMapExt};
use serde::{Deserialize, Serialize};

/// What is new, then what is copied.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Step {
    /// How many symbols are new; they are told elsewhere, one after another.
    pub new: u64,
    /// Where what is copied stands, counted from where the last copy ended.
    pub skipped: i64,
    /// How many symbols are copied.
    pub copied: u64,
}

/// How long stretches must be to be found.
#[derive(Debug, Clone, Copy)]
pub struct Grain {
    /// Symbols that are hashed together.
    pub window: usize,
    /// Symbols of the earlier sequence from one hash to the next.
    pub stride: usize,
}

/// The steps from `earlier` to `later`, and what is new in them.
pub fn between(earlier: &[u8], later: &[u8], grain: Grain) -> (Vec<Step>, Vec<u8>) {
    let mut path = Path {
        earlier,
        later,
        steps: Vec::new(),
        new: Vec::new(),
        told: 0,
        copied_to: 0,
    };
    let stretches = Stretches::of(earlier, grain);
    let mut at = 0;
    let mut hash = Rolling::at(later, at, grain.window);
    while let Some(rolling) = hash {
        let found = path
            .on_the_way(at, grain.window)
            .or_else(|| stretches.find(rolling.hash, &later[at..at + grain.window]));
        if let Some(from) = found {
            at = path.copy(from, at);
            hash = Rolling::at(later, at, grain.window);
        } else {
            hash = rolling.next(later, at, grain.window);
            at += 1;
        }
    }
    path.end()
}

/// The later sequence: steps from the earlier one, and what is new in them. Nothing where
/// they lead outside, or to more than `largest` symbols.
pub fn follow(earlier: &[u8], steps: &[Step], new: &[u8], largest: u64) -> Option<Vec<u8>> {
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

/// The steps so far.
struct Path<'s> {
    earlier: &'s [u8],
    later: &'s [u8],
    steps: Vec<Step>,
    new: Vec<u8>,
    /// How much of the later sequence is told.
    told: usize,
    /// Where the last copy ended in the earlier one.
    copied_to: usize,
}

impl Path<'_> {
    /// Where copying would go on if what is new since took the place of as much.
    fn on_the_way(&self, at: usize, window: usize) -> Option<usize> {
        let from = self.copied_to + (at - self.told);
        let stretch = self.earlier.get(from..from + window)?;
        (stretch == &self.later[at..at + window]).then_some(from)
    }

    /// Copies the whole stretch around two places; tells where it ends.
    fn copy(&mut self, mut from: usize, mut at: usize) -> usize {
        let untold = &self.later[self.told..at];
        let before = shared(untold.iter().rev(), self.earlier[..from].iter().rev());
        from -= before;
        at -= before;
        let copied = shared(self.later[at..].iter(), self.earlier[from..].iter());
        self.new.extend_from_slice(&self.later[self.told..at]);
        self.steps.push(Step {
            new: (at - self.told) as u64,
            skipped: from as i64 - self.copied_to as i64,
            copied: copied as u64,
        });
        self.told = at + copied;
        self.copied_to = from + copied;
        self.told
    }

    fn end(mut self) -> (Vec<Step>, Vec<u8>) {
        let rest = &self.later[self.told..];
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

/// How long two sequences are alike.
fn shared<'s>(a: impl Iterator<Item = &'s u8>, b: impl Iterator<Item = &'s u8>) -> usize {
    a.zip(b).take_while(|(a, b)| a == b).count()
}

/// Stretches of a sequence by their hashes.
struct Stretches<'s> {
    sequence: &'s [u8],
    by_hash: HashMap<u64, usize>,
}

impl<'s> Stretches<'s> {
    fn of(sequence: &'s [u8], grain: Grain) -> Self {
        let mut by_hash = HashMap::with_capacity(sequence.len() / grain.stride);
        each_window(sequence, grain.window, |at, hash| {
            if at.is_multiple_of(grain.stride) {
                by_hash.entry(hash).or_insert(at);
            }
        });
        Self { sequence, by_hash }
    }

    fn find(&self, hash: u64, stretch: &[u8]) -> Option<usize> {
        let at = *self.by_hash.get(&hash)?;
        (self.sequence[at..at + stretch.len()] == *stretch).then_some(at)
    }
}

/// Calls `read` with each place of a sequence and the hash of the window there.
pub fn each_window(sequence: &[u8], window: usize, mut read: impl FnMut(usize, u64)) {
    let mut at = 0;
    let mut rolling = Rolling::at(sequence, at, window);
    while let Some(current) = rolling {
        read(at, current.hash);
        rolling = current.next(sequence, at, window);
        at += 1;
    }
}

/// A hash that moves on by one symbol: R. M. Karp and M. O. Rabin, "Efficient randomized
/// pattern-matching algorithms" (1987), modulo 2⁶⁴.
#[derive(Clone, Copy)]
struct Rolling {
    hash: u64,
    /// What the first symbol is multiplied by.
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

/// Never 0, so that a longer run of the lowest symbol is no other one's.
fn value(symbol: u8) -> u64 {
    u64::from(symbol) + 1
}

#[cfg(test)]
mod tests {
    use super::{Grain, Step, between, follow};

    const GRAIN: Grain = Grain {
        window: 8,
        stride: 4,
    };

    #[track_caller]
    fn told(earlier: &[u8], later: &[u8]) -> usize {
        let (steps, new) = between(earlier, later, GRAIN);
        let followed = follow(earlier, &steps, &new, later.len() as u64);
        assert_eq!(followed.as_deref(), Some(later));
        new.len()
    }

    #[test]
    fn only_what_is_new_is_told() {
        let mut random = fastrand::Rng::with_seed(7);
        let earlier: Vec<u8> = std::iter::repeat_with(|| random.u8(..))
            .take(5000)
            .collect();
        let mut later = earlier.clone();
        assert_eq!(told(&earlier, &later), 0);
        later[700] ^= 1;
        later.splice(2000..2000, *b"nuevo");
        later.drain(3000..3100);
        assert_eq!(told(&earlier, &later), 6);
        later.rotate_left(1500);
        assert!(told(&earlier, &later) < 20);
        assert_eq!(told(&[], &later), later.len());
        assert_eq!(told(&earlier, &[]), 0);
        assert_eq!(told(b"corto", b"corto"), 5);
    }

    #[test]
    fn any_two_sequences_lead_from_one_to_the_other() {
        let mut random = fastrand::Rng::with_seed(8);
        for _ in 0..2000 {
            let mut sequence = || -> Vec<u8> {
                let length = random.usize(..200);
                std::iter::repeat_with(|| random.u8(..2))
                    .take(length)
                    .collect()
            };
            told(&sequence(), &sequence());
        }
    }

    #[test]
    fn steps_that_lead_outside_lead_nowhere() {
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
            assert_eq!(
                follow(b"123456789", &steps, new, largest),
                None,
                "{steps:?}"
            );
        }
    }
}

//! From documents with their words to words with their documents.

use super::document::Term;
use super::vocabulary::StemId;
use crate::wire::postings::{Posting, PostingStatistics};

/// The terms of every document, packed: a large site has tens of millions.
#[derive(Default)]
pub struct Terms {
    /// By document: where its terms begin.
    starts: Vec<usize>,
    stems: Vec<StemId>,
    impacts: Vec<u8>,
    /// By term: where its positions begin.
    places: Vec<u32>,
    /// Positions by document, each less the one before, in groups of seven bits.
    positions: Vec<Vec<u8>>,
    /// What they are like.
    pub statistics: PostingStatistics,
}

impl Terms {
    /// Adds the next document.
    pub fn push(&mut self, terms: &[Term]) {
        self.starts.push(self.stems.len());
        let mut bytes = Vec::new();
        for term in terms {
            self.statistics.add(term.impact, &term.positions);
            self.stems.push(term.stem);
            self.impacts.push(term.impact as u8);
            self.places.push(bytes.len() as u32);
            pack(term.positions.len() as u32, &mut bytes);
            let mut next = 0;
            for position in &term.positions {
                pack(position - next, &mut bytes);
                next = position + 1;
            }
        }
        bytes.shrink_to_fit();
        self.positions.push(bytes);
    }

    /// How many documents there are.
    pub fn documents(&self) -> u32 {
        self.starts.len() as u32
    }

    /// Sorts the terms by stem, documents in order.
    pub fn invert(self, stems: usize) -> Inverted {
        let mut starts = vec![0; stems + 1];
        for stem in &self.stems {
            starts[*stem as usize + 1] += 1;
        }
        for stem in 0..stems {
            starts[stem + 1] += starts[stem];
        }
        let mut next = starts.clone();
        let mut order = vec![(0, 0); self.stems.len()];
        let ends = self
            .starts
            .iter()
            .skip(1)
            .copied()
            .chain([self.stems.len()]);
        for (document, (start, end)) in self.starts.iter().zip(ends).enumerate() {
            for term in *start..end {
                let slot = &mut next[self.stems[term] as usize];
                order[*slot] = (document as u32, term as u32);
                *slot += 1;
            }
        }
        Inverted {
            terms: self,
            starts,
            order,
        }
    }
}

/// Every stem with its documents.
pub struct Inverted {
    terms: Terms,
    /// By stem: where its documents begin in `order`.
    starts: Vec<usize>,
    /// Documents, each with its term.
    order: Vec<(u32, u32)>,
}

impl Inverted {
    /// Every stem.
    pub fn stems(&self) -> std::ops::Range<StemId> {
        0..(self.starts.len() - 1) as StemId
    }

    /// In how many documents a stem is.
    pub fn documents(&self, stem: StemId) -> u32 {
        (self.starts[stem as usize + 1] - self.starts[stem as usize]) as u32
    }

    /// The documents of a stem, with its positions in each.
    pub fn postings(&self, stem: StemId) -> impl Iterator<Item = (Posting, Vec<u32>)> + '_ {
        let range = self.starts[stem as usize]..self.starts[stem as usize + 1];
        self.order[range].iter().map(|(document, term)| {
            let term = *term as usize;
            let bytes = &self.terms.positions[*document as usize];
            let positions = unpack(&bytes[self.terms.places[term] as usize..]);
            let posting = Posting {
                document: *document,
                impact: u32::from(self.terms.impacts[term]),
                count: positions.len().min(4) as u32,
            };
            (posting, positions)
        })
    }
}

fn pack(mut value: u32, bytes: &mut Vec<u8>) {
    while value > 127 {
        bytes.push(value as u8 | 128);
        value >>= 7;
    }
    bytes.push(value as u8);
}

fn unpack(bytes: &[u8]) -> Vec<u32> {
    let mut bytes = bytes.iter();
    let mut value = || {
        let (mut value, mut shift) = (0, 0);
        for byte in bytes.by_ref() {
            value |= u32::from(byte & 127) << shift;
            shift += 7;
            if byte & 128 == 0 {
                break;
            }
        }
        value
    };
    let count = value();
    let mut next = 0;
    (0..count)
        .map(|_| {
            let position = next + value();
            next = position + 1;
            position
        })
        .collect()
}

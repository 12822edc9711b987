//! Inverts documents: from the words of each document to the documents of each stem.
//!
//! A large site has tens of millions of postings. They are stored packed, about six bytes
//! each, in runs of consecutive documents, each sorted by stem: single-pass in-memory
//! indexing (S. Heinz and J. Zobel, "Efficient single-pass index construction for text
//! databases", 2003), with runs in memory instead of on disk.

use super::document::Document;
use super::terms::{Term, each_term};
use super::varint::{pack, packed_length, unpack};
use super::vocabulary::{StemId, Vocabulary};
use crate::search::format::postings::{Posting, PostingStatistics};

/// The terms of one document, packed.
#[derive(Default)]
pub(super) struct Packed {
    /// Sorted stems, each with the end of its bytes.
    stems: Vec<(StemId, u32)>,
    /// By stem: its impact, its number of occurrences, and its delta-encoded positions, as
    /// varints.
    bytes: Vec<u8>,
    statistics: PostingStatistics,
}

impl Packed {
    /// Packs the terms of a document.
    pub(super) fn of(document: &Document, vocabulary: &Vocabulary) -> Self {
        let mut packed = Self::default();
        each_term(document, vocabulary, |term| packed.push(&term));
        packed
    }

    fn push(&mut self, term: &Term<'_>) {
        self.statistics.add(term.impact, term.positions);
        pack(term.impact, &mut self.bytes);
        pack(term.positions.len() as u32, &mut self.bytes);
        let mut next = 0;
        for position in term.positions {
            pack(position - next, &mut self.bytes);
            next = position + 1;
        }
        self.stems.push((term.stem, self.bytes.len() as u32));
    }

    /// Returns the stems in order, each with its bytes.
    fn terms(&self) -> impl Iterator<Item = (StemId, &[u8])> {
        let mut start = 0;
        self.stems.iter().map(move |(stem, end)| {
            let bytes = &self.bytes[start..*end as usize];
            start = *end as usize;
            (*stem, bytes)
        })
    }
}

/// The inverted index: every stem with its documents.
#[derive(Default)]
pub(super) struct InvertedIndex {
    runs: Vec<Run>,
    /// Number of documents added so far.
    pub documents: u32,
    /// Statistics of all postings.
    pub statistics: PostingStatistics,
}

/// The postings of a range of consecutive documents.
struct Run {
    /// Number of the first document.
    first: u32,
    /// By stem: the start of its bytes; then the end of the last stem's.
    starts: Vec<u32>,
    /// By stem, the documents that have it: the number of documents skipped since the last
    /// one, then as in [`Packed::bytes`].
    bytes: Vec<u8>,
}

impl InvertedIndex {
    /// Adds the next documents. Their stem numbers must be below `stems`.
    pub(super) fn push(&mut self, documents: &[Packed], stems: usize) {
        self.runs.push(Run::of(self.documents, documents, stems));
        self.documents += documents.len() as u32;
        for document in documents {
            self.statistics.merge(&document.statistics);
        }
    }

    /// Calls `read` with each posting of a stem and its positions.
    pub(super) fn each(&self, stem: StemId, mut read: impl FnMut(Posting, &[u32])) {
        let mut positions = Vec::new();
        for run in &self.runs {
            let mut bytes = run.bytes_of(stem);
            let mut next = run.first;
            while !bytes.is_empty() {
                let document = next + unpack(&mut bytes);
                next = document + 1;
                let impact = unpack(&mut bytes);
                let count = unpack(&mut bytes);
                positions.clear();
                let mut after = 0;
                positions.extend((0..count).map(|_| {
                    let position = after + unpack(&mut bytes);
                    after = position + 1;
                    position
                }));
                read(Posting::new(document, impact, count), &positions);
            }
        }
    }
}

impl Run {
    fn of(first: u32, documents: &[Packed], stems: usize) -> Self {
        let mut starts = vec![0; stems + 1];
        each_posting(documents, stems, |stem, gap, bytes| {
            starts[stem as usize + 1] += (packed_length(gap) + bytes.len()) as u32;
        });
        for stem in 0..stems {
            starts[stem + 1] += starts[stem];
        }
        let mut ends = starts.clone();
        let mut all = vec![0; starts[stems] as usize];
        let mut written = Vec::new();
        each_posting(documents, stems, |stem, gap, bytes| {
            written.clear();
            pack(gap, &mut written);
            written.extend_from_slice(bytes);
            let start = ends[stem as usize] as usize;
            all[start..start + written.len()].copy_from_slice(&written);
            ends[stem as usize] += written.len() as u32;
        });
        Self {
            first,
            starts,
            bytes: all,
        }
    }

    fn bytes_of(&self, stem: StemId) -> &[u8] {
        let stem = stem as usize;
        match (self.starts.get(stem), self.starts.get(stem + 1)) {
            (Some(start), Some(end)) => &self.bytes[*start as usize..*end as usize],
            _ => &[],
        }
    }
}

/// Calls `read` with each term of each document: its stem, the number of documents skipped
/// since the last one with that stem, and its bytes.
fn each_posting(documents: &[Packed], stems: usize, mut read: impl FnMut(StemId, u32, &[u8])) {
    let mut next = vec![0; stems];
    for (document, number) in documents.iter().zip(0..) {
        for (stem, bytes) in document.terms() {
            let next = &mut next[stem as usize];
            read(stem, number - *next, bytes);
            *next = number + 1;
        }
    }
}

//! Posting lists: the documents that contain a word, with its impact and positions in each.

use super::bits::{BitReader, BitWriter, rice_parameter};
use super::huffman::{Code, lengths};

/// Number of impact levels, counted from 1.
pub(crate) const LEVELS: u32 = 15;
/// Number of occurrence counts that are distinguished in the document list: 1, 2, 3, and 4
/// or more.
const COUNTS: u32 = 4;
/// Bits of a code length or Rice parameter.
const LENGTH_BITS: u32 = 5;
/// Rice parameter of the excess of a count over [`COUNTS`].
const EXCESS: u32 = 1;

/// An entry of a posting list: a word in a document.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Posting {
    /// Document number.
    pub document: u32,
    /// Quantised weight of the word in the document, from 1 to [`LEVELS`].
    pub impact: u32,
    /// Number of occurrences, capped at 4; the exact number is stored with the positions.
    pub count: u32,
}

impl Posting {
    /// Creates a posting from the exact `count`.
    pub(crate) fn new(document: u32, impact: u32, count: u32) -> Self {
        Self {
            document,
            impact,
            count: count.min(COUNTS),
        }
    }
}

/// The code in which a site's posting lists are written.
#[derive(Debug, Clone)]
pub(crate) struct PostingCode {
    /// Number of documents in the index.
    pub documents: u32,
    /// Joint code of impact and count.
    symbols: Code,
    /// By count: the Rice parameter of position gaps.
    positions: [u32; COUNTS as usize],
}

/// Statistics of a site's postings, from which their code is derived.
#[derive(Debug, Clone)]
pub(crate) struct PostingStatistics {
    symbols: Vec<u64>,
    /// By count: the number of positions, and the sum of the gaps between them.
    gaps: [(u64, u64); COUNTS as usize],
}

impl Default for PostingStatistics {
    fn default() -> Self {
        Self {
            symbols: vec![0; (LEVELS * COUNTS) as usize],
            gaps: Default::default(),
        }
    }
}

impl PostingStatistics {
    /// Adds a posting.
    pub(crate) fn add(&mut self, impact: u32, positions: &[u32]) {
        let count = (positions.len() as u32).min(COUNTS);
        self.symbols[symbol(impact, count)] += 1;
        let gaps = &mut self.gaps[count as usize - 1];
        gaps.0 += positions.len() as u64;
        gaps.1 += u64::from(positions.last().copied().unwrap_or_default());
    }

    /// Adds the counts of `other`.
    pub(crate) fn merge(&mut self, other: &Self) {
        for (count, more) in self.symbols.iter_mut().zip(&other.symbols) {
            *count += more;
        }
        for (gaps, more) in self.gaps.iter_mut().zip(&other.gaps) {
            gaps.0 += more.0;
            gaps.1 += more.1;
        }
    }
}

fn symbol(impact: u32, count: u32) -> usize {
    ((impact - 1) * COUNTS + count - 1) as usize
}

impl PostingCode {
    /// Derives the code for postings with these statistics. Frequencies are rounded to
    /// powers of two, so that a change to one document rarely changes the code.
    pub(crate) fn of(documents: u32, statistics: &PostingStatistics) -> Self {
        let rounded = statistics
            .symbols
            .iter()
            .map(|count| 1 << count.max(&1).ilog2());
        let positions = statistics
            .gaps
            .map(|(count, sum)| rice_parameter(sum as f64 / count.max(1) as f64));
        Self {
            documents,
            symbols: Code::new(&lengths(&rounded.collect::<Vec<_>>())),
            positions,
        }
    }

    /// Writes the code's parameters.
    pub(crate) fn write(&self, bits: &mut BitWriter) {
        for number in 0..(LEVELS * COUNTS) as usize {
            bits.bits(self.symbols.length(number), LENGTH_BITS);
        }
        for parameter in self.positions {
            bits.bits(parameter, LENGTH_BITS);
        }
    }

    /// Reads the parameters written by [`PostingCode::write`].
    pub(crate) fn read(documents: u32, bits: &mut BitReader<'_>) -> Self {
        let lengths: Vec<u32> = (0..LEVELS * COUNTS)
            .map(|_| bits.bits(LENGTH_BITS).min(16))
            .collect();
        Self {
            documents,
            symbols: Code::new(&lengths),
            positions: std::array::from_fn(|_| bits.bits(LENGTH_BITS).min(30)),
        }
    }

    fn gap(&self, count: u32) -> u32 {
        rice_parameter(f64::from(self.documents) / f64::from(count.max(1)))
    }

    /// Writes the documents of a list, in ascending order. Their number is stored
    /// elsewhere.
    pub(crate) fn write_documents(&self, list: &[Posting], bits: &mut BitWriter) {
        let gap = self.gap(list.len() as u32);
        let mut next = 0;
        for posting in list {
            bits.rice(posting.document - next, gap);
            next = posting.document + 1;
            self.symbols
                .write(symbol(posting.impact, posting.count), bits);
        }
    }

    /// Reads a list of `count` documents.
    pub(crate) fn read_documents(&self, count: u32, bits: &mut BitReader<'_>) -> Vec<Posting> {
        let gap = self.gap(count);
        let mut next = 0;
        let mut list = Vec::new();
        while list.len() < count as usize && !bits.is_at_end() {
            let document: u32 = bits.rice(gap).saturating_add(next);
            next = document.saturating_add(1);
            let symbol = self.symbols.read(bits) as u32;
            list.push(Posting {
                document,
                impact: symbol / COUNTS + 1,
                count: symbol % COUNTS + 1,
            });
        }
        list
    }

    /// Writes the positions of a word in one document.
    pub(crate) fn write_positions(&self, positions: &[u32], bits: &mut BitWriter) {
        let count = (positions.len() as u32).min(COUNTS);
        if count == COUNTS {
            bits.rice(positions.len() as u32 - COUNTS, EXCESS);
        }
        let mut next = 0;
        for position in positions {
            bits.rice(position - next, self.positions[count as usize - 1]);
            next = position + 1;
        }
    }

    /// Reads the positions of a word for each document of its `list`.
    pub(crate) fn read_positions(
        &self,
        list: &[Posting],
        bits: &mut BitReader<'_>,
    ) -> Vec<Vec<u32>> {
        list.iter()
            .map(|posting| self.positions_of(posting.count, bits))
            .collect()
    }

    fn positions_of(&self, count: u32, bits: &mut BitReader<'_>) -> Vec<u32> {
        let parameter = self.positions[count as usize - 1];
        let count = if count == COUNTS {
            COUNTS + bits.rice(EXCESS)
        } else {
            count
        };
        let mut next: u32 = 0;
        let mut positions = Vec::new();
        while positions.len() < count as usize && !bits.is_at_end() {
            let position = bits.rice(parameter).saturating_add(next);
            positions.push(position);
            next = position.saturating_add(1);
        }
        positions
    }
}

/// Writes a strictly increasing sequence of numbers below `universe`: its length, then its
/// gaps.
pub(crate) fn write_numbers(numbers: &[u32], universe: u32, bits: &mut BitWriter) {
    bits.number(numbers.len() as u32);
    let gap = rice_parameter(f64::from(universe) / numbers.len().max(1) as f64);
    let mut next = 0;
    for number in numbers {
        bits.rice(number - next, gap);
        next = number + 1;
    }
}

/// Reads a sequence written by [`write_numbers`].
pub(crate) fn read_numbers(universe: u32, bits: &mut BitReader<'_>) -> Vec<u32> {
    let count = bits.number();
    let gap = rice_parameter(f64::from(universe) / f64::from(count.max(1)));
    let mut next: u32 = 0;
    let mut numbers = Vec::new();
    while numbers.len() < count as usize && !bits.is_at_end() {
        let number = bits.rice(gap).saturating_add(next);
        numbers.push(number);
        next = number.saturating_add(1);
    }
    numbers
}

#[cfg(test)]
mod tests {
    use super::{
        BitReader, BitWriter, Posting, PostingCode, PostingStatistics, read_numbers, write_numbers,
    };
    use crate::search::format::bits::units;

    #[test]
    fn lists_round_trip() {
        let positions = [
            vec![0],
            vec![3, 4, 900],
            vec![1, 2, 3, 4, 5, 2000],
            vec![70, 71],
        ];
        let list: Vec<Posting> = positions
            .iter()
            .zip([0, 1, 77, 999])
            .map(|(positions, document)| Posting {
                document,
                impact: document % 15 + 1,
                count: positions.len().min(4) as u32,
            })
            .collect();
        let mut statistics = PostingStatistics::default();
        for (posting, positions) in list.iter().zip(&positions) {
            statistics.add(posting.impact, positions);
        }
        let code = PostingCode::of(1000, &statistics);
        let mut bits = BitWriter::default();
        code.write(&mut bits);
        code.write_documents(&list, &mut bits);
        for positions in &positions {
            code.write_positions(positions, &mut bits);
        }
        write_numbers(&[0, 5, 6], 7, &mut bits);
        write_numbers(&[], 7, &mut bits);
        let units = units(&bits.into_text());
        let mut bits = BitReader::new(&units);
        let code = PostingCode::read(1000, &mut bits);
        assert_eq!(code.read_documents(4, &mut bits), list);
        assert_eq!(code.read_positions(&list, &mut bits), positions);
        assert_eq!(read_numbers(7, &mut bits), [0, 5, 6]);
        assert!(read_numbers(7, &mut bits).is_empty());
    }
}

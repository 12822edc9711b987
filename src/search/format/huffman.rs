//! Canonical Huffman codes.
//!
//! D. A. Huffman, "A Method for the Construction of Minimum-Redundancy Codes" (1952); E. S.
//! Schwartz and B. Kallick, "Generating a canonical prefix encoding" (1964).

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use super::bits::{BitReader, BitWriter};

/// Maximum length of a code in bits.
pub(crate) const LONGEST: usize = 16;

/// A prefix code for the numbers from 0.
#[derive(Debug, Clone)]
pub(crate) struct Code {
    /// By number: its code, and the code's length in bits.
    codes: Vec<(u32, u32)>,
    /// By length: number of codes.
    counts: [u32; LONGEST + 1],
    /// Numbers sorted by code.
    order: Vec<usize>,
}

impl Code {
    /// Creates the canonical code with these lengths; 0 means that a number never occurs.
    pub(crate) fn new(lengths: &[u32]) -> Self {
        let mut order: Vec<usize> = (0..lengths.len()).filter(|at| lengths[*at] > 0).collect();
        order.sort_by_key(|at| lengths[*at]);
        let mut code = Self {
            codes: vec![(0, 0); lengths.len()],
            counts: [0; LONGEST + 1],
            order,
        };
        let mut next = 0;
        let mut length = 0;
        for number in &code.order {
            next <<= lengths[*number] - length;
            length = lengths[*number];
            code.codes[*number] = (next, length);
            code.counts[length as usize] += 1;
            next += 1;
        }
        code
    }

    /// Returns how many numbers the code covers, including those that never occur.
    pub(crate) fn count(&self) -> usize {
        self.codes.len()
    }

    /// Returns the code length of `number` in bits.
    pub(crate) fn length(&self, number: usize) -> u32 {
        self.codes[number].1
    }

    /// Returns the code of `number` and its length in bits.
    pub(crate) fn code(&self, number: usize) -> (u32, u32) {
        self.codes[number]
    }

    /// Writes the code of `number`.
    pub(crate) fn write(&self, number: usize, bits: &mut BitWriter) {
        let (code, length) = self.codes[number];
        bits.bits(code, length);
    }

    /// Reads a number; returns 0 if the bits are no valid code.
    pub(crate) fn read(&self, bits: &mut BitReader<'_>) -> usize {
        let mut code = 0;
        let mut first = 0;
        let mut index = 0;
        for count in &self.counts[1..] {
            code = code << 1 | bits.bits(1);
            if code < first + count {
                let place = (index + code - first) as usize;
                return self.order.get(place).copied().unwrap_or_default();
            }
            index += count;
            first = (first + count) << 1;
        }
        0
    }
}

/// Computes code lengths for numbers with these frequencies. Frequencies are flattened
/// until no code is longer than [`LONGEST`].
pub(crate) fn lengths(counts: &[u64]) -> Vec<u32> {
    let mut counts = counts.to_vec();
    loop {
        let lengths = unlimited(&counts);
        if lengths.iter().all(|length| *length <= LONGEST as u32) {
            return lengths;
        }
        for count in &mut counts {
            *count = *count / 2 + 1;
        }
    }
}

fn unlimited(counts: &[u64]) -> Vec<u32> {
    let mut heap: BinaryHeap<Reverse<(u64, usize)>> = counts
        .iter()
        .enumerate()
        .map(|(at, count)| Reverse((*count, at)))
        .collect();
    let mut parents = vec![0; counts.len()];
    while let (Some(Reverse((a, left))), Some(Reverse((b, right)))) = (heap.pop(), heap.pop()) {
        let parent = parents.len();
        parents[left] = parent;
        parents[right] = parent;
        parents.push(0);
        heap.push(Reverse((a + b, parent)));
        if heap.len() == 1 {
            break;
        }
    }
    let depth = |mut at: usize| {
        let mut depth = 0;
        while parents[at] != 0 {
            at = parents[at];
            depth += 1;
        }
        depth
    };
    match counts.len() {
        1 => vec![1],
        count => (0..count).map(depth).collect(),
    }
}

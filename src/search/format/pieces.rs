//! The built-in pieces of words, from which words without a lexicon entry are spelled.
//!
//! `examples/pieces.rs` documents how they were chosen.

use std::sync::LazyLock;

/// One `bits<TAB>piece` per line: the piece's information content in bits, from its
/// frequency.
const LIST: &str = include_str!("../../../data/search/pieces.txt");

/// All characters of the pieces are below this code point.
const CHARACTERS: usize = 0x180;

/// A trie of all pieces.
pub(crate) struct Pieces {
    /// The pieces, in the order of the list.
    pub texts: Vec<&'static str>,
    /// By piece: its information content in bits.
    pub bits: Vec<u32>,
    /// By character: its column in `next`; 0 if no piece contains it.
    columns: [u8; CHARACTERS],
    width: usize,
    /// By node and column: the next node; 0 if there is none.
    next: Vec<u16>,
    /// By node: the piece that ends there, counted from 1; 0 if none does.
    ends: Vec<u16>,
}

/// The built-in pieces.
pub(crate) static PIECES: LazyLock<Pieces> = LazyLock::new(|| Pieces::read(LIST));

impl Pieces {
    fn read(list: &'static str) -> Self {
        let lines = list.lines().filter_map(|line| line.split_once('\t'));
        let (bits, texts): (Vec<&str>, Vec<&str>) = lines.unzip();
        let mut columns = [0; CHARACTERS];
        let mut width = 1;
        for character in texts.iter().flat_map(|text| text.chars()) {
            if let Some(column @ 0) = columns.get_mut(character as usize) {
                *column = width;
                width += 1;
            }
        }
        let mut pieces = Self {
            bits: bits.iter().filter_map(|bits| bits.parse().ok()).collect(),
            texts,
            columns,
            width: usize::from(width),
            next: vec![0; usize::from(width)],
            ends: vec![0],
        };
        for index in 0..pieces.texts.len() {
            pieces.add(index);
        }
        pieces
    }

    fn add(&mut self, index: usize) {
        let mut node = 0;
        for character in self.texts[index].chars() {
            let Some(at) = self.slot(node, character) else {
                return;
            };
            if self.next[at] == 0 {
                self.next[at] = self.ends.len() as u16;
                self.ends.push(0);
                self.next.resize(self.ends.len() * self.width, 0);
            }
            node = usize::from(self.next[at]);
        }
        self.ends[node] = index as u16 + 1;
    }

    fn slot(&self, node: usize, character: char) -> Option<usize> {
        let column = *self
            .columns
            .get(character as usize)
            .filter(|column| **column > 0)?;
        Some(node * self.width + usize::from(column))
    }

    /// Returns every piece that is a prefix of `characters`: its length in characters, and
    /// its index in the list.
    pub(crate) fn prefixes<'t>(
        &'t self,
        characters: &'t [char],
    ) -> impl Iterator<Item = (usize, usize)> + 't {
        let mut node = 0;
        let walk = characters.iter().map_while(move |character| {
            let next = self
                .slot(node, *character)
                .map(|at| self.next[at])
                .filter(|next| *next > 0)?;
            node = usize::from(next);
            Some(node)
        });
        walk.enumerate()
            .filter_map(|(at, node)| match self.ends[node] {
                0 => None,
                end => Some((at + 1, usize::from(end) - 1)),
            })
    }
}

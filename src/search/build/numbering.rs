//! A map from words to numbers.
//!
//! Millions of words are looked up, nearly all of them short. Short words are keys of two
//! machine words, compared without following a pointer to their letters.

use std::borrow::Borrow;
use std::hash::Hash;

use foldhash::HashMap;

/// A short word, padded with [`FILLER`].
type Short = [u64; 2];

/// Maximum length of a short word in bytes.
const LONGEST: usize = size_of::<Short>();
/// Padding byte, which never occurs in UTF-8.
const FILLER: u8 = 0xFF;

/// A map from words to numbers; `Long` is the key type of words that are not short.
#[derive(Debug)]
pub(super) struct Numbering<Long> {
    short: HashMap<Short, u32>,
    long: HashMap<Long, u32>,
}

impl<Long> Default for Numbering<Long> {
    fn default() -> Self {
        Self {
            short: HashMap::default(),
            long: HashMap::default(),
        }
    }
}

impl<'w, Long: Borrow<str> + Hash + Eq + From<&'w str>> Numbering<Long> {
    /// Creates an empty map with capacity for this many short words.
    pub(super) fn with_capacity(words: usize) -> Self {
        let mut numbering = Self::default();
        numbering.short.reserve(words);
        numbering
    }

    /// Returns the number of a word, if it has one.
    pub(super) fn get(&self, word: &str) -> Option<u32> {
        let number = match short(word) {
            Some(key) => self.short.get(&key),
            None => self.long.get(word),
        };
        number.copied()
    }

    /// Returns the number of a word, inserting `next` if it has none.
    pub(super) fn number(&mut self, word: &'w str, next: u32) -> u32 {
        match short(word) {
            Some(key) => *self.short.entry(key).or_insert(next),
            None => *self.long.entry(word.into()).or_insert(next),
        }
    }
}

fn short(word: &str) -> Option<Short> {
    let mut key = [FILLER; LONGEST];
    key.get_mut(..word.len())?.copy_from_slice(word.as_bytes());
    let key = u128::from_le_bytes(key);
    Some([key as u64, (key >> u64::BITS) as u64])
}

#[cfg(test)]
mod tests {
    use super::Numbering;

    #[test]
    fn every_word_has_its_own_number() {
        let words = [
            "",
            "a",
            "aa",
            "ñandú",
            "sixteen-letters-",
            "seventeen-letters",
            "aaaaaaaaaaaaaaaaaaaaaaab",
            "aaaaaaaaaaaaaaaaaaaaaaac",
            "\0",
            "a\0",
        ];
        let mut numbering = Numbering::<String>::with_capacity(4);
        for (word, next) in words.into_iter().zip(0..) {
            assert_eq!(numbering.get(word), None);
            assert_eq!(numbering.number(word, next), next);
        }
        for (word, number) in words.into_iter().zip(0..) {
            assert_eq!(numbering.get(word), Some(number));
            assert_eq!(numbering.number(word, 99), number);
        }
    }
}

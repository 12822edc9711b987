//! Sorted lists of words, each less what it shares with the one before.

use std::sync::LazyLock;

use super::bits::{BitReader, BitWriter};
use super::huffman::Code;

/// What the numbers of the code stand for, the frequent letters first.
const LETTERS: &str = "aoinscerultmdpbghy 0123456789qvfzjóíABáéúüñkwx-.,:;()«»\"'/%°¿º";
/// Stands for: the next letter is a capital.
const CAPITAL: char = 'A';
/// Stands for: a UTF-16 unit follows.
const OTHER: char = 'B';
/// How many letters have codes of how many bits.
const RUNS: [(usize, u32); 7] = [(2, 3), (6, 4), (5, 5), (6, 6), (10, 7), (9, 8), (24, 11)];

static CODE: LazyLock<Code> = LazyLock::new(|| {
    let lengths = RUNS
        .iter()
        .flat_map(|(count, length)| std::iter::repeat_n(*length, *count));
    Code::new(&lengths.collect::<Vec<_>>())
});

/// Rice parameters of what is shared and of what is left.
const SHARED: u32 = 2;
const REST: u32 = 2;

/// Writes words in the order they come in.
#[derive(Default)]
pub struct WordWriter {
    last: Vec<u16>,
}

impl WordWriter {
    /// Writes the next word.
    pub fn write(&mut self, word: &str, bits: &mut BitWriter) {
        let word: Vec<u16> = word.encode_utf16().collect();
        let shared = self
            .last
            .iter()
            .zip(&word)
            .take_while(|(a, b)| a == b)
            .count();
        bits.rice(shared as u32, SHARED);
        bits.rice((word.len() - shared) as u32, REST);
        for unit in &word[shared..] {
            letter(*unit, bits);
        }
        self.last = word;
    }
}

fn letter(unit: u16, bits: &mut BitWriter) {
    let character = char::from_u32(u32::from(unit)).unwrap_or_default();
    let mut small = character.to_lowercase();
    let is_capital = small.len() == 1 && character.is_uppercase();
    let small = if is_capital {
        small.next().unwrap_or_default()
    } else {
        character
    };
    let is_known = !is_capital || small.to_uppercase().eq([character]);
    match number(small).filter(|_| is_known) {
        Some(small) => {
            if is_capital {
                put(CAPITAL, bits);
            }
            CODE.write(small, bits);
        }
        None => {
            put(OTHER, bits);
            bits.bits(u32::from(unit), 16);
        }
    }
}

fn put(character: char, bits: &mut BitWriter) {
    let number = LETTERS.chars().position(|letter| letter == character);
    CODE.write(number.unwrap_or_default(), bits);
}

fn number(character: char) -> Option<usize> {
    let is_special = [CAPITAL, OTHER].contains(&character);
    LETTERS
        .chars()
        .position(|letter| letter == character && !is_special)
}

/// Reads what a [`WordWriter`] wrote.
#[derive(Default)]
pub struct WordReader {
    last: Vec<u16>,
}

impl WordReader {
    /// The next word.
    pub fn read(&mut self, bits: &mut BitReader<'_>) -> String {
        self.last.truncate(bits.rice(SHARED) as usize);
        for _ in 0..bits.rice(REST) {
            if bits.is_at_end() {
                break;
            }
            self.last.push(unit(bits));
        }
        String::from_utf16_lossy(&self.last)
    }
}

fn unit(bits: &mut BitReader<'_>) -> u16 {
    let mut letter = || LETTERS.chars().nth(CODE.read(bits)).unwrap_or_default();
    let character = match letter() {
        OTHER => return bits.bits(16) as u16,
        CAPITAL => letter().to_uppercase().next().unwrap_or_default(),
        letter => letter,
    };
    u32::from(character) as u16
}

#[cfg(test)]
mod tests {
    use super::{BitReader, BitWriter, LETTERS, RUNS, WordReader, WordWriter};
    use crate::search::format::bits::units;

    #[test]
    fn words_come_back_as_they_were() {
        let count: usize = RUNS.iter().map(|(count, _)| count).sum();
        assert_eq!(LETTERS.chars().count(), count);
        let words = [
            "Ñandú",
            "ñandu",
            "",
            "san martin",
            "ɨʉ̈",
            "🐟",
            "🐠",
            "Ünal",
            "ßS",
            "İ",
            "AB",
        ];
        let mut bits = BitWriter::default();
        let mut writer = WordWriter::default();
        for word in words {
            writer.write(word, &mut bits);
        }
        let units = units(&bits.into_text());
        let mut bits = BitReader::new(&units);
        let mut reader = WordReader::default();
        for word in words {
            assert_eq!(reader.read(&mut bits), word);
        }
    }
}

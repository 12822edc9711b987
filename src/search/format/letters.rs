//! Front-coded lists of words: each word without the prefix it shares with the one before.

use std::sync::LazyLock;

use super::bits::{BitReader, BitWriter};
use super::huffman::Code;

/// Letters by code number, the most frequent first.
const LETTERS: &str = "aoinscerultmdpbghy 0123456789qvfzjóíABáéúüñkwx-.,:;()«»\"'/%°¿º";
/// Marks the next letter as a capital.
const CAPITAL: char = 'A';
/// Escapes a UTF-16 unit that is not in [`LETTERS`]; its 16 bits follow.
const ESCAPE: char = 'B';
/// Runs of letters with codes of equal length: number of letters, and length in bits.
const RUNS: [(usize, u32); 7] = [(2, 3), (6, 4), (5, 5), (6, 6), (10, 7), (9, 8), (24, 11)];

static CODE: LazyLock<Code> = LazyLock::new(|| {
    let lengths = RUNS
        .iter()
        .flat_map(|(count, length)| std::iter::repeat_n(*length, *count));
    Code::new(&lengths.collect::<Vec<_>>())
});

/// Rice parameter of the length of the shared prefix.
const SHARED: u32 = 2;
/// Rice parameter of the length of the remaining suffix.
const REST: u32 = 2;

/// Writes a list of words.
#[derive(Default)]
pub(crate) struct WordWriter {
    last: Vec<u16>,
}

impl WordWriter {
    /// Writes the next word.
    pub(crate) fn write(&mut self, word: &str, bits: &mut BitWriter) {
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
            write_unit(*unit, bits);
        }
        self.last = word;
    }
}

fn write_unit(unit: u16, bits: &mut BitWriter) {
    let character = char::from_u32(u32::from(unit)).unwrap_or_default();
    let mut lower = character.to_lowercase();
    let is_capital = lower.len() == 1 && character.is_uppercase();
    let lower = if is_capital {
        lower.next().unwrap_or_default()
    } else {
        character
    };
    let is_known = !is_capital || lower.to_uppercase().eq([character]);
    match letter_number(lower).filter(|_| is_known) {
        Some(lower) => {
            if is_capital {
                write_letter(CAPITAL, bits);
            }
            CODE.write(lower, bits);
        }
        None => {
            write_letter(ESCAPE, bits);
            bits.bits(u32::from(unit), 16);
        }
    }
}

fn write_letter(character: char, bits: &mut BitWriter) {
    let number = LETTERS.chars().position(|letter| letter == character);
    CODE.write(number.unwrap_or_default(), bits);
}

fn letter_number(character: char) -> Option<usize> {
    let is_special = [CAPITAL, ESCAPE].contains(&character);
    LETTERS
        .chars()
        .position(|letter| letter == character && !is_special)
}

/// Reads a list from a [`WordWriter`].
#[derive(Default)]
pub(crate) struct WordReader {
    last: Vec<u16>,
}

impl WordReader {
    /// Reads the next word.
    pub(crate) fn read(&mut self, bits: &mut BitReader<'_>) -> String {
        self.last.truncate(bits.rice(SHARED) as usize);
        for _ in 0..bits.rice(REST) {
            if bits.is_at_end() {
                break;
            }
            self.last.push(read_unit(bits));
        }
        String::from_utf16_lossy(&self.last)
    }
}

fn read_unit(bits: &mut BitReader<'_>) -> u16 {
    let mut letter = || LETTERS.chars().nth(CODE.read(bits)).unwrap_or_default();
    let character = match letter() {
        ESCAPE => return bits.bits(16) as u16,
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
    fn words_round_trip() {
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

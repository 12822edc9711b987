//! Spelling: every form of a stretch of the alphabet, for words that are misspelled.
//!
//! One family of files is sorted as forms are, the other by forms written backwards.
//! A word with one mistake has its beginning or its end right, so that one of them
//! has the form that was meant among its neighbours.

use super::bits::{BitReader, BitWriter};
use super::letters::{WordReader, WordWriter};

/// Bits of how common a form is.
const COMMON: u32 = 4;

/// Writes forms, each with the bits that its number of documents takes.
pub fn write<'f>(forms: impl ExactSizeIterator<Item = (&'f str, u32)>) -> BitWriter {
    let mut bits = BitWriter::default();
    bits.number(forms.len() as u32);
    let mut words = WordWriter::default();
    for (form, documents) in forms {
        words.write(form, &mut bits);
        let common = u32::BITS - documents.leading_zeros();
        bits.bits(common.min((1 << COMMON) - 1), COMMON);
    }
    bits
}

/// Reads what [`write`] wrote.
pub fn read(units: &[u32]) -> Vec<(String, u32)> {
    let mut bits = BitReader::new(units);
    let mut words = WordReader::default();
    let mut forms = Vec::new();
    for _ in 0..bits.number() {
        if bits.is_at_end() {
            break;
        }
        let form = words.read(&mut bits);
        forms.push((form, bits.bits(COMMON)));
    }
    forms
}

/// A form written backwards, by UTF-16 units as browsers do it.
pub fn backwards(form: &str) -> String {
    let mut units: Vec<u16> = form.encode_utf16().collect();
    units.reverse();
    String::from_utf16(&units).unwrap_or_else(|_| form.chars().rev().collect())
}

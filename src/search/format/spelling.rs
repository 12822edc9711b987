//! Spelling files: sorted lists of forms, for finding misspelled words.
//!
//! One family of files is sorted by form, the other by reversed form. A word with one typo
//! has its beginning or its end right, so that the intended form is among its neighbours in
//! one of the two.

use super::bits::{BitReader, BitWriter};
use super::letters::{WordReader, WordWriter};

/// Bits of a form's frequency class.
const FREQUENCY_BITS: u32 = 4;

/// Writes forms, given with their document frequency. Of the latter only the bit length is
/// stored, as a frequency class.
pub(crate) fn write<'f>(forms: impl ExactSizeIterator<Item = (&'f str, u32)>) -> BitWriter {
    let mut bits = BitWriter::default();
    bits.number(forms.len() as u32);
    let mut words = WordWriter::default();
    for (form, documents) in forms {
        words.write(form, &mut bits);
        let frequency = u32::BITS - documents.leading_zeros();
        bits.bits(frequency.min((1 << FREQUENCY_BITS) - 1), FREQUENCY_BITS);
    }
    bits
}

/// Reads the forms of a file, each with its frequency class.
pub(crate) fn read(units: &[u32]) -> Vec<(String, u32)> {
    let mut bits = BitReader::new(units);
    let mut words = WordReader::default();
    let mut forms = Vec::new();
    for _ in 0..bits.number() {
        if bits.is_at_end() {
            break;
        }
        let form = words.read(&mut bits);
        forms.push((form, bits.bits(FREQUENCY_BITS)));
    }
    forms
}

/// Reverses a form by UTF-16 units, as the browser code does.
pub(crate) fn reversed(form: &str) -> String {
    let mut units: Vec<u16> = form.encode_utf16().collect();
    units.reverse();
    String::from_utf16(&units).unwrap_or_else(|_| form.chars().rev().collect())
}

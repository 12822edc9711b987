//! The symbols in which files are compared.
//!
//! Files of the search index are bit streams: if a posting list grows by a few bits, all
//! following ones shift, and hardly a byte remains the same. So these files are compared
//! bit by bit, all others byte by byte.

use serde::{Deserialize, Serialize};

use super::steps::Grain;
use crate::carry::layout::SITE;
use crate::search::format::bits::BitWriter;
use crate::search::format::name::{self, FOLDER};

/// The kind of symbols of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub(super) enum Alphabet {
    /// The bits encoded in a file of the search index.
    Bits,
    /// The bytes of any file.
    Bytes,
}

/// Bits per unit of the search index.
const UNIT: u32 = 31;

impl Alphabet {
    /// Returns the alphabet for comparing two files, given by path and bytes.
    pub(super) fn of_both(a: (&str, &[u8]), b: (&str, &[u8])) -> Self {
        let is_index_file = |(path, bytes)| Self::Bits.symbols(path, bytes).is_some();
        match is_index_file(a) && is_index_file(b) {
            true => Self::Bits,
            false => Self::Bytes,
        }
    }

    /// Converts a file to symbols, one per byte; `None` if it cannot be restored from them.
    pub(super) fn symbols(self, path: &str, bytes: &[u8]) -> Option<Vec<u8>> {
        match self {
            Self::Bits => {
                let name = index_name(path)?;
                let symbols = symbols(&name::data(bytes)?);
                (script(name, &symbols)? == bytes).then_some(symbols)
            }
            Self::Bytes => Some(bytes.to_vec()),
        }
    }

    /// Restores the file at `path` from its symbols; `None` if they are invalid.
    pub(super) fn to_bytes(self, path: &str, symbols: Vec<u8>) -> Option<Vec<u8>> {
        match self {
            Self::Bits => script(index_name(path)?, &symbols),
            Self::Bytes => Some(symbols),
        }
    }

    /// Returns an upper bound for the number of symbols in a file of `bytes` bytes.
    pub(super) fn max_symbols(self, bytes: u64) -> u64 {
        match self {
            Self::Bits => bytes.saturating_mul(8),
            Self::Bytes => bytes,
        }
    }

    /// Returns the window size and stride for matching.
    pub(super) fn grain(self) -> Grain {
        match self {
            Self::Bits => Grain {
                window: 64,
                stride: 1,
            },
            Self::Bytes => Grain {
                window: 32,
                stride: 16,
            },
        }
    }

    /// Packs symbols into as few bytes as possible.
    pub(super) fn pack(self, symbols: &[u8]) -> Vec<u8> {
        match self {
            Self::Bits => {
                let byte = |bits: &[u8]| {
                    let shifts = bits.iter().zip((0..8).rev());
                    shifts.fold(0, |byte, (bit, shift)| byte | bit << shift)
                };
                symbols.chunks(8).map(byte).collect()
            }
            Self::Bytes => symbols.to_vec(),
        }
    }

    /// Unpacks the first `count` symbols from the result of [`Alphabet::pack`].
    pub(super) fn unpack(self, packed: &[u8], count: usize) -> Vec<u8> {
        match self {
            Self::Bits => {
                let bits = |byte: &u8| {
                    let byte = *byte;
                    (0..8).rev().map(move |at| byte >> at & 1)
                };
                packed.iter().flat_map(bits).take(count).collect()
            }
            Self::Bytes => packed.iter().copied().take(count).collect(),
        }
    }
}

/// Returns the name of a file in the search index; `None` for other files.
fn index_name(path: &str) -> Option<&str> {
    let path = path.strip_prefix(SITE)?.strip_prefix(FOLDER)?;
    path.strip_prefix('/')?.strip_suffix(".js")
}

fn symbols(units: &[u32]) -> Vec<u8> {
    let bits = |unit: &u32| {
        let unit = *unit;
        (0..UNIT).rev().map(move |at| (unit >> at & 1) as u8)
    };
    units.iter().flat_map(bits).collect()
}

fn script(name: &str, symbols: &[u8]) -> Option<Vec<u8>> {
    let mut bits = BitWriter::default();
    for symbol in symbols {
        (*symbol < 2).then(|| bits.bits(u32::from(*symbol), 1))?;
    }
    let is_complete = bits.length().is_multiple_of(UNIT as usize);
    is_complete.then(|| name::script(name, &bits.into_text()))
}

#[cfg(test)]
mod tests {
    use super::Alphabet;
    use crate::search::format::bits::BitWriter;
    use crate::search::format::name::script;

    #[test]
    fn index_files_are_bits_and_others_bytes() {
        let mut bits = BitWriter::default();
        (0..100).for_each(|number| bits.number(number * number));
        let text = bits.into_text();
        for (path, name) in [
            ("sitio/quipu/search/k/7fwq2mz.js", "k/7fwq2mz"),
            ("sitio/quipu/search/3/769.js", "3/769"),
            ("sitio/quipu/search/root.js", "root"),
        ] {
            let bytes = script(name, &text);
            let symbols = Alphabet::Bits.symbols(path, &bytes).unwrap();
            let packed = Alphabet::Bits.pack(&symbols);
            assert_eq!(Alphabet::Bits.unpack(&packed, symbols.len()), symbols);
            assert_eq!(Alphabet::Bits.to_bytes(path, symbols), Some(bytes.clone()));
            let own = (path, bytes.as_slice());
            assert_eq!(Alphabet::of_both(own, own), Alphabet::Bits);
            for other in [("sitio/otro.js", own.1), (path, &own.1[..own.1.len() - 1])] {
                assert_eq!(Alphabet::of_both(own, other), Alphabet::Bytes);
            }
        }
        assert_eq!(
            Alphabet::Bits.to_bytes("sitio/quipu/search/root.js", vec![2; 31]),
            None
        );
        assert_eq!(
            Alphabet::Bits.to_bytes("sitio/quipu/search/root.js", vec![1; 30]),
            None
        );
        assert_eq!(Alphabet::Bits.to_bytes("sitio/a.js", vec![1; 31]), None);
    }
}

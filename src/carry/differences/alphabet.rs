//! What files are compared by.
//!
//! Files of the search index are bits: where a word's list grows by some, all that follow
//! are moved by as many, and hardly a byte is as it was. So these are compared bit by bit,
//! all others byte by byte.

use serde::{Deserialize, Serialize};

use super::steps::Grain;
use crate::carry::layout::SITE;
use crate::search::format::bits::BitWriter;
use crate::search::format::name::{self, FOLDER};

/// What a file is a sequence of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Alphabet {
    /// The bits of a file of the index.
    Bits,
    /// Bytes.
    Bytes,
}

/// Bits of a unit of the index.
const UNIT: u32 = 31;

impl Alphabet {
    /// What files of these names and bytes are both sequences of.
    pub fn of_both(a: (&str, &[u8]), b: (&str, &[u8])) -> Self {
        let is_of_index = |(path, bytes)| Self::Bits.symbols(path, bytes).is_some();
        match is_of_index(a) && is_of_index(b) {
            true => Self::Bits,
            false => Self::Bytes,
        }
    }

    /// A file as symbols; nothing if it is no such sequence.
    pub fn symbols(self, path: &str, bytes: &[u8]) -> Option<Vec<u8>> {
        match self {
            Self::Bits => {
                let name = name_in_index(path)?;
                let symbols = symbols(&name::data(bytes)?);
                (script(name, &symbols)? == bytes).then_some(symbols)
            }
            Self::Bytes => Some(bytes.to_vec()),
        }
    }

    /// The file at `path` that these symbols are; nothing if they are none.
    pub fn write(self, path: &str, symbols: Vec<u8>) -> Option<Vec<u8>> {
        match self {
            Self::Bits => script(name_in_index(path)?, &symbols),
            Self::Bytes => Some(symbols),
        }
    }

    /// No file of `bytes` bytes has more symbols.
    pub fn most(self, bytes: u64) -> u64 {
        match self {
            Self::Bits => bytes.saturating_mul(8),
            Self::Bytes => bytes,
        }
    }

    /// How long stretches must be to be found.
    pub fn grain(self) -> Grain {
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

    /// Symbols in as few bytes as they need.
    pub fn pack(self, symbols: &[u8]) -> Vec<u8> {
        match self {
            Self::Bits => {
                let octet = |bits: &[u8]| {
                    let places = bits.iter().zip((0..8).rev());
                    places.fold(0, |octet, (bit, place)| octet | bit << place)
                };
                symbols.chunks(8).map(octet).collect()
            }
            Self::Bytes => symbols.to_vec(),
        }
    }

    /// The first `count` symbols of what [`Alphabet::pack`] packed.
    pub fn unpack(self, packed: &[u8], count: usize) -> Vec<u8> {
        match self {
            Self::Bits => {
                let bits = |octet: &u8| {
                    let octet = *octet;
                    (0..8).rev().map(move |at| octet >> at & 1)
                };
                packed.iter().flat_map(bits).take(count).collect()
            }
            Self::Bytes => packed.iter().copied().take(count).collect(),
        }
    }
}

/// What a file is called in the index, if it is one of its files.
fn name_in_index(path: &str) -> Option<&str> {
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
    let is_whole = bits.length().is_multiple_of(UNIT as usize);
    is_whole.then(|| name::script(name, &bits.into_text()))
}

#[cfg(test)]
mod tests {
    use super::Alphabet;
    use crate::search::format::bits::BitWriter;
    use crate::search::format::name::script;

    #[test]
    fn a_file_of_the_index_is_bits_and_any_other_bytes() {
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
            assert_eq!(Alphabet::Bits.write(path, symbols), Some(bytes.clone()));
            let own = (path, bytes.as_slice());
            assert_eq!(Alphabet::of_both(own, own), Alphabet::Bits);
            for other in [("sitio/otro.js", own.1), (path, &own.1[..own.1.len() - 1])] {
                assert_eq!(Alphabet::of_both(own, other), Alphabet::Bytes);
            }
        }
        assert_eq!(
            Alphabet::Bits.write("sitio/quipu/search/root.js", vec![2; 31]),
            None
        );
        assert_eq!(
            Alphabet::Bits.write("sitio/quipu/search/root.js", vec![1; 30]),
            None
        );
        assert_eq!(Alphabet::Bits.write("sitio/a.js", vec![1; 31]), None);
    }
}

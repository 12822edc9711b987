//! File names: content hashes, so that a name always stands for the same bytes.

use sha2::{Digest, Sha256};

use super::bits::{BitReader, BitWriter};

/// Folder of the index, relative to the site's root.
pub(crate) const FOLDER: &str = "quipu/search";

/// Base-32 digits, without those that are easily confused.
const LETTERS: &[u8; 32] = b"abcdefghijkmnpqrstuvwxyz23456789";
/// Number of digits in a name.
const LENGTH: usize = 8;

/// Name of a content-addressed file, as eight digits of five bits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct Name([u8; LENGTH]);

impl Name {
    /// Returns the name of a file that contains `text`: the first 40 bits of its SHA-256.
    pub(crate) fn of(text: &str) -> Self {
        let digest = Sha256::digest(text.as_bytes());
        let bits = digest[..5]
            .iter()
            .fold(0u64, |bits, byte| bits << 8 | u64::from(*byte));
        Self(std::array::from_fn(|at| {
            (bits >> (5 * (LENGTH - 1 - at)) & 31) as u8
        }))
    }

    /// Returns the name as a 40-bit number.
    pub(crate) fn number(&self) -> u64 {
        self.0
            .iter()
            .fold(0, |number, letter| number << 5 | u64::from(*letter))
    }

    /// Writes the 40 bits of the name.
    pub(crate) fn write(&self, bits: &mut BitWriter) {
        for letter in self.0 {
            bits.bits(u32::from(letter), 5);
        }
    }

    /// Reads 40 bits.
    pub(crate) fn read(bits: &mut BitReader<'_>) -> Self {
        Self(std::array::from_fn(|_| bits.bits(5) as u8))
    }
}

impl std::fmt::Display for Name {
    /// Formats the file's path in [`FOLDER`], without extension.
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        for (at, letter) in self.0.iter().enumerate() {
            let letter = char::from(LETTERS[usize::from(*letter)]);
            write!(formatter, "{letter}{}", if at == 0 { "/" } else { "" })?;
        }
        Ok(())
    }
}

/// Returns a script that passes `data` to a callback, which works over http and from
/// `file://`. It is UTF-16 with a byte order mark, which overrides any encoding that a
/// server declares.
pub(crate) fn script(name: &str, data: &str) -> Vec<u8> {
    // Fragments are identified by number, all other files by a string.
    let name = name
        .rsplit('/')
        .next()
        .filter(|name| name.parse::<u32>().is_ok())
        .map_or(format!("{name:?}"), str::to_owned);
    let text = format!("\u{feff}quipu({name},\"{data}\")");
    text.encode_utf16().flat_map(u16::to_le_bytes).collect()
}

/// Extracts the units that [`script`] was given. Returns `None` if it is no such script.
pub(crate) fn data(script: &[u8]) -> Option<Vec<u32>> {
    let units: Vec<u16> = script
        .chunks_exact(2)
        .map(|pair| u16::from_le_bytes([pair[0], pair[1]]))
        .collect();
    let text = String::from_utf16(&units).ok()?;
    let (_, data) = text.strip_suffix("\")")?.rsplit_once(",\"")?;
    Some(super::bits::units(data))
}

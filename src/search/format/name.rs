//! Names of files: what they hold, hashed, so that a name never stands for other bytes.

use sha2::{Digest, Sha256};

use super::bits::{BitReader, BitWriter};

/// Folder of the index in the site.
pub const FOLDER: &str = "quipu/search";

/// Letters of a name: five bits each, none taken for another.
const LETTERS: &[u8; 32] = b"abcdefghijkmnpqrstuvwxyz23456789";
/// Letters in a name.
const LENGTH: usize = 8;

/// A name of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Name([u8; LENGTH]);

impl Name {
    /// The name of a file that holds `text`: 40 bits of its SHA-256.
    pub fn of(text: &str) -> Self {
        let digest = Sha256::digest(text.as_bytes());
        let bits = digest[..5]
            .iter()
            .fold(0u64, |bits, byte| bits << 8 | u64::from(*byte));
        Self(std::array::from_fn(|at| {
            (bits >> (5 * (LENGTH - 1 - at)) & 31) as u8
        }))
    }

    /// Its forty bits.
    pub fn number(&self) -> u64 {
        self.0
            .iter()
            .fold(0, |number, letter| number << 5 | u64::from(*letter))
    }

    /// Writes it.
    pub fn write(&self, bits: &mut BitWriter) {
        for letter in self.0 {
            bits.bits(u32::from(letter), 5);
        }
    }

    /// Reads it.
    pub fn read(bits: &mut BitReader<'_>) -> Self {
        Self(std::array::from_fn(|_| bits.bits(5) as u8))
    }
}

impl std::fmt::Display for Name {
    /// The file's path in [`FOLDER`], less its extension.
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        for (at, letter) in self.0.iter().enumerate() {
            let letter = char::from(LETTERS[usize::from(*letter)]);
            write!(formatter, "{letter}{}", if at == 0 { "/" } else { "" })?;
        }
        Ok(())
    }
}

/// A file's script: it hands its data to one callback, over http and from `file://`.
/// UTF-16 with a mark, which outweighs whatever a server says.
pub fn script(name: &str, data: &str) -> Vec<u8> {
    // A fragment is called by its number.
    let name = name
        .rsplit('/')
        .next()
        .filter(|name| name.parse::<u32>().is_ok())
        .map_or(format!("{name:?}"), str::to_owned);
    let text = format!("\u{feff}quipu({name},\"{data}\")");
    text.encode_utf16().flat_map(u16::to_le_bytes).collect()
}

/// What [`script`] was given, as units; none if it is no such script.
pub fn data(script: &[u8]) -> Option<Vec<u32>> {
    let units: Vec<u16> = script
        .chunks_exact(2)
        .map(|pair| u16::from_le_bytes([pair[0], pair[1]]))
        .collect();
    let text = String::from_utf16(&units).ok()?;
    let (_, data) = text.strip_suffix("\")")?.rsplit_once(",\"")?;
    Some(super::bits::units(data))
}

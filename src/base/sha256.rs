//! SHA-256 digests, computed in parts, and how they are written.

use std::fmt;
use std::fs::File;
use std::io::{self, Read, Write};
use std::path::Path;

use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};

/// How much of a file is in memory at once.
const PART: usize = 128 * 1024;

/// The SHA-256 of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(into = "String", try_from = "String")]
pub struct Digest([u8; 32]);

impl Digest {
    /// Of bytes in memory.
    pub fn of(bytes: &[u8]) -> Self {
        Self(Sha256::digest(bytes).into())
    }

    /// From 64 hexadecimal digits.
    pub fn from_hexadecimal(text: &str) -> Option<Self> {
        let digits = text.as_bytes();
        let is_whole = digits.len() == 64 && digits.iter().all(u8::is_ascii_hexdigit);
        if !is_whole {
            return None;
        }
        let mut bytes = [0; 32];
        for (byte, pair) in bytes.iter_mut().zip(digits.chunks_exact(2)) {
            let pair = std::str::from_utf8(pair).ok()?;
            *byte = u8::from_str_radix(pair, 16).ok()?;
        }
        Some(Self(bytes))
    }
}

impl fmt::Display for Digest {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&hexadecimal(&self.0))
    }
}

impl From<Digest> for String {
    fn from(digest: Digest) -> Self {
        digest.to_string()
    }
}

impl TryFrom<String> for Digest {
    type Error = &'static str;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        Self::from_hexadecimal(&text).ok_or("not a SHA-256")
    }
}

/// Two lower-case hexadecimal digits a byte, as `sha256sum` writes them.
pub fn hexadecimal(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// The digest of a file on disk.
///
/// # Errors
/// When it cannot be read.
pub fn of_file(file: &Path) -> io::Result<Digest> {
    let mut file = File::open(file)?;
    Ok(copy(&mut file, &mut io::sink(), &mut |_| {})?.0)
}

/// Copies `from` to `to`, tells `passed` how many bytes went by, and answers with their
/// digest and count.
///
/// # Errors
/// When reading or writing fails.
pub fn copy(
    from: &mut dyn Read,
    to: &mut dyn Write,
    passed: &mut dyn FnMut(u64),
) -> io::Result<(Digest, u64)> {
    let mut part = vec![0; PART];
    let mut hasher = Sha256::new();
    let mut count = 0;
    loop {
        let length = match from.read(&mut part) {
            Ok(0) => break,
            Ok(length) => length,
            Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
            Err(error) => return Err(error),
        };
        hasher.update(&part[..length]);
        to.write_all(&part[..length])?;
        count += length as u64;
        passed(length as u64);
    }
    Ok((Digest(hasher.finalize().into()), count))
}

#[cfg(test)]
mod tests {
    use super::{Digest, copy};

    const EMPTY: &str = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

    #[test]
    fn a_digest_is_written_and_read_alike() {
        assert_eq!(Digest::of(b"").to_string(), EMPTY);
        assert_eq!(Digest::from_hexadecimal(EMPTY), Some(Digest::of(b"")));
        for text in ["", "e3b0", &EMPTY.replace('e', "g"), &format!("{EMPTY}0")] {
            assert_eq!(Digest::from_hexadecimal(text), None, "{text}");
        }
    }

    #[test]
    fn what_is_copied_is_counted_and_digested() {
        let bytes = vec![7; 300_000];
        let (mut copied, mut told) = (Vec::new(), 0);
        let (digest, count) = copy(&mut bytes.as_slice(), &mut copied, &mut |count| {
            told += count;
        })
        .unwrap();
        assert_eq!((copied, told), (bytes.clone(), 300_000));
        assert_eq!((digest, count), (Digest::of(&bytes), 300_000));
    }
}

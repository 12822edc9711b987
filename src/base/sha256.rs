//! SHA-256 digests, computed incrementally, and their hexadecimal form.

use std::fmt;
use std::fs::File;
use std::io::{self, Read, Write};
use std::path::Path;

use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};

/// Bytes of a file in memory at a time.
const CHUNK_SIZE: usize = 128 * 1024;

/// A SHA-256 digest, serialised as 64 hexadecimal digits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(into = "String", try_from = "String")]
pub struct Digest([u8; 32]);

impl Digest {
    /// Computes the digest of `bytes`.
    pub fn of(bytes: &[u8]) -> Self {
        Self(Sha256::digest(bytes).into())
    }

    /// Parses 64 hexadecimal digits of either case; `None` for anything else.
    pub fn from_hexadecimal(text: &str) -> Option<Self> {
        let digits = text.as_bytes();
        let is_valid = digits.len() == 64 && digits.iter().all(u8::is_ascii_hexdigit);
        if !is_valid {
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

/// Encodes bytes as lower-case hexadecimal, like `sha256sum`.
pub(crate) fn hexadecimal(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Computes the digest of a file on disk.
///
/// # Errors
/// If the file cannot be read.
pub(crate) fn of_file(file: &Path) -> io::Result<Digest> {
    let mut file = File::open(file)?;
    Ok(copy(&mut file, &mut io::sink(), &mut |_| {})?.0)
}

/// Copies `from` to `to`, calls `on_progress` with the bytes of each chunk, and returns the
/// digest and the total number of bytes.
///
/// # Errors
/// If reading or writing fails.
pub(crate) fn copy(
    from: &mut dyn Read,
    to: &mut dyn Write,
    on_progress: &mut dyn FnMut(u64),
) -> io::Result<(Digest, u64)> {
    let mut chunk = vec![0; CHUNK_SIZE];
    let mut hasher = Sha256::new();
    let mut count = 0;
    loop {
        let length = match from.read(&mut chunk) {
            Ok(0) => break,
            Ok(length) => length,
            Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
            Err(error) => return Err(error),
        };
        hasher.update(&chunk[..length]);
        to.write_all(&chunk[..length])?;
        count += length as u64;
        on_progress(length as u64);
    }
    Ok((Digest(hasher.finalize().into()), count))
}

#[cfg(test)]
mod tests {
    use super::{Digest, copy};

    const EMPTY: &str = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

    #[test]
    fn a_digest_survives_formatting_and_parsing() {
        assert_eq!(Digest::of(b"").to_string(), EMPTY);
        assert_eq!(Digest::from_hexadecimal(EMPTY), Some(Digest::of(b"")));
        for text in ["", "e3b0", &EMPTY.replace('e', "g"), &format!("{EMPTY}0")] {
            assert_eq!(Digest::from_hexadecimal(text), None, "{text}");
        }
    }

    #[test]
    fn copying_counts_and_digests() {
        let bytes = vec![7; 300_000];
        let (mut copied, mut reported) = (Vec::new(), 0);
        let (digest, count) = copy(&mut bytes.as_slice(), &mut copied, &mut |count| {
            reported += count;
        })
        .unwrap();
        assert_eq!((copied, reported), (bytes.clone(), 300_000));
        assert_eq!((digest, count), (Digest::of(&bytes), 300_000));
    }
}

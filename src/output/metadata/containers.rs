//! Formats that are looked into and never rewritten.

use std::io::Read;

use flate2::read::MultiGzDecoder;

use super::{Cleaned, Cleaner, Fault, traces};

/// Lets a compressed file pass that has nothing to be cleaned.
///
/// # Errors
/// If it has, or is damaged.
pub(super) fn check_gzip(bytes: &[u8], cleaner: &mut Cleaner) -> Cleaned {
    let mut content = Vec::new();
    let unpacked = MultiGzDecoder::new(bytes).take(cleaner.left + 1);
    { unpacked }
        .read_to_end(&mut content)
        .map_err(|_| Fault::Broken)?;
    cleaner.spend(content.len() as u64)?;
    match cleaner.nested(&content)? {
        Some(_) => Err(Fault::Archive.into()),
        None => Ok(None),
    }
}

/// Lets a file of an unknown format pass that contains no description of a picture.
///
/// # Errors
/// If it does.
pub(super) fn check_unknown(bytes: &[u8]) -> Cleaned {
    match traces::are_in(bytes) {
        true => Err(Fault::Unknown.into()),
        false => Ok(None),
    }
}

//! Texts, which may hold pictures as base64 (SVG, HTML) or as hexadecimal digits (RTF).

use super::{Cleaned, Cleaner, Fault, Uncleanable, traces};

const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/// What stands before a picture in base64.
const MARK: &[u8] = b";base64,";

/// Whether bytes are a text in UTF-8 or an older encoding.
pub(super) fn is_text(bytes: &[u8]) -> bool {
    let is_control = |byte: &u8| *byte < 9 || (14..32).contains(byte);
    !bytes.iter().take(1 << 16).any(is_control)
}

/// Cleans the pictures in a text.
///
/// # Errors
/// If one of them cannot be cleaned.
pub(super) fn clean(bytes: &[u8], cleaner: &mut Cleaner) -> Cleaned {
    if bytes.starts_with(b"{\\rtf") {
        return check_rtf(bytes);
    }
    if is_drawing(bytes) && traces::are_in(bytes) {
        return Err(Fault::Unknown.into());
    }
    let mut cleaned = Vec::new();
    let mut rest = bytes;
    while let Some(at) = rest.windows(MARK.len()).position(|window| window == MARK) {
        let (before, data) = rest.split_at(at + MARK.len());
        cleaned.extend(before);
        let is_data = |byte: &u8| LETTERS.contains(byte) || b"=\r\n \t".contains(byte);
        let length = data.iter().take_while(|byte| is_data(byte)).count();
        cleaned.extend(
            picture(&data[..length], cleaner)?
                .as_deref()
                .unwrap_or(&data[..length]),
        );
        rest = &data[length..];
    }
    cleaned.extend(rest);
    Ok((cleaned != bytes).then_some(cleaned))
}

/// Whether it is a drawing or a page: others may write about descriptions of pictures.
fn is_drawing(bytes: &[u8]) -> bool {
    let head = &bytes[..bytes.len().min(4096)];
    head.windows(4).any(|window| window == b"<svg")
}

/// Returns a picture in base64 in its cleaned form; `None` if it stays.
fn picture(data: &[u8], cleaner: &mut Cleaner) -> Result<Option<Vec<u8>>, Uncleanable> {
    let Some(bytes) = from_base64(data) else {
        return Ok(None);
    };
    cleaner.spend(bytes.len() as u64)?;
    let cleaned = cleaner.nested(&bytes)?;
    Ok(cleaned.map(|bytes| to_base64(&bytes)))
}

/// # Errors
/// If a picture in it has a position or a device.
fn check_rtf(bytes: &[u8]) -> Cleaned {
    let digits: Vec<u8> = bytes
        .iter()
        .filter(|byte| !byte.is_ascii_whitespace())
        .map(u8::to_ascii_lowercase)
        .collect();
    // `Exif\0\0` in hexadecimal digits.
    let sign = b"457869660000";
    match digits.windows(sign.len()).any(|window| window == sign) || traces::are_in(bytes) {
        true => Err(Fault::Office.into()),
        false => Ok(None),
    }
}

/// Decodes base64, ignoring white space; `None` if it is none.
pub(super) fn from_base64(text: &[u8]) -> Option<Vec<u8>> {
    let mut bytes = Vec::with_capacity(text.len() / 4 * 3);
    let (mut bits, mut count) = (0u32, 0);
    let letters = text.iter().filter(|byte| !byte.is_ascii_whitespace());
    for letter in letters.take_while(|byte| **byte != b'=') {
        let value = LETTERS.iter().position(|known| known == letter)?;
        bits = bits << 6 | u32::try_from(value).ok()?;
        count += 6;
        if count >= 8 {
            count -= 8;
            bytes.push((bits >> count) as u8);
        }
    }
    Some(bytes)
}

fn to_base64(bytes: &[u8]) -> Vec<u8> {
    let mut text = Vec::with_capacity(bytes.len().div_ceil(3) * 4);
    for group in bytes.chunks(3) {
        let bits = (0..3).fold(0, |bits, at| {
            bits << 8 | usize::from(group.get(at).copied().unwrap_or(0))
        });
        for at in 0..4 {
            let is_filled = at <= group.len();
            text.push(if is_filled {
                LETTERS[bits >> (18 - 6 * at) & 63]
            } else {
                b'='
            });
        }
    }
    text
}

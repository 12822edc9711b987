//! What decoders let pass: pictures without their end, and pictures that move.

use memchr::memmem::{find, rfind};

use crate::output::metadata::clean_gif;

/// Whether a picture has its end. Decoders fill what is missing with grey.
pub(super) fn is_complete(bytes: &[u8]) -> bool {
    if bytes.starts_with(b"\xff\xd8") {
        // The scan's own bytes are never markers; a preview's end is before the scan.
        let end = rfind(bytes, b"\xff\xd9");
        return end > rfind(bytes, b"\xff\xda");
    }
    if bytes.starts_with(b"\x89PNG") {
        return rfind(bytes, b"IEND\xae\x42\x60\x82").is_some();
    }
    if bytes.starts_with(b"GIF8") {
        return clean_gif(bytes).is_ok();
    }
    if bytes.starts_with(b"RIFF") {
        return number(bytes, 4).is_some_and(|size| bytes.len() >= size + 8);
    }
    if bytes.starts_with(b"BM") {
        return bitmap_size(bytes).is_some_and(|size| bytes.len() >= size);
    }
    true
}

/// Whether it is an animation in a format of which only the first picture is published.
pub(super) fn is_animation(bytes: &[u8]) -> bool {
    const IS_ANIMATED: u8 = 2;
    if bytes.starts_with(b"\x89PNG") {
        let control = find(bytes, b"acTL");
        return control.is_some() && control < find(bytes, b"IDAT");
    }
    let has_flags = bytes.starts_with(b"RIFF") && bytes.get(8..16) == Some(b"WEBPVP8X");
    has_flags && bytes.get(20).is_some_and(|flags| flags & IS_ANIMATED != 0)
}

/// Returns the bytes that an uncompressed bitmap takes; 0 for others.
fn bitmap_size(bytes: &[u8]) -> Option<usize> {
    let begin = number(bytes, 10)?;
    let (width, height) = (number(bytes, 18)?, number(bytes, 22)?);
    let bits = usize::from(u16::from_le_bytes(bytes.get(28..30)?.try_into().ok()?));
    let is_plain = number(bytes, 14)? >= 40 && matches!(number(bytes, 30)?, 0 | 3);
    if !is_plain {
        return Some(0);
    }
    // A negative height says that the first row is the top one.
    let height = (height as u32 as i32).unsigned_abs() as usize;
    let row = width.checked_mul(bits)?.div_ceil(32) * 4;
    row.checked_mul(height)?.checked_add(begin)
}

fn number(bytes: &[u8], at: usize) -> Option<usize> {
    let bytes = bytes.get(at..at + 4)?.try_into().ok()?;
    Some(u32::from_le_bytes(bytes) as usize)
}

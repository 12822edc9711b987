//! JPEG: a list of segments, of which pictures need only some.

use super::{Cleaned, Fault, exif};

const EXIF: &[u8] = b"Exif\0\0";
const END: u8 = 0xd9;
const SCAN: u8 = 0xda;

/// Removes EXIF, XMP, IPTC, maker notes, comments and whatever follows the picture. Colour
/// profile and orientation stay.
///
/// # Errors
/// If the picture is damaged.
pub(super) fn clean(bytes: &[u8]) -> Cleaned {
    let mut kept = bytes[..2].to_vec();
    let mut at = 2;
    loop {
        let (marker, begin) = marker(bytes, at).ok_or(Fault::Broken)?;
        at = begin;
        match marker {
            END => break,
            // Markers without content.
            0x01 | 0xd0..=0xd7 => kept.extend([0xff, marker]),
            _ => {
                let segment = segment(bytes, at).ok_or(Fault::Broken)?;
                keep(&mut kept, marker, segment);
                at += segment.len();
                if marker == SCAN {
                    let end = end_of_scan(bytes, at).ok_or(Fault::Broken)?;
                    kept.extend(&bytes[at..end]);
                    at = end;
                }
            }
        }
    }
    kept.extend([0xff, END]);
    Ok((kept != bytes).then_some(kept))
}

/// Cleans what should be a picture, whatever its first bytes.
///
/// # Errors
/// If the picture is damaged, or none.
pub(super) fn checked(bytes: &[u8]) -> Cleaned {
    match bytes.starts_with(b"\xff\xd8") {
        true => clean(bytes),
        false => Err(Fault::Broken.into()),
    }
}

/// Returns the marker at `at` and where its content begins.
fn marker(bytes: &[u8], at: usize) -> Option<(u8, usize)> {
    let rest = bytes.get(at..)?;
    // A marker may be preceded by any number of fill bytes.
    let fill = rest.iter().take_while(|byte| **byte == 0xff).count();
    let marker = *rest.get(fill)?;
    (fill > 0 && marker != 0).then_some((marker, at + fill + 1))
}

/// Returns a segment's content with its length.
fn segment(bytes: &[u8], at: usize) -> Option<&[u8]> {
    let length = u16::from_be_bytes(bytes.get(at..at + 2)?.try_into().ok()?);
    bytes
        .get(at..at + usize::from(length))
        .filter(|segment| segment.len() >= 2)
}

/// Returns where the marker after the compressed pixels is.
fn end_of_scan(bytes: &[u8], begin: usize) -> Option<usize> {
    let rest = bytes.get(begin..)?;
    let is_end = |pair: &[u8]| pair[0] == 0xff && !matches!(pair[1], 0 | 0xd0..=0xd7 | 0xff);
    Some(begin + rest.windows(2).position(is_end)?)
}

/// Adds a segment, or what may stay of it.
fn keep(kept: &mut Vec<u8>, marker: u8, segment: &[u8]) {
    let content = &segment[2..];
    let orientation = match content.strip_prefix(EXIF).filter(|_| marker == 0xe1) {
        Some(tiff) if !exif::is_harmless(tiff) => exif::orientation_of(tiff),
        Some(_) => {
            add(kept, marker, content);
            None
        }
        None => None,
    };
    if let Some(tiff) = orientation {
        add(kept, marker, &[EXIF, &tiff].concat());
    }
    if is_needed(marker, content) {
        add(kept, marker, content);
    }
}

/// Whether showing the picture takes this segment.
fn is_needed(marker: u8, content: &[u8]) -> bool {
    match marker {
        0xe0 => content.starts_with(b"JFIF\0"),
        0xe2 => content.starts_with(b"ICC_PROFILE\0"),
        0xee => content.starts_with(b"Adobe"),
        // Further applications' segments, and comments.
        0xe1..=0xef | 0xfe => false,
        _ => true,
    }
}

fn add(kept: &mut Vec<u8>, marker: u8, content: &[u8]) {
    let length = u16::try_from(content.len() + 2).unwrap_or(u16::MAX);
    kept.extend([0xff, marker]);
    kept.extend(length.to_be_bytes());
    kept.extend(content);
}

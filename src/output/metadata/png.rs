//! PNG: a list of chunks, of which pictures need only some.

use super::{Cleaned, Fault, exif, traces};

const SIGNATURE: usize = 8;

/// Chunks that say how pixels are stored and shown, or when the picture was changed.
const NEEDED: [&[u8]; 23] = [
    b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"cHRM", b"gAMA", b"iCCP", b"sBIT", b"sRGB",
    b"cICP", b"mDCV", b"cLLI", b"bKGD", b"hIST", b"pHYs", b"sPLT", b"tIME", b"acTL", b"fcTL",
    b"fdAT", b"oFFs", b"vpAg",
];

/// Keywords of texts that people or drawing programs write.
const TEXTS: [&str; 8] = [
    "Title",
    "Author",
    "Copyright",
    "Software",
    "Description",
    "Creation Time",
    "date:create",
    "date:modify",
];

/// Removes EXIF, XMP, maker notes, unknown chunks, texts that name a device and whatever
/// follows the picture. Colour profile and orientation stay.
///
/// # Errors
/// If the picture is damaged.
pub(super) fn clean(bytes: &[u8]) -> Cleaned {
    let mut kept = bytes[..SIGNATURE].to_vec();
    let mut at = SIGNATURE;
    loop {
        let chunk = chunk(bytes, at).ok_or(Fault::Broken)?;
        at += chunk.len();
        let (name, content) = (&chunk[4..8], &chunk[8..chunk.len() - 4]);
        match name {
            b"eXIf" if !exif::is_harmless(content) => {
                if let Some(tiff) = exif::orientation_of(content) {
                    add(&mut kept, b"eXIf", &tiff);
                }
            }
            b"eXIf" => kept.extend(chunk),
            b"tEXt" if is_harmless_text(content) => kept.extend(chunk),
            _ if NEEDED.contains(&name) => kept.extend(chunk),
            // A chunk that programs may not ignore.
            _ if name[0].is_ascii_uppercase() => return Err(Fault::Broken.into()),
            _ => {}
        }
        if name == b"IEND" {
            break;
        }
    }
    Ok((kept != bytes).then_some(kept))
}

/// Returns a chunk with its length, name and checksum.
fn chunk(bytes: &[u8], at: usize) -> Option<&[u8]> {
    let length = u32::from_be_bytes(bytes.get(at..at + 4)?.try_into().ok()?);
    bytes.get(at..at.checked_add(length as usize)?.checked_add(12)?)
}

fn is_harmless_text(content: &[u8]) -> bool {
    let text = String::from_utf8_lossy(content);
    let (keyword, value) = text.split_once('\0').unwrap_or((&text, ""));
    TEXTS.contains(&keyword) && !traces::names_device(value)
}

fn add(kept: &mut Vec<u8>, name: &[u8; 4], content: &[u8]) {
    let length = u32::try_from(content.len()).unwrap_or(u32::MAX);
    kept.extend(length.to_be_bytes());
    let begin = kept.len();
    kept.extend(name);
    kept.extend(content);
    let checksum = checksum(&kept[begin..]);
    kept.extend(checksum.to_be_bytes());
}

/// Returns the CRC-32 that PNG demands, of a few bytes.
fn checksum(bytes: &[u8]) -> u32 {
    let step = |sum: u32, _| (sum >> 1) ^ (0xedb8_8320 & (sum & 1).wrapping_neg());
    let add = |sum: u32, byte: &u8| (0..8).fold(sum ^ u32::from(*byte), step);
    !bytes.iter().fold(u32::MAX, add)
}

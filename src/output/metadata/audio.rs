//! MP3, FLAC and Ogg: sound with tags.

use super::{Cleaned, Fault, traces};

/// Bytes of the header of an ID3 tag.
const ID3_HEADER: usize = 10;

/// Frames of ID3 tags that hold files, or what programs and devices note for themselves.
const PRIVATE_FRAMES: [&[u8]; 4] = [b"GEOB", b"PRIV", b"AENC", b"SIGN"];

const PADDING: u8 = 1;
const APPLICATION: u8 = 2;
const COMMENTS: u8 = 4;
const PICTURE: u8 = 6;

/// Whether a frame of MPEG sound, layer III, begins here, and another one follows it.
pub(super) fn is_mp3_frame(bytes: &[u8]) -> bool {
    matches!(bytes, [0xff, second, third, ..]
        if second & 0xe6 == 0xe2 && third & 0xf0 != 0xf0 && third & 0x0c != 0x0c)
}

/// Overwrites frames of the tag that hold files, positions or names of devices. The sound
/// stays where it is.
///
/// # Errors
/// If the tag is damaged.
pub(super) fn clean_mp3(bytes: &[u8]) -> Cleaned {
    let mut cleaned = bytes.to_vec();
    if bytes.starts_with(b"ID3") {
        let size = bytes.get(6..ID3_HEADER).ok_or(Fault::Broken)?;
        let end = ID3_HEADER + seven_bits(size);
        let tag = bytes.get(ID3_HEADER..end).ok_or(Fault::Broken)?;
        // Frames of other versions, or with further encodings, are not distinguished.
        let frames = match (bytes[3], bytes[5] & 0xc0) {
            (version @ (3 | 4), 0) => harmless_frames(tag, version).ok_or(Fault::Broken)?,
            _ => Vec::new(),
        };
        let is_same = tag.starts_with(&frames) && tag[frames.len()..].iter().all(|it| *it == 0);
        if !is_same {
            cleaned[ID3_HEADER..end].fill(0);
            cleaned[ID3_HEADER..ID3_HEADER + frames.len()].copy_from_slice(&frames);
        }
    }
    if traces::are_in(&cleaned) {
        return Err(Fault::Unknown.into());
    }
    Ok((cleaned != bytes).then_some(cleaned))
}

/// Reads a number of which each byte has seven bits.
fn seven_bits(bytes: &[u8]) -> usize {
    let add = |number: usize, byte: &u8| number << 7 | usize::from(byte & 0x7f);
    bytes.iter().fold(0, add)
}

fn harmless_frames(tag: &[u8], version: u8) -> Option<Vec<u8>> {
    let mut kept = Vec::new();
    let mut rest = tag;
    while rest.first().is_some_and(|first| *first != 0) {
        let size = rest.get(4..8)?;
        let size = match version {
            4 => seven_bits(size),
            _ => u32::from_be_bytes(size.try_into().ok()?) as usize,
        };
        let frame = rest.get(..size.checked_add(10)?)?;
        if is_harmless_frame(frame) {
            kept.extend(frame);
        }
        rest = &rest[frame.len()..];
    }
    Some(kept)
}

fn is_harmless_frame(frame: &[u8]) -> bool {
    let name = &frame[..4];
    if PRIVATE_FRAMES.contains(&name) {
        return false;
    }
    if name == b"APIC" {
        return !traces::are_in(frame);
    }
    let text = String::from_utf8_lossy(&frame[10..]).replace('\0', "");
    let is_free = matches!(name, b"TXXX" | b"COMM" | b"TSSE" | b"TENC" | b"WXXX");
    !(is_free && (traces::names_device(&text) || traces::is_private_field(&text)))
}

/// Overwrites blocks that hold positions, names of devices or what programs note for
/// themselves with padding of the same size.
///
/// # Errors
/// If the blocks are damaged.
pub(super) fn clean_flac(bytes: &[u8]) -> Cleaned {
    let mut cleaned = bytes.to_vec();
    let mut at = 4;
    loop {
        let header = bytes.get(at..at + 4).ok_or(Fault::Broken)?;
        let length = header[1..]
            .iter()
            .fold(0, |size, byte| size << 8 | usize::from(*byte));
        let content = at + 4..at + 4 + length;
        let block = bytes.get(content.clone()).ok_or(Fault::Broken)?;
        let stays = match header[0] & 0x7f {
            APPLICATION => false,
            COMMENTS => comments(block).is_some_and(|all| all.iter().all(|it| is_harmless(it))),
            PICTURE => !traces::are_in(block),
            PADDING => block.iter().all(|byte| *byte == 0),
            _ => true,
        };
        if !stays {
            cleaned[at] = header[0] & 0x80 | PADDING;
            cleaned[content.clone()].fill(0);
        }
        at = content.end;
        if header[0] & 0x80 != 0 {
            break;
        }
    }
    Ok((cleaned != bytes).then_some(cleaned))
}

/// Returns the comments of a Vorbis header, such as `TITLE=Lluvia`.
fn comments(block: &[u8]) -> Option<Vec<&[u8]>> {
    let mut rest = block;
    let number = |rest: &mut &[u8]| {
        let (head, tail) = rest.split_at_checked(4)?;
        *rest = tail;
        Some(u32::from_le_bytes(head.try_into().ok()?) as usize)
    };
    let vendor = number(&mut rest)?;
    rest = rest.get(vendor..)?;
    let count = number(&mut rest)?;
    let mut all = Vec::new();
    for _ in 0..count {
        let length = number(&mut rest)?;
        let (comment, tail) = rest.split_at_checked(length)?;
        all.push(comment);
        rest = tail;
    }
    Some(all)
}

fn is_harmless(comment: &[u8]) -> bool {
    let text = String::from_utf8_lossy(comment);
    let (name, value) = text.split_once('=').unwrap_or((&text, ""));
    if name.eq_ignore_ascii_case("METADATA_BLOCK_PICTURE") {
        let picture = super::text::from_base64(value.as_bytes());
        return picture.is_some_and(|picture| !traces::are_in(&picture));
    }
    !traces::is_private_field(name) && !traces::names_device(value)
}

/// Lets an Ogg file pass whose comments hold neither position nor device.
///
/// # Errors
/// If they do: a comment cannot go without renewing the checksum of every page after it.
pub(super) fn check_ogg(bytes: &[u8]) -> Cleaned {
    // Comments are in the first pages, and may cross from one to the next.
    let head = first_packets(bytes).ok_or(Fault::Broken)?;
    let signs: [&[u8]; 3] = [b"\x03vorbis", b"OpusTags", b"\x81theora"];
    let mut found = signs.iter().filter_map(|sign| {
        let at = head
            .windows(sign.len())
            .position(|window| window == *sign)?;
        comments(&head[at + sign.len()..])
    });
    let is_harmless = found.all(|all| all.iter().all(|comment| is_harmless(comment)));
    if is_harmless && !traces::are_in(&head) {
        return Ok(None);
    }
    Err(Fault::Unknown.into())
}

/// Returns the content of the first pages, without their headers.
fn first_packets(bytes: &[u8]) -> Option<Vec<u8>> {
    const MAX: usize = 16 * 1024 * 1024;
    let mut content = Vec::new();
    let mut rest = bytes;
    while !rest.is_empty() && content.len() < MAX {
        let segments = usize::from(*rest.get(26)?);
        let lengths = rest.get(27..27 + segments)?;
        let length: usize = lengths.iter().map(|length| usize::from(*length)).sum();
        let page = rest.get(27 + segments..27 + segments + length)?;
        if !rest.starts_with(b"OggS") {
            return None;
        }
        content.extend(page);
        rest = &rest[27 + segments + length..];
    }
    Some(content)
}

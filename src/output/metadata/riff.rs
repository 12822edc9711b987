//! RIFF: chunks in chunks, which WebP, WAV and AVI use.

use super::{Cleaned, Fault, exif, traces};

const HEADER: usize = 12;

/// Bits of a WebP's header that announce EXIF and XMP.
const HAS_EXIF: u8 = 0x08;
const HAS_XMP: u8 = 0x04;

/// Removes what the file's kind does not need.
///
/// # Errors
/// If the file is damaged, or of another kind than WebP, WAV and AVI.
pub(super) fn clean(bytes: &[u8]) -> Cleaned {
    match bytes.get(8..HEADER) {
        Some(b"WEBP") => clean_webp(bytes),
        Some(b"WAVE") => overwrite(bytes, is_needed_in_wav),
        Some(b"AVI ") => overwrite(bytes, is_needed_in_avi),
        _ if traces::are_in(bytes) => Err(Fault::Unknown.into()),
        _ => Ok(None),
    }
}

/// A chunk: its name, and where its content is.
struct Chunk<'b> {
    name: &'b [u8],
    begin: usize,
    end: usize,
}

impl<'b> Chunk<'b> {
    fn read(bytes: &'b [u8], at: usize) -> Option<Self> {
        let header = bytes.get(at..at.checked_add(8)?)?;
        let length = u32::from_le_bytes(header[4..].try_into().ok()?) as usize;
        let begin = at + 8;
        let end = begin.checked_add(length)?;
        (end <= bytes.len()).then_some(Self {
            name: &header[..4],
            begin,
            end,
        })
    }

    /// Returns where the next chunk is: lengths are even.
    fn next(&self) -> usize {
        self.end + (self.end - self.begin) % 2
    }

    fn content(&self, bytes: &'b [u8]) -> &'b [u8] {
        &bytes[self.begin..self.end]
    }
}

fn clean_webp(bytes: &[u8]) -> Cleaned {
    let length = u32::from_le_bytes(bytes[4..8].try_into().expect("four bytes"));
    let end = (length as usize).checked_add(8);
    let picture = end.and_then(|end| bytes.get(..end)).ok_or(Fault::Broken)?;
    let mut kept = picture.get(..HEADER).ok_or(Fault::Broken)?.to_vec();
    let mut flags = None;
    let mut at = HEADER;
    while at < picture.len() {
        let chunk = Chunk::read(picture, at).ok_or(Fault::Broken)?;
        let content = chunk.content(picture);
        at = chunk.next();
        match chunk.name {
            b"VP8X" if !content.is_empty() => {
                flags = Some(kept.len() + 8);
                add(&mut kept, chunk.name, content);
                kept[flags.expect("just set")] &= !(HAS_EXIF | HAS_XMP);
            }
            b"EXIF" => {
                let tiff = content.strip_prefix(b"Exif\0\0").unwrap_or(content);
                let stays = match exif::is_harmless(tiff) {
                    true => Some(content.to_vec()),
                    false => exif::orientation_of(tiff),
                };
                if let Some((stays, flags)) = stays.zip(flags) {
                    kept[flags] |= HAS_EXIF;
                    add(&mut kept, b"EXIF", &stays);
                }
            }
            b"VP8 " | b"VP8L" | b"ALPH" | b"ANIM" | b"ANMF" | b"ICCP" => {
                add(&mut kept, chunk.name, content);
            }
            _ => {}
        }
    }
    let length = u32::try_from(kept.len() - 8).map_err(|_| Fault::TooLarge)?;
    kept[4..8].copy_from_slice(&length.to_le_bytes());
    Ok((kept != bytes).then_some(kept))
}

fn add(kept: &mut Vec<u8>, name: &[u8], content: &[u8]) {
    kept.extend(name);
    kept.extend(
        u32::try_from(content.len())
            .unwrap_or(u32::MAX)
            .to_le_bytes(),
    );
    kept.extend(content);
    if content.len() % 2 == 1 {
        kept.push(0);
    }
}

/// Overwrites chunks that are not needed with `JUNK` of the same length, since others refer
/// to addresses in the file.
fn overwrite(bytes: &[u8], is_needed: fn(&[u8], &[u8]) -> bool) -> Cleaned {
    let mut kept = bytes.to_vec();
    let length = u32::from_le_bytes(bytes[4..8].try_into().expect("four bytes"));
    let end = (length as usize).saturating_add(8).min(bytes.len());
    overwrite_list(&mut kept, HEADER..end, is_needed, 0).ok_or(Fault::Broken)?;
    // Further parts of a long AVI, or what another program has added.
    if kept[end..].iter().any(|byte| *byte != 0) && traces::are_in(&kept[end..]) {
        return Err(Fault::Unknown.into());
    }
    Ok((kept != bytes).then_some(kept))
}

fn overwrite_list(
    bytes: &mut [u8],
    range: std::ops::Range<usize>,
    is_needed: fn(&[u8], &[u8]) -> bool,
    depth: usize,
) -> Option<()> {
    let mut at = range.start;
    while at + 8 <= range.end {
        let chunk = Chunk::read(&bytes[..range.end], at)?;
        let (name, begin, end, next) = (chunk.name.to_vec(), chunk.begin, chunk.end, chunk.next());
        let is_list =
            name == b"LIST" && matches!(bytes.get(begin..begin + 4), Some(b"hdrl" | b"strl"));
        if is_list && depth < 4 {
            overwrite_list(bytes, begin + 4..end, is_needed, depth + 1)?;
        } else if !is_needed(&name, &bytes[begin..end]) {
            bytes[at..at + 4].copy_from_slice(b"JUNK");
            bytes[begin..end].fill(0);
        }
        at = next;
    }
    Some(())
}

fn is_needed_in_wav(name: &[u8], content: &[u8]) -> bool {
    match name {
        b"fmt " | b"data" | b"fact" | b"cue " | b"smpl" | b"inst" | b"plst" | b"PEAK" | b"ds64" => {
            true
        }
        b"LIST" => is_harmless_list(content),
        _ => content.iter().all(|byte| *byte == 0),
    }
}

fn is_needed_in_avi(name: &[u8], content: &[u8]) -> bool {
    match name {
        b"avih" | b"strh" | b"strf" | b"indx" | b"idx1" | b"vprp" | b"dmlh" => true,
        b"strn" => is_harmless_text(content),
        b"LIST" if content.starts_with(b"movi") || content.starts_with(b"odml") => true,
        b"LIST" => is_harmless_list(content),
        _ => content.iter().all(|byte| *byte == 0),
    }
}

/// Whether a list has texts that name no device, or labels of places in a recording.
fn is_harmless_list(content: &[u8]) -> bool {
    (content.starts_with(b"INFO") || content.starts_with(b"adtl")) && is_harmless_text(content)
}

fn is_harmless_text(content: &[u8]) -> bool {
    let text = String::from_utf8_lossy(content);
    !traces::names_device(&text) && !traces::is_private_field(&text)
}

//! MP4, MOV, M4A and 3GP: boxes in boxes, some of which hold addresses in the file. What
//! has to go is therefore overwritten with a `free` box of the same size.

use std::ops::Range;

use super::{Cleaned, Fault, traces};

/// Maximum depth of boxes.
const MAX_DEPTH: usize = 12;

/// Boxes with boxes in them, which are looked into.
const CONTAINERS: [&[u8]; 12] = [
    b"moov", b"trak", b"mdia", b"minf", b"stbl", b"edts", b"dinf", b"mvex", b"moof", b"traf",
    b"mfra", b"tref",
];

/// Boxes that hold pictures, sound, their arrangement and rights.
const NEEDED: [&[u8]; 60] = [
    b"ftyp", b"styp", b"mdat", b"wide", b"mvhd", b"iods", b"tkhd", b"elst", b"mdhd", b"vmhd",
    b"smhd", b"nmhd", b"sthd", b"gmhd", b"hmhd", b"dref", b"stts", b"ctts", b"cslg", b"stsc",
    b"stsz", b"stz2", b"stco", b"co64", b"stss", b"stsh", b"stps", b"sdtp", b"padb", b"sbgp",
    b"sgpd", b"subs", b"saiz", b"saio", b"mehd", b"trex", b"leva", b"mfhd", b"tfhd", b"trun",
    b"tfdt", b"tfra", b"mfro", b"sidx", b"ssix", b"prft", b"pssh", b"senc", b"load", b"tapt",
    b"clef", b"prof", b"enof", b"elng", b"emsg", b"chap", b"sync", b"cdsc", b"hint", b"ctry",
];

/// Boxes of `udta` that people fill in, or that describe chapters.
const NEEDED_BY_READERS: [&[u8]; 8] = [
    b"\xa9nam", b"\xa9cpy", b"cprt", b"titl", b"name", b"chpl", b"kind", b"hnti",
];

/// Descriptions of a recording in the form of iTunes.
const NEEDED_DESCRIPTIONS: [&[u8]; 18] = [
    b"\xa9nam", b"\xa9ART", b"\xa9alb", b"\xa9day", b"\xa9gen", b"\xa9too", b"\xa9wrt", b"\xa9lyr",
    b"aART", b"trkn", b"disk", b"cprt", b"desc", b"ldes", b"gnre", b"cpil", b"pgap", b"tmpo",
];

/// Kinds of tracks that people see or hear, or that programs need to play them.
const PLAYED: [&[u8]; 10] = [
    b"vide", b"soun", b"text", b"sbtl", b"subt", b"clcp", b"tmcd", b"hint", b"auxv", b"pict",
];

/// Kinds of handlers that are no track's.
const NO_TRACK: [&[u8]; 6] = [b"alis", b"url ", b"mdir", b"mdta", b"rsrc", b"odsm"];

/// Overwrites positions, names of devices and what nobody needs.
///
/// # Errors
/// If the file is damaged, or has a track of a camera's readings.
pub(super) fn clean(bytes: &[u8]) -> Cleaned {
    let mut cleaner = Boxes {
        bytes: bytes.to_vec(),
    };
    cleaner.walk(0..bytes.len(), 0, Boxes::clean)?;
    let cleaned = cleaner.bytes;
    if traces::are_in(&cleaned) {
        return Err(Fault::Video.into());
    }
    Ok((cleaned != bytes).then_some(cleaned))
}

/// A box: where its name and its content are.
#[derive(Clone)]
struct Found {
    name: [u8; 4],
    name_at: usize,
    content: Range<usize>,
}

struct Boxes {
    bytes: Vec<u8>,
}

impl Boxes {
    /// Calls `visit` for each box in `range`.
    fn walk(
        &mut self,
        range: Range<usize>,
        depth: usize,
        visit: fn(&mut Self, &Found, usize) -> Result<(), Fault>,
    ) -> Result<(), Fault> {
        if depth > MAX_DEPTH {
            return Err(Fault::Broken);
        }
        let mut at = range.start;
        while at < range.end {
            // QuickTime may end a list with four zeros.
            if range.end - at < 8 && self.bytes[at..range.end].iter().all(|byte| *byte == 0) {
                break;
            }
            let found = self.read(at, range.end, depth).ok_or(Fault::Broken)?;
            at = found.content.end;
            visit(self, &found, depth)?;
        }
        Ok(())
    }

    fn read(&self, at: usize, end: usize, depth: usize) -> Option<Found> {
        let header = self.bytes.get(at..at + 8).filter(|_| at + 8 <= end)?;
        let size = u32::from_be_bytes(header[..4].try_into().ok()?) as usize;
        let name: [u8; 4] = header[4..].try_into().ok()?;
        let (header, size) = match size {
            // The last box of a file may reach to its end.
            0 if depth == 0 => (8, end - at),
            1 => {
                let size = self.bytes.get(at + 8..at + 16)?.try_into().ok()?;
                (16, usize::try_from(u64::from_be_bytes(size)).ok()?)
            }
            _ => (8, size),
        };
        let box_end = at.checked_add(size)?;
        (size >= header && box_end <= end).then_some(Found {
            name,
            name_at: at + 4,
            content: at + header..box_end,
        })
    }

    fn content(&self, found: &Found) -> &[u8] {
        &self.bytes[found.content.clone()]
    }

    fn free(&mut self, found: &Found) {
        self.bytes[found.name_at..found.name_at + 4].copy_from_slice(b"free");
        self.bytes[found.content.clone()].fill(0);
    }

    fn clean(&mut self, found: &Found, depth: usize) -> Result<(), Fault> {
        let content = found.content.clone();
        match &found.name {
            name if CONTAINERS.contains(&&name[..]) => self.walk(content, depth + 1, Self::clean),
            b"udta" => self.walk(content, depth + 1, Self::clean_user_data),
            b"meta" => self.clean_description(found, depth),
            b"hdlr" => self.clean_handler(found),
            b"stsd" => self.clean_formats(found),
            // A packed arrangement, of early QuickTime.
            b"cmov" => Err(Fault::Unknown),
            b"free" | b"skip" => {
                self.bytes[content].fill(0);
                Ok(())
            }
            name if NEEDED.contains(&&name[..]) => Ok(()),
            _ => {
                self.free(found);
                Ok(())
            }
        }
    }

    fn clean_user_data(&mut self, found: &Found, depth: usize) -> Result<(), Fault> {
        if found.name == *b"meta" {
            return self.clean_description(found, depth);
        }
        let is_needed = NEEDED_BY_READERS.contains(&&found.name[..]);
        if !is_needed || self.names_device(found) {
            self.free(found);
        }
        Ok(())
    }

    /// Cleans a list of descriptions. Those of Apple's keys are numbered, so they stay or go
    /// together.
    fn clean_description(&mut self, found: &Found, depth: usize) -> Result<(), Fault> {
        let content = found.content.clone();
        // QuickTime's has no version in front of its boxes.
        let is_full = self.bytes.get(content.start..content.start + 4) == Some(&[0; 4]);
        let begin = content.start + if is_full { 4 } else { 0 };
        if begin > content.end {
            return Err(Fault::Broken);
        }
        let has_keys = self.content(found).windows(4).any(|name| name == b"keys");
        if has_keys && !self.has_harmless_keys(found) {
            self.free(found);
            return Ok(());
        }
        let visit = match has_keys {
            true => Self::clean_part_with_keys,
            false => Self::clean_part,
        };
        self.walk(begin..content.end, depth + 1, visit)
    }

    /// Whether keys and values are only about who made the recording with which program.
    fn has_harmless_keys(&self, found: &Found) -> bool {
        let text = String::from_utf8_lossy(self.content(found));
        let is_private = traces::names_device(&text) || traces::is_private_field(&text);
        !is_private && !text.contains(".model") && !text.contains("com.android")
    }

    fn clean_part(&mut self, found: &Found, depth: usize) -> Result<(), Fault> {
        match &found.name {
            b"hdlr" => self.clean_handler(found),
            b"ilst" => self.walk(found.content.clone(), depth + 1, Self::clean_item),
            _ => {
                self.free(found);
                Ok(())
            }
        }
    }

    fn clean_part_with_keys(&mut self, found: &Found, _: usize) -> Result<(), Fault> {
        match &found.name {
            b"hdlr" => self.clean_handler(found),
            b"ilst" | b"keys" => Ok(()),
            _ => {
                self.free(found);
                Ok(())
            }
        }
    }

    fn clean_item(&mut self, found: &Found, _: usize) -> Result<(), Fault> {
        let is_needed = NEEDED_DESCRIPTIONS.contains(&&found.name[..]);
        let is_cover = found.name == *b"covr" && !traces::are_in(self.content(found));
        if !(is_needed || is_cover) || self.names_device(found) {
            self.free(found);
        }
        Ok(())
    }

    fn names_device(&self, found: &Found) -> bool {
        traces::names_device(&String::from_utf8_lossy(self.content(found)))
    }

    /// # Errors
    /// If it is that of a track of readings, such as positions during a flight.
    fn clean_handler(&mut self, found: &Found) -> Result<(), Fault> {
        let content = self.content(found);
        let kind = content.get(8..12).ok_or(Fault::Broken)?;
        if !PLAYED.contains(&kind) && !NO_TRACK.contains(&kind) {
            return Err(Fault::Video);
        }
        if self.names_device(found) {
            let name = (found.content.start + 24).min(found.content.end);
            // A name with its length in front, of QuickTime, is as empty as one that ends
            // with a zero.
            self.bytes[name..found.content.end].fill(0);
        }
        Ok(())
    }

    /// Clears names of encoders, which are fields of 32 bytes in formats of pictures, and
    /// refuses formats of readings.
    fn clean_formats(&mut self, found: &Found) -> Result<(), Fault> {
        const READINGS: [&[u8]; 6] = [b"gpmd", b"mebx", b"camm", b"rtmd", b"mett", b"djmd"];
        let mut at = found.content.start + 8;
        while at < found.content.end {
            let format = self.read(at, found.content.end, 1).ok_or(Fault::Broken)?;
            if READINGS.contains(&&format.name[..]) {
                return Err(Fault::Video);
            }
            let name = format.content.start + 42..format.content.start + 74;
            let is_named = name.end <= format.content.end
                && traces::names_device(&String::from_utf8_lossy(&self.bytes[name.clone()]));
            if is_named {
                self.bytes[name].fill(0);
            }
            at = format.content.end;
        }
        Ok(())
    }
}

//! Directories of tags in the format TIFF, which EXIF uses, too.

use image::metadata::Orientation;

use super::{Cleaned, Fault, traces};

/// Maximum number of directories of a file, such as pages of a fax.
const MAX_DIRECTORIES: usize = 4096;

/// Tag of the picture's orientation.
const ORIENTATION: u16 = 274;
/// Tag of the directory that EXIF adds.
const EXIF_DIRECTORY: u16 = 34665;
/// Description and program, which may name the device.
const TEXTS: [u16; 2] = [270, 305];

/// Reads numbers in the byte order of a TIFF.
struct Reader<'b> {
    bytes: &'b [u8],
    is_little: bool,
}

/// A tag with its type, number of values and the bytes in place of the value.
struct Tag<'b> {
    id: u16,
    kind: u16,
    count: u32,
    value: &'b [u8],
}

impl<'b> Reader<'b> {
    fn new(bytes: &'b [u8]) -> Option<Self> {
        begins_tiff(bytes).then(|| Self {
            bytes,
            is_little: bytes[0] == b'I',
        })
    }

    fn short(&self, at: usize) -> Option<u16> {
        let bytes = self.bytes.get(at..at.checked_add(2)?)?.try_into().ok()?;
        Some(match self.is_little {
            true => u16::from_le_bytes(bytes),
            false => u16::from_be_bytes(bytes),
        })
    }

    fn long(&self, at: usize) -> Option<u32> {
        let bytes = self.bytes.get(at..at.checked_add(4)?)?.try_into().ok()?;
        Some(match self.is_little {
            true => u32::from_le_bytes(bytes),
            false => u32::from_be_bytes(bytes),
        })
    }

    /// Returns the tags of the directory at `at`, and where the next one is.
    fn directory(&self, at: usize) -> Option<(Vec<Tag<'b>>, usize)> {
        let count = usize::from(self.short(at)?);
        let tags = (0..count).map(|number| {
            let at = at + 2 + 12 * number;
            Some(Tag {
                id: self.short(at)?,
                kind: self.short(at + 2)?,
                count: self.long(at + 4)?,
                value: self.bytes.get(at + 8..at + 12)?,
            })
        });
        let tags = tags.collect::<Option<Vec<_>>>()?;
        // Some programs leave out the address of a next directory that is not there.
        let next = self.long(at + 2 + 12 * count).unwrap_or(0);
        Some((tags, next as usize))
    }

    fn address(&self, tag: &Tag<'_>) -> Option<u32> {
        let bytes = tag.value.try_into().ok()?;
        Some(match self.is_little {
            true => u32::from_le_bytes(bytes),
            false => u32::from_be_bytes(bytes),
        })
    }

    fn text(&self, tag: &Tag<'_>) -> Option<String> {
        let length = tag.count as usize;
        let bytes = match length {
            0..=4 => tag.value.get(..length)?,
            _ => {
                let at = self.address(tag)? as usize;
                self.bytes.get(at..at.checked_add(length)?)?
            }
        };
        (tag.kind == 2).then(|| String::from_utf8_lossy(bytes).into_owned())
    }

    fn is_harmless(&self) -> Option<bool> {
        let mut at = self.long(4)? as usize;
        for _ in 0..MAX_DIRECTORIES {
            if at == 0 {
                return Some(true);
            }
            let (tags, next) = self.directory(at)?;
            if !tags.iter().all(|tag| self.is_harmless_tag(tag)) {
                return Some(false);
            }
            at = next;
        }
        None
    }

    fn is_harmless_tag(&self, tag: &Tag<'_>) -> bool {
        if TEXTS.contains(&tag.id) {
            return self
                .text(tag)
                .is_some_and(|text| !traces::names_device(&text));
        }
        if tag.id == EXIF_DIRECTORY {
            let directory = self.address(tag).map(|at| self.directory(at as usize));
            return directory
                .flatten()
                .is_some_and(|(tags, _)| tags.iter().all(|tag| is_harmless_in_exif(tag.id)));
        }
        is_about_pixels(tag.id)
    }
}

/// Whether a tag says how pixels are stored, or whose work they are. A map's reference
/// system is what the map is for.
fn is_about_pixels(id: u16) -> bool {
    matches!(id, 254..=266 | 269 | 273 | 274 | 277..=292 | 296 | 297 | 301 | 306 | 315)
        || matches!(id, 317..=325 | 328 | 332..=347 | 512..=521 | 529..=532 | 32781 | 33432)
        || matches!(
            id,
            33550 | 33922 | 34264 | 34675 | 34735..=34737 | 42112 | 42113
        )
}

/// Whether a tag of the EXIF directory is a version, a date, or about pixels.
fn is_harmless_in_exif(id: u16) -> bool {
    matches!(id, 36864 | 36867 | 36868 | 37121 | 40960..=40963)
}

/// Whether a TIFF begins here.
pub(super) fn begins_tiff(bytes: &[u8]) -> bool {
    bytes.starts_with(b"II*\0") || bytes.starts_with(b"MM\0*")
}

/// Whether a TIFF is complete and has neither position nor device.
pub(super) fn is_harmless(tiff: &[u8]) -> bool {
    let harmless = Reader::new(tiff).and_then(|reader| reader.is_harmless());
    harmless.unwrap_or(false)
}

/// Returns EXIF with the orientation of `tiff` only; `None` if the picture is upright.
pub(super) fn orientation_of(tiff: &[u8]) -> Option<Vec<u8>> {
    let orientation = Orientation::from_exif_chunk(tiff)?;
    if orientation == Orientation::NoTransforms {
        return None;
    }
    let mut tiff = b"II*\0\x08\0\0\0\x01\0".to_vec();
    tiff.extend(ORIENTATION.to_le_bytes());
    // One short number.
    tiff.extend(b"\x03\0\x01\0\0\0");
    tiff.extend([orientation.to_exif(), 0, 0, 0, 0, 0, 0, 0]);
    Some(tiff)
}

/// Lets a TIFF pass that has neither position nor device.
///
/// # Errors
/// If it has: pixels and descriptions refer to one another by address.
pub(super) fn check_tiff(bytes: &[u8]) -> Cleaned {
    match is_harmless(bytes) {
        true => Ok(None),
        false => Err(Fault::Picture.into()),
    }
}

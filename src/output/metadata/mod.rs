//! Removes from downloads what cameras and phones write into them unasked: positions,
//! device names, serial numbers, maker notes.
//!
//! A format is recognised by its bytes, since names may be wrong. What carries nothing of
//! the kind keeps its bytes; what cannot be looked into, or cannot be mended without
//! damage, is refused with the reason.

mod audio;
mod containers;
mod downloads;
mod exif;
mod gif;
mod jpeg;
mod ole;
mod package;
mod pdf;
mod png;
mod riff;
mod text;
mod traces;
mod video;

use std::borrow::Cow;

pub(crate) use crate::messages::diagnostics::CleaningFault as Fault;
pub(crate) use downloads::{Downloads, folder, prepare};

/// Maximum bytes of a download, and of everything unpacked from it together.
const MAX_BYTES: u64 = 512 * 1024 * 1024;

/// How many times larger than the download may be what is unpacked from it, if that is more
/// than [`MIN_UNPACKED`]: tables shrink to a hundredth.
const MAX_RATIO: u64 = 200;
/// Bytes that any download may be unpacked to.
const MIN_UNPACKED: u64 = 64 * 1024 * 1024;

/// How deep documents may be nested in one another.
const MAX_DEPTH: usize = 4;

/// Why a file cannot be cleaned.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("the file cannot be cleaned: {fault}")]
pub(crate) struct Uncleanable {
    /// The reason.
    pub fault: Fault,
    /// Path of the file within the package that is refused; `None` if it is the package.
    pub within: Option<String>,
}

impl From<Fault> for Uncleanable {
    fn from(fault: Fault) -> Self {
        Self {
            fault,
            within: None,
        }
    }
}

/// The cleaned bytes of a file; `None` if it keeps its own.
type Cleaned = Result<Option<Vec<u8>>, Uncleanable>;

/// Returns the bytes of a download without positions and names of devices.
///
/// # Errors
/// If the file cannot be looked into or mended.
pub(crate) fn clean(bytes: &[u8]) -> Result<Cow<'_, [u8]>, Uncleanable> {
    let cleaned = Cleaner::of(bytes).cleaned(bytes)?;
    Ok(cleaned.map_or(Cow::Borrowed(bytes), Cow::Owned))
}

/// Returns an animated picture without comments and descriptions.
///
/// # Errors
/// If the file is damaged.
pub(crate) fn clean_gif(bytes: &[u8]) -> Result<Cow<'_, [u8]>, Uncleanable> {
    Ok(gif::clean(bytes)?.map_or(Cow::Borrowed(bytes), Cow::Owned))
}

/// One download and what is nested in it, within common limits.
struct Cleaner {
    depth: usize,
    /// Bytes that may still be unpacked.
    left: u64,
}

impl Cleaner {
    fn of(bytes: &[u8]) -> Self {
        let packed = bytes.len() as u64;
        Self {
            depth: 0,
            left: (packed * MAX_RATIO).clamp(MIN_UNPACKED, MAX_BYTES),
        }
    }

    /// Cleans a file within another one.
    fn nested(&mut self, bytes: &[u8]) -> Cleaned {
        if self.depth == MAX_DEPTH {
            return Err(Fault::TooDeep.into());
        }
        self.depth += 1;
        let cleaned = self.cleaned(bytes);
        self.depth -= 1;
        cleaned
    }

    fn cleaned(&mut self, bytes: &[u8]) -> Cleaned {
        match Format::of(bytes) {
            Format::Jpeg => jpeg::clean(bytes),
            Format::Png => png::clean(bytes),
            Format::Gif => gif::clean(bytes),
            Format::Riff => riff::clean(bytes),
            Format::Video => video::clean(bytes),
            Format::Flac => audio::clean_flac(bytes),
            Format::Ogg => audio::check_ogg(bytes),
            Format::Mp3 => audio::clean_mp3(bytes),
            Format::Pdf => pdf::clean(bytes, self),
            Format::Zip => package::clean(bytes, self),
            Format::Gzip => containers::check_gzip(bytes, self),
            Format::Ole => ole::check(bytes),
            Format::Tiff => exif::check_tiff(bytes),
            Format::Text => text::clean(bytes, self),
            Format::Picture => Err(Fault::Picture.into()),
            Format::Archive => Err(Fault::Archive.into()),
            Format::Unknown => containers::check_unknown(bytes),
        }
    }

    /// Takes `size` from the bytes that may still be unpacked.
    fn spend(&mut self, size: u64) -> Result<(), Fault> {
        self.left = self.left.checked_sub(size).ok_or(Fault::TooLarge)?;
        Ok(())
    }
}

/// A family of formats.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Format {
    Jpeg,
    Png,
    Gif,
    /// WebP, WAV, AVI.
    Riff,
    /// MP4, MOV, M4A, 3GP.
    Video,
    Flac,
    Ogg,
    Mp3,
    Pdf,
    /// Also Office Open XML, OpenDocument and EPUB.
    Zip,
    Gzip,
    /// Office documents before 2007.
    Ole,
    Tiff,
    Text,
    /// HEIC, AVIF, camera raw and other pictures that are not taken apart.
    Picture,
    /// Archives other than zip.
    Archive,
    Unknown,
}

/// First bytes of each format.
const SIGNATURES: [(&[u8], Format); 27] = [
    (b"\xff\xd8\xff", Format::Jpeg),
    (b"\x89PNG\r\n\x1a\n", Format::Png),
    (b"GIF8", Format::Gif),
    (b"RIFF", Format::Riff),
    (b"fLaC", Format::Flac),
    (b"OggS", Format::Ogg),
    (b"ID3", Format::Mp3),
    (b"PK\x03\x04", Format::Zip),
    (b"PK\x05\x06", Format::Zip),
    (b"\x1f\x8b", Format::Gzip),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", Format::Ole),
    (b"II*\0", Format::Tiff),
    (b"MM\0*", Format::Tiff),
    // BigTIFF, and the raw formats of Fujifilm, Olympus, Panasonic and Sigma.
    (b"II+\0", Format::Picture),
    (b"MM\0+", Format::Picture),
    (b"FUJIFILM", Format::Picture),
    (b"IIRO\x08\0", Format::Picture),
    (b"IIRS\x08\0", Format::Picture),
    (b"IIU\0", Format::Picture),
    (b"FOVb", Format::Picture),
    // JPEG XL and JPEG 2000.
    (b"\xff\x0a", Format::Picture),
    (b"\0\0\0\x0cJXL ", Format::Picture),
    (b"\0\0\0\x0cjP  ", Format::Picture),
    (b"7z\xbc\xaf\x27\x1c", Format::Archive),
    (b"Rar!\x1a\x07", Format::Archive),
    (b"BZh", Format::Archive),
    (b"\xfd7zXZ\0", Format::Archive),
];

/// Names of the boxes that files of the MP4 family begin with.
const FIRST_BOXES: [&[u8]; 8] = [
    b"ftyp", b"moov", b"mdat", b"free", b"skip", b"wide", b"pnot", b"styp",
];

/// Brands of pictures in the MP4 family: HEIF, AVIF and Canon's raw format.
const PICTURE_BRANDS: [&[u8]; 12] = [
    b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"mif2", b"msf1", b"avif",
    b"avis", b"crx ",
];

impl Format {
    fn of(bytes: &[u8]) -> Self {
        let is_pdf = |window: &[u8]| window == b"%PDF-";
        if bytes.starts_with(b"%PDF-") {
            return Self::Pdf;
        }
        // Texts may begin with the letters of a signature.
        if text::is_text(bytes) {
            return Self::Text;
        }
        if let Some((_, format)) = SIGNATURES.iter().find(|(sign, _)| bytes.starts_with(sign)) {
            return *format;
        }
        match bytes.get(4..8) {
            Some(b"ftyp") if has_picture_brand(bytes) => return Self::Picture,
            Some(name) if FIRST_BOXES.contains(&name) => return Self::Video,
            _ => {}
        }
        // Readers accept a header that is preceded by up to a kilobyte of other bytes.
        let head = &bytes[..bytes.len().min(1024)];
        if head.windows(5).any(is_pdf) {
            return Self::Pdf;
        }
        if audio::is_mp3_frame(bytes) {
            return Self::Mp3;
        }
        Self::Unknown
    }
}

fn has_picture_brand(bytes: &[u8]) -> bool {
    let size = bytes[..4]
        .iter()
        .fold(0, |size, byte| size << 8 | usize::from(*byte));
    let brands = bytes.get(8..size.min(bytes.len())).unwrap_or_default();
    // The second group is a version number.
    let brands = brands.chunks(4).enumerate().filter(|(at, _)| *at != 1);
    brands
        .into_iter()
        .any(|(_, brand)| PICTURE_BRANDS.contains(&brand))
}

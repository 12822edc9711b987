//! Decodes editors' pictures in any supported format.

use std::io::Cursor;
use std::path::Path;

use image::codecs::gif::GifDecoder;
use image::metadata::Orientation;
use image::{
    AnimationDecoder, DynamicImage, ImageDecoder, ImageError, ImageFormat, ImageReader, Limits,
};

use crate::messages::diagnostics::{Kind, PictureMeasure};

/// Maximum size of a picture: more than a phone's camera takes, less than makes an old
/// laptop swap.
const MAX_MEGAPIXELS: u64 = 80;

/// Maximum width or height in pixels: the limit of the WebP format.
const LONGEST_SIDE: u64 = 16_383;

/// Size above which a picture is processed alone, to limit memory use.
const LARGE_MEGAPIXELS: u64 = 16;

/// A decoded picture.
pub(super) enum Decoded {
    /// A still image, with its EXIF orientation applied.
    Still {
        /// Pixels, without metadata.
        image: DynamicImage,
        /// Whether the source is a JPEG.
        is_photograph: bool,
    },
    /// An animated GIF, which is published unchanged.
    Animated {
        /// Width in pixels.
        width: u32,
        /// Height in pixels.
        height: u32,
    },
}

/// Whether a picture has to be processed alone. Reads only the file's header.
pub(super) fn is_large(file: &Path) -> bool {
    let reader = ImageReader::open(file).and_then(ImageReader::with_guessed_format);
    let dimensions = reader.ok().and_then(|reader| reader.into_dimensions().ok());
    dimensions.is_some_and(|(width, height)| megapixels(width, height) > LARGE_MEGAPIXELS)
}

/// Checks the dimensions in the header before any pixels are decoded.
///
/// # Errors
/// If the picture is too large or empty, or the bytes are not a supported picture.
pub(super) fn check_dimensions(bytes: &[u8]) -> Result<(), Kind> {
    let (width, height) = reader(bytes)?.into_dimensions().map_err(unreadable)?;
    if width == 0 || height == 0 {
        return Err(Kind::UnreadablePicture);
    }
    let megapixels = megapixels(width, height);
    within(PictureMeasure::Megapixels, megapixels, MAX_MEGAPIXELS)?;
    within(PictureMeasure::Side, width.max(height).into(), LONGEST_SIDE)
}

fn megapixels(width: u32, height: u32) -> u64 {
    (u64::from(width) * u64::from(height)).div_ceil(1_000_000)
}

/// Decodes the pixels and applies the EXIF orientation.
///
/// # Errors
/// If the bytes are not a supported picture, or are truncated.
pub(super) fn decode(bytes: &[u8]) -> Result<Decoded, Kind> {
    let mut reader = reader(bytes)?;
    let mut limits = Limits::default();
    // Four bytes per pixel, and as much again for the decoder's buffers.
    limits.max_alloc = Some(MAX_MEGAPIXELS * 1_000_000 * 8);
    reader.limits(limits);
    if reader.format() == Some(ImageFormat::Gif) && is_animated(bytes)? {
        let (width, height) = reader.into_dimensions().map_err(unreadable)?;
        return Ok(Decoded::Animated { width, height });
    }
    let is_photograph = reader.format() == Some(ImageFormat::Jpeg);
    let mut decoder = reader.into_decoder().map_err(unreadable)?;
    let orientation = decoder.orientation().unwrap_or(Orientation::NoTransforms);
    let mut image = DynamicImage::from_decoder(decoder).map_err(unreadable)?;
    if image.width() == 0 || image.height() == 0 {
        return Err(Kind::UnreadablePicture);
    }
    image.apply_orientation(orientation);
    Ok(Decoded::Still {
        image,
        is_photograph,
    })
}

/// Detects the format from the bytes: a file's extension may be wrong.
fn reader(bytes: &[u8]) -> Result<ImageReader<Cursor<&[u8]>>, Kind> {
    let reader = ImageReader::new(Cursor::new(bytes))
        .with_guessed_format()
        .map_err(|_| Kind::UnreadablePicture)?;
    match reader.format() {
        Some(_) => Ok(reader),
        None => Err(Kind::UnreadablePicture),
    }
}

fn is_animated(bytes: &[u8]) -> Result<bool, Kind> {
    let decoder = GifDecoder::new(Cursor::new(bytes)).map_err(unreadable)?;
    let mut frames = decoder.into_frames();
    frames.next().transpose().map_err(unreadable)?;
    Ok(frames.next().is_some_and(|frame| frame.is_ok()))
}

fn unreadable(_: ImageError) -> Kind {
    Kind::UnreadablePicture
}

/// # Errors
/// If `size` exceeds `limit`.
fn within(measure: PictureMeasure, size: u64, limit: u64) -> Result<(), Kind> {
    if size > limit {
        return Err(Kind::PictureTooLarge {
            measure,
            size,
            limit,
        });
    }
    Ok(())
}

//! Pixels out of whatever bytes an editor's picture has.

use std::io::Cursor;
use std::path::Path;

use image::codecs::gif::GifDecoder;
use image::metadata::Orientation;
use image::{
    AnimationDecoder, DynamicImage, ImageDecoder, ImageError, ImageFormat, ImageReader, Limits,
};

use crate::messages::diagnostics::{Kind, PictureMeasure};

/// Most pixels a picture may have, in millions: more than a telephone's camera
/// takes, less than makes an old laptop swap.
const MAX_MEGAPIXELS: u64 = 80;

/// Most pixels along a side: no WebP is longer.
const LONGEST_SIDE: u64 = 16_383;

/// From so many pixels on, in millions, a picture is worked on alone.
const LARGE_MEGAPIXELS: u64 = 16;

/// What a picture's bytes hold.
pub enum Decoded {
    /// One picture, the right way up.
    Still {
        /// Its pixels.
        image: DynamicImage,
        /// Whether it comes from a format made for photographs.
        is_photograph: bool,
    },
    /// A moving picture, which is published as it is.
    Moving {
        /// In pixels.
        width: u32,
        /// In pixels.
        height: u32,
    },
}

/// Whether a file says it holds a picture to be worked on alone; its header is read.
pub fn is_large(file: &Path) -> bool {
    let reader = ImageReader::open(file).and_then(ImageReader::with_guessed_format);
    let dimensions = reader.ok().and_then(|reader| reader.into_dimensions().ok());
    dimensions.is_some_and(|(width, height)| megapixels(width, height) > LARGE_MEGAPIXELS)
}

/// Checks how much the picture says it has, before any of it is read.
///
/// # Errors
/// When that is too much, or nothing, or the bytes are no picture.
pub fn check_measures(bytes: &[u8]) -> Result<(), Kind> {
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

/// Reads the pixels, turned as the camera was held.
///
/// # Errors
/// When the bytes are no picture, or break off.
pub fn decode(bytes: &[u8]) -> Result<Decoded, Kind> {
    let mut reader = reader(bytes)?;
    let mut limits = Limits::default();
    // Four bytes a pixel, and as much again for the decoder's own work.
    limits.max_alloc = Some(MAX_MEGAPIXELS * 1_000_000 * 8);
    reader.limits(limits);
    if reader.format() == Some(ImageFormat::Gif) && moves(bytes)? {
        let (width, height) = reader.into_dimensions().map_err(unreadable)?;
        return Ok(Decoded::Moving { width, height });
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

/// Goes by the bytes: a file's extension may be wrong.
fn reader(bytes: &[u8]) -> Result<ImageReader<Cursor<&[u8]>>, Kind> {
    let reader = ImageReader::new(Cursor::new(bytes))
        .with_guessed_format()
        .map_err(|_| Kind::UnreadablePicture)?;
    match reader.format() {
        Some(_) => Ok(reader),
        None => Err(Kind::UnreadablePicture),
    }
}

fn moves(bytes: &[u8]) -> Result<bool, Kind> {
    let decoder = GifDecoder::new(Cursor::new(bytes)).map_err(unreadable)?;
    let mut frames = decoder.into_frames();
    frames.next().transpose().map_err(unreadable)?;
    Ok(frames.next().is_some_and(|frame| frame.is_ok()))
}

fn unreadable(_: ImageError) -> Kind {
    Kind::UnreadablePicture
}

/// # Errors
/// When a picture measures more than `limit`.
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

//! Encodes a picture in each of the theme's widths, within its byte limit if possible.

use image::codecs::png::{CompressionType, FilterType, PngEncoder};
use image::imageops::{self, FilterType as Resampling};
use image::{DynamicImage, ExtendedColorType, ImageEncoder, RgbImage, RgbaImage};
use jpeg_encoder::{ColorType, Encoder as JpegEncoder, SamplingFactor};
use rayon::prelude::*;

use crate::output::pictures::ImageSettings;

/// One encoded rendition of a picture.
pub(super) struct Encoded {
    /// File name extension, without the dot.
    pub extension: &'static str,
    /// Width in pixels.
    pub width: u32,
    /// Height in pixels.
    pub height: u32,
    /// Contents of the encoded file.
    pub bytes: Vec<u8>,
}

/// Qualities (0 to 100) in the order they are tried, from nearly indistinguishable from the
/// original to the lowest at which a photograph still shows who does what.
const QUALITIES: [u8; 7] = [76, 68, 60, 52, 44, 34, 24];

/// Pixels with an alpha channel only if any of them is transparent.
enum Pixels {
    Opaque(RgbImage),
    Transparent(RgbaImage),
}

/// Returns all renditions of a picture: first the fallback for browsers without WebP, in
/// the middle width, then WebP, narrowest first.
pub(super) fn renditions(
    image: DynamicImage,
    is_photograph: bool,
    settings: &ImageSettings,
) -> Vec<Encoded> {
    let widths = settings.widths_for(image.width());
    let middle = (widths.len() - 1).div_ceil(2);
    let sizes = scaled(Pixels::of(image), &widths);
    let encoder = Encoder {
        is_photograph,
        max_bytes: settings.max_bytes,
    };
    let mut files = vec![encoder.fallback(&sizes[middle])];
    files.par_extend(sizes.par_iter().map(|size| encoder.webp(size)));
    files
}

/// Resizes to each width, from the next wider size: cheaper than from the original.
fn scaled(original: Pixels, widths: &[u32]) -> Vec<Pixels> {
    let mut sizes: Vec<Pixels> = Vec::new();
    for width in widths.iter().rev() {
        let wider = sizes.last().unwrap_or(&original);
        sizes.push(wider.scaled(*width));
    }
    sizes.reverse();
    sizes
}

/// Wraps an animated GIF, which is published unchanged.
pub(super) fn unchanged(bytes: &[u8], width: u32, height: u32) -> Encoded {
    Encoded {
        extension: "gif",
        width,
        height,
        bytes: bytes.to_vec(),
    }
}

struct Encoder {
    /// Whether the source is a JPEG: a lossless encoding of it is never smaller.
    is_photograph: bool,
    max_bytes: usize,
}

impl Encoder {
    fn webp(&self, pixels: &Pixels) -> Encoded {
        let encoder = pixels.webp();
        let lossy = self.best_within_limit(|quality| encoder.encode(f32::from(quality)).to_vec());
        let lossless = || encoder.encode_lossless().to_vec();
        self.smaller(pixels, ("webp", lossy), "webp", lossless)
    }

    fn fallback(&self, pixels: &Pixels) -> Encoded {
        let lossy = self.best_within_limit(|quality| pixels.jpeg(quality));
        self.smaller(pixels, ("jpg", lossy), "png", || pixels.png())
    }

    /// Prefers the lossless encoding if it is no larger, as for a diagram.
    fn smaller(
        &self,
        pixels: &Pixels,
        lossy: (&'static str, Vec<u8>),
        extension: &'static str,
        lossless: impl Fn() -> Vec<u8>,
    ) -> Encoded {
        if !self.is_photograph {
            let bytes = lossless();
            if bytes.len() <= lossy.1.len() {
                return pixels.encoded(extension, bytes);
            }
        }
        pixels.encoded(lossy.0, lossy.1)
    }

    /// Encodes at the best quality that fits in `max_bytes`, else at the lowest.
    fn best_within_limit(&self, encode: impl Fn(u8) -> Vec<u8>) -> Vec<u8> {
        let mut bytes = Vec::new();
        for quality in QUALITIES {
            bytes = encode(quality);
            if bytes.len() <= self.max_bytes {
                break;
            }
        }
        bytes
    }
}

impl Pixels {
    fn of(image: DynamicImage) -> Self {
        if !image.color().has_alpha() {
            return Self::Opaque(image.into_rgb8());
        }
        let pixels = image.into_rgba8();
        if pixels.pixels().all(|pixel| pixel[3] == u8::MAX) {
            Self::Opaque(DynamicImage::ImageRgba8(pixels).into_rgb8())
        } else {
            Self::Transparent(pixels)
        }
    }

    fn size(&self) -> (u32, u32) {
        match self {
            Self::Opaque(pixels) => pixels.dimensions(),
            Self::Transparent(pixels) => pixels.dimensions(),
        }
    }

    fn scaled(&self, width: u32) -> Self {
        let (from_width, from_height) = self.size();
        let height = u64::from(from_height) * u64::from(width);
        let height = (height + u64::from(from_width) / 2) / u64::from(from_width);
        let height = u32::try_from(height.max(1)).unwrap_or(u32::MAX);
        match self {
            Self::Opaque(pixels) if from_width == width => Self::Opaque(pixels.clone()),
            Self::Transparent(pixels) if from_width == width => Self::Transparent(pixels.clone()),
            Self::Opaque(pixels) => Self::Opaque(imageops::resize(
                pixels,
                width,
                height,
                Resampling::Lanczos3,
            )),
            Self::Transparent(pixels) => {
                let premultiplied = premultiplied(pixels.clone());
                let scaled =
                    imageops::resize(&premultiplied, width, height, Resampling::CatmullRom);
                Self::Transparent(unpremultiplied(scaled))
            }
        }
    }

    fn webp(&self) -> webp::Encoder<'_> {
        let (width, height) = self.size();
        match self {
            Self::Opaque(pixels) => webp::Encoder::from_rgb(pixels, width, height),
            Self::Transparent(pixels) => webp::Encoder::from_rgba(pixels, width, height),
        }
    }

    fn encoded(&self, extension: &'static str, bytes: Vec<u8>) -> Encoded {
        let (width, height) = self.size();
        Encoded {
            extension,
            width,
            height,
            bytes,
        }
    }

    /// Progressive, to show early on a slow connection; transparent parts turn white.
    fn jpeg(&self, quality: u8) -> Vec<u8> {
        let flattened;
        let pixels = match self {
            Self::Opaque(pixels) => pixels,
            Self::Transparent(pixels) => {
                flattened = flattened_on_white(pixels);
                &flattened
            }
        };
        let side = |length: u32| u16::try_from(length).unwrap_or(u16::MAX);
        let (width, height) = pixels.dimensions();
        let mut bytes = Vec::new();
        let mut encoder = JpegEncoder::new(&mut bytes, quality);
        encoder.set_progressive(true);
        encoder.set_optimized_huffman_tables(true);
        encoder.set_sampling_factor(SamplingFactor::F_2_2);
        encoder
            .encode(pixels, side(width), side(height), ColorType::Rgb)
            .expect("writing to memory does not fail");
        bytes
    }

    fn png(&self) -> Vec<u8> {
        let mut bytes = Vec::new();
        let (best, filter) = (CompressionType::Best, FilterType::Adaptive);
        let encoder = PngEncoder::new_with_quality(&mut bytes, best, filter);
        let (width, height) = self.size();
        let (pixels, color): (&[u8], _) = match self {
            Self::Opaque(pixels) => (pixels, ExtendedColorType::Rgb8),
            Self::Transparent(pixels) => (pixels, ExtendedColorType::Rgba8),
        };
        encoder
            .write_image(pixels, width, height, color)
            .expect("writing to memory does not fail");
        bytes
    }
}

/// Premultiplies colours by alpha, so that those of transparent pixels do not bleed into
/// visible ones when resampling.
fn premultiplied(mut pixels: RgbaImage) -> RgbaImage {
    for pixel in pixels.pixels_mut() {
        let alpha = u16::from(pixel[3]);
        for channel in 0..3 {
            pixel[channel] = divide_rounded(u16::from(pixel[channel]) * alpha, 255);
        }
    }
    pixels
}

fn unpremultiplied(mut pixels: RgbaImage) -> RgbaImage {
    for pixel in pixels.pixels_mut() {
        let alpha = u16::from(pixel[3].max(1));
        for channel in 0..3 {
            pixel[channel] = divide_rounded(u16::from(pixel[channel]) * 255, alpha);
        }
    }
    pixels
}

fn flattened_on_white(pixels: &RgbaImage) -> RgbImage {
    let mut background = RgbImage::new(pixels.width(), pixels.height());
    for (pixel, result) in pixels.pixels().zip(background.pixels_mut()) {
        let alpha = u16::from(pixel[3]);
        for channel in 0..3 {
            let mixed = u16::from(pixel[channel]) * alpha + 255 * (255 - alpha);
            result[channel] = divide_rounded(mixed, 255);
        }
    }
    background
}

fn divide_rounded(dividend: u16, divisor: u16) -> u8 {
    let quotient = (u32::from(dividend) + u32::from(divisor) / 2) / u32::from(divisor);
    u8::try_from(quotient).unwrap_or(u8::MAX)
}

//! A picture in the theme's widths, each within the theme's weight.

use image::codecs::png::{CompressionType, FilterType, PngEncoder};
use image::imageops::{self, FilterType as Resampling};
use image::{DynamicImage, ExtendedColorType, ImageEncoder, RgbImage, RgbaImage};
use jpeg_encoder::{ColorType, Encoder as JpegEncoder, SamplingFactor};
use rayon::prelude::*;

use crate::output::pictures::ImageSettings;

/// One form of a picture.
pub struct Encoded {
    /// Extension of its name.
    pub extension: &'static str,
    /// In pixels.
    pub width: u32,
    /// In pixels.
    pub height: u32,
    /// The file.
    pub bytes: Vec<u8>,
}

/// From the quality that is hard to tell from the original to the one at which a
/// photograph still shows who does what.
const QUALITIES: [u8; 7] = [76, 68, 60, 52, 44, 34, 24];

/// Pixels without what they do not need.
enum Pixels {
    Opaque(RgbImage),
    Transparent(RgbaImage),
}

/// All forms of a picture: first the one for old browsers, of the middle width,
/// then WebP, narrowest first.
pub fn renditions(
    image: DynamicImage,
    is_photograph: bool,
    settings: &ImageSettings,
) -> Vec<Encoded> {
    let widths = settings.widths_of(image.width());
    let middle = (widths.len() - 1).div_ceil(2);
    let sizes = scaled(Pixels::of(image), &widths);
    let encoder = Encoder {
        is_photograph,
        max_bytes: settings.max_bytes,
    };
    let mut files = vec![encoder.for_old_browsers(&sizes[middle])];
    files.par_extend(sizes.par_iter().map(|size| encoder.webp(size)));
    files
}

/// In each of the widths, each made from the next wider.
fn scaled(original: Pixels, widths: &[u32]) -> Vec<Pixels> {
    let mut sizes: Vec<Pixels> = Vec::new();
    for width in widths.iter().rev() {
        let wider = sizes.last().unwrap_or(&original);
        sizes.push(wider.scaled(*width));
    }
    sizes.reverse();
    sizes
}

/// A picture that is published unchanged.
pub fn as_it_is(bytes: &[u8], width: u32, height: u32) -> Encoded {
    Encoded {
        extension: "gif",
        width,
        height,
        bytes: bytes.to_vec(),
    }
}

struct Encoder {
    /// Whether the picture was lossy before: then without loss it is never lighter.
    is_photograph: bool,
    max_bytes: usize,
}

impl Encoder {
    fn webp(&self, pixels: &Pixels) -> Encoded {
        let encoder = pixels.webp();
        let lossy = self.within(|quality| encoder.encode(f32::from(quality)).to_vec());
        let lossless = || encoder.encode_lossless().to_vec();
        self.lighter(pixels, ("webp", lossy), "webp", lossless)
    }

    fn for_old_browsers(&self, pixels: &Pixels) -> Encoded {
        let lossy = self.within(|quality| pixels.jpeg(quality));
        self.lighter(pixels, ("jpg", lossy), "png", || pixels.png())
    }

    /// Without loss where that is lighter, as for a diagram.
    fn lighter(
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

    /// The best quality that is light enough, else the lightest.
    fn within(&self, encode: impl Fn(u8) -> Vec<u8>) -> Vec<u8> {
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
                let weighted = weighted_by_alpha(pixels.clone());
                let scaled = imageops::resize(&weighted, width, height, Resampling::CatmullRom);
                Self::Transparent(unweighted_by_alpha(scaled))
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

    /// Progressive, so that a slow link shows it early; transparent parts are white.
    fn jpeg(&self, quality: u8) -> Vec<u8> {
        let on_white;
        let pixels = match self {
            Self::Opaque(pixels) => pixels,
            Self::Transparent(pixels) => {
                on_white = on_white_paper(pixels);
                &on_white
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

/// Colours weighted by how much of them shows, so that those of invisible pixels
/// do not bleed into visible ones when several become one.
fn weighted_by_alpha(mut pixels: RgbaImage) -> RgbaImage {
    for pixel in pixels.pixels_mut() {
        let alpha = u16::from(pixel[3]);
        for channel in 0..3 {
            pixel[channel] = rounded(u16::from(pixel[channel]) * alpha, 255);
        }
    }
    pixels
}

fn unweighted_by_alpha(mut pixels: RgbaImage) -> RgbaImage {
    for pixel in pixels.pixels_mut() {
        let alpha = u16::from(pixel[3].max(1));
        for channel in 0..3 {
            pixel[channel] = rounded(u16::from(pixel[channel]) * 255, alpha);
        }
    }
    pixels
}

fn on_white_paper(pixels: &RgbaImage) -> RgbImage {
    let mut paper = RgbImage::new(pixels.width(), pixels.height());
    for (pixel, on_paper) in pixels.pixels().zip(paper.pixels_mut()) {
        let alpha = u16::from(pixel[3]);
        for channel in 0..3 {
            let mixed = u16::from(pixel[channel]) * alpha + 255 * (255 - alpha);
            on_paper[channel] = rounded(mixed, 255);
        }
    }
    paper
}

fn rounded(dividend: u16, divisor: u16) -> u8 {
    let quotient = (u32::from(dividend) + u32::from(divisor) / 2) / u32::from(divisor);
    u8::try_from(quotient).unwrap_or(u8::MAX)
}

//! How large a theme shows pictures.

use crate::yaml::{Fields, Key};

/// What pictures are made for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ImageSettings {
    /// Widths in pixels, narrowest first; never empty.
    pub widths: Vec<u32>,
    /// Most bytes that a picture may weigh, as far as its quality can give way.
    pub max_bytes: usize,
    /// How wide a picture stands in the page, as HTML's `sizes` says it.
    pub sizes: String,
}

impl Default for ImageSettings {
    fn default() -> Self {
        Self {
            widths: vec![480, 960, 1600],
            max_bytes: 180_000,
            sizes: "100vw".to_owned(),
        }
    }
}

/// Wider than any screen a picture of a case is looked at on.
const WIDEST: u64 = 4096;

/// Lighter than this, nothing can be recognised.
const LIGHTEST_KB: u64 = 20;

impl ImageSettings {
    /// Reads the `images` of a `theme.yaml`; what it leaves out has its default.
    pub(super) fn read(fields: &mut Fields<'_, '_>) -> Self {
        let default = Self::default();
        let widths = fields.counts(Key("widths", &["anchos"]));
        let mut widths: Vec<u32> = widths
            .iter()
            .filter_map(|width| u32::try_from(width.value.min(WIDEST)).ok())
            .collect();
        widths.sort_unstable();
        widths.dedup();
        let weight = fields.count(Key("max_kilobytes", &["peso_maximo"]));
        let sizes = fields.text(Key("sizes", &["tamanos"]));
        Self {
            widths: if widths.is_empty() {
                default.widths
            } else {
                widths
            },
            max_bytes: weight.map_or(default.max_bytes, |weight| {
                let kilobytes = weight.value.clamp(LIGHTEST_KB, 10_000);
                usize::try_from(kilobytes * 1000).unwrap_or(default.max_bytes)
            }),
            sizes: sizes.map_or(default.sizes, |sizes| sizes.value),
        }
    }

    /// The widths of a picture that is `width` pixels wide: never wider than it is.
    pub fn widths_of(&self, width: u32) -> Vec<u32> {
        let widest = self.widths.last().copied().unwrap_or(width).min(width);
        let narrower = self.widths.iter().copied().filter(|other| *other < widest);
        narrower.chain([widest]).collect()
    }
}

//! How large a theme shows pictures, as its `theme.yaml` has it.

use crate::content::yaml::{Fields, Key};
use crate::output::pictures::ImageSettings;

/// Wider than any screen a picture of a case is looked at on.
const WIDEST: u64 = 4096;

/// Lighter than this, nothing can be recognised.
const LIGHTEST_KB: u64 = 20;

/// Reads the `images` of a `theme.yaml`; what it leaves out has its default.
pub(super) fn read(fields: &mut Fields<'_, '_>) -> ImageSettings {
    let default = ImageSettings::default();
    let widths = fields.counts(Key("widths", &["anchos"]));
    let mut widths: Vec<u32> = widths
        .iter()
        .filter_map(|width| u32::try_from(width.value.min(WIDEST)).ok())
        .collect();
    widths.sort_unstable();
    widths.dedup();
    let weight = fields.count(Key("max_kilobytes", &["peso_maximo"]));
    let sizes = fields.text(Key("sizes", &["tamanos"]));
    ImageSettings {
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

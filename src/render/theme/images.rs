//! Picture settings of a theme, from its `theme.yaml`.

use crate::content::yaml::{Fields, Key};
use crate::output::pictures::ImageSettings;

/// Maximum width in pixels: wider than any screen used to look at a case.
const MAX_WIDTH: u64 = 4096;

/// Minimum size limit in kB: below it, nothing is recognisable.
const MIN_KILOBYTES: u64 = 20;

/// Maximum size limit in kB: a copy on a USB stick holds hundreds of pictures.
const MAX_KILOBYTES: u64 = 10_000;

/// Reads the `images` of a `theme.yaml`; omitted keys have their defaults.
pub(super) fn read(fields: &mut Fields<'_, '_>) -> ImageSettings {
    let default = ImageSettings::default();
    let widths = fields.counts(Key("widths", &["anchos"]));
    let mut widths: Vec<u32> = widths
        .into_iter()
        .filter_map(|width| u32::try_from(fields.within(width, 1..=MAX_WIDTH)).ok())
        .collect();
    widths.sort_unstable();
    widths.dedup();
    let kilobytes = fields.count(Key("max_kilobytes", &["peso_maximo"]));
    let kilobytes = kilobytes.map(|limit| fields.within(limit, MIN_KILOBYTES..=MAX_KILOBYTES));
    let sizes = fields.text(Key("sizes", &["tamanos"]));
    ImageSettings {
        widths: if widths.is_empty() {
            default.widths
        } else {
            widths
        },
        max_bytes: kilobytes.map_or(default.max_bytes, |limit| {
            usize::try_from(limit * 1000).unwrap_or(default.max_bytes)
        }),
        sizes: sizes.map_or(default.sizes, |sizes| sizes.value),
    }
}

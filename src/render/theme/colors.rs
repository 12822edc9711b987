//! A theme's colours, written at the beginning of its style sheet: the site's override the
//! theme's, which override inherited ones.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::sync::Arc;

use crate::messages::diagnostics::{Diagnostic, Kind, Location, SourceFile, Span};
use crate::model::{Color, MIN_CONTRAST, Palette, Tones};

/// Text colours, each with the backgrounds it appears on.
const TEXT_BACKGROUNDS: [(&str, &[&str]); 5] = [
    ("ink", &["paper", "raised", "wash", "mark"]),
    ("quiet", &["paper", "raised", "wash"]),
    ("brand", &["paper", "raised", "wash"]),
    ("accent", &["paper"]),
    ("brand_ink", &["brand"]),
];

/// Maximum share of the brand colour in the darkest shade of maps, in percent.
const MAX_SHADE_PERCENT: u8 = 62;
/// Shades of maps as fractions of the darkest, without that of regions that have no cases.
const SHADES: [f64; 4] = [0.42, 0.62, 0.81, 1.0];

/// Colours by role, each with the file and span that set it.
#[derive(Default)]
pub(super) struct Colors {
    light: Scheme,
    dark: Scheme,
}

#[derive(Default)]
struct Scheme(BTreeMap<&'static str, Choice>);

struct Choice {
    color: Color,
    source: Arc<SourceFile>,
    span: Span,
    /// Whether the site or a theme of its own set it.
    is_own: bool,
}

impl Colors {
    /// Adds the colours that a file sets, replacing earlier ones.
    pub(super) fn add(&mut self, palette: &Palette, source: &Arc<SourceFile>, is_own: bool) {
        for (scheme, tones) in [
            (&mut self.light, &palette.light),
            (&mut self.dark, &palette.dark),
        ] {
            scheme.add(tones, source, is_own);
        }
    }

    /// Reports text colours with too little contrast.
    pub(super) fn check(&self, diagnostics: &mut Vec<Diagnostic>) {
        for (scheme, is_dark) in [(&self.light, false), (&self.dark, true)] {
            let texts = TEXT_BACKGROUNDS.iter();
            let warnings =
                texts.filter_map(|(text, grounds)| scheme.contrast_warning(text, grounds, is_dark));
            diagnostics.extend(warnings);
        }
    }

    /// Returns a colour of the light scheme as `#rrggbb`; empty if it is not set.
    pub(super) fn light(&self, name: &str) -> String {
        let color = self.light.color(name);
        color.map_or_else(String::new, |color| color.to_string())
    }

    /// Returns the CSS rules at the beginning of the style sheet.
    pub(super) fn style(&self) -> String {
        let (light, dark) = (self.light.style(), self.dark.style());
        format!(":root{{{light}}}\n@media (prefers-color-scheme:dark){{:root{{{dark}}}}}\n")
    }
}

impl Scheme {
    fn add(&mut self, tones: &Tones, source: &Arc<SourceFile>, is_own: bool) {
        for (name, color) in tones {
            let choice = Choice {
                color: color.value,
                source: Arc::clone(source),
                span: color.span.clone(),
                is_own,
            };
            self.0.insert(name, choice);
        }
    }

    /// Returns a colour. The soft background is derived from paper and brand if it is not
    /// set.
    fn color(&self, name: &str) -> Option<Color> {
        let chosen = self.0.get(name).map(|choice| choice.color);
        chosen.or_else(|| {
            let paper = self.0.get("paper").filter(|_| name == "wash")?;
            Some(paper.color.mixed(self.0.get("brand")?.color, 0.07))
        })
    }

    /// Returns the brand colour on paper in increasing strength, limited so that text on it
    /// stays readable.
    fn shades(&self) -> Option<[Color; 4]> {
        let (ink, paper) = (self.color("ink")?, self.color("paper")?);
        let brand = self.color("brand")?;
        let parts = (1..=MAX_SHADE_PERCENT)
            .rev()
            .map(|part| f64::from(part) / 100.0);
        let mut parts =
            parts.filter(|part| paper.mixed(brand, *part).contrast(ink) >= MIN_CONTRAST);
        let strongest = parts.next().unwrap_or_default();
        Some(SHADES.map(|part| paper.mixed(brand, strongest * part)))
    }

    fn style(&self) -> String {
        let names = self.0.keys().copied().filter(|name| *name != "wash");
        let colors = names.chain(["wash"]).filter_map(|name| {
            let color = self.color(name)?;
            Some((name.replace('_', "-"), color))
        });
        let empty = self.color("paper").zip(self.color("ink"));
        let empty = empty.map(|(paper, ink)| paper.mixed(ink, 0.08));
        let shades = self.shades().into_iter().flatten();
        let shades = empty.into_iter().chain(shades).enumerate();
        let shades = shades.map(|(number, color)| (format!("shade-{number}"), color));
        let mut style = String::new();
        for (name, color) in colors.chain(shades) {
            write!(style, "--{name}:{color};").expect("writing to a string does not fail");
        }
        style
    }

    /// Returns a diagnostic for text on the background with the lowest contrast, if the
    /// site set either colour and the contrast is too low.
    fn contrast_warning(&self, text: &str, grounds: &[&str], is_dark: bool) -> Option<Diagnostic> {
        let color = self.color(text)?;
        let contrast = |ground: &str| Some(color.contrast(self.color(ground)?));
        let pairs = grounds.iter().filter_map(|ground| {
            let names = [text, ground];
            let mut chosen = names.into_iter().filter_map(|name| self.0.get(name));
            let choice = chosen.find(|choice| choice.is_own)?;
            Some((contrast(ground)?, *ground, choice))
        });
        let (contrast, ground, choice) = pairs.min_by(|a, b| a.0.total_cmp(&b.0))?;
        let kind = Kind::LowContrast {
            text: text.to_owned(),
            ground: ground.to_owned(),
            is_dark,
            tenths: (contrast * 10.0) as u64,
            nearest: color.readable_on(self.color(ground)?).to_string(),
        };
        let location = Location::new(&choice.source, choice.span.clone());
        (contrast < MIN_CONTRAST).then(|| Diagnostic::new(kind, location))
    }
}

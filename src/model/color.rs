//! Colours in sRGB, and the contrast between them.

use std::fmt;
use std::str::FromStr;

/// Minimum contrast of text with its background (WCAG 2.2, success criterion 1.4.3).
pub const MIN_CONTRAST: f64 = 4.5;

/// An sRGB colour: red, green and blue, 0 to 255.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Color(pub [u8; 3]);

/// A text that is neither `#rrggbb` nor `#rgb`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not a colour as `#rrggbb` or `#rgb`")]
pub struct InvalidColor;

impl FromStr for Color {
    type Err = InvalidColor;

    /// Parses `#rrggbb` or `#rgb`.
    fn from_str(text: &str) -> Result<Self, InvalidColor> {
        let digits = text.strip_prefix('#').ok_or(InvalidColor)?;
        let expanded: String = match digits.len() {
            3 => digits.chars().flat_map(|digit| [digit, digit]).collect(),
            _ => digits.to_owned(),
        };
        let is_valid = expanded.len() == 6 && expanded.bytes().all(|byte| byte.is_ascii_hexdigit());
        let number = u32::from_str_radix(&expanded, 16).map_err(|_| InvalidColor)?;
        let [_, channels @ ..] = number.to_be_bytes();
        is_valid.then_some(Self(channels)).ok_or(InvalidColor)
    }
}

impl fmt::Display for Color {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [red, green, blue] = self.0;
        write!(formatter, "#{red:02x}{green:02x}{blue:02x}")
    }
}

impl Color {
    const BLACK: Self = Self([0; 3]);
    const WHITE: Self = Self([255; 3]);

    /// Mixes in `part` of another colour: 0 returns this one, 1 the other.
    pub fn mixed(self, other: Self, part: f64) -> Self {
        let mixed = |at: usize| {
            let (own, others) = (f64::from(self.0[at]), f64::from(other.0[at]));
            (own + (others - own) * part).round() as u8
        };
        Self([mixed(0), mixed(1), mixed(2)])
    }

    /// Returns the contrast ratio (WCAG 2.2), from 1 (equal) to 21 (black on white).
    pub fn contrast(self, other: Self) -> f64 {
        let (a, b) = (self.luminance(), other.luminance());
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }

    /// Returns the relative luminance (WCAG 2.2), 0 to 1.
    fn luminance(self) -> f64 {
        let linear = |channel: u8| match f64::from(channel) / 255.0 {
            low if low <= 0.04045 => low / 12.92,
            high => ((high + 0.055) / 1.055).powf(2.4),
        };
        let [red, green, blue] = self.0.map(linear);
        0.2126 * red + 0.7152 * green + 0.0722 * blue
    }

    /// Darkens or lightens this colour until it has [`MIN_CONTRAST`] on `background`.
    pub fn readable_on(self, background: Self) -> Self {
        let end = match background.contrast(Self::BLACK) > background.contrast(Self::WHITE) {
            true => Self::BLACK,
            false => Self::WHITE,
        };
        let steps = (0..=100).map(|step| self.mixed(end, f64::from(step) / 100.0));
        let mut steps = steps.filter(|color| color.contrast(background) >= MIN_CONTRAST);
        steps.next().unwrap_or(end)
    }
}

#[cfg(test)]
mod tests {
    use super::{InvalidColor, MIN_CONTRAST};
    use crate::model::Color;

    #[test]
    fn colors_are_parsed_and_displayed() {
        assert_eq!("#1A5".parse(), Ok(Color([0x11, 0xaa, 0x55])));
        assert_eq!(Color([23, 85, 63]).to_string(), "#17553f");
        for text in ["17553f", "#17553", "#17553g", "#+7553f", "verde", "#1áa"] {
            assert_eq!(text.parse::<Color>(), Err(InvalidColor), "{text}");
        }
    }

    #[test]
    fn contrast_follows_the_guidelines() {
        let gray = Color([0x77; 3]);
        assert!((Color::BLACK.contrast(Color::WHITE) - 21.0).abs() < 1e-9);
        assert!((gray.contrast(Color::WHITE) - 4.48).abs() < 0.01);
        let readable = gray.readable_on(Color::WHITE);
        assert!(readable.contrast(Color::WHITE) >= MIN_CONTRAST);
        assert!(readable.contrast(gray) < 1.1);
    }
}

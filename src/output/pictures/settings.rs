//! A theme's settings for pictures.

/// Sizes that pictures are encoded in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ImageSettings {
    /// Widths in pixels, narrowest first; never empty.
    pub widths: Vec<u32>,
    /// Maximum bytes of a rendition; exceeded only if even the lowest quality is larger.
    pub max_bytes: usize,
    /// Displayed width, as the value of the HTML `sizes` attribute.
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

impl ImageSettings {
    /// Returns the widths for a picture `width` pixels wide, never enlarging it.
    pub fn widths_for(&self, width: u32) -> Vec<u32> {
        let widest = self.widths.last().copied().unwrap_or(width).min(width);
        let narrower = self.widths.iter().copied().filter(|other| *other < widest);
        narrower.chain([widest]).collect()
    }
}

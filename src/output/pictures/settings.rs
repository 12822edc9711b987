//! How large a theme shows pictures.

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

impl ImageSettings {
    /// The widths of a picture that is `width` pixels wide: never wider than it is.
    pub fn widths_of(&self, width: u32) -> Vec<u32> {
        let widest = self.widths.last().copied().unwrap_or(width).min(width);
        let narrower = self.widths.iter().copied().filter(|other| *other < widest);
        narrower.chain([widest]).collect()
    }
}

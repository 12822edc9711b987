//! Colours set by a site or a theme.

use std::collections::BTreeMap;

use super::Color;
use crate::messages::diagnostics::Located;

/// Colours by their role in the theme.
pub type Tones = BTreeMap<&'static str, Located<Color>>;

/// Colours of the light and the dark scheme; only those that are set.
#[derive(Debug, Clone, Default)]
pub struct Palette {
    /// Colours of the light scheme, also used in print.
    pub light: Tones,
    /// Colours of the dark scheme.
    pub dark: Tones,
}

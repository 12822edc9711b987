//! The colours that a site or a theme chooses.

use std::collections::BTreeMap;

use super::Color;
use crate::messages::diagnostics::Located;

/// Colours by what they are for.
pub type Tones = BTreeMap<&'static str, Located<Color>>;

/// Colours on a light and on a dark screen; what is not chosen is left out.
#[derive(Debug, Clone, Default)]
pub struct Palette {
    /// On paper and light screens.
    pub light: Tones,
    /// On dark screens.
    pub dark: Tones,
}

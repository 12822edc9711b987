//! What a mapping may hold, learnt from the very code that reads it.

use crate::messages::diagnostics::Expected;

/// One key, as its reader asked for it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeyShape {
    /// Canonical name.
    pub name: String,
    /// Other names, the usual one first.
    pub aliases: Vec<String>,
    /// What its value may be.
    pub shape: Shape,
    /// Whether it must be there.
    pub is_required: bool,
}

/// What a value may be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Shape {
    /// A text.
    Text,
    /// A text, or a list of texts.
    Texts,
    /// A text, or one for each language.
    Localized,
    /// A number.
    Number,
    /// A number from 0 up.
    Amount,
    /// A year.
    Year,
    /// A whole number from 1 up.
    Count,
    /// One such number, or a list of them.
    Counts,
    /// Yes or no.
    Boolean,
    /// A day.
    Date,
    /// A mapping.
    Group(Vec<KeyShape>),
    /// A list of mappings.
    Groups {
        /// The keys of each.
        keys: Vec<KeyShape>,
        /// Whether a text may stand for one.
        or_text: bool,
    },
}

/// The shape of a value read in one go.
pub(super) fn shape_of(expected: Expected) -> Shape {
    match expected {
        Expected::Number => Shape::Number,
        Expected::Amount => Shape::Amount,
        Expected::Year => Shape::Year,
        Expected::Count => Shape::Count,
        Expected::Boolean => Shape::Boolean,
        _ => Shape::Text,
    }
}

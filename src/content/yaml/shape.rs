//! Schema of a mapping, recorded from the code that reads it.

use crate::messages::diagnostics::Expected;

/// One key that a reader asks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeyShape {
    /// Canonical name, in English.
    pub name: String,
    /// Alternative names, the usual one first.
    pub aliases: Vec<String>,
    /// Type of its value.
    pub shape: Shape,
    /// Whether its absence is reported.
    pub is_required: bool,
}

/// Type of a value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Shape {
    /// Text.
    Text,
    /// Text, or a list of texts.
    Texts,
    /// Text, or a mapping of texts by language code.
    Localized,
    /// Finite number, possibly negative.
    Number,
    /// Finite number of at least 0.
    Amount,
    /// Year from 1500 to 2200.
    Year,
    /// Integer of at least 1.
    Count,
    /// Integer of at least 1, or a list of them.
    Counts,
    /// True or false, in English or Spanish.
    Boolean,
    /// Calendar date, as `YYYY-MM-DD` or `DD/MM/YYYY`.
    Date,
    /// Mapping with these keys.
    Group(Vec<KeyShape>),
    /// List of mappings.
    Groups {
        /// Keys of each mapping.
        keys: Vec<KeyShape>,
        /// Whether an item may be a text instead of a mapping.
        or_text: bool,
    },
}

/// Returns the shape of a scalar value.
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

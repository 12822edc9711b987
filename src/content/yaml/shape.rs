//! What a mapping may hold, learnt from the very code that reads it.

use super::fields::{Complaint, Fields, Key};
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

impl<'n, 'c> Fields<'n, 'c> {
    /// Fields without a mapping: nothing is found, and every question of the reader
    /// is written down in `shapes`.
    pub fn recording(shapes: &'c mut Vec<KeyShape>, complaints: &'c mut Vec<Complaint>) -> Self {
        Self {
            entries: Vec::new(),
            known: String::new(),
            given: Vec::new(),
            empty: Vec::new(),
            written: String::new(),
            span: 0..0,
            complaints,
            shapes: Some(shapes),
        }
    }

    /// Writes a question down; whether there is nothing but questions.
    pub fn record(&mut self, Key(name, aliases): Key<'_>, shape: Shape) -> bool {
        let Some(shapes) = &mut self.shapes else {
            return false;
        };
        shapes.push(KeyShape {
            name: name.to_owned(),
            aliases: aliases.iter().map(|alias| (*alias).to_owned()).collect(),
            shape,
            is_required: false,
        });
        true
    }

    /// What `read` asks for.
    pub(super) fn asked_by<T>(
        &mut self,
        read: impl FnOnce(&mut Fields<'n, '_>) -> T,
    ) -> Vec<KeyShape> {
        let mut keys = Vec::new();
        read(&mut Fields::recording(&mut keys, self.complaints));
        keys
    }
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

//! Readers without a file: the keys that they ask for are recorded instead.

use super::fields::{Complaint, Fields, Key};
use super::shape::{KeyShape, Shape};

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

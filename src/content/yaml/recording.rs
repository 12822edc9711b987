//! Recording mode: runs readers without a file to collect the keys they read.

use super::fields::{Complaint, Fields, Key};
use super::shape::{KeyShape, Shape};

impl<'n, 'c> Fields<'n, 'c> {
    /// Creates fields without a mapping: no key has a value, and each key that is read is
    /// added to `shapes`.
    pub(crate) fn recording(
        shapes: &'c mut Vec<KeyShape>,
        complaints: &'c mut Vec<Complaint>,
    ) -> Self {
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

    /// Records a key that is read. Returns whether this is recording mode.
    pub(crate) fn record(&mut self, Key(name, aliases): Key<'_>, shape: Shape) -> bool {
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

    /// Returns the keys that `read` reads.
    pub(super) fn keys_read_by<T>(
        &mut self,
        read: impl FnOnce(&mut Fields<'n, '_>) -> T,
    ) -> Vec<KeyShape> {
        let mut keys = Vec::new();
        read(&mut Fields::recording(&mut keys, self.complaints));
        keys
    }
}

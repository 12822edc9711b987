//! UI strings inside content.

use crate::base::text::escaped;
use crate::messages::locale::Catalogue;

/// The theme's strings in the language of a page.
#[derive(Clone, Copy)]
pub(super) struct Labels<'t>(Option<&'t Catalogue>);

impl<'t> Labels<'t> {
    /// Takes the strings from a catalogue; without one, all are empty.
    pub(super) fn of(strings: Option<&'t Catalogue>) -> Self {
        Self(strings)
    }

    /// Returns a string, escaped for HTML.
    pub(super) fn get(&self, id: &str) -> String {
        self.0
            .map_or_else(String::new, |strings| escaped(&strings.text(id)))
    }
}

//! A theme's UI strings.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::{Catalogue, DEFAULT_LANGUAGE};

/// A theme's UI strings by language. Clones share the catalogues.
#[derive(Clone, Default)]
pub struct Strings(BTreeMap<String, Arc<Catalogue>>);

impl Strings {
    /// Adds a catalogue parsed from `text`, overlaying one of the same language.
    pub fn add(&mut self, catalogue: Catalogue, text: &str) {
        let language = catalogue.language().to_owned();
        match self.0.get_mut(&language).and_then(Arc::get_mut) {
            Some(base) => base.overlay(text),
            None => {
                self.0.insert(language, Arc::new(catalogue));
            }
        }
    }

    /// Returns the strings in `language`, or else in Spanish, in which the built-in theme
    /// is complete.
    pub fn get(&self, language: &str) -> Option<&Catalogue> {
        let strings = self
            .0
            .get(language)
            .or_else(|| self.0.get(DEFAULT_LANGUAGE));
        strings.map(AsRef::as_ref)
    }
}

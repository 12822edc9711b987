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

    /// Lets every language take the strings that it lacks from the default language, in which
    /// the built-in theme is complete. Nothing can be added afterwards.
    pub(crate) fn complete(&mut self) {
        let Some(default) = self.0.get(DEFAULT_LANGUAGE).cloned() else {
            return;
        };
        let others = self.0.values_mut().filter_map(Arc::get_mut);
        for catalogue in others {
            catalogue.fall_back_to(Arc::clone(&default));
        }
    }

    /// Returns the names of the strings that `language` lacks beside the default language,
    /// sorted; `None` if it has no strings at all.
    pub(crate) fn missing(&self, language: &str) -> Option<Vec<String>> {
        let own = self.0.get(language)?;
        let default = self.0.get(DEFAULT_LANGUAGE)?;
        let names = default.entries().into_keys();
        let missing: Vec<String> = names.filter(|name| !own.has(name)).collect();
        Some(missing).filter(|_| !own.entries().is_empty())
    }

    /// Returns the strings in `language`; `None` if the theme has none, which is an error if
    /// it is a language of the site.
    pub fn get(&self, language: &str) -> Option<&Catalogue> {
        self.0.get(language).map(AsRef::as_ref)
    }
}

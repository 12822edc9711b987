//! Text with one or several translations.

use std::collections::BTreeMap;

/// A text in one or several languages.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct LocalizedText {
    /// Fallback for languages without their own text.
    common: String,
    by_language: BTreeMap<String, String>,
}

impl LocalizedText {
    /// Creates a text that is the same in every language.
    pub fn same(text: impl Into<String>) -> Self {
        Self {
            common: text.into(),
            by_language: BTreeMap::new(),
        }
    }

    /// Returns the text in `language`, else the first one that was set.
    pub fn get(&self, language: &str) -> &str {
        self.by_language.get(language).unwrap_or(&self.common)
    }

    /// Returns the language of the fallback used for `language`; `None` if there is a text
    /// in `language`, or if the text is the same in all.
    pub fn foreign_language(&self, language: &str) -> Option<&str> {
        if self.by_language.contains_key(language) {
            return None;
        }
        let mut texts = self.by_language.iter();
        let own = texts.find(|(_, text)| **text == self.common);
        own.map(|(language, _)| language.as_str())
    }

    /// Sets the text in `language`; the first one becomes the fallback.
    pub fn set(&mut self, language: &str, text: impl Into<String>) {
        let text = text.into();
        if self.common.is_empty() {
            self.common.clone_from(&text);
        }
        self.by_language.insert(language.to_owned(), text);
    }

    /// Whether it has no text at all.
    pub fn is_empty(&self) -> bool {
        self.common.is_empty()
    }

    /// Returns all non-empty texts; the fallback comes first, and again in its language.
    pub fn all(&self) -> impl Iterator<Item = &str> {
        std::iter::once(self.common.as_str())
            .chain(self.by_language.values().map(String::as_str))
            .filter(|text| !text.is_empty())
    }
}

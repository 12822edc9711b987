//! Text that may differ per language.

use std::collections::BTreeMap;

/// A text in one or several languages.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct LocalizedText {
    /// The text for languages that have none of their own.
    common: String,
    by_language: BTreeMap<String, String>,
}

impl LocalizedText {
    /// The same text in every language.
    pub fn same(text: impl Into<String>) -> Self {
        Self {
            common: text.into(),
            by_language: BTreeMap::new(),
        }
    }

    /// The text in `language`, else the first that was written.
    pub fn get(&self, language: &str) -> &str {
        self.by_language.get(language).unwrap_or(&self.common)
    }

    /// The language of the text that stands in for one in `language`; none where there
    /// is one, or where the text is the same in all.
    pub fn foreign_language(&self, language: &str) -> Option<&str> {
        if self.by_language.contains_key(language) {
            return None;
        }
        let mut texts = self.by_language.iter();
        let own = texts.find(|(_, text)| **text == self.common);
        own.map(|(language, _)| language.as_str())
    }

    /// Sets the text in `language`.
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

    /// Every text it holds.
    pub fn all(&self) -> impl Iterator<Item = &str> {
        std::iter::once(self.common.as_str())
            .chain(self.by_language.values().map(String::as_str))
            .filter(|text| !text.is_empty())
    }
}

//! A document as a sequence of word numbers, before and after they are added to the
//! vocabulary.

use super::content::Field;
use crate::model::DocumentKind;

/// A document as words, each given by its index in `words`.
pub(super) struct Document {
    /// Index of the document's language in the site's.
    pub language: usize,
    /// Kind of the document.
    pub kind: DocumentKind,
    /// Distinct words, in order of first occurrence.
    pub words: Vec<Word>,
    /// By word: number of occurrences.
    pub counts: Vec<u32>,
    /// Distinct texts between words that results show, without the single space.
    pub gaps: Vec<Word>,
    /// Sections of the body, one after another.
    pub sections: Vec<Token>,
    /// Sentences of the front matter, one after another.
    pub facts: Vec<Token>,
    /// Every occurrence of a word, in the order of the text.
    pub occurrences: Vec<Occurrence>,
}

/// A word of a document, or the text between two.
pub(super) enum Word {
    /// In the vocabulary, with its number there.
    Known(u32),
    /// Not in the vocabulary yet.
    New(String),
}

/// A word with the text before it, or the end of a text.
pub(super) struct Token {
    /// Index in [`Document::gaps`]; `None` for a single space.
    pub gap: Option<u32>,
    /// Index in [`Document::words`]; `None` at the end of a text.
    pub word: Option<u32>,
}

/// An occurrence of a word.
pub(super) struct Occurrence {
    /// Index in [`Document::words`].
    pub word: u32,
    /// Position in the document, in words; gaps at sentence ends are included.
    pub position: u32,
    /// Part of the document that contains the word.
    pub field: Field,
}

/// The occurrences in a document, grouped by word.
pub(super) struct Lists<'d> {
    occurrences: &'d [Occurrence],
    /// Indices of occurrences, word by word.
    order: Vec<u32>,
    /// By word: end of its list in `order`.
    ends: Vec<u32>,
}

impl<'d> Lists<'d> {
    /// Groups the occurrences by counting sort, as there are as many lists as words.
    pub(super) fn of(document: &'d Document) -> Self {
        let mut ends = document.counts.clone();
        let mut sum = 0;
        for end in &mut ends {
            sum += *end;
            *end = sum - *end;
        }
        let mut order = vec![0; document.occurrences.len()];
        for (occurrence, index) in document.occurrences.iter().zip(0..) {
            let end = &mut ends[occurrence.word as usize];
            order[*end as usize] = index;
            *end += 1;
        }
        Self {
            occurrences: &document.occurrences,
            order,
            ends,
        }
    }

    /// Returns the occurrences of a word, in text order.
    pub(super) fn of_word(&self, word: u32) -> impl Iterator<Item = &'d Occurrence> {
        let word = word as usize;
        let start = word.checked_sub(1).map_or(0, |before| self.ends[before]);
        let list = &self.order[start as usize..self.ends[word] as usize];
        list.iter().map(|index| &self.occurrences[*index as usize])
    }
}

//! A document as numbers of words, before and after the vocabulary has learnt them.

use super::content::Field;
use crate::model::DocumentKind;

/// A document as words, each told by its place in `words`.
pub struct Written {
    /// Index of its language.
    pub language: usize,
    /// What the document is.
    pub kind: DocumentKind,
    /// Its different words, in the order they were met.
    pub words: Vec<Word>,
    /// By word: how often it stands there.
    pub counts: Vec<u32>,
    /// What stands between words that results show, but for spaces.
    pub gaps: Vec<Word>,
    /// Its sections, one after another.
    pub sections: Vec<Token>,
    /// What its front matter tells, sentence after sentence.
    pub facts: Vec<Token>,
    /// Every word of the document, in the order of the text.
    pub occurrences: Vec<Occurrence>,
}

/// A word of a document, or what stands between two.
pub enum Word {
    /// One that the vocabulary has.
    Known(u32),
    /// One that it has yet to learn.
    New(String),
}

/// A word of a text with what stands before it, or the text's end.
pub struct Token {
    /// Place in [`Written::gaps`]; none is a space.
    pub gap: Option<u32>,
    /// Place in [`Written::words`]; none is the end.
    pub word: Option<u32>,
}

/// Where a word stands.
pub struct Occurrence {
    /// Place in [`Written::words`].
    pub word: u32,
    /// Number of the word in the document; sentences leave gaps.
    pub position: u32,
    /// Which part of the document it stands in.
    pub field: Field,
}

/// A document's occurrences by word.
pub struct Lists<'d> {
    occurrences: &'d [Occurrence],
    /// Indices of occurrences, word by word.
    order: Vec<u32>,
    /// By word: where its list ends.
    ends: Vec<u32>,
}

impl<'d> Lists<'d> {
    /// A counting sort: there are as many lists as words.
    pub fn of(document: &'d Written) -> Self {
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

    /// The occurrences of a word, in order.
    pub fn of_word(&self, word: u32) -> impl Iterator<Item = &'d Occurrence> {
        let word = word as usize;
        let start = word.checked_sub(1).map_or(0, |before| self.ends[before]);
        let list = &self.order[start as usize..self.ends[word] as usize];
        list.iter().map(|index| &self.occurrences[*index as usize])
    }
}

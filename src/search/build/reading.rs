//! Splits a document into words.

use super::IndexError;
use super::analysis::{composed, ends_sentence, words};
use super::content::{Searched, Shown, texts};
use super::document::{Document, Occurrence, Token, Word};
use super::numbering::Numbering;
use super::vocabulary::Vocabulary;
use crate::content::parse::sections_of;
use crate::model::{PageId, Site};

/// Positions of sentences are multiples of this. A sentence that grows a little then does
/// not move the words after it, whose postings stay the same.
const SENTENCE_ALIGNMENT: u32 = 8;

impl Document {
    /// Splits a page into words, looking up their numbers in `vocabulary`.
    ///
    /// # Errors
    /// Returns an error if the page's file has changed since it was checked.
    pub(super) fn of(site: &Site, id: PageId, vocabulary: &Vocabulary) -> Result<Self, IndexError> {
        let page = &site.pages[id];
        let mut languages = site.config.languages.iter();
        let language = languages.position(|code| *code == page.language);
        let language = language.unwrap_or_default();
        let sections = sections_of(page)?;
        let texts = texts(site, page, &sections).into_iter();
        let texts: Vec<_> = texts.map(|text| (composed(text.text), text)).collect();
        let mut reader = Reader::with_capacity_for(texts.iter().map(|(text, _)| text.len()).sum());
        for (composed, text) in &texts {
            reader.read(text, composed);
        }
        let words = reader.words.iter();
        let gaps = reader.gaps.texts.iter();
        Ok(Self {
            language,
            kind: page.kind,
            words: words
                .map(|word| Word::new(word, vocabulary.word(language, word)))
                .collect(),
            counts: reader.counts,
            gaps: gaps
                .map(|gap| Word::new(gap, vocabulary.gap(gap)))
                .collect(),
            sections: reader.sections,
            facts: reader.facts,
            occurrences: reader.occurrences,
        })
    }
}

impl Word {
    fn new(text: &str, known: Option<u32>) -> Self {
        known.map_or_else(|| Self::New(text.to_owned()), Self::Known)
    }
}

/// Initial capacity for distinct words, enough for most documents.
const INITIAL_WORDS: usize = 512;
/// Typical length of a word and the gap before it, in bytes.
const BYTES_PER_WORD: usize = 5;

/// Splits the texts of a document one after another.
#[derive(Default)]
struct Reader<'t> {
    numbers: Numbering<&'t str>,
    words: Vec<&'t str>,
    counts: Vec<u32>,
    gaps: Gaps<'t>,
    sections: Vec<Token>,
    facts: Vec<Token>,
    occurrences: Vec<Occurrence>,
    position: u32,
}

/// Distinct texts between words, without the single space.
#[derive(Default)]
struct Gaps<'t> {
    numbers: Numbering<&'t str>,
    texts: Vec<&'t str>,
}

impl<'t> Gaps<'t> {
    fn number(&mut self, gap: &'t str) -> Option<u32> {
        if gap == " " {
            return None;
        }
        let next = self.texts.len() as u32;
        let number = self.numbers.number(gap, next);
        if number == next {
            self.texts.push(gap);
        }
        Some(number)
    }
}

impl<'t> Reader<'t> {
    /// Sets initial capacities for this many bytes of text.
    fn with_capacity_for(bytes: usize) -> Self {
        Self {
            numbers: Numbering::with_capacity(INITIAL_WORDS),
            words: Vec::with_capacity(INITIAL_WORDS),
            counts: Vec::with_capacity(INITIAL_WORDS),
            sections: Vec::with_capacity(bytes / BYTES_PER_WORD),
            occurrences: Vec::with_capacity(bytes / BYTES_PER_WORD),
            ..Self::default()
        }
    }

    fn read(&mut self, text: &Searched<'_>, composed: &'t str) {
        self.position = next_sentence(self.position);
        let mut words = words(composed);
        for (gap, word) in &mut words {
            if gap != " " && ends_sentence(gap) {
                self.position = next_sentence(self.position);
            }
            let word = self.number(word);
            self.show(text.shown, gap, Some(word));
            self.occurrences.push(Occurrence {
                word,
                position: self.position,
                field: text.field,
            });
            self.position += 1;
        }
        self.show(text.shown, words.rest, None);
    }

    /// Adds a word with the text before it, or the end of a text, if results show it.
    fn show(&mut self, shown: Shown, gap: &'t str, word: Option<u32>) {
        let tokens = match shown {
            Shown::Nothing => return,
            Shown::Section => &mut self.sections,
            Shown::Fact => &mut self.facts,
        };
        let gap = self.gaps.number(gap);
        tokens.push(Token { gap, word });
    }

    fn number(&mut self, word: &'t str) -> u32 {
        let next = self.words.len() as u32;
        let number = self.numbers.number(word, next);
        if number == next {
            self.words.push(word);
            self.counts.push(0);
        }
        self.counts[number as usize] += 1;
        number
    }
}

fn next_sentence(position: u32) -> u32 {
    match position {
        0 => 0,
        _ => (position + 1).next_multiple_of(SENTENCE_ALIGNMENT),
    }
}

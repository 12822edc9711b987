//! The words of documents: which, where, and how much each counts.

use std::collections::HashMap;

use super::Failure;
use super::analysis::{composed, words};
use super::content::{FIELDS, Field, each_text};
use super::impact;
use super::vocabulary::{StemId, Vocabulary, WordId};
use crate::parse::DocumentKind;
use crate::site::{PageId, Site};

/// Sentences begin at multiples of this: one that grows a little moves no word after it,
/// and so leaves their postings as they were.
const SENTENCE: u32 = 4;

/// A document as words, each told by its place in `words`.
pub struct Written {
    /// Index of its language.
    pub language: usize,
    kind: DocumentKind,
    /// Its different words, in the order they were met.
    pub words: Vec<Word>,
    /// By word: how often it stands there.
    pub counts: Vec<u32>,
    occurrences: Vec<Occurrence>,
}

/// A word of a document.
pub enum Word {
    /// One that the vocabulary has.
    Known(WordId),
    /// One that it has yet to learn.
    New(String),
}

struct Occurrence {
    word: u32,
    position: u32,
    field: Field,
}

impl Written {
    /// The words of a page, as far as `vocabulary` knows them.
    ///
    /// # Errors
    /// When the page's file has changed since it was checked.
    pub fn of(site: &Site, id: PageId, vocabulary: &Vocabulary) -> Result<Self, Failure> {
        let page = &site.pages[id];
        let language = site
            .config
            .languages
            .iter()
            .position(|code| *code == page.language);
        let mut written = Self {
            language: language.unwrap_or_default(),
            kind: page.kind,
            words: Vec::new(),
            counts: Vec::new(),
            occurrences: Vec::new(),
        };
        let mut numbers = HashMap::new();
        let mut position = 0;
        each_text(site, page, |field, text| {
            position = next_sentence(position);
            for (word, begins) in words(&composed(text)) {
                if begins {
                    position = next_sentence(position);
                }
                let word = written.number(&mut numbers, word, vocabulary);
                written.occurrences.push(Occurrence {
                    word,
                    position,
                    field,
                });
                position += 1;
            }
        })?;
        Ok(written)
    }

    fn number(
        &mut self,
        numbers: &mut HashMap<String, u32>,
        word: &str,
        vocabulary: &Vocabulary,
    ) -> u32 {
        let number = numbers.get(word).copied().unwrap_or_else(|| {
            let number = self.words.len() as u32;
            numbers.insert(word.to_owned(), number);
            let known = vocabulary.word(self.language, word);
            self.words
                .push(known.map_or_else(|| Word::New(word.to_owned()), Word::Known));
            self.counts.push(0);
            number
        });
        self.counts[number as usize] += 1;
        number
    }
}

fn next_sentence(position: u32) -> u32 {
    match position {
        0 => 0,
        _ => (position + 1).next_multiple_of(SENTENCE),
    }
}

/// A stem in a document.
pub struct Term {
    /// The stem.
    pub stem: StemId,
    /// How much it counts there.
    pub impact: u32,
    /// Where it stands.
    pub positions: Vec<u32>,
}

/// The stems of a document, sorted, once the vocabulary has learnt its words.
pub fn terms<'d>(
    document: &'d Written,
    vocabulary: &Vocabulary,
) -> impl Iterator<Item = Term> + use<'d> {
    let stems: Vec<Option<StemId>> = document
        .words
        .iter()
        .map(|word| match word {
            Word::Known(word) => vocabulary.stem_of(*word),
            Word::New(_) => None,
        })
        .collect();
    let mut found: Vec<(StemId, &Occurrence)> = document
        .occurrences
        .iter()
        .filter_map(|occurrence| Some((stems[occurrence.word as usize]?, occurrence)))
        .collect();
    let mut lengths = [0; FIELDS];
    for (_, occurrence) in &found {
        impact::count(&mut lengths, occurrence.field);
    }
    // Stable: positions stay in order.
    found.sort_by_key(|(stem, _)| *stem);
    let kind = document.kind;
    let mut rest = found.into_iter().peekable();
    std::iter::from_fn(move || {
        let stem = rest.peek()?.0;
        let mut counts = [0; FIELDS];
        let mut positions = Vec::new();
        while let Some((_, occurrence)) = rest.next_if(|(other, _)| *other == stem) {
            impact::count(&mut counts, occurrence.field);
            positions.push(occurrence.position);
        }
        Some(Term {
            stem,
            impact: impact::level(counts, &lengths, kind),
            positions,
        })
    })
}

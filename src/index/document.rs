//! The words of documents: which, where, and how much each counts.

use std::collections::HashMap;

use super::analysis::{composed, words};
use super::content::{FIELDS, Field, each_text};
use super::impact;
use super::vocabulary::{StemId, Vocabulary};
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
    pub words: Vec<String>,
    /// By word: how often it stands there.
    pub counts: Vec<u32>,
    occurrences: Vec<Occurrence>,
}

struct Occurrence {
    word: u32,
    position: u32,
    field: Field,
}

impl Written {
    /// The words of a page.
    pub fn of(site: &Site, id: PageId) -> Self {
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
        let mut numbers: HashMap<String, u32> = HashMap::new();
        let mut position = 0;
        each_text(site, page, |field, text| {
            position = next_sentence(position);
            for (word, begins) in words(&composed(text)) {
                if begins {
                    position = next_sentence(position);
                }
                let word = written.number(&mut numbers, word);
                written.occurrences.push(Occurrence {
                    word,
                    position,
                    field,
                });
                position += 1;
            }
        });
        written
    }

    fn number(&mut self, numbers: &mut HashMap<String, u32>, word: &str) -> u32 {
        let number = match numbers.get(word) {
            Some(number) => *number,
            None => {
                let number = self.words.len() as u32;
                numbers.insert(word.to_owned(), number);
                self.words.push(word.to_owned());
                self.counts.push(0);
                number
            }
        };
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

/// The stems of a document, sorted, once the vocabulary knows its words.
pub fn terms(document: &Written, vocabulary: &Vocabulary) -> Vec<Term> {
    let stems: Vec<Option<StemId>> = document
        .words
        .iter()
        .map(|word| vocabulary.stem_of(document.language, word))
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
    found
        .chunk_by(|a, b| a.0 == b.0)
        .map(|same| {
            let mut counts = [0; FIELDS];
            for (_, occurrence) in same {
                impact::count(&mut counts, occurrence.field);
            }
            Term {
                stem: same[0].0,
                impact: impact::level(counts, &lengths, document.kind),
                positions: same
                    .iter()
                    .map(|(_, occurrence)| occurrence.position)
                    .collect(),
            }
        })
        .collect()
}

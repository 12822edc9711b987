//! The vocabulary of a site: every word with its form and its stem.

use std::collections::{BTreeMap, BTreeSet};

use foldhash::{HashMap, HashMapExt};
use rayon::prelude::*;

use super::analysis::{Analyzer, Token};
use super::document::{Document, Word};
use super::numbering::Numbering;
use crate::search::format::lexicon::WordCounts;

/// Number of a word as written, in one language.
pub(super) type WordId = u32;
/// Number of a gap: the text between two words.
pub(super) type GapId = u32;
/// Number of a stem in one language.
pub(super) type StemId = u32;

/// The words added so far, numbered in order of first occurrence.
pub(super) struct Vocabulary {
    languages: Vec<String>,
    /// By language: the numbers of its words.
    words: Vec<Numbering<String>>,
    /// By word: its text.
    texts: Vec<String>,
    /// By word: its stem; `None` for a stop word.
    stems: Vec<Option<StemId>>,
    /// By word: number of occurrences in the site.
    counts: Vec<u32>,
    gaps: Numbering<String>,
    /// By gap: its text.
    pub gap_texts: Vec<String>,
    stem_ids: HashMap<(usize, String), StemId>,
    /// By stem: its folded text.
    pub stem_texts: Vec<String>,
    /// Folded forms, each with its stems.
    pub forms: BTreeMap<String, BTreeSet<StemId>>,
    /// Folded stop words.
    pub stops: BTreeSet<String>,
}

impl Vocabulary {
    /// The gap of a single space, the most frequent one.
    pub(super) const SPACE: GapId = 0;
    /// The empty gap.
    pub(super) const NOTHING: GapId = 1;
    /// Texts of the two gaps above, by number.
    const GAPS: [&str; 2] = [" ", ""];

    /// Creates an empty vocabulary for these language codes.
    pub(super) fn new(languages: &[String]) -> Self {
        let mut vocabulary = Self {
            gaps: Numbering::default(),
            gap_texts: Vec::new(),
            words: languages.iter().map(|_| Numbering::default()).collect(),
            texts: Vec::new(),
            languages: languages.to_vec(),
            stems: Vec::new(),
            counts: Vec::new(),
            stem_ids: HashMap::new(),
            stem_texts: Vec::new(),
            forms: BTreeMap::new(),
            stops: BTreeSet::new(),
        };
        for gap in Self::GAPS {
            vocabulary.add_gap(gap);
        }
        vocabulary
    }

    /// Adds the words of documents, and replaces [`Word::New`] by [`Word::Known`]. The
    /// order of the documents, not of threads, determines the numbers.
    pub(super) fn add_words(&mut self, documents: &mut [Document]) {
        let mut fresh: Vec<usize> = Vec::new();
        for document in documents {
            for (word, count) in document.words.iter_mut().zip(&document.counts) {
                let id = match word {
                    Word::Known(id) => *id,
                    Word::New(text) => self.add_word(document.language, text, &mut fresh),
                };
                *word = Word::Known(id);
                self.counts[id as usize] += count;
            }
            for gap in &mut document.gaps {
                if let Word::New(text) = gap {
                    *gap = Word::Known(self.add_gap(text));
                }
            }
        }
        self.analyse(&fresh);
    }

    /// Adds a word, unless an earlier document of the batch already did. Returns its
    /// number.
    fn add_word(&mut self, language: usize, word: &str, fresh: &mut Vec<usize>) -> WordId {
        let next = self.texts.len() as WordId;
        let id = self.words[language].number(word, next);
        if id == next {
            self.texts.push(word.to_owned());
            self.counts.push(0);
            fresh.push(language);
        }
        id
    }

    fn add_gap(&mut self, text: &str) -> GapId {
        let next = self.gap_texts.len() as GapId;
        let id = self.gaps.number(text, next);
        if id == next {
            self.gap_texts.push(text.to_owned());
        }
        id
    }

    /// Analyses the most recently added words; `fresh` is the language of each.
    fn analyse(&mut self, fresh: &[usize]) {
        let languages = &self.languages;
        let words = &self.texts[self.texts.len() - fresh.len()..];
        let tokens: Vec<(usize, Token)> = fresh
            .par_chunks(1024)
            .zip(words.par_chunks(1024))
            .flat_map_iter(|(fresh, words)| {
                let analyzers: Vec<Analyzer> =
                    languages.iter().map(|code| Analyzer::new(code)).collect();
                fresh
                    .iter()
                    .zip(words)
                    .map(move |(language, word)| (*language, analyzers[*language].token(word)))
            })
            .collect();
        for (language, token) in tokens {
            let stem = self.stem(language, token);
            self.stems.push(stem);
        }
    }

    fn stem(&mut self, language: usize, token: Token) -> Option<StemId> {
        let (form, stem) = match token {
            Token::Word { form, stem } => (form, stem),
            Token::Stop(form) => {
                self.stops.insert(form);
                return None;
            }
        };
        let next = self.stem_texts.len() as StemId;
        let id = *self
            .stem_ids
            .entry((language, stem))
            .or_insert_with_key(|(_, stem)| {
                self.stem_texts.push(stem.clone());
                next
            });
        self.forms.entry(form).or_default().insert(id);
        Some(id)
    }

    /// Returns the number of a word, if it was added.
    pub(super) fn word(&self, language: usize, word: &str) -> Option<WordId> {
        self.words[language].get(word)
    }

    /// Returns the number of a gap, if it was added.
    pub(super) fn gap(&self, text: &str) -> Option<GapId> {
        self.gaps.get(text)
    }

    /// Returns the texts of all words, by number.
    pub(super) fn word_texts(&self) -> Vec<&str> {
        self.texts.iter().map(String::as_str).collect()
    }

    /// Returns the stem of a word; `None` for a stop word.
    pub(super) fn stem_of(&self, word: WordId) -> Option<StemId> {
        self.stems[word as usize]
    }

    /// Returns the number of occurrences of each word, preceded by a space, in all
    /// languages together.
    pub(super) fn word_counts(&self) -> WordCounts {
        let mut counts = WordCounts::new();
        for (word, count) in self.texts.iter().zip(&self.counts) {
            *counts.entry(format!(" {word}")).or_default() += count;
        }
        counts
    }
}

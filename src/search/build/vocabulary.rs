//! Every word of a site, once: its form and its stem.

use std::collections::{BTreeMap, BTreeSet};

use foldhash::{HashMap, HashMapExt};
use rayon::prelude::*;

use super::analysis::{Analyzer, Token};
use super::document::{Word, Written};
use super::numbering::Numbering;
use crate::search::format::lexicon::WordCounts;

/// Number of a word as it is written, in a language.
pub type WordId = u32;
/// Number of what stands between two words.
pub type GapId = u32;
/// Number of a stem.
pub type StemId = u32;

/// The words met so far, numbered in the order they were met.
pub struct Vocabulary {
    languages: Vec<String>,
    /// By language.
    words: Vec<Numbering<String>>,
    /// By word: its letters.
    texts: Vec<String>,
    /// By word: its stem; none if it is too common.
    stems: Vec<Option<StemId>>,
    /// By word: how often it stands in the site.
    counts: Vec<u32>,
    gaps: Numbering<String>,
    /// By gap: what stands there.
    pub gap_texts: Vec<String>,
    stem_ids: HashMap<(usize, String), StemId>,
    /// By stem: its letters.
    pub stem_texts: Vec<String>,
    /// Folded forms with their stems.
    pub forms: BTreeMap<String, BTreeSet<StemId>>,
    /// Folded words that no query needs.
    pub stops: BTreeSet<String>,
}

impl Vocabulary {
    /// The gap between most words.
    pub const SPACE: GapId = 0;
    /// No gap.
    pub const NOTHING: GapId = 1;
    /// These two, by number.
    const GAPS: [&str; 2] = [" ", ""];

    /// No words yet.
    pub fn new(languages: &[String]) -> Self {
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

    /// Learns the words of documents, and marks them as known. The order of the documents,
    /// not of threads, decides the numbers.
    pub fn learn(&mut self, documents: &mut [Written]) {
        let mut fresh: Vec<usize> = Vec::new();
        for document in documents {
            for (word, count) in document.words.iter_mut().zip(&document.counts) {
                let id = match word {
                    Word::Known(id) => *id,
                    Word::New(text) => self.add(document.language, text, &mut fresh),
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

    /// The number of a word that another document of the batch may have had, too.
    fn add(&mut self, language: usize, word: &str, fresh: &mut Vec<usize>) -> WordId {
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

    /// Analyses the last words, whose languages are `fresh`.
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

    /// The number of a word, if it was learnt.
    pub fn word(&self, language: usize, word: &str) -> Option<WordId> {
        self.words[language].get(word)
    }

    /// The number of what stands between two words, if it was learnt.
    pub fn gap(&self, text: &str) -> Option<GapId> {
        self.gaps.get(text)
    }

    /// The letters of every word.
    pub fn word_texts(&self) -> Vec<&str> {
        self.texts.iter().map(String::as_str).collect()
    }

    /// The stem of a word.
    pub fn stem_of(&self, word: WordId) -> Option<StemId> {
        self.stems[word as usize]
    }

    /// How often words stand in the site, whatever their language.
    pub fn word_counts(&self) -> WordCounts {
        let mut counts = WordCounts::new();
        for (word, count) in self.texts.iter().zip(&self.counts) {
            *counts.entry(format!(" {word}")).or_default() += count;
        }
        counts
    }
}

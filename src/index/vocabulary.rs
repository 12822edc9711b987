//! Every word of a site, once: its form and its stem.

use std::collections::{BTreeMap, BTreeSet};

use foldhash::{HashMap, HashMapExt};
use rayon::prelude::*;

use super::analysis::{Analyzer, Token};
use super::document::{Word, Written};
use crate::wire::lexicon::WordCounts;

/// Number of a word as it is written, in a language.
pub type WordId = u32;
/// Number of what stands between two words.
pub type GapId = u32;
/// Number of a stem.
pub type StemId = u32;

/// The words met so far, numbered in the order they were met.
pub struct Vocabulary {
    languages: Vec<String>,
    words: Vec<HashMap<String, WordId>>,
    /// By word: its stem; none if it is too common.
    stems: Vec<Option<StemId>>,
    /// By word: how often it stands in the site.
    counts: Vec<u32>,
    gaps: HashMap<String, GapId>,
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

    /// No words yet.
    pub fn new(languages: &[String]) -> Self {
        let gap_texts = vec![" ".to_owned(), String::new()];
        Self {
            gaps: gap_texts.iter().cloned().zip(0..).collect(),
            gap_texts,
            words: vec![HashMap::new(); languages.len()],
            languages: languages.to_vec(),
            stems: Vec::new(),
            counts: Vec::new(),
            stem_ids: HashMap::new(),
            stem_texts: Vec::new(),
            forms: BTreeMap::new(),
            stops: BTreeSet::new(),
        }
    }

    /// Learns the words of documents, and marks them as known. The order of the documents,
    /// not of threads, decides the numbers.
    pub fn learn(&mut self, documents: &mut [Written]) {
        let mut fresh: Vec<(usize, String)> = Vec::new();
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
    fn add(&mut self, language: usize, word: &str, fresh: &mut Vec<(usize, String)>) -> WordId {
        let known = &mut self.words[language];
        if let Some(id) = known.get(word) {
            return *id;
        }
        let id = self.counts.len() as WordId;
        known.insert(word.to_owned(), id);
        fresh.push((language, word.to_owned()));
        self.counts.push(0);
        id
    }

    fn add_gap(&mut self, text: &str) -> GapId {
        if let Some(id) = self.gaps.get(text) {
            return *id;
        }
        let id = self.gap_texts.len() as GapId;
        self.gaps.insert(text.to_owned(), id);
        self.gap_texts.push(text.to_owned());
        id
    }

    fn analyse(&mut self, fresh: &[(usize, String)]) {
        let languages = &self.languages;
        let tokens: Vec<(usize, Token)> = fresh
            .par_chunks(1024)
            .flat_map_iter(|chunk| {
                let analyzers: Vec<Analyzer> =
                    languages.iter().map(|code| Analyzer::new(code)).collect();
                chunk
                    .iter()
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
        self.words[language].get(word).copied()
    }

    /// The number of what stands between two words, if it was learnt.
    pub fn gap(&self, text: &str) -> Option<GapId> {
        self.gaps.get(text).copied()
    }

    /// The letters of every word.
    pub fn word_texts(&self) -> Vec<&str> {
        let mut texts = vec![""; self.counts.len()];
        for (word, id) in self.words.iter().flatten() {
            texts[*id as usize] = word;
        }
        texts
    }

    /// The stem of a word.
    pub fn stem_of(&self, word: WordId) -> Option<StemId> {
        self.stems[word as usize]
    }

    /// How often words stand in the site, whatever their language.
    pub fn word_counts(&self) -> WordCounts {
        let mut counts = WordCounts::new();
        for (word, id) in self.words.iter().flatten() {
            *counts.entry(format!(" {word}")).or_default() += self.counts[*id as usize];
        }
        counts
    }
}

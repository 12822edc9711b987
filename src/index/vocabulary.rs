//! Every word of a site, once: its form and its stem.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use rayon::prelude::*;

use super::analysis::{Analyzer, Token};

/// Number of a word as it is written, in a language.
pub type WordId = u32;
/// Number of a stem.
pub type StemId = u32;

/// The words met so far, numbered in the order they were met.
pub struct Vocabulary {
    languages: Vec<String>,
    words: Vec<HashMap<String, WordId>>,
    /// By word: its stem; none if it is too common.
    stems: Vec<Option<StemId>>,
    stem_ids: HashMap<(usize, String), StemId>,
    /// By stem: its letters.
    pub stem_texts: Vec<String>,
    /// Folded forms with their stems.
    pub forms: BTreeMap<String, BTreeSet<StemId>>,
    /// Folded words that no query needs.
    pub stops: BTreeSet<String>,
}

impl Vocabulary {
    /// No words yet.
    pub fn new(languages: &[String]) -> Self {
        Self {
            words: vec![HashMap::new(); languages.len()],
            languages: languages.to_vec(),
            stems: Vec::new(),
            stem_ids: HashMap::new(),
            stem_texts: Vec::new(),
            forms: BTreeMap::new(),
            stops: BTreeSet::new(),
        }
    }

    /// Learns words: each list belongs to a language. The order of the lists, not of
    /// threads, decides the numbers.
    pub fn learn<'w>(&mut self, lists: impl Iterator<Item = (usize, &'w [String])>) {
        let mut fresh: Vec<(usize, &str)> = Vec::new();
        for (language, words) in lists {
            for word in words {
                let known = &mut self.words[language];
                if !known.contains_key(word) {
                    known.insert(word.clone(), (self.stems.len() + fresh.len()) as WordId);
                    fresh.push((language, word));
                }
            }
        }
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

    /// The stem of a word that was learnt.
    pub fn stem_of(&self, language: usize, word: &str) -> Option<StemId> {
        self.stems[self.words[language][word] as usize]
    }
}

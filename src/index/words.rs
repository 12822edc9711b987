//! Reads the words of a site, some documents at a time.

use std::collections::HashMap;

use rayon::prelude::*;

use super::document::{Written, terms};
use super::inverted::Terms;
use super::vocabulary::Vocabulary;
use crate::site::{PageId, Site};
use crate::wire::lexicon::WordCounts;

/// Documents held as words at once.
const BATCH: usize = 1024;

/// What the words of a site come to.
pub struct Words {
    /// Each word once.
    pub vocabulary: Vocabulary,
    /// The terms of each document.
    pub terms: Terms,
    /// How often each word stands in the texts.
    pub counts: WordCounts,
}

/// Reads the words of `documents`.
pub fn read(site: &Site, documents: &[PageId]) -> Words {
    let mut vocabulary = Vocabulary::new(&site.config.languages);
    let mut all = Terms::default();
    let mut counts: HashMap<String, u32> = HashMap::new();
    for batch in documents.chunks(BATCH) {
        let written: Vec<Written> = batch.par_iter().map(|id| Written::of(site, *id)).collect();
        vocabulary.learn(
            written
                .iter()
                .map(|document| (document.language, document.words.as_slice())),
        );
        for document in &written {
            for (word, count) in document.words.iter().zip(&document.counts) {
                match counts.get_mut(word) {
                    Some(total) => *total += count,
                    None => {
                        counts.insert(word.clone(), *count);
                    }
                }
            }
        }
        let terms: Vec<_> = written
            .par_iter()
            .map(|document| terms(document, &vocabulary))
            .collect();
        for document in &terms {
            all.push(document);
        }
    }
    let counts = counts
        .into_iter()
        .map(|(word, count)| (format!(" {word}"), count))
        .collect();
    Words {
        vocabulary,
        terms: all,
        counts,
    }
}

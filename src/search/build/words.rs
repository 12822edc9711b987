//! Reads the words of a site, batch by batch.

use rayon::prelude::*;

use super::IndexError;
use super::document::Document;
use super::inverted::{InvertedIndex, Packed};
use super::prose::Prose;
use super::vocabulary::Vocabulary;
use crate::model::{PageId, Site};

/// Number of documents held in unpacked form at once.
const BATCH: usize = 256;
/// Number of documents per run of the inverted index.
const RUN: usize = 4096;

/// The words of a site.
pub(super) struct Words {
    /// All distinct words.
    pub vocabulary: Vocabulary,
    /// Postings of every stem.
    pub inverted: InvertedIndex,
    /// By document: its texts.
    pub bodies: Vec<Prose>,
}

/// Reads the words of `documents`.
///
/// # Errors
/// Returns an error if a page's file has changed since it was checked.
pub(super) fn read(site: &Site, documents: &[PageId]) -> Result<Words, IndexError> {
    let mut vocabulary = Vocabulary::new(&site.config.languages);
    let mut inverted = InvertedIndex::default();
    let mut bodies = Vec::with_capacity(documents.len());
    for run in documents.chunks(RUN) {
        let mut packed: Vec<Packed> = Vec::with_capacity(run.len());
        for batch in run.chunks(BATCH) {
            let mut tokenized: Vec<Document> = batch
                .par_iter()
                .map(|id| Document::of(site, *id, &vocabulary))
                .collect::<Result<_, _>>()?;
            vocabulary.add_words(&mut tokenized);
            let read = |document| (Packed::of(document, &vocabulary), Prose::of(document));
            let (terms, prose): (Vec<_>, Vec<_>) = tokenized.par_iter().map(read).unzip();
            packed.extend(terms);
            bodies.extend(prose);
        }
        inverted.push(&packed, vocabulary.stem_texts.len());
    }
    Ok(Words {
        vocabulary,
        inverted,
        bodies,
    })
}

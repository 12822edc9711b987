//! Reads the words of a site, some documents at a time.

use rayon::prelude::*;

use super::IndexError;
use super::document::Written;
use super::inverted::{Inverted, Packed};
use super::prose::Prose;
use super::vocabulary::Vocabulary;
use crate::model::{PageId, Site};

/// Documents held as words at once.
const BATCH: usize = 256;
/// Documents of a run, whose terms are held packed.
const RUN: usize = 4096;

/// What was read of a site.
pub struct Words {
    /// Each word once.
    pub vocabulary: Vocabulary,
    /// Where every stem stands.
    pub inverted: Inverted,
    /// The body of each document.
    pub bodies: Vec<Prose>,
}

/// Reads the words of `documents`.
///
/// # Errors
/// When a page's file has changed since it was checked.
pub fn read(site: &Site, documents: &[PageId]) -> Result<Words, IndexError> {
    let mut vocabulary = Vocabulary::new(&site.config.languages);
    let mut inverted = Inverted::default();
    let mut bodies = Vec::with_capacity(documents.len());
    for run in documents.chunks(RUN) {
        let mut packed: Vec<Packed> = Vec::with_capacity(run.len());
        for batch in run.chunks(BATCH) {
            let mut written: Vec<Written> = batch
                .par_iter()
                .map(|id| Written::of(site, *id, &vocabulary))
                .collect::<Result<_, _>>()?;
            vocabulary.learn(&mut written);
            let read = |document| (Packed::of(document, &vocabulary), Prose::of(document));
            let (terms, prose): (Vec<_>, Vec<_>) = written.par_iter().map(read).unzip();
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

//! Reads the words of a site, some documents at a time.

use rayon::prelude::*;

use super::Failure;
use super::document::Written;
use super::inverted::{Inverted, Packed};
use super::vocabulary::Vocabulary;
use crate::site::{PageId, Site};

/// Documents held as words at once.
const BATCH: usize = 256;
/// Documents of a run, whose terms are held packed.
const RUN: usize = 4096;

/// Reads the words of `documents`: each word once, and where every stem stands.
///
/// # Errors
/// When a page's file has changed since it was checked.
pub fn read(site: &Site, documents: &[PageId]) -> Result<(Vocabulary, Inverted), Failure> {
    let mut vocabulary = Vocabulary::new(&site.config.languages);
    let mut inverted = Inverted::default();
    for run in documents.chunks(RUN) {
        let mut packed: Vec<Packed> = Vec::with_capacity(run.len());
        for batch in run.chunks(BATCH) {
            let mut written: Vec<Written> = batch
                .par_iter()
                .map(|id| Written::of(site, *id, &vocabulary))
                .collect::<Result<_, _>>()?;
            vocabulary.learn(&mut written);
            packed.par_extend(
                written
                    .par_iter()
                    .map(|document| Packed::of(document, &vocabulary)),
            );
        }
        inverted.push(&packed, vocabulary.stem_texts.len());
    }
    Ok((vocabulary, inverted))
}

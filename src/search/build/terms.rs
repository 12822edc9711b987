//! Groups the words of a document by stem.

use super::content::FIELDS;
use super::document::{Document, Lists, Word};
use super::impact;
use super::vocabulary::{StemId, Vocabulary};

/// A stem in a document.
pub(super) struct Term<'p> {
    /// Number of the stem.
    pub stem: StemId,
    /// Impact level, from 1 to [`LEVELS`](crate::search::format::postings::LEVELS).
    pub impact: u32,
    /// Sorted positions in the document.
    pub positions: &'p [u32],
}

/// Calls `read` with each stem of a document, in order. The document's words must be in the
/// vocabulary.
pub(super) fn each_term(
    document: &Document,
    vocabulary: &Vocabulary,
    mut read: impl FnMut(Term<'_>),
) {
    let lists = Lists::of(document);
    let stems = document.words.iter().zip(0..);
    let mut stems: Vec<(StemId, u32)> = stems
        .filter_map(|(word, number)| match word {
            Word::Known(word) => Some((vocabulary.stem_of(*word)?, number)),
            Word::New(_) => None,
        })
        .collect();
    stems.sort_unstable();
    let mut lengths = [0; FIELDS];
    for occurrence in stems.iter().flat_map(|(_, word)| lists.of_word(*word)) {
        impact::increment(&mut lengths, occurrence.field);
    }
    let mut positions = Vec::new();
    for forms in stems.chunk_by(|(stem, _), (other, _)| stem == other) {
        let mut counts = [0; FIELDS];
        positions.clear();
        for occurrence in forms.iter().flat_map(|(_, word)| lists.of_word(*word)) {
            impact::increment(&mut counts, occurrence.field);
            positions.push(occurrence.position);
        }
        if forms.len() > 1 {
            positions.sort_unstable();
        }
        read(Term {
            stem: forms[0].0,
            impact: impact::level(counts, &lengths, document.kind),
            positions: &positions,
        });
    }
}

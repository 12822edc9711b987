//! How much a word counts in a document, before it is known how rare it is.

use super::content::{FIELDS, Field};
use crate::model::DocumentKind;
use crate::search::format::postings::LEVELS;

/// What a word counts in each field, in the order of [`Field`].
const WEIGHTS: [f64; FIELDS] = [20.0, 9.0, 5.0, 4.0, 1.0];
/// How much a field's length dampens its words.
const DAMPENING: [f64; FIELDS] = [0.3, 0.2, 0.4, 0.4, 0.75];
/// Words of a field of usual length. Fixed, so that no document changes what a word
/// counts in another.
const LENGTHS: [f64; FIELDS] = [8.0, 20.0, 20.0, 15.0, 450.0];
/// How soon repetition stops to count.
const SATURATION: f64 = 8.0;

/// The level, from 1 to [`LEVELS`], of a word that stands `counts` times in the fields
/// of a document of these `lengths`.
///
/// BM25F without inverse document frequency: S. Robertson and H. Zaragoza, "The
/// Probabilistic Relevance Framework: BM25 and Beyond" (2009), section 3.5. Levels are
/// square roots, so that each is about as far from the next.
pub fn level(counts: [u32; FIELDS], lengths: &[u32; FIELDS], kind: DocumentKind) -> u32 {
    let weighted: f64 = (0..FIELDS)
        .filter(|field| counts[*field] > 0)
        .map(|field| {
            let relative = class(lengths[field]) / LENGTHS[field];
            let dampening = 1.0 - DAMPENING[field] + DAMPENING[field] * relative;
            WEIGHTS[field] * f64::from(counts[field]) / dampening
        })
        .sum();
    let saturated = prior(kind) * weighted / (SATURATION + weighted);
    let level = (saturated.sqrt() * f64::from(LEVELS)).round() as u32;
    level.clamp(1, LEVELS)
}

/// A length to two binary digits: a changed sentence seldom changes it.
fn class(length: u32) -> f64 {
    let shift = (u32::BITS - length.leading_zeros()).saturating_sub(3);
    f64::from(length >> shift << shift)
}

/// How likely a reader wants a page of a kind before any word is typed: cases are what
/// the site is for.
fn prior(kind: DocumentKind) -> f64 {
    match kind {
        DocumentKind::CaseStudy => 1.0,
        DocumentKind::Model => 0.9,
        DocumentKind::Page | DocumentKind::Section => 0.8,
    }
}

/// Counts one more word in a field.
pub fn count(counts: &mut [u32; FIELDS], field: Field) {
    counts[field as usize] = counts[field as usize].saturating_add(1);
}

//! Impact: the weight of a word in a document, regardless of its rarity.

use super::content::{FIELDS, Field};
use crate::model::DocumentKind;
use crate::search::format::postings::LEVELS;

/// Weight of a word by field, in the order of [`Field`].
const WEIGHTS: [f64; FIELDS] = [20.0, 9.0, 5.0, 4.0, 1.0];
/// Strength of length normalisation by field, from 0 to 1 (BM25's b).
const DAMPENING: [f64; FIELDS] = [0.3, 0.2, 0.4, 0.4, 0.75];
/// Usual length by field, in words. Fixed rather than averaged, so that no document changes
/// the impact in another.
const USUAL_LENGTHS: [f64; FIELDS] = [8.0, 20.0, 20.0, 15.0, 450.0];
/// Saturation of term frequency (BM25's k₁): higher values let repetition count longer.
const SATURATION: f64 = 8.0;

/// Returns the impact level, from 1 to [`LEVELS`], of a word that occurs `counts` times in
/// the fields of a document of these `lengths`.
///
/// BM25F without inverse document frequency: S. Robertson and H. Zaragoza, "The
/// Probabilistic Relevance Framework: BM25 and Beyond" (2009), section 3.5. Levels are
/// square roots, which spaces them about evenly.
pub(super) fn level(counts: [u32; FIELDS], lengths: &[u32; FIELDS], kind: DocumentKind) -> u32 {
    let weighted: f64 = (0..FIELDS)
        .filter(|field| counts[*field] > 0)
        .map(|field| {
            let relative = rounded(lengths[field]) / USUAL_LENGTHS[field];
            let dampening = 1.0 - DAMPENING[field] + DAMPENING[field] * relative;
            WEIGHTS[field] * f64::from(counts[field]) / dampening
        })
        .sum();
    let saturated = prior(kind) * weighted / (SATURATION + weighted);
    let level = (saturated.sqrt() * f64::from(LEVELS)).round() as u32;
    level.clamp(1, LEVELS)
}

/// Rounds a length down to its three leading binary digits, so that a changed sentence
/// seldom changes it.
fn rounded(length: u32) -> f64 {
    let shift = (u32::BITS - length.leading_zeros()).saturating_sub(3);
    f64::from(length >> shift << shift)
}

/// Returns the prior relevance of a kind of page: cases are what the site is for.
fn prior(kind: DocumentKind) -> f64 {
    match kind {
        DocumentKind::CaseStudy => 1.0,
        DocumentKind::Model => 0.9,
        DocumentKind::Page | DocumentKind::Section => 0.8,
    }
}

/// Increments the count of a field.
pub(super) fn increment(counts: &mut [u32; FIELDS], field: Field) {
    counts[field as usize] = counts[field as usize].saturating_add(1);
}

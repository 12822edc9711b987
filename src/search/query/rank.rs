//! Ranks the documents that match a query.

use std::collections::HashMap;

use super::files::Index;
use super::matches::Matches;
use super::{Found, Order};

/// If fewer documents match every part, those that match some follow.
const MIN_FULL: usize = 10;
/// Share of the query's total rarity that partial matches must reach.
const MIN_RARITY: f64 = 0.5;
/// Bonus for two adjacent words, as a factor of the rarity of both.
const PROXIMITY: f64 = 100.0;
/// Maximum distance for which a bonus is given, in words.
const MAX_DISTANCE: f64 = 8.0;
/// Words before this position are mostly the title's: their distance is divided by
/// [`TITLE_DIVISOR`].
const TITLE_END: u32 = 12;
const TITLE_DIVISOR: f64 = 8.0;
/// Scores are rounded to this fraction, so that ties are the same in every implementation.
const PRECISION: f64 = 64.0;

/// A document that matches a query.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Hit {
    /// Document number.
    pub document: u32,
    /// Score; higher is better.
    pub score: f64,
}

/// Sets the hits: documents that match every part, then, if these are few, those that match
/// most of the query's rarity. `ranks` break ties; `weights` is a score factor by document.
pub(super) fn rank(
    ranks: &[u32],
    parts: &[Matches],
    weights: &[f64],
    has_filter: bool,
    found: &mut Found,
) {
    let weight = |document: u32| weights.get(document as usize).copied().unwrap_or_default();
    let mut totals: HashMap<u32, (usize, f64, f64)> = HashMap::new();
    for part in parts {
        for (document, score) in &part.scores {
            if weight(*document) > 0.0 {
                let total = totals.entry(*document).or_default();
                *total = (total.0 + 1, total.1 + part.rarity, total.2 + score);
            }
        }
    }
    if parts.is_empty() && has_filter {
        let allowed = (0..).zip(weights).filter(|(_, weight)| **weight > 0.0);
        totals.extend(allowed.map(|(document, _)| (document, (0, 0.0, 0.0))));
    }
    let rarity: f64 = parts.iter().map(|part| part.rarity).sum();
    let (full, partial): (Vec<_>, Vec<_>) = totals
        .into_iter()
        .partition(|(_, total)| total.0 == parts.len());
    let mut hits = sorted(
        ranks,
        full.into_iter().map(|(document, total)| {
            let score = total.2 + proximity(parts, document);
            (document, score * weight(document))
        }),
    );
    found.full_matches = hits.len();
    if hits.len() < MIN_FULL {
        let partial = partial
            .into_iter()
            .filter(|(_, total)| total.1 >= rarity * MIN_RARITY);
        hits.extend(sorted(
            ranks,
            partial.map(|(document, total)| (document, total.2 * weight(document))),
        ));
    }
    found.hits = hits;
}

/// Sorts by score, best first; ties go to validated practices, then to newer ones.
fn sorted(ranks: &[u32], scores: impl Iterator<Item = (u32, f64)>) -> Vec<Hit> {
    let rounded = scores.map(|(document, score)| Hit {
        document,
        score: (score * PRECISION + 0.5).floor() / PRECISION,
    });
    let mut hits: Vec<Hit> = rounded.collect();
    let rank = |hit: &Hit| ranks[hit.document as usize];
    hits.sort_by(|a, b| {
        b.score
            .total_cmp(&a.score)
            .then(rank(a).cmp(&rank(b)))
            .then(b.document.cmp(&a.document))
    });
    hits
}

/// Returns the bonus for parts close to each other, summed over consecutive parts of the
/// query.
fn proximity(parts: &[Matches], document: u32) -> f64 {
    let pairs = parts.windows(2).filter_map(|pair| {
        let [a, b] = [&pair[0], &pair[1]].map(|part| part.positions.get(&document));
        let wanted = pair[1]
            .query_position
            .saturating_sub(pair[0].query_position)
            .max(1);
        let distance = distance(a?, b?, wanted)?;
        Some((pair[0].rarity + pair[1].rarity) * PROXIMITY / (1.0 + distance))
    });
    pairs.sum()
}

/// Returns the smallest deviation of the distance between two parts from that in the query;
/// reversed order counts one more.
fn distance(a: &[u32], b: &[u32], wanted: u32) -> Option<f64> {
    let pairs = a.iter().flat_map(|a| b.iter().map(move |b| (*a, *b)));
    let between = pairs.map(|(a, b)| {
        let steps = f64::from(a.abs_diff(b).abs_diff(wanted) + u32::from(b < a));
        if a.max(b) < TITLE_END {
            steps / TITLE_DIVISOR
        } else {
            steps
        }
    });
    between
        .min_by(f64::total_cmp)
        .filter(|distance| *distance <= MAX_DISTANCE)
}

/// Sorts the hits in another order. Full matches stay before partial ones.
pub(super) fn order(index: &Index, order: Order, found: &mut Found) {
    let full_matches = found.full_matches;
    let (first, rest) = found.hits.split_at_mut(full_matches);
    for hits in [first, rest] {
        match order {
            Order::Relevance => {}
            Order::Date => hits.sort_by_key(|hit| std::cmp::Reverse(hit.document)),
            Order::Title => {
                let titles = index.titles();
                hits.sort_by_key(|hit| titles[hit.document as usize]);
            }
        }
    }
}

//! Which documents come first.

use std::collections::HashMap;

use super::files::Index;
use super::matches::Matches;
use super::{Found, Order};

/// With fewer documents that have every word, those with some follow.
const FEW: usize = 10;
/// Share of the query's rarity that these must have.
const ENOUGH: f64 = 0.5;
/// What two words next to each other count, beside the rarity of both.
const NEARNESS: f64 = 100.0;
/// How far apart they may be.
const FAR: f64 = 8.0;
/// Words that stand before this place mostly are a title's: its words are this many times
/// as near each other as they stand.
const TITLE: u32 = 12;
const TITLE_NEARNESS: f64 = 8.0;
/// Scores are compared to so many parts of one, so that they tie alike everywhere.
const PARTS: f64 = 64.0;

/// A document that was found.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Hit {
    /// Its number.
    pub document: u32,
    /// How much it counts.
    pub score: f64,
}

/// Documents with every part, then, if these are few, those with most; `weights` tell
/// what each counts.
pub fn rank(
    index: &Index,
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
    let (whole, some): (Vec<_>, Vec<_>) = totals
        .into_iter()
        .partition(|(_, total)| total.0 == parts.len());
    let mut hits = sorted(
        index,
        whole.into_iter().map(|(document, total)| {
            let score = total.2 + nearness(parts, document);
            (document, score * weight(document))
        }),
    );
    found.whole = hits.len();
    if hits.len() < FEW {
        let some = some
            .into_iter()
            .filter(|(_, total)| total.1 >= rarity * ENOUGH);
        hits.extend(sorted(
            index,
            some.map(|(document, total)| (document, total.2 * weight(document))),
        ));
    }
    found.hits = hits;
}

/// The best first; of those that tie, the validated ones, then the newer.
fn sorted(index: &Index, scores: impl Iterator<Item = (u32, f64)>) -> Vec<Hit> {
    let rounded = scores.map(|(document, score)| Hit {
        document,
        score: (score * PARTS + 0.5).floor() / PARTS,
    });
    let mut hits: Vec<Hit> = rounded.collect();
    let rank = |hit: &Hit| index.root.ranks[hit.document as usize];
    hits.sort_by(|a, b| {
        b.score
            .total_cmp(&a.score)
            .then(rank(a).cmp(&rank(b)))
            .then(b.document.cmp(&a.document))
    });
    hits
}

/// What words near each other count, each with the next one of the query.
fn nearness(parts: &[Matches], document: u32) -> f64 {
    let pairs = parts.windows(2).filter_map(|pair| {
        let [a, b] = [&pair[0], &pair[1]].map(|part| part.positions.get(&document));
        let wanted = pair[1].place.saturating_sub(pair[0].place).max(1);
        let apart = apart(a?, b?, wanted)?;
        Some((pair[0].rarity + pair[1].rarity) * NEARNESS / (1.0 + apart))
    });
    pairs.sum()
}

/// How much farther apart than in the query; words in the other order one more.
fn apart(a: &[u32], b: &[u32], wanted: u32) -> Option<f64> {
    let pairs = a.iter().flat_map(|a| b.iter().map(move |b| (*a, *b)));
    let between = pairs.map(|(a, b)| {
        let steps = f64::from(a.abs_diff(b).abs_diff(wanted) + u32::from(b < a));
        if a.max(b) < TITLE {
            steps / TITLE_NEARNESS
        } else {
            steps
        }
    });
    between.min_by(f64::total_cmp).filter(|apart| *apart <= FAR)
}

/// Puts the hits in another order; those with every word stay before the others.
pub fn order(index: &Index, order: Order, found: &mut Found) {
    let whole = found.whole;
    let (first, rest) = found.hits.split_at_mut(whole);
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

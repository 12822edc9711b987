//! Documents that match a part of a query.

use std::collections::HashMap;

/// Documents that match a part of a query, by number.
#[derive(Debug, Default)]
pub(super) struct Matches {
    /// Score of each document.
    pub scores: HashMap<u32, f64>,
    /// Positions of the part in a document, if known.
    pub positions: HashMap<u32, Vec<u32>>,
    /// Inverse document frequency of the part.
    pub rarity: f64,
    /// Word offset of the part in the query.
    pub query_position: u32,
}

impl Matches {
    /// Adds a document, keeping the better score.
    pub(super) fn offer(&mut self, document: u32, score: f64) {
        let best = self.scores.entry(document).or_default();
        *best = best.max(score);
    }

    /// Returns the documents of both. For a phrase, only those in which both occur at the
    /// same start position; documents with unknown positions match, too.
    pub(super) fn intersect(self, other: &Self, is_phrase: bool) -> Self {
        let mut both = Self {
            rarity: self.rarity + other.rarity,
            query_position: self.query_position,
            ..Self::default()
        };
        for (document, score) in self.scores {
            let Some(more) = other.scores.get(&document) else {
                continue;
            };
            let own = self.positions.get(&document);
            let starts = match (own, other.positions.get(&document)) {
                (Some(own), Some(others)) if is_phrase => {
                    let same = own.iter().filter(|start| others.contains(start));
                    Some(same.copied().collect::<Vec<u32>>())
                }
                (Some(own), _) if !is_phrase => Some(own.clone()),
                _ => None,
            };
            if starts
                .as_ref()
                .is_some_and(|starts| is_phrase && starts.is_empty())
            {
                continue;
            }
            both.scores.insert(document, score + more);
            both.positions
                .extend(starts.map(|starts| (document, starts)));
        }
        both
    }

    /// Adds the matches of another word, keeping the better score of each document.
    pub(super) fn merge(&mut self, other: Self) {
        self.rarity = self.rarity.max(other.rarity);
        for (document, score) in other.scores {
            self.offer(document, score);
        }
        for (document, positions) in other.positions {
            self.positions.entry(document).or_insert(positions);
        }
    }
}

//! What was found of a part of a query.

use std::collections::HashMap;

/// The documents of a part of a query.
#[derive(Debug, Default)]
pub struct Matches {
    /// How much each counts.
    pub scores: HashMap<u32, f64>,
    /// Where it stands in them, as far as that is known.
    pub positions: HashMap<u32, Vec<u32>>,
    /// How rare it is.
    pub rarity: f64,
    /// Where it stands in the query.
    pub place: u32,
}

impl Matches {
    /// Adds a document; the better score counts.
    pub fn offer(&mut self, document: u32, score: f64) {
        let best = self.scores.entry(document).or_default();
        *best = best.max(score);
    }

    /// Documents of both. Of a phrase only those where both stand at the same start, as
    /// far as both know theirs.
    pub fn and(self, other: &Self, is_phrase: bool) -> Self {
        let mut both = Self {
            rarity: self.rarity + other.rarity,
            place: self.place,
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

    /// Adds what another word found: the better score counts.
    pub fn absorb(&mut self, other: Self) {
        self.rarity = self.rarity.max(other.rarity);
        for (document, score) in other.scores {
            self.offer(document, score);
        }
        for (document, positions) in other.positions {
            self.positions.entry(document).or_insert(positions);
        }
    }
}

//! Synonyms in queries.

use super::Found;
use super::lookup::Lookup;
use super::matches::Matches;
use crate::search::query::syntax::Clause;

/// Weight of a synonym relative to the word itself.
const SYNONYM: f64 = 0.8;

impl<'i> Lookup<'i> {
    /// Finds the longest synonym that the clauses begin with. Returns its number of
    /// clauses, and the other members of its group.
    pub(super) fn synonyms(&self, clauses: &[Clause]) -> (usize, Vec<&'i str>) {
        let words = clauses
            .iter()
            .take_while(|clause| !clause.is_phrase)
            .map(|clause| singular(&clause.words[0].0));
        let words: Vec<&str> = words.collect();
        let mut best = (0, Vec::new());
        for group in &self.index.root.synonyms {
            for member in group {
                let own = self.content_words(member);
                let is_there = own.len() > best.0
                    && own.len() <= words.len()
                    && own
                        .iter()
                        .zip(&words)
                        .all(|((own, _), word)| singular(own) == *word);
                if is_there {
                    let others = group
                        .iter()
                        .filter(|other| *other != member)
                        .map(String::as_str);
                    best = (own.len(), others.collect());
                }
            }
        }
        best
    }

    /// Returns the words of a text without stop words, each with its offset.
    fn content_words(&self, text: &str) -> Vec<(String, u32)> {
        let stops = &self.index.root.stops;
        let is_stop = |word: &str| {
            stops
                .binary_search_by(|stop| stop.as_str().cmp(word))
                .is_ok()
        };
        let words = text.split(' ').zip(0..);
        words
            .filter(|(word, _)| !is_stop(word))
            .map(|(word, at)| (word.to_owned(), at))
            .collect()
    }

    /// Adds the documents of a synonym that replaces `length` words of the query.
    pub(super) fn add_synonym(
        &self,
        synonym: &str,
        length: usize,
        number: usize,
        part: &mut Matches,
        found: &mut Found,
    ) {
        let words = self.content_words(synonym);
        let count = words.len();
        let clause = Clause {
            words,
            is_phrase: count > 1,
            ..Clause::default()
        };
        let matches = self.phrase(&clause, false, number, found);
        for (document, score) in matches.scores {
            part.offer(document, SYNONYM * score * length as f64 / count as f64);
            if let Some(positions) = matches.positions.get(&document) {
                part.positions
                    .entry(document)
                    .or_insert_with(|| positions.clone());
            }
        }
    }
}

/// Strips a plural ending, accurately enough to compare synonyms.
fn singular(word: &str) -> &str {
    let is_plural = word.len() > 4 && word.ends_with('s');
    match word
        .strip_suffix("es")
        .filter(|rest| rest.ends_with(['d', 'j', 'l', 'n', 'r', 'z']))
    {
        Some(rest) if is_plural => rest,
        _ if is_plural => &word[..word.len() - 1],
        _ => word,
    }
}

//! Corrections for a word that no page contains.

use super::Found;
use super::distance::distance;
use super::lookup::{Lookup, record_forms};
use super::matches::Matches;
use crate::search::format::shard::Shard;
use crate::search::format::spelling::reversed;
use crate::search::query::syntax::Clause;

/// Weight of an inflection of a known stem.
const INFLECTED: f64 = 0.9;
/// Weight of a correction, by number of edits.
const MISSPELLED: [f64; 3] = [1.0, 0.7, 0.5];

/// Maximum number of spelling files loaded per word and direction.
const SPELLING_FILES: usize = 2;
/// Minimum length of a word that is corrected with one edit, and with two.
const TYPO_LENGTHS: [usize; 2] = [4, 8];
/// Maximum number of corrections searched for a word.
const MAX_CORRECTIONS: usize = 3;
/// Minimum length of the stem of an unknown form.
const MIN_STEM: usize = 3;
/// Maximum length of an ending that is not in the index.
const LONGEST_ENDING: usize = 6;
/// Minimum length of each of two words written as one.
const MIN_HALF: usize = 3;

impl Lookup<'_> {
    /// Adds the documents of what is most similar to `word`: an inflection, a word within
    /// few edits, or two words written as one. For a word of a synonym, only inflections.
    pub(super) fn add_similar(
        &self,
        word: &str,
        is_typing: bool,
        is_synonym: bool,
        number: usize,
        matches: &mut Matches,
        found: &mut Found,
    ) {
        self.add_inflected(word, true, number, matches, found);
        if !is_synonym {
            self.add_corrections(word, is_typing, number, matches, found);
        }
        if matches.scores.is_empty() {
            self.add_inflected(word, false, number, matches, found);
        }
        if matches.scores.is_empty() && !is_synonym {
            self.add_split(word, number, matches, found);
        }
        if matches.scores.is_empty() && !is_synonym {
            found.unknown.push(word.to_owned());
        }
    }

    /// Adds the documents of the stem that `word` is an unknown inflection of.
    fn add_inflected(
        &self,
        word: &str,
        known_only: bool,
        number: usize,
        matches: &mut Matches,
        found: &mut Found,
    ) {
        if let Some(shard) = self.index.shard_of(word)
            && let Some(stems) = self.inflected(&shard, word, known_only)
        {
            self.add_stems(&shard, &stems, INFLECTED, None, matches);
            record_forms(&shard, &stems, number, found);
        }
    }

    /// Returns the longest stem that a word begins with, if the rest may be an ending: a
    /// known one or, unless `known_only`, any short one.
    pub(super) fn inflected(
        &self,
        shard: &Shard,
        word: &str,
        known_only: bool,
    ) -> Option<Vec<usize>> {
        let endings = &self.index.root.endings;
        let is_ending = |ending: &str| {
            let is_known = endings
                .binary_search_by(|own| own.as_str().cmp(ending))
                .is_ok();
            is_known || !known_only && ending.chars().count() <= LONGEST_ENDING
        };
        let least = if known_only { MIN_STEM } else { MIN_STEM + 1 };
        let cuts = word.char_indices().skip(least).map(|(at, _)| at);
        let cuts: Vec<usize> = cuts.chain([word.len()]).collect();
        let stems = cuts.into_iter().rev().filter_map(|cut| {
            let (stem, ending) = word.split_at(cut);
            let is_stem = |at: &usize| shard.stems[*at].as_deref() == Some(stem);
            (ending.is_empty() || is_ending(ending))
                .then(|| (0..shard.stems.len()).filter(is_stem).collect())
        });
        stems.into_iter().find(|same: &Vec<usize>| !same.is_empty())
    }

    /// Adds the documents of words that a misspelled one may stand for.
    fn add_corrections(
        &self,
        word: &str,
        is_typing: bool,
        number: usize,
        matches: &mut Matches,
        found: &mut Found,
    ) {
        // A possible inflection is not reported as misspelled.
        let is_inflected = !matches.scores.is_empty();
        let mut corrections = self.corrections(word, false);
        if corrections.is_empty() && is_typing && !is_inflected {
            corrections = self.corrections(word, true);
        }
        if let Some((_, best, _)) = corrections.first().filter(|_| !is_inflected) {
            found.corrections.push((word.to_owned(), best.clone()));
        }
        for (edits, form, _) in corrections {
            matches.merge(self.form_matches(&form, MISSPELLED[edits], number, found));
        }
    }

    /// Returns the forms with the fewest edits, most likely first, each with its number of
    /// edits and frequency class.
    fn corrections(&self, word: &str, is_prefix: bool) -> Vec<(usize, String, u32)> {
        let letters: Vec<char> = word.chars().collect();
        let most = TYPO_LENGTHS
            .iter()
            .filter(|least| letters.len() >= **least)
            .count();
        if most == 0 {
            return Vec::new();
        }
        let half = (letters.len() - 1) / 2;
        let start: String = letters[..half.max(2)].iter().collect();
        let end: String = reversed(
            &letters[letters.len() - half.max(2)..]
                .iter()
                .collect::<String>(),
        );
        let forwards = self.index.spellings(false, &start, SPELLING_FILES);
        let backward = if is_prefix {
            Vec::new()
        } else {
            self.index.spellings(true, &end, SPELLING_FILES)
        };
        let forms = forwards.iter().flat_map(|forms| {
            forms
                .iter()
                .map(|(form, frequency)| (form.clone(), *frequency))
        });
        let backward_forms = backward.iter().flat_map(|forms| {
            forms
                .iter()
                .map(|(form, frequency)| (reversed(form), *frequency))
        });
        let mut near: Vec<(usize, String, u32)> = forms
            .chain(backward_forms)
            .filter_map(|(form, frequency)| {
                let other: Vec<char> = form.chars().collect();
                Some((
                    distance(&letters, &other, most, is_prefix)?,
                    form,
                    frequency,
                ))
            })
            .filter(|(edits, ..)| *edits > 0)
            .collect();
        let Some(fewest) = near.iter().map(|(edits, ..)| *edits).min() else {
            return near;
        };
        near.retain(|(edits, ..)| *edits == fewest);
        near.sort_by(|(_, a, of_a), (_, b, of_b)| {
            let first = |form: &str| form.chars().next() != letters.first().copied();
            first(a)
                .cmp(&first(b))
                .then(of_b.cmp(of_a))
                .then_with(|| a.encode_utf16().cmp(b.encode_utf16()))
        });
        near.dedup();
        near.truncate(MAX_CORRECTIONS);
        near
    }

    /// Adds the documents of two adjacent words that were written as one.
    fn add_split(&self, word: &str, number: usize, matches: &mut Matches, found: &mut Found) {
        let cuts: Vec<usize> = word.char_indices().map(|(at, _)| at).collect();
        for cut in cuts
            .iter()
            .skip(MIN_HALF)
            .take(cuts.len().saturating_sub(2 * MIN_HALF - 1))
        {
            let (left, right) = word.split_at(*cut);
            if self.is_form(left) && self.is_form(right) {
                let words = vec![(left.to_owned(), 0), (right.to_owned(), 1)];
                let clause = Clause {
                    words,
                    is_phrase: true,
                    ..Clause::default()
                };
                *matches = self.phrase(&clause, false, number, found);
                if !matches.scores.is_empty() {
                    found
                        .corrections
                        .push((word.to_owned(), format!("{left} {right}")));
                    return;
                }
            }
        }
    }

    fn is_form(&self, word: &str) -> bool {
        let files = self.index.spellings(false, word, 1);
        files
            .iter()
            .any(|forms| forms.iter().any(|(form, _)| form == word))
    }
}

//! What may be meant by a word that no page has.

use super::Found;
use super::distance::distance;
use super::lookup::{Lookup, note};
use super::matches::Matches;
use crate::search::format::shard::Shard;
use crate::search::format::spelling::backwards;
use crate::search::query::syntax::Clause;

/// What an inflection counts that no page has, and a word with so many mistakes.
const INFLECTED: f64 = 0.9;
const MISSPELLED: [f64; 3] = [1.0, 0.7, 0.5];

/// Files of forms that one word may take.
const SPELLING_FILES: usize = 2;
/// Shortest word that may be misspelled, once and twice.
const MISTAKE_LENGTHS: [usize; 2] = [4, 8];
/// Words that a misspelled one may stand for.
const MEANT: usize = 3;
/// Shortest stem of a form that no page has, and longest ending that is not known.
const STEM: usize = 3;
const LONGEST_ENDING: usize = 6;
/// Shortest half of two words written as one.
const HALF: usize = 3;

impl Lookup<'_> {
    /// What is most like `word`: an inflection, a word with few mistakes, two words
    /// written as one. Of a synonym only inflections.
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
            self.add_meant(word, is_typing, number, matches, found);
        }
        if matches.scores.is_empty() {
            self.add_inflected(word, false, number, matches, found);
        }
        if matches.scores.is_empty() && !is_synonym {
            self.add_halves(word, number, matches, found);
        }
        if matches.scores.is_empty() && !is_synonym {
            found.unknown.push(word.to_owned());
        }
    }

    /// A form that no page has, of a stem that pages have.
    fn add_inflected(
        &self,
        word: &str,
        must_know: bool,
        number: usize,
        matches: &mut Matches,
        found: &mut Found,
    ) {
        if let Some(shard) = self.index.shard_of(word)
            && let Some(stems) = self.inflected(&shard, word, must_know)
        {
            self.add_stems(&shard, &stems, INFLECTED, None, matches);
            note(&shard, &stems, number, found);
        }
    }

    /// The longest stem that a word begins with, if the rest may be an ending: one that
    /// is known or, unless `must_know`, any short one.
    pub(super) fn inflected(
        &self,
        shard: &Shard,
        word: &str,
        must_know: bool,
    ) -> Option<Vec<usize>> {
        let endings = &self.index.root.endings;
        let is_ending = |ending: &str| {
            let is_known = endings
                .binary_search_by(|own| own.as_str().cmp(ending))
                .is_ok();
            is_known || !must_know && ending.chars().count() <= LONGEST_ENDING
        };
        let least = if must_know { STEM } else { STEM + 1 };
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

    /// Words that a misspelled one may stand for.
    fn add_meant(
        &self,
        word: &str,
        is_typing: bool,
        number: usize,
        matches: &mut Matches,
        found: &mut Found,
    ) {
        // What may be an inflection need not be misspelled.
        let is_inflected = !matches.scores.is_empty();
        let mut meant = self.meant(word, false);
        if meant.is_empty() && is_typing && !is_inflected {
            meant = self.meant(word, true);
        }
        if let Some((_, best, _)) = meant.first().filter(|_| !is_inflected) {
            found.corrections.push((word.to_owned(), best.clone()));
        }
        for (mistakes, form, _) in meant {
            matches.absorb(self.same(&form, MISSPELLED[mistakes], number, found));
        }
    }

    /// Forms with the fewest mistakes, the likeliest first: with how many, and how common.
    fn meant(&self, word: &str, is_prefix: bool) -> Vec<(usize, String, u32)> {
        let letters: Vec<char> = word.chars().collect();
        let most = MISTAKE_LENGTHS
            .iter()
            .filter(|least| letters.len() >= **least)
            .count();
        if most == 0 {
            return Vec::new();
        }
        let half = (letters.len() - 1) / 2;
        let start: String = letters[..half.max(2)].iter().collect();
        let end: String = backwards(
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
        let forms = forwards
            .iter()
            .flat_map(|forms| forms.iter().map(|(form, common)| (form.clone(), *common)));
        let reversed = backward.iter().flat_map(|forms| {
            forms
                .iter()
                .map(|(form, common)| (backwards(form), *common))
        });
        let mut near: Vec<(usize, String, u32)> = forms
            .chain(reversed)
            .filter_map(|(form, common)| {
                let other: Vec<char> = form.chars().collect();
                Some((distance(&letters, &other, most, is_prefix)?, form, common))
            })
            .filter(|(mistakes, ..)| *mistakes > 0)
            .collect();
        let Some(fewest) = near.iter().map(|(mistakes, ..)| *mistakes).min() else {
            return near;
        };
        near.retain(|(mistakes, ..)| *mistakes == fewest);
        near.sort_by(|(_, a, of_a), (_, b, of_b)| {
            let first = |form: &str| form.chars().next() != letters.first().copied();
            first(a)
                .cmp(&first(b))
                .then(of_b.cmp(of_a))
                .then_with(|| a.encode_utf16().cmp(b.encode_utf16()))
        });
        near.dedup();
        near.truncate(MEANT);
        near
    }

    /// Two words written as one.
    fn add_halves(&self, word: &str, number: usize, matches: &mut Matches, found: &mut Found) {
        let cuts: Vec<usize> = word.char_indices().map(|(at, _)| at).collect();
        for cut in cuts
            .iter()
            .skip(HALF)
            .take(cuts.len().saturating_sub(2 * HALF - 1))
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

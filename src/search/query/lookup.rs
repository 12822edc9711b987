//! Looks up the words of a query: the documents that contain them, or what they were
//! probably meant to be.

use std::collections::{BTreeSet, HashMap};

use super::Found;
use super::files::Index;
use super::matches::Matches;
use crate::search::format::bits::BitReader;
use crate::search::format::postings::Posting;
use crate::search::format::shard::Shard;
use crate::search::query::syntax::Clause;

/// Weight of the completions of an unfinished word.
const COMPLETION: f64 = 0.8;
/// Weight of the completions of a word that is a form itself.
const LONGER_FORM: f64 = 0.25;
/// Factor for the score of a phrase over that of its words.
const PHRASE: f64 = 1.5;

/// Maximum number of shards loaded to complete a word.
const PREFIX_SHARDS: usize = 3;
/// Minimum length of a word that is completed, in characters.
const PREFIX_LENGTH: usize = 2;

/// The posting list of one stem.
pub(super) struct PostingList {
    pub postings: Vec<Posting>,
    /// By posting: positions of the stem; `None` if they are in a file that was not loaded.
    pub positions: Option<Vec<Vec<u32>>>,
}

/// Looks up words in an index.
pub(super) struct Lookup<'i> {
    pub(super) index: &'i Index,
}

impl<'i> Lookup<'i> {
    /// Creates a lookup over `index`.
    pub(super) fn new(index: &'i Index) -> Self {
        Self { index }
    }

    /// Returns the documents of each part of a query. Consecutive words that are a synonym
    /// form one part.
    pub(super) fn parts(&self, clauses: &[Clause], found: &mut Found) -> Vec<Matches> {
        let mut parts = Vec::new();
        let mut at = 0;
        while at < clauses.len() {
            let (length, others) = self.synonyms(&clauses[at..]);
            let number = parts.len();
            let own = &clauses[at..at + length.max(1)];
            let is_synonym = length > 0;
            let words = own
                .iter()
                .map(|clause| self.clause(clause, is_synonym, number, found));
            let joined = words.reduce(|all, word| all.intersect(&word, false));
            let mut part = joined.unwrap_or_default();
            for other in others {
                self.add_synonym(other, length, number, &mut part, found);
            }
            if length > 1 && part.scores.is_empty() {
                // No page has the synonym or its group: search for its words separately.
                for clause in own {
                    parts.push(self.clause(clause, false, parts.len(), found));
                }
            } else {
                parts.push(part);
            }
            at += own.len();
        }
        parts
    }

    /// Returns the documents of a clause.
    fn clause(
        &self,
        clause: &Clause,
        is_synonym: bool,
        number: usize,
        found: &mut Found,
    ) -> Matches {
        let word = &clause.words[0].0;
        let mut matches = if clause.is_phrase {
            self.phrase(clause, true, number, found)
        } else {
            self.word(word, clause.is_typing, is_synonym, number, found)
        };
        matches.query_position = clause.query_position;
        matches
    }

    /// Returns the documents that contain a word or phrase exactly, with scores.
    pub(super) fn exact(&self, clause: &Clause) -> HashMap<u32, f64> {
        self.phrase(clause, true, 0, &mut Found::default()).scores
    }

    /// Looks up a word, or what it was probably meant to be. A word of a synonym is not
    /// corrected: if no page has it, the others of its group are searched anyway.
    fn word(
        &self,
        word: &str,
        is_typing: bool,
        is_synonym: bool,
        number: usize,
        found: &mut Found,
    ) -> Matches {
        let mut matches = self.form_matches(word, 1.0, number, found);
        if is_typing && word.chars().count() >= PREFIX_LENGTH {
            let weight = if matches.scores.is_empty() {
                COMPLETION
            } else {
                LONGER_FORM
            };
            self.add_completions(word, weight, number, &mut matches, found);
        }
        if matches.scores.is_empty() {
            self.add_similar(word, is_typing, is_synonym, number, &mut matches, found);
        }
        matches
    }

    /// Looks up a form and all forms that share a stem with it.
    pub(super) fn form_matches(
        &self,
        word: &str,
        weight: f64,
        number: usize,
        found: &mut Found,
    ) -> Matches {
        let mut matches = Matches::default();
        if let Some(shard) = self.index.shard_of(word)
            && let Some(stems) = shard.stems_of(word)
        {
            self.add_stems(&shard, stems, weight, None, &mut matches);
            record_forms(&shard, stems, number, found);
        }
        matches
    }

    /// Adds the documents of stems; `rarity` overrides the rarity of each stem.
    pub(super) fn add_stems(
        &self,
        shard: &Shard,
        stems: &[usize],
        weight: f64,
        rarity: Option<f64>,
        matches: &mut Matches,
    ) {
        self.add_lists(shard, stems, weight, rarity, false, matches);
    }

    fn add_lists(
        &self,
        shard: &Shard,
        stems: &[usize],
        weight: f64,
        rarity: Option<f64>,
        needs_positions: bool,
        matches: &mut Matches,
    ) {
        for stem in stems {
            let list = self.list(shard, *stem, needs_positions);
            let rarity = rarity.unwrap_or_else(|| self.rarity(list.postings.len()));
            matches.rarity = matches.rarity.max(rarity);
            for (at, posting) in list.postings.iter().enumerate() {
                matches.offer(posting.document, score(posting, weight * rarity));
                if let Some(positions) = &list.positions {
                    let known = matches.positions.entry(posting.document).or_default();
                    known.extend(&positions[at]);
                    known.sort_unstable();
                }
            }
        }
    }

    /// Returns the inverse document frequency, as in BM25.
    fn rarity(&self, documents: usize) -> f64 {
        let all = self.index.root.ranks.len() as f64;
        let matching = (documents as f64).min(all);
        (1.0 + (all - matching + 0.5) / (matching + 0.5)).log2()
    }

    /// Reads the posting list of a stem, with the positions in a file of their own if needed.
    pub(super) fn list(&self, shard: &Shard, stem: usize, needs_positions: bool) -> PostingList {
        let code = &self.index.root.postings;
        let (count, file, mut bits) = shard.block(stem);
        let postings = code.read_documents(count, &mut bits);
        let positions = match file {
            None => Some(code.read_positions(&postings, &mut bits)),
            Some(name) if needs_positions => {
                let units = self.index.positions(name).unwrap_or_default();
                Some(code.read_positions(&postings, &mut BitReader::new(&units)))
            }
            Some(_) => None,
        };
        PostingList {
            postings,
            positions,
        }
    }

    /// Adds the documents of the forms that an unfinished word begins.
    fn add_completions(
        &self,
        word: &str,
        weight: f64,
        number: usize,
        matches: &mut Matches,
        found: &mut Found,
    ) {
        let mut completions = Vec::new();
        let mut documents = 0;
        for shard in self.index.shards_with(word, PREFIX_SHARDS) {
            let longer = shard
                .forms
                .iter()
                .filter(|(form, _)| form.starts_with(word) && form != word);
            let stems: BTreeSet<usize> = longer
                .flat_map(|(_, stems)| stems.iter().copied())
                .collect();
            let stems: Vec<usize> = stems.into_iter().collect();
            documents += stems
                .iter()
                .map(|stem| shard.block(*stem).0 as usize)
                .sum::<usize>();
            completions.push((shard, stems));
        }
        let rarity = self.rarity(documents);
        for (shard, stems) in completions {
            self.add_stems(&shard, &stems, weight, Some(rarity), matches);
            record_completions(&shard, word, number, found);
        }
    }

    /// Looks up a word of a phrase: as a form, or as an inflection of a known stem.
    fn word_of_phrase(
        &self,
        word: &str,
        must_load: bool,
        number: usize,
        found: &mut Found,
    ) -> Matches {
        let mut matches = Matches::default();
        let Some(shard) = self.index.shard_of(word) else {
            return matches;
        };
        let inflected = || {
            self.inflected(&shard, word, true)
                .or_else(|| self.inflected(&shard, word, false))
        };
        if let Some(stems) = shard
            .stems_of(word)
            .map(<[usize]>::to_vec)
            .or_else(inflected)
        {
            self.add_lists(&shard, &stems, 1.0, None, must_load, &mut matches);
            record_forms(&shard, &stems, number, found);
        }
        matches
    }

    /// Returns the documents in which the words of the clause occur at their offsets. Words
    /// whose positions are in files of their own may occur anywhere unless `must_load`.
    pub(super) fn phrase(
        &self,
        clause: &Clause,
        must_load: bool,
        number: usize,
        found: &mut Found,
    ) -> Matches {
        let must_load = must_load && clause.words.len() > 1;
        let words = clause.words.iter().map(|(word, offset)| {
            let mut matches = self.word_of_phrase(word, must_load, number, found);
            for positions in matches.positions.values_mut() {
                *positions = positions
                    .iter()
                    .filter_map(|position| position.checked_sub(*offset))
                    .collect();
            }
            matches
        });
        let joined = words.reduce(|all, word| all.intersect(&word, true));
        let mut joined = joined.unwrap_or_default();
        if must_load {
            for score in joined.scores.values_mut() {
                *score *= PHRASE;
            }
        }
        joined
    }
}

/// Impact levels are square roots of weights.
fn score(posting: &Posting, weight: f64) -> f64 {
    f64::from(posting.impact * posting.impact) * weight
}

/// Records every form of the stems, for highlighting and excerpts.
pub(super) fn record_forms(shard: &Shard, stems: &[usize], number: usize, found: &mut Found) {
    for (form, own) in &shard.forms {
        if own.iter().any(|stem| stems.contains(stem)) {
            found.forms.entry(form.clone()).or_insert(number);
        }
    }
}

fn record_completions(shard: &Shard, prefix: &str, number: usize, found: &mut Found) {
    for (form, _) in shard
        .forms
        .iter()
        .filter(|(form, _)| form.starts_with(prefix))
    {
        found.forms.entry(form.clone()).or_insert(number);
    }
}

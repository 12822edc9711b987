//! From words to the documents that have them, or what was meant by them.

use std::collections::{BTreeSet, HashMap};

use super::Found;
use super::files::Index;
use super::matches::Matches;
use crate::search::format::bits::BitReader;
use crate::search::format::postings::Posting;
use crate::search::format::shard::Shard;
use crate::search::query::syntax::Clause;

/// What words count that an unfinished one begins, and that a whole one begins.
const BEGUN: f64 = 0.8;
const LONGER: f64 = 0.25;
/// What a phrase counts beside its words.
const PHRASE: f64 = 1.5;

/// Shards that an unfinished word may take, and how long it must be.
const PREFIX_SHARDS: usize = 3;
const PREFIX_LENGTH: usize = 2;

/// The documents of one stem.
struct List {
    postings: Vec<Posting>,
    /// Where the stem stands, if that is at hand.
    positions: Option<Vec<Vec<u32>>>,
}

/// Looks words up in an index.
pub struct Lookup<'i> {
    pub(super) index: &'i Index,
}

impl<'i> Lookup<'i> {
    /// Looks up in `index`.
    pub fn new(index: &'i Index) -> Self {
        Self { index }
    }

    /// The documents of each part of a query; words of a synonym are one part.
    pub fn parts(&self, clauses: &[Clause], found: &mut Found) -> Vec<Matches> {
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
            let joined = words.reduce(|all, word| all.and(&word, false));
            let mut part = joined.unwrap_or_default();
            for other in others {
                self.add_synonym(other, length, number, &mut part, found);
            }
            if length > 1 && part.scores.is_empty() {
                // No page has what they mean together: each for itself may still be had.
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

    /// The documents of a clause.
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
        matches.place = clause.place;
        matches
    }

    /// The documents that have a word or phrase just as it is.
    pub fn exact(&self, clause: &Clause) -> HashMap<u32, f64> {
        self.phrase(clause, true, 0, &mut Found::default()).scores
    }

    /// A word, or what was meant by it. Of a synonym its others are searched, too: it is
    /// no mistake that no page has it.
    fn word(
        &self,
        word: &str,
        is_typing: bool,
        is_synonym: bool,
        number: usize,
        found: &mut Found,
    ) -> Matches {
        let mut matches = self.same(word, 1.0, number, found);
        if is_typing && word.chars().count() >= PREFIX_LENGTH {
            let weight = if matches.scores.is_empty() {
                BEGUN
            } else {
                LONGER
            };
            self.add_begun(word, weight, number, &mut matches, found);
        }
        if matches.scores.is_empty() {
            self.add_similar(word, is_typing, is_synonym, number, &mut matches, found);
        }
        matches
    }

    /// A form and all that share a stem with it.
    pub(super) fn same(
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
            note(&shard, stems, number, found);
        }
        matches
    }

    /// Adds the documents of stems; `rarity` where it is not the stem's own.
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

    /// Inverse document frequency, as BM25 has it.
    fn rarity(&self, documents: usize) -> f64 {
        let all = self.index.root.ranks.len() as f64;
        let having = (documents as f64).min(all);
        (1.0 + (all - having + 0.5) / (having + 0.5)).log2()
    }

    fn list(&self, shard: &Shard, stem: usize, needs_positions: bool) -> List {
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
        List {
            postings,
            positions,
        }
    }

    /// Words that an unfinished one begins.
    fn add_begun(
        &self,
        word: &str,
        weight: f64,
        number: usize,
        matches: &mut Matches,
        found: &mut Found,
    ) {
        let mut begun = Vec::new();
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
            begun.push((shard, stems));
        }
        let rarity = self.rarity(documents);
        for (shard, stems) in begun {
            self.add_stems(&shard, &stems, weight, Some(rarity), matches);
            note_begun(&shard, word, number, found);
        }
    }

    /// A form, or what it is an inflection of.
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
            note(&shard, &stems, number, found);
        }
        matches
    }

    /// Documents in which words stand as in the clause. Where positions would have to be
    /// loaded and need not be, words anywhere in the document will do.
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
            for places in matches.positions.values_mut() {
                *places = places
                    .iter()
                    .filter_map(|place| place.checked_sub(*offset))
                    .collect();
            }
            matches
        });
        let whole = words.reduce(|all, word| all.and(&word, true));
        let mut whole = whole.unwrap_or_default();
        if must_load {
            for score in whole.scores.values_mut() {
                *score *= PHRASE;
            }
        }
        whole
    }
}

/// Levels are square roots of what they stand for.
fn score(posting: &Posting, weight: f64) -> f64 {
    f64::from(posting.impact * posting.impact) * weight
}

/// Remembers every form of stems, to mark them in texts.
pub(super) fn note(shard: &Shard, stems: &[usize], number: usize, found: &mut Found) {
    for (form, own) in &shard.forms {
        if own.iter().any(|stem| stems.contains(stem)) {
            found.forms.entry(form.clone()).or_insert(number);
        }
    }
}

fn note_begun(shard: &Shard, prefix: &str, number: usize, found: &mut Found) {
    for (form, _) in shard
        .forms
        .iter()
        .filter(|(form, _)| form.starts_with(prefix))
    {
        found.forms.entry(form.clone()).or_insert(number);
    }
}

//! From words to the documents that have them, or what was meant by them.

use std::collections::{BTreeSet, HashMap};
use std::rc::Rc;

use super::Found;
use super::distance::distance;
use super::files::Index;
use super::query::Clause;
use crate::wire::postings::Posting;
use crate::wire::shard::Shard;
use crate::wire::spelling::backwards;

/// What a match counts that is not the word itself: an inflection that no page has, one
/// of its synonyms, a word it begins, a word with one mistake, with two.
const INFLECTED: f64 = 0.9;
const SYNONYM: f64 = 0.8;
const BEGUN: f64 = 0.8;
const MISSPELLED: [f64; 3] = [1.0, 0.7, 0.5];
/// What the words that a whole word begins count beside it.
const LONGER: f64 = 0.25;
/// What a phrase counts beside its words.
const PHRASE: f64 = 1.5;

/// Shards and files of forms that one word may take.
const PREFIX_SHARDS: usize = 3;
const SPELLING_FILES: usize = 2;
/// Shortest word that others may begin with, and that may be misspelled, once and twice.
const PREFIX_LENGTH: usize = 2;
const MISTAKE_LENGTHS: [usize; 2] = [4, 8];
/// Words that a misspelled one may stand for.
const MEANT: usize = 3;
/// Shortest stem of a form that no page has, and longest ending that is not known.
const STEM: usize = 3;
const LONGEST_ENDING: usize = 6;
/// Shortest half of two words written as one.
const HALF: usize = 3;

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
    fn offer(&mut self, document: u32, score: f64) {
        let best = self.scores.entry(document).or_default();
        *best = best.max(score);
    }
}

/// The documents of one stem.
struct List {
    postings: Vec<Posting>,
    /// Where the stem stands, if that is at hand.
    positions: Option<Vec<Vec<u32>>>,
}

/// Looks words up in an index.
pub struct Lookup<'i> {
    index: &'i Index,
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
            let words: Vec<Matches> = own
                .iter()
                .map(|clause| self.clause(clause, is_synonym, number, found))
                .collect();
            let mut part = joined(words);
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

    /// The longest synonym that clauses begin with: how many it takes, and the others
    /// of its group.
    fn synonyms(&self, clauses: &[Clause]) -> (usize, Vec<&'i str>) {
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
                        .all(|(own, word)| singular(own) == *word);
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

    fn content_words<'t>(&self, text: &'t str) -> Vec<&'t str> {
        let stops = &self.index.root.stops;
        text.split(' ')
            .filter(|word| {
                stops
                    .binary_search_by(|stop| stop.as_str().cmp(word))
                    .is_err()
            })
            .collect()
    }

    /// Adds the documents of a synonym that stands for `length` words of the query.
    fn add_synonym(
        &self,
        synonym: &str,
        length: usize,
        number: usize,
        part: &mut Matches,
        found: &mut Found,
    ) {
        let all = synonym.split(' ').zip(0..);
        let stops = &self.index.root.stops;
        let kept = all.filter(|(word, _)| {
            stops
                .binary_search_by(|stop| stop.as_str().cmp(word))
                .is_err()
        });
        let words: Vec<(String, u32)> = kept.map(|(word, at)| (word.to_owned(), at)).collect();
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
            self.add_inflected(word, true, number, &mut matches, found);
            if !is_synonym {
                self.add_meant(word, is_typing, number, &mut matches, found);
            }
        }
        if matches.scores.is_empty() {
            self.add_inflected(word, false, number, &mut matches, found);
        }
        if matches.scores.is_empty() && !is_synonym {
            self.add_halves(word, number, &mut matches, found);
        }
        if matches.scores.is_empty() && !is_synonym {
            found.unknown.push(word.to_owned());
        }
        matches
    }

    /// A form and all that share a stem with it.
    fn same(&self, word: &str, weight: f64, number: usize, found: &mut Found) -> Matches {
        let mut matches = Matches::default();
        if let Some(shard) = self.index.shard_of(word)
            && let Some((_, stems)) = shard.forms.iter().find(|(form, _)| form == word)
        {
            self.add_stems(&shard, stems, weight, None, &mut matches);
            note(&shard, stems, number, found);
        }
        matches
    }

    /// Adds the documents of stems; `rarity` where it is not the stem's own.
    fn add_stems(
        &self,
        shard: &Shard,
        stems: &[usize],
        weight: f64,
        rarity: Option<f64>,
        matches: &mut Matches,
    ) {
        for stem in stems {
            let list = self.list(shard, *stem, false);
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
                Some(code.read_positions(&postings, &mut crate::wire::bits::BitReader::new(&units)))
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

    /// A form that no page has, of a stem that pages have.
    fn add_inflected(
        &self,
        word: &str,
        must_know: bool,
        number: usize,
        matches: &mut Matches,
        found: &mut Found,
    ) {
        if let Some((shard, stems)) = self.inflected(word, must_know) {
            self.add_stems(&shard, &stems, INFLECTED, None, matches);
            note(&shard, &stems, number, found);
        }
    }

    /// The longest stem that a word begins with, if the rest may be an ending: one that
    /// is known or, unless `must_know`, any short one.
    fn inflected(&self, word: &str, must_know: bool) -> Option<(Rc<Shard>, Vec<usize>)> {
        let shard = self.index.shard_of(word)?;
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
        let found = stems.into_iter().find(|same: &Vec<usize>| !same.is_empty());
        Some((Rc::clone(&shard), found?))
    }

    /// The stems of a form or, if no page has it, of what it is an inflection of.
    fn entry(&self, word: &str) -> Option<(Rc<Shard>, Vec<usize>)> {
        let shard = self.index.shard_of(word)?;
        let same = shard.forms.iter().find(|(form, _)| form == word);
        let stems = same.map(|(_, stems)| stems.clone());
        stems
            .map(|stems| (shard, stems))
            .or_else(|| self.inflected(word, true))
            .or_else(|| self.inflected(word, false))
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
            let same = self.same(&form, MISSPELLED[mistakes], number, found);
            matches.rarity = matches.rarity.max(same.rarity);
            for (document, score) in same.scores {
                matches.offer(document, score);
            }
            for (document, positions) in same.positions {
                matches.positions.entry(document).or_insert(positions);
            }
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

    /// Documents in which words stand as in the clause. Where positions would have to be
    /// loaded and need not be, words anywhere in the document will do.
    fn phrase(
        &self,
        clause: &Clause,
        must_load: bool,
        number: usize,
        found: &mut Found,
    ) -> Matches {
        let mut whole: Option<Matches> = None;
        for (word, offset) in &clause.words {
            let mut matches = Matches::default();
            if let Some((shard, stems)) = self.entry(word) {
                let needs = must_load && clause.words.len() > 1;
                for stem in &stems {
                    let list = self.list(&shard, *stem, needs);
                    let rarity = self.rarity(list.postings.len());
                    matches.rarity = matches.rarity.max(rarity);
                    for (at, posting) in list.postings.iter().enumerate() {
                        matches.offer(posting.document, score(posting, rarity));
                        let places = list
                            .positions
                            .as_ref()
                            .map(|positions| positions[at].iter());
                        let starts = places
                            .map(|places| places.filter_map(|place| place.checked_sub(*offset)));
                        if let Some(starts) = starts {
                            matches
                                .positions
                                .entry(posting.document)
                                .or_default()
                                .extend(starts);
                        }
                    }
                }
                note(&shard, &stems, number, found);
            }
            whole = Some(match whole {
                None => matches,
                Some(whole) => both(whole, &matches),
            });
        }
        let mut whole = whole.unwrap_or_default();
        if must_load && clause.words.len() > 1 {
            for score in whole.scores.values_mut() {
                *score *= PHRASE;
            }
        }
        whole
    }
}

/// Documents of both, at the same start where both know theirs.
fn both(a: Matches, b: &Matches) -> Matches {
    let mut both = Matches {
        rarity: a.rarity + b.rarity,
        ..Matches::default()
    };
    for (document, score) in a.scores {
        let Some(other) = b.scores.get(&document) else {
            continue;
        };
        if let (Some(own), Some(others)) = (a.positions.get(&document), b.positions.get(&document))
        {
            let same: Vec<u32> = own
                .iter()
                .filter(|start| others.contains(start))
                .copied()
                .collect();
            if same.is_empty() {
                continue;
            }
            both.positions.insert(document, same);
        }
        both.scores.insert(document, score + other);
    }
    both
}

/// Words of one part: documents that have all of them.
fn joined(mut words: Vec<Matches>) -> Matches {
    if words.len() == 1 {
        return words.swap_remove(0);
    }
    let mut part = Matches {
        rarity: words.iter().map(|word| word.rarity).sum(),
        place: words[0].place,
        ..Matches::default()
    };
    for document in words[0].scores.keys() {
        let scores: Option<Vec<f64>> = words
            .iter()
            .map(|word| word.scores.get(document).copied())
            .collect();
        if let Some(scores) = scores {
            part.scores.insert(*document, scores.iter().sum());
            if let Some(positions) = words[0].positions.get(document) {
                part.positions.insert(*document, positions.clone());
            }
        }
    }
    part
}

/// Levels are square roots of what they stand for.
fn score(posting: &Posting, weight: f64) -> f64 {
    f64::from(posting.impact * posting.impact) * weight
}

/// Remembers every form of stems, to mark them in texts.
fn note(shard: &Shard, stems: &[usize], number: usize, found: &mut Found) {
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

/// A word less the ending of its plural, near enough to compare synonyms by.
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

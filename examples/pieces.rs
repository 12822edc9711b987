//! Generates the list of pieces that encode the texts of the search index.
//!
//! Run `cargo run --release --example pieces > data/search/pieces.txt` at the root of the
//! repository, whose own site is the training corpus.

use std::collections::{BTreeMap, HashMap};
use std::path::PathBuf;

use quipu::build::pipeline::{Options, site};
use quipu::content::parse::sections_of;

/// Number of pieces. A larger list shortens the texts, but every reader has to load it.
const COUNT: usize = 4096;

fn main() {
    let options = Options {
        root: PathBuf::from("."),
        drafts: false,
    };
    let site = site(&options, &mut Vec::new());
    let mut texts = Vec::new();
    for page in &site.pages {
        texts.push(page.front.title.value.clone());
        texts.extend(
            page.front
                .summary
                .iter()
                .map(|summary| summary.value.clone()),
        );
        texts.extend(
            page.outline
                .headings
                .iter()
                .map(|heading| heading.text.clone()),
        );
        let sections = sections_of(page).into_iter().flatten();
        texts.extend(sections.map(|section| section.text));
    }
    print!("{}", choose(&texts, COUNT));
}

/// Maximum length of a piece, in characters.
const MAX_LENGTH: usize = 16;

/// Chooses at most `count` pieces for `texts`. Returns the lines of the list: code length in
/// bits and piece.
///
/// Byte pair encoding (P. Gage, "A New Algorithm for Data Compression", 1994) over
/// characters, then code lengths by frequency of use.
fn choose(texts: &[String], count: usize) -> String {
    let mut sequences: Vec<Vec<String>> = texts
        .iter()
        .map(|text| text.chars().map(String::from).collect())
        .collect();
    let mut pieces: BTreeMap<String, u64> = BTreeMap::new();
    for character in sequences.iter().flatten() {
        *pieces.entry(character.clone()).or_default() += 1;
    }
    while pieces.len() < count {
        let Some((left, right)) = most_frequent_pair(&sequences) else {
            break;
        };
        pieces.insert(format!("{left}{right}"), 0);
        for sequence in &mut sequences {
            *sequence = merged(sequence, &left, &right);
        }
    }
    let mut used: BTreeMap<&str, u64> = pieces.keys().map(|piece| (piece.as_str(), 1)).collect();
    for piece in sequences.iter().flatten() {
        *used.entry(piece.as_str()).or_default() += 1;
    }
    let total: u64 = used.values().sum();
    let bits = |count: u64| (total as f64 / count as f64).log2().round();
    used.into_iter()
        .map(|(piece, count)| format!("{}\t{piece}\n", bits(count)))
        .collect()
}

/// Minimum number of occurrences for a pair to become a piece.
const MIN_OCCURRENCES: usize = 4;

fn most_frequent_pair(sequences: &[Vec<String>]) -> Option<(String, String)> {
    let mut pairs: HashMap<(&str, &str), usize> = HashMap::new();
    for sequence in sequences {
        for pair in sequence.windows(2) {
            *pairs.entry((&pair[0], &pair[1])).or_default() += 1;
        }
    }
    let short = |pair: &(&str, &str)| pair.0.chars().count() + pair.1.chars().count() <= MAX_LENGTH;
    let pairs = pairs
        .into_iter()
        .filter(|(pair, count)| *count >= MIN_OCCURRENCES && short(pair));
    let best = pairs
        .max_by(|(a, of_a), (b, of_b)| of_a.cmp(of_b).then(b.cmp(a)))?
        .0;
    Some((best.0.to_owned(), best.1.to_owned()))
}

fn merged(sequence: &[String], left: &str, right: &str) -> Vec<String> {
    let mut merged: Vec<String> = Vec::with_capacity(sequence.len());
    for piece in sequence {
        match merged.last_mut() {
            Some(last) if last == left && piece == right => last.push_str(piece),
            _ => merged.push(piece.clone()),
        }
    }
    merged
}

//! Divides the forms into shards.

use foldhash::{HashMap, HashMapExt};

use rayon::prelude::*;

use super::boundary::is_cut;
use super::vocabulary::{StemId, Vocabulary};
use super::{IndexError, Sink, put_named};
use crate::search::format::root::Directory;
use crate::search::format::shard::{self, StemBlock};

/// Target size of a shard in a small site, in bytes.
const SMALL_BYTES: usize = 4096;
/// Number of documents from which shards are larger, so that the root has fewer to list.
const LARGE_SITE: usize = 20_000;

/// Returns the forms sorted by UTF-16 units, as JavaScript compares strings.
pub(super) fn sorted(vocabulary: &Vocabulary) -> Vec<(&str, Vec<StemId>)> {
    let mut forms: Vec<(&str, Vec<StemId>)> = vocabulary
        .forms
        .iter()
        .map(|(form, stems)| (form.as_str(), stems.iter().copied().collect()))
        .collect();
    forms.sort_by(|(a, _), (b, _)| a.encode_utf16().cmp(b.encode_utf16()));
    forms
}

/// Writes every shard.
///
/// A shard contains every posting list that its forms need, so that a word costs one file.
/// Where possible, it ends between two words that share no stem.
pub(super) fn shards(
    vocabulary: &Vocabulary,
    blocks: &[StemBlock],
    documents: usize,
    sink: &impl Sink,
) -> Result<Directory, IndexError> {
    let forms = sorted(vocabulary);
    let names: Vec<_> = cut(&forms, blocks, target_bits(documents))
        .into_par_iter()
        .map(|range| {
            let bits = write(&forms[range.clone()], vocabulary, blocks);
            Ok((range.start, put_named(sink, bits)?))
        })
        .collect::<Result<_, IndexError>>()?;
    let entries = names
        .into_iter()
        .map(|(start, name)| (directory_key(&forms, start), name));
    Ok(entries.collect())
}

/// Returns the target size of a shard in bits. It doubles at [`LARGE_SITE`] documents and
/// whenever their number quadruples from there.
fn target_bits(documents: usize) -> usize {
    let doublings = (documents / LARGE_SITE)
        .checked_ilog2()
        .map_or(0, |fours| fours / 2 + 1);
    (SMALL_BYTES * 8) << doublings
}

/// Returns the shortest prefix of a shard's first form that differs from the form before;
/// empty for the first shard.
fn directory_key(forms: &[(&str, Vec<StemId>)], start: usize) -> String {
    let form = forms[start].0;
    let Some((before, _)) = start.checked_sub(1).map(|at| &forms[at]) else {
        return String::new();
    };
    let shared = form
        .chars()
        .zip(before.chars())
        .take_while(|(a, b)| a == b)
        .count();
    form.chars().take(shared + 1).collect()
}

fn cut(
    forms: &[(&str, Vec<StemId>)],
    blocks: &[StemBlock],
    target: usize,
) -> Vec<std::ops::Range<usize>> {
    let mut last: HashMap<StemId, usize> = HashMap::new();
    for (at, (_, stems)) in forms.iter().enumerate() {
        last.extend(stems.iter().map(|stem| (*stem, at)));
    }
    let mut ranges = Vec::new();
    let mut start = 0;
    let mut bits = 0;
    // Index of the last form of any stem in this shard.
    let mut open_until = 0;
    for (at, (form, stems)) in forms.iter().enumerate() {
        bits += form.len() * 4 + 12;
        for stem in stems {
            bits += if last[stem] == at {
                blocks[*stem as usize].bits()
            } else {
                0
            };
            open_until = open_until.max(last[stem]);
        }
        let may_end = open_until <= at || bits >= target * 2;
        if may_end && is_cut(form, bits, target) {
            ranges.push(start..at + 1);
            start = at + 1;
            bits = 0;
        }
    }
    if start < forms.len() {
        ranges.push(start..forms.len());
    }
    ranges
}

fn write(
    forms: &[(&str, Vec<StemId>)],
    vocabulary: &Vocabulary,
    blocks: &[StemBlock],
) -> crate::search::format::bits::BitWriter {
    let mut local: HashMap<StemId, usize> = HashMap::new();
    let mut stems = Vec::new();
    let forms: Vec<(&str, Vec<usize>)> = forms
        .iter()
        .map(|(form, own)| {
            let own = own.iter().map(|stem| {
                *local.entry(*stem).or_insert_with(|| {
                    stems.push(*stem as usize);
                    stems.len() - 1
                })
            });
            (*form, own.collect())
        })
        .collect();
    let texts: Vec<&str> = stems
        .iter()
        .map(|stem| vocabulary.stem_texts[*stem].as_str())
        .collect();
    let stems: Vec<&StemBlock> = stems.iter().map(|stem| &blocks[*stem]).collect();
    shard::write(&forms, &stems, &texts)
}

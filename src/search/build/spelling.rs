//! Files of forms for words that are misspelled, and endings for those never written.

use foldhash::{HashMap, HashMapExt};

use rayon::prelude::*;

use super::boundary::is_cut;
use super::cut::sorted;
use super::vocabulary::Vocabulary;
use super::{IndexError, Sink, put_named};
use crate::search::format::root::Directory;
use crate::search::format::shard::StemBlock;
use crate::search::format::spelling;

/// Forms in one file: about 8 KB.
const FILE: usize = 2048;
/// With more forms than this, those of one document only are taken for rare names,
/// which nobody misspells into anything else.
const MANY: usize = 1 << 16;

/// Longest ending that makes another form of a word.
const LONGEST: usize = 6;
/// Most endings that are told apart.
const MOST: usize = 256;
/// Fewest stems that an ending must be found with.
const RAREST: usize = 4;

/// The two families of files.
pub struct Files {
    /// Forms in order.
    pub forwards: Directory,
    /// Forms written backwards, in order.
    pub backwards: Directory,
}

/// Writes both families.
pub fn write(
    vocabulary: &Vocabulary,
    blocks: &[StemBlock],
    sink: &impl Sink,
) -> Result<Files, IndexError> {
    let all = sorted(vocabulary);
    let fewest = if all.len() > MANY { 2 } else { 1 };
    let mut forms: Vec<(String, u32)> = all
        .into_iter()
        .map(|(form, stems)| {
            let documents = stems
                .iter()
                .map(|stem| blocks[*stem as usize].documents)
                .max();
            (form.to_owned(), documents.unwrap_or_default())
        })
        .filter(|(_, documents)| *documents >= fewest)
        .collect();
    let forwards = family(&forms, sink)?;
    for (form, _) in &mut forms {
        *form = spelling::backwards(form);
    }
    forms.sort_by(|(a, _), (b, _)| a.encode_utf16().cmp(b.encode_utf16()));
    Ok(Files {
        forwards,
        backwards: family(&forms, sink)?,
    })
}

fn family(forms: &[(String, u32)], sink: &impl Sink) -> Result<Directory, IndexError> {
    files(forms)
        .into_par_iter()
        .map(|chunk| {
            let bits = spelling::write(
                chunk
                    .iter()
                    .map(|(form, documents)| (form.as_str(), *documents)),
            );
            Ok((chunk[0].0.clone(), put_named(sink, bits)?))
        })
        .collect()
}

fn files(forms: &[(String, u32)]) -> Vec<&[(String, u32)]> {
    let mut files = Vec::new();
    let mut rest = forms;
    let mut size = 0;
    for (form, _) in forms {
        size += 1;
        if is_cut(form, size, FILE) {
            let (file, others) = rest.split_at(size);
            files.push(file);
            rest = others;
            size = 0;
        }
    }
    if !rest.is_empty() {
        files.push(rest);
    }
    files
}

/// Endings that turn a stem into a form, the commonest of them, sorted.
pub fn endings(vocabulary: &Vocabulary) -> Vec<String> {
    let mut counts: HashMap<&str, usize> = HashMap::new();
    for (form, stems) in &vocabulary.forms {
        for stem in stems {
            let stem = &vocabulary.stem_texts[*stem as usize];
            let ending = form.strip_prefix(stem.as_str()).unwrap_or_default();
            if !stem.is_empty() && (1..=LONGEST).contains(&ending.chars().count()) {
                *counts.entry(ending).or_default() += 1;
            }
        }
    }
    let mut rarest = RAREST;
    while counts.values().filter(|count| **count >= rarest).count() > MOST {
        rarest *= 2;
    }
    let mut endings: Vec<String> = counts
        .into_iter()
        .filter(|(_, count)| *count >= rarest)
        .map(|(ending, _)| ending.to_owned())
        .collect();
    endings.sort_unstable();
    endings
}

//! Spelling files for misspelled words, and inflectional endings for unknown forms.

use foldhash::{HashMap, HashMapExt};

use rayon::prelude::*;

use super::boundary::is_cut;
use super::cut::sorted;
use super::vocabulary::Vocabulary;
use super::{IndexError, Sink, put_named};
use crate::search::format::root::Directory;
use crate::search::format::shard::StemBlock;
use crate::search::format::spelling;

/// Target number of forms per file, about 8 KB.
const FORMS_PER_FILE: usize = 2048;
/// With more forms than this, those of a single document are omitted: they are taken for
/// rare names, to which no misspelling is corrected.
const LARGE: usize = 1 << 16;

/// Maximum length of an ending, in characters.
const MAX_ENDING: usize = 6;
/// Maximum number of endings in the index.
const MAX_ENDINGS: usize = 256;
/// Minimum number of stems that an ending must occur with.
const MIN_STEMS: usize = 4;

/// Directories of the two families of files.
pub(super) struct Files {
    /// Files of forms, sorted.
    pub forwards: Directory,
    /// Files of reversed forms, sorted.
    pub backwards: Directory,
}

/// Writes both families of files.
pub(super) fn write(
    vocabulary: &Vocabulary,
    blocks: &[StemBlock],
    sink: &impl Sink,
) -> Result<Files, IndexError> {
    let all = sorted(vocabulary);
    let min_documents = if all.len() > LARGE { 2 } else { 1 };
    let mut forms: Vec<(String, u32)> = all
        .into_iter()
        .map(|(form, stems)| {
            let documents = stems
                .iter()
                .map(|stem| blocks[*stem as usize].documents)
                .max();
            (form.to_owned(), documents.unwrap_or_default())
        })
        .filter(|(_, documents)| *documents >= min_documents)
        .collect();
    let forwards = write_family(&forms, sink)?;
    for (form, _) in &mut forms {
        *form = spelling::reversed(form);
    }
    forms.sort_by(|(a, _), (b, _)| a.encode_utf16().cmp(b.encode_utf16()));
    Ok(Files {
        forwards,
        backwards: write_family(&forms, sink)?,
    })
}

fn write_family(forms: &[(String, u32)], sink: &impl Sink) -> Result<Directory, IndexError> {
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
        if is_cut(form, size, FORMS_PER_FILE) {
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

/// Returns the most frequent endings that turn a stem into a form, sorted.
pub(super) fn endings(vocabulary: &Vocabulary) -> Vec<String> {
    let mut counts: HashMap<&str, usize> = HashMap::new();
    for (form, stems) in &vocabulary.forms {
        for stem in stems {
            let stem = &vocabulary.stem_texts[*stem as usize];
            let ending = form.strip_prefix(stem.as_str()).unwrap_or_default();
            if !stem.is_empty() && (1..=MAX_ENDING).contains(&ending.chars().count()) {
                *counts.entry(ending).or_default() += 1;
            }
        }
    }
    let mut min_stems = MIN_STEMS;
    while counts.values().filter(|count| **count >= min_stems).count() > MAX_ENDINGS {
        min_stems *= 2;
    }
    let mut endings: Vec<String> = counts
        .into_iter()
        .filter(|(_, count)| *count >= min_stems)
        .map(|(ending, _)| ending.to_owned())
        .collect();
    endings.sort_unstable();
    endings
}

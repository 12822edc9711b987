//! Synonyms: groups of words that readers use interchangeably.

use std::path::Path;
use std::sync::Arc;

use crate::content::discover::TextFile;
use crate::content::yaml::{Complaint, Content, Node, parse};
use crate::messages::diagnostics::{Expected, Kind, Located, SourceFile, SynonymFault};

/// Maximum number of synonyms in a group.
pub const MAX_SYNONYMS: usize = 50;

/// Maximum length of a synonym, in characters.
pub const MAX_SYNONYM_CHARS: usize = 100;

/// Maximum number of words in a synonym; full names of public bodies have up to eleven.
const MAX_SYNONYM_WORDS: usize = 12;

/// The groups of one file.
#[derive(Debug)]
pub struct Synonyms {
    /// Words and phrases as written, by group.
    pub groups: Vec<Vec<Located<String>>>,
    /// Source file, for diagnostics.
    pub source: Arc<SourceFile>,
}

/// Parses a synonym file. `None`, with a diagnostic, if it is not a list.
pub(super) fn read(file: &TextFile, complaints: &mut Vec<Complaint>) -> Option<Synonyms> {
    let text = file.source.text();
    let node = parse(text, 0..text.len()).map_err(|complaint| complaints.push(complaint));
    let node = node.ok()?;
    let items = match &node.content {
        Content::Sequence(items) => items.as_slice(),
        // Only comments.
        Content::Empty => &[],
        _ => {
            let kind = Kind::WrongType {
                key: stem(&file.path),
                expected: Expected::List,
            };
            complaints.push((kind, node.span));
            return None;
        }
    };
    let groups = items.iter().filter_map(|item| group(item, complaints));
    Some(Synonyms {
        groups: groups.collect(),
        source: Arc::clone(&file.source),
    })
}

fn stem(path: &str) -> String {
    let stem = Path::new(path).file_stem().unwrap_or_default();
    stem.to_string_lossy().into_owned()
}

fn group(node: &Node, complaints: &mut Vec<Complaint>) -> Option<Vec<Located<String>>> {
    let items = match &node.content {
        Content::Sequence(items) => items.as_slice(),
        Content::Empty => &[],
        content => {
            let kind = Kind::InvalidSynonym {
                fault: SynonymFault::NoGroup,
                nearest: as_group(content),
            };
            complaints.push((kind, node.span.clone()));
            return None;
        }
    };
    if let Some(first) = items.get(MAX_SYNONYMS) {
        let limit = MAX_SYNONYMS;
        complaints.push((Kind::TooManySynonyms { limit }, first.span.clone()));
    }
    let words = items.iter().take(MAX_SYNONYMS);
    let words: Vec<_> = words.filter_map(|item| word(item, complaints)).collect();
    if items.len() < 2 && words.len() == items.len() {
        let word = words.first();
        let span = word.map_or(&node.span, |word| &word.span).clone();
        let word = word.map(|word| word.value.clone());
        complaints.push((Kind::LoneSynonym { word }, span));
    }
    Some(words)
}

/// Returns the group, in YAML, that was probably meant by words on one line or by a mapping.
fn as_group(content: &Content) -> Option<String> {
    let words: Vec<&str> = match content {
        Content::Scalar(text) => text.split([',', ';', '=', '/', '|']).collect(),
        Content::Mapping(entries) => entries
            .iter()
            .flat_map(|(key, value)| [Some(key.value.as_str()), scalar(value)])
            .flatten()
            .collect(),
        _ => Vec::new(),
    };
    let words = words.into_iter().map(str::trim);
    let words: Vec<&str> = words.filter(|word| !word.is_empty()).collect();
    (words.len() > 1).then(|| format!("[{}]", words.join(", ")))
}

fn scalar(node: &Node) -> Option<&str> {
    match &node.content {
        Content::Scalar(text) => Some(text),
        _ => None,
    }
}

fn word(node: &Node, complaints: &mut Vec<Complaint>) -> Option<Located<String>> {
    let written = match &node.content {
        Content::Scalar(text) => text.trim(),
        Content::Empty => "",
        _ => {
            complaints.push((invalid(SynonymFault::NoText), node.span.clone()));
            return None;
        }
    };
    let kind = if !written.contains(char::is_alphanumeric) {
        invalid(SynonymFault::NoLetters)
    } else if is_long(written) {
        Kind::LongSynonym {
            words: MAX_SYNONYM_WORDS,
            characters: MAX_SYNONYM_CHARS,
        }
    } else {
        return Some(Located::new(written.to_owned(), node.span.clone()));
    };
    complaints.push((kind, node.span.clone()));
    None
}

fn is_long(written: &str) -> bool {
    written.split_whitespace().nth(MAX_SYNONYM_WORDS).is_some()
        || written.chars().nth(MAX_SYNONYM_CHARS).is_some()
}

fn invalid(fault: SynonymFault) -> Kind {
    Kind::InvalidSynonym {
        fault,
        nearest: None,
    }
}

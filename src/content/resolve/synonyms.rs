//! Synonyms: the groups of all files, and words that stand in them twice.

use std::collections::HashMap;

use super::taxonomy::word_key;
use crate::content::parse::Synonyms;
use crate::messages::diagnostics::{Diagnostic, Kind, Located, Location, SynonymOwner};

/// Joins the files' groups, in order. A group keeps each of its words once; one that is
/// left with fewer than two says nothing.
pub fn resolve(files: &[Synonyms], diagnostics: &mut Vec<Diagnostic>) -> Vec<Vec<String>> {
    let mut owners = HashMap::new();
    let mut joined = Vec::new();
    for file in files {
        for words in &file.groups {
            let group = Group {
                number: joined.len(),
                file,
            };
            let kept = words
                .iter()
                .filter(|word| group.takes(word, &mut owners, diagnostics));
            joined.push(kept.map(|word| word.value.clone()).collect());
        }
    }
    joined.retain(|words: &Vec<String>| words.len() > 1);
    joined
}

#[derive(Clone, Copy)]
struct Group<'a> {
    number: usize,
    file: &'a Synonyms,
}

/// Where a word stood last.
struct Owner<'a> {
    group: Group<'a>,
    offset: usize,
}

impl<'a> Group<'a> {
    /// Whether the word is new to the group. One that any group has already is complained
    /// about: the search would take the two groups for one.
    fn takes(
        self,
        word: &Located<String>,
        owners: &mut HashMap<String, Owner<'a>>,
        diagnostics: &mut Vec<Diagnostic>,
    ) -> bool {
        let owner = Owner {
            group: self,
            offset: word.span.start,
        };
        let Some(first) = owners.insert(word_key(&word.value), owner) else {
            return true;
        };
        let kind = Kind::RepeatedSynonym {
            value: word.value.clone(),
            owner: self.told(&first),
        };
        let place = Location::new(&self.file.source, word.span.clone());
        diagnostics.push(Diagnostic::new(kind, place));
        first.group.number != self.number
    }

    fn told(self, owner: &Owner<'_>) -> SynonymOwner {
        let source = &owner.group.file.source;
        let line = source.line(owner.offset);
        if owner.group.number == self.number {
            SynonymOwner::SameGroup
        } else if source.path == self.file.source.path {
            SynonymOwner::Line(line)
        } else {
            SynonymOwner::File(format!("{}:{line}", source.path))
        }
    }
}

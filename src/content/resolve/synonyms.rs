//! Synonyms: merges the groups of all files and reports repeated words.

use std::collections::HashMap;

use super::taxonomy::word_key;
use crate::content::parse::Synonyms;
use crate::messages::diagnostics::{Diagnostic, Kind, Located, Location, SynonymOwner};

/// Joins the groups of all files, in order. Removes repeated words within a group, and then
/// groups of fewer than two words.
pub(super) fn resolve(files: &[Synonyms], diagnostics: &mut Vec<Diagnostic>) -> Vec<Vec<String>> {
    let mut owners = HashMap::new();
    let mut joined = Vec::new();
    for file in files {
        for words in &file.groups {
            let group = Group {
                number: joined.len(),
                file,
            };
            let unique = words
                .iter()
                .filter(|word| group.accepts(word, &mut owners, diagnostics));
            joined.push(unique.map(|word| word.value.clone()).collect());
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

/// Latest occurrence of a word.
struct Owner<'a> {
    group: Group<'a>,
    offset: usize,
}

impl<'a> Group<'a> {
    /// Returns whether the word is new to the group. Reports a word that any group already
    /// has: the search would merge the two groups.
    fn accepts(
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
            owner: self.describe(&first),
        };
        let location = Location::new(&self.file.source, word.span.clone());
        diagnostics.push(Diagnostic::new(kind, location));
        first.group.number != self.number
    }

    fn describe(self, owner: &Owner<'_>) -> SynonymOwner {
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

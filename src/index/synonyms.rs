//! Groups of words that mean the same, as queries are compared with them.

use std::collections::HashMap;

use super::analysis::words;
use crate::text::fold;

/// The groups, folded; those that share a word are one.
pub fn groups(written: &[Vec<String>]) -> Vec<Vec<String>> {
    let mut groups: Vec<Vec<String>> = Vec::new();
    let mut places: HashMap<String, usize> = HashMap::new();
    for group in written {
        let members: Vec<String> = group
            .iter()
            .map(|text| folded(text))
            .filter(|text| !text.is_empty())
            .collect();
        let known = members
            .iter()
            .find_map(|member| places.get(member).copied());
        let place = known.unwrap_or(groups.len());
        if known.is_none() {
            groups.push(Vec::new());
        }
        for member in members {
            if !places.contains_key(&member) {
                places.insert(member.clone(), place);
                groups[place].push(member);
            }
        }
    }
    groups.retain(|group| group.len() > 1);
    groups
}

fn folded(text: &str) -> String {
    let text = fold(text);
    words(&text)
        .map(|(word, _)| word)
        .collect::<Vec<_>>()
        .join(" ")
}

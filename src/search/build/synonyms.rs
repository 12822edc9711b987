//! Groups of words that mean the same, as queries are compared with them.

use std::collections::HashMap;

use super::analysis::words;
use crate::base::text::fold;

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
        let mut shared: Vec<usize> = members
            .iter()
            .filter_map(|member| places.get(member).copied())
            .collect();
        shared.sort_unstable();
        shared.dedup();
        let place = shared.first().copied().unwrap_or(groups.len());
        if place == groups.len() {
            groups.push(Vec::new());
        }
        // A group may join others that were apart.
        let joined = shared
            .iter()
            .skip(1)
            .flat_map(|other| std::mem::take(&mut groups[*other]));
        let members: Vec<String> = joined.chain(members).collect();
        for member in members {
            if places.insert(member.clone(), place) != Some(place) {
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
        .map(|(_, word)| word)
        .collect::<Vec<_>>()
        .join(" ")
}

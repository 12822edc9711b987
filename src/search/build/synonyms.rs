//! Groups of synonyms, normalised for comparison with queries.

use std::collections::HashMap;

use super::analysis::words;
use crate::base::text::fold;

/// Folds the groups and merges those that share a word.
pub(super) fn groups(lists: &[Vec<String>]) -> Vec<Vec<String>> {
    let mut groups: Vec<Vec<String>> = Vec::new();
    let mut group_of: HashMap<String, usize> = HashMap::new();
    for group in lists {
        let members: Vec<String> = group
            .iter()
            .map(|text| folded(text))
            .filter(|text| !text.is_empty())
            .collect();
        let mut shared: Vec<usize> = members
            .iter()
            .filter_map(|member| group_of.get(member).copied())
            .collect();
        shared.sort_unstable();
        shared.dedup();
        let index = shared.first().copied().unwrap_or(groups.len());
        if index == groups.len() {
            groups.push(Vec::new());
        }
        // A group may connect several earlier ones.
        let joined = shared
            .iter()
            .skip(1)
            .flat_map(|other| std::mem::take(&mut groups[*other]));
        let members: Vec<String> = joined.chain(members).collect();
        for member in members {
            if group_of.insert(member.clone(), index) != Some(index) {
                groups[index].push(member);
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

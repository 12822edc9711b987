//! The stretch of a text that shows best why it was found.

use std::collections::HashMap;

use crate::base::text::fold;
use crate::search::format::fragment::{Fragment, Section};

/// Words of an excerpt, and how many may stand before the first that was found.
const LENGTH: usize = 36;
const BEFORE: usize = 6;

/// A stretch of a text.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Excerpt {
    /// The text, with … where it was cut.
    pub text: String,
    /// Index of the section it comes from; none for the summary.
    pub section: Option<usize>,
}

/// The stretch with most of the words; the summary if no section has any.
pub fn excerpt(fragment: &Fragment, forms: &HashMap<String, usize>) -> Excerpt {
    let mut best = (0, 0, 0);
    for (number, section) in fragment.sections.iter().enumerate() {
        let hits = hits(section, forms);
        for (at, (first, _)) in hits.iter().enumerate() {
            let within = hits[at..]
                .iter()
                .take_while(|(word, _)| *word < first + LENGTH - BEFORE);
            let parts: Vec<usize> = within.map(|(_, part)| *part).collect();
            let mut different = parts.clone();
            different.sort_unstable();
            different.dedup();
            let worth = different.len() * LENGTH + parts.len();
            if worth > best.0 {
                best = (worth, number, *first);
            }
        }
    }
    match best {
        (0, ..) => Excerpt {
            text: fragment.summary.clone(),
            section: None,
        },
        (_, section, first) => Excerpt {
            text: cut(&fragment.sections[section].text, first),
            section: Some(section),
        },
    }
}

/// Places of words that were found, each with its part of the query.
fn hits(section: &Section, forms: &HashMap<String, usize>) -> Vec<(usize, usize)> {
    let words = section.text.split(' ').enumerate();
    let found = words.filter_map(|(at, word)| {
        let parts = word
            .split(|character: char| !character.is_alphanumeric())
            .filter(|word| !word.is_empty());
        parts
            .map(fold)
            .find_map(|word| forms.get(&word).map(|part| (at, *part)))
    });
    found.collect()
}

fn cut(text: &str, first: usize) -> String {
    let words: Vec<&str> = text.split(' ').collect();
    let start = first.saturating_sub(BEFORE);
    let end = (start + LENGTH).min(words.len());
    let before = if start > 0 { "… " } else { "" };
    let after = if end < words.len() { " …" } else { "" };
    format!("{before}{}{after}", words[start..end].join(" "))
}

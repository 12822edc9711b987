//! Excerpts: the passage of a document that best shows why it was found.

use std::collections::HashMap;

use crate::base::text::fold;
use crate::search::format::fragment::{Fragment, Section};

/// Length of an excerpt in words.
const LENGTH: usize = 36;
/// Number of words before the first match.
const BEFORE: usize = 6;

/// A passage of a document.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Excerpt {
    /// The passage, with … where it was cut.
    pub text: String,
    /// Index of the section it comes from; `None` for the summary.
    pub section: Option<usize>,
}

/// Returns the passage that matches most parts of the query; the summary if no section
/// matches.
pub(super) fn excerpt(fragment: &Fragment, forms: &HashMap<String, usize>) -> Excerpt {
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
            let score = different.len() * LENGTH + parts.len();
            if score > best.0 {
                best = (score, number, *first);
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

/// Returns the matching words of a section, as word indices, each with its part of the
/// query.
fn hits(section: &Section, forms: &HashMap<String, usize>) -> Vec<(usize, usize)> {
    let words = section.text.split(' ').enumerate();
    let found = words.filter_map(|(at, word)| {
        // Folding comes first: some accents are characters of their own, which split a word.
        let folded = fold(word);
        let mut parts = folded.split(|character: char| !character.is_alphanumeric());
        parts.find_map(|word| forms.get(word).map(|part| (at, *part)))
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

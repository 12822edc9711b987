//! Explanations of diagnostic codes in Markdown, for the terminal and for the page of the
//! editors' documentation that lists them all.

use super::table::CODES;
use crate::messages::locale::Catalogue;

/// Explains one code, written as `Q0012`, `q12` or `12`. `None` if the code does not exist.
pub fn of(written: &str, words: &Catalogue) -> Option<String> {
    let digits = written.trim_start_matches(['Q', 'q']);
    let number: u16 = digits.parse().ok()?;
    let code = format!("Q{number:04}");
    let (code, id) = CODES.iter().find(|(known, _)| *known == code)?;
    Some(entry(&format!("{code}: {}", name(id, words)), id, words))
}

/// Explains every code, in ascending order.
pub fn all(words: &Catalogue) -> String {
    let entries = CODES.iter().map(|(code, id)| {
        let anchor = code.to_lowercase();
        let heading = format!("## {code}: {} {{#{anchor}}}", name(id, words));
        entry(&heading, id, words)
    });
    entries.collect::<Vec<_>>().join("\n")
}

fn name(id: &str, words: &Catalogue) -> String {
    words.attribute(id, "name", &[]).unwrap_or_default()
}

fn entry(heading: &str, id: &str, words: &Catalogue) -> String {
    let part = |name: &str| words.attribute(id, name, &[]).unwrap_or_default();
    let mut text = format!("{heading}\n\n{}.\n", capitalised(&part("why")));
    for name in ["before", "after"] {
        let label = words.text(&format!("explain-{name}"));
        text.push_str(&format!("\n{label}\n\n```text\n{}\n```\n", part(name)));
    }
    text
}

fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    let first = letters.next().map(|first| first.to_uppercase().to_string());
    first.unwrap_or_default() + letters.as_str()
}

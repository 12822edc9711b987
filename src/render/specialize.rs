//! Templates made ready for the pages of one language: strings that are the same on all of
//! them are written in, and small templates stand where they are included. Both are found
//! out once instead of for every page (partial evaluation: N. D. Jones, C. K. Gomard and
//! P. Sestoft, "Partial Evaluation and Automatic Program Generation", 1993).
//!
//! Only what cannot tell the difference is changed: see [`Specializer::included`] and
//! [`Specializer::string`]. Mistakes are told of the templates as they were written.

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use crate::diagnostics::SourceFile;

/// Includes within includes that are followed.
const DEEPEST: usize = 8;
/// What Tera escapes text in.
const ESCAPED: [&str; 3] = [".html", ".htm", ".xml"];
/// Tags of templates that mean something else where they are included.
const BOUND: [&str; 5] = ["set", "set_global", "block", "extends", "component"];

/// Templates by name.
pub type Sources = BTreeMap<String, Arc<SourceFile>>;

/// Rewrites the templates of a theme for one language.
pub struct Specializer<'t> {
    /// The templates.
    pub sources: &'t Sources,
    /// Strings without facts, by name.
    pub strings: &'t HashMap<String, String>,
}

impl Specializer<'_> {
    /// Every template with its text for this language.
    pub fn templates(&self) -> Vec<(&str, String)> {
        let templates = self.sources.iter();
        let templates = templates.map(|(name, source)| {
            let text = source.text();
            let is_escaped = ESCAPED.iter().any(|suffix| name.ends_with(suffix));
            let text = match is_escaped {
                true => self.specialized(text, 0).unwrap_or_else(|| text.to_owned()),
                false => text.to_owned(),
            };
            (name.as_str(), text)
        });
        templates.collect()
    }

    /// None for what is better left as it is.
    fn specialized(&self, text: &str, depth: usize) -> Option<String> {
        let mut written = String::with_capacity(text.len() * 2);
        for part in parts(text)? {
            match part {
                Part::Text(text) => written.push_str(text),
                Part::Tag(tag) => match self.string(tag).or_else(|| self.included(tag, depth)) {
                    Some(known) => written.push_str(&known),
                    None => written.push_str(tag),
                },
            }
        }
        Some(written)
    }

    /// The text of `{{ t(key="…") }}`, if there is such a string.
    fn string(&self, tag: &str) -> Option<String> {
        let name = tag.strip_prefix("{{ t(key=\"")?.strip_suffix("\") }}")?;
        let mut escaped = Vec::new();
        tera::escape_html(self.strings.get(name)?, &mut escaped).ok()?;
        let text = String::from_utf8(escaped).ok()?;
        let is_plain = !text.contains('{') && !is_trimmable(&text);
        is_plain.then_some(text)
    }

    /// The text of `{% include "…" %}`, if it means the same there.
    fn included(&self, tag: &str, depth: usize) -> Option<String> {
        let name = tag.strip_prefix("{% include \"")?.strip_suffix("\" %}")?;
        let text = self.sources.get(name)?.text();
        let is_bound =
            |part: &Part<'_>| matches!(part, Part::Tag(tag) if BOUND.contains(&keyword(tag)));
        let is_free = depth < DEEPEST && !is_trimmable(text) && !parts(text)?.iter().any(is_bound);
        let text = is_free.then(|| self.specialized(text, depth + 1))??;
        (!is_trimmable(&text)).then_some(text)
    }
}

/// Whether a tag before or after `text` could take some of it away, or it some of what is
/// there.
fn is_trimmable(text: &str) -> bool {
    let is_edge = |character: Option<char>| character.is_none_or(char::is_whitespace);
    let trims = ["{%-", "{{-", "{#-"]
        .iter()
        .any(|tag| text.starts_with(tag))
        || ["-%}", "-}}", "-#}"].iter().any(|tag| text.ends_with(tag));
    trims || is_edge(text.chars().next()) || is_edge(text.chars().next_back())
}

/// The word that a tag begins with.
fn keyword(tag: &str) -> &str {
    let inside = tag
        .trim_start_matches("{%")
        .trim_start_matches('-')
        .trim_start();
    let end = inside.find(|character: char| !character.is_alphanumeric() && character != '_');
    &inside[..end.unwrap_or(inside.len())]
}

/// A part of a template.
enum Part<'t> {
    /// What is written as it is.
    Text(&'t str),
    /// A tag with its delimiters.
    Tag(&'t str),
}

/// The parts of a template; none where it has comments or parts without tags.
fn parts(text: &str) -> Option<Vec<Part<'_>>> {
    if text.contains("{#") {
        return None;
    }
    let mut parts = Vec::new();
    let mut rest = text;
    while let Some(start) = rest.find("{{").into_iter().chain(rest.find("{%")).min() {
        let (before, from) = rest.split_at(start);
        let (tag, after) = from.split_at(end_of_tag(from)?);
        if keyword(tag) == "raw" {
            return None;
        }
        parts.extend([Part::Text(before), Part::Tag(tag)]);
        rest = after;
    }
    parts.push(Part::Text(rest));
    Some(parts)
}

/// Where the tag ends that `text` begins with.
fn end_of_tag(text: &str) -> Option<usize> {
    let end = if text.starts_with("{{") { "}}" } else { "%}" };
    let mut quote = None;
    for (at, character) in text.char_indices() {
        match (quote, character) {
            (None, '"' | '\'' | '`') => quote = Some(character),
            (Some(open), _) if open == character => quote = None,
            (None, _) if text[at..].starts_with(end) => return Some(at + end.len()),
            _ => {}
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use std::collections::HashMap;

    use super::{Sources, Specializer};
    use crate::diagnostics::SourceFile;

    /// `page.html` as it is for a language in which `a` is “A & B”.
    fn specialized(page: &str, part: &str) -> String {
        let files = [("page.html", page), ("part.html", part)];
        let sources: Sources = files
            .into_iter()
            .map(|(name, text)| (name.to_owned(), SourceFile::new(name, text.to_owned())))
            .collect();
        let strings = [("a", "A & B"), ("empty", ""), ("braces", "{{ b }}")];
        let strings: HashMap<String, String> = strings
            .into_iter()
            .map(|(name, text)| (name.to_owned(), text.to_owned()))
            .collect();
        let specializer = Specializer {
            sources: &sources,
            strings: &strings,
        };
        let mut templates = specializer.templates().into_iter();
        templates.find(|(name, _)| *name == "page.html").unwrap().1
    }

    #[test]
    fn strings_and_small_parts_are_written_in() {
        let page = r#"<p title="{{ t(key="a") }}">{% include "part.html" %}</p>"#;
        let part = r#"<b>{{ t(key="a") }}</b>{{ b }}"#;
        assert_eq!(
            specialized(page, part),
            r#"<p title="A &amp; B"><b>A &amp; B</b>{{ b }}</p>"#
        );
    }

    #[test]
    fn what_could_mean_something_else_stays() {
        let part = "<b></b>";
        for page in [
            r#"{{ t(key="a", b=c) }}"#,
            r#"{{ t(key="unknown") }}"#,
            r#"{{ t(key="empty") }}"#,
            r#"{{ t(key="braces") }}"#,
            r#"{{- t(key="a") }}"#,
            r#"{{ '{{ t(key="a") }}' }}"#,
            r#"{# {% include "part.html" %} #}"#,
            r#"{% raw %}{{ t(key="a") }}{% endraw %}"#,
            r#"{%- include "part.html" %}"#,
        ] {
            assert_eq!(specialized(page, part), page);
        }
        let page = r#"{% include "part.html" %}"#;
        for part in [
            "",
            "<b></b>\n",
            "{%- if b %}c{% endif %}",
            "{{ b -}}",
            "{% set b = c %}<b></b>",
            "{% extends \"base.html\" %}",
            r#"{% include "part.html" %}"#,
        ] {
            assert_eq!(specialized(page, part), page, "{part}");
        }
    }
}

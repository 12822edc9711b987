//! Templates made ready for the pages of one language: strings that are the same on all of
//! them are written in, and small templates stand where they are included. Both are found
//! out once instead of for every page (partial evaluation: N. D. Jones, C. K. Gomard and
//! P. Sestoft, "Partial Evaluation and Automatic Program Generation", 1993).
//!
//! Only what cannot tell the difference is changed: see [`Specializer::included`] and
//! [`Specializer::string`]. Mistakes are told of the templates as they were written.

use std::borrow::Cow;
use std::cell::RefCell;
use std::collections::{BTreeMap, HashMap};
use std::rc::Rc;
use std::sync::Arc;

use crate::messages::diagnostics::SourceFile;

/// Bytes of a template beyond which nothing more is written in.
const LONGEST: usize = 256 * 1024;
/// What Tera escapes text in.
const ESCAPED: [&str; 3] = [".html", ".htm", ".xml"];
/// Tags of templates that mean something else where they are included.
const BOUND: [&str; 5] = ["set", "set_global", "block", "extends", "component"];

/// Templates by name.
pub type Sources = BTreeMap<String, Arc<SourceFile>>;

/// Rewrites the templates of a theme for one language.
pub struct Specializer<'t> {
    sources: &'t Sources,
    strings: HashMap<String, String>,
    /// By template: its text for this language; none for one that is better left as it is,
    /// or is still being written: what includes itself stays an include there.
    known: RefCell<HashMap<&'t str, Option<Rc<str>>>>,
}

impl<'t> Specializer<'t> {
    /// For `sources`, with the strings without facts of the language.
    pub fn new(sources: &'t Sources, strings: HashMap<String, String>) -> Self {
        Self {
            sources,
            strings,
            known: RefCell::default(),
        }
    }

    /// Every template with its text for this language.
    pub fn templates(&self) -> Vec<(&'t str, Cow<'t, str>)> {
        let leaves_all = self.has_unescaped_includes();
        let templates = self.sources.iter();
        let templates = templates.map(|(name, source)| {
            let is_free = is_escaped(name) && !leaves_all;
            let own = is_free.then(|| self.text_of(name)).flatten();
            let text = match own {
                Some(text) => Cow::Owned(text.to_string()),
                None => Cow::Borrowed(source.text()),
            };
            (name.as_str(), text)
        });
        templates.collect()
    }

    fn text_of(&self, name: &str) -> Option<Rc<str>> {
        let (name, source) = self.sources.get_key_value(name)?;
        if let Some(known) = self.known.borrow().get(name.as_str()) {
            return known.clone();
        }
        self.known.borrow_mut().insert(name, None);
        let text: Option<Rc<str>> = self.specialized(source.text()).map(Rc::from);
        self.known.borrow_mut().insert(name, text.clone());
        text
    }

    /// Whether a template in which nothing is escaped may have another in it.
    fn has_unescaped_includes(&self) -> bool {
        let mut plain = self.sources.iter().filter(|(name, _)| !is_escaped(name));
        plain.any(|(_, source)| {
            ["include", "extends"]
                .iter()
                .any(|tag| source.text().contains(tag))
        })
    }

    /// None for what is better left as it is.
    fn specialized(&self, text: &str) -> Option<String> {
        let mut written = String::with_capacity(text.len() * 2);
        for part in parts(text)? {
            match part {
                Part::Text(text) => written.push_str(text),
                Part::Tag(tag) => match self.string(tag).or_else(|| self.included(tag)) {
                    Some(known) => written.push_str(&known),
                    None => written.push_str(tag),
                },
            }
            if written.len() > LONGEST {
                return None;
            }
        }
        Some(written)
    }

    /// The text of `{{ t(key="…") }}`, if there is such a string.
    fn string(&self, tag: &str) -> Option<Rc<str>> {
        let name = tag.strip_prefix("{{ t(key=\"")?.strip_suffix("\") }}")?;
        let mut escaped = Vec::new();
        tera::escape_html(self.strings.get(name)?, &mut escaped).ok()?;
        let text = String::from_utf8(escaped).ok()?;
        let is_plain = !text.contains('{') && !is_trimmable(&text);
        is_plain.then(|| text.into())
    }

    /// The text of `{% include "…" %}`, if it means the same there.
    fn included(&self, tag: &str) -> Option<Rc<str>> {
        let name = tag.strip_prefix("{% include \"")?.strip_suffix("\" %}")?;
        let is_bound =
            |part: &Part<'_>| matches!(part, Part::Tag(tag) if BOUND.contains(&keyword(tag)));
        let text = self.text_of(name)?;
        let is_free = !is_trimmable(&text) && !parts(&text)?.iter().any(is_bound);
        is_free.then_some(text)
    }
}

fn is_escaped(name: &str) -> bool {
    ESCAPED.iter().any(|suffix| name.ends_with(suffix))
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
    use crate::messages::diagnostics::SourceFile;

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
        let templates = Specializer::new(&sources, strings).templates();
        let mut templates = templates.into_iter();
        let page = templates.find(|(name, _)| *name == "page.html");
        page.unwrap().1.into_owned()
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
    fn templates_within_templates_come_to_an_end() {
        let page = r#"{% include "part.html" %}"#;
        let part = r#"<b>{% include "part.html" %}{% include "page.html" %}{{ b }}</b>"#;
        assert_eq!(specialized(page, part), part);
        let long = "<b></b>".repeat(100_000);
        assert_eq!(specialized(page, &long), page);
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

//! Specialises templates for the pages of one language: strings that are the same on all of
//! them are inlined, and so are small included templates. Both are resolved once instead of
//! for every page (partial evaluation: N. D. Jones, C. K. Gomard and P. Sestoft, "Partial
//! Evaluation and Automatic Program Generation", 1993).
//!
//! Only replacements that cannot change the output are made: see [`Specializer::included`]
//! and [`Specializer::string`]. Errors are reported for the templates as written.

use std::borrow::Cow;
use std::cell::RefCell;
use std::collections::{BTreeMap, HashMap};
use std::rc::Rc;
use std::sync::Arc;

use crate::messages::diagnostics::SourceFile;

/// Maximum size of a specialised template in bytes; a larger one is left as written.
const MAX_BYTES: usize = 256 * 1024;
/// Extensions of templates in which Tera escapes text.
const ESCAPED_EXTENSIONS: [&str; 3] = [".html", ".htm", ".xml"];
/// Template tags that change their meaning if inlined.
const CONTEXT_DEPENDENT: [&str; 5] = ["set", "set_global", "block", "extends", "component"];

/// Template sources by name.
pub(super) type Sources = BTreeMap<String, Arc<SourceFile>>;

/// Rewrites the templates of a theme for one language.
pub(super) struct Specializer<'t> {
    sources: &'t Sources,
    strings: HashMap<String, String>,
    /// Specialised text by template; `None` if the template is left as written or is still
    /// being processed, so that a recursive include remains an include.
    cache: RefCell<HashMap<&'t str, Option<Rc<str>>>>,
}

impl<'t> Specializer<'t> {
    /// Prepares to specialise `sources`; `strings` are the language's strings without
    /// arguments.
    pub(super) fn new(sources: &'t Sources, strings: HashMap<String, String>) -> Self {
        Self {
            sources,
            strings,
            cache: RefCell::default(),
        }
    }

    /// Returns every template with its text for this language.
    pub(super) fn templates(&self) -> Vec<(&'t str, Cow<'t, str>)> {
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
        if let Some(known) = self.cache.borrow().get(name.as_str()) {
            return known.clone();
        }
        self.cache.borrow_mut().insert(name, None);
        let text: Option<Rc<str>> = self.specialized(source.text()).map(Rc::from);
        self.cache.borrow_mut().insert(name, text.clone());
        text
    }

    /// Returns whether a template without escaping may include another.
    fn has_unescaped_includes(&self) -> bool {
        let mut plain = self.sources.iter().filter(|(name, _)| !is_escaped(name));
        plain.any(|(_, source)| {
            ["include", "extends"]
                .iter()
                .any(|tag| source.text().contains(tag))
        })
    }

    /// Returns `None` if the text is better left as written.
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
            if written.len() > MAX_BYTES {
                return None;
            }
        }
        Some(written)
    }

    /// Returns the text of `{{ t(key="…") }}`, if the string exists and can be inlined.
    fn string(&self, tag: &str) -> Option<Rc<str>> {
        let name = tag.strip_prefix("{{ t(key=\"")?.strip_suffix("\") }}")?;
        let mut escaped = Vec::new();
        tera::escape_html(self.strings.get(name)?, &mut escaped).ok()?;
        let text = String::from_utf8(escaped).ok()?;
        let is_plain = !text.contains('{') && !is_trimmable(&text);
        is_plain.then(|| text.into())
    }

    /// Returns the text of `{% include "…" %}`, if it means the same when inlined.
    fn included(&self, tag: &str) -> Option<Rc<str>> {
        let name = tag.strip_prefix("{% include \"")?.strip_suffix("\" %}")?;
        let is_dependent = |part: &Part<'_>| matches!(part, Part::Tag(tag) if CONTEXT_DEPENDENT.contains(&keyword(tag)));
        let text = self.text_of(name)?;
        // A brace at the end would open a tag together with what follows.
        let is_joined = is_trimmable(&text) || text.ends_with('{');
        let is_free = !is_joined && !parts(&text)?.iter().any(is_dependent);
        is_free.then_some(text)
    }
}

fn is_escaped(name: &str) -> bool {
    ESCAPED_EXTENSIONS
        .iter()
        .any(|suffix| name.ends_with(suffix))
}

/// Returns whether a tag before or after `text` could trim it, or `text` could trim its
/// surroundings.
fn is_trimmable(text: &str) -> bool {
    let is_edge = |character: Option<char>| character.is_none_or(char::is_whitespace);
    let trims = ["{%-", "{{-", "{#-"]
        .iter()
        .any(|tag| text.starts_with(tag))
        || ["-%}", "-}}", "-#}"].iter().any(|tag| text.ends_with(tag));
    trims || is_edge(text.chars().next()) || is_edge(text.chars().next_back())
}

/// Returns the first word of a tag.
fn keyword(tag: &str) -> &str {
    let inside = tag
        .trim_start_matches("{%")
        .trim_start_matches('-')
        .trim_start();
    let end = inside.find(|character: char| !character.is_alphanumeric() && character != '_');
    &inside[..end.unwrap_or(inside.len())]
}

enum Part<'t> {
    /// Literal text.
    Text(&'t str),
    /// A tag with its delimiters.
    Tag(&'t str),
}

/// Splits a template into parts; `None` if it has comments, raw blocks or unclosed tags.
fn parts(text: &str) -> Option<Vec<Part<'_>>> {
    if text.contains("{#") {
        return None;
    }
    let mut parts = Vec::new();
    let mut rest = text;
    while let Some(start) = start_of_tag(rest) {
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

/// Returns where the first tag starts.
fn start_of_tag(text: &str) -> Option<usize> {
    let mut braces = memchr::memchr_iter(b'{', text.as_bytes());
    let is_tag = |at: &usize| matches!(text.as_bytes().get(at + 1), Some(b'{' | b'%'));
    braces.find(is_tag)
}

/// Returns the end of the tag at the start of `text`, ignoring delimiters in quotes.
fn end_of_tag(text: &str) -> Option<usize> {
    let end = if text.starts_with("{{") { "}}" } else { "%}" };
    let mut at = 0;
    loop {
        let end_at = at + memchr::memmem::find(&text.as_bytes()[at..], end.as_bytes())?;
        let quoted = memchr::memchr3(b'"', b'\'', b'`', &text.as_bytes()[at..end_at]);
        let Some(quote_at) = quoted.map(|quote| at + quote) else {
            return Some(end_at + end.len());
        };
        let quote = text.as_bytes()[quote_at];
        at = quote_at + 2 + memchr::memchr(quote, &text.as_bytes()[quote_at + 1..])?;
    }
}

#[cfg(test)]
mod tests;

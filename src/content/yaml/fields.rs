//! Reading the keys of a mapping while collecting all diagnostics.

use std::borrow::Cow;

use super::node::{Content, Node};
use super::shape::KeyShape;
use crate::base::text::{fold, nearest};
use crate::messages::diagnostics::{Kind, Located, MAX_PER_FILE, Span};

/// A diagnostic for a span of the file being read.
pub(crate) type Complaint = (Kind, Span);

/// A key's canonical name and its aliases, compared as by [`fold_key`].
#[derive(Debug, Clone, Copy)]
pub(crate) struct Key<'k>(pub &'k str, pub &'k [&'k str]);

/// Returns the form in which keys are compared: lower case, without accents, words joined
/// by `_`.
pub(crate) fn fold_key(key: &str) -> Cow<'_, str> {
    let is_folded = |byte: u8| matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'_');
    if key.bytes().all(is_folded) {
        return key.into();
    }
    fold(key.trim()).replace(['-', ' '], "_").into()
}

/// The entries of one mapping, read key by key.
///
/// Each reader removes its key, reports a value of the wrong type, and returns what could
/// be read. [`Fields::finish`] reports the keys that no reader asked for.
pub(crate) struct Fields<'n, 'c> {
    pub(super) entries: Vec<Entry<'n>>,
    /// Names that readers asked for, one per line: one string, as a document has hundreds.
    pub(super) known: String,
    /// Canonical names of keys with a value.
    pub(super) given: Vec<String>,
    /// Canonical names of keys without a value, and the keys as written.
    pub(super) empty: Vec<(String, &'n Located<String>)>,
    /// The key taken last, as written.
    pub(super) written: String,
    pub(super) span: Span,
    pub(super) complaints: &'c mut Vec<Complaint>,
    /// Keys read so far, in recording mode only; see [`Fields::recording`].
    pub(super) shapes: Option<&'c mut Vec<KeyShape>>,
}

pub(super) struct Entry<'n> {
    folded: Cow<'n, str>,
    key: &'n Located<String>,
    value: &'n Node,
}

impl<'n, 'c> Fields<'n, 'c> {
    /// Returns the fields of `node`. `None`, with a diagnostic, if it is not a mapping.
    pub(crate) fn of(node: &'n Node, complaints: &'c mut Vec<Complaint>) -> Option<Self> {
        let Content::Mapping(entries) = &node.content else {
            complaints.push((Kind::NotAMapping, node.span.clone()));
            return None;
        };
        let entries = entries
            .iter()
            .map(|(key, value)| Entry {
                folded: fold_key(&key.value),
                key,
                value,
            })
            .collect();
        Some(Self {
            entries,
            known: String::new(),
            given: Vec::new(),
            empty: Vec::new(),
            written: String::new(),
            span: node.span.clone(),
            complaints,
            shapes: None,
        })
    }

    /// Adds a diagnostic for a span of the file.
    pub(crate) fn complain(&mut self, kind: Kind, span: Span) {
        self.complaints.push((kind, span));
    }

    /// Removes a key and returns its value; reports duplicates of the key. An empty value
    /// counts as absent, and so does a list or mapping of only empty values.
    pub(crate) fn take(&mut self, key: Key<'_>) -> Option<&'n Node> {
        self.take_unless(key, is_empty)
    }

    /// Like [`Fields::take`], but `is_absent` decides which values count as absent.
    pub(super) fn take_unless(
        &mut self,
        Key(name, aliases): Key<'_>,
        is_absent: impl Fn(&Content) -> bool,
    ) -> Option<&'n Node> {
        for name in std::iter::once(&name).chain(aliases) {
            self.known.push_str(name);
            self.known.push('\n');
        }
        let is_named = |entry: &Entry<'_>| {
            entry.folded == name || aliases.iter().any(|alias| entry.folded == *alias)
        };
        let mut found = self.entries.extract_if(.., |entry| is_named(entry));
        let first = found.next()?;
        for repeated in found {
            self.complaints.push((
                Kind::DuplicateKey {
                    key: repeated.key.value.clone(),
                },
                repeated.key.span.clone(),
            ));
        }
        match &first.value.content {
            Content::Severed => {
                let text = first.key.value.clone();
                self.complain(Kind::CommaInBraces { text }, first.key.span.clone());
                None
            }
            content if is_absent(content) => {
                self.empty.push((name.to_owned(), first.key));
                None
            }
            _ => {
                self.check_style(&first, name, aliases);
                self.given.push(name.to_owned());
                self.written.clone_from(&first.key.value);
                Some(first.value)
            }
        }
    }

    /// Reports an unusual spelling of a key. The usual one is the canonical name, in
    /// English, or the first alias if the key is written as any alias.
    fn check_style(&mut self, entry: &Entry<'_>, name: &str, aliases: &[&str]) {
        let usual = match aliases.first() {
            Some(first) if entry.folded != name => first,
            _ => name,
        };
        if entry.key.value != usual {
            let kind = Kind::KeyStyle {
                key: entry.key.value.clone(),
                usual: usual.to_owned(),
            };
            self.complaints.push((kind, entry.key.span.clone()));
        }
    }

    /// Reports that a key is missing: at the key if it has no value, else at the start of
    /// the mapping. Does nothing if it has a value: a wrong type is already reported.
    pub(crate) fn missing(&mut self, Key(name, aliases): Key<'_>) {
        if let Some(shapes) = &mut self.shapes {
            let asked = shapes.iter_mut().filter(|shape| shape.name == name);
            asked.for_each(|shape| shape.is_required = true);
            return;
        }
        if self.given.iter().any(|given| given == name) {
            return;
        }
        let empty = self.empty.iter().find(|(empty, _)| empty == name);
        let start = self.span.start;
        let span = empty.map_or(start..start, |(_, key)| key.span.clone());
        let kind = Kind::MissingKey {
            key: name.to_owned(),
            alias: aliases.first().copied().unwrap_or(name).to_owned(),
            written: empty.map(|(_, key)| key.value.clone()),
        };
        self.complain(kind, span);
    }

    /// Returns the key as written, if it was read and has no value.
    pub(crate) fn without_value(&self, Key(name, _): Key<'_>) -> Option<&Located<String>> {
        let mut empty = self.empty.iter();
        empty
            .find(|(empty, _)| empty == name)
            .map(|(_, written)| *written)
    }

    /// Reports every key that no reader asked for.
    pub(crate) fn finish(self) {
        for (index, entry) in self.entries.iter().enumerate() {
            let nearest = self.suggestion(index, entry);
            let kind = unknown(entry, nearest);
            self.complaints.push((kind, entry.key.span.clone()));
        }
    }

    /// Returns the most similar known key. `None` past `MAX_PER_FILE`: reports only count
    /// those diagnostics.
    fn suggestion(&self, index: usize, entry: &Entry<'_>) -> Option<String> {
        let known = self.known.lines();
        (index < MAX_PER_FILE).then(|| nearest(&entry.folded, known))?
    }

    /// Like [`Fields::finish`], for pages that may come from another tool: a key similar to
    /// a known one is a mistake, any other only [`Kind::ForeignKey`].
    pub(crate) fn finish_leniently(self) {
        for (index, entry) in self.entries.iter().enumerate() {
            let kind = match self.suggestion(index, entry) {
                Some(nearest) => unknown(entry, Some(nearest)),
                None => Kind::ForeignKey {
                    key: entry.key.value.clone(),
                },
            };
            self.complaints.push((kind, entry.key.span.clone()));
        }
    }
}

/// Whether a value is empty, or a list or mapping of only empty values.
pub(super) fn is_empty(content: &Content) -> bool {
    match content {
        Content::Empty => true,
        Content::Severed => false,
        Content::Scalar(text) => text.trim().is_empty(),
        Content::Sequence(items) => items.iter().all(|item| is_empty(&item.content)),
        Content::Mapping(entries) => entries.iter().all(|(_, value)| is_empty(&value.content)),
    }
}

/// Diagnostic for a key that no reader asked for, or for the rest of a text that a comma cut
/// off.
fn unknown(entry: &Entry<'_>, nearest: Option<String>) -> Kind {
    let key = entry.key.value.clone();
    match entry.value.content {
        Content::Severed => Kind::CommaInBraces { text: key },
        _ => Kind::UnknownKey { key, nearest },
    }
}

//! Typed values out of a mapping, with every complaint collected.

use std::borrow::Cow;

use super::node::{Content, Node};
use super::shape::KeyShape;
use crate::base::text::{fold, nearest};
use crate::messages::diagnostics::{Kind, Located, MOST_OF_A_FILE, Span};

/// A complaint about a span of the file being read.
pub type Complaint = (Kind, Span);

/// A key's canonical name and its aliases; case, accents and hyphens do not matter.
#[derive(Debug, Clone, Copy)]
pub struct Key<'k>(pub &'k str, pub &'k [&'k str]);

/// A key as it is compared: without case and accents, words joined by `_`.
pub fn fold_key(key: &str) -> Cow<'_, str> {
    let is_folded = |byte: u8| matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'_');
    if key.bytes().all(is_folded) {
        return key.into();
    }
    fold(key.trim()).replace(['-', ' '], "_").into()
}

/// The entries of one mapping, read key by key.
///
/// Each reader takes its key out, complains when the value has the wrong
/// shape, and returns what could be read. [`Fields::finish`] complains about
/// keys nobody asked for.
pub struct Fields<'n, 'c> {
    pub(super) entries: Vec<Entry<'n>>,
    /// Each name that was asked for, on a line of its own: there are hundreds to a document.
    pub(super) known: String,
    /// Canonical names of the keys that had a value.
    pub(super) given: Vec<String>,
    /// Canonical names of the keys that had none, and the keys.
    pub(super) empty: Vec<(String, &'n Located<String>)>,
    /// The key taken last, as the editor wrote it.
    pub(super) written: String,
    pub(super) span: Span,
    pub(super) complaints: &'c mut Vec<Complaint>,
    /// Where readers' questions are written down, if that is all that is wanted.
    pub(super) shapes: Option<&'c mut Vec<KeyShape>>,
}

pub(super) struct Entry<'n> {
    folded: Cow<'n, str>,
    key: &'n Located<String>,
    value: &'n Node,
}

impl<'n, 'c> Fields<'n, 'c> {
    /// The fields of `node`; complains and returns none if it is not a mapping.
    pub fn of(node: &'n Node, complaints: &'c mut Vec<Complaint>) -> Option<Self> {
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

    /// Adds a complaint found while reading these fields.
    pub fn complain(&mut self, kind: Kind, span: Span) {
        self.complaints.push((kind, span));
    }

    /// Takes a key's value out; complains when it is given more than once.
    /// An empty value counts as absent, and so does a list or group of nothing else.
    pub fn take(&mut self, key: Key<'_>) -> Option<&'n Node> {
        self.take_unless(key, is_empty)
    }

    /// Like [`Fields::take`]; what counts as absent is told by `is_absent`.
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

    /// A key keeps its language: English has one name for it, and of the other
    /// names the first is the usual one.
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

    /// Complains that `key` is missing, where it stands without a value, else where the
    /// mapping begins; a value of the wrong shape was complained about already.
    pub fn missing(&mut self, Key(name, aliases): Key<'_>) {
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
        let place = empty.map_or(start..start, |(_, key)| key.span.clone());
        let kind = Kind::MissingKey {
            key: name.to_owned(),
            alias: aliases.first().copied().unwrap_or(name).to_owned(),
            written: empty.map(|(_, key)| key.value.clone()),
        };
        self.complain(kind, place);
    }

    /// The key just asked for, if it stands without a value.
    pub fn without_value(&self, Key(name, _): Key<'_>) -> Option<&Located<String>> {
        let mut empty = self.empty.iter();
        empty
            .find(|(empty, _)| empty == name)
            .map(|(_, written)| *written)
    }

    /// Complains about every key that was not asked for.
    pub fn finish(self) {
        for (index, entry) in self.entries.iter().enumerate() {
            let nearest = self.suggestion(index, entry);
            let kind = unknown(entry, nearest);
            self.complaints.push((kind, entry.key.span.clone()));
        }
    }

    /// The likeliest key meant; none for those that a report only counts.
    fn suggestion(&self, index: usize, entry: &Entry<'_>) -> Option<String> {
        let known = self.known.lines();
        (index < MOST_OF_A_FILE).then(|| nearest(&entry.folded, known))?
    }

    /// Like [`Fields::finish`], for pages that may come from another tool:
    /// a key that resembles one of ours is a mistake, any other a remark.
    pub fn finish_leniently(self) {
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

/// Whether nothing was written, or nothing but lists of nothing.
pub(super) fn is_empty(content: &Content) -> bool {
    match content {
        Content::Empty => true,
        Content::Severed => false,
        Content::Scalar(text) => text.trim().is_empty(),
        Content::Sequence(items) => items.iter().all(|item| is_empty(&item.content)),
        Content::Mapping(entries) => entries.iter().all(|(_, value)| is_empty(&value.content)),
    }
}

/// A key nobody asked for, or the end of a text that a comma cut off.
fn unknown(entry: &Entry<'_>, nearest: Option<String>) -> Kind {
    let key = entry.key.value.clone();
    match entry.value.content {
        Content::Severed => Kind::CommaInBraces { text: key },
        _ => Kind::UnknownKey { key, nearest },
    }
}

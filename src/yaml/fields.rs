//! Typed values out of a mapping, with every complaint collected.

use jiff::civil::Date;

use super::node::{Content, Node};
use super::number;
use super::shape::{KeyShape, Shape, shape_of};
use crate::diagnostics::{Expected, Kind, Located, MOST_OF_A_FILE, Span};
use crate::text::{fold, nearest};

/// A complaint about a span of the file being read.
pub type Complaint = (Kind, Span);

/// A key's canonical name and its aliases; case, accents and hyphens do not matter.
#[derive(Debug, Clone, Copy)]
pub struct Key<'k>(pub &'k str, pub &'k [&'k str]);

/// A key as it is compared: without case and accents, words joined by `_`.
pub fn fold_key(key: &str) -> String {
    fold(key.trim()).replace(['-', ' '], "_")
}

/// The entries of one mapping, read key by key.
///
/// Each reader takes its key out, complains when the value has the wrong
/// shape, and returns what could be read. [`Fields::finish`] complains about
/// keys nobody asked for.
pub struct Fields<'n, 'c> {
    pub(super) entries: Vec<Entry<'n>>,
    pub(super) known: Vec<String>,
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
    folded: String,
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
            known: Vec::new(),
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
    pub fn take(&mut self, Key(name, aliases): Key<'_>) -> Option<&'n Node> {
        self.known.push(name.to_owned());
        self.known
            .extend(aliases.iter().map(|alias| (*alias).to_owned()));
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
            content if is_empty(content) => {
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

    /// Complains that the value of the key taken last has the wrong shape.
    pub fn wrong(&mut self, expected: Expected, span: Span) {
        let key = self.written.clone();
        self.complain(Kind::WrongType { key, expected }, span);
    }

    /// A text.
    pub fn text(&mut self, key: Key<'_>) -> Option<Located<String>> {
        self.record(key, Shape::Text);
        self.untyped_text(key)
    }

    fn untyped_text(&mut self, key: Key<'_>) -> Option<Located<String>> {
        let node = self.take(key)?;
        self.as_text(node)
    }

    fn as_text(&mut self, node: &Node) -> Option<Located<String>> {
        match &node.content {
            Content::Scalar(text) => Some(Located::new(text.trim().to_owned(), node.span.clone())),
            _ => {
                self.wrong(Expected::Text, node.span.clone());
                None
            }
        }
    }

    /// A text, or a list of texts.
    pub fn texts(&mut self, key: Key<'_>) -> Vec<Located<String>> {
        self.record(key, Shape::Texts);
        self.untyped_texts(key)
    }

    fn untyped_texts(&mut self, key: Key<'_>) -> Vec<Located<String>> {
        let Some(node) = self.take(key) else {
            return Vec::new();
        };
        match &node.content {
            Content::Sequence(items) => items
                .iter()
                .filter(|item| !is_empty(&item.content))
                .filter_map(|item| self.as_text(item))
                .collect(),
            Content::Scalar(_) => self.as_text(node).into_iter().collect(),
            _ => {
                self.wrong(Expected::Texts, node.span.clone());
                Vec::new()
            }
        }
    }

    fn parsed<T>(
        &mut self,
        key: Key<'_>,
        expected: Expected,
        parse: impl Fn(&str) -> Option<T>,
    ) -> Option<Located<T>> {
        self.record(key, shape_of(expected));
        let node = self.take(key)?;
        let value = match &node.content {
            Content::Scalar(text) => parse(text.trim()),
            _ => None,
        };
        if value.is_none() {
            self.wrong(expected, node.span.clone());
        }
        value.map(|value| Located::new(value, node.span.clone()))
    }

    /// A finite number; a decimal comma is understood, and one that could as well set
    /// thousands apart is complained about.
    pub fn number(&mut self, key: Key<'_>) -> Option<Located<f64>> {
        let written = self.parsed(key, Expected::Number, number::read)?;
        self.unambiguous(written)
    }

    /// A number from 0 up, read as [`Fields::number`] reads it.
    pub fn amount(&mut self, key: Key<'_>) -> Option<Located<f64>> {
        let written = self.parsed(key, Expected::Amount, |text| {
            number::read(text).filter(|_| !text.starts_with('-'))
        })?;
        self.unambiguous(written)
    }

    fn unambiguous(&mut self, written: Located<number::Written>) -> Option<Located<f64>> {
        match written.value {
            number::Written::Certain(number) => Some(Located::new(number, written.span)),
            number::Written::Ambiguous {
                value,
                large,
                small,
            } => {
                let kind = Kind::AmbiguousNumber {
                    value,
                    large,
                    small,
                };
                self.complain(kind, written.span);
                None
            }
        }
    }

    /// A year between 1500 and 2200.
    pub fn year(&mut self, key: Key<'_>) -> Option<Located<i16>> {
        self.parsed(key, Expected::Year, |text| {
            text.parse()
                .ok()
                .filter(|year| (1500..=2200).contains(year))
        })
    }

    /// A whole number from 1 up.
    pub fn count(&mut self, key: Key<'_>) -> Option<Located<u64>> {
        self.parsed(key, Expected::Count, |text| {
            text.parse().ok().filter(|count| *count > 0)
        })
    }

    /// One whole number from 1 up, or a list of them.
    pub fn counts(&mut self, key: Key<'_>) -> Vec<Located<u64>> {
        self.record(key, Shape::Counts);
        let texts = self.untyped_texts(key);
        let mut counts = Vec::new();
        for text in texts {
            match text.value.parse() {
                Ok(count) if count > 0 => counts.push(Located::new(count, text.span)),
                _ => self.wrong(Expected::Count, text.span),
            }
        }
        counts
    }

    /// `true` or `false`, in Spanish too.
    pub fn boolean(&mut self, key: Key<'_>) -> Option<Located<bool>> {
        self.parsed(key, Expected::Boolean, |text| match fold(text).as_str() {
            "true" | "si" | "yes" | "verdadero" => Some(true),
            "false" | "no" | "falso" => Some(false),
            _ => None,
        })
    }

    /// A day that exists, as `YYYY-MM-DD` or `DD/MM/YYYY`.
    pub fn date(&mut self, key: Key<'_>) -> Option<Located<Date>> {
        self.record(key, Shape::Date);
        let text = self.untyped_text(key)?;
        let date = parse_date(&text.value);
        if date.is_none() {
            let kind = Kind::InvalidDate {
                value: text.value.clone(),
            };
            self.complain(kind, text.span.clone());
        }
        if let Some(date) = date
            && date.to_string() != text.value
        {
            let kind = Kind::DateStyle {
                value: text.value.clone(),
                date: date.to_string(),
            };
            self.complain(kind, text.span.clone());
        }
        date.map(|date| Located::new(date, text.span))
    }

    /// A mapping read by `read`.
    pub fn group<T>(
        &mut self,
        key: Key<'_>,
        read: impl FnOnce(&mut Fields<'n, '_>) -> T,
    ) -> Option<T> {
        if self.shapes.is_some() {
            let keys = self.asked_by(read);
            self.record(key, Shape::Group(keys));
            return None;
        }
        let node = self.take(key)?;
        if !matches!(node.content, Content::Mapping(_)) {
            self.wrong(Expected::Mapping, node.span.clone());
            return None;
        }
        let mut fields = Fields::of(node, self.complaints)?;
        let value = read(&mut fields);
        fields.finish();
        Some(value)
    }

    /// A list whose items are mappings read by `read`; an item that is only a
    /// text is read as a mapping with that text under `short`.
    pub fn groups<T>(
        &mut self,
        key: Key<'_>,
        short: Option<fn(Located<String>) -> T>,
        mut read: impl FnMut(&mut Fields<'n, '_>) -> T,
    ) -> Vec<T> {
        if self.shapes.is_some() {
            let keys = self.asked_by(read);
            let or_text = short.is_some();
            self.record(key, Shape::Groups { keys, or_text });
            return Vec::new();
        }
        let Some(node) = self.take(key) else {
            return Vec::new();
        };
        let items = match &node.content {
            Content::Sequence(items) => items.iter().collect(),
            Content::Scalar(_) if short.is_some() => vec![node],
            _ => {
                self.wrong(Expected::List, node.span.clone());
                return Vec::new();
            }
        };
        let mut values = Vec::new();
        for item in items {
            match (&item.content, short) {
                (content, _) if is_empty(content) => {}
                (Content::Scalar(_), Some(short)) => {
                    values.extend(self.as_text(item).map(short));
                }
                (Content::Mapping(_), _) => {
                    if let Some(mut fields) = Fields::of(item, self.complaints) {
                        values.push(read(&mut fields));
                        fields.finish();
                    }
                }
                _ => self.wrong(Expected::Mapping, item.span.clone()),
            }
        }
        values
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
        let known = self.known.iter().map(String::as_str);
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
fn is_empty(content: &Content) -> bool {
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

fn parse_date(text: &str) -> Option<Date> {
    let parts: Vec<&str> = text.split(['-', '/']).collect();
    let [first, month, last] = parts[..] else {
        return None;
    };
    let (year, day) = match (first.len(), last.len()) {
        (4, 1..=2) => (first, last),
        (1..=2, 4) => (last, first),
        _ => return None,
    };
    Date::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?).ok()
}

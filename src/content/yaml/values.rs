//! Typed readers of [`Fields`], one per kind of value. Invalid values are reported.

use std::ops::RangeInclusive;

use jiff::civil::Date;

use super::fields::{Fields, Key, is_empty};
use super::node::{Content, Node};
use super::number;
use super::shape::{Shape, shape_of};
use crate::base::text::fold;
use crate::messages::diagnostics::{Expected, Kind, Located, Span};
use crate::model::LocalizedText;

impl<'n> Fields<'n, '_> {
    /// Reports that the value of the key taken last has the wrong type.
    pub(crate) fn wrong(&mut self, expected: Expected, span: Span) {
        let key = self.written.clone();
        self.complain(Kind::WrongType { key, expected }, span);
    }

    /// Reads a scalar as text, trimmed.
    pub(crate) fn text(&mut self, key: Key<'_>) -> Option<Located<String>> {
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

    /// Reads a text, or a mapping of texts by language code. `None` if all texts are empty.
    pub(crate) fn localized(&mut self, key: Key<'_>) -> Option<LocalizedText> {
        self.record(key, Shape::Localized);
        let node = self.take(key)?;
        let mut localized = LocalizedText::default();
        let mut is_valid = true;
        match &node.content {
            Content::Scalar(text) => localized = LocalizedText::same(text.trim()),
            Content::Mapping(entries) => {
                for (language, text) in entries {
                    match &text.content {
                        Content::Scalar(text) => localized.set(&language.value, text.trim()),
                        _ => is_valid = false,
                    }
                }
            }
            _ => is_valid = false,
        }
        if !is_valid {
            self.wrong(Expected::LocalizedText, node.span.clone());
        }
        Some(localized).filter(|text| !text.is_empty())
    }

    /// Reads a list of texts, or a single text as a list of one. Skips empty items.
    pub(crate) fn texts(&mut self, key: Key<'_>) -> Vec<Located<String>> {
        self.record(key, Shape::Texts);
        self.untyped_texts(key)
    }

    fn untyped_texts(&mut self, key: Key<'_>) -> Vec<Located<String>> {
        let Some(node) = self.take(key) else {
            return Vec::new();
        };
        let mut texts: Vec<_> = match &node.content {
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
        };
        texts.shrink_to_fit();
        texts
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

    /// Reads a finite number. Accepts a decimal comma; reports a separator that could mean
    /// either decimals or thousands.
    pub(crate) fn number(&mut self, key: Key<'_>) -> Option<Located<f64>> {
        let written = self.parsed(key, Expected::Number, number::read)?;
        self.unambiguous(written)
    }

    /// Reads a number as [`Fields::number`] does, rejecting negative ones.
    pub(crate) fn amount(&mut self, key: Key<'_>) -> Option<Located<f64>> {
        let written = self.parsed(key, Expected::Amount, |text| {
            number::read(text).filter(|_| !text.starts_with('-'))
        })?;
        self.unambiguous(written)
    }

    fn unambiguous(&mut self, written: Located<number::Parsed>) -> Option<Located<f64>> {
        match written.value {
            number::Parsed::Certain(number) => Some(Located::new(number, written.span)),
            number::Parsed::Ambiguous {
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

    /// Reads a year from 1500 to 2200.
    pub(crate) fn year(&mut self, key: Key<'_>) -> Option<Located<i16>> {
        self.parsed(key, Expected::Year, |text| {
            text.parse()
                .ok()
                .filter(|year| (1500..=2200).contains(year))
        })
    }

    /// Reads an integer of at least 1.
    pub(crate) fn count(&mut self, key: Key<'_>) -> Option<Located<u64>> {
        self.parsed(key, Expected::Count, |text| {
            text.parse().ok().filter(|count| *count > 0)
        })
    }

    /// Reads an integer of at least 1, or a list of them.
    pub(crate) fn counts(&mut self, key: Key<'_>) -> Vec<Located<u64>> {
        self.record(key, Shape::Counts);
        let texts = self.untyped_texts(key);
        let mut counts = Vec::with_capacity(texts.len());
        for text in texts {
            match text.value.parse() {
                Ok(count) if count > 0 => counts.push(Located::new(count, text.span)),
                _ => self.wrong(Expected::Count, text.span),
            }
        }
        counts
    }

    /// Returns a number of the key taken last; reports one outside `range` and replaces it
    /// by the nearest one in it.
    pub(crate) fn within(&mut self, number: Located<u64>, range: RangeInclusive<u64>) -> u64 {
        let (value, least, most) = (number.value, *range.start(), *range.end());
        let used = value.clamp(least, most);
        if used != value {
            let key = self.written.clone();
            let kind = Kind::OutOfRange {
                key,
                value,
                least,
                most,
                used,
            };
            self.complain(kind, number.span);
        }
        used
    }

    /// Reads a boolean, written as true/false, yes/no or a Spanish equivalent.
    pub(crate) fn boolean(&mut self, key: Key<'_>) -> Option<Located<bool>> {
        self.parsed(key, Expected::Boolean, |text| match fold(text).as_str() {
            "true" | "si" | "yes" | "verdadero" => Some(true),
            "false" | "no" | "falso" => Some(false),
            _ => None,
        })
    }

    /// Reads a calendar date, as `YYYY-MM-DD` or `DD/MM/YYYY`.
    pub(crate) fn date(&mut self, key: Key<'_>) -> Option<Located<Date>> {
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

    /// Reads a mapping with `read`. `None` if no key of it has a value.
    pub(crate) fn group<T>(
        &mut self,
        key: Key<'_>,
        read: impl FnOnce(&mut Fields<'n, '_>) -> T,
    ) -> Option<T> {
        self.group_unless(key, is_empty, read)
    }

    /// Like [`Fields::group`], but reads a mapping even if no key of it has a value.
    pub(crate) fn group_even_if_blank<T>(
        &mut self,
        key: Key<'_>,
        read: impl FnOnce(&mut Fields<'n, '_>) -> T,
    ) -> Option<T> {
        let is_blank =
            |content: &Content| is_empty(content) && !matches!(content, Content::Mapping(_));
        self.group_unless(key, is_blank, read)
    }

    fn group_unless<T>(
        &mut self,
        key: Key<'_>,
        is_absent: impl Fn(&Content) -> bool,
        read: impl FnOnce(&mut Fields<'n, '_>) -> T,
    ) -> Option<T> {
        if self.shapes.is_some() {
            let keys = self.keys_read_by(read);
            self.record(key, Shape::Group(keys));
            return None;
        }
        let node = self.take_unless(key, is_absent)?;
        if !matches!(node.content, Content::Mapping(_)) {
            self.wrong(Expected::Mapping, node.span.clone());
            return None;
        }
        let mut fields = Fields::of(node, self.complaints)?;
        let value = read(&mut fields);
        fields.finish();
        Some(value)
    }

    /// Reads a list of mappings with `read`. If `short` is given, it builds the value of an
    /// item that is only a text.
    pub(crate) fn groups<T>(
        &mut self,
        key: Key<'_>,
        short: Option<fn(Located<String>) -> T>,
        mut read: impl FnMut(&mut Fields<'n, '_>) -> T,
    ) -> Vec<T> {
        if self.shapes.is_some() {
            let keys = self.keys_read_by(read);
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
        let mut values = Vec::with_capacity(items.len());
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

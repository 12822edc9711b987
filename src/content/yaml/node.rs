//! YAML tree: scalars as written, sequences and mappings, each with its span.

use std::fmt;

use serde::de::{Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};
use serde_yaml::options::DuplicateKeyPolicy;
use serde_yaml::{Location, Spanned};

use crate::messages::diagnostics::{Kind, Located, Span, YamlMistake};

/// A value and its span.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Node {
    /// Value, with scalars as written.
    pub content: Content,
    /// Byte range in the file.
    pub span: Span,
}

/// Value of a node.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Content {
    /// No value: a key without one, or `null`.
    Empty,
    /// A key without even a colon, such as `b` in `{a: 1, b}`: usually the rest of a text
    /// that a comma in braces cut off.
    Severed,
    /// Text; numbers, dates and booleans exactly as written.
    Scalar(String),
    /// Items in source order.
    Sequence(Vec<Node>),
    /// Entries in source order, including duplicate keys.
    Mapping(Vec<(Located<String>, Node)>),
}

/// Parses `text[range]` as one YAML document.
///
/// # Errors
/// Returns the kind of mistake and its span in `text` if the YAML is invalid or exceeds the
/// limits on depth, aliases and size.
pub(crate) fn parse(text: &str, range: Span) -> Result<Node, (Kind, Span)> {
    let yaml = &text[range.clone()];
    let options = serde_yaml::options! {
        duplicate_keys: DuplicateKeyPolicy::PassThrough,
        leading_zero_numbers_as_strings: true,
        with_snippet: false,
    };
    let raw = serde_yaml::from_str_with_options::<Spanned<Raw>>(yaml, options);
    raw.map(|raw| {
        Builder {
            text,
            yaml,
            range: &range,
        }
        .node(raw)
    })
    .map_err(|error| explain(&error, text, &range))
}

/// Tree as deserialised by serde; [`Builder`] converts it to [`Node`]s.
enum Raw {
    Empty,
    /// A scalar that serde decoded to text.
    Text(String),
    /// A scalar that serde took for a number or a boolean; its text is in the source.
    Literal,
    Sequence(Vec<Spanned<Raw>>),
    Mapping(Vec<(Spanned<String>, Spanned<Raw>)>),
}

impl fmt::Debug for Raw {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("Raw")
    }
}

impl<'de> Deserialize<'de> for Raw {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(RawVisitor)
    }
}

struct RawVisitor;

impl<'de> Visitor<'de> for RawVisitor {
    type Value = Raw;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a YAML value")
    }

    fn visit_bool<E>(self, _: bool) -> Result<Raw, E> {
        Ok(Raw::Literal)
    }

    fn visit_i64<E>(self, _: i64) -> Result<Raw, E> {
        Ok(Raw::Literal)
    }

    fn visit_u64<E>(self, _: u64) -> Result<Raw, E> {
        Ok(Raw::Literal)
    }

    fn visit_i128<E>(self, _: i128) -> Result<Raw, E> {
        Ok(Raw::Literal)
    }

    fn visit_u128<E>(self, _: u128) -> Result<Raw, E> {
        Ok(Raw::Literal)
    }

    fn visit_f64<E>(self, _: f64) -> Result<Raw, E> {
        Ok(Raw::Literal)
    }

    fn visit_str<E>(self, text: &str) -> Result<Raw, E> {
        Ok(Raw::Text(text.to_owned()))
    }

    fn visit_bytes<E>(self, _: &[u8]) -> Result<Raw, E> {
        Ok(Raw::Literal)
    }

    fn visit_unit<E>(self) -> Result<Raw, E> {
        Ok(Raw::Empty)
    }

    fn visit_none<E>(self) -> Result<Raw, E> {
        Ok(Raw::Empty)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut access: A) -> Result<Raw, A::Error> {
        let mut items = Vec::new();
        while let Some(item) = access.next_element()? {
            items.push(item);
        }
        Ok(Raw::Sequence(items))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut access: A) -> Result<Raw, A::Error> {
        let mut entries = Vec::new();
        while let Some(key) = access.next_key()? {
            entries.push((key, access.next_value()?));
        }
        Ok(Raw::Mapping(entries))
    }
}

struct Builder<'a> {
    text: &'a str,
    yaml: &'a str,
    range: &'a Span,
}

impl Builder<'_> {
    fn node(&self, raw: Spanned<Raw>) -> Node {
        let span = self.span(&raw.referenced);
        let content = match raw.value {
            Raw::Empty => Content::Empty,
            Raw::Text(text) => Content::Scalar(text),
            Raw::Literal => {
                let written = self.span(&raw.defined);
                Content::Scalar(self.text[written].to_owned())
            }
            Raw::Sequence(items) => {
                Content::Sequence(items.into_iter().map(|item| self.node(item)).collect())
            }
            Raw::Mapping(entries) => Content::Mapping(
                entries
                    .into_iter()
                    .map(|(key, value)| {
                        let span = self.span(&key.referenced);
                        let value = self.value(&span, value);
                        (Located::new(key.value, span), value)
                    })
                    .collect(),
            ),
        };
        Node { content, span }
    }

    /// Converts the value of the key at span `key`.
    fn value(&self, key: &Span, raw: Spanned<Raw>) -> Node {
        let mut node = self.node(raw);
        let after = self.text[key.end..self.range.end].trim_start();
        if node.content == Content::Empty && after.starts_with([',', '}']) {
            node.content = Content::Severed;
        }
        node
    }

    fn span(&self, location: &Location) -> Span {
        let span = location.span();
        match (span.byte_offset(), span.byte_len()) {
            (Some(start), Some(length)) => {
                let start = self.range.start + start as usize;
                let end = (start + length as usize).min(self.range.end);
                let end = start + self.text[start..end].trim_end().len();
                start..end
            }
            _ => byte_span(location, self.yaml, self.range),
        }
    }
}

/// Converts a location in characters to the byte range of its first character.
fn byte_span(location: &Location, yaml: &str, range: &Span) -> Span {
    let characters = location.span().offset() as usize;
    let start = yaml
        .char_indices()
        .nth(characters)
        .map_or(yaml.len(), |(offset, _)| offset);
    let length = yaml[start..].chars().next().map_or(0, char::len_utf8);
    range.start + start..range.start + start + length
}

/// Classifies a parser error.
///
/// The parser distinguishes errors only by message, so this matches on words of it. A test
/// checks every kind of mistake against inputs that cause it.
fn explain(error: &serde_yaml::Error, text: &str, range: &Span) -> (Kind, Span) {
    const WORDS: [(&str, YamlMistake); 20] = [
        ("mapping values are not allowed", YamlMistake::ColonInText),
        ("illegal placement of ':'", YamlMistake::UnclosedBracket),
        ("tab", YamlMistake::Tab),
        ("unclosed quote", YamlMistake::UnclosedQuote),
        ("trailing", YamlMistake::UnclosedQuote),
        ("quoted scalar", YamlMistake::UnclosedQuote),
        ("bracket", YamlMistake::UnclosedBracket),
        ("flow", YamlMistake::UnclosedBracket),
        ("unexpected character", YamlMistake::ReservedCharacter),
        ("simple key", YamlMistake::Indentation),
        ("block collection", YamlMistake::Indentation),
        ("block mapping", YamlMistake::Indentation),
        ("indent", YamlMistake::Indentation),
        ("anchor", YamlMistake::Alias),
        ("alias", YamlMistake::TooComplex),
        ("recursive references", YamlMistake::Alias),
        ("recursion limit", YamlMistake::TooComplex),
        ("budget", YamlMistake::TooComplex),
        ("limit", YamlMistake::TooComplex),
        ("multiple YAML documents", YamlMistake::SeveralDocuments),
    ];
    let words = error.to_string();
    let mistake = WORDS
        .iter()
        .find(|(word, _)| words.contains(word))
        .map_or(YamlMistake::Other, |(_, mistake)| *mistake);
    let span = error
        .location()
        .map_or(range.start..range.start, |location| {
            byte_span(&location, &text[range.clone()], range)
        });
    let mistake = match mistake {
        YamlMistake::ColonInText if is_deeper_than_above(text, span.start) => {
            YamlMistake::Indentation
        }
        mistake => mistake,
    };
    (Kind::InvalidYaml { mistake }, span)
}

/// Whether the line at `offset` is indented deeper than the line above, which already has
/// its value. Its colon then belongs to a misindented key and not to a text.
fn is_deeper_than_above(text: &str, offset: usize) -> bool {
    let line_start = text[..offset].rfind('\n').map_or(0, |at| at + 1);
    let above = text[..line_start].trim_end().lines().next_back();
    let indent = |line: &str| line.len() - line.trim_start().len();
    above.is_some_and(|above| {
        indent(&text[line_start..]) > indent(above) && !above.ends_with([':', '-'])
    })
}

#[cfg(test)]
mod tests {
    use super::parse;
    use crate::messages::diagnostics::{Kind, YamlMistake};

    fn mistake(text: &str) -> YamlMistake {
        match parse(text, 0..text.len()) {
            Err((Kind::InvalidYaml { mistake }, _)) => mistake,
            other => panic!("{text:?} gave {other:?}"),
        }
    }

    #[test]
    fn each_mistake_is_recognised() {
        assert_eq!(mistake("titulo: Uno: dos"), YamlMistake::ColonInText);
        assert_eq!(mistake("a:\n\tb: 1"), YamlMistake::Tab);
        assert_eq!(mistake("a: \"sin fin"), YamlMistake::UnclosedQuote);
        assert_eq!(mistake("a: \"uno\" dos"), YamlMistake::UnclosedQuote);
        assert_eq!(mistake("a: [1, 2"), YamlMistake::UnclosedBracket);
        assert_eq!(mistake("a: [1, 2\nb: 3"), YamlMistake::UnclosedBracket);
        assert_eq!(mistake("a: [1, 2}"), YamlMistake::UnclosedBracket);
        assert_eq!(mistake("a: @x"), YamlMistake::ReservedCharacter);
        assert_eq!(mistake("a: 1\nb\nc: 2"), YamlMistake::Indentation);
        assert_eq!(mistake("- a\nb: c"), YamlMistake::Indentation);
        assert_eq!(mistake("a: uno\n  b: dos"), YamlMistake::Indentation);
        assert_eq!(mistake("a:\n  b: uno: dos"), YamlMistake::ColonInText);
        assert_eq!(mistake("a: *x"), YamlMistake::Alias);
        assert_eq!(mistake("a: &a [*a]"), YamlMistake::Alias);
        assert_eq!(mistake(&"[".repeat(100_000)), YamlMistake::TooComplex);
        assert_eq!(mistake("a: 1\n---\nb: 2"), YamlMistake::SeveralDocuments);
    }

    #[test]
    fn an_alias_bomb_is_rejected() {
        let mut bomb = String::from("a0: &a0 [x,x,x,x,x,x,x,x,x]\n");
        for level in 1..20 {
            let previous = format!("*a{}", level - 1);
            let items = vec![previous; 9].join(",");
            bomb.push_str(&format!("a{level}: &a{level} [{items}]\n"));
        }
        assert_eq!(mistake(&bomb), YamlMistake::TooComplex);
    }
}

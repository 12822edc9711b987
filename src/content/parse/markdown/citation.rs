//! Citations of the page's sources as numbers in brackets: `[2]`, `[1, 3]`, `[1][3]`.

use pulldown_cmark::{Event, LinkType, Tag, TagEnd};

use super::{Contribution, Element, Piece, Spacing};
use crate::messages::diagnostics::Span;

/// A citation of sources.
#[derive(Debug)]
pub(crate) struct Citation {
    /// `!` if the text before ends with it, else empty: in `![1]`, markdown takes it for an
    /// image marker.
    after: &'static str,
    /// Source numbers, counted from 1 but not range-checked.
    pub numbers: Vec<u64>,
}

impl Citation {
    fn of(written: &str) -> Self {
        Self {
            after: if written.starts_with('!') { "!" } else { "" },
            numbers: numbers(written),
        }
    }
}

impl Contribution for Citation {
    fn text(&self) -> &str {
        self.after
    }

    fn spacing(&self) -> Spacing {
        Spacing::Attached
    }

    fn cited(&self) -> &[u64] {
        &self.numbers
    }
}

/// Whether a reference without a definition is a citation.
pub(super) fn is_written(reference: &str) -> bool {
    !numbers(reference).is_empty()
}

/// Replaces the links that the parser makes of citations.
pub(super) fn recognised<'a>(
    markdown: &'a str,
    pieces: impl Iterator<Item = (Piece<'a>, Span)>,
) -> impl Iterator<Item = (Piece<'a>, Span)> {
    let mut in_citation = false;
    pieces.filter_map(move |(piece, span)| {
        if in_citation {
            in_citation = !matches!(
                piece,
                Piece::Event(Event::End(TagEnd::Link | TagEnd::Image))
            );
            return None;
        }
        in_citation = is_citation(&piece);
        if !in_citation {
            return Some((piece, span));
        }
        let citation = Citation::of(&markdown[span.clone()]);
        Some((Piece::Extension(Element::Citation(citation)), span))
    })
}

fn is_citation(piece: &Piece<'_>) -> bool {
    matches!(
        piece,
        Piece::Event(Event::Start(
            Tag::Link {
                link_type: LinkType::ShortcutUnknown | LinkType::ReferenceUnknown,
                ..
            } | Tag::Image {
                link_type: LinkType::ShortcutUnknown | LinkType::ReferenceUnknown,
                ..
            }
        ))
    )
}

/// Returns the numbers in brackets, or nothing if there is any other text. Numbers have at
/// most three digits, so that `[2019]` stays a year.
fn numbers(written: &str) -> Vec<u64> {
    let written = written.strip_prefix('!').unwrap_or(written);
    let is_plain = |character: char| character.is_ascii_digit() || "[], ".contains(character);
    if !written.chars().all(is_plain) {
        return Vec::new();
    }
    let words = written.split(|character: char| !character.is_ascii_digit());
    let words: Vec<&str> = words.filter(|word| !word.is_empty()).collect();
    if words.iter().any(|word| word.len() > 3) {
        return Vec::new();
    }
    words.iter().filter_map(|word| word.parse().ok()).collect()
}

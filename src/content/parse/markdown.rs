//! Quipu's markdown dialect: CommonMark with tables, footnotes, strikethrough, task lists,
//! heading ids and definition lists, and with citations of the page's sources as numbers in
//! brackets: `[2]`, `[1, 3]`, `[1][3]`.

use pulldown_cmark::{BrokenLink, CowStr, Event, LinkType, Options, Parser, Tag, TagEnd};

use crate::messages::diagnostics::Span;

/// An element of a markdown text.
#[derive(Debug)]
pub enum Piece<'a> {
    /// Event of the CommonMark parser.
    Event(Event<'a>),
    /// Citation of sources.
    Citation {
        /// `!` if the text before ends with it, else empty: in `![1]`, markdown takes it for
        /// an image marker.
        after: &'static str,
        /// Source numbers, counted from 1 but not range-checked.
        numbers: Vec<u64>,
    },
}

/// Returns the pieces of a markdown text with their spans in it. Unless `cites` is true,
/// numbers in brackets are plain text.
pub fn pieces(markdown: &str, cites: bool) -> impl Iterator<Item = (Piece<'_>, Span)> {
    let resolve = move |link: BrokenLink<'_>| {
        let is_citation = cites && !numbers(&markdown[link.span]).is_empty();
        is_citation.then_some((CowStr::Borrowed(""), CowStr::Borrowed("")))
    };
    let parser = Parser::new_with_broken_link_callback(markdown, options(), Some(resolve));
    let mut in_citation = false;
    parser.into_offset_iter().filter_map(move |(event, span)| {
        if in_citation {
            in_citation = !matches!(event, Event::End(TagEnd::Link | TagEnd::Image));
            return None;
        }
        in_citation = is_citation(&event);
        let piece = if in_citation {
            let written = &markdown[span.clone()];
            Piece::Citation {
                after: if written.starts_with('!') { "!" } else { "" },
                numbers: numbers(written),
            }
        } else {
            Piece::Event(event)
        };
        Some((piece, span))
    })
}

fn is_citation(event: &Event<'_>) -> bool {
    matches!(
        event,
        Event::Start(
            Tag::Link {
                link_type: LinkType::ShortcutUnknown | LinkType::ReferenceUnknown,
                ..
            } | Tag::Image {
                link_type: LinkType::ShortcutUnknown | LinkType::ReferenceUnknown,
                ..
            }
        )
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

fn options() -> Options {
    Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_HEADING_ATTRIBUTES
        | Options::ENABLE_DEFINITION_LIST
}

//! The markdown Quipu understands: CommonMark with tables, footnotes,
//! strikethrough, task lists, heading ids and definition lists, and numbers in
//! brackets that cite the page's sources: `[2]`, `[1, 3]`, `[1][3]`.

use pulldown_cmark::{BrokenLink, CowStr, Event, LinkType, Options, Parser, Tag, TagEnd};

use crate::messages::diagnostics::Span;

/// What a markdown text consists of.
#[derive(Debug)]
pub enum Piece<'a> {
    /// Plain markdown.
    Event(Event<'a>),
    /// Numbers of sources, from 1.
    Citation {
        /// The end of the sentence before, which markdown takes for an image's mark.
        after: &'static str,
        /// The numbers.
        numbers: Vec<u64>,
    },
}

/// The pieces of a markdown text with their spans in it; without `cites`, numbers
/// in brackets are plain text.
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

/// The numbers in brackets, of at most three digits so that `[2019]` stays a year;
/// none if there is anything else.
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

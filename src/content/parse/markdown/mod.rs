//! Quipu's Markdown: CommonMark with tables, footnotes, strikethrough, task lists, heading
//! ids and definition lists, and with Quipu's own extensions, one module each.
//!
//! An extension rewrites the stream of [`Piece`]s: it replaces what it recognises by its
//! [`Element`]s. `src/render/extensions/` has the HTML of each element, and
//! `docs/markdown.md` the steps to add an extension.

pub(crate) mod alert;
pub(crate) mod citation;

use pulldown_cmark::{BrokenLink, CowStr, Event, Options, Parser};

use crate::messages::diagnostics::{Kind, Span};

use alert::AlertPart;
use citation::Citation;

/// A part of a Markdown text.
#[derive(Debug)]
pub(crate) enum Piece<'a> {
    /// Event of the CommonMark parser.
    Event(Event<'a>),
    /// Element of one of Quipu's extensions.
    Extension(Element),
}

/// An element of one of Quipu's extensions.
#[derive(Debug)]
pub(crate) enum Element {
    /// Citation of the page's sources.
    Citation(Citation),
    /// Boundary of an alert.
    Alert(AlertPart),
}

impl Element {
    /// Returns what the element adds to its page apart from HTML.
    pub(crate) fn contribution(&self) -> &dyn Contribution {
        match self {
            Self::Citation(citation) => citation,
            Self::Alert(part) => part,
        }
    }
}

/// What an element of an extension adds to its page apart from HTML: to the plain text for
/// the search index, to headings and to the checks. By default, nothing.
pub(crate) trait Contribution {
    /// Text of the element itself. What the element encloses has its own pieces.
    fn text(&self) -> &str {
        ""
    }

    /// How the element separates the text before it from the text after it.
    fn spacing(&self) -> Spacing {
        Spacing::Inline
    }

    /// Levels of nesting that the element opens (1) or closes (-1).
    fn nesting(&self) -> isize {
        0
    }

    /// Numbers of the sources that the element cites, counted from 1 but not range-checked.
    fn cited(&self) -> &[u64] {
        &[]
    }

    /// Problem with the element, to be reported at its span.
    fn complaint(&self) -> Option<Kind> {
        None
    }
}

/// How an element separates the text around it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Spacing {
    /// As written.
    Inline,
    /// Follows the word before it directly; whitespace between them is dropped.
    Attached,
    /// Bounds a block: words before and after it are separate.
    Block,
}

/// Returns the pieces of a Markdown text with their spans in it. Unless `cites` is true,
/// numbers in brackets are plain text.
pub(crate) fn pieces(markdown: &str, cites: bool) -> impl Iterator<Item = (Piece<'_>, Span)> {
    let resolve = move |link: BrokenLink<'_>| {
        let is_citation = cites && citation::is_written(&markdown[link.span]);
        is_citation.then_some((CowStr::Borrowed(""), CowStr::Borrowed("")))
    };
    let parser = Parser::new_with_broken_link_callback(markdown, options(), Some(resolve));
    let events = parser.into_offset_iter();
    let pieces = events.map(|(event, span)| (Piece::Event(event), span));
    let pieces = citation::recognised(markdown, pieces);
    alert::recognised(markdown, pieces)
}

fn options() -> Options {
    Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_HEADING_ATTRIBUTES
        | Options::ENABLE_DEFINITION_LIST
}

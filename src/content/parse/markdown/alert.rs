//! Alerts, as GitHub writes them: a quote that begins with a marker such as `[!NOTE]` or
//! `[!NOTA]`. Text after the marker on its line is the title.
//!
//! pulldown-cmark's own alerts (`ENABLE_GFM`) know neither titles nor Spanish names.

use std::collections::VecDeque;
use std::iter::Peekable;

use pulldown_cmark::{Event, Tag, TagEnd};

use super::{Contribution, Element, Piece, Spacing};
use crate::base::text::{fold, nearest};
use crate::messages::diagnostics::{Kind, Span};

/// What an alert is about, from the least to the most urgent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum AlertKind {
    /// Additional information.
    Note,
    /// Something that helps.
    Tip,
    /// Something that the reader must know.
    Important,
    /// Something that may go wrong.
    Warning,
    /// Something that may do harm.
    Caution,
}

/// Every name of each kind; case and accents do not matter.
const NAMES: [(&str, AlertKind); 13] = [
    ("NOTE", AlertKind::Note),
    ("NOTA", AlertKind::Note),
    ("TIP", AlertKind::Tip),
    ("CONSEJO", AlertKind::Tip),
    ("SUGERENCIA", AlertKind::Tip),
    ("IMPORTANT", AlertKind::Important),
    ("IMPORTANTE", AlertKind::Important),
    ("WARNING", AlertKind::Warning),
    ("ADVERTENCIA", AlertKind::Warning),
    ("ATENCIÓN", AlertKind::Warning),
    ("CAUTION", AlertKind::Caution),
    ("PRECAUCIÓN", AlertKind::Caution),
    ("PELIGRO", AlertKind::Caution),
];

/// A boundary of an alert, or a marker that names none.
#[derive(Debug)]
pub(crate) enum AlertPart {
    /// Start of an alert and of its title.
    Start {
        /// What the alert is about.
        kind: AlertKind,
        /// Whether text or other inline content follows as the title.
        is_titled: bool,
    },
    /// End of the title.
    TitleEnd,
    /// End of the alert.
    End,
    /// Marker with an unknown name, in a quote that remains one.
    Unknown {
        /// Name as written.
        name: String,
    },
}

impl Contribution for AlertPart {
    fn spacing(&self) -> Spacing {
        match self {
            Self::Unknown { .. } => Spacing::Inline,
            _ => Spacing::Block,
        }
    }

    fn nesting(&self) -> isize {
        match self {
            Self::Start { .. } => 1,
            Self::End => -1,
            Self::TitleEnd | Self::Unknown { .. } => 0,
        }
    }

    fn complaint(&self) -> Option<Kind> {
        let Self::Unknown { name } = self else {
            return None;
        };
        let names = NAMES.iter().map(|(known, _)| *known);
        Some(Kind::UnknownAlert {
            name: name.clone(),
            nearest: nearest(name, names),
        })
    }
}

/// Replaces the quotes that begin with a marker.
pub(super) fn recognised<'a, I>(markdown: &'a str, pieces: I) -> Recognised<'a, I>
where
    I: Iterator<Item = (Piece<'a>, Span)>,
{
    Recognised {
        markdown,
        pieces: pieces.peekable(),
        queue: VecDeque::new(),
        quotes: Vec::new(),
        title: None,
    }
}

/// Iterator returned by [`recognised`].
pub(super) struct Recognised<'a, I: Iterator<Item = (Piece<'a>, Span)>> {
    markdown: &'a str,
    pieces: Peekable<I>,
    /// Pieces to return before the rest of `pieces`.
    queue: VecDeque<(Piece<'a>, Span)>,
    /// Whether each open quote is an alert.
    quotes: Vec<bool>,
    /// Number of open inline elements in the title, if one is open.
    title: Option<usize>,
}

impl<'a, I: Iterator<Item = (Piece<'a>, Span)>> Iterator for Recognised<'a, I> {
    type Item = (Piece<'a>, Span);

    fn next(&mut self) -> Option<Self::Item> {
        if let Some(queued) = self.queue.pop_front() {
            return Some(queued);
        }
        let (piece, span) = self.pieces.next()?;
        let part = match &piece {
            Piece::Event(Event::Start(Tag::BlockQuote(_))) => self.start_quote(),
            Piece::Event(Event::End(TagEnd::BlockQuote(_))) => {
                let is_alert = self.quotes.pop() == Some(true);
                is_alert.then_some(AlertPart::End)
            }
            Piece::Event(event) => self.end_title(event, &span),
            Piece::Extension(_) => None,
        };
        let part = part.map(|part| Piece::Extension(Element::Alert(part)));
        Some((part.unwrap_or(piece), span))
    }
}

impl<'a, I: Iterator<Item = (Piece<'a>, Span)>> Recognised<'a, I> {
    /// Returns the start of the alert; `None` if the quote remains one.
    fn start_quote(&mut self) -> Option<AlertPart> {
        let kind = self.take_marker();
        self.quotes.push(kind.is_some());
        let kind = kind?;
        self.title = Some(0);
        let next = self.pieces.peek();
        let is_titled = !matches!(next, Some((Piece::Event(event), _)) if ends_title(event));
        Some(AlertPart::Start { kind, is_titled })
    }

    /// Takes the marker that begins the quote, and the start of its paragraph.
    fn take_marker(&mut self) -> Option<AlertKind> {
        let (name, span) = self.marker_ahead()?;
        let paragraph = self.pieces.next();
        // A marker that somebody defined is a link.
        let is_text = matches!(self.pieces.peek(), Some((Piece::Event(Event::Text(_)), _)));
        let kind = kind_of(name).filter(|_| is_text);
        if kind.is_some() {
            self.skip_marker(span.end);
            return kind;
        }
        if is_text {
            let name = name.to_owned();
            self.queue.push_back((unknown(name), span));
        }
        self.queue.extend(paragraph);
        None
    }

    /// Returns the name and span of the marker that begins the next paragraph.
    fn marker_ahead(&mut self) -> Option<(&'a str, Span)> {
        let Some((Piece::Event(Event::Start(Tag::Paragraph)), span)) = self.pieces.peek() else {
            return None;
        };
        let name = marker_name(&self.markdown[span.clone()])?;
        let brackets = "[!]".len();
        Some((name, span.start..span.start + name.len() + brackets))
    }

    /// Drops the text up to `end`, and the whitespace after it. The parser begins a new text
    /// after each bracket.
    fn skip_marker(&mut self, end: usize) {
        while let Some((Piece::Event(Event::Text(text)), span)) = self.pieces.peek_mut() {
            let title = text.trim_start();
            if span.end > end && !title.is_empty() {
                *text = title.to_owned().into();
                return;
            }
            self.pieces.next();
        }
    }

    /// Returns the end of the title if `event` ends it: a title is one line, but an element
    /// that goes on in the next line belongs to it.
    fn end_title(&mut self, event: &Event<'a>, span: &Span) -> Option<AlertPart> {
        let depth = self.title.as_mut()?;
        match event {
            Event::Start(_) => *depth += 1,
            Event::End(_) if *depth > 0 => *depth -= 1,
            event if *depth == 0 && ends_title(event) => {
                self.title = None;
                if !matches!(event, Event::End(_)) {
                    let paragraph = Event::Start(Tag::Paragraph);
                    self.queue
                        .push_back((Piece::Event(paragraph), span.clone()));
                }
                return Some(AlertPart::TitleEnd);
            }
            _ => {}
        }
        None
    }
}

fn ends_title(event: &Event<'_>) -> bool {
    matches!(
        event,
        Event::SoftBreak | Event::HardBreak | Event::End(TagEnd::Paragraph)
    )
}

fn unknown<'a>(name: String) -> Piece<'a> {
    Piece::Extension(Element::Alert(AlertPart::Unknown { name }))
}

/// Returns the name in the marker that `paragraph` begins with. Only whitespace or a hard
/// break may follow a marker directly.
fn marker_name(paragraph: &str) -> Option<&str> {
    let (name, rest) = paragraph.strip_prefix("[!")?.split_once(']')?;
    let is_name = !name.is_empty() && fold(name).chars().all(char::is_alphabetic);
    let ends = rest.is_empty() || rest.starts_with(char::is_whitespace) || rest.starts_with("\\\n");
    (is_name && ends).then_some(name)
}

fn kind_of(name: &str) -> Option<AlertKind> {
    let name = fold(name);
    let known = NAMES.iter().find(|(known, _)| fold(known) == name);
    known.map(|(_, kind)| *kind)
}

//! Outline of a markdown body: the data that later stages need without rendering it.

use std::collections::{HashMap, HashSet};
use std::mem::Discriminant;

use pulldown_cmark::{Event, LinkType, Tag, TagEnd};

use super::html;
use super::markdown::{Contribution, Piece, pieces};
use crate::base::text::{fold, slug};
use crate::content::yaml::Complaint;
use crate::messages::diagnostics::{Kind, Located, Span};
use crate::model::{Heading, Link, Outline};

/// Findings in a body that are needed only once, to check it.
#[derive(Debug, Clone, Default)]
pub(super) struct Findings {
    /// Code blocks, which are rendered verbatim.
    pub code: Vec<Span>,
    /// Markup that would not render as intended.
    pub complaints: Vec<Complaint>,
    /// HTML that contains an image.
    pub html_images: Vec<Span>,
    /// HTML that links to a page or file of the site.
    pub html_links: Vec<Span>,
    /// Cited source numbers, in order of appearance.
    pub citations: Vec<Located<u64>>,
    /// Start of the HTML that exceeds the limits; sanitising it would take too long.
    pub excess_html: Option<Span>,
}

/// Returns the outline of `text[body]`, with spans relative to the whole text.
pub(super) fn outline(text: &str, body: Span, cites: bool) -> (Outline, Findings) {
    let mut builder = Builder::default();
    let markdown = &text[body.clone()];
    for (piece, span) in pieces(markdown, cites) {
        match piece {
            Piece::Event(event) => builder.event(event, markdown, span, body.start),
            Piece::Extension(element) => {
                let source_span = span.start + body.start..span.end + body.start;
                builder.contribution(element.contribution(), source_span);
            }
        }
    }
    builder.finish()
}

#[derive(Default)]
struct Builder {
    outline: Outline,
    findings: Findings,
    /// Level, explicit id and text so far of the open heading.
    heading: Option<(u8, Option<String>, String)>,
    /// Start of the last heading.
    heading_start: usize,
    /// Span of the open image, and whether it has alternative text.
    image: Option<(Span, bool)>,
    /// Whether the next event begins a line of a paragraph or an item.
    is_line_start: bool,
    notes: Notes,
    comments: html::Comments,
    /// Number of open elements.
    depth: usize,
    /// Number of HTML tags so far, and of bytes.
    html: (usize, usize),
    /// Kinds that [`Builder::complain_once`] has reported.
    reported: HashSet<Discriminant<Kind>>,
    ids: HashSet<String>,
    /// Next number to append to a repeated id, by base id.
    numbers: HashMap<String, usize>,
}

/// Maximum nesting of quotes, lists and emphasis, far above any readable text.
const MAX_NESTING: usize = 100;

/// Maximum number of HTML tags in a page. The time to sanitise HTML grows with the square of
/// its size.
pub(super) const MAX_HTML_TAGS: usize = 5_000;
/// Maximum size of the HTML in a page, in KiB; see [`MAX_HTML_TAGS`].
pub(super) const MAX_HTML_KIB: usize = 256;

/// Ids that the page templates use.
const RESERVED_IDS: [&str; 4] = ["contenido", "otras", "q", "search"];
const RESERVED_PREFIXES: [&str; 4] = ["cita-", "f-", "nota-", "q-"];

/// Maximum number of headings in a page, far above any usable table of contents.
const MAX_HEADINGS: usize = 2_000;

/// Footnotes, by label.
#[derive(Default)]
struct Notes {
    cited: HashSet<String>,
    /// Folded labels of defined footnotes.
    labels: HashSet<String>,
    defined: Vec<(String, Span)>,
    /// Labels without a definition, already reported.
    undefined: HashSet<String>,
}

impl Builder {
    fn event(&mut self, event: Event<'_>, markdown: &str, span: Span, offset: usize) {
        let begins_line = matches!(
            event,
            Event::Start(Tag::Paragraph | Tag::Item) | Event::SoftBreak
        );
        let is_line_start = std::mem::replace(&mut self.is_line_start, begins_line);
        let source_span = span.start + offset..span.end + offset;
        self.count_levels(&event, &source_span);
        match event {
            Event::Start(Tag::Heading { level, id, .. }) => {
                if level as u8 == 1 {
                    self.complain_once(Kind::TopHeading, first_line(markdown, &span, offset));
                }
                self.heading_start = source_span.start;
                self.heading = Some((level as u8, id.map(|id| id.to_string()), String::new()));
            }
            Event::End(TagEnd::Heading(_)) => self.end_heading(),
            Event::Start(Tag::Link {
                dest_url,
                link_type: LinkType::Email,
                ..
            }) => {
                // The source has no scheme; the HTML does.
                let target = Located::new(format!("mailto:{dest_url}"), source_span);
                let is_image = false;
                self.outline.links.push(Link { target, is_image });
            }
            Event::Start(Tag::Link { dest_url, .. }) => {
                self.link(&dest_url, markdown, span, offset, false);
            }
            Event::Start(Tag::Image { dest_url, .. }) => {
                self.image = Some((source_span, false));
                self.link(&dest_url, markdown, span, offset, true);
            }
            Event::End(TagEnd::Image) => self.end_image(),
            Event::Start(Tag::CodeBlock(_)) => self.findings.code.push(source_span),
            Event::FootnoteReference(label) => {
                self.notes.cited.insert(fold(&label));
            }
            Event::Start(Tag::FootnoteDefinition(label)) => {
                let line = first_line(markdown, &span, offset);
                let label = label.to_string();
                if self.notes.labels.insert(fold(&label)) {
                    self.notes.defined.push((label, line));
                } else {
                    self.complain(Kind::RepeatedNote { label }, line);
                }
            }
            Event::Text(text) => {
                if is_line_start && let Some(words) = unspaced_heading(&text) {
                    let words = words.to_owned();
                    self.complain(Kind::UnspacedHeading { words }, source_span);
                } else if let Some(label) = undefined_note(&text, markdown, &span) {
                    let brackets = source_span.start - 1..source_span.end + 1;
                    self.undefined_note(label.to_owned(), brackets);
                }
                self.text(&text);
            }
            Event::Code(text) => self.text(&text),
            Event::SoftBreak | Event::HardBreak => self.text(" "),
            Event::Html(html) | Event::InlineHtml(html) => self.html(&html, span, offset),
            _ => {}
        }
    }

    fn count_levels(&mut self, event: &Event<'_>, span: &Span) {
        match event {
            Event::Start(_) => self.nest(1, span),
            Event::End(_) => self.nest(-1, span),
            _ => {}
        }
    }

    fn nest(&mut self, levels: isize, span: &Span) {
        self.depth = self.depth.saturating_add_signed(levels);
        if levels != 0 && self.depth > MAX_NESTING {
            let limit = MAX_NESTING;
            self.complain_once(Kind::DeepNesting { limit }, span.start..span.start);
        }
    }

    fn html(&mut self, html: &str, span: Span, offset: usize) {
        self.outline.has_html = true;
        let (tags, bytes) = &mut self.html;
        *tags += html.matches('<').count();
        *bytes += html.len();
        if *tags > MAX_HTML_TAGS || *bytes > MAX_HTML_KIB * 1024 {
            let start = span.start + offset;
            self.findings.excess_html.get_or_insert(start..start);
        }
        let source_span = span.start + offset..span.start + offset + html.trim_end().len();
        let visible = self.comments.strip(html);
        if visible.contains("<img") {
            self.findings.html_images.push(source_span);
        } else if html::has_internal_link(&visible) {
            self.findings.html_links.push(source_span);
        }
    }

    fn contribution(&mut self, element: &dyn Contribution, span: Span) {
        self.text(element.text());
        self.nest(element.nesting(), &span);
        let cited = element.cited().iter();
        let cited = cited.map(|number| Located::new(*number, span.clone()));
        self.findings.citations.extend(cited);
        if let Some(kind) = element.complaint() {
            self.complain(kind, span);
        }
    }

    fn undefined_note(&mut self, label: String, span: Span) {
        if self.notes.undefined.insert(label.clone()) {
            self.complain(Kind::UndefinedNote { label }, span);
        }
    }

    fn end_image(&mut self) {
        if let Some((span, false)) = self.image.take() {
            self.complain(Kind::MissingAlt, span);
        }
    }

    fn complain(&mut self, kind: Kind, span: Span) {
        self.findings.complaints.push((kind, span));
    }

    /// Reports only the first diagnostic of a kind in a page.
    fn complain_once(&mut self, kind: Kind, span: Span) {
        if self.reported.insert(std::mem::discriminant(&kind)) {
            self.complain(kind, span);
        }
    }

    fn finish(mut self) -> (Outline, Findings) {
        let Notes { cited, defined, .. } = std::mem::take(&mut self.notes);
        let uncited = defined
            .into_iter()
            .filter(|(label, _)| !cited.contains(&fold(label)));
        for (label, span) in uncited {
            self.complain(Kind::UncitedNote { label }, span);
        }
        // To save memory: a site has tens of thousands of outlines.
        self.outline.headings.shrink_to_fit();
        self.outline.links.shrink_to_fit();
        (self.outline, self.findings)
    }

    fn text(&mut self, text: &str) {
        if let Some((_, is_described)) = &mut self.image {
            *is_described |= !text.trim().is_empty();
        }
        if let Some((_, _, words)) = &mut self.heading {
            words.push_str(text);
        }
    }

    fn end_heading(&mut self) {
        let Some((level, id, text)) = self.heading.take() else {
            return;
        };
        if self.outline.headings.len() == MAX_HEADINGS {
            let limit = MAX_HEADINGS;
            let span = self.heading_start..self.heading_start;
            self.complain_once(Kind::TooManyHeadings { limit }, span);
            return;
        }
        let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
        let id = self.unique(id.unwrap_or_else(|| slug(&text)));
        self.outline.headings.push(Heading { level, text, id });
    }

    fn unique(&mut self, id: String) -> String {
        let base = if id.is_empty() {
            "seccion".to_owned()
        } else if RESERVED_PREFIXES.iter().any(|start| id.starts_with(start)) {
            format!("s-{id}")
        } else {
            id
        };
        let mut id = base.clone();
        let number = self.numbers.entry(base.clone()).or_insert(2);
        while RESERVED_IDS.contains(&id.as_str()) || !self.ids.insert(id.clone()) {
            id = format!("{base}-{number}");
            *number += 1;
        }
        id
    }

    fn link(&mut self, target: &str, markdown: &str, span: Span, offset: usize, is_image: bool) {
        // Locate the address, usually after the last `](`, or else use the whole link.
        let written = &markdown[span.clone()];
        let position = written.rfind(target).filter(|_| !target.is_empty());
        let span = position.map_or(span.clone(), |at| {
            span.start + at..span.start + at + target.len()
        });
        self.outline.links.push(Link {
            target: Located::new(target.to_owned(), span.start + offset..span.end + offset),
            is_image,
        });
    }
}

/// Returns the first line of `markdown[span]` as a span of the whole text.
fn first_line(markdown: &str, span: &Span, offset: usize) -> Span {
    let line = markdown[span.clone()].lines().next().unwrap_or_default();
    let start = span.start + offset;
    start..start + line.trim_end().len()
}

/// Returns the words of a line such as `##Resultados`, which markdown takes for plain text.
/// A single `#` may be a hashtag.
fn unspaced_heading(text: &str) -> Option<&str> {
    let words = text.trim_start_matches('#');
    let marks = text.len() - words.len();
    let is_word = |first: char| first.is_alphanumeric() || "¿¡«\"".contains(first);
    ((2..=6).contains(&marks) && words.starts_with(is_word)).then_some(words)
}

/// Returns the label of an undefined footnote, which markdown renders with its brackets.
fn undefined_note<'t>(text: &'t str, markdown: &str, span: &Span) -> Option<&'t str> {
    let label = text.strip_prefix('^')?;
    let is_bracketed =
        markdown[..span.start].ends_with('[') && markdown[span.end..].starts_with(']');
    let is_label = !label.is_empty() && !label.contains(char::is_whitespace);
    (is_bracketed && is_label).then_some(label)
}

//! What the rest of the flow needs to know of a markdown body, without its HTML.

use std::collections::{HashMap, HashSet};
use std::mem::Discriminant;

use pulldown_cmark::{Event, LinkType, Tag, TagEnd};

use super::html;
use super::markdown::{Piece, pieces};
use crate::base::text::{fold, slug};
use crate::content::yaml::Complaint;
use crate::messages::diagnostics::{Kind, Located, Span};
use crate::model::{Heading, Link, Outline};

/// What is to be checked in a body, once.
#[derive(Debug, Clone, Default)]
pub struct Findings {
    /// Blocks of code, which stand as they were written.
    pub code: Vec<Span>,
    /// What would not read as it was meant.
    pub complaints: Vec<Complaint>,
    /// Images written in HTML.
    pub html_images: Vec<Span>,
    /// Links within the site written in HTML.
    pub html_links: Vec<Span>,
    /// Numbers of sources in order.
    pub citations: Vec<Located<u64>>,
    /// Where HTML begins of which there is more than can be made harmless in time.
    pub excess_html: Option<Span>,
}

/// Reads the outline of `text[body]`; spans are those of the whole text.
pub fn outline(text: &str, body: Span, cites: bool) -> (Outline, Findings) {
    let mut builder = Builder::default();
    let markdown = &text[body.clone()];
    for (piece, span) in pieces(markdown, cites) {
        match piece {
            Piece::Event(event) => builder.event(event, markdown, span, body.start),
            Piece::Citation { after, numbers } => {
                builder.text(after);
                builder.citation(numbers, span, body.start);
            }
        }
    }
    builder.finish()
}

#[derive(Default)]
struct Builder {
    outline: Outline,
    findings: Findings,
    heading: Option<(u8, Option<String>, String)>,
    /// Where the last heading begins.
    heading_start: usize,
    /// The image that is open, and whether anything describes it.
    image: Option<(Span, bool)>,
    /// Whether a line of a paragraph or an item begins here.
    is_line_start: bool,
    notes: Notes,
    comments: html::Comments,
    /// Levels that are open.
    depth: usize,
    /// Tags of HTML so far, and bytes.
    html: (usize, usize),
    /// Kinds of complaints that were made once.
    told: HashSet<Discriminant<Kind>>,
    ids: HashSet<String>,
    /// By id as written, the number to try next for one more of it.
    numbers: HashMap<String, usize>,
}

/// Most levels of quotes, lists and emphasis: no reader follows so many.
const DEEPEST: usize = 100;

/// Most tags in a page, and most KiB of them. Cleaning takes as long as their square.
pub const MOST_TAGS: usize = 5_000;
/// See [`MOST_TAGS`].
pub const MOST_HTML_KIB: usize = 256;

/// Anchors that every page has for its own ends.
const RESERVED: [&str; 4] = ["contenido", "otras", "q", "search"];
const RESERVED_PREFIXES: [&str; 4] = ["cita-", "f-", "nota-", "q-"];

/// Most headings of a page: no table of contents is longer.
const MOST_HEADINGS: usize = 2_000;

/// Footnotes by label.
#[derive(Default)]
struct Notes {
    cited: HashSet<String>,
    /// Labels of those defined, as they are compared.
    labels: HashSet<String>,
    defined: Vec<(String, Span)>,
    /// Those that nothing defines, each once.
    undefined: HashSet<String>,
}

impl Builder {
    fn event(&mut self, event: Event<'_>, markdown: &str, span: Span, offset: usize) {
        let begins_line = matches!(
            event,
            Event::Start(Tag::Paragraph | Tag::Item) | Event::SoftBreak
        );
        let is_line_start = std::mem::replace(&mut self.is_line_start, begins_line);
        let place = span.start + offset..span.end + offset;
        self.count_levels(&event, &place);
        match event {
            Event::Start(Tag::Heading { level, id, .. }) => {
                if level as u8 == 1 {
                    self.complain_once(Kind::TopHeading, first_line(markdown, &span, offset));
                }
                self.heading_start = place.start;
                self.heading = Some((level as u8, id.map(|id| id.to_string()), String::new()));
            }
            Event::End(TagEnd::Heading(_)) => self.end_heading(),
            Event::Start(Tag::Link {
                dest_url,
                link_type: LinkType::Email,
                ..
            }) => {
                // Written without its scheme; the HTML has it.
                let target = Located::new(format!("mailto:{dest_url}"), place);
                let is_image = false;
                self.outline.links.push(Link { target, is_image });
            }
            Event::Start(Tag::Link { dest_url, .. }) => {
                self.link(&dest_url, markdown, span, offset, false);
            }
            Event::Start(Tag::Image { dest_url, .. }) => {
                self.image = Some((place, false));
                self.link(&dest_url, markdown, span, offset, true);
            }
            Event::End(TagEnd::Image) => self.end_image(),
            Event::Start(Tag::CodeBlock(_)) => self.findings.code.push(place),
            Event::FootnoteReference(label) => {
                self.notes.cited.insert(fold(&label));
            }
            Event::Start(Tag::FootnoteDefinition(label)) => {
                let place = first_line(markdown, &span, offset);
                let label = label.to_string();
                if self.notes.labels.insert(fold(&label)) {
                    self.notes.defined.push((label, place));
                } else {
                    self.complain(Kind::RepeatedNote { label }, place);
                }
            }
            Event::Text(text) => {
                if is_line_start && let Some(words) = unspaced_heading(&text) {
                    let words = words.to_owned();
                    self.complain(Kind::UnspacedHeading { words }, place);
                } else if let Some(label) = undefined_note(&text, markdown, &span) {
                    self.undefined_note(label.to_owned(), place.start - 1..place.end + 1);
                }
                self.text(&text);
            }
            Event::Code(text) => self.text(&text),
            Event::SoftBreak | Event::HardBreak => self.text(" "),
            Event::Html(html) | Event::InlineHtml(html) => self.html(&html, span, offset),
            _ => {}
        }
    }

    fn count_levels(&mut self, event: &Event<'_>, place: &Span) {
        match event {
            Event::Start(_) => self.depth += 1,
            Event::End(_) => self.depth = self.depth.saturating_sub(1),
            _ => return,
        }
        if self.depth > DEEPEST {
            let limit = DEEPEST;
            self.complain_once(Kind::DeepNesting { limit }, place.start..place.start);
        }
    }

    fn html(&mut self, html: &str, span: Span, offset: usize) {
        self.outline.has_html = true;
        let (tags, bytes) = &mut self.html;
        *tags += html.matches('<').count();
        *bytes += html.len();
        if *tags > MOST_TAGS || *bytes > MOST_HTML_KIB * 1024 {
            let start = span.start + offset;
            self.findings.excess_html.get_or_insert(start..start);
        }
        let place = span.start + offset..span.start + offset + html.trim_end().len();
        let shown = self.comments.shown(html);
        if shown.contains("<img") {
            self.findings.html_images.push(place);
        } else if html::leads_within(&shown) {
            self.findings.html_links.push(place);
        }
    }

    fn citation(&mut self, numbers: Vec<u64>, span: Span, offset: usize) {
        let place = span.start + offset..span.end + offset;
        let located = numbers
            .into_iter()
            .map(|number| Located::new(number, place.clone()));
        self.findings.citations.extend(located);
    }

    fn undefined_note(&mut self, label: String, place: Span) {
        if self.notes.undefined.insert(label.clone()) {
            self.complain(Kind::UndefinedNote { label }, place);
        }
    }

    fn end_image(&mut self) {
        if let Some((span, false)) = self.image.take() {
            self.complain(Kind::MissingAlt, span);
        }
    }

    fn complain(&mut self, kind: Kind, place: Span) {
        self.findings.complaints.push((kind, place));
    }

    /// Complains about what a page need be told only once.
    fn complain_once(&mut self, kind: Kind, place: Span) {
        if self.told.insert(std::mem::discriminant(&kind)) {
            self.complain(kind, place);
        }
    }

    fn finish(mut self) -> (Outline, Findings) {
        let Notes { cited, defined, .. } = std::mem::take(&mut self.notes);
        let uncited = defined
            .into_iter()
            .filter(|(label, _)| !cited.contains(&fold(label)));
        for (label, place) in uncited {
            self.complain(Kind::UncitedNote { label }, place);
        }
        // A site holds tens of thousands.
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
        if self.outline.headings.len() == MOST_HEADINGS {
            let limit = MOST_HEADINGS;
            let place = self.heading_start..self.heading_start;
            self.complain_once(Kind::TooManyHeadings { limit }, place);
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
        while RESERVED.contains(&id.as_str()) || !self.ids.insert(id.clone()) {
            id = format!("{base}-{number}");
            *number += 1;
        }
        id
    }

    fn link(&mut self, target: &str, markdown: &str, span: Span, offset: usize, is_image: bool) {
        // The address usually stands after the last `](`; else the link itself is marked.
        let written = &markdown[span.clone()];
        let place = written.rfind(target).filter(|_| !target.is_empty());
        let span = place.map_or(span.clone(), |at| {
            span.start + at..span.start + at + target.len()
        });
        self.outline.links.push(Link {
            target: Located::new(target.to_owned(), span.start + offset..span.end + offset),
            is_image,
        });
    }
}

/// The first line of what stands at `span`, as a place in the whole text.
fn first_line(markdown: &str, span: &Span, offset: usize) -> Span {
    let line = markdown[span.clone()].lines().next().unwrap_or_default();
    let start = span.start + offset;
    start..start + line.trim_end().len()
}

/// The words of a line such as `##Resultados`, which markdown takes for plain text; a
/// sole `#` may be a hashtag.
fn unspaced_heading(text: &str) -> Option<&str> {
    let words = text.trim_start_matches('#');
    let marks = text.len() - words.len();
    let is_word = |first: char| first.is_alphanumeric() || "¿¡«\"".contains(first);
    ((2..=6).contains(&marks) && words.starts_with(is_word)).then_some(words)
}

/// The label of a note that nothing defines; markdown shows its brackets.
fn undefined_note<'t>(text: &'t str, markdown: &str, span: &Span) -> Option<&'t str> {
    let label = text.strip_prefix('^')?;
    let is_bracketed =
        markdown[..span.start].ends_with('[') && markdown[span.end..].starts_with(']');
    let is_label = !label.is_empty() && !label.contains(char::is_whitespace);
    (is_bracketed && is_label).then_some(label)
}

//! Renders a page's Markdown as HTML.

use std::collections::HashMap;

use pulldown_cmark::{CodeBlockKind, CowStr, Event, LinkType, Tag, TagEnd, html::push_html};

use super::extensions;
use super::figure::{self, Figures};
use super::glossary::{GlossaryMatcher, Linker};
use super::highlight::highlight;
use super::labels::Labels;
use super::sanitize::sanitize;
use super::table::Table;
use super::typography::join_numbers;
use crate::base::text::fold;
use crate::content::parse::markdown::{Element, Piece, Spacing, pieces};
use crate::messages::diagnostics::Diagnostic;
use crate::model::{Page, Target};

/// Maximum bytes of highlighted code on a page; as much may take half a second.
const MAX_HIGHLIGHTED_BYTES: usize = 32 * 1024;

/// Renders the body of a page.
///
/// # Errors
/// If its file has changed since it was checked, or cannot be read.
pub(super) fn body(
    page: &Page,
    figures: &Figures<'_>,
    glossary: &GlossaryMatcher,
    labels: Labels<'_>,
) -> Result<String, Box<Diagnostic>> {
    let markdown = page.markdown()?;
    let mut writer = Writer {
        page,
        figures,
        labels,
        linker: glossary.linker(figures.root),
        unlinked_depth: 0,
        headings: 0,
        code: None,
        code_bytes: 0,
        table: Table::default(),
        image: None,
        text: String::new(),
        notes: Notes::default(),
    };
    let mut main = Vec::new();
    let cites = page.cites();
    for (piece, _) in pieces(&markdown, cites) {
        match piece {
            Piece::Event(event) => writer.event(event, &mut main),
            Piece::Extension(element) => writer.element(&element, &mut main),
        }
    }
    writer.flush(&mut main);
    let mut html = String::with_capacity(markdown.len() * 3 / 2);
    push_html(&mut html, main.into_iter());
    writer.notes.push(&mut html, labels);
    if page.outline.has_html && !figures.site.config.raw_html {
        html = sanitize(&html);
    }
    Ok(html)
}

/// Returns whether HTML written by an editor begins with the tag `start`, ignoring case.
fn is_tag(html: &str, start: &str) -> bool {
    let tag = html.get(..start.len());
    let next = html[start.len().min(html.len())..].chars().next();
    tag.is_some_and(|tag| tag.eq_ignore_ascii_case(start))
        && next.is_some_and(|next| next == '>' || next.is_whitespace())
}

struct Writer<'a> {
    page: &'a Page,
    figures: &'a Figures<'a>,
    labels: Labels<'a>,
    /// Links glossary words.
    linker: Linker<'a>,
    /// Number of open links and headings, in which glossary words are not linked.
    unlinked_depth: usize,
    headings: usize,
    /// Language and text of the open code block.
    code: Option<(String, String)>,
    /// Bytes of all code blocks so far.
    code_bytes: usize,
    table: Table,
    image: Option<Image<'a>>,
    /// Text since the last other event: the parser splits text into small pieces.
    text: String,
    notes: Notes<'a>,
}

/// An image while its description is being collected.
struct Image<'a> {
    address: CowStr<'a>,
    title: CowStr<'a>,
    description: String,
}

/// Footnotes, rendered at the end of the page in the order of their first citation.
#[derive(Default)]
struct Notes<'a> {
    numbers: HashMap<String, usize>,
    bodies: HashMap<String, Vec<Event<'a>>>,
    open: Option<(String, Vec<Event<'a>>)>,
}

impl<'a> Writer<'a> {
    fn event(&mut self, event: Event<'a>, main: &mut Vec<Event<'a>>) {
        match event {
            Event::Start(Tag::FootnoteDefinition(label)) => {
                self.flush(main);
                self.notes.open = Some((fold(&label), Vec::new()));
            }
            Event::End(TagEnd::FootnoteDefinition) => {
                self.flush(main);
                self.notes.close();
            }
            Event::Start(Tag::Table(alignments)) => {
                let label = self.labels.get("table-scrolls");
                let open = format!(
                    "<div class=\"table\" role=\"region\" aria-label=\"{label}\" tabindex=\"0\"><table>"
                );
                self.table = Table::of(alignments);
                self.push(Event::Html(open.into()), main);
            }
            event => {
                if let Some(html) = self.table.html(&event) {
                    self.push(Event::Html(html.into()), main);
                    return;
                }

                if let Some(event) = self.collect_image(event)
                    && let Some(event) = self.rewritten(event)
                {
                    self.push(event, main);
                }
            }
        }
    }

    fn track_depth(&mut self, event: &Event<'_>) {
        match event {
            Event::Start(Tag::Link { .. } | Tag::Heading { .. }) => self.unlinked_depth += 1,
            Event::End(TagEnd::Link | TagEnd::Heading(_)) => {
                self.unlinked_depth = self.unlinked_depth.saturating_sub(1);
            }
            Event::InlineHtml(html) if is_tag(html, "<a") => self.unlinked_depth += 1,
            Event::InlineHtml(html) if is_tag(html, "</a") => {
                self.unlinked_depth = self.unlinked_depth.saturating_sub(1);
            }
            _ => {}
        }
    }

    fn push(&mut self, event: Event<'a>, main: &mut Vec<Event<'a>>) {
        match event {
            Event::Text(text) => self.text.push_str(&text),
            // Glossary words may extend over a line break.
            Event::SoftBreak => self.text.push('\n'),
            event => {
                self.flush(main);
                self.track_depth(&event);
                self.open(main).push(event);
            }
        }
    }

    fn flush(&mut self, main: &mut Vec<Event<'a>>) {
        if !self.text.is_empty() {
            let text = std::mem::take(&mut self.text);
            let linked = if self.unlinked_depth == 0 {
                self.linker.link_words(&text)
            } else {
                vec![Event::Text(join_numbers(&text).into_owned().into())]
            };
            self.open(main).extend(linked);
        }
    }

    /// Returns the destination of events: the open footnote, or the page.
    fn open<'m>(&'m mut self, main: &'m mut Vec<Event<'a>>) -> &'m mut Vec<Event<'a>> {
        match &mut self.notes.open {
            Some((_, note)) => note,
            None => main,
        }
    }

    fn element(&mut self, element: &Element, main: &mut Vec<Event<'a>>) {
        let contribution = element.contribution();
        self.text.push_str(contribution.text());
        if contribution.spacing() == Spacing::Attached {
            self.text.truncate(self.text.trim_end().len());
        }
        let html = extensions::html(element, self.labels);
        self.push(html, main);
    }

    /// Collects the text inside an image; its end event becomes the image.
    fn collect_image(&mut self, event: Event<'a>) -> Option<Event<'a>> {
        if let Event::End(TagEnd::Image) = event {
            let image = self.image.take()?;
            return Some(Event::InlineHtml(self.picture(&image).into()));
        }
        let Some(image) = &mut self.image else {
            return Some(event);
        };
        match event {
            Event::Text(text) | Event::Code(text) => image.description.push_str(&text),
            Event::SoftBreak | Event::HardBreak => image.description.push(' '),
            _ => {}
        }
        None
    }

    fn picture(&self, image: &Image<'_>) -> String {
        let title = Some(image.title.as_ref()).filter(|title| !title.is_empty());
        match self.figures.view(self.page, &image.address) {
            Some(view) => view.html(&image.description, title),
            None => figure::plain(&self.address(&image.address), &image.description, title),
        }
    }

    /// Resolves addresses, sets heading ids and highlights code. `None` while a code block
    /// is being collected.
    fn rewritten(&mut self, event: Event<'a>) -> Option<Event<'a>> {
        match event {
            Event::Start(tag) => self.rewritten_start(tag).map(Event::Start),
            Event::End(TagEnd::CodeBlock) => {
                let (language, code) = self.code.take()?;
                self.code_bytes += code.len();
                let is_highlighted = self.code_bytes <= MAX_HIGHLIGHTED_BYTES;
                let language = if is_highlighted { &language } else { "" };
                Some(Event::Html(highlight(&code, language).into()))
            }
            Event::Text(text) => match &mut self.code {
                Some((_, code)) => {
                    code.push_str(&text);
                    None
                }
                None => Some(Event::Text(text)),
            },
            Event::FootnoteReference(label) => {
                Some(Event::InlineHtml(self.notes.cite(&label).into()))
            }
            event => Some(event),
        }
    }

    fn rewritten_start(&mut self, mut tag: Tag<'a>) -> Option<Tag<'a>> {
        match &mut tag {
            Tag::Heading { id, .. } => {
                let heading = &self.page.outline.headings[self.headings];
                self.headings += 1;
                *id = Some(CowStr::from(heading.id.clone()));
            }
            Tag::Link {
                link_type: LinkType::Email,
                ..
            } => {}
            Tag::Link { dest_url, .. } => *dest_url = self.address(dest_url).into(),
            Tag::Image {
                dest_url, title, ..
            } => {
                self.image = Some(Image {
                    address: dest_url.clone(),
                    title: title.clone(),
                    description: String::new(),
                });
                return None;
            }
            Tag::CodeBlock(kind) => {
                let language = match kind {
                    CodeBlockKind::Fenced(language) => language.to_string(),
                    CodeBlockKind::Indented => String::new(),
                };
                self.code = Some((language, String::new()));
                return None;
            }
            _ => {}
        }
        Some(tag)
    }

    fn address(&self, written: &str) -> String {
        match self.page.targets.get(written) {
            Some(Target::Anchor(anchor)) => format!("#{anchor}"),
            Some(Target::Internal { permalink, anchor }) => {
                let anchor = anchor.as_ref().map(|anchor| format!("#{anchor}"));
                let root = self.figures.root;
                format!("{root}{permalink}{}", anchor.unwrap_or_default())
            }
            Some(Target::File(asset)) => self.figures.address(*asset),
            Some(Target::External(address)) => address.clone(),
            None => "#".to_owned(),
        }
    }
}

impl Notes<'_> {
    fn cite(&mut self, label: &str) -> String {
        let next = self.numbers.len() + 1;
        let number = *self.numbers.entry(fold(label)).or_insert(next);
        // The footnote links back to the first citation only.
        let id = if number == next {
            format!(" id=\"cita-{number}\"")
        } else {
            String::new()
        };
        format!("<sup class=\"cite\"><a href=\"#nota-{number}\"{id}>{number}</a></sup>")
    }

    fn close(&mut self) {
        if let Some((label, events)) = self.open.take() {
            self.bodies.entry(label).or_insert(events);
        }
    }

    fn push(mut self, html: &mut String, labels: Labels<'_>) {
        let mut cited: Vec<(usize, String)> = self
            .numbers
            .drain()
            .map(|(label, number)| (number, label))
            .collect();
        cited.sort();
        if cited.is_empty() {
            return;
        }
        let label = labels.get("footnotes");
        html.push_str(&format!(
            "<section class=\"footnotes\" aria-label=\"{label}\"><ol>\n"
        ));
        let back = labels.get("footnote-back");
        for (number, label) in cited {
            html.push_str(&format!("<li id=\"nota-{number}\">"));
            push_html(
                html,
                self.bodies.remove(&label).unwrap_or_default().into_iter(),
            );
            html.push_str(&format!(
                "<a class=\"back\" href=\"#cita-{number}\" aria-label=\"{back}\">↩</a></li>\n"
            ));
        }
        html.push_str("</ol></section>\n");
    }
}

//! Plain text of a markdown body, one section per heading, for the search index.

use pulldown_cmark::{Event, Tag, TagEnd};

use super::markdown::{Contribution, Piece, Spacing, pieces};
use crate::messages::diagnostics::Diagnostic;
use crate::model::Page;

/// The text under one heading.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Section {
    /// Index of its heading in the [`Outline`](crate::model::Outline); `None` for the text
    /// before the first heading.
    pub heading: Option<usize>,
    /// Words separated by single spaces; may end with a space.
    pub text: String,
}

/// Returns the plain text of a page, one section per heading.
///
/// # Errors
/// Same as [`Page::markdown`].
pub fn sections_of(page: &Page) -> Result<Vec<Section>, Box<Diagnostic>> {
    Ok(sections(&page.markdown()?, page.cites()))
}

/// Returns the sections of `markdown`: the text before any heading, then one per heading.
pub fn sections(markdown: &str, cites: bool) -> Vec<Section> {
    let mut sections = vec![Section::default()];
    let mut in_heading = false;
    for (piece, _) in pieces(markdown, cites) {
        match piece {
            Piece::Event(Event::Start(Tag::Heading { .. })) => in_heading = true,
            Piece::Event(Event::End(TagEnd::Heading(_))) => {
                in_heading = false;
                let heading = Some(sections.len() - 1);
                let text = String::new();
                sections.push(Section { heading, text });
            }
            _ if in_heading => {}
            Piece::Event(event) => push_event(last(&mut sections), &event),
            Piece::Extension(element) => {
                push_element(last(&mut sections), element.contribution());
            }
        }
    }
    sections
}

fn last(sections: &mut [Section]) -> &mut String {
    let last = sections.len() - 1;
    &mut sections[last].text
}

fn push_event(text: &mut String, event: &Event<'_>) {
    match event {
        Event::Text(words) | Event::Code(words) => push_words(text, words),
        Event::SoftBreak | Event::HardBreak => push_words(text, " "),
        Event::End(end) if is_block(*end) => push_words(text, " "),
        _ => {}
    }
}

fn push_element(text: &mut String, element: &dyn Contribution) {
    push_words(text, element.text());
    match element.spacing() {
        Spacing::Inline => {}
        Spacing::Attached => text.truncate(text.trim_end().len()),
        Spacing::Block => push_words(text, " "),
    }
}

/// Appends `words` with all whitespace collapsed to single spaces.
fn push_words(text: &mut String, words: &str) {
    let mut is_after_space = text.is_empty() || text.ends_with(' ');
    let mut start = 0;
    for (at, character) in words.char_indices() {
        let is_space = character.is_whitespace();
        if is_space && (is_after_space || character != ' ') {
            text.push_str(&words[start..at]);
            start = at + character.len_utf8();
            if !is_after_space {
                text.push(' ');
            }
        }
        is_after_space = is_space;
    }
    text.push_str(&words[start..]);
}

fn is_block(end: TagEnd) -> bool {
    !matches!(
        end,
        TagEnd::Emphasis
            | TagEnd::Strong
            | TagEnd::Strikethrough
            | TagEnd::Link
            | TagEnd::Superscript
            | TagEnd::Subscript
    )
}

#[cfg(test)]
mod tests {
    use super::sections;

    #[test]
    fn text_belongs_to_its_heading() {
        let found = sections(
            "Antes *de*\ntodo [1].\n\n## Uno [2]\n\n- a\n- b\n\n## Dos",
            true,
        );
        let texts: Vec<_> = found
            .iter()
            .map(|section| (section.heading, section.text.as_str()))
            .collect();
        assert_eq!(
            texts,
            [(None, "Antes de todo. "), (Some(0), "a b "), (Some(1), "")]
        );
    }

    #[test]
    fn alerts_are_text_without_their_markers() {
        let found = sections(
            "Antes.\n\n> [!NOTA] *Un* título\n> y\n> texto\n\n> [!tip]\n\n- a\n  > [!Tip]\n  > b",
            false,
        );
        assert_eq!(found[0].text, "Antes. Un título y texto a b ");
    }

    #[test]
    fn whitespace_collapses_to_one_space() {
        let found = sections("a\u{a0} b&nbsp;&#32;&#9;c `  d  `&nbsp;\n*e*", false);
        assert_eq!(found[0].text, "a b c d e ");
    }
}

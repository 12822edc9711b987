//! Citations: raised numbers that link to the sources listed by the theme.

use pulldown_cmark::Event;

use crate::content::parse::markdown::citation::Citation;

/// Renders the links, with the markup of `cite.html`.
pub(super) fn html(citation: &Citation) -> Event<'static> {
    let cite =
        |number| format!("<sup class=\"cite\"><a href=\"#q-fuente-{number}\">{number}</a></sup>");
    let html: String = citation.numbers.iter().map(cite).collect();
    Event::InlineHtml(html.into())
}

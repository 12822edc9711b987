//! HTML of Quipu's own Markdown extensions, one module each. What an extension recognises is
//! in `src/content/parse/markdown/`.

mod alert;
mod citation;

use pulldown_cmark::Event;

use super::labels::Labels;
use crate::content::parse::markdown::Element;

/// Renders an element as an event with HTML.
pub(super) fn html(element: &Element, labels: Labels<'_>) -> Event<'static> {
    match element {
        Element::Citation(citation) => citation::html(citation),
        Element::Alert(part) => alert::html(part, labels),
    }
}

//! Alerts: a note in a box of its own, with a title that the theme marks with an icon.

use pulldown_cmark::Event;

use crate::content::parse::markdown::alert::{AlertKind, AlertPart};
use crate::render::labels::Labels;

/// Renders a boundary of an alert.
pub(super) fn html(part: &AlertPart, labels: Labels<'_>) -> Event<'static> {
    let html = match part {
        AlertPart::Start { kind, is_titled } => start(*kind, *is_titled, labels),
        AlertPart::TitleEnd => "</p>\n".to_owned(),
        AlertPart::End => "</div>\n".to_owned(),
        AlertPart::Unknown { .. } => String::new(),
    };
    Event::Html(html.into())
}

/// Renders the start of the title, and the title itself unless the editor wrote one. The
/// kind is then the accessible name: an icon alone does not say it to everyone.
fn start(kind: AlertKind, is_titled: bool, labels: Labels<'_>) -> String {
    let class = class(kind);
    let name = labels.get(&format!("alert-{class}"));
    let (label, title) = if is_titled {
        (format!(" aria-label=\"{name}\""), "")
    } else {
        (String::new(), name.as_str())
    };
    format!("<div class=\"alert {class}\" role=\"note\"{label}>\n<p class=\"alert-title\">{title}")
}

/// Returns the class of a kind; the theme's string with its name is `alert-` and the class.
fn class(kind: AlertKind) -> &'static str {
    match kind {
        AlertKind::Note => "note",
        AlertKind::Tip => "tip",
        AlertKind::Important => "important",
        AlertKind::Warning => "warning",
        AlertKind::Caution => "caution",
    }
}

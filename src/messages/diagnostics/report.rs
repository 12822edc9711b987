//! Diagnostics as text for the terminal, in the reader's language.

use annotate_snippets::{AnnotationKind, Element, Level, Origin, Renderer, Snippet};

use super::{Diagnostic, Severity};
use crate::messages::locale::Catalogue;

/// Formats a diagnostic: `file:line:column`, the marked source line, what is wrong, and how
/// to fix it. Styled with ANSI codes; print it through `anstream`.
pub fn text(diagnostic: &Diagnostic, words: &Catalogue) -> String {
    let description = diagnostic.kind.describe();
    let message = words.format(description.id, &description.arguments);
    let note = |name: &str| words.attribute(description.id, name, &description.arguments);
    let why = note("why").map(|why| (Level::NOTE, "level-why", why));
    let help = note("help").map(|help| (Level::HELP, "level-help", help));
    let level_name = words.text(diagnostic.severity().id());
    let level = match diagnostic.severity() {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
        Severity::Advice | Severity::Style => Level::INFO,
    };
    let group = level
        .with_name(level_name)
        .primary_title(message)
        .id(description.code)
        .element(excerpt(diagnostic))
        .elements(
            [why, help]
                .into_iter()
                .flatten()
                .map(|(level, name, text)| level.with_name(words.text(name)).message(text)),
        );
    Renderer::styled().render(&[group])
}

/// The marked source line, if the file has text. Only that line is passed to the renderer:
/// it would otherwise scan a file of many megabytes once per diagnostic.
fn excerpt(diagnostic: &Diagnostic) -> Element<'_> {
    let location = &diagnostic.location;
    let source = &location.source;
    if source.text().is_empty() {
        let origin = Origin::path(&source.path);
        return origin.line(1).char_column(1).into();
    }
    let line = source.line_range(location.span.start);
    let (number, _) = source.line_column(location.span.start);
    let start = location.span.start.clamp(line.start, line.end) - line.start;
    let end = location.span.end.clamp(line.start, line.end) - line.start;
    Snippet::source(&source.text()[line])
        .path(&source.path)
        .line_start(number)
        .annotation(AnnotationKind::Primary.span(start..end.max(start)))
        .into()
}

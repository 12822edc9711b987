//! Diagnostics as text for a terminal, in the reader's language.

use annotate_snippets::{AnnotationKind, Level, Renderer, Snippet};

use super::{Diagnostic, Severity};
use crate::locale::Catalogue;

/// One diagnostic as `file:line:column`, the source line with a marker, what is
/// wrong, and how to mend it. Styled with ANSI codes; print through `anstream`.
pub fn text(diagnostic: &Diagnostic, words: &Catalogue) -> String {
    let description = diagnostic.kind.describe();
    let message = words.format(description.id, &description.arguments);
    let help = words.attribute(description.id, "help", &description.arguments);
    let level_name = words.text(match diagnostic.severity() {
        Severity::Error => "level-error",
        Severity::Warning => "level-warning",
    });
    let help_name = words.text("level-help");
    let level = match diagnostic.severity() {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
    };
    let group = level
        .with_name(level_name)
        .primary_title(message)
        .id(description.code)
        .element(excerpt(diagnostic))
        .elements(help.map(|help| Level::HELP.with_name(help_name).message(help)));
    Renderer::styled().render(&[group])
}

/// The marked line. Only that line is handed over: a report on a file of many
/// megabytes must not read it once per complaint.
fn excerpt(diagnostic: &Diagnostic) -> Snippet<'_, annotate_snippets::Annotation<'_>> {
    let place = &diagnostic.place;
    let source = &place.source;
    let line = source.line_range(place.span.start);
    let (number, _) = source.line_column(place.span.start);
    let start = place.span.start.clamp(line.start, line.end) - line.start;
    let end = place.span.end.clamp(line.start, line.end) - line.start;
    Snippet::source(&source.text[line])
        .path(&source.path)
        .line_start(number)
        .annotation(AnnotationKind::Primary.span(start..end.max(start)))
}

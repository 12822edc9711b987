//! Template errors as diagnostics, with their location and the names available there.

use std::collections::BTreeMap;
use std::sync::Arc;

use tera::{Error, ErrorKind};

use super::bindings::Bindings;
use crate::messages::diagnostics::{Diagnostic, Kind, Location, SourceFile};

/// Converts a template error to a diagnostic located in the theme. `bindings` are the
/// variables of the template; `None` if it could not be parsed.
pub(super) fn diagnostic(
    error: &Error,
    templates: &BTreeMap<String, Arc<SourceFile>>,
    fallback: &Arc<SourceFile>,
    bindings: Option<&Bindings>,
) -> Diagnostic {
    if let ErrorKind::SyntaxError(report) | ErrorKind::RenderingError(report) = error.kind()
        && let Some(source) = templates.get(report.filename())
    {
        let range = report.span().range.clone();
        let end = range.end.min(source.text().len());
        let span = range.start.min(end)..end;
        let kind = match bindings {
            None => Kind::TemplateSyntax {
                message: report.message().to_owned(),
            },
            Some(bindings) => {
                let (message, available) = split_suggestions(report.message(), bindings);
                Kind::TemplateFailed { message, available }
            }
        };
        return Diagnostic::new(kind, Location::new(source, span));
    }
    let kind = match error.kind() {
        ErrorKind::TemplateNotFound(name) | ErrorKind::MissingParent { parent: name, .. } => {
            Kind::MissingTemplate { name: name.clone() }
        }
        _ => Kind::TemplateFailed {
            message: error.to_string(),
            available: Vec::new(),
        },
    };
    Diagnostic::new(kind, Location::whole(fallback))
}

/// Splits off the names that Tera or `bindings` offer in place of an undefined one.
fn split_suggestions(message: &str, bindings: &Bindings) -> (String, Vec<String>) {
    if let Some((message, rest)) = message.split_once(". Available ") {
        let names = rest.split_once(": ").map_or(rest, |(_, names)| names);
        let names = names.split(", ").map(str::to_owned);
        return (message.to_owned(), names.collect());
    }
    let names = bindings
        .names
        .iter()
        .filter(|_| message.contains("undefined"));
    let mut names: Vec<String> = names.map(|name| (*name).to_owned()).collect();
    names.sort();
    (message.to_owned(), names)
}

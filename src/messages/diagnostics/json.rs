//! Machine-readable diagnostics: Quipu's own JSON, and SARIF for code hosts and editors.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use super::{CODES, Diagnostic, Severity};
use crate::messages::locale::Catalogue;

/// Encodes diagnostics as an array of objects. Lines and columns count from 1, columns in
/// characters; ends are exclusive.
pub fn list(diagnostics: &[Diagnostic], words: &Catalogue) -> Value {
    diagnostics
        .iter()
        .map(|diagnostic| object(diagnostic, words))
        .collect()
}

fn object(diagnostic: &Diagnostic, words: &Catalogue) -> Value {
    let description = diagnostic.kind.describe();
    let part = |name: &str| words.attribute(description.id, name, &description.arguments);
    let [start, end] = corners(diagnostic);
    json!({
        "code": description.code,
        "severity": match diagnostic.severity() {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Advice => "advice",
            Severity::Style => "style",
        },
        "message": words.format(description.id, &description.arguments),
        "why": part("why"),
        "help": part("help"),
        "fix": diagnostic.kind.fix(),
        "path": diagnostic.location.source.path,
        "start": { "line": start.0, "column": start.1 },
        "end": { "line": end.0, "column": end.1 },
    })
}

/// Encodes diagnostics as a log in the Static Analysis Results Interchange Format, version
/// 2.1.0 (OASIS, 2020).
pub fn sarif(diagnostics: &[Diagnostic], words: &Catalogue) -> Value {
    let used: BTreeSet<&str> = diagnostics
        .iter()
        .map(|diagnostic| diagnostic.kind.code())
        .collect();
    let rules: Vec<Value> = CODES
        .iter()
        .filter(|(code, _)| used.contains(code))
        .map(|(code, id)| rule(code, id, words))
        .collect();
    let results: Vec<Value> = diagnostics
        .iter()
        .map(|diagnostic| result(diagnostic, words))
        .collect();
    json!({
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [{
            "tool": { "driver": {
                "name": "quipu",
                "version": env!("CARGO_PKG_VERSION"),
                "rules": rules,
            }},
            "columnKind": "unicodeCodePoints",
            "results": results,
        }],
    })
}

fn rule(code: &str, id: &str, words: &Catalogue) -> Value {
    let part = |name: &str| words.attribute(id, name, &[]).unwrap_or_default();
    json!({
        "id": code,
        "name": id,
        "shortDescription": { "text": part("name") },
        "fullDescription": { "text": part("why") },
    })
}

fn result(diagnostic: &Diagnostic, words: &Catalogue) -> Value {
    let description = diagnostic.kind.describe();
    let message = words.format(description.id, &description.arguments);
    let help = words.attribute(description.id, "help", &description.arguments);
    let text = [Some(message), help].into_iter().flatten();
    let [start, end] = corners(diagnostic);
    json!({
        "ruleId": description.code,
        "level": match diagnostic.severity() {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Advice | Severity::Style => "note",
        },
        "message": { "text": text.collect::<Vec<_>>().join(". ") },
        "locations": [{ "physicalLocation": {
            "artifactLocation": { "uri": address(&diagnostic.location.source.path) },
            "region": {
                "startLine": start.0,
                "startColumn": start.1,
                "endLine": end.0,
                "endColumn": end.1,
            },
        }}],
    })
}

fn corners(diagnostic: &Diagnostic) -> [(usize, usize); 2] {
    let location = &diagnostic.location;
    [location.span.start, location.span.end].map(|offset| location.source.line_column(offset))
}

/// Encodes a path as a relative URI reference, with spaces and non-ASCII letters escaped.
fn address(path: &str) -> String {
    use percent_encoding::{AsciiSet, CONTROLS, utf8_percent_encode};
    const UNSAFE: &AsciiSet = &CONTROLS.add(b' ').add(b'"').add(b'%').add(b'#').add(b'?');
    utf8_percent_encode(path, UNSAFE).to_string()
}

//! What Quipu says about a site: diagnostics are data, words come later.
//!
//! A stage never prints. It returns [`Diagnostic`]s: a [`Kind`] with its facts
//! and, where there is one, a [`Location`] in a source file. [`report`] turns them
//! into text in the reader's language.

mod codes;
mod description;
pub mod explanation;
mod facts;
pub mod json;
mod kind;
pub mod report;
mod severity;
mod source;

pub use codes::CODES;
pub use description::Description;
pub use facts::{
    AddressForm, Expected, LogoFault, PictureMeasure, Refusal, SynonymFault, SynonymOwner,
    YamlMistake,
};
pub use kind::Kind;
pub use severity::Severity;
pub use source::{Located, Location, SourceFile, Span, normalized};

/// One complaint about the site.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diagnostic {
    /// What is wrong, with its facts.
    pub kind: Kind,
    /// Where it stands.
    pub location: Location,
}

impl Diagnostic {
    /// A complaint about `span` of `source`.
    pub fn new(kind: Kind, location: Location) -> Self {
        Self { kind, location }
    }

    /// How serious it is.
    pub fn severity(&self) -> Severity {
        self.kind.severity()
    }
}

/// Of one severity in one file, nobody reads on after so many.
pub const MOST_OF_A_FILE: usize = 100;

/// Orders diagnostics by file, position and code, and drops repetitions, so
/// that a run's report does not depend on threads. Of those that a file has too
/// many of, the rest are only counted.
pub fn sort(diagnostics: &mut Vec<Diagnostic>) {
    diagnostics.sort_by(|a, b| key(a).cmp(&key(b)));
    diagnostics.dedup();
    count_excess(diagnostics, &[Severity::Style]);
}

/// Counts remarks on style, too, of which [`sort`] keeps all for what tidies them.
pub fn count_style(diagnostics: &mut Vec<Diagnostic>) {
    count_excess(diagnostics, &[]);
}

/// Of each severity that is not `whole`, keeps what a reader of a file will read.
fn count_excess(diagnostics: &mut Vec<Diagnostic>, whole: &[Severity]) {
    let files = diagnostics.chunk_by(|a, b| a.location.source.path == b.location.source.path);
    let kept = files.flat_map(|file| within_reason(file, whole));
    *diagnostics = kept.collect();
    diagnostics.sort_by(|a, b| key(a).cmp(&key(b)));
}

/// One file's diagnostics, with those that are too many of a severity counted.
fn within_reason(file: &[Diagnostic], whole: &[Severity]) -> Vec<Diagnostic> {
    let mut kept = Vec::new();
    for severity in Severity::ALL {
        let of_severity = file.iter().filter(|found| found.severity() == severity);
        let (counted, own): (Vec<_>, Vec<_>) =
            of_severity.partition(|found| matches!(found.kind, Kind::AndMore { .. }));
        let before: usize = counted.iter().map(|found| found.kind.problems()).sum();
        let mut own = own.into_iter();
        if whole.contains(&severity) {
            kept.extend(own.cloned());
            continue;
        }
        kept.extend(own.by_ref().take(MOST_OF_A_FILE).cloned());
        let count = own.count() + before;
        if count > 0 {
            let source = &file[0].location.source;
            let end = source.text().len();
            let place = Location::new(source, end..end);
            kept.push(Diagnostic::new(Kind::AndMore { count, severity }, place));
        }
    }
    kept
}

fn key(diagnostic: &Diagnostic) -> (&str, usize, usize, &'static str) {
    let place = &diagnostic.location;
    (
        &place.source.path,
        place.span.start,
        place.span.end,
        diagnostic.kind.describe().code,
    )
}

/// Whether any of them keeps the site from being built.
pub fn has_errors(diagnostics: &[Diagnostic]) -> bool {
    diagnostics
        .iter()
        .any(|diagnostic| diagnostic.severity() == Severity::Error)
}

//! Diagnostics about a site: data that is put into words later.
//!
//! A stage never prints. It returns [`Diagnostic`]s: a [`Kind`] with its arguments, and a
//! [`Location`] in a source file. [`report`] formats them in the reader's language.

mod argument;
mod description;
pub mod explanation;
mod facts;
pub mod json;
pub mod report;
mod row;
mod severity;
mod source;
mod table;

pub use description::Description;
pub use facts::{
    AddressForm, Claimant, CleaningFault, Expected, FolderUse, Lines, LogoFault, PageFault,
    PictureMeasure, Refusal, Secret, SynonymFault, SynonymOwner, UnchangedCopy, YamlMistake,
};
pub use severity::Severity;
pub use source::{Located, Location, SourceFile, Span, normalized};
pub use table::{CODES, Kind};

/// A problem with the site, or a suggestion. As an error it names its code and file; the
/// words for people are in the catalogues.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{kind} in {}", location.source.path)]
pub struct Diagnostic {
    /// What is wrong, with the arguments of its message.
    pub kind: Kind,
    /// Position in the sources.
    pub location: Location,
}

impl Diagnostic {
    /// Creates a diagnostic about `location`.
    pub fn new(kind: Kind, location: Location) -> Self {
        Self { kind, location }
    }

    /// Returns the severity of its kind.
    pub fn severity(&self) -> Severity {
        self.kind.severity()
    }
}

/// Maximum number of diagnostics listed per file and severity: nobody reads more.
pub const MAX_PER_FILE: usize = 100;

/// Sorts diagnostics by file, position and code, and removes duplicates, so that a report
/// does not depend on thread scheduling. Those above [`MAX_PER_FILE`] are only counted,
/// except style diagnostics.
pub fn sort(diagnostics: &mut Vec<Diagnostic>) {
    diagnostics.sort_by(|a, b| key(a).cmp(&key(b)));
    diagnostics.dedup();
    cap(diagnostics, &[Severity::Style]);
}

/// Also caps style diagnostics, which [`sort`] retains in full for the automatic fixes.
pub fn cap_style(diagnostics: &mut Vec<Diagnostic>) {
    cap(diagnostics, &[]);
}

/// Applies [`MAX_PER_FILE`] to each severity that is not in `uncapped`.
fn cap(diagnostics: &mut Vec<Diagnostic>, uncapped: &[Severity]) {
    let files = diagnostics.chunk_by(|a, b| a.location.source.path == b.location.source.path);
    let kept = files.flat_map(|file| cap_file(file, uncapped));
    *diagnostics = kept.collect();
    diagnostics.sort_by(|a, b| key(a).cmp(&key(b)));
}

/// Returns one file's diagnostics, with those above the limit replaced by their count.
fn cap_file(file: &[Diagnostic], uncapped: &[Severity]) -> Vec<Diagnostic> {
    let mut kept = Vec::new();
    for severity in Severity::ALL {
        let of_severity = file.iter().filter(|found| found.severity() == severity);
        let (counted, own): (Vec<_>, Vec<_>) =
            of_severity.partition(|found| matches!(found.kind, Kind::AndMore { .. }));
        let before: usize = counted.iter().map(|found| found.kind.problems()).sum();
        let mut own = own.into_iter();
        if uncapped.contains(&severity) {
            kept.extend(own.cloned());
            continue;
        }
        kept.extend(own.by_ref().take(MAX_PER_FILE).cloned());
        let count = own.count() + before;
        if count > 0 {
            let source = &file[0].location.source;
            let end = source.text().len();
            let location = Location::new(source, end..end);
            kept.push(Diagnostic::new(Kind::AndMore { count, severity }, location));
        }
    }
    kept
}

fn key(diagnostic: &Diagnostic) -> (&str, usize, usize, &'static str) {
    let location = &diagnostic.location;
    (
        &location.source.path,
        location.span.start,
        location.span.end,
        diagnostic.kind.code(),
    )
}

/// Returns whether any diagnostic prevents the site from being built.
pub fn has_errors(diagnostics: &[Diagnostic]) -> bool {
    diagnostics
        .iter()
        .any(|diagnostic| diagnostic.severity() == Severity::Error)
}

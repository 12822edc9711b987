//! The state that requests are answered from, and the problems shown on open pages.

use std::hash::{DefaultHasher, Hash, Hasher};
use std::sync::Arc;
use std::time::Duration;

use serde::Serialize;

use crate::base::text::escaped;
use crate::build::preview::{Failure, Preview, Snapshot};
use crate::messages::diagnostics::{Diagnostic, Severity, report};
use crate::messages::locale::{Argument, Catalogue};

/// Media type of pages.
const HTML: &str = "text/html; charset=utf-8";

/// A state of the previewed site.
pub(crate) struct State {
    /// Time the update took.
    pub took: Duration,
    /// Diagnostics about the current files, sorted.
    pub diagnostics: Vec<Diagnostic>,
    /// The last site without errors; older than the diagnostics if these have errors.
    snapshot: Option<Arc<Snapshot>>,
    /// Problems for open pages, as a JSON object.
    pub problems: String,
    words: Arc<Catalogue>,
}

/// Problems in the form that `live.js` shows.
#[derive(Serialize)]
struct ProblemPanel {
    /// Message with the number of problems; empty if there are none.
    title: String,
    /// Whether some are errors, which prevent a build.
    are_errors: bool,
    /// Language tag of the messages.
    language: String,
    /// Label of the button that hides the panel.
    hide: String,
    problems: Vec<String>,
}

/// Response to a request for a file.
pub(crate) struct Answer {
    /// Body of the response.
    pub bytes: Vec<u8>,
    /// Media type of the body.
    pub media_type: String,
    /// Whether the body is the requested file or a substitute.
    pub outcome: Found,
}

/// Outcome of a request for a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Found {
    /// The body is the requested file.
    Yes,
    /// The file does not exist; the body is the site's 404 page.
    No,
    /// The file could not be rendered or read; the body is a page with the reasons.
    Failed,
}

impl State {
    /// Captures the current state of a preview.
    pub(crate) fn of(preview: &Preview, words: &Arc<Catalogue>, took: Duration) -> Self {
        let diagnostics = preview.problems();
        Self {
            took,
            problems: problems(&diagnostics, words),
            diagnostics,
            snapshot: preview.snapshot(),
            words: Arc::clone(words),
        }
    }

    /// Whether the files have no errors. If they have, pages are from an older state.
    pub(crate) fn is_valid(&self) -> bool {
        !crate::messages::diagnostics::has_errors(&self.diagnostics)
    }

    /// Returns the file at `permalink`, or a page that explains why it is not available.
    pub(crate) fn answer(&self, permalink: &str) -> Answer {
        let Some(snapshot) = &self.snapshot else {
            return self.failed(Vec::new());
        };
        match snapshot.file(permalink) {
            Ok(file) => Answer {
                bytes: file.bytes,
                media_type: file.media_type,
                outcome: Found::Yes,
            },
            Err(Failure::Missing) => match snapshot.not_found() {
                Ok(bytes) => Answer {
                    bytes,
                    media_type: HTML.to_owned(),
                    outcome: Found::No,
                },
                Err(failure) => self.failed(self.reasons(&failure)),
            },
            Err(failure) => self.failed(self.reasons(&failure)),
        }
    }

    /// Hashes a page and the theme's files that it may use, to detect outdated pages.
    pub(crate) fn fingerprint(&self, page: &[u8]) -> String {
        let mut hasher = DefaultHasher::new();
        page.hash(&mut hasher);
        if let Some(snapshot) = &self.snapshot {
            snapshot.theme_files().hash(&mut hasher);
        }
        format!("{:016x}", hasher.finish())
    }

    fn reasons(&self, failure: &Failure) -> Vec<String> {
        match failure {
            Failure::Missing => Vec::new(),
            Failure::Content(diagnostic) => vec![plain(diagnostic, &self.words)],
            Failure::Io(error) => vec![error.to_string()],
        }
    }

    /// Returns a substitute for a page that cannot be rendered.
    fn failed(&self, reasons: Vec<String>) -> Answer {
        let title = self.words.text("serve-no-page");
        let language = self.words.language();
        let reasons: String = reasons
            .iter()
            .map(|reason| format!("<pre>{}</pre>\n", escaped(reason)))
            .collect();
        let html = format!(
            "<!doctype html>\n<html lang=\"{language}\">\n<meta charset=\"utf-8\">\n\
             <title>{title}</title>\n<body>\n<p>{title}</p>\n{reasons}</body>\n</html>\n"
        );
        Answer {
            bytes: html.into_bytes(),
            media_type: HTML.to_owned(),
            outcome: Found::Failed,
        }
    }
}

/// Serializes the errors and warnings for `live.js`.
fn problems(diagnostics: &[Diagnostic], words: &Catalogue) -> String {
    let of = |severity: Severity| {
        let found = diagnostics.iter();
        let found = found.filter(move |found| found.severity() == severity);
        found.map(|found| found.kind.problems()).sum::<usize>()
    };
    let (errors, warnings) = (of(Severity::Error), of(Severity::Warning));
    let problems = diagnostics
        .iter()
        .filter(|found| matches!(found.severity(), Severity::Error | Severity::Warning));
    let counts = [
        ("errors", Argument::Number(errors as u64)),
        ("warnings", Argument::Number(warnings as u64)),
    ];
    let title = match errors + warnings {
        0 => String::new(),
        _ => words.format("found-problems", &counts),
    };
    let panel = ProblemPanel {
        title,
        are_errors: errors > 0,
        language: words.language().to_owned(),
        hide: words.text("serve-hide"),
        problems: problems.map(|found| plain(found, words)).collect(),
    };
    serde_json::to_string(&panel).unwrap_or_default()
}

fn plain(diagnostic: &Diagnostic, words: &Catalogue) -> String {
    let styled = report::text(diagnostic, words);
    anstream::adapter::strip_str(&styled).to_string()
}

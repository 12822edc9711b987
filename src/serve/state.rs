//! What pages are answered from, and what their readers are told.

use std::hash::{DefaultHasher, Hash, Hasher};
use std::sync::Arc;
use std::time::Duration;

use serde::Serialize;

use crate::base::text::escaped;
use crate::build::preview::{Failure, Preview, Snapshot};
use crate::messages::diagnostics::{Diagnostic, Severity, report};
use crate::messages::locale::{Argument, Catalogue};

/// A state of the site.
pub struct State {
    /// How long it took to make.
    pub took: Duration,
    /// What there is to say about the site as it is, in order.
    pub diagnostics: Vec<Diagnostic>,
    /// The last sound state of it; older than the diagnostics where these are errors.
    snapshot: Option<Arc<Snapshot>>,
    /// What open pages are told, as JSON.
    pub told: String,
    words: Arc<Catalogue>,
}

/// Problems as the page shows them.
#[derive(Serialize)]
struct Told {
    /// How many there are, in words; empty if there are none.
    title: String,
    /// Whether they keep the site from being built.
    are_errors: bool,
    /// The language that they are told in.
    language: String,
    /// What the button says that hides them.
    hide: String,
    problems: Vec<String>,
}

/// A file to answer with.
pub struct Answer {
    /// Its bytes.
    pub bytes: Vec<u8>,
    /// Whether it is what was asked for.
    pub outcome: Found,
}

/// Whether a file is what was asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Found {
    /// It is.
    Yes,
    /// There is no such file.
    No,
    /// It could not be made; the page says why.
    Failed,
}

impl State {
    /// The state of a preview.
    pub fn of(preview: &Preview, words: &Arc<Catalogue>, took: Duration) -> Self {
        let diagnostics = preview.problems();
        Self {
            took,
            told: told(&diagnostics, words),
            diagnostics,
            snapshot: preview.snapshot(),
            words: Arc::clone(words),
        }
    }

    /// Whether a page is older than the files, since these have errors.
    pub fn is_sound(&self) -> bool {
        !crate::messages::diagnostics::has_errors(&self.diagnostics)
    }

    /// The file at `permalink`, or the page that says why there is none.
    pub fn answer(&self, permalink: &str) -> Answer {
        let Some(snapshot) = &self.snapshot else {
            return self.failed(Vec::new());
        };
        match snapshot.file(permalink) {
            Ok(bytes) => Answer {
                bytes,
                outcome: Found::Yes,
            },
            Err(Failure::Missing) => match snapshot.not_found() {
                Ok(bytes) => Answer {
                    bytes,
                    outcome: Found::No,
                },
                Err(failure) => self.failed(self.reasons(&failure)),
            },
            Err(failure) => self.failed(self.reasons(&failure)),
        }
    }

    /// Tells a page as it is shown from other versions of it: its own bytes, and those of
    /// the theme's files that it may show.
    pub fn fingerprint(&self, page: &[u8]) -> String {
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

    /// A page that stands in for one that cannot be shown.
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
            outcome: Found::Failed,
        }
    }
}

fn told(diagnostics: &[Diagnostic], words: &Catalogue) -> String {
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
    let told = Told {
        title,
        are_errors: errors > 0,
        language: words.language().to_owned(),
        hide: words.text("serve-hide"),
        problems: problems.map(|found| plain(found, words)).collect(),
    };
    serde_json::to_string(&told).unwrap_or_default()
}

fn plain(diagnostic: &Diagnostic, words: &Catalogue) -> String {
    let styled = report::text(diagnostic, words);
    anstream::adapter::strip_str(&styled).to_string()
}

//! What the command line says, and where: messages to standard error.

use std::io;
use std::path::Path;
use std::sync::Arc;

use anstream::ColorChoice;
use clap::ArgMatches;

use super::Exit;
use crate::build::pipeline::Counts;
use crate::editor::review::CaseReview;
use crate::messages::diagnostics::{Diagnostic, Refusal, Severity, report};
use crate::messages::locale::{Argument, Catalogue};
use crate::output::write::OutputError;

/// Speaks the reader's language.
#[derive(Clone)]
pub struct Console {
    /// The messages.
    pub words: Arc<Catalogue>,
    /// Whether to tell only problems.
    pub is_quiet: bool,
    /// Whether to tell more.
    pub is_verbose: bool,
}

impl Console {
    /// A console as the options ask for.
    pub fn new(words: Catalogue, matches: &ArgMatches) -> Self {
        match matches.get_one::<String>("color").map(String::as_str) {
            Some("always") => ColorChoice::Always.write_global(),
            Some("never") => ColorChoice::Never.write_global(),
            _ => {}
        }
        Self {
            words: Arc::new(words),
            is_quiet: matches.get_flag("quiet"),
            is_verbose: matches.get_flag("verbose"),
        }
    }

    /// Tells how something went, unless only problems are wanted.
    pub fn tell(&self, id: &str, arguments: &[(&'static str, Argument)]) {
        if !self.is_quiet {
            anstream::eprintln!("{}", self.words.format(id, arguments));
        }
    }

    /// Tells a problem that is not of the content, and what to do.
    pub fn problem(&self, id: &str, arguments: &[(&'static str, Argument)]) {
        self.with_level("level-error", id, arguments);
    }

    /// Tells what a person should know before going on.
    pub fn warning(&self, id: &str, arguments: &[(&'static str, Argument)]) {
        self.with_level("level-warning", id, arguments);
    }

    fn with_level(&self, level: &str, id: &str, arguments: &[(&'static str, Argument)]) {
        let level = self.words.text(level);
        anstream::eprintln!("{level}: {}", self.words.format(id, arguments));
        if let Some(help) = self.words.attribute(id, "help", arguments) {
            anstream::eprintln!("{}: {help}", self.words.text("level-help"));
        }
    }

    /// Tells a folder that cannot take a site.
    pub fn output_problem(&self, error: &OutputError) -> Exit {
        match error {
            OutputError::Overlaps(folder) => {
                self.problem("output-overlaps", &[("path", path(folder))]);
            }
            OutputError::Foreign(folder) => {
                self.problem("output-foreign", &[("path", path(folder))]);
            }
            OutputError::Busy(folder) => self.problem("output-busy", &[("path", path(folder))]),
            OutputError::Io(folder, error) => self.cannot_write(folder, error),
        }
        Exit::Environment
    }

    /// Tells a file or folder that the system did not let be written.
    pub fn cannot_write(&self, file: &Path, error: &io::Error) {
        self.refused("cannot-write", file, error);
    }

    /// Tells a file that the system did not let be read.
    pub fn cannot_read(&self, file: &Path, error: &io::Error) {
        self.refused("cannot-read", file, error);
    }

    fn refused(&self, id: &str, file: &Path, error: &io::Error) {
        let [reason, said] = Refusal::from(error).arguments();
        self.problem(id, &[("path", path(file)), reason, said]);
    }

    /// Tells what keeps a site from being built, or deserves a look.
    pub fn problems(&self, diagnostics: &[Diagnostic]) {
        let problems = diagnostics
            .iter()
            .filter(|diagnostic| diagnostic.severity() != Severity::Advice);
        self.diagnostics(&problems.cloned().collect::<Vec<_>>());
    }

    /// Tells every diagnostic but remarks on style, and how many problems there are.
    pub fn diagnostics(&self, diagnostics: &[Diagnostic]) {
        let told = diagnostics
            .iter()
            .filter(|diagnostic| diagnostic.severity() != Severity::Style);
        for diagnostic in told {
            anstream::eprintln!("{}\n", report::text(diagnostic, &self.words));
        }
        let is_problem = |diagnostic: &Diagnostic| {
            matches!(diagnostic.severity(), Severity::Error | Severity::Warning)
        };
        if !diagnostics.iter().any(is_problem) {
            return;
        }
        let of = |severity: Severity| {
            let found = diagnostics
                .iter()
                .filter(|found| found.severity() == severity);
            let count: usize = found.map(|found| found.kind.problems()).sum();
            Argument::Number(count as u64)
        };
        let counts = [
            ("errors", of(Severity::Error)),
            ("warnings", of(Severity::Warning)),
        ];
        anstream::eprintln!("{}", self.words.format("found-problems", &counts));
    }

    /// Tells the cases that another government could replicate least, a line each.
    pub fn reviews(&self, reviews: &[CaseReview]) {
        const MOST: usize = 10;
        let mut weakest: Vec<_> = reviews
            .iter()
            .filter(|review| !review.lacking.is_empty())
            .collect();
        if weakest.is_empty() || self.is_quiet {
            return;
        }
        weakest.sort_by_key(|review| (review.score, &review.place.source.path));
        anstream::eprintln!("\n{}", self.words.text("review-heading"));
        for review in weakest.iter().take(MOST) {
            let short = |id| self.words.attribute(id, "short", &[]).unwrap_or_default();
            let lacking: Vec<String> = review.told().map(short).collect();
            let facts = [
                ("score", Argument::Number(u64::from(review.score))),
                ("path", Argument::from(&review.place.source.path)),
                ("lacking", Argument::from(&lacking.join(", "))),
            ];
            anstream::eprintln!("  {}", self.words.format("review-case", &facts));
        }
        let rest = weakest.len().saturating_sub(MOST);
        let rest = [("rest", Argument::Number(rest as u64))];
        anstream::eprintln!("{}", self.words.format("review-more", &rest));
    }

    /// Tells what a sound site holds.
    pub fn summary(&self, id: &str, counts: &Counts) {
        let number = |count: usize| Argument::Number(count as u64);
        self.tell(
            id,
            &[
                ("cases", number(counts.cases)),
                ("models", number(counts.models)),
                ("pages", number(counts.pages)),
            ],
        );
    }
}

/// A path as a fact of a message.
pub fn path(path: &Path) -> Argument {
    let absolute = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
    Argument::from(absolute.to_string_lossy().as_ref())
}

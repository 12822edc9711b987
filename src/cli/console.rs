//! Messages of the command line, printed to standard error.

use std::path::Path;
use std::sync::Arc;

use anstream::ColorChoice;
use clap::ArgMatches;

use super::Exit;
use crate::build::pipeline::Counts;
use crate::editor::review::CaseReview;
use crate::messages::diagnostics::{Diagnostic, Kind, Refusal, Severity, report};
use crate::messages::locale::{Argument, Catalogue};
use crate::output::write::OutputError;

/// Prints messages in the user's language.
#[derive(Clone)]
pub(super) struct Console {
    /// Message catalogue of that language.
    pub words: Arc<Catalogue>,
    /// Whether to print only problems (`--quiet`).
    pub is_quiet: bool,
    /// Whether to print details such as timings (`--verbose`).
    pub is_verbose: bool,
}

impl Console {
    /// Creates a console from the global options; also sets the process-wide color choice.
    pub(super) fn new(words: Catalogue, matches: &ArgMatches) -> Self {
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

    /// Prints an informative message, unless the console is quiet.
    pub(super) fn print(&self, id: &str, arguments: &[(&'static str, Argument)]) {
        if !self.is_quiet {
            anstream::eprintln!("{}", self.words.format(id, arguments));
        }
    }

    /// Prints an error that is not about the content, with its help text if it has one.
    pub(super) fn problem(&self, id: &str, arguments: &[(&'static str, Argument)]) {
        self.with_level("level-error", id, arguments);
    }

    /// Prints a warning, with its help text if it has one.
    pub(super) fn warning(&self, id: &str, arguments: &[(&'static str, Argument)]) {
        self.with_level("level-warning", id, arguments);
    }

    fn with_level(&self, level: &str, id: &str, arguments: &[(&'static str, Argument)]) {
        let level = self.words.text(level);
        anstream::eprintln!("{level}: {}", self.words.format(id, arguments));
        if let Some(help) = self.words.attribute(id, "help", arguments) {
            anstream::eprintln!("{}: {help}", self.words.text("level-help"));
        }
    }

    /// Reports an output folder that cannot be used.
    pub(super) fn output_problem(&self, error: &OutputError) -> Exit {
        match error {
            OutputError::Overlaps(folder) => {
                self.problem("output-overlaps", &[("path", path(folder))]);
            }
            OutputError::Foreign(folder) => {
                self.problem("output-foreign", &[("path", path(folder))]);
            }
            OutputError::Busy(folder) => self.problem("output-busy", &[("path", path(folder))]),
            OutputError::Clash(folder, files) => {
                let files = files
                    .iter()
                    .map(|file| file.display().to_string())
                    .collect();
                let arguments = [("path", path(folder)), ("names", first_names(files))];
                self.problem("output-clash", &arguments);
            }
            OutputError::Io(folder, error) => self.cannot_write(folder, error),
            OutputError::Unfinished(file, error) => {
                self.refused("output-unfinished", file, &error.into());
            }
        }
        Exit::Environment
    }

    /// Says which files and folders in the output folder are not Quipu's, if there are any.
    pub(super) fn foreign_files(&self, folder: &Path, names: Vec<String>) {
        if names.is_empty() {
            return;
        }
        let count = Argument::Number(names.len() as u64);
        let arguments = [
            ("count", count),
            ("path", path(folder)),
            ("names", first_names(names)),
        ];
        self.print("foreign-files", &arguments);
    }

    /// Reports a file or folder that could not be written.
    pub(super) fn cannot_write(&self, file: &Path, error: impl Into<Refusal>) {
        self.refused("cannot-write", file, &error.into());
    }

    /// Reports a file that could not be read.
    pub(super) fn cannot_read(&self, file: &Path, error: impl Into<Refusal>) {
        self.refused("cannot-read", file, &error.into());
    }

    fn refused(&self, id: &str, file: &Path, refusal: &Refusal) {
        let [reason, said] = refusal.arguments();
        self.problem(id, &[("path", path(file)), reason, said]);
    }

    /// Like [`Self::diagnostics`], without advice.
    pub(super) fn problems(&self, diagnostics: &[Diagnostic]) {
        let problems = diagnostics
            .iter()
            .filter(|diagnostic| diagnostic.severity() != Severity::Advice);
        self.diagnostics(&problems.cloned().collect::<Vec<_>>());
    }

    /// Prints every diagnostic except style, then the number of errors and warnings.
    pub(super) fn diagnostics(&self, diagnostics: &[Diagnostic]) {
        let shown = diagnostics
            .iter()
            .filter(|diagnostic| diagnostic.severity() != Severity::Style);
        for diagnostic in shown {
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

    /// Prints the cases with the lowest replicability scores, one per line.
    pub(super) fn reviews(&self, reviews: &[CaseReview]) {
        const MOST: usize = 10;
        let mut weakest: Vec<_> = reviews
            .iter()
            .filter(|review| !review.lacking.is_empty())
            .collect();
        if weakest.is_empty() || self.is_quiet {
            return;
        }
        weakest.sort_by_key(|review| (review.score, &review.location.source.path));
        anstream::eprintln!("\n{}", self.words.text("review-heading"));
        for review in weakest.iter().take(MOST) {
            let short = |advice: &Kind| self.words.attribute(advice.id(), "short", &[]);
            let lacking: Vec<String> = review.reported().filter_map(short).collect();
            let facts = [
                ("score", Argument::Number(u64::from(review.score))),
                ("path", Argument::from(&review.location.source.path)),
                ("lacking", Argument::from(&lacking.join(", "))),
            ];
            anstream::eprintln!("  {}", self.words.format("review-case", &facts));
        }
        let rest = weakest.len().saturating_sub(MOST);
        let rest = [("rest", Argument::Number(rest as u64))];
        anstream::eprintln!("{}", self.words.format("review-more", &rest));
    }

    /// Prints how many cases, models and pages a valid site has.
    pub(super) fn summary(&self, id: &str, counts: &Counts) {
        let number = |count: usize| Argument::Number(count as u64);
        self.print(
            id,
            &[
                ("cases", number(counts.cases)),
                ("models", number(counts.models)),
                ("pages", number(counts.pages)),
            ],
        );
    }
}

/// Returns the absolute path as a message argument.
pub(super) fn path(path: &Path) -> Argument {
    Argument::from(path)
}

/// Returns the first few names as one message argument.
fn first_names(names: Vec<String>) -> Argument {
    const MOST: usize = 4;
    let is_cut = names.len() > MOST;
    let mut shown: Vec<_> = names.into_iter().take(MOST).collect();
    if is_cut {
        shown.push("…".to_owned());
    }
    Argument::from(&shown.join(", "))
}

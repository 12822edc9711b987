//! `quipu new`: creates a case study from a template.

use std::path::{Path, PathBuf};

use clap::ArgMatches;

use super::console::{Console, path};
use super::{Exit, ask, root};
use crate::build::pipeline::{self, Options};
use crate::editor::starter::{self, NewCase, NewCaseError};

/// Runs the command.
pub(super) fn run(console: &Console, matches: &ArgMatches) -> Exit {
    let root = match root(console, matches) {
        Ok(root) => root,
        Err(exit) => return exit,
    };
    let case = new_case(console, matches, &root, NewCase::default());
    if case.title.is_empty() {
        console.problem("no-title", &[]);
        return Exit::Environment;
    }
    match starter::write_case(&root, &case, console.words.language()) {
        Ok(file) => print_created(console, &file),
        Err(error) => print_error(console, error),
    }
}

/// Fills in `case` from the options and, on a terminal, from prompts. Options override the
/// title that is already set.
pub(super) fn new_case(
    console: &Console,
    matches: &ArgMatches,
    root: &Path,
    mut case: NewCase,
) -> NewCase {
    let text = |name: &str| matches.get_one::<String>(name).cloned();
    case.title = text("title").unwrap_or(case.title);
    case.region = text("region").unwrap_or_default();
    case.sector = text("sector").unwrap_or_default();
    case.model = text("model").unwrap_or_default();
    let options = Options {
        root: PathBuf::from(root),
        drafts: true,
    };
    let site = pipeline::site(&options, &mut Vec::new());
    ask::complete(console, &site, &mut case);
    case
}

/// Prints the path of the new case and the next steps.
pub(super) fn print_created(console: &Console, file: &Path) -> Exit {
    console.print("created", &[("path", path(file))]);
    console.print("created-next", &[]);
    Exit::Success
}

/// Reports why the case could not be created.
pub(super) fn print_error(console: &Console, error: NewCaseError) -> Exit {
    match error {
        NewCaseError::NoSlug => console.problem("title-without-letters", &[]),
        NewCaseError::Exists(file) => console.problem("file-exists", &[("path", path(&file))]),
        NewCaseError::Io(file, error) => console.cannot_write(&file, &error),
    }
    Exit::Environment
}

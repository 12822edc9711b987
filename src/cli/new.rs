//! `quipu new`: a case study from a template.

use std::path::{Path, PathBuf};

use clap::ArgMatches;

use super::console::{Console, path};
use super::{Exit, ask, root};
use crate::build::pipeline::{self, Options};
use crate::editor::starter::{self, NewCase, NewCaseError};

/// Runs the command.
pub fn run(console: &Console, matches: &ArgMatches) -> Exit {
    let root = match root(console, matches) {
        Ok(root) => root,
        Err(exit) => return exit,
    };
    let case = asked_for(console, matches, &root, NewCase::default());
    if case.title.is_empty() {
        console.problem("no-title", &[]);
        return Exit::Environment;
    }
    match starter::write_case(&root, &case, console.words.language()) {
        Ok(file) => created(console, &file),
        Err(error) => not_created(console, error),
    }
}

/// What options and answers say of a new case, over what is known already.
pub fn asked_for(
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

/// Tells where the case is and what to do next.
pub fn created(console: &Console, file: &Path) -> Exit {
    console.tell("created", &[("path", path(file))]);
    console.tell("created-next", &[]);
    Exit::Success
}

/// Tells why there is no new case.
pub fn not_created(console: &Console, error: NewCaseError) -> Exit {
    match error {
        NewCaseError::NoSlug => console.problem("title-without-letters", &[]),
        NewCaseError::Exists(file) => console.problem("file-exists", &[("path", path(&file))]),
        NewCaseError::Io(file, error) => console.cannot_write(&file, &error),
    }
    Exit::Environment
}

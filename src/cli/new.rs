//! `quipu new`: a case study from a template.

use clap::ArgMatches;

use super::console::{Console, path};
use super::{Exit, root};
use crate::starter::{self, NewCase, NewCaseError};

/// Runs the command.
pub fn run(console: &Console, matches: &ArgMatches) -> Exit {
    let root = match root(console, matches) {
        Ok(root) => root,
        Err(exit) => return exit,
    };
    let text = |name: &str| matches.get_one::<String>(name).map_or("", String::as_str);
    let case = NewCase {
        title: text("title"),
        region: text("region"),
        sector: text("sector"),
        model: text("model"),
    };
    match starter::write_case(&root, &case) {
        Ok(file) => {
            console.tell("created", &[("path", path(&file))]);
            console.tell("created-next", &[]);
            Exit::Success
        }
        Err(error) => {
            match error {
                NewCaseError::NoSlug => console.problem("title-without-letters", &[]),
                NewCaseError::Exists(file) => {
                    console.problem("file-exists", &[("path", path(&file))]);
                }
                NewCaseError::Io(file, error) => console.cannot_write(&file, &error.to_string()),
            }
            Exit::Environment
        }
    }
}

//! `quipu import`: converts a word processor document to a case study.

use std::ffi::OsString;
use std::path::{Path, PathBuf};

use clap::ArgMatches;

use super::console::{Console, path};
use super::new::{new_case, print_created, print_error};
use super::{Exit, root};
use crate::editor::import::{self, ImportError};
use crate::editor::starter::{self, NewCase, NewCaseError};
use crate::messages::locale::Argument;

/// Environment variable that overrides the `pandoc` on the search path.
const PANDOC: &str = "QUIPU_PANDOC";

/// Runs the command.
pub(super) fn run(console: &Console, matches: &ArgMatches) -> Exit {
    let root = match root(console, matches) {
        Ok(root) => root,
        Err(exit) => return exit,
    };
    let document = matches
        .get_one::<PathBuf>("file")
        .cloned()
        .unwrap_or_default();
    let pandoc = std::env::var_os(PANDOC).unwrap_or_else(|| OsString::from("pandoc"));
    let imported = match import::read(&document, &pandoc) {
        Ok(imported) => imported,
        Err(error) => return print_import_error(console, &document, &error),
    };
    let known = NewCase {
        title: imported.title.clone(),
        ..NewCase::default()
    };
    let mut case = new_case(console, matches, &root, known);
    if case.title.is_empty() {
        // Fall back to the file name: the editor sees it in the new case and can fix it.
        let stem = document.file_stem().unwrap_or_default();
        case.title = stem.to_string_lossy().into_owned();
    }
    let file = match starter::case_file(&root, &case.title) {
        Ok(file) => file,
        Err(error) => return print_error(console, error),
    };
    let folder = file.with_extension("");
    if imported.picture_count() > 0 && folder.exists() {
        // It may contain the pictures of another case.
        return print_error(console, NewCaseError::Exists(folder));
    }
    case.body = Some(imported.body(&file));
    if let Err((file, error)) = imported.write_pictures(&file) {
        console.cannot_write(&file, &error);
        return Exit::Environment;
    }
    match starter::write_case(&root, &case, console.words.language()) {
        Ok(file) => {
            let count = Argument::Number(imported.picture_count() as u64);
            console.print("imported", &[("count", count)]);
            print_created(console, &file)
        }
        Err(error) => print_error(console, error),
    }
}

fn print_import_error(console: &Console, document: &Path, error: &ImportError) -> Exit {
    let document = ("path", path(document));
    match error {
        ImportError::Format => console.problem("import-format", &[document]),
        ImportError::NoPandoc => console.problem("no-pandoc", &[]),
        ImportError::Pandoc(said) => {
            console.problem("pandoc-failed", &[document, ("reason", said.into())]);
        }
        ImportError::Io(file, error) => {
            console.cannot_read(file, error);
        }
    }
    Exit::Environment
}

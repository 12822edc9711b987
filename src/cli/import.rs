//! `quipu import`: converts a word processor document to a case study.

use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::time::Duration;

use clap::ArgMatches;

use super::console::{Console, path};
use super::new::{new_case, print_created, print_error};
use super::{Exit, root};
use crate::editor::import::{self, ImportError, TooMuch};
use crate::editor::starter::{self, NewCase, NewCaseError};
use crate::messages::locale::Argument;

/// Environment variable that overrides the `pandoc` on the search path.
const PANDOC: &str = "QUIPU_PANDOC";

/// Environment variable that overrides [`SECONDS`], for slow computers and for tests.
const PANDOC_SECONDS: &str = "QUIPU_PANDOC_SECONDS";

/// Seconds that Pandoc may take. The longest text that a case may have takes it some 15.
const SECONDS: u64 = 120;

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
    let imported = match import::read(&document, &pandoc, time_limit()) {
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
        Err(error) => {
            imported.remove_pictures(&file);
            print_error(console, error)
        }
    }
}

fn time_limit() -> Duration {
    let seconds = std::env::var(PANDOC_SECONDS).ok();
    let seconds = seconds.and_then(|seconds| seconds.parse().ok());
    Duration::from_secs(seconds.unwrap_or(SECONDS))
}

fn print_import_error(console: &Console, document: &Path, error: &ImportError) -> Exit {
    let document = ("path", path(document));
    match error {
        ImportError::Format => console.problem("import-format", &[document]),
        ImportError::TooMuch(limit) => {
            let (limit, number) = named(*limit);
            let facts = [
                document,
                ("limit", limit.into()),
                ("number", Argument::Number(number)),
            ];
            console.problem("import-too-much", &facts);
        }
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

/// Returns the name of a limit in the message, and its number.
fn named(limit: TooMuch) -> (&'static str, u64) {
    match limit {
        TooMuch::File(mib) => ("file", mib),
        TooMuch::Unpacked(mib) => ("unpacked", mib),
        TooMuch::Texts(mib) => ("texts", mib),
        TooMuch::Entries(count) => ("entries", count),
        TooMuch::Text(mib) => ("text", mib),
        TooMuch::Memory(mib) => ("memory", mib),
        TooMuch::Time(seconds) => ("time", seconds),
    }
}

//! `quipu check --fix`: shows the fixes as a diff, asks for confirmation and writes them.

use std::io::{BufRead, IsTerminal, stdin};
use std::path::Path;

use super::console::Console;
use crate::base::file_error::FileError;
use crate::editor::tidy::{TidyFile, copies, plan, remove_copy};
use crate::messages::diagnostics::{Diagnostic, UnchangedCopy};
use crate::messages::locale::Argument;

/// Outcome of `check --fix`.
pub(super) enum Outcome {
    /// Files were written: the diagnostics are out of date.
    Changed,
    /// Nothing to fix, or the user declined.
    Unchanged,
    /// Some files could not be written; all others were.
    Failed,
}

/// Shows every fix; writes them if `agreed` or if the user confirms.
pub(super) fn offer(
    console: &Console,
    root: &Path,
    diagnostics: &[Diagnostic],
    agreed: bool,
) -> Outcome {
    let (files, copies) = (plan(diagnostics), copies(diagnostics));
    if files.is_empty() && copies.is_empty() {
        console.print("tidy-nothing", &[]);
        return Outcome::Unchanged;
    }
    for file in &files {
        anstream::eprint!("{}", coloured(&file.diff()));
    }
    show_copies(console, &copies);
    if !agreed && !is_agreed(console, files.len() + copies.len()) {
        console.print("tidy-declined", &[]);
        return Outcome::Unchanged;
    }
    write(console, root, &files, &copies)
}

/// Lists the copies to be removed: their texts are in the program.
fn show_copies(console: &Console, copies: &[&UnchangedCopy]) {
    if copies.is_empty() {
        return;
    }
    let number = Argument::Number(copies.len() as u64);
    anstream::eprintln!(
        "{}",
        console.words.format("tidy-copies", &[("files", number)])
    );
    let names = copies.iter().map(|copy| format!("-{}\n", copy.path));
    anstream::eprint!("{}", coloured(&names.collect::<String>()));
}

/// Writes what can be written: a file that changed while the question stood keeps nobody from
/// the other fixes.
fn write(console: &Console, root: &Path, files: &[TidyFile], copies: &[&UnchangedCopy]) -> Outcome {
    let is_done = |path: &str, result: Result<(), FileError>| match result {
        Ok(()) => true,
        Err(error) => {
            console.cannot_write(&root.join(path), &error);
            false
        }
    };
    let written = |file: &&TidyFile| is_done(file.path(), file.write(root));
    let removed = |copy: &&&UnchangedCopy| is_done(&copy.path, remove_copy(root, copy));
    let written = files.iter().filter(written).count();
    let removed = copies.iter().filter(removed).count();
    for (id, count) in [("tidy-done", written), ("tidy-removed", removed)] {
        if count > 0 {
            console.print(id, &[("files", Argument::Number(count as u64))]);
        }
    }
    if written + removed < files.len() + copies.len() {
        return Outcome::Failed;
    }
    Outcome::Changed
}

/// Asks for confirmation; `false` if standard input is not a terminal.
fn is_agreed(console: &Console, files: usize) -> bool {
    if !stdin().is_terminal() {
        return false;
    }
    let facts = [("files", Argument::Number(files as u64))];
    anstream::eprint!("{} ", console.words.format("tidy-question", &facts));
    let mut answer = String::new();
    let _ = stdin().lock().read_line(&mut answer);
    matches!(
        answer.trim().to_lowercase().as_str(),
        "s" | "si" | "sí" | "y" | "yes"
    )
}

/// Colours a diff. Control characters are replaced, so that content cannot send escape
/// sequences to the terminal.
fn coloured(diff: &str) -> String {
    let shown = |character: char| match character {
        '\t' => character,
        other if other.is_control() => '\u{FFFD}',
        other => other,
    };
    let line = |line: &str| match line.as_bytes().first() {
        Some(b'-') => format!("\u{1b}[31m{line}\u{1b}[0m\n"),
        Some(b'+') => format!("\u{1b}[32m{line}\u{1b}[0m\n"),
        _ => format!("{line}\n"),
    };
    let lines = diff
        .lines()
        .map(|text| text.chars().map(shown).collect::<String>());
    lines.map(|text| line(&text)).collect()
}

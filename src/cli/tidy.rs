//! `quipu check --fix`: shows what would change, asks, and writes it.

use std::io::{BufRead, IsTerminal, stdin};
use std::path::Path;

use super::console::Console;
use crate::editor::tidy::{TidyFile, plan};
use crate::messages::diagnostics::Diagnostic;
use crate::messages::locale::Argument;

/// What became of the offer.
pub enum Outcome {
    /// Files were written: what was read is out of date.
    Changed,
    /// Nothing was written.
    Unchanged,
    /// A file could not be written.
    Failed,
}

/// Shows every change; writes them if `agreed`, or if the editor says so.
pub fn offer(console: &Console, root: &Path, diagnostics: &[Diagnostic], agreed: bool) -> Outcome {
    let files = plan(diagnostics);
    if files.is_empty() {
        console.tell("tidy-nothing", &[]);
        return Outcome::Unchanged;
    }
    for file in &files {
        anstream::eprint!("{}", coloured(&file.diff()));
    }
    if !agreed && !is_agreed(console, files.len()) {
        console.tell("tidy-declined", &[]);
        return Outcome::Unchanged;
    }
    write(console, root, &files)
}

fn write(console: &Console, root: &Path, files: &[TidyFile]) -> Outcome {
    for file in files {
        if let Err(error) = file.write(root) {
            console.cannot_write(&root.join(file.path()), &error);
            return Outcome::Failed;
        }
    }
    console.tell(
        "tidy-done",
        &[("files", Argument::Number(files.len() as u64))],
    );
    Outcome::Changed
}

/// Asks where someone can answer; elsewhere nothing is agreed.
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

/// Red for what goes, green for what comes; content must not steer the terminal.
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

//! `quipu check`: runs the build pipeline without writing the site.

use std::path::{Path, PathBuf};

use clap::ArgMatches;
use serde_json::json;

use super::console::{Console, path};
use super::progress::BuildProgress;
use super::{Exit, options, tidy};
use crate::build::pipeline::{self, Options, Outcome, Stage, StageProgress};
use crate::editor::external_links::{self, LinkCache, Links};
use crate::editor::review::{CaseReview, table};
use crate::messages::diagnostics::{self, Diagnostic, Severity, json};
use crate::messages::locale::{Argument, Catalogue};

/// Runs the command.
pub(super) fn run(console: &Console, matches: &ArgMatches) -> Exit {
    let options = match options(console, matches) {
        Ok(options) => options,
        Err(exit) => return exit,
    };
    let report = match report(console, matches) {
        Ok(report) => report,
        Err(exit) => return exit,
    };
    let mut outcome = read(console, &options);
    if matches.get_flag("fix") {
        let agreed = matches.get_flag("yes");
        match tidy::offer(console, &options.root, &outcome.diagnostics, agreed) {
            tidy::Outcome::Changed => outcome = read(console, &options),
            tidy::Outcome::Unchanged => {}
            tidy::Outcome::Failed => return Exit::Environment,
        }
    }
    if matches.get_flag("external") {
        let found = check_external(console, &options.root, &outcome.external);
        outcome.diagnostics.extend(found);
        diagnostics::sort(&mut outcome.diagnostics);
    }
    if matches.get_flag("translations") {
        outcome.diagnostics.append(&mut outcome.translations);
        diagnostics::sort(&mut outcome.diagnostics);
    }
    match matches.get_one::<String>("format").map(String::as_str) {
        Some("json") => print_json(console, &outcome),
        Some("sarif") => print(&json::sarif(&without_style(&outcome), &console.words)),
        _ => print_text(console, &outcome),
    }
    if let Some((file, write)) = report
        && let Err(error) = write_report(console, &outcome.reviews, file, write)
    {
        console.cannot_write(file, &error);
        return Exit::Environment;
    }
    if outcome.is_valid() {
        Exit::Success
    } else {
        Exit::Content
    }
}

fn read(console: &Console, options: &Options) -> Outcome {
    let progress = BuildProgress::new(console);
    let outcome = pipeline::check(options, &progress);
    progress.finish(console.is_verbose);
    outcome
}

/// Returns diagnostics for broken links to other sites; empty if there is no connection.
fn check_external(console: &Console, root: &Path, links: &Links) -> Vec<Diagnostic> {
    let mut cache = LinkCache::load(root);
    let progress = BuildProgress::new(console);
    progress.begin(Stage::External, links.len());
    let report = external_links::check(links, &mut cache, || progress.step());
    progress.end(Stage::External);
    progress.finish(console.is_verbose);
    cache.save();
    if report.unresponsive > 1 && report.unresponsive == links.len() {
        console.problem("no-connection", &[]);
        return Vec::new();
    }
    let number = |count: usize| Argument::Number(count as u64);
    let facts = [
        ("asked", number(report.requested)),
        ("known", number(links.len() - report.requested)),
    ];
    console.print("external", &facts);
    report.diagnostics
}

fn print_text(console: &Console, outcome: &Outcome) {
    console.diagnostics(&outcome.diagnostics);
    if outcome.is_valid() {
        console.summary("checked", &outcome.counts);
    }
    console.reviews(&outcome.reviews);
}

fn print_json(console: &Console, outcome: &Outcome) {
    let cases = outcome.reviews.iter().map(|review| {
        json!({
            "path": review.location.source.path,
            "title": review.title,
            "score": review.score,
        })
    });
    print(&json!({
        "version": 1,
        "diagnostics": json::list(&all_diagnostics(outcome), &console.words),
        "cases": cases.collect::<Vec<_>>(),
    }));
}

/// Prints requested data to standard output; messages go to standard error.
fn print(value: &serde_json::Value) {
    anstream::println!("{value:#}");
}

/// All diagnostics, with the advice that the terminal output summarizes per case.
fn all_diagnostics(outcome: &Outcome) -> Vec<Diagnostic> {
    let advice = outcome.reviews.iter().flat_map(CaseReview::advice);
    let mut all: Vec<_> = outcome.diagnostics.iter().cloned().chain(advice).collect();
    diagnostics::sort(&mut all);
    diagnostics::cap_style(&mut all);
    all
}

/// Everything but style diagnostics, which would flood the annotations of a code host.
fn without_style(outcome: &Outcome) -> Vec<Diagnostic> {
    let mut all = all_diagnostics(outcome);
    all.retain(|diagnostic| diagnostic.severity() != Severity::Style);
    all
}

/// Returns the file given by `--report` and the writer for its format.
fn report<'m>(
    console: &Console,
    matches: &'m ArgMatches,
) -> Result<Option<(&'m Path, WriteTable)>, Exit> {
    let Some(file) = matches.get_one::<PathBuf>("report") else {
        return Ok(None);
    };
    match table_of(file) {
        Some(write) => Ok(Some((file, write))),
        None => {
            console.problem("report-format", &[("path", path(file))]);
            Err(Exit::Environment)
        }
    }
}

/// Formats all cases as a table.
type WriteTable = fn(&[CaseReview], &Catalogue) -> String;

/// Returns the writer for the file's extension; `None` if it is not supported.
fn table_of(file: &Path) -> Option<WriteTable> {
    let ending = file.extension()?.to_str()?.to_ascii_lowercase();
    match ending.as_str() {
        "csv" => Some(table::csv),
        "html" | "htm" => Some(table::html),
        _ => None,
    }
}

fn write_report(
    console: &Console,
    reviews: &[CaseReview],
    file: &Path,
    write: WriteTable,
) -> std::io::Result<()> {
    std::fs::write(file, write(reviews, &console.words))?;
    console.print("report-written", &[("path", path(file))]);
    Ok(())
}

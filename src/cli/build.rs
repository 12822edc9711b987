//! `quipu build`: writes the site.

use std::io;
use std::path::{Path, PathBuf};

use clap::ArgMatches;

use super::console::{Console, path};
use super::progress::BuildProgress;
use super::{Exit, options};
use crate::build::pipeline::{self, Options, Outcome, source_folders};
use crate::build::up_to_date::{self, BuildStamp, Sources};
use crate::messages::diagnostics::Diagnostic;
use crate::messages::locale::Argument;
use crate::output::write::{Changes, OutputError, Staging, Target, foreign_names};

/// Runs the command.
pub(super) fn run(console: &Console, matches: &ArgMatches) -> Exit {
    let options = match options(console, matches) {
        Ok(options) => options,
        Err(exit) => return exit,
    };
    let output = matches
        .get_one::<PathBuf>("output")
        .cloned()
        .unwrap_or_else(|| options.root.join("public"));
    let timings = matches.get_flag("timings") || console.is_verbose;
    let threads = matches
        .get_one::<u16>("threads")
        .map_or(0, |threads| usize::from(*threads));
    match rayon::ThreadPoolBuilder::new().num_threads(threads).build() {
        Ok(pool) => pool.install(|| build(console, &options, &output, timings)),
        Err(error) => {
            console.cannot_write(&output, &io::Error::other(error));
            Exit::Environment
        }
    }
}

fn build(console: &Console, options: &Options, output: &Path, timings: bool) -> Exit {
    let target = match Target::acquire(output, &source_folders(&options.root)) {
        Ok(target) => target,
        Err(error) => return print_error(console, &error),
    };
    let sources = Sources::of(options);
    if let Some(sources) = &sources
        && let Some(record) = BuildStamp::load(options, sources, &target.folder)
        && let Some(diagnostics) = record.diagnostics(options)
    {
        let foreign = foreign_names(&target.folder).unwrap_or_default();
        return print_up_to_date(console, &record, &diagnostics, output, foreign);
    }
    let folder = target.folder.clone();
    let staging = match Staging::begin(target) {
        Ok(staging) => staging,
        Err(error) => return print_error(console, &error),
    };
    let progress = BuildProgress::new(console);
    let outcome = pipeline::run(options, &staging, &progress);
    progress.finish(timings);
    console.problems(&outcome.diagnostics);
    if let Some(failure) = &outcome.failure {
        console.cannot_write(&output.join(&failure.file), &failure.error);
    }
    if !outcome.is_valid() {
        console.print("nothing-written", &[]);
        return match outcome.failure {
            Some(_) => Exit::Environment,
            None => Exit::Content,
        };
    }
    up_to_date::remove(options, &folder);
    match staging.commit() {
        Ok(changes) => {
            save_stamp(options, sources, &folder, &outcome);
            print_outcome(console, &outcome, changes, output)
        }
        Err(error) => print_error(console, &error),
    }
}

fn print_error(console: &Console, error: &OutputError) -> Exit {
    let exit = console.output_problem(error);
    if let OutputError::Io(..) | OutputError::Clash(..) = error {
        console.print("nothing-written", &[]);
    }
    exit
}

/// Saves the build stamp, unless the sources have changed during the build.
fn save_stamp(options: &Options, sources: Option<Sources>, folder: &Path, outcome: &Outcome) {
    let summary = (outcome.counts, outcome.has_address);
    if let Some(sources) = sources.filter(|sources| sources.are_unchanged(options)) {
        BuildStamp::save(options, sources, folder, &outcome.diagnostics, summary);
    }
}

/// Reports that the built site is up to date.
fn print_up_to_date(
    console: &Console,
    record: &BuildStamp,
    diagnostics: &[Diagnostic],
    output: &Path,
    foreign: Vec<String>,
) -> Exit {
    console.problems(diagnostics);
    console.summary("built", &record.counts);
    console.print("already-built", &[]);
    console.foreign_files(output, foreign);
    print_location(console, record.has_address, output)
}

fn print_outcome(console: &Console, outcome: &Outcome, changes: Changes, output: &Path) -> Exit {
    let number = |count: usize| Argument::Number(count as u64);
    console.summary("built", &outcome.counts);
    let pictures = outcome.counts.pictures;
    if pictures > 0 {
        let encoded = number(outcome.counts.encoded);
        console.print(
            "pictures",
            &[("count", number(pictures)), ("encoded", encoded)],
        );
    }
    console.print(
        "changes",
        &[
            ("written", number(changes.written)),
            ("unchanged", number(changes.unchanged)),
            ("removed", number(changes.removed)),
        ],
    );
    console.foreign_files(output, changes.foreign);
    print_location(console, outcome.has_address, output)
}

fn print_location(console: &Console, has_address: bool, output: &Path) -> Exit {
    if !has_address {
        console.print("no-address", &[]);
    }
    console.print("open-site", &[("path", path(&output.join("index.html")))]);
    Exit::Success
}

//! `quipu check`: the same flow without writing.

use clap::ArgMatches;

use super::console::Console;
use super::progress::Progress;
use super::{Exit, options};
use crate::emit::Discard;
use crate::pipeline;

/// Runs the command.
pub fn run(console: &Console, matches: &ArgMatches) -> Exit {
    let options = match options(console, matches) {
        Ok(options) => options,
        Err(exit) => return exit,
    };
    let progress = Progress::new(console);
    let outcome = pipeline::run(&options, &Discard, &progress);
    progress.finish(console.is_verbose);
    console.diagnostics(&outcome.diagnostics);
    if outcome.is_sound() {
        console.summary("checked", &outcome);
        Exit::Success
    } else {
        Exit::Content
    }
}

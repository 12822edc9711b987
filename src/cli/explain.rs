//! `quipu explain`: explains a diagnostic code with an example, or lists all codes.

use clap::ArgMatches;

use super::Exit;
use super::console::Console;
use crate::messages::diagnostics::explanation;

/// Runs the command.
pub(super) fn run(console: &Console, matches: &ArgMatches) -> Exit {
    let text = match matches.get_one::<String>("code") {
        Some(code) => explanation::of(code, &console.words),
        None => Some(explanation::all(&console.words)),
    };
    match text {
        Some(text) => {
            anstream::print!("{text}");
            Exit::Success
        }
        None => {
            let code = matches
                .get_one::<String>("code")
                .expect("one was asked for");
            console.problem("unknown-code", &[("code", code.into())]);
            Exit::Environment
        }
    }
}

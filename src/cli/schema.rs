//! `quipu schema`: JSON Schema of the site's case studies.

use clap::ArgMatches;

use super::console::Console;
use super::{Exit, root};
use crate::pipeline::{self, Options};
use crate::schema::schema;

/// Runs the command.
pub fn run(console: &Console, matches: &ArgMatches) -> Exit {
    let options = match root(console, matches) {
        Ok(root) => Options { root, drafts: true },
        Err(exit) => return exit,
    };
    // Mistakes in the content are for `check`; the terms that can be read are enough.
    let site = pipeline::site(&options, &mut Vec::new());
    anstream::println!("{:#}", schema(&site, &console.words));
    Exit::Success
}

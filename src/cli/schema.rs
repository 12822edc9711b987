//! `quipu schema`: prints the JSON Schema of the site's case studies, or writes the VS Code
//! settings derived from it.

use clap::ArgMatches;

use super::console::{Console, path};
use super::{Exit, root};
use crate::build::pipeline::{self, Options};
use crate::editor::schema::schema;
use crate::editor::{starter, vscode};
use crate::model::Site;

/// Runs the command.
pub(super) fn run(console: &Console, matches: &ArgMatches) -> Exit {
    let options = match root(console, matches) {
        Ok(root) => Options { root, drafts: true },
        Err(exit) => return exit,
    };
    // Diagnostics are dropped: `check` reports them, and the readable terms are enough.
    let site = pipeline::site(&options, &mut Vec::new());
    if matches.get_flag("vscode") {
        return write(console, &site);
    }
    anstream::println!("{:#}", schema(&site, &console.words));
    Exit::Success
}

fn write(console: &Console, site: &Site) -> Exit {
    let settings = vscode::settings(site, &console.words);
    match starter::write_settings(&site.config.root, &settings) {
        Ok(written) => {
            for file in &written {
                console.print("written", &[("path", path(file))]);
            }
            Exit::Success
        }
        Err((file, error)) => {
            console.cannot_write(&file, &error);
            Exit::Environment
        }
    }
}

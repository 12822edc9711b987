//! `quipu init`: creates a new site from files embedded in the binary.

use std::path::PathBuf;

use clap::ArgMatches;

use super::Exit;
use super::console::{Console, path};
use crate::build::pipeline::{self, Options};
use crate::editor::starter;
use crate::editor::vscode;

/// Runs the command.
pub(super) fn run(console: &Console, matches: &ArgMatches) -> Exit {
    let folder = matches
        .get_one::<PathBuf>("folder")
        .cloned()
        .unwrap_or_default();
    let is_empty = match std::fs::read_dir(&folder) {
        Ok(mut entries) => entries.next().is_none(),
        Err(error) => error.kind() == std::io::ErrorKind::NotFound,
    };
    if !is_empty {
        console.problem("folder-not-empty", &[("path", path(&folder))]);
        return Exit::Environment;
    }
    let written = starter::write_site(&folder).and_then(|()| {
        let options = Options {
            root: folder.clone(),
            drafts: true,
        };
        let site = pipeline::site(&options, &mut Vec::new());
        starter::write_settings(&folder, &vscode::settings(&site, &console.words))
    });
    if let Err((file, error)) = written {
        console.cannot_write(&file, &error);
        return Exit::Environment;
    }
    console.print("initialized", &[("path", path(&folder))]);
    console.print("init-next", &[]);
    for command in ["build", "new"] {
        let name = console.words.text(&format!("name-{command}"));
        let does = console.words.text(&format!("init-step-{command}"));
        let example = match command {
            "new" => format!("quipu {name} \"{}\"", console.words.text("value-title")),
            _ => format!("quipu {name}"),
        };
        if !console.is_quiet {
            anstream::eprintln!("  {example:<24} {does}");
        }
    }
    Exit::Success
}

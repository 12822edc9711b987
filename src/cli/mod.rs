//! The command line. Each command is a thin module that calls the library, prints the
//! outcome and returns an exit code.

mod apply;
mod arguments;
mod ask;
mod build;
mod check;
mod console;
mod explain;
mod findings;
mod import;
mod init;
mod key;
mod new;
mod pack;
mod password;
mod progress;
mod schema;
mod search;
mod serve;
mod theme;
mod tidy;
mod usage;
mod verify;

use std::ffi::OsString;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::ArgMatches;

use crate::build::pipeline::Options;
use crate::content::config;
use crate::messages::locale;
use console::Console;

/// Exit status of a command.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Exit {
    /// Exit code 0: no errors.
    Success,
    /// Exit code 1: the content has errors.
    Content,
    /// Exit code 2: invalid usage, or a system error.
    Environment,
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> Self {
        Self::from(match exit {
            Exit::Success => 0,
            Exit::Content => 1,
            Exit::Environment => 2,
        })
    }
}

/// Runs the command given by `arguments` and returns the exit code of the process.
pub fn run(arguments: impl IntoIterator<Item = OsString>) -> ExitCode {
    let arguments: Vec<OsString> = arguments.into_iter().collect();
    let words = locale::catalogue(&usage::language(&arguments));
    let command = arguments::command(&words);
    match command.try_get_matches_from(&arguments) {
        Ok(matches) => dispatch(&Console::new(words, &matches), &matches).into(),
        Err(error) => usage::report(&error, &words).into(),
    }
}

fn dispatch(console: &Console, matches: &ArgMatches) -> Exit {
    match matches.subcommand() {
        Some((name, matches)) => match arguments::canonical(name) {
            "build" => build::run(console, matches),
            "check" => check::run(console, matches),
            "explain" => explain::run(console, matches),
            "schema" => schema::run(console, matches),
            "import" => import::run(console, matches),
            "init" => init::run(console, matches),
            "search" => search::run(console, matches),
            "serve" => serve::run(console, matches),
            "pack" => pack::run(console, matches),
            "apply" => apply::run(console, matches),
            "verify" => verify::run(console, matches),
            "key" => key::run(console, matches),
            "theme" => theme::run(console, matches),
            _ => new::run(console, matches),
        },
        None => Exit::Environment,
    }
}

/// Returns the site's root: the `--root` option, or the nearest ancestor with a config file.
fn root(console: &Console, matches: &ArgMatches) -> Result<PathBuf, Exit> {
    let named = matches.get_one::<PathBuf>("root");
    let start = match named {
        Some(folder) => folder.clone(),
        None => std::env::current_dir().unwrap_or_default(),
    };
    let found = match named {
        Some(folder) => {
            Some(folder.clone()).filter(|folder| folder.join(config::FILE_NAME).is_file())
        }
        None => config::find_root(&start),
    };
    found.ok_or_else(|| {
        console.problem("no-site", &[("path", console::path(&start))]);
        Exit::Environment
    })
}

fn options(console: &Console, matches: &ArgMatches) -> Result<Options, Exit> {
    Ok(Options {
        root: root(console, matches)?,
        drafts: matches.get_flag("drafts"),
    })
}

//! `quipu apply`: updates a copy to a newer edition.

use std::path::{Path, PathBuf};

use clap::ArgMatches;

use super::console::{Console, path};
use super::progress::CopyProgress;
use super::{Exit, findings, key};
use crate::base::text::size;
use crate::carry::apply::{Applied, ApplyError, Request, apply};
use crate::carry::keys::read_public;
use crate::carry::verify::Finding;
use crate::messages::locale::Argument;

/// Runs the command.
pub(super) fn run(console: &Console, matches: &ArgMatches) -> Exit {
    let public_key = matches.get_one::<PathBuf>("public-key");
    let public_key = match public_key.map(|file| read_public(file)).transpose() {
        Ok(key) => key,
        Err(error) => return key::print_error(console, error),
    };
    let path_of = |name: &str| {
        matches
            .get_one::<PathBuf>(name)
            .cloned()
            .unwrap_or_default()
    };
    let (update, copy) = (path_of("update"), path_of("copy"));
    let request = Request {
        update: &update,
        copy: &copy,
        key: public_key.as_ref(),
        allow_older: matches.get_flag("allow-older"),
    };
    let progress = CopyProgress::new(console);
    let outcome = apply(&request, &progress);
    progress.finish();
    match outcome {
        Ok(applied) => print_outcome(console, &copy, &applied),
        Err(error) => print_error(console, &copy, error),
    }
}

fn print_outcome(console: &Console, copy: &Path, applied: &Applied) -> Exit {
    findings::print_seal(console, &applied.seal);
    let id = match applied.is_new {
        true => "applied",
        false => "applied-already",
    };
    console.print(id, &[("path", path(copy))]);
    let facts = [
        ("placed", Argument::Number(applied.placed as u64)),
        ("removed", Argument::Number(applied.removed as u64)),
        (
            "edition",
            Argument::from(&applied.edition.edition.to_string()),
        ),
    ];
    if applied.is_new {
        console.print("applied-summary", &facts);
    }
    Exit::Success
}

fn print_error(console: &Console, copy: &Path, error: ApplyError) -> Exit {
    let (exit, is_touched) = match &error {
        ApplyError::Write(..) | ApplyError::Differs(_) => (Exit::Environment, true),
        ApplyError::Read(..)
        | ApplyError::NoUpdate(_)
        | ApplyError::NoCopy(_)
        | ApplyError::NoSpace { .. } => (Exit::Environment, false),
        _ => (Exit::Content, false),
    };
    print_refusal(console, copy, error);
    match is_touched {
        true => console.problem("not-applied", &[("path", path(copy))]),
        false => console.print("nothing-applied", &[]),
    }
    exit
}

fn print_refusal(console: &Console, copy: &Path, error: ApplyError) {
    let text = |text: &str| Argument::from(text);
    match error {
        ApplyError::NoUpdate(file) => console.problem("no-update", &[("path", path(&file))]),
        ApplyError::NoCopy(folder) => console.problem("no-updatable", &[("path", path(&folder))]),
        ApplyError::Invalid(report) => {
            findings::print_all(console, &report);
            findings::print_seal(console, &report.seal);
        }
        ApplyError::Inconsistent(file) => {
            console.problem("update-contradicts", &[("path", path(&file))]);
        }
        ApplyError::OtherBase {
            needed,
            needed_edition,
            found,
        } => {
            let facts = [
                ("digest", text(&needed.to_string())),
                ("needed", findings::edition(needed_edition)),
                ("found", findings::edition(found)),
            ];
            console.problem("update-other-base", &facts);
        }
        ApplyError::Older { offered, current } => {
            let facts = [
                ("offered", findings::edition(Some(offered))),
                ("current", findings::edition(Some(current))),
            ];
            console.problem("update-older", &facts);
        }
        ApplyError::Irregular(irregular) => {
            for (path, what) in irregular {
                findings::print(console, &Finding::Irregular(path, what));
            }
        }
        ApplyError::Damaged(files) => {
            for file in files {
                console.problem("file-damaged", &[("path", text(&file))]);
            }
            console.problem("damaged", &[]);
        }
        ApplyError::NoSpace { needed, available } => {
            let sized = |bytes: u64| Argument::from(&size(bytes));
            let facts = [
                ("path", path(copy)),
                ("needed", sized(needed)),
                ("available", sized(available)),
                ("lacking", sized(needed.saturating_sub(available))),
            ];
            console.problem("update-no-room", &facts);
        }
        ApplyError::Read(file, error) => console.cannot_read(&file, &error),
        ApplyError::Write(file, error) => console.cannot_write(&file, &error),
        ApplyError::Differs(files) => {
            for file in files {
                findings::print(console, &Finding::Altered(file, None));
            }
        }
    }
}

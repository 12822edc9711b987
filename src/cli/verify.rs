//! `quipu verify`: checks that a copy is what was packed, and its signature.

use std::path::PathBuf;

use clap::ArgMatches;

use super::console::{Console, path};
use super::progress::CopyProgress;
use super::{Exit, findings, key};
use crate::base::text::size;
use crate::carry::keys::read_public;
use crate::carry::verify::{self, Report, VerifyError};
use crate::messages::locale::Argument;

/// Runs the command.
pub(super) fn run(console: &Console, matches: &ArgMatches) -> Exit {
    let public_key = matches.get_one::<PathBuf>("public-key");
    let public_key = match public_key.map(|file| read_public(file)).transpose() {
        Ok(key) => key,
        Err(error) => return key::print_error(console, error),
    };
    let pack = matches
        .get_one::<PathBuf>("pack")
        .cloned()
        .unwrap_or_default();
    let progress = CopyProgress::new(console);
    let report = verify::verify(&pack, public_key.as_ref(), &progress);
    progress.finish();
    match report {
        Ok(report) => print_report(console, &report),
        Err(VerifyError::NoPack(file)) => {
            console.problem("no-pack", &[("path", path(&file))]);
            Exit::Environment
        }
        Err(VerifyError::Io(file, error)) => {
            console.cannot_read(&file, &error);
            Exit::Environment
        }
    }
}

fn print_report(console: &Console, report: &Report) -> Exit {
    findings::print_all(console, report);
    findings::print_seal(console, &report.seal);
    if let Some(edition) = &report.edition {
        let facts = [
            (
                "title",
                Argument::from(edition.title_in(console.words.language())),
            ),
            ("edition", Argument::from(&edition.edition.to_string())),
        ];
        console.print("verified-edition", &facts);
    }
    let mut facts = vec![
        ("files", Argument::Number(report.files as u64)),
        ("size", Argument::from(&size(report.bytes))),
        ("problems", Argument::Number(report.findings.len() as u64)),
    ];
    let mut id = "verified";
    if let Some(update) = &report.update {
        id = "verified-update";
        facts.push(("base", findings::edition(update.base_edition)));
        facts.push(("digest", Argument::from(&update.base.to_string())));
    }
    match report.is_valid() {
        true => {
            console.print(id, &facts);
            let update = report.update.as_ref();
            if update.is_some_and(|update| !update.rebuilt.is_empty()) {
                console.print("update-differences", &[]);
            }
            Exit::Success
        }
        false => {
            console.problem("not-whole", &facts);
            Exit::Content
        }
    }
}

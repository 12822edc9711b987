//! `quipu verify`: whether a copy is what was packed, and who says so.

use std::path::PathBuf;

use clap::ArgMatches;

use super::apply::edition;
use super::console::{Console, path};
use super::transfer::Transfer;
use super::{Exit, key};
use crate::base::text::size;
use crate::carry::copy::Irregularity;
use crate::carry::keys::read_public;
use crate::carry::verify::{self, Finding, Report, Seal, VerifyError};
use crate::messages::diagnostics::{Argument, Refusal};

/// Runs the command.
pub fn run(console: &Console, matches: &ArgMatches) -> Exit {
    let public_key = matches.get_one::<PathBuf>("public-key");
    let public_key = match public_key.map(|file| read_public(file)).transpose() {
        Ok(key) => key,
        Err(error) => return key::refused(console, error),
    };
    let pack = matches
        .get_one::<PathBuf>("pack")
        .cloned()
        .unwrap_or_default();
    let watch = Transfer::new(console);
    let report = verify::verify(&pack, public_key.as_ref(), &watch);
    watch.finish();
    match report {
        Ok(report) => tell(console, &report),
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

fn tell(console: &Console, report: &Report) -> Exit {
    tell_findings(console, report);
    tell_seal(console, &report.seal);
    if let Some(edition) = &report.edition {
        let facts = [
            (
                "title",
                Argument::from(edition.title_in(console.words.language())),
            ),
            ("edition", Argument::from(&edition.edition.to_string())),
        ];
        console.tell("verified-edition", &facts);
    }
    let mut facts = vec![
        ("files", Argument::Number(report.files as u64)),
        ("size", Argument::from(&size(report.bytes))),
        ("problems", Argument::Number(report.findings.len() as u64)),
    ];
    let mut whole = "verified";
    if let Some(update) = &report.update {
        whole = "verified-update";
        facts.push(("base", edition(update.base_edition)));
        facts.push(("digest", Argument::from(&update.base.to_string())));
    }
    match report.is_whole() {
        true => {
            console.tell(whole, &facts);
            let update = report.update.as_ref();
            if update.is_some_and(|update| !update.rebuilt.is_empty()) {
                console.tell("update-differences", &[]);
            }
            Exit::Success
        }
        false => {
            console.problem("not-whole", &facts);
            Exit::Content
        }
    }
}

/// Tells each thing that is not as it was packed.
pub fn tell_findings(console: &Console, report: &Report) {
    for finding in &report.findings {
        tell_finding(console, finding);
    }
}

/// Tells one of them.
pub fn tell_finding(console: &Console, finding: &Finding) {
    let (id, facts) = told(finding);
    console.problem(id, &facts);
}

fn told(finding: &Finding) -> (&'static str, Vec<(&'static str, Argument)>) {
    let text = |text: &str| Argument::from(text);
    let file = |path: &str| vec![("path", text(path))];
    match finding {
        Finding::Altered(path, None) => ("file-altered", file(path)),
        Finding::Altered(path, Some(like)) => (
            "file-exchanged",
            vec![("path", text(path)), ("other", text(like))],
        ),
        Finding::Missing(path) => ("file-missing", file(path)),
        Finding::Extra(path) => ("file-extra", file(path)),
        Finding::Unreadable(path, error) => {
            let [reason, said] = Refusal::from(error).arguments();
            ("file-unreadable", vec![("path", text(path)), reason, said])
        }
        Finding::Irregular(path, what) => {
            let other = match what {
                Irregularity::Collision(other) => other.as_str(),
                _ => "",
            };
            let facts = vec![
                ("path", text(path)),
                ("fault", text(what.id())),
                ("other", text(other)),
            ];
            ("file-irregular", facts)
        }
        Finding::Line(fault) => {
            let facts = vec![
                ("line", text(&fault.line.to_string())),
                ("fault", text(fault.kind.id())),
                ("path", text(&fault.text)),
            ];
            ("manifest-line", facts)
        }
        Finding::Bomb => ("zip-bomb", Vec::new()),
        Finding::Unfinished => ("file-unfinished", Vec::new()),
        Finding::ByHand => ("file-by-hand", Vec::new()),
    }
}

/// Tells who vouches for it.
pub fn tell_seal(console: &Console, seal: &Seal) {
    let key = |id: &dyn std::fmt::Display| ("key", Argument::from(&id.to_string()));
    match seal {
        Seal::Unread => {}
        Seal::Unsigned => console.warning("seal-unsigned", &[]),
        Seal::Missing => console.problem("seal-missing", &[]),
        Seal::Malformed => console.problem("seal-malformed", &[]),
        Seal::NoKey(id) => console.problem("seal-no-key", &[key(id)]),
        Seal::OtherKey(id, wanted) => {
            let wanted = ("wanted", Argument::from(&wanted.to_string()));
            console.problem("seal-other-key", &[key(id), wanted]);
        }
        Seal::Wrong(id) => console.problem("seal-wrong", &[key(id)]),
        Seal::Good {
            key: id,
            comment,
            is_own_key,
        } => {
            let comment = comment.replace('\t', "  ");
            let facts = [
                key(id),
                ("time", Argument::from(&signing_time(&comment))),
                ("comment", Argument::from(&comment)),
            ];
            console.tell("seal-good", &facts);
            if *is_own_key {
                console.tell("seal-own-key", &[key(id)]);
            }
        }
    }
}

/// When a signature says that it was made, if it says it as minisign does.
fn signing_time(comment: &str) -> String {
    let second = comment
        .split_whitespace()
        .find_map(|part| part.strip_prefix("timestamp:"))
        .and_then(|second| second.parse().ok());
    let time = second.and_then(|second| jiff::Timestamp::from_second(second).ok());
    time.map_or_else(|| "?".to_owned(), |time| time.to_string())
}

//! Prints the findings about a copy, for `verify`, `apply` and `pack`.

use super::console::Console;
use crate::carry::copy::Irregularity;
use crate::carry::edition::EditionTime;
use crate::carry::verify::{Finding, Report, Seal};
use crate::messages::diagnostics::Refusal;
use crate::messages::locale::Argument;

/// Prints every difference between a copy and what was packed.
pub(super) fn print_all(console: &Console, report: &Report) {
    for finding in &report.findings {
        print(console, finding);
    }
}

/// Prints one finding.
pub(super) fn print(console: &Console, finding: &Finding) {
    let (id, facts) = message(finding);
    console.problem(id, &facts);
}

fn message(finding: &Finding) -> (&'static str, Vec<(&'static str, Argument)>) {
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

/// Prints who signed a copy, or why the signature could not be verified.
pub(super) fn print_seal(console: &Console, seal: &Seal) {
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
            console.print("seal-good", &facts);
            if *is_own_key {
                console.print("seal-own-key", &[key(id)]);
            }
        }
    }
}

/// Returns the `timestamp:` of a minisign trusted comment; `?` if there is none.
fn signing_time(comment: &str) -> String {
    let second = comment
        .split_whitespace()
        .find_map(|part| part.strip_prefix("timestamp:"))
        .and_then(|second| second.parse().ok());
    let time = second.and_then(|second| jiff::Timestamp::from_second(second).ok());
    time.map_or_else(|| "?".to_owned(), |time| time.to_string())
}

/// Returns the time of an edition as a message argument; the text `none` if unknown.
pub(super) fn edition(edition: Option<EditionTime>) -> Argument {
    Argument::from(&edition.map_or_else(|| "none".to_owned(), |time| time.to_string()))
}

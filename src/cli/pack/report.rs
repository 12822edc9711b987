//! Prints the errors and the result of `quipu pack`.

use std::path::Path;

use crate::base::text::size;
use crate::carry::base::BaseError;
use crate::carry::fitness::Problem;
use crate::carry::pack::{Pack, PackError};
use crate::carry::site::SiteError;
use crate::carry::update::Update;
use crate::carry::verify::Finding;
use crate::carry::write::{FormError, Ready};
use crate::cli::console::{Console, path};
use crate::cli::{Exit, findings, key};
use crate::messages::locale::Argument;

pub(super) fn base_error(console: &Console, error: BaseError) -> Exit {
    match error {
        BaseError::NoCopy(file) => console.problem("no-pack", &[("path", path(&file))]),
        BaseError::Lines(_, faults) => {
            for fault in faults {
                findings::print(console, &Finding::Line(fault));
            }
        }
        BaseError::Io(file, error) => console.cannot_read(&file, &error),
    }
    Exit::Environment
}

pub(super) fn site_error(console: &Console, error: SiteError) -> Exit {
    match error {
        SiteError::NotBuilt(folder) => console.problem("not-built", &[("path", path(&folder))]),
        SiteError::OtherVersion(folder) => {
            console.problem("built-by-other", &[("path", path(&folder))]);
        }
        SiteError::Irregular(file) => {
            console.problem("irregular-file", &[("path", path(&file))]);
        }
        SiteError::Occupied(file) => {
            console.problem("occupied-file", &[("path", Argument::from(&file))]);
            return Exit::Content;
        }
        SiteError::Io(file, error) => console.cannot_read(&file, &error),
    }
    Exit::Environment
}

pub(super) fn pack_error(console: &Console, error: PackError) -> Exit {
    match error {
        PackError::Read(file, error) => {
            console.cannot_read(&file, &error);
            Exit::Environment
        }
        PackError::TooDifferent => {
            console.problem("too-different", &[]);
            Exit::Environment
        }
        PackError::Key(error) => key::print_error(console, error),
    }
}

pub(super) fn problems(console: &Console, problems: &[Problem]) -> Exit {
    for problem in problems {
        print_problem(console, problem);
    }
    console.print("nothing-packed", &[]);
    match problems.iter().all(Problem::is_content_problem) {
        true => Exit::Content,
        false => Exit::Environment,
    }
}

fn print_problem(console: &Console, problem: &Problem) {
    let text = |text: &str| Argument::from(text);
    let sized = |bytes: u64| Argument::from(&size(bytes));
    match problem {
        Problem::Name(file, fault) => {
            console.problem(
                "carry-name",
                &[("path", text(file)), ("fault", text(fault.id()))],
            );
        }
        Problem::Collision(file, other) => {
            console.problem(
                "carry-collision",
                &[("path", text(file)), ("other", text(other))],
            );
        }
        Problem::TooLarge(file, bytes) => {
            console.problem(
                "carry-large",
                &[("path", text(file)), ("size", sized(*bytes))],
            );
        }
        Problem::NoSpace {
            targets,
            needed,
            available,
        } => {
            let names: Vec<_> = targets
                .iter()
                .map(|target| target.to_string_lossy())
                .collect();
            let facts = [
                ("path", text(&names.join(", "))),
                ("needed", sized(*needed)),
                ("available", sized(*available)),
                ("lacking", sized(needed.saturating_sub(*available))),
            ];
            console.problem("no-room", &facts);
        }
        Problem::TargetName(target, fault) => {
            console.problem(
                "target-name",
                &[("path", path(target)), ("fault", text(fault.id()))],
            );
        }
        Problem::Overlaps(target) => console.problem("target-overlaps", &[("path", path(target))]),
        Problem::Repeated(target) => console.problem("target-repeated", &[("path", path(target))]),
        Problem::Form(error) => print_form_error(console, error),
        Problem::Io(file, error) => console.cannot_write(file, error),
    }
}

/// Prints the outcome for each target and, if all succeeded, a summary of the copy.
pub(super) fn outcomes(
    console: &Console,
    pack: &Pack,
    targets: &[Ready<'_>],
    results: Vec<Result<(), FormError>>,
) -> Exit {
    let mut exit = Exit::Success;
    for (target, result) in targets.iter().zip(results) {
        match result {
            Ok(()) => {
                let message = target.form.success(pack, target.path);
                console.print(message.id, &message.arguments);
            }
            Err(error) => {
                exit = Exit::Environment;
                print_delivery_error(console, target.path, &error);
            }
        }
    }
    let is_sealed = targets.iter().any(|target| target.form.is_sealed());
    if exit == Exit::Success && is_sealed {
        print_summary(console, pack);
    }
    exit
}

fn print_delivery_error(console: &Console, target: &Path, error: &FormError) {
    print_form_error(console, error);
    // An error of the form itself says what became of the target.
    if !matches!(error, FormError::Specific(_)) {
        console.problem("not-packed", &[("path", path(target))]);
    }
}

fn print_form_error(console: &Console, error: &FormError) {
    match error {
        FormError::Write(file, error) => console.cannot_write(file, error),
        FormError::Read(file, error) => console.cannot_read(file, error),
        FormError::Differs(report) => findings::print_all(console, report),
        FormError::Specific(message) => console.problem(message.id, &message.arguments),
    }
}

fn print_summary(console: &Console, pack: &Pack) {
    let mut facts = vec![
        ("files", Argument::Number(pack.files.len() as u64)),
        ("size", Argument::from(&size(pack.bytes()))),
        ("edition", Argument::from(&pack.edition.edition.to_string())),
    ];
    match &pack.update {
        Some(Update {
            removed,
            base_edition,
            rebuilt,
            ..
        }) => {
            facts.push(("removed", Argument::Number(removed.len() as u64)));
            facts.push(("base", findings::edition(*base_edition)));
            console.print("update-summary", &facts);
            if !rebuilt.is_empty() {
                console.print("update-differences", &[]);
            }
        }
        None => console.print("pack-summary", &facts),
    }
    match pack.key {
        Some(key) => console.print("pack-signed", &[("key", Argument::from(&key.to_string()))]),
        None => console.print("pack-unsigned", &[]),
    }
}

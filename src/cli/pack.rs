//! `quipu pack`: packs the built site as folders, ZIP or ZIM files, or updates.

use std::path::{Path, PathBuf};

use clap::ArgMatches;

use super::console::{Console, path};
use super::progress::CopyProgress;
use super::{Exit, findings, key, password, root};
use crate::base::text::size;
use crate::carry::base::{self, Base, BaseError};
use crate::carry::copy::Contents;
use crate::carry::deliver::{DeliveryError, deliver};
use crate::carry::edition::EditionTime;
use crate::carry::fitness::{self, Form, Problem, Ready, Target};
use crate::carry::keys::{LockedKey, Signer};
use crate::carry::pack::{Pack, PackError};
use crate::carry::site::{BuiltSite, SiteError};
use crate::carry::update::Update;
use crate::carry::verify::Finding;
use crate::carry::write::zim::{self, ZimError};
use crate::messages::locale::Argument;

/// Runs the command.
pub fn run(console: &Console, matches: &ArgMatches) -> Exit {
    match pack(console, matches) {
        Ok(exit) | Err(exit) => exit,
    }
}

fn pack(console: &Console, matches: &ArgMatches) -> Result<Exit, Exit> {
    let targets = targets(matches);
    let (edition, now) = times(console, matches)?;
    let base = base(console, matches, &targets, edition)?;
    let mut copy = copy(console, matches)?;
    let folder = match matches.get_one::<PathBuf>("site") {
        Some(folder) => folder.clone(),
        None => root(console, matches)?.join("public"),
    };
    let site = BuiltSite::open(&folder).map_err(|error| print_site_error(console, error))?;
    let zims = zims(matches);
    for file in &zims {
        zim::write(&site, file).map_err(|error| print_zim_error(console, error))?;
        console.print("zim-written", &[("path", path(file))]);
    }
    if targets.is_empty() {
        return Ok(Exit::Success);
    }
    let signer = signer(console, matches)?;
    let progress = CopyProgress::new(console);
    let signed = signer.as_ref().map(|signer| (signer, now));
    let pack = Pack::prepare(&site, edition, signed, &progress);
    progress.finish();
    let pack = pack.and_then(|pack| match &base {
        Some(base) => pack.since(base, copy.as_deref_mut(), signed),
        None => Ok(pack),
    });
    let pack = pack.map_err(|error| print_pack_error(console, error))?;
    let ready = fitness::check(&pack, &folder, &targets)
        .map_err(|problems| print_problems(console, &problems))?;
    let results = deliver(&pack, &ready, &progress);
    progress.finish();
    Ok(print_outcomes(console, &pack, &ready, results))
}

fn targets(matches: &ArgMatches) -> Vec<Target> {
    let is_zip = |path: &Path| {
        let end = path.extension();
        matches.get_flag("zip") || end.is_some_and(|end| end.eq_ignore_ascii_case("zip"))
    };
    let paths = matches.get_many::<PathBuf>("to").into_iter().flatten();
    let paths = paths.filter(|path| !is_zim(matches, path));
    let target = |path: &PathBuf| Target {
        path: path.clone(),
        form: match is_zip(path) {
            true => Form::Zip,
            false => Form::Folder,
        },
    };
    paths.map(target).collect()
}

/// Returns the `--to` paths that are ZIM files.
fn zims(matches: &ArgMatches) -> Vec<PathBuf> {
    let paths = matches.get_many::<PathBuf>("to").into_iter().flatten();
    paths
        .filter(|path| is_zim(matches, path))
        .cloned()
        .collect()
}

fn is_zim(matches: &ArgMatches, path: &Path) -> bool {
    let end = path.extension();
    matches.get_flag("zim") || end.is_some_and(|end| end.eq_ignore_ascii_case("zim"))
}

fn print_zim_error(console: &Console, error: ZimError) -> Exit {
    let text = |text: &str| Argument::from(text);
    match error {
        ZimError::NoWriter => console.problem("zim-no-writer", &[]),
        ZimError::Foreign(file) => console.problem("zim-foreign", &[("path", path(&file))]),
        ZimError::Refused(program, said) => {
            let facts = [("program", text(program)), ("said", text(&said))];
            console.problem("zim-refused", &facts);
        }
        ZimError::Io(file, error) => console.cannot_write(&file, &error),
    }
    Exit::Environment
}

/// Returns the time of the edition and the time of signing.
fn times(console: &Console, matches: &ArgMatches) -> Result<(EditionTime, EditionTime), Exit> {
    let invalid = |value: &str| {
        console.problem("invalid-edition", &[("value", Argument::from(value))]);
        Exit::Environment
    };
    let asked = std::env::var("SOURCE_DATE_EPOCH").unwrap_or_default();
    let now = EditionTime::now().map_err(|_| invalid(&asked))?;
    match matches.get_one::<String>("edition") {
        Some(text) => Ok((text.parse().map_err(|_| invalid(text))?, now)),
        None => Ok((now, now)),
    }
}

/// Reads the base of an update; `None` without `--since`.
fn base(
    console: &Console,
    matches: &ArgMatches,
    targets: &[Target],
    edition: EditionTime,
) -> Result<Option<Base>, Exit> {
    let Some(since) = matches.get_one::<PathBuf>("since") else {
        return Ok(None);
    };
    let others = targets.iter().filter(|target| target.form != Form::Zip);
    let others = others
        .map(|target| target.path.clone())
        .chain(zims(matches));
    if let Some(other) = others.into_iter().next() {
        console.problem("since-needs-zip", &[("path", path(&other))]);
        return Err(Exit::Environment);
    }
    let base = Base::read(since).map_err(|error| print_base_error(console, error))?;
    if let Some(older) = base.edition.filter(|base| *base > edition) {
        let facts = [
            ("edition", findings::edition(Some(edition))),
            ("base", findings::edition(Some(older))),
        ];
        console.warning("update-of-newer", &facts);
    }
    Ok(Some(base))
}

/// Opens the contents of the base, to compute differences against its files; `None` without
/// `--differences`.
fn copy(console: &Console, matches: &ArgMatches) -> Result<Option<Box<dyn Contents>>, Exit> {
    let since = matches.get_one::<PathBuf>("since");
    let Some(since) = since.filter(|_| matches.get_flag("differences")) else {
        return Ok(None);
    };
    let copy = base::contents(since).map_err(|error| print_base_error(console, error))?;
    if copy.is_none() {
        console.problem("differences-need-copy", &[("path", path(since))]);
        return Err(Exit::Environment);
    }
    Ok(copy)
}

fn print_base_error(console: &Console, error: BaseError) -> Exit {
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

fn signer(console: &Console, matches: &ArgMatches) -> Result<Option<Signer>, Exit> {
    let Some(file) = matches.get_one::<PathBuf>("key") else {
        return Ok(None);
    };
    let fail = |error| key::print_error(console, error);
    let key = LockedKey::read(file).map_err(fail)?;
    let password = key
        .needs_password
        .then(|| password::existing(console))
        .flatten();
    key.unlock(password).map(Some).map_err(fail)
}

fn print_site_error(console: &Console, error: SiteError) -> Exit {
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

fn print_pack_error(console: &Console, error: PackError) -> Exit {
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

fn print_problems(console: &Console, problems: &[Problem]) -> Exit {
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
        Problem::ZipTooLarge(file, bytes) => {
            console.problem(
                "zip-large",
                &[("path", path(file)), ("size", sized(*bytes))],
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
        Problem::Foreign(target, file) => {
            console.problem(
                "target-foreign",
                &[("path", path(target)), ("file", path(file))],
            );
        }
        Problem::NoFolder(target) => console.problem("target-file", &[("path", path(target))]),
        Problem::NoFile(target) => console.problem("target-folder", &[("path", path(target))]),
        Problem::TargetName(target, fault) => {
            console.problem(
                "target-name",
                &[("path", path(target)), ("fault", text(fault.id()))],
            );
        }
        Problem::Overlaps(target) => console.problem("target-overlaps", &[("path", path(target))]),
        Problem::Repeated(target) => console.problem("target-repeated", &[("path", path(target))]),
        Problem::Io(file, error) => console.cannot_write(file, error),
    }
}

/// Prints the outcome for each target and, if all succeeded, a summary of the copy.
fn print_outcomes(
    console: &Console,
    pack: &Pack,
    ready: &[Ready],
    results: Vec<Result<(), DeliveryError>>,
) -> Exit {
    let mut exit = Exit::Success;
    for (ready, result) in ready.iter().zip(results) {
        let target = &ready.target.path;
        match result {
            Ok(()) => console.print(
                match pack.update {
                    Some(_) => "update-packed",
                    None => "packed",
                },
                &[("path", path(target))],
            ),
            Err(error) => {
                exit = Exit::Environment;
                print_delivery_error(console, target, &error);
            }
        }
    }
    if exit == Exit::Success {
        print_summary(console, pack);
    }
    exit
}

fn print_delivery_error(console: &Console, target: &Path, error: &DeliveryError) {
    match error {
        DeliveryError::Write(file, error) => console.cannot_write(file, error),
        DeliveryError::Read(file, error) => console.cannot_read(file, error),
        DeliveryError::Differs(report) => findings::print_all(console, report),
    }
    console.problem("not-packed", &[("path", path(target))]);
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

//! `quipu pack`: packs the built site as folders, ZIP or ZIM files, or updates.

mod report;

use std::path::PathBuf;

use clap::ArgMatches;

use super::console::{Console, path};
use super::progress::CopyProgress;
use super::{Exit, findings, key, password, root};
use crate::carry::base::{self, Base};
use crate::carry::copy::Contents;
use crate::carry::deliver::deliver;
use crate::carry::edition::EditionTime;
use crate::carry::fitness;
use crate::carry::keys::{LockedKey, Signer};
use crate::carry::pack::Pack;
use crate::carry::site::BuiltSite;
use crate::carry::write::{self, Target};
use crate::messages::locale::Argument;

/// Runs the command.
pub(super) fn run(console: &Console, matches: &ArgMatches) -> Exit {
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
    let site = BuiltSite::open(&folder).map_err(|error| report::site_error(console, error))?;
    let signer = signer(console, matches, &targets)?;
    let progress = CopyProgress::new(console);
    let signed = signer.as_ref().map(|signer| (signer, now));
    let pack = Pack::prepare(site, edition, signed, &progress);
    progress.finish();
    let pack = pack.and_then(|pack| match &base {
        Some(base) => pack.since(base, copy.as_deref_mut(), signed),
        None => Ok(pack),
    });
    let pack = pack.map_err(|error| report::pack_error(console, error))?;
    let ready =
        fitness::check(&pack, &targets).map_err(|problems| report::problems(console, &problems))?;
    let results = deliver(&pack, &ready, &progress);
    progress.finish();
    Ok(report::outcomes(console, &pack, &ready, results))
}

fn targets(matches: &ArgMatches) -> Vec<Target<'_>> {
    let paths = matches.get_many::<PathBuf>("to").into_iter().flatten();
    let target = |path| Target {
        path,
        form: write::form_of(path, |name| matches.get_flag(name)),
    };
    paths.map(PathBuf::as_path).map(target).collect()
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
    targets: &[Target<'_>],
    edition: EditionTime,
) -> Result<Option<Base>, Exit> {
    let Some(since) = matches.get_one::<PathBuf>("since") else {
        return Ok(None);
    };
    if let Some(other) = targets.iter().find(|target| !target.form.can_be_update()) {
        console.problem("since-needs-zip", &[("path", path(other.path))]);
        return Err(Exit::Environment);
    }
    let base = Base::read(since).map_err(|error| report::base_error(console, error))?;
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
    let copy = base::contents(since).map_err(|error| report::base_error(console, error))?;
    if copy.is_none() {
        console.problem("differences-need-copy", &[("path", path(since))]);
        return Err(Exit::Environment);
    }
    Ok(copy)
}

/// Reads and unlocks the key; `None` without `--key`, or if no target takes a signature.
fn signer(
    console: &Console,
    matches: &ArgMatches,
    targets: &[Target<'_>],
) -> Result<Option<Signer>, Exit> {
    let is_signed = targets.iter().any(|target| target.form.is_sealed());
    let file = matches.get_one::<PathBuf>("key");
    let Some(file) = file.filter(|_| is_signed) else {
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

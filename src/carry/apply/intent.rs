//! Verifies an update against a copy and determines the intended result.

use std::path::Path;

use minisign::PublicKey;

use super::{ApplyError, Request};
use crate::base::sha256::Digest;
use crate::carry::base::{Base, BaseError};
use crate::carry::copy::{Contents, FolderContents, small};
use crate::carry::differences::{self, Differences};
use crate::carry::edition::{self, Edition};
use crate::carry::keys::Signature;
use crate::carry::layout::{DIFFERENCES, EDITION};
use crate::carry::manifest::Manifest;
use crate::carry::progress::ByteProgress;
use crate::carry::update::Update;
use crate::carry::verify::{self, Seal, own_key};

/// A verified update, and the state that the copy will have.
#[derive(Debug)]
pub(super) struct Intent {
    /// Metadata of the update.
    pub update: Update,
    /// Files that the update contains.
    pub brought: Manifest,
    /// Manifest of the copy after the update.
    pub target: Manifest,
    /// Edition of the copy after the update.
    pub edition: Edition,
    /// State of the signature of the update.
    pub seal: Seal,
    /// Differences of files that the update does not contain in full.
    pub differences: Differences,
    /// Current manifest of the copy.
    pub base: Manifest,
}

impl Intent {
    /// Verifies an update and checks that it applies to the copy.
    ///
    /// # Errors
    /// If the update is altered, contradicts itself, is signed by another key, is older than
    /// the copy, or starts from another copy.
    pub(super) fn read(
        request: &Request<'_>,
        contents: &mut dyn Contents,
        copy: &mut FolderContents,
        progress: &dyn ByteProgress,
    ) -> Result<Self, ApplyError> {
        let no_update = || ApplyError::NoUpdate(request.update.to_owned());
        let base = base_of(copy, request.copy)?;
        let trusted = request.key.cloned().or_else(|| own_key(copy));
        let report = verify::check(contents, trusted.as_ref(), progress).ok_or_else(no_update)?;
        if !report.is_valid() {
            return Err(ApplyError::Invalid(Box::new(report)));
        }
        let update = report.update.ok_or_else(no_update)?;
        let target = target(&update, &base, &report.list, request)?;
        check_signature(&update, &target, &report.seal, trusted, contents)
            .ok_or_else(|| inconsistent(request))?;
        check_age(&update, &base, request)?;
        let differences = differences(&update, contents).ok_or_else(|| inconsistent(request))?;
        let edition = match report.edition {
            Some(edition) => Some(edition),
            None => rebuilt_edition(&update, &differences, copy)?,
        };
        let edition = edition
            .filter(|edition| edition.edition == update.edition)
            .ok_or_else(|| inconsistent(request))?;
        let is_in_target = |path: &String| target.files.contains_key(path);
        if update.removed.iter().any(is_in_target) {
            return Err(inconsistent(request));
        }
        Ok(Self {
            update,
            brought: report.list,
            target,
            edition,
            seal: report.seal,
            differences,
            base: base.manifest,
        })
    }
}

/// Reads the differences in an update; `None` if they are invalid or lack a file that the
/// update says to rebuild.
fn differences(update: &Update, contents: &mut dyn Contents) -> Option<Differences> {
    if update.rebuilt.is_empty() {
        return Some(Differences::default());
    }
    let bytes = small(contents, DIFFERENCES, differences::LARGEST).ok()?;
    let differences = Differences::from_bytes(&bytes)?;
    let mut rebuilt = update.rebuilt.keys();
    let has_all = rebuilt.all(|path| differences.size(path).is_some());
    has_all.then_some(differences)
}

/// Returns the new edition if the update contains only its difference; `None` if it is not
/// to be rebuilt. An interrupted run may have put the file in place already.
fn rebuilt_edition(
    update: &Update,
    differences: &Differences,
    copy: &mut FolderContents,
) -> Result<Option<Edition>, ApplyError> {
    let Some(wanted) = update.rebuilt.get(EDITION) else {
        return Ok(None);
    };
    let is_wanted = |script: &Vec<u8>| Digest::of(script) == *wanted;
    let there = small(copy, EDITION, edition::LARGEST).ok();
    let script = match there.filter(is_wanted) {
        Some(script) => Some(script),
        None => differences
            .rebuilt(EDITION, copy)
            .map_err(|error| ApplyError::Read(copy.folder().join(EDITION), error))?
            .filter(is_wanted),
    };
    match script {
        Some(script) => Ok(Edition::from_script(&script)),
        None => Err(ApplyError::Damaged(vec![EDITION.to_owned()])),
    }
}

fn inconsistent(request: &Request<'_>) -> ApplyError {
    ApplyError::Inconsistent(request.update.to_owned())
}

fn base_of(copy: &mut FolderContents, folder: &Path) -> Result<Base, ApplyError> {
    Base::of(copy, folder).map_err(|error| match error {
        BaseError::Io(path, error) => ApplyError::Read(path, error),
        BaseError::NoCopy(path) | BaseError::Lines(path, _) => ApplyError::NoCopy(path),
    })
}

/// Returns the manifest after the update. It is the current one if an interrupted run has
/// already replaced the manifest.
fn target(
    update: &Update,
    base: &Base,
    list: &Manifest,
    request: &Request<'_>,
) -> Result<Manifest, ApplyError> {
    if base.digest == update.manifest {
        return Ok(base.manifest.clone());
    }
    if base.digest != update.base {
        return Err(ApplyError::OtherBase {
            needed: update.base,
            needed_edition: update.base_edition,
            found: base.edition,
        });
    }
    let target = update.target(&base.manifest, list);
    target.ok_or_else(|| inconsistent(request))
}

/// Checks that the signature of the new manifest is valid, or that both the manifest and the
/// update are unsigned; `None` otherwise.
fn check_signature(
    update: &Update,
    target: &Manifest,
    seal: &Seal,
    trusted: Option<PublicKey>,
    contents: &mut dyn Contents,
) -> Option<()> {
    let Some(signature) = &update.signature else {
        return (*seal == Seal::Unsigned).then_some(());
    };
    let key = trusted.or_else(|| own_key(contents))?;
    let signature = Signature::parse(signature.as_bytes())?;
    let text = target.to_text();
    signature.verify(&key, text.as_bytes()).map(|_| ())
}

fn check_age(update: &Update, base: &Base, request: &Request<'_>) -> Result<(), ApplyError> {
    let current = base.edition.or(update.base_edition);
    match current.filter(|current| *current > update.edition && !request.allow_older) {
        Some(current) => Err(ApplyError::Older {
            offered: update.edition,
            current,
        }),
        None => Ok(()),
    }
}

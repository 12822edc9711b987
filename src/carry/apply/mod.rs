//! Updates a copy in place to a newer edition.
//!
//! ```text
//! update + copy → intent → plan → stage → exchange
//! ```
//!
//! Nothing is changed before everything is verified: the update and its signature, the copy
//! that it starts from, and every file that stays. New files are staged inside the copy and
//! only then renamed into place one by one. If interrupted at any moment, the copy is still
//! the old one, or says to run the update again. A new run needs no record of the progress:
//! it does what remains.

mod exchange;
mod intent;
mod plan;
mod stage;
mod update_files;

use std::io;
use std::path::{Path, PathBuf};

use minisign::PublicKey;

use intent::Intent;
use plan::Plan;
use update_files::UpdateFiles;

use super::edition::{Edition, EditionTime};
use super::progress::ByteProgress;
use super::space::FileSystemSpace;
use super::verify::{self, Report, Seal};
use crate::base::sha256::Digest;
use crate::carry::copy::{self, Contents, FolderContents, Irregularity, OpenError};

/// The arguments of [`apply`].
#[derive(Debug)]
pub(crate) struct Request<'r> {
    /// Path of the update, a zip file.
    pub update: &'r Path,
    /// Path of the copy, a folder.
    pub copy: &'r Path,
    /// Key that must have signed the update; if `None`, the public key in the copy.
    pub key: Option<&'r PublicKey>,
    /// Whether the update may lead to an older edition than the current one.
    pub allow_older: bool,
}

/// The result of an update.
#[derive(Debug)]
pub(crate) struct Applied {
    /// Whether anything was changed; `false` if the copy was up to date.
    pub is_new: bool,
    /// Number of new and changed files.
    pub placed: usize,
    /// Number of removed files.
    pub removed: usize,
    /// The current edition of the copy.
    pub edition: Edition,
    /// State of the signature of the update.
    pub seal: Seal,
}

/// Why a copy was not updated. Only with [`ApplyError::Write`] and [`ApplyError::Differs`]
/// may it have been changed.
#[derive(Debug, thiserror::Error)]
pub(crate) enum ApplyError {
    /// The file is not an update.
    #[error("{0} is not an update")]
    NoUpdate(PathBuf),
    /// The path is not a folder with a copy.
    #[error("{0} is not a folder with a copy")]
    NoCopy(PathBuf),
    /// The update is altered, or its signature is not valid.
    #[error("the update is altered, or its signature is not valid")]
    Invalid(Box<Report>),
    /// Parts of the update contradict each other.
    #[error("parts of the update {0} contradict each other")]
    Inconsistent(PathBuf),
    /// The update starts from another copy.
    #[error("the update starts from another copy")]
    OtherBase {
        /// Digest of the manifest that it starts from.
        needed: Digest,
        /// Edition that it starts from, if known.
        needed_edition: Option<EditionTime>,
        /// Edition of the copy, if known.
        found: Option<EditionTime>,
    },
    /// The update leads to an older edition than that of the copy.
    #[error("the update leads to an older edition than that of the copy")]
    Older {
        /// Edition that it leads to.
        offered: EditionTime,
        /// Edition of the copy.
        current: EditionTime,
    },
    /// The copy contains links or special files.
    #[error("the copy contains links or special files")]
    Irregular(Vec<(String, Irregularity)>),
    /// Files that the update does not replace are altered or missing.
    #[error("files of the copy are altered or missing")]
    Damaged(Vec<String>),
    /// Not enough free space to stage the new files. Sizes are in bytes.
    #[error("staging needs {needed} bytes, but only {available} are free")]
    NoSpace {
        /// Space that staging needs.
        needed: u64,
        /// Free space.
        available: u64,
    },
    /// A file cannot be read.
    #[error("cannot read {0}")]
    Read(PathBuf, #[source] io::Error),
    /// A file cannot be written; the update can be run again.
    #[error("cannot write {0}")]
    Write(PathBuf, #[source] io::Error),
    /// Files that read back differently than written.
    #[error("files read back differently than they were written")]
    Differs(Vec<String>),
}

/// Updates a copy to the edition that an update leads to.
///
/// # Errors
/// If the update is not acceptable or cannot be applied; see [`ApplyError`].
pub(crate) fn apply(
    request: &Request<'_>,
    progress: &dyn ByteProgress,
) -> Result<Applied, ApplyError> {
    let mut update = open_update(request.update)?;
    let mut copy = open_copy(request.copy)?;
    let intent = Intent::read(request, &mut *update, &mut copy, progress)?;
    let plan = Plan::compute(&intent, &mut copy, progress)?;
    let is_new = !plan.is_done(&copy);
    if is_new {
        let mut brought = UpdateFiles {
            update,
            differences: intent.differences,
            copy,
        };
        check_space(&plan, &brought, request.copy)?;
        let staged = stage::stage(&plan, &mut brought, request.copy, progress)
            .map_err(|error| staging_error(request, error))?;
        exchange::exchange(&plan, staged, request.copy)?;
    }
    Ok(Applied {
        is_new,
        placed: plan.placed.len(),
        removed: plan.removed.len(),
        edition: intent.edition,
        seal: intent.seal,
    })
}

/// Opens an update, which is always in an archive: an unpacked one could change between being
/// verified and being applied.
fn open_update(path: &Path) -> Result<Box<dyn Contents>, ApplyError> {
    let read_error = |error| ApplyError::Read(path.to_owned(), error);
    match copy::open(path) {
        Ok(contents) if contents.archive_size().is_some() => Ok(contents),
        Ok(_) => Err(read_error(io::ErrorKind::IsADirectory.into())),
        Err(OpenError::NoZip) => Err(ApplyError::NoUpdate(path.to_owned())),
        Err(OpenError::Hostile(irregular)) => {
            Err(ApplyError::Invalid(Box::new(verify::rejected(irregular))))
        }
        Err(OpenError::Io(error)) => Err(read_error(error)),
    }
}

fn open_copy(folder: &Path) -> Result<FolderContents, ApplyError> {
    let read_error = |error| ApplyError::Read(folder.to_owned(), error);
    if !folder.metadata().map_err(read_error)?.is_dir() {
        return Err(ApplyError::NoCopy(folder.to_owned()));
    }
    let copy = FolderContents::open(folder).map_err(read_error)?;
    match copy.irregular().is_empty() {
        true => Ok(copy),
        false => Err(ApplyError::Irregular(copy.irregular().to_vec())),
    }
}

/// Converts an error of staging. Differences that fail to apply to intact files were always
/// invalid; as nothing is in place yet, the staged files are useless and are removed.
fn staging_error(request: &Request<'_>, error: ApplyError) -> ApplyError {
    match error {
        ApplyError::Write(_, error) if error.kind() == io::ErrorKind::InvalidData => {
            match stage::clear(request.copy) {
                Ok(()) => ApplyError::Inconsistent(request.update.to_owned()),
                Err(error) => ApplyError::Write(request.copy.to_owned(), error),
            }
        }
        error => error,
    }
}

/// Checks that there is space to stage the new files, less those left by an interrupted run.
fn check_space(plan: &Plan, brought: &UpdateFiles, copy: &Path) -> Result<(), ApplyError> {
    let space =
        FileSystemSpace::of(copy).map_err(|error| ApplyError::Read(copy.to_owned(), error))?;
    let missing = plan.placed.iter().filter(|path| !stage::has(copy, path));
    let brought = missing.map(|path| (path.as_str(), brought.size(path)));
    let needed = space
        .allocated_for_all(brought)
        .saturating_add(space.allocated(plan.manifest.len() as u64))
        .saturating_add(4 * space.cluster);
    match needed > space.available {
        true => Err(ApplyError::NoSpace {
            needed,
            available: space.available,
        }),
        false => Ok(()),
    }
}

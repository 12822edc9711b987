//! Brings a copy to a newer edition, with what an update brings.
//!
//! ```text
//! update + copy → intent → plan → stage → exchange
//! ```
//!
//! Nothing is touched before all of it is known to be right: the update and whoever signed
//! it, the copy that it starts from, and every file that stays. What is new is put beside
//! the copy, and only then exchanged, name by name. Cut short at any moment, the copy is
//! still the old one or says to run this again; and running it again needs to know nothing
//! of how far it came: it does what is left to do.

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
use super::space::Room;
use super::verify::{self, Report, Seal};
use crate::base::sha256::Digest;
use crate::carry::copy::{Contents, FolderContents, Irregularity, OpenError, ZipContents};

/// What is asked for.
#[derive(Debug)]
pub struct Request<'r> {
    /// The update, a zip.
    pub update: &'r Path,
    /// The copy, a folder.
    pub copy: &'r Path,
    /// Who must have signed; without it, whoever signed the copy.
    pub key: Option<&'r PublicKey>,
    /// Whether an older edition will do.
    pub may_go_back: bool,
}

/// What came of it.
#[derive(Debug)]
pub struct Applied {
    /// Whether there was anything to do.
    pub is_new: bool,
    /// How many files were exchanged.
    pub placed: usize,
    /// How many went.
    pub removed: usize,
    /// What the copy is now.
    pub edition: Edition,
    /// Who vouches for it.
    pub seal: Seal,
}

/// Why a copy was not brought to another edition. Nothing was touched but for the last two.
#[derive(Debug)]
pub enum ApplyError {
    /// There is no update.
    NoUpdate(PathBuf),
    /// There is no copy in a folder.
    NoCopy(PathBuf),
    /// The update is not as it was made, or not by whom it should be.
    Unsound(Box<Report>),
    /// It says things that do not go together.
    Contradicts(PathBuf),
    /// It starts from another copy.
    OtherBase {
        /// The manifest that it needs.
        needed: Digest,
        /// Its edition, if that is known.
        needed_edition: Option<EditionTime>,
        /// The edition of the copy, if that is known.
        found: Option<EditionTime>,
    },
    /// It leads back to an older edition.
    Older {
        /// That edition.
        offered: EditionTime,
        /// The one of the copy.
        current: EditionTime,
    },
    /// The copy holds links, or what is no file.
    Irregular(Vec<(String, Irregularity)>),
    /// Files that should stay are not as they were packed.
    Damaged(Vec<String>),
    /// There is too little room beside the copy.
    NoRoom {
        /// What it takes.
        needed: u64,
        /// What there is.
        available: u64,
    },
    /// The system does not let a file be read.
    Read(PathBuf, io::Error),
    /// It does not let a file be written: it can be run again.
    Write(PathBuf, io::Error),
    /// What was written reads otherwise.
    Differs(Vec<String>),
}

/// Brings a copy to the edition that an update leads to.
///
/// # Errors
/// When it may not or cannot be done; see [`ApplyError`].
pub fn apply(request: &Request<'_>, progress: &dyn ByteProgress) -> Result<Applied, ApplyError> {
    let mut zip = open_update(request.update)?;
    let mut copy = open_copy(request.copy)?;
    let intent = Intent::read(request, &mut zip, &mut copy, progress)?;
    let plan = Plan::make(&intent, &mut copy, progress)?;
    let is_new = !plan.is_done(&copy);
    if is_new {
        let mut brought = UpdateFiles {
            zip,
            differences: intent.differences,
            copy,
        };
        check_room(&plan, &brought, request.copy)?;
        let staged = stage::stage(&plan, &mut brought, request.copy, progress)
            .map_err(|error| unstaged(request, error))?;
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

fn open_update(path: &Path) -> Result<ZipContents, ApplyError> {
    ZipContents::open(path).map_err(|error| match error {
        OpenError::NoZip => ApplyError::NoUpdate(path.to_owned()),
        OpenError::Hostile(irregular) => ApplyError::Unsound(Box::new(verify::refused(irregular))),
        OpenError::Io(error) => ApplyError::Read(path.to_owned(), error),
    })
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

/// Differences of files that are as they were packed, and still lead nowhere, were never
/// right. As nothing was exchanged yet, what stands beside the copy is of no use.
fn unstaged(request: &Request<'_>, error: ApplyError) -> ApplyError {
    match error {
        ApplyError::Write(_, error) if error.kind() == io::ErrorKind::InvalidData => {
            match stage::clear(request.copy) {
                Ok(()) => ApplyError::Contradicts(request.update.to_owned()),
                Err(error) => ApplyError::Write(request.copy.to_owned(), error),
            }
        }
        error => error,
    }
}

/// Everything that is new stands beside the copy for a while, some of it since an earlier
/// run.
fn check_room(plan: &Plan, brought: &UpdateFiles, copy: &Path) -> Result<(), ApplyError> {
    let room = Room::of(copy).map_err(|error| ApplyError::Read(copy.to_owned(), error))?;
    let lacking = plan.placed.iter().filter(|path| !stage::has(copy, path));
    let brought = lacking.map(|path| (path.as_str(), brought.size(path)));
    let needed = room
        .taken_by_all(brought)
        .saturating_add(room.taken(plan.manifest.len() as u64))
        .saturating_add(4 * room.cluster);
    match needed > room.available {
        true => Err(ApplyError::NoRoom {
            needed,
            available: room.available,
        }),
        false => Ok(()),
    }
}

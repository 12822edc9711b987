//! Writes a pack to all targets in parallel and reads each back before marking it complete.

use std::io;
use std::path::{Path, PathBuf};
use std::thread;

use minisign::PublicKey;

use super::fitness::{Form, Ready};
use super::pack::Pack;
use super::progress::{ByteProgress, Step};
use super::verify::{self, Report, VerifyError};
use crate::carry::copy::FolderContents;
use crate::carry::write::zip::{self, Written};
use crate::carry::write::{WriteError, folder};

/// Why a copy could not be completed at a target.
#[derive(Debug)]
pub enum DeliveryError {
    /// A file could not be written: its path and the error.
    Write(PathBuf, io::Error),
    /// A written file or target cannot be read back.
    Read(PathBuf, io::Error),
    /// The bytes read back differ from those written.
    Differs(Box<Report>),
}

impl From<WriteError> for DeliveryError {
    fn from((path, error): WriteError) -> Self {
        Self::Write(path, error)
    }
}

/// A written copy that is not yet marked as complete.
enum Draft {
    Folder,
    Zip(Written),
}

/// Writes the pack to all targets, reads each back, and marks those that match as complete.
/// Returns the result of each target, in the order of `targets`.
pub fn deliver(
    pack: &Pack,
    targets: &[Ready],
    progress: &dyn ByteProgress,
) -> Vec<Result<(), DeliveryError>> {
    let bytes = pack.bytes().saturating_mul(targets.len() as u64);
    progress.begin(Step::Write, bytes);
    let drafts = run_parallel(targets, |ready| write(pack, ready, progress));
    progress.begin(Step::Verify, bytes);
    let drafts: Vec<_> = targets.iter().zip(drafts).collect();
    run_parallel(drafts, |(ready, draft)| {
        let draft = draft?;
        read_back(&ready.target.path, &draft, progress)?;
        finish(&ready.target.path, draft)
    })
}

/// Runs `work` on one thread per item, so that a slow USB stick does not hold up the others.
/// Results are in the order of `items`.
fn run_parallel<T: Send, R: Send>(
    items: impl IntoIterator<Item = T>,
    work: impl Fn(T) -> R + Sync,
) -> Vec<R> {
    thread::scope(|scope| {
        let work = &work;
        let threads: Vec<_> = items
            .into_iter()
            .map(|item| scope.spawn(move || work(item)))
            .collect();
        let ends = threads.into_iter().map(thread::ScopedJoinHandle::join);
        ends.map(|end| end.unwrap_or_else(|panic| std::panic::resume_unwind(panic)))
            .collect()
    })
}

fn write(pack: &Pack, ready: &Ready, progress: &dyn ByteProgress) -> Result<Draft, DeliveryError> {
    let path = &ready.target.path;
    Ok(match ready.target.form {
        Form::Folder => {
            folder::write(pack, path, &ready.earlier, progress)?;
            Draft::Folder
        }
        Form::Zip => Draft::Zip(zip::write(pack, path, progress)?),
    })
}

fn read_back(path: &Path, draft: &Draft, progress: &dyn ByteProgress) -> Result<(), DeliveryError> {
    let quiet = OnlyAdvance(progress);
    let key: Option<&PublicKey> = None;
    let report = match draft {
        Draft::Folder => FolderContents::open_unfinished(path)
            .map_err(|error| DeliveryError::Read(path.to_owned(), error))
            .map(|mut contents| verify::check(&mut contents, key, &quiet))?,
        Draft::Zip(zip) => match verify::verify(&zip.file, key, &quiet) {
            Ok(report) => Some(report),
            Err(VerifyError::NoPack(_)) => None,
            Err(VerifyError::Io(path, error)) => return Err(DeliveryError::Read(path, error)),
        },
    };
    let gone = || DeliveryError::Read(path.to_owned(), io::ErrorKind::NotFound.into());
    let report = report.ok_or_else(gone)?;
    match report.is_valid() {
        true => Ok(()),
        false => Err(DeliveryError::Differs(Box::new(report))),
    }
}

fn finish(path: &Path, draft: Draft) -> Result<(), DeliveryError> {
    match draft {
        Draft::Folder => folder::finish(path)?,
        Draft::Zip(zip) => zip.finish()?,
    }
    Ok(())
}

/// Forwards only [`ByteProgress::advance`]: all copies are read back in a single step, which
/// `verify` would restart for each.
struct OnlyAdvance<'w>(&'w dyn ByteProgress);

impl ByteProgress for OnlyAdvance<'_> {
    fn begin(&self, _: Step, _: u64) {}

    fn advance(&self, bytes: u64) {
        self.0.advance(bytes);
    }
}

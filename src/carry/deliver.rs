//! One pack to all of its targets at once, each read back before it is called whole.

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

/// Why a target has no whole copy.
#[derive(Debug)]
pub enum DeliveryError {
    /// A file could not be written.
    Write(PathBuf, io::Error),
    /// What was written cannot be read.
    Read(PathBuf, io::Error),
    /// What is read is not what was written.
    Differs(Box<Report>),
}

impl From<WriteError> for DeliveryError {
    fn from((path, error): WriteError) -> Self {
        Self::Write(path, error)
    }
}

/// What a target holds before it is called whole.
enum Draft {
    Folder,
    Zip(Written),
}

/// Writes to all targets, reads all back, and then calls them whole; tells of each how it
/// went, in their order.
pub fn deliver(
    pack: &Pack,
    targets: &[Ready],
    progress: &dyn ByteProgress,
) -> Vec<Result<(), DeliveryError>> {
    let bytes = pack.bytes().saturating_mul(targets.len() as u64);
    progress.begin(Step::Write, bytes);
    let drafts = on_each(targets, |ready| write(pack, ready, progress));
    progress.begin(Step::Verify, bytes);
    let drafts: Vec<_> = targets.iter().zip(drafts).collect();
    on_each(drafts, |(ready, draft)| {
        let draft = draft?;
        read_back(&ready.target.path, &draft, progress)?;
        finish(&ready.target.path, draft)
    })
}

/// A thread for each: sticks are slow, and none waits for another.
fn on_each<T: Send, R: Send>(
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
    match report.is_whole() {
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

/// Several copies are read back in one step.
struct OnlyAdvance<'w>(&'w dyn ByteProgress);

impl ByteProgress for OnlyAdvance<'_> {
    fn begin(&self, _: Step, _: u64) {}

    fn advance(&self, bytes: u64) {
        self.0.advance(bytes);
    }
}

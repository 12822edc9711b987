//! Verifies a copy against its manifest, and the manifest against its signature.

mod files;
mod seal;
mod update;

use std::io;
use std::path::{Path, PathBuf};

use minisign::PublicKey;

pub(crate) use seal::Seal;
pub(crate) use seal::own_key;

use super::copy::{self, Contents, Irregularity, OpenError, small};
use super::edition::Edition;
use super::layout::{COPY_SEAL, EDITION, MANIFEST, OPENING, SealFiles, UPDATE_SEAL};
use super::manifest::{self, Manifest, ManifestFault};
use super::progress::ByteProgress;
use super::update::Update;

/// A difference between a copy and what was packed.
#[derive(Debug)]
pub(crate) enum Finding {
    /// A file has other bytes; the second path is the file they belong to, if any.
    Altered(String, Option<String>),
    /// A listed file does not exist.
    Missing(String),
    /// A file exists that is not listed.
    Extra(String),
    /// A file cannot be read.
    Unreadable(String, io::Error),
    /// A file or entry of a kind that a copy never contains.
    Irregular(String, Irregularity),
    /// The manifest has an invalid line.
    Line(ManifestFault),
    /// A zip bomb: unpacking would take far more than the packed size. No file was read.
    Bomb,
    /// Writing or updating the copy was interrupted.
    Unfinished,
    /// Somebody unpacked an update over the copy by hand.
    ByHand,
}

/// The result of verifying a copy.
#[derive(Debug)]
pub(crate) struct Report {
    /// Everything that is wrong with the files, in the order found.
    pub findings: Vec<Finding>,
    /// State of the signature.
    pub seal: Seal,
    /// The edition; `None` if its file is missing or altered.
    pub edition: Option<Edition>,
    /// Metadata of the update; `None` for a copy, or if invalid.
    pub update: Option<Update>,
    /// The manifest, or the list of the update; empty if it is invalid.
    pub list: Manifest,
    /// Number of listed files.
    pub files: usize,
    /// Total size of the intact files in bytes.
    pub bytes: u64,
}

impl Report {
    fn new(findings: Vec<Finding>) -> Self {
        Self {
            findings,
            seal: Seal::Unread,
            edition: None,
            update: None,
            list: Manifest::default(),
            files: 0,
            bytes: 0,
        }
    }

    /// Whether there are no findings and the seal is valid.
    pub(crate) fn is_valid(&self) -> bool {
        self.findings.is_empty() && self.seal.is_valid()
    }
}

/// Why a copy could not be verified.
#[derive(Debug, thiserror::Error)]
pub(crate) enum VerifyError {
    /// The path is neither a folder nor a zip file with a copy.
    #[error("{0} is neither a folder nor a zip file with a copy")]
    NoPack(PathBuf),
    /// An I/O error at a path.
    #[error("cannot read {0}")]
    Io(PathBuf, #[source] io::Error),
}

/// Verifies a copy in a folder or a zip file. Files are read in chunks. `key` is the expected
/// signer; if `None`, the public key in the copy.
///
/// # Errors
/// If there is no copy, or it cannot be read.
pub(crate) fn verify(
    path: &Path,
    key: Option<&PublicKey>,
    progress: &dyn ByteProgress,
) -> Result<Report, VerifyError> {
    let no_pack = || VerifyError::NoPack(path.to_owned());
    match copy::open(path) {
        Ok(mut contents) => check(&mut *contents, key, progress).ok_or_else(no_pack),
        Err(OpenError::Hostile(irregular)) => Ok(rejected(irregular)),
        Err(OpenError::NoZip) => Err(no_pack()),
        Err(OpenError::Io(error)) => Err(VerifyError::Io(path.to_owned(), error)),
    }
}

/// Returns the report for a zip file that was rejected before reading its files.
pub(crate) fn rejected(irregular: Vec<(String, Irregularity)>) -> Report {
    let irregular = irregular.into_iter();
    let findings = irregular.map(|(path, what)| Finding::Irregular(path, what));
    Report::new(findings.collect())
}

/// Verifies opened contents against their manifest; `None` if they are not a copy.
pub(crate) fn check(
    contents: &mut dyn Contents,
    key: Option<&PublicKey>,
    progress: &dyn ByteProgress,
) -> Option<Report> {
    let Some(names) = find_seal(contents) else {
        let is_copy = [OPENING, EDITION]
            .iter()
            .any(|path| contents.files().contains_key(*path));
        return is_copy.then(|| Report::new(vec![Finding::Missing(MANIFEST.to_owned())]));
    };
    let mut report = Report::new(irregularities(contents));
    let bytes = match small(contents, names.list, manifest::LARGEST) {
        Ok(bytes) => bytes,
        Err(error) => {
            let finding = Finding::Unreadable(names.list.to_owned(), error);
            report.findings.push(finding);
            return Some(report);
        }
    };
    let manifest = Manifest::parse(&bytes);
    report.seal = seal::of(contents, names, manifest.as_ref().ok(), &bytes, key);
    match manifest {
        Ok(manifest) => {
            files::compare(contents, &manifest, progress, &mut report);
            if names == UPDATE_SEAL {
                update::check(contents, &manifest, &mut report);
            }
            report.list = manifest;
        }
        Err(faults) => report
            .findings
            .extend(faults.into_iter().map(Finding::Line)),
    }
    Some(report)
}

/// Returns the seal of the contents; `None` if there is none. A zip file with both seals is
/// an update that also contains the new manifest; a folder with both is a copy over which
/// an update was unpacked by hand.
fn find_seal(contents: &dyn Contents) -> Option<SealFiles> {
    let has = |names: SealFiles| contents.files().contains_key(names.list);
    let is_archive = contents.archive_size().is_some();
    let order = match is_archive {
        true => [UPDATE_SEAL, COPY_SEAL],
        false => [COPY_SEAL, UPDATE_SEAL],
    };
    order.into_iter().find(|names| has(*names))
}

fn irregularities(contents: &dyn Contents) -> Vec<Finding> {
    let irregular = contents.irregular().iter().cloned();
    irregular
        .map(|(path, what)| Finding::Irregular(path, what))
        .collect()
}

//! Verifies a copy against its manifest, and the manifest against its signature.

mod seal;

use std::collections::{BTreeMap, HashMap};
use std::io;
use std::path::{Path, PathBuf};

use minisign::PublicKey;

pub use seal::Seal;

use super::copy::{self, Contents, Irregularity, OpenError, digest_of, small};
use super::edition::{self, Edition};
use super::layout::{
    self, COPY_SEAL, EDITION, MANIFEST, OPENING, PACK_FILES_IN_SITE, SIGNATURE, SITE, SealFiles,
    UNFINISHED, UPDATE, UPDATE_SEAL,
};
use super::manifest::{self, Manifest, ManifestFault};
use super::progress::{ByteProgress, Step};
use super::update::{self, Update};
use crate::base::sha256::Digest;

/// Bytes that a zip file may exceed the expected size of the site before it counts as a bomb.
const SLACK: u64 = 16 * 1024 * 1024;
/// Maximum plausible compression ratio of a site whose edition is unknown.
const USUAL_RATIO: u64 = 64;

/// A difference between a copy and what was packed.
#[derive(Debug)]
pub enum Finding {
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
pub struct Report {
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
    pub fn is_valid(&self) -> bool {
        self.findings.is_empty() && self.seal.is_valid()
    }
}

/// Why a copy could not be verified.
#[derive(Debug)]
pub enum VerifyError {
    /// The path is neither a folder nor a zip file with a copy.
    NoPack(PathBuf),
    /// An I/O error at a path.
    Io(PathBuf, io::Error),
}

/// Verifies a copy in a folder or a zip file. Files are read in chunks. `key` is the expected
/// signer; if `None`, the public key in the copy.
///
/// # Errors
/// If there is no copy, or it cannot be read.
pub fn verify(
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
pub fn rejected(irregular: Vec<(String, Irregularity)>) -> Report {
    let irregular = irregular.into_iter();
    let findings = irregular.map(|(path, what)| Finding::Irregular(path, what));
    Report::new(findings.collect())
}

/// Verifies opened contents against their manifest; `None` if they are not a copy.
pub fn check(
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
            compare(contents, &manifest, progress, &mut report);
            if names == UPDATE_SEAL {
                check_update(contents, &manifest, &mut report);
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

/// Reads the metadata of an update, and checks that the manifest and signature in it, if any,
/// are those of the copy that it leads to.
fn check_update(contents: &mut dyn Contents, list: &Manifest, report: &mut Report) {
    let read = |contents: &mut dyn Contents| {
        let bytes = small(contents, UPDATE, update::LARGEST).ok()?;
        let is_listed = list.files.get(UPDATE) == Some(&Digest::of(&bytes));
        Update::from_json(&bytes).filter(|_| is_listed)
    };
    let Some(update) = read(contents) else {
        let is_reported = report.findings.iter().any(
            |finding| matches!(finding, Finding::Altered(path, _) | Finding::Missing(path) if path == UPDATE),
        );
        if !is_reported {
            let finding = Finding::Altered(UPDATE.to_owned(), None);
            report.findings.push(finding);
        }
        return;
    };
    let seals = [
        (MANIFEST, manifest::LARGEST, Some(update.manifest)),
        (
            SIGNATURE,
            super::keys::LARGEST,
            update
                .signature
                .as_ref()
                .map(|text| Digest::of(text.as_bytes())),
        ),
    ];
    for (path, largest, wanted) in seals {
        if !contents.files().contains_key(path) {
            continue;
        }
        let found = small(contents, path, largest).map(|bytes| Digest::of(&bytes));
        if found.ok() != wanted {
            let finding = Finding::Altered(path.to_owned(), None);
            report.findings.push(finding);
        }
    }
    report.update = Some(update);
}

fn irregularities(contents: &dyn Contents) -> Vec<Finding> {
    let irregular = contents.irregular().iter().cloned();
    irregular
        .map(|(path, what)| Finding::Irregular(path, what))
        .collect()
}

fn compare(
    contents: &mut dyn Contents,
    manifest: &Manifest,
    progress: &dyn ByteProgress,
    report: &mut Report,
) {
    report.files = manifest.files.len();
    report.edition = edition_of(contents, manifest);
    let listed: BTreeMap<String, u64> = contents
        .files()
        .iter()
        .filter(|(path, _)| manifest.files.contains_key(*path))
        .map(|(path, size)| (path.clone(), *size))
        .collect();
    let extra = contents
        .files()
        .keys()
        .filter(|path| !manifest.files.contains_key(*path) && !layout::is_seal(path));
    let extra = extra.map(|path| match path.as_str() {
        UNFINISHED => Finding::Unfinished,
        UPDATE => Finding::ByHand,
        path => Finding::Extra(path.to_owned()),
    });
    let mut findings: Vec<Finding> = extra.collect();
    if contents
        .archive_size()
        .is_some_and(|size| is_bomb(size, &listed, report.edition.as_ref()))
    {
        report.findings.push(Finding::Bomb);
        return;
    }
    progress.begin(Step::Verify, listed.values().sum());
    let paths_by_digest = paths_by_digest(manifest);
    for (path, wanted) in &manifest.files {
        let Some(size) = listed.get(path) else {
            findings.push(Finding::Missing(path.clone()));
            continue;
        };
        match digest_of(contents, path, progress) {
            Ok(found) if found == *wanted => report.bytes += size,
            Ok(found) => {
                let like = paths_by_digest
                    .get(&found.to_string())
                    .map(|path| (*path).clone());
                findings.push(Finding::Altered(path.clone(), like));
            }
            // Data that a zip file cannot unpack was altered.
            Err(error) if contents.archive_size().is_some() && is_data_error(&error) => {
                findings.push(Finding::Altered(path.clone(), None));
            }
            Err(error) => findings.push(Finding::Unreadable(path.clone(), error)),
        }
    }
    report.findings.append(&mut findings);
}

/// Returns the paths by digest, to recognise swapped or renamed files.
fn paths_by_digest(manifest: &Manifest) -> HashMap<String, &String> {
    let files = manifest.files.iter();
    files
        .map(|(path, digest)| (digest.to_string(), path))
        .collect()
}

/// Reads the edition; `None` if its file is missing, altered or not listed.
fn edition_of(contents: &mut dyn Contents, manifest: &Manifest) -> Option<Edition> {
    let wanted = manifest.files.get(EDITION)?;
    let bytes = small(contents, EDITION, edition::LARGEST).ok()?;
    (Digest::of(&bytes) == *wanted).then_some(())?;
    Edition::from_script(&bytes)
}

/// Whether unpacking would take far more space than the packed site.
fn is_bomb(archive: u64, listed: &BTreeMap<String, u64>, edition: Option<&Edition>) -> bool {
    let of_site = listed
        .iter()
        .filter(|(path, _)| path.starts_with(SITE) && !PACK_FILES_IN_SITE.contains(&path.as_str()));
    let declared = of_site.fold(0_u64, |total, (_, size)| total.saturating_add(*size));
    let expected = match edition {
        Some(edition) => edition.bytes,
        None => archive.saturating_mul(USUAL_RATIO),
    };
    declared > expected.saturating_add(SLACK)
}

fn is_data_error(error: &io::Error) -> bool {
    use io::ErrorKind::{InvalidData, InvalidInput, Other, UnexpectedEof};
    matches!(
        error.kind(),
        InvalidData | InvalidInput | Other | UnexpectedEof
    )
}

//! Whether a copy is what was packed: every file, and who vouches for them.

mod seal;

use std::collections::{BTreeMap, HashMap};
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use minisign::PublicKey;

pub use seal::Seal;

use super::copy::{Contents, FolderContents, Irregularity, OpenError, ZipContents, small};
use super::edition::{self, Edition};
use super::layout::{
    self, EDITION, MANIFEST, OF_COPY, OF_UPDATE, OPENING, OWN_IN_SITE, SIGNATURE, SITE, SealFiles,
    UNFINISHED, UPDATE,
};
use super::manifest::{self, Manifest, ManifestFault};
use super::progress::{ByteProgress, Step};
use super::update::{self, Update};
use crate::base::sha256::{self, Digest};

/// What a small site may have beyond what its edition says, before a zip is held for a bomb.
const SLACK: u64 = 16 * 1024 * 1024;
/// Text seldom gets smaller than this part of its size.
const USUAL_RATIO: u64 = 64;

/// Something that is not as it was packed.
#[derive(Debug)]
pub enum Finding {
    /// A file has other bytes; those of another file, if it is known.
    Altered(String, Option<String>),
    /// A file is not there.
    Missing(String),
    /// A file is there that was not packed.
    Extra(String),
    /// The system does not let a file be read.
    Unreadable(String, io::Error),
    /// Something that no copy holds.
    Irregular(String, Irregularity),
    /// The manifest has a line that no manifest has.
    Line(ManifestFault),
    /// What a zip would unpack is far more than what was packed: none of it was read.
    Bomb,
    /// Writing or updating the copy did not come to its end.
    Unfinished,
    /// Somebody unpacked an update over it.
    ByHand,
}

/// How a copy was found.
#[derive(Debug)]
pub struct Report {
    /// All that is wrong, by path.
    pub findings: Vec<Finding>,
    /// Who vouches for it.
    pub seal: Seal,
    /// Which edition it says to be, if that file is as it was packed.
    pub edition: Option<Edition>,
    /// What it changes in another copy, if it is an update.
    pub update: Option<Update>,
    /// What is listed.
    pub list: Manifest,
    /// How many files are listed.
    pub files: usize,
    /// How many bytes were read.
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

    /// Whether nothing is wrong.
    pub fn is_whole(&self) -> bool {
        self.findings.is_empty() && self.seal.is_sound()
    }
}

/// Why nothing can be said of a copy.
#[derive(Debug)]
pub enum VerifyError {
    /// It is neither a folder nor a zip with a copy.
    NoPack(PathBuf),
    /// The system refused.
    Io(PathBuf, io::Error),
}

/// Looks at a copy in a folder or a zip, a part at a time.
///
/// # Errors
/// When there is no copy, or it cannot be read.
pub fn verify(
    path: &Path,
    key: Option<&PublicKey>,
    progress: &dyn ByteProgress,
) -> Result<Report, VerifyError> {
    let io_error = |error| VerifyError::Io(path.to_owned(), error);
    if path.metadata().map_err(io_error)?.is_dir() {
        let mut contents = FolderContents::open(path).map_err(io_error)?;
        return check(&mut contents, key, progress).ok_or_else(|| no_pack(path));
    }
    match ZipContents::open(path) {
        Ok(mut contents) => check(&mut contents, key, progress).ok_or_else(|| no_pack(path)),
        Err(OpenError::Hostile(irregular)) => Ok(refused(irregular)),
        Err(OpenError::NoZip) => Err(no_pack(path)),
        Err(OpenError::Io(error)) => Err(io_error(error)),
    }
}

fn no_pack(path: &Path) -> VerifyError {
    VerifyError::NoPack(path.to_owned())
}

/// A zip of which nothing was read.
pub fn refused(irregular: Vec<(String, Irregularity)>) -> Report {
    let irregular = irregular.into_iter();
    let findings = irregular.map(|(path, what)| Finding::Irregular(path, what));
    Report::new(findings.collect())
}

/// Compares contents with their manifest; nothing where no copy stands.
pub fn check(
    contents: &mut dyn Contents,
    key: Option<&PublicKey>,
    progress: &dyn ByteProgress,
) -> Option<Report> {
    let Some(names) = sealed_by(contents) else {
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
            if names == OF_UPDATE {
                look_at_update(contents, &manifest, &mut report);
            }
            report.list = manifest;
        }
        Err(faults) => report
            .findings
            .extend(faults.into_iter().map(Finding::Line)),
    }
    Some(report)
}

/// What vouches for what is there: an update may bring the manifest of a copy, too, and a
/// copy that was updated by hand holds the list of the update.
fn sealed_by(contents: &dyn Contents) -> Option<SealFiles> {
    let has = |names: SealFiles| contents.files().contains_key(names.list);
    let is_archive = contents.archive_size().is_some();
    let order = match is_archive {
        true => [OF_UPDATE, OF_COPY],
        false => [OF_COPY, OF_UPDATE],
    };
    order.into_iter().find(|names| has(*names))
}

/// What an update says of itself, and whether the manifest that it may bring is the one
/// that it leads to.
fn look_at_update(contents: &mut dyn Contents, list: &Manifest, report: &mut Report) {
    let read = |contents: &mut dyn Contents| {
        let bytes = small(contents, UPDATE, update::LARGEST).ok()?;
        let is_listed = list.files.get(UPDATE) == Some(&Digest::of(&bytes));
        Update::from_json(&bytes).filter(|_| is_listed)
    };
    let Some(update) = read(contents) else {
        let is_told = report.findings.iter().any(
            |finding| matches!(finding, Finding::Altered(path, _) | Finding::Missing(path) if path == UPDATE),
        );
        if !is_told {
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
    let owners = owners(manifest);
    for (path, wanted) in &manifest.files {
        let Some(size) = listed.get(path) else {
            findings.push(Finding::Missing(path.clone()));
            continue;
        };
        match digest_of(contents, path, *size, progress) {
            Ok(found) if found == *wanted => report.bytes += size,
            Ok(found) => {
                let like = owners.get(&found.to_string()).map(|path| (*path).clone());
                findings.push(Finding::Altered(path.clone(), like));
            }
            // What a zip cannot unpack is not what was packed.
            Err(error) if contents.archive_size().is_some() && is_of_data(&error) => {
                findings.push(Finding::Altered(path.clone(), None));
            }
            Err(error) => findings.push(Finding::Unreadable(path.clone(), error)),
        }
    }
    report.findings.append(&mut findings);
}

/// Which file has which bytes, so that files that changed places can be told.
fn owners(manifest: &Manifest) -> HashMap<String, &String> {
    let files = manifest.files.iter();
    files
        .map(|(path, digest)| (digest.to_string(), path))
        .collect()
}

/// What the copy says of itself, if that is as it was packed.
fn edition_of(contents: &mut dyn Contents, manifest: &Manifest) -> Option<Edition> {
    let wanted = manifest.files.get(EDITION)?;
    let bytes = small(contents, EDITION, edition::LARGEST).ok()?;
    (Digest::of(&bytes) == *wanted).then_some(())?;
    Edition::from_script(&bytes)
}

/// Whether unpacking would take far more than what was packed.
fn is_bomb(archive: u64, listed: &BTreeMap<String, u64>, edition: Option<&Edition>) -> bool {
    let of_site = listed
        .iter()
        .filter(|(path, _)| path.starts_with(SITE) && !OWN_IN_SITE.contains(&path.as_str()));
    let declared = of_site.fold(0_u64, |total, (_, size)| total.saturating_add(*size));
    let expected = match edition {
        Some(edition) => edition.bytes,
        None => archive.saturating_mul(USUAL_RATIO),
    };
    declared > expected.saturating_add(SLACK)
}

fn is_of_data(error: &io::Error) -> bool {
    use io::ErrorKind::{InvalidData, InvalidInput, Other, UnexpectedEof};
    matches!(
        error.kind(),
        InvalidData | InvalidInput | Other | UnexpectedEof
    )
}

fn digest_of(
    contents: &mut dyn Contents,
    path: &str,
    size: u64,
    progress: &dyn ByteProgress,
) -> io::Result<Digest> {
    // One byte more tells a file that has more than it says.
    let mut reader = contents.open(path)?.take(size.saturating_add(1));
    let mut passed = |count| progress.advance(count);
    Ok(sha256::copy(&mut reader, &mut io::sink(), &mut passed)?.0)
}

//! Compares the files of a copy with their digests.

use std::collections::{BTreeMap, HashMap};
use std::io;

use super::{Finding, Report};
use crate::base::sha256::Digest;
use crate::carry::copy::{Contents, digest_of, small};
use crate::carry::edition::{self, Edition};
use crate::carry::layout::{self, EDITION, PACK_FILES_IN_SITE, SITE, UNFINISHED, UPDATE};
use crate::carry::manifest::Manifest;
use crate::carry::progress::{ByteProgress, Step};

/// Bytes that a zip file may exceed the expected size of the site before it counts as a bomb.
const SLACK: u64 = 16 * 1024 * 1024;
/// Maximum plausible compression ratio of a site whose edition is unknown.
const USUAL_RATIO: u64 = 64;

/// Adds to `report` what differs from the manifest, the edition, and the size of the intact
/// files.
pub(super) fn compare(
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
    let mut findings = extra(contents, manifest);
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

/// Returns a finding for each file that is not listed.
fn extra(contents: &dyn Contents, manifest: &Manifest) -> Vec<Finding> {
    let paths = contents.files().keys();
    let extra = paths.filter(|path| !manifest.files.contains_key(*path) && !layout::is_seal(path));
    let finding = |path: &String| match path.as_str() {
        UNFINISHED => Finding::Unfinished,
        UPDATE => Finding::ByHand,
        path => Finding::Extra(path.to_owned()),
    };
    extra.map(finding).collect()
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

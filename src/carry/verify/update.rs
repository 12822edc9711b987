//! Verifies what only an update contains.

use super::{Finding, Report};
use crate::base::sha256::Digest;
use crate::carry::copy::{Contents, small};
use crate::carry::keys;
use crate::carry::layout::{MANIFEST, SIGNATURE, UPDATE};
use crate::carry::manifest::{self, Manifest};
use crate::carry::update::{self, Update};

/// Reads the metadata of an update, and checks that the manifest and signature in it, if any,
/// are those of the copy that it leads to.
pub(super) fn check(contents: &mut dyn Contents, list: &Manifest, report: &mut Report) {
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
            keys::LARGEST,
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

//! Metadata of an update: the copies it starts from and leads to, and the removed files.
//!
//! An update contains the new and changed files and a signed list of them. The manifest of
//! the new copy is derived from that of the old one, so that updates of large sites stay
//! small: a list of twenty thousand digests, which do not compress, would be many times as
//! large as a changed page. For changed files, an update may also contain only differences:
//! see [`super::differences`].

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::edition::EditionTime;
use super::layout::{DIFFERENCES, EDITION, PUBLIC_KEY, UPDATE};
use super::manifest::Manifest;
use crate::base::names;
use crate::base::sha256::Digest;

/// Version of the format; incremented with every change.
pub(crate) const VERSION: u32 = 2;
/// Size limit of the metadata in bytes; real ones are far smaller.
pub(crate) const LARGEST: u64 = 16 * 1024 * 1024;
/// Files that every update contains, even if unchanged, to identify the update.
pub(crate) const ALWAYS: [&str; 2] = [EDITION, PUBLIC_KEY];
/// Maximum size of a manifest in bytes for an update to contain it, for people who unpack the
/// update by hand.
pub(crate) const LARGEST_SEAL: u64 = 256 * 1024;

/// Metadata of an update, stored as JSON.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Update {
    /// [`VERSION`] of the format.
    pub version: u32,
    /// Digest of the manifest that the update starts from.
    pub base: Digest,
    /// Edition that the update starts from, if known when it was packed.
    pub base_edition: Option<EditionTime>,
    /// Digest of the manifest that the update leads to.
    pub manifest: Digest,
    /// Edition that the update leads to.
    pub edition: EditionTime,
    /// Text of the signature of that manifest; `None` if unsigned.
    pub signature: Option<String>,
    /// Paths of the files to remove.
    pub removed: Vec<String>,
    /// Digests of the files to rebuild from differences, by path.
    pub rebuilt: BTreeMap<String, Digest>,
}

impl Update {
    /// Renders the JSON file.
    pub(crate) fn to_json(&self) -> String {
        let json = serde_json::to_string_pretty(self).expect("plain data serialises");
        format!("{json}\n")
    }

    /// Parses the JSON file; `None` if it is invalid, has another version or unsafe paths.
    pub(crate) fn from_json(bytes: &[u8]) -> Option<Self> {
        let update: Self = serde_json::from_slice(bytes).ok()?;
        let mut paths = update.removed.iter().chain(update.rebuilt.keys());
        let are_valid = paths.all(|path| names::fault(path).is_none());
        (update.version == VERSION && are_valid).then_some(update)
    }

    /// Derives the new manifest from the old one and the list of files in the update; `None`
    /// if it does not have the expected digest.
    pub(crate) fn target(&self, base: &Manifest, brought: &Manifest) -> Option<Manifest> {
        let mut target = base.clone();
        for path in &self.removed {
            target.files.remove(path)?;
        }
        let brought = brought.files.iter().filter(|(path, _)| !is_own(path));
        for (path, digest) in brought.chain(&self.rebuilt) {
            target.files.insert(path.clone(), *digest);
        }
        let is_expected = Digest::of(target.to_text().as_bytes()) == self.manifest;
        is_expected.then_some(target)
    }
}

/// Whether a file belongs to the update itself and not to the copy.
pub(crate) fn is_own(path: &str) -> bool {
    [UPDATE, DIFFERENCES].contains(&path)
}

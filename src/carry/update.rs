//! What an update says of itself: from which copy it leads to which, and what goes.
//!
//! It brings the files that are new or changed, and a signed list of them. The manifest of
//! the copy that it leads to follows from that of the copy it starts from, so that an
//! update stays small however many files there are: a list of twenty thousand digests,
//! which nothing compresses, would be many times as large as a changed page. It may also
//! bring, of changed files, only what the copy has not: see [`super::differences`].

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::edition::EditionTime;
use super::layout::{DIFFERENCES, EDITION, PUBLIC_KEY, UPDATE};
use super::manifest::Manifest;
use super::names;
use crate::base::sha256::Digest;

/// Raised whenever what an update says changes.
pub const VERSION: u32 = 2;
/// Larger than any real one.
pub const LARGEST: u64 = 16 * 1024 * 1024;
/// Files that an update brings whether they changed or not: they tell what it is.
pub const ALWAYS: [&str; 2] = [EDITION, PUBLIC_KEY];
/// An update brings a manifest up to this size, for those who unpack it by hand.
pub const LARGEST_SEAL: u64 = 256 * 1024;

/// From which copy to which.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Update {
    /// [`VERSION`] of the program that wrote it.
    pub version: u32,
    /// The manifest of the copy that it starts from.
    pub base: Digest,
    /// Which edition that is, where whoever made the update knew.
    pub base_edition: Option<EditionTime>,
    /// The manifest of the copy that it leads to.
    pub manifest: Digest,
    /// Which edition that is.
    pub edition: EditionTime,
    /// The signature of that manifest.
    pub signature: Option<String>,
    /// Files that go.
    pub removed: Vec<String>,
    /// Files that are made from what the copy has, with the differences that it brings.
    pub rebuilt: BTreeMap<String, Digest>,
}

impl Update {
    /// As it stands in its file.
    pub fn to_json(&self) -> String {
        let json = serde_json::to_string_pretty(self).expect("plain data serialises");
        format!("{json}\n")
    }

    /// What such a file says; nothing if it cannot be meant.
    pub fn from_json(bytes: &[u8]) -> Option<Self> {
        let update: Self = serde_json::from_slice(bytes).ok()?;
        let mut paths = update.removed.iter().chain(update.rebuilt.keys());
        let are_names = paths.all(|path| names::fault(path).is_none());
        (update.version == VERSION && are_names).then_some(update)
    }

    /// The manifest of the copy that it leads to, from that of the copy it starts from and
    /// the list of what it brings; nothing if it leads elsewhere.
    pub fn target(&self, base: &Manifest, brought: &Manifest) -> Option<Manifest> {
        let mut target = base.clone();
        for path in &self.removed {
            target.files.remove(path)?;
        }
        let brought = brought.files.iter().filter(|(path, _)| !is_own(path));
        for (path, digest) in brought.chain(&self.rebuilt) {
            target.files.insert(path.clone(), *digest);
        }
        let is_meant = Digest::of(target.to_text().as_bytes()) == self.manifest;
        is_meant.then_some(target)
    }
}

/// Whether an update brings a file for itself, and not for the copy.
pub fn is_own(path: &str) -> bool {
    [UPDATE, DIFFERENCES].contains(&path)
}

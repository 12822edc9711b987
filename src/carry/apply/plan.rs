//! The changes that turn a copy into its intended state.

use std::collections::HashSet;

use super::intent::Intent;
use super::{ApplyError, stage};
use crate::base::names::folded;
use crate::base::sha256::Digest;
use crate::carry::copy::{Contents, FolderContents, digest_of};
use crate::carry::layout::{MANIFEST, SIGNATURE, STAGING, UPDATE_FILES};
use crate::carry::manifest::Manifest;
use crate::carry::progress::{ByteProgress, Step};
use crate::carry::update::is_own;

/// The changes to make in a copy.
#[derive(Debug)]
pub(super) struct Plan {
    /// Files to write: those of the target that the copy lacks or has with other bytes.
    pub placed: Vec<String>,
    /// Files to remove, if they still exist.
    pub removed: Vec<String>,
    /// Text of the new manifest.
    pub manifest: Vec<u8>,
    /// Text of its signature; `None` if unsigned.
    pub signature: Option<Vec<u8>>,
    /// Digests of the placed files.
    pub digests: Manifest,
}

impl Plan {
    /// Compares the copy with its target.
    ///
    /// # Errors
    /// [`ApplyError::Damaged`] with every file that is altered or missing and not provided by
    /// the update.
    pub(super) fn compute(
        intent: &Intent,
        copy: &mut FolderContents,
        progress: &dyn ByteProgress,
    ) -> Result<Self, ApplyError> {
        let Intent { update, target, .. } = intent;
        let sizes = copy.files().clone();
        let listed = target.files.keys().filter_map(|path| sizes.get(path));
        progress.begin(Step::Verify, listed.sum());
        let gone: HashSet<String> = update.removed.iter().map(|path| folded(path)).collect();
        let mut plan = Self {
            placed: Vec::new(),
            removed: update.removed.clone(),
            manifest: target.to_text().into_bytes(),
            signature: update.signature.clone().map(String::into_bytes),
            digests: Manifest::default(),
        };
        let mut damaged = Vec::new();
        for (path, wanted) in &target.files {
            // On case-insensitive file systems, removing a file also removes a file of the
            // target whose name differs only in case.
            let is_there = sizes.contains_key(path)
                && !gone.contains(&folded(path))
                && digest_of(copy, path, progress).ok() == Some(*wanted);
            let is_in_full = intent.brought.files.get(path) == Some(wanted) && !is_own(path);
            let is_brought = is_in_full || update.rebuilt.get(path) == Some(wanted);
            match (is_there, is_brought) {
                (true, _) => {}
                (false, true) => plan.place(path, *wanted),
                (false, false) => damaged.push(path.clone()),
            }
        }
        damaged.extend(plan.damaged_origins(intent, copy, progress));
        match damaged.is_empty() {
            true => Ok(plan),
            false => Err(ApplyError::Damaged(damaged)),
        }
    }

    /// Whether the copy is up to date and contains no leftovers of an update.
    pub(super) fn is_done(&self, copy: &FolderContents) -> bool {
        let files = copy.files();
        let is_left = |path: &String| {
            self.removed.contains(path)
                || UPDATE_FILES.contains(&path.as_str())
                || path.starts_with(STAGING)
        };
        let holds = |path: &str, wanted: Option<&[u8]>| {
            let found = std::fs::read(copy.folder().join(path)).ok();
            found.as_deref() == wanted
        };
        self.placed.is_empty()
            && holds(MANIFEST, Some(&self.manifest))
            && holds(SIGNATURE, self.signature.as_deref())
            && !files.keys().any(is_left)
    }

    /// Returns the files that differences refer to and that are altered or missing. Files
    /// staged by an interrupted run need theirs no longer.
    fn damaged_origins(
        &self,
        intent: &Intent,
        copy: &mut FolderContents,
        progress: &dyn ByteProgress,
    ) -> Vec<String> {
        let differences = &intent.differences;
        let mut origins: Vec<&str> = self
            .placed
            .iter()
            .filter(|path| differences.size(path).is_some() && !stage::has(copy.folder(), path))
            .map(|path| differences.origin(path))
            .collect();
        origins.sort_unstable();
        origins.dedup();
        origins.retain(|origin| {
            let wanted = intent.base.files.get(*origin);
            wanted.is_none() || digest_of(copy, origin, progress).ok().as_ref() != wanted
        });
        origins.into_iter().map(str::to_owned).collect()
    }

    fn place(&mut self, path: &str, digest: Digest) {
        self.placed.push(path.to_owned());
        self.digests.files.insert(path.to_owned(), digest);
    }
}

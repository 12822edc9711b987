//! What there is to do until a copy is another one.

use std::collections::HashSet;
use std::io;

use super::intent::Intent;
use super::{ApplyError, stage};
use crate::base::sha256::{self, Digest};
use crate::carry::copy::{Contents, FolderContents};
use crate::carry::layout::{MANIFEST, OF_UPDATES, SIGNATURE, STAGING};
use crate::carry::manifest::Manifest;
use crate::carry::names::folded;
use crate::carry::progress::{ByteProgress, Step};
use crate::carry::update::is_own;

/// What there is to do.
#[derive(Debug)]
pub struct Plan {
    /// Files that the update brings and the copy lacks.
    pub placed: Vec<String>,
    /// Files that go, if they are still there.
    pub removed: Vec<String>,
    /// The manifest that is to be.
    pub manifest: Vec<u8>,
    /// Its signature.
    pub signature: Option<Vec<u8>>,
    /// The digests of what is placed.
    pub digests: Manifest,
}

impl Plan {
    /// Compares what is there with what is to be.
    ///
    /// # Errors
    /// With every file that neither stays as it should be nor comes with the update.
    pub fn make(
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
            // Where case does not matter, what goes takes along what is named alike.
            let is_there = sizes.contains_key(path)
                && !gone.contains(&folded(path))
                && found(copy, path, progress) == Some(*wanted);
            let is_whole = intent.brought.files.get(path) == Some(wanted) && !is_own(path);
            let is_brought = is_whole || update.rebuilt.get(path) == Some(wanted);
            match (is_there, is_brought) {
                (true, _) => {}
                (false, true) => plan.place(path, *wanted),
                (false, false) => damaged.push(path.clone()),
            }
        }
        damaged.extend(plan.lacking(intent, copy, progress));
        match damaged.is_empty() {
            true => Ok(plan),
            false => Err(ApplyError::Damaged(damaged)),
        }
    }

    /// Whether the copy is all that it is to be, and nothing is left of an update.
    pub fn is_done(&self, copy: &FolderContents) -> bool {
        let files = copy.files();
        let is_left = |path: &String| {
            self.removed.contains(path)
                || OF_UPDATES.contains(&path.as_str())
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

    /// Files of the copy that others are to be made from, and that are not as they were
    /// packed; what an earlier run has made needs them no more.
    fn lacking(
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
            wanted.is_none() || found(copy, origin, progress).as_ref() != wanted
        });
        origins.into_iter().map(str::to_owned).collect()
    }

    fn place(&mut self, path: &str, digest: Digest) {
        self.placed.push(path.to_owned());
        self.digests.files.insert(path.to_owned(), digest);
    }
}

/// The digest of a file of the copy; nothing where it cannot be read.
fn found(copy: &mut FolderContents, path: &str, progress: &dyn ByteProgress) -> Option<Digest> {
    let mut passed = |count| progress.advance(count);
    let mut file = copy.open(path).ok()?;
    let (digest, _) = sha256::copy(&mut file, &mut io::sink(), &mut passed).ok()?;
    Some(digest)
}

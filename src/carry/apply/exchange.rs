//! Renames staged files into place, in an order that keeps an interrupted copy recognisable.
//!
//! The edition file comes first and the opening page last: in between, that page finds two
//! editions and says to run the update again. The manifest is replaced after all files that
//! it lists, so that until then a new run still recognises the base.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use super::stage::{self, Staged};
use super::{ApplyError, Plan};
use crate::base::paths::flush_folder;
use crate::base::sha256::{self, Digest};
use crate::carry::in_place::{self, ChangeError};
use crate::carry::instructions;
use crate::carry::layout::{EDITION, MANIFEST, OPENING, SIGNATURE, UPDATE_FILES};

/// Moves every staged file into place and deletes removed files.
///
/// # Errors
/// If a file cannot be written, or reads back differently. The copy is then marked as
/// incomplete, and the update can be run again.
pub(super) fn exchange(plan: &Plan, staged: Staged, copy: &Path) -> Result<(), ApplyError> {
    let exchange = Exchange { plan, staged, copy };
    exchange
        .run()
        .map_err(|(path, error)| ApplyError::Write(path, error))?;
    let differing = exchange.differing();
    if !differing.is_empty() {
        return Err(ApplyError::Differs(differing));
    }
    exchange
        .finish()
        .map_err(|(path, error)| ApplyError::Write(path, error))
}

type Outcome = Result<(), ChangeError>;

struct Exchange<'p> {
    plan: &'p Plan,
    staged: Staged,
    copy: &'p Path,
}

impl Exchange<'_> {
    fn run(&self) -> Outcome {
        in_place::mark_unfinished(self.copy, &instructions::updating())?;
        self.place_if(|path| path == EDITION)?;
        for path in &self.plan.removed {
            in_place::remove(self.copy, path)?;
        }
        self.place_if(|path| path != EDITION && path != OPENING)?;
        self.flush();
        match self.plan.signature {
            Some(_) => self.rename(&self.staged.signature(), SIGNATURE)?,
            None => in_place::remove(self.copy, SIGNATURE)?,
        }
        self.rename(&self.staged.manifest(), MANIFEST)?;
        self.place_if(|path| path == OPENING)?;
        flush_folder(self.copy);
        Ok(())
    }

    fn place_if(&self, is_due: impl Fn(&str) -> bool) -> Outcome {
        let mut due = self.plan.placed.iter().filter(|path| is_due(path));
        due.try_for_each(|path| self.rename(&self.staged.file(path), path))
    }

    fn rename(&self, from: &Path, to: &str) -> Outcome {
        let to = self.copy.join(to);
        if let Some(parent) = to.parent() {
            fs::create_dir_all(parent).map_err(|error| (parent.to_owned(), error))?;
        }
        fs::rename(from, &to).map_err(|error| (to, error))
    }

    /// Flushes all changed folders, so that renames reach the device before the manifest.
    fn flush(&self) {
        let changed = self.plan.placed.iter().chain(&self.plan.removed);
        let folders: BTreeSet<PathBuf> = changed
            .filter_map(|path| self.copy.join(path).parent().map(Path::to_owned))
            .collect();
        for folder in folders {
            flush_folder(&folder);
        }
    }

    /// Reads back all placed files; returns the paths of those with other bytes.
    fn differing(&self) -> Vec<String> {
        let seals = [
            (MANIFEST, Some(self.plan.manifest.as_slice())),
            (SIGNATURE, self.plan.signature.as_deref()),
        ];
        let seals = seals
            .into_iter()
            .filter_map(|(path, bytes)| Some((path, Digest::of(bytes?))));
        let files = &self.plan.digests.files;
        let files = files.iter().map(|(path, digest)| (path.as_str(), *digest));
        files
            .chain(seals)
            .filter(|(path, wanted)| sha256::of_file(&self.copy.join(path)).ok() != Some(*wanted))
            .map(|(path, _)| path.to_owned())
            .collect()
    }

    fn finish(&self) -> Outcome {
        stage::clear(self.copy).map_err(|error| (self.copy.to_owned(), error))?;
        for path in UPDATE_FILES {
            in_place::remove(self.copy, path)?;
        }
        flush_folder(self.copy);
        Ok(())
    }
}

//! Old names for new files, in an order in which a copy cut short always tells what it is.
//!
//! The edition file comes first and the page that opens the copy last: between them that
//! page finds two editions, and says to run the update again. The manifest is exchanged
//! after all the files that it lists, so that until then the update still knows its base.

use std::collections::BTreeSet;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::stage::{self, Staged};
use super::{ApplyError, Plan};
use crate::base::paths::{flush, flush_folder};
use crate::base::sha256::{self, Digest};
use crate::carry::instructions;
use crate::carry::layout::{EDITION, MANIFEST, OF_UPDATES, OPENING, SIGNATURE, UNFINISHED};

/// Gives every staged file its place, and takes away what goes.
///
/// # Errors
/// When the system refuses, or something reads otherwise than it was written: the copy says
/// that it is not whole, and the update can be run again.
pub fn exchange(plan: &Plan, staged: Staged, copy: &Path) -> Result<(), ApplyError> {
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

type Outcome = Result<(), (PathBuf, io::Error)>;

struct Exchange<'p> {
    plan: &'p Plan,
    staged: Staged,
    copy: &'p Path,
}

impl Exchange<'_> {
    fn run(&self) -> Outcome {
        self.mark()?;
        self.place_if(|path| path == EDITION)?;
        for path in &self.plan.removed {
            self.remove(path)?;
        }
        self.place_if(|path| path != EDITION && path != OPENING)?;
        self.flush();
        match self.plan.signature {
            Some(_) => self.rename(&self.staged.signature(), SIGNATURE)?,
            None => self.remove(SIGNATURE)?,
        }
        self.rename(&self.staged.manifest(), MANIFEST)?;
        self.place_if(|path| path == OPENING)?;
        flush_folder(self.copy);
        Ok(())
    }

    /// Says, where people look, that the copy is being updated.
    fn mark(&self) -> Outcome {
        let marker = self.copy.join(UNFINISHED);
        let at = |error| (marker.clone(), error);
        fs::write(&marker, instructions::updating()).map_err(at)?;
        flush(&marker).map_err(at)?;
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

    /// Removes a file if it is there, and the folders that are empty then.
    fn remove(&self, path: &str) -> Outcome {
        let file = self.copy.join(path);
        match fs::remove_file(&file) {
            Err(error) if !is_gone(&error) => return Err((file, error)),
            _ => {}
        }
        for folder in file.ancestors().skip(1).take_while(|it| *it != self.copy) {
            if fs::remove_dir(folder).is_err() {
                break;
            }
        }
        Ok(())
    }

    /// Names reach the device before the manifest that lists them.
    fn flush(&self) {
        let changed = self.plan.placed.iter().chain(&self.plan.removed);
        let folders: BTreeSet<PathBuf> = changed
            .filter_map(|path| self.copy.join(path).parent().map(Path::to_owned))
            .collect();
        for folder in folders {
            flush_folder(&folder);
        }
    }

    /// What does not read as it was written.
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
        for path in OF_UPDATES {
            self.remove(path)?;
        }
        flush_folder(self.copy);
        Ok(())
    }
}

/// Whether a file is not there, or what would be its folder is a file.
fn is_gone(error: &io::Error) -> bool {
    use io::ErrorKind::{NotADirectory, NotFound};
    matches!(error.kind(), NotFound | NotADirectory)
}

//! Writes new files to a staging folder inside the copy until all of them are there.

use std::collections::HashSet;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::update_files::UpdateFiles;
use super::{ApplyError, Plan};
use crate::base::paths::flush_folder;
use crate::base::sha256::{self, Digest};
use crate::carry::in_place;
use crate::carry::layout::STAGING;
use crate::carry::progress::{ByteProgress, Step};

/// The staging folder of a copy.
#[derive(Debug)]
pub(super) struct Staged {
    folder: PathBuf,
}

impl Staged {
    fn inside(copy: &Path) -> Self {
        Self {
            folder: copy.join(STAGING),
        }
    }

    /// Returns the staged file for `path`. Its name depends only on `path`, so that another
    /// run finds it.
    pub(super) fn file(&self, path: &str) -> PathBuf {
        self.folder.join(Digest::of(path.as_bytes()).to_string())
    }

    /// Returns the path of the staged manifest.
    pub(super) fn manifest(&self) -> PathBuf {
        self.folder.join("manifest")
    }

    /// Returns the path of its staged signature.
    pub(super) fn signature(&self) -> PathBuf {
        self.folder.join("signature")
    }
}

/// Whether an earlier run has staged the file for `path`, complete or not.
pub(super) fn has(copy: &Path, path: &str) -> bool {
    Staged::inside(copy).file(path).exists()
}

/// Unpacks or rebuilds the files to be placed.
///
/// Files staged by an earlier run are reused: if that run has already removed files, those
/// rebuilt from them could not be rebuilt again.
///
/// # Errors
/// [`ApplyError::Write`] if a file cannot be unpacked or written; the copy is unchanged. The
/// error is of the kind [`io::ErrorKind::InvalidData`] if a file does not match its digest.
pub(super) fn stage(
    plan: &Plan,
    brought: &mut UpdateFiles,
    copy: &Path,
    progress: &dyn ByteProgress,
) -> Result<Staged, ApplyError> {
    let sizes = plan.placed.iter().map(|path| brought.size(path));
    progress.begin(Step::Write, sizes.sum());
    let staged = Staged::inside(copy);
    let at = |path: &Path| {
        let path = path.to_owned();
        move |error| ApplyError::Write(path, error)
    };
    fs::create_dir_all(&staged.folder).map_err(at(&staged.folder))?;
    remove_stale(plan, &staged).map_err(at(&staged.folder))?;
    for (path, digest) in &plan.digests.files {
        let file = staged.file(path);
        if sha256::of_file(&file).ok() != Some(*digest) {
            unpack(brought, path, *digest, &file, progress).map_err(at(&file))?;
        }
    }
    let seals = [
        (staged.manifest(), Some(&plan.manifest)),
        (staged.signature(), plan.signature.as_ref()),
    ];
    for (file, bytes) in seals {
        if let Some(bytes) = bytes {
            in_place::write(&mut bytes.as_slice(), &file, &()).map_err(at(&file))?;
        }
    }
    flush_folder(&staged.folder);
    Ok(staged)
}

/// Removes files staged by a run of another update.
fn remove_stale(plan: &Plan, staged: &Staged) -> io::Result<()> {
    let wanted: HashSet<PathBuf> = plan.placed.iter().map(|path| staged.file(path)).collect();
    for entry in fs::read_dir(&staged.folder)? {
        let file = entry?.path();
        if !wanted.contains(&file) {
            fs::remove_file(file)?;
        }
    }
    Ok(())
}

/// Removes the staging folder, if it exists.
///
/// # Errors
/// If it cannot be removed.
pub(super) fn clear(copy: &Path) -> io::Result<()> {
    match fs::remove_dir_all(copy.join(STAGING)) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
        _ => Ok(()),
    }
}

fn unpack(
    brought: &mut UpdateFiles,
    path: &str,
    wanted: Digest,
    to: &Path,
    progress: &dyn ByteProgress,
) -> io::Result<()> {
    let digest = in_place::write(&mut brought.open(path)?, to, progress)?;
    match digest == wanted {
        true => Ok(()),
        false => Err(io::ErrorKind::InvalidData.into()),
    }
}

//! What is new, beside the copy, until all of it is there.

use std::collections::HashSet;
use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use super::update_files::UpdateFiles;
use super::{ApplyError, Plan};
use crate::base::paths::flush_folder;
use crate::base::sha256::{self, Digest};
use crate::carry::layout::STAGING;
use crate::carry::progress::{ByteProgress, Step};

/// Files beside the copy.
#[derive(Debug)]
pub struct Staged {
    folder: PathBuf,
}

impl Staged {
    fn beside(copy: &Path) -> Self {
        Self {
            folder: copy.join(STAGING),
        }
    }

    /// The file that is to have the place `path`: called by that place alone, so that
    /// another run finds it.
    pub fn file(&self, path: &str) -> PathBuf {
        self.folder.join(Digest::of(path.as_bytes()).to_string())
    }

    /// The manifest that is to be.
    pub fn manifest(&self) -> PathBuf {
        self.folder.join("manifest")
    }

    /// Its signature.
    pub fn signature(&self) -> PathBuf {
        self.folder.join("signature")
    }
}

/// Whether an earlier run has put a file beside the copy.
pub fn has(copy: &Path, path: &str) -> bool {
    Staged::beside(copy).file(path).exists()
}

/// Unpacks what is to be placed.
///
/// What an earlier run has left is kept: where that run came as far as to remove files, what
/// was made from these can not be made again.
///
/// # Errors
/// When the system refuses; the copy is as it was. A file that does not come out as listed
/// is an error of the kind [`io::ErrorKind::InvalidData`].
pub fn stage(
    plan: &Plan,
    brought: &mut UpdateFiles,
    copy: &Path,
    progress: &dyn ByteProgress,
) -> Result<Staged, ApplyError> {
    let sizes = plan.placed.iter().map(|path| brought.size(path));
    progress.begin(Step::Write, sizes.sum());
    let staged = Staged::beside(copy);
    let at = |path: &Path| {
        let path = path.to_owned();
        move |error| ApplyError::Write(path, error)
    };
    fs::create_dir_all(&staged.folder).map_err(at(&staged.folder))?;
    tidy(plan, &staged).map_err(at(&staged.folder))?;
    for (path, digest) in &plan.digests.files {
        let file = staged.file(path);
        if sha256::of_file(&file).ok() != Some(*digest) {
            unpack(brought, path, *digest, &file, progress).map_err(at(&file))?;
        }
    }
    write(&staged.manifest(), &plan.manifest).map_err(at(&staged.manifest()))?;
    if let Some(signature) = &plan.signature {
        write(&staged.signature(), signature).map_err(at(&staged.signature()))?;
    }
    flush_folder(&staged.folder);
    Ok(staged)
}

/// Removes what a run of another update left.
fn tidy(plan: &Plan, staged: &Staged) -> io::Result<()> {
    let wanted: HashSet<PathBuf> = plan.placed.iter().map(|path| staged.file(path)).collect();
    for entry in fs::read_dir(&staged.folder)? {
        let file = entry?.path();
        if !wanted.contains(&file) {
            fs::remove_file(file)?;
        }
    }
    Ok(())
}

/// Removes what an earlier run left beside the copy.
///
/// # Errors
/// When the system refuses.
pub fn clear(copy: &Path) -> io::Result<()> {
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
    let mut file = File::create(to)?;
    let mut passed = |count| progress.advance(count);
    let (digest, _) = sha256::copy(&mut brought.open(path)?, &mut file, &mut passed)?;
    if digest != wanted {
        return Err(io::ErrorKind::InvalidData.into());
    }
    file.sync_all()
}

fn write(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut file = File::create(path)?;
    file.write_all(bytes)?;
    file.sync_all()
}

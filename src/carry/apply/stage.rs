//! What is new, beside the copy, until all of it is there.

use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use super::{ApplyError, Plan};
use crate::carry::digest;
use crate::carry::folder::flush_folder;
use crate::carry::layout::STAGING;
use crate::carry::verify::{Contents, ZipContents};
use crate::carry::watch::{Step, Watcher};

/// Files beside the copy.
#[derive(Debug)]
pub struct Staged {
    folder: PathBuf,
}

impl Staged {
    /// The file that is to have the place with this number in the plan.
    pub fn file(&self, number: usize) -> PathBuf {
        self.folder.join(number.to_string())
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

/// Unpacks what is to be placed.
///
/// # Errors
/// When the system refuses; the copy is as it was.
pub fn stage(
    plan: &Plan,
    zip: &mut ZipContents,
    copy: &Path,
    watcher: &dyn Watcher,
) -> Result<Staged, ApplyError> {
    let sizes = plan.placed.iter().filter_map(|path| zip.files().get(path));
    watcher.begin(Step::Write, sizes.sum());
    let staged = Staged {
        folder: copy.join(STAGING),
    };
    let at = |path: &Path| {
        let path = path.to_owned();
        move |error| ApplyError::Write(path, error)
    };
    clear(copy).map_err(at(&staged.folder))?;
    fs::create_dir(&staged.folder).map_err(at(&staged.folder))?;
    for (number, path) in plan.placed.iter().enumerate() {
        let file = staged.file(number);
        unpack(plan, zip, path, &file, watcher).map_err(at(&file))?;
    }
    write(&staged.manifest(), &plan.manifest).map_err(at(&staged.manifest()))?;
    if let Some(signature) = &plan.signature {
        write(&staged.signature(), signature).map_err(at(&staged.signature()))?;
    }
    flush_folder(&staged.folder);
    Ok(staged)
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
    plan: &Plan,
    zip: &mut ZipContents,
    path: &str,
    to: &Path,
    watcher: &dyn Watcher,
) -> io::Result<()> {
    let mut file = File::create(to)?;
    let mut passed = |count| watcher.advance(count);
    let (digest, _) = digest::copy(&mut zip.open(path)?, &mut file, &mut passed)?;
    if plan.digests.files.get(path) != Some(&digest) {
        return Err(io::ErrorKind::InvalidData.into());
    }
    file.sync_all()
}

fn write(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut file = File::create(path)?;
    file.write_all(bytes)?;
    file.sync_all()
}

//! The folder that a site is to stand in, kept from other builds.

use std::fs::{self, File, TryLockError};
use std::io;
use std::path::{Path, PathBuf};

use same_file::Handle;

use super::{OutputError, swap};
use crate::base::paths::real_path;
use crate::model::is_built;

/// Names the folder beside it that the new site is written to.
pub(super) const STAGING: &str = "staging";

/// A folder that this build alone may write.
#[derive(Debug)]
pub struct Target {
    /// Where it is, as an absolute path.
    pub folder: PathBuf,
    _lock: Lock,
}

impl Target {
    /// Takes `output`, and mends what a killed build left.
    ///
    /// # Errors
    /// When `output` overlaps one of `sources`, holds foreign files, is being written by
    /// another build, or cannot be written.
    pub fn take(output: &Path, sources: &[PathBuf]) -> Result<Self, OutputError> {
        let io_error = |error| OutputError::Io(output.to_owned(), error);
        let folder = std::path::absolute(output).map_err(io_error)?;
        check_overlap(&folder, sources)?;
        if let Some(parent) = folder.parent() {
            fs::create_dir_all(parent).map_err(io_error)?;
        }
        let lock = Lock::take(&folder)?;
        swap::recover(&folder).map_err(io_error)?;
        let staging = swap::beside(&folder, STAGING);
        if staging.exists() {
            // A build that was killed left it behind.
            fs::remove_dir_all(staging).map_err(io_error)?;
        }
        check_foreign(&folder)?;
        Ok(Self {
            folder,
            _lock: lock,
        })
    }
}

/// Keeps two builds from writing to one place. Held while writing; the system
/// lets go of it however a build ends.
#[derive(Debug)]
struct Lock {
    path: PathBuf,
    _file: File,
}

impl Lock {
    fn take(output: &Path) -> Result<Self, OutputError> {
        let io_error = |error| OutputError::Io(output.to_owned(), error);
        let path = swap::beside(output, "lock");
        loop {
            let file = File::create(&path).map_err(io_error)?;
            match file.try_lock() {
                Err(TryLockError::WouldBlock) => return Err(OutputError::Busy(output.to_owned())),
                // Some network folders know no locks; a site can be built there all the same.
                Ok(()) | Err(TryLockError::Error(_)) => {}
            }
            // Another build may have ended, and removed the file, between the two steps.
            if is_at(&file, &path).map_err(io_error)? {
                return Ok(Self { path, _file: file });
            }
        }
    }
}

impl Drop for Lock {
    fn drop(&mut self) {
        let _ = fs::remove_file(&self.path);
    }
}

fn is_at(file: &File, path: &Path) -> io::Result<bool> {
    let open = Handle::from_file(file.try_clone()?)?;
    match Handle::from_path(path) {
        Ok(there) => Ok(open == there),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(false),
        Err(error) => Err(error),
    }
}

/// Neither may the output hold sources, nor the sources the output.
fn check_overlap(output: &Path, sources: &[PathBuf]) -> Result<(), OutputError> {
    let output = real_path(output);
    for source in sources {
        let source = real_path(source);
        if output.starts_with(&source) || source.starts_with(&output) {
            return Err(OutputError::Overlaps(output));
        }
    }
    Ok(())
}

fn check_foreign(output: &Path) -> Result<(), OutputError> {
    let is_empty = match fs::read_dir(output) {
        Ok(mut entries) => entries.next().is_none(),
        Err(error) if error.kind() == io::ErrorKind::NotFound => true,
        Err(error) => return Err(OutputError::Io(output.to_owned(), error)),
    };
    if is_empty || is_built(output) {
        Ok(())
    } else {
        Err(OutputError::Foreign(output.to_owned()))
    }
}

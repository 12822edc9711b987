//! The output folder, locked against other builds.

use std::fs::{self, File, TryLockError};
use std::io;
use std::path::{Path, PathBuf};

use same_file::Handle;

use super::beside::beside;
use super::{OutputError, swap};
use crate::base::paths::real_path;
use crate::model::is_built;

/// An output folder that only this build may write to.
#[derive(Debug)]
pub struct Target {
    /// Absolute path of the folder; it may not exist yet. Never a link: one is replaced by
    /// what it leads to.
    pub folder: PathBuf,
    _lock: Lock,
}

impl Target {
    /// Locks `output`, and cleans up after a killed build.
    ///
    /// # Errors
    /// If `output` overlaps one of `sources`, holds foreign files, is being written by
    /// another build, or cannot be written.
    pub fn acquire(output: &Path, sources: &[PathBuf]) -> Result<Self, OutputError> {
        let io_error = |error| OutputError::Io(output.to_owned(), error);
        let folder = std::path::absolute(output)
            .and_then(behind_links)
            .map_err(io_error)?;
        check_overlap(&folder, sources)?;
        if let Some(parent) = folder.parent() {
            fs::create_dir_all(parent).map_err(io_error)?;
        }
        let lock = Lock::acquire(&folder)?;
        swap::recover(&folder)?;
        check_foreign(&folder)?;
        Ok(Self {
            folder,
            _lock: lock,
        })
    }
}

/// Follows the link at `path`, also if nothing is there yet: the site is written to what
/// it leads to, and the link stays.
fn behind_links(path: PathBuf) -> io::Result<PathBuf> {
    /// As many as Linux follows.
    const MOST: usize = 40;
    let mut path = path;
    for _ in 0..MOST {
        let is_link = fs::symlink_metadata(&path).is_ok_and(|data| data.is_symlink());
        if !is_link {
            return Ok(path);
        }
        let folder = path.parent().unwrap_or(&path).canonicalize()?;
        let target = folder.join(fs::read_link(&path)?);
        path = match target.file_name() {
            Some(name) => real_path(target.parent().unwrap_or(&target)).join(name),
            // It ends with `..`.
            None => target.canonicalize()?,
        };
    }
    Err(io::Error::other("too many links"))
}

/// A lock file that keeps two builds from writing to the same folder. The system releases
/// the lock however the process ends.
#[derive(Debug)]
struct Lock {
    path: PathBuf,
    _file: File,
}

impl Lock {
    fn acquire(output: &Path) -> Result<Self, OutputError> {
        let io_error = |error| OutputError::Io(output.to_owned(), error);
        let path = beside(output, "lock");
        loop {
            let file = File::create(&path).map_err(io_error)?;
            match file.try_lock() {
                Err(TryLockError::WouldBlock) => return Err(OutputError::Busy(output.to_owned())),
                // Some network file systems have no locks; building there still works.
                Ok(()) | Err(TryLockError::Error(_)) => {}
            }
            // Another build may have removed the file between opening and locking.
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

/// Rejects an output that contains sources, or is inside one of them.
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

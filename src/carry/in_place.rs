//! The steps in which a copy in a folder is changed file by file. Writing and updating choose
//! their order, so that an interrupted copy is recognised.

use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use super::layout::UNFINISHED;
use super::progress::ByteProgress;
use crate::base::paths::flush_folder;
use crate::base::sha256::{self, Digest};

/// The path that could not be changed, and the error.
pub(crate) type ChangeError = (PathBuf, io::Error);

/// Marks the copy in `folder` as incomplete, with this text for its readers.
///
/// # Errors
/// If the marker cannot be written.
pub(crate) fn mark_unfinished(folder: &Path, text: &[u8]) -> Result<(), ChangeError> {
    let marker = folder.join(UNFINISHED);
    write(&mut &*text, &marker, &()).map_err(|error| (marker, error))?;
    flush_folder(folder);
    Ok(())
}

/// Writes a file through to the storage device, and returns the digest of its bytes.
///
/// # Errors
/// If `from` cannot be read or the file cannot be written.
pub(crate) fn write(
    from: &mut dyn Read,
    to: &Path,
    progress: &dyn ByteProgress,
) -> io::Result<Digest> {
    let mut file = File::create(to)?;
    let mut on_progress = |count| progress.advance(count);
    let (digest, _) = sha256::copy(from, &mut file, &mut on_progress)?;
    file.sync_all()?;
    Ok(digest)
}

/// Removes a file of the copy in `folder`, if it exists, and the folders that become empty.
///
/// # Errors
/// If the file cannot be removed.
pub(crate) fn remove(folder: &Path, path: &str) -> Result<(), ChangeError> {
    let file = folder.join(path);
    match fs::remove_file(&file) {
        Err(error) if !is_not_found(&error) => return Err((file, error)),
        _ => {}
    }
    // Fails for folders that are not empty; these stay.
    for parent in file.ancestors().skip(1).take_while(|it| *it != folder) {
        if fs::remove_dir(parent).is_err() {
            break;
        }
    }
    Ok(())
}

/// Whether a file does not exist, or one of its parent folders is a file.
fn is_not_found(error: &io::Error) -> bool {
    use io::ErrorKind::{NotADirectory, NotFound};
    matches!(error.kind(), NotFound | NotADirectory)
}

//! Names and folders beside the output folder that only Quipu uses.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use walkdir::WalkDir;

/// Role of the folder that the new site is written to.
pub(super) const STAGING: &str = "staging";
/// Role of the folder that holds what is being replaced.
pub(super) const OLD: &str = "old";

/// Returns the path of a sibling of `output` that only Quipu uses.
pub(super) fn beside(output: &Path, role: &str) -> PathBuf {
    let name = output.file_name().unwrap_or_default().to_string_lossy();
    output.with_file_name(format!(".{name}.quipu-{role}"))
}

/// Whether there is anything at the path, a dangling link included.
pub(super) fn is_there(path: &Path) -> bool {
    fs::symlink_metadata(path).is_ok()
}

/// Deletes a folder of Quipu's if it exists, also where folders in it are write-protected.
/// Files are only unlinked: they may be someone's, linked from the output folder.
///
/// # Errors
/// If the system refuses.
pub(super) fn remove_tree(folder: &Path) -> io::Result<()> {
    let first = fs::remove_dir_all(folder);
    match &first {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(()),
        Err(error) if error.kind() == io::ErrorKind::PermissionDenied => {}
        _ => return first,
    }
    for entry in WalkDir::new(folder).into_iter().flatten() {
        if entry.file_type().is_dir() {
            open_up(entry.path());
        }
    }
    fs::remove_dir_all(folder)
}

#[cfg(unix)]
fn open_up(folder: &Path) {
    use std::os::unix::fs::PermissionsExt;
    let _ = fs::set_permissions(folder, fs::Permissions::from_mode(0o700));
}

#[cfg(not(unix))]
fn open_up(_: &Path) {}

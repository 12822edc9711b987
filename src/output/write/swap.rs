//! Replaces one folder with another, atomically if the system supports it.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// Returns the path of a sibling of `output` that only Quipu uses.
pub(super) fn beside(output: &Path, role: &str) -> PathBuf {
    let name = output.file_name().unwrap_or_default().to_string_lossy();
    output.with_file_name(format!(".{name}.quipu-{role}"))
}

/// Rolls back a replacement that was interrupted between its two renames, and removes an
/// old site that was already replaced.
pub(super) fn recover(output: &Path) -> io::Result<()> {
    let old = beside(output, "old");
    if !old.exists() {
        return Ok(());
    }
    if output.exists() {
        fs::remove_dir_all(old)
    } else {
        fs::rename(old, output)
    }
}

/// Moves `new` to `output` and deletes what was there.
pub(super) fn replace(output: &Path, new: &Path) -> io::Result<()> {
    if !output.exists() {
        return fs::rename(new, output);
    }
    if exchange(output, new).is_ok() {
        // The new site is in place: failing to delete the old one must not fail the build.
        let _ = fs::remove_dir_all(new);
        return Ok(());
    }
    let old = beside(output, "old");
    fs::rename(output, &old)?;
    if let Err(error) = fs::rename(new, output) {
        fs::rename(&old, output)?;
        return Err(error);
    }
    let _ = fs::remove_dir_all(old);
    Ok(())
}

/// Swaps two folders atomically.
#[cfg(target_os = "linux")]
fn exchange(a: &Path, b: &Path) -> io::Result<()> {
    use rustix::fs::{CWD, RenameFlags, renameat_with};
    Ok(renameat_with(CWD, a, CWD, b, RenameFlags::EXCHANGE)?)
}

#[cfg(not(target_os = "linux"))]
fn exchange(_: &Path, _: &Path) -> io::Result<()> {
    Err(io::ErrorKind::Unsupported.into())
}

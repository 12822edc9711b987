//! Resolving paths and flushing them to disk.

use std::fs::File;
use std::io;
use std::path::{Path, PathBuf};

/// Resolves symbolic links in the part of `path` that exists.
pub(crate) fn real_path(path: &Path) -> PathBuf {
    let absolute = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
    for ancestor in absolute.ancestors() {
        if let (Ok(real), Ok(rest)) = (ancestor.canonicalize(), absolute.strip_prefix(ancestor)) {
            return real.join(rest);
        }
    }
    absolute
}

/// Flushes a file's content to the storage device.
///
/// # Errors
/// If the file cannot be opened for writing or flushed.
pub(crate) fn flush(file: &Path) -> io::Result<()> {
    File::options().write(true).open(file)?.sync_all()
}

/// Flushes the entries of a folder to the storage device, on systems that support it.
/// Errors are ignored.
pub(crate) fn flush_folder(folder: &Path) {
    if cfg!(unix) {
        let _ = File::open(folder).and_then(|folder| folder.sync_all());
    }
}

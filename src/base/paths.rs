//! Paths on disk.

use std::fs::File;
use std::io;
use std::path::{Path, PathBuf};

/// The path with its links resolved as far as it exists.
pub fn real_path(path: &Path) -> PathBuf {
    let absolute = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
    for ancestor in absolute.ancestors() {
        if let (Ok(real), Ok(rest)) = (ancestor.canonicalize(), absolute.strip_prefix(ancestor)) {
            return real.join(rest);
        }
    }
    absolute
}

/// The bytes of a file reach the device.
///
/// # Errors
/// When the system refuses.
pub fn flush(file: &Path) -> io::Result<()> {
    File::options().write(true).open(file)?.sync_all()
}

/// Names reach the device, where the system has a way to ask for it.
pub fn flush_folder(folder: &Path) {
    if cfg!(unix) {
        let _ = File::open(folder).and_then(|folder| folder.sync_all());
    }
}

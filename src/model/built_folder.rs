//! Recognises folders that a build wrote.

use std::path::Path;

/// File that every build writes to its output folder, with the list of its files there, and
/// without which a build refuses to write to a folder that is not empty.
pub const MARKER: &str = ".quipu-site";

/// Whether the folder contains the [`MARKER`] of a build.
pub fn is_built(folder: &Path) -> bool {
    folder.join(MARKER).is_file()
}

//! How a folder that a build wrote is recognised.

use std::path::Path;

/// A file that every build leaves in its output, and that allows the next one to replace
/// the folder.
pub const MARKER: &str = ".quipu-site";

/// Whether a build of Quipu wrote what stands in a folder.
pub fn is_built(folder: &Path) -> bool {
    folder.join(MARKER).is_file()
}

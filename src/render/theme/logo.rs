//! The site's own logo.

use std::path::{Component, Path};

use super::FOLDER;
use crate::content::read::read_at_most;
use crate::messages::diagnostics::LogoFault;

/// Maximum size of a logo in MiB: every page shows it.
const MAX_MIB: u64 = 1;
/// Extensions of image formats that every browser supports.
const EXTENSIONS: [&str; 6] = ["svg", "png", "webp", "jpg", "jpeg", "gif"];

/// Returns the permalink and the bytes of a picture in the site's folder.
///
/// # Errors
/// If the picture is missing, outside the folder, in another format, too large or
/// unreadable.
pub(super) fn read(root: &Path, path: &str) -> Result<(String, Vec<u8>), LogoFault> {
    let written = Path::new(path);
    let extension = written.extension().unwrap_or_default().to_string_lossy();
    let extension = extension.to_lowercase();
    let is_plain = |part| matches!(part, Component::Normal(_) | Component::CurDir);
    let file = root.join(written);
    if !written.components().all(is_plain) {
        Err(LogoFault::Outside)
    } else if !file.is_file() {
        Err(LogoFault::Missing)
    } else if !is_within(root, &file) {
        Err(LogoFault::Outside)
    } else if !EXTENSIONS.contains(&extension.as_str()) {
        Err(LogoFault::NoPicture)
    } else {
        let bytes = read_at_most(&file, MAX_MIB).ok().flatten();
        let bytes = bytes.ok_or(LogoFault::TooLarge)?;
        Ok((format!("{FOLDER}logo.{extension}"), bytes))
    }
}

/// Returns whether a file is in a folder after resolving symbolic links.
pub fn is_within(folder: &Path, file: &Path) -> bool {
    let real = folder.canonicalize().ok().zip(file.canonicalize().ok());
    real.is_some_and(|(folder, file)| file.starts_with(folder))
}

//! The site's own logo.

use std::io;
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
/// If the picture is missing, outside the folder, at too long a path, in another format, too large or
/// unreadable.
pub(super) fn read(root: &Path, path: &str) -> Result<(String, Vec<u8>), LogoFault> {
    let written = Path::new(path);
    let extension = written.extension().unwrap_or_default().to_string_lossy();
    let extension = extension.to_lowercase();
    let file = root.join(written);
    if !stays_inside(written) {
        Err(LogoFault::Outside)
    } else if is_too_long(&file) {
        Err(LogoFault::TooLong)
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

/// Whether a relative path never climbs above its beginning; links are not followed.
fn stays_inside(path: &Path) -> bool {
    let mut depth = 0_u32;
    path.components().all(|part| {
        let next = match part {
            Component::Normal(_) => Some(depth + 1),
            Component::CurDir => Some(depth),
            Component::ParentDir => depth.checked_sub(1),
            Component::RootDir | Component::Prefix(_) => None,
        };
        depth = next.unwrap_or_default();
        next.is_some()
    })
}

/// Whether the system knows no path of this length, or no name in it.
fn is_too_long(file: &Path) -> bool {
    let error = file.metadata().err();
    error.is_some_and(|error| error.kind() == io::ErrorKind::InvalidFilename)
}

/// Returns whether a file is in a folder after resolving symbolic links.
pub fn is_within(folder: &Path, file: &Path) -> bool {
    let real = folder.canonicalize().ok().zip(file.canonicalize().ok());
    real.is_some_and(|(folder, file)| file.starts_with(folder))
}

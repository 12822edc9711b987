//! A logo of the site's own.

use std::path::{Component, Path};

use super::FOLDER;
use crate::content::read::read_at_most;
use crate::messages::diagnostics::LogoFault;

/// Largest logo, in MiB: every page shows it.
const MOST_MIB: u64 = 1;
/// Pictures that every browser shows.
const FORMS: [&str; 6] = ["svg", "png", "webp", "jpg", "jpeg", "gif"];

/// The permalink and the bytes of a picture in the site's folder.
///
/// # Errors
/// With what is wrong with it.
pub fn read(root: &Path, path: &str) -> Result<(String, Vec<u8>), LogoFault> {
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
    } else if !FORMS.contains(&extension.as_str()) {
        Err(LogoFault::NoPicture)
    } else {
        let bytes = read_at_most(&file, MOST_MIB).ok().flatten();
        let bytes = bytes.ok_or(LogoFault::TooLarge)?;
        Ok((format!("{FOLDER}logo.{extension}"), bytes))
    }
}

/// Whether a file is in a folder wherever links lead.
pub fn is_within(folder: &Path, file: &Path) -> bool {
    let whole = folder.canonicalize().ok().zip(file.canonicalize().ok());
    whole.is_some_and(|(folder, file)| file.starts_with(folder))
}

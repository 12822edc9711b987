//! A logo of the site's own.

use std::path::{Component, Path};

use super::FOLDER;
use crate::diagnostics::Kind;

/// Pictures that every browser shows.
const FORMS: [&str; 6] = ["svg", "png", "webp", "jpg", "jpeg", "gif"];

/// The permalink and the bytes of a picture in the site's folder.
///
/// # Errors
/// With the complaint: it is not there, not in that folder, or no picture.
pub fn read(root: &Path, path: &str) -> Result<(String, Vec<u8>), Box<Kind>> {
    let written = Path::new(path);
    let is_inside = written
        .components()
        .all(|part| matches!(part, Component::Normal(_) | Component::CurDir));
    let file = root.join(written);
    let is_inside = is_inside && is_within(root, &file);
    let extension = written.extension().unwrap_or_default().to_string_lossy();
    let extension = extension.to_lowercase();
    let bytes = std::fs::read(&file).ok();
    match bytes {
        Some(bytes) if is_inside && FORMS.contains(&extension.as_str()) => {
            Ok((format!("{FOLDER}logo.{extension}"), bytes))
        }
        _ => Err(Box::new(Kind::BrokenLink {
            target: path.to_owned(),
            nearest: None,
        })),
    }
}

/// Whether a file is in a folder wherever links lead.
fn is_within(folder: &Path, file: &Path) -> bool {
    let whole = folder.canonicalize().ok().zip(file.canonicalize().ok());
    whole.is_some_and(|(folder, file)| file.starts_with(folder))
}

//! Creates new sites and case studies.
//!
//! All files are embedded in the binary, so that `quipu init` works anywhere.

mod case;

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use rust_embed::RustEmbed;

use crate::content::discover::{VOCABULARY_FOLDERS, is_glossary, is_synonym_file};
use crate::editor::vscode::SettingsFile;

pub(crate) use case::{NewCase, NewCaseError, case_file, write_case};

#[derive(RustEmbed)]
#[folder = "src/editor/starter/site/"]
struct Site;

#[derive(RustEmbed)]
#[folder = "content/vocabulario/"]
struct Vocabularies;

/// Writes a new site: settings, vocabularies and one example. The theme stays in the
/// program, so that a newer one brings its own.
///
/// # Errors
/// Returns the file that could not be written.
pub(crate) fn write_site(folder: &Path) -> Result<(), (PathBuf, io::Error)> {
    for path in Site::iter() {
        let file = Site::get(&path).map(|file| file.data).unwrap_or_default();
        write(&folder.join(&*path), &file)?;
    }
    // The starter site brings its own synonyms and glossary.
    let is_own = |path: &str| is_synonym_file(path) || is_glossary(path);
    for path in Vocabularies::iter().filter(|path| !is_own(path)) {
        let file = Vocabularies::get(&path)
            .map(|file| file.data)
            .unwrap_or_default();
        let vocabularies = folder.join("content").join(VOCABULARY_FOLDERS[0]);
        write(&vocabularies.join(&*path), &file)?;
    }
    Ok(())
}

/// Writes the settings of a code editor, without overwriting those that people may have
/// changed. Returns the paths of the files written.
///
/// # Errors
/// Returns the file that could not be written.
pub(crate) fn write_settings(
    folder: &Path,
    settings: &[SettingsFile],
) -> Result<Vec<PathBuf>, (PathBuf, io::Error)> {
    let mut written = Vec::new();
    for settings in settings {
        let file = folder.join(&settings.path);
        if settings.is_derived || !file.exists() {
            write(&file, settings.text.as_bytes())?;
            written.push(file);
        }
    }
    Ok(written)
}

fn write(file: &Path, bytes: &[u8]) -> Result<(), (PathBuf, io::Error)> {
    let parent = file.parent().unwrap_or(file);
    fs::create_dir_all(parent)
        .and_then(|()| fs::write(file, bytes))
        .map_err(|error| (file.to_owned(), error))
}

//! New things for editors: a site folder, a case study.
//!
//! All of it comes from the binary, so that `quipu init` works anywhere.

mod case;

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use rust_embed::RustEmbed;

use crate::discover::VOCABULARY_FOLDERS;
use crate::theme::{BUILT_IN, built_in_files};

pub use case::{NewCase, NewCaseError, case_file, write_case};

#[derive(RustEmbed)]
#[folder = "src/starter/site/"]
struct Site;

#[derive(RustEmbed)]
#[folder = "content/vocabulario/"]
struct Vocabularies;

/// Writes a new site: settings, vocabularies, theme and one example.
///
/// # Errors
/// With the file that could not be written.
pub fn write_site(folder: &Path) -> Result<(), (PathBuf, io::Error)> {
    for path in Site::iter() {
        let file = Site::get(&path).map(|file| file.data).unwrap_or_default();
        write(&folder.join(&*path), &file)?;
    }
    for path in Vocabularies::iter() {
        let file = Vocabularies::get(&path)
            .map(|file| file.data)
            .unwrap_or_default();
        let vocabularies = folder.join("content").join(VOCABULARY_FOLDERS[0]);
        write(&vocabularies.join(&*path), &file)?;
    }
    for (path, bytes) in built_in_files() {
        write(&folder.join("themes").join(BUILT_IN).join(path), &bytes)?;
    }
    Ok(())
}

/// Sets Visual Studio Code up to complete and check front matter by `schema`.
///
/// # Errors
/// With the file that could not be written.
pub fn write_editor_settings(folder: &Path, schema: &str) -> Result<(), (PathBuf, io::Error)> {
    const SCHEMA: &str = ".vscode/caso.schema.json";
    let settings = serde_json::json!({
        "yaml.schemas": { format!("./{SCHEMA}"): ["content/casos/*.md", "content/casos/*.yaml"] },
        "files.encoding": "utf8",
        "files.eol": "\n",
    });
    let extensions = serde_json::json!({ "recommendations": ["redhat.vscode-yaml"] });
    write(&folder.join(SCHEMA), schema.as_bytes())?;
    write(
        &folder.join(".vscode/settings.json"),
        format!("{settings:#}\n").as_bytes(),
    )?;
    write(
        &folder.join(".vscode/extensions.json"),
        format!("{extensions:#}\n").as_bytes(),
    )
}

fn write(file: &Path, bytes: &[u8]) -> Result<(), (PathBuf, io::Error)> {
    let parent = file.parent().unwrap_or(file);
    fs::create_dir_all(parent)
        .and_then(|()| fs::write(file, bytes))
        .map_err(|error| (file.to_owned(), error))
}

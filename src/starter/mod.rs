//! New things for editors: a site folder, a case study.
//!
//! All of it comes from the binary, so that `quipu init` works anywhere.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use rust_embed::RustEmbed;

use crate::discover::VOCABULARY_FOLDERS;
use crate::theme::{BUILT_IN, built_in_files};
use crate::text::{LONGEST_PART, slug};

#[derive(RustEmbed)]
#[folder = "src/starter/site/"]
struct Site;

#[derive(RustEmbed)]
#[folder = "content/vocabulario/"]
struct Vocabularies;

const CASE: &str = include_str!("case.md");

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

/// What is known of a new case; empty where it is not.
#[derive(Debug, Clone, Copy)]
pub struct NewCase<'a> {
    /// Its title.
    pub title: &'a str,
    /// Its region.
    pub region: &'a str,
    /// Its sector.
    pub sector: &'a str,
    /// Its management model.
    pub model: &'a str,
}

/// Why a case was not created.
#[derive(Debug)]
pub enum NewCaseError {
    /// The title has nothing that can stand in a file name.
    NoSlug,
    /// There is such a file; it was left alone.
    Exists(PathBuf),
    /// The system refused.
    Io(PathBuf, io::Error),
}

/// Writes a case study from the template and returns its file.
///
/// # Errors
/// When the title makes no file name, the file exists, or cannot be written.
pub fn write_case(root: &Path, case: &NewCase<'_>) -> Result<PathBuf, NewCaseError> {
    let mut name = slug(case.title);
    name.truncate(LONGEST_PART - ".html".len());
    let name = name.trim_end_matches('-');
    if name.is_empty() {
        return Err(NewCaseError::NoSlug);
    }
    let folder = root.join("content/casos");
    let file = folder.join(format!("{name}.md"));
    let error = |error: io::Error| match error.kind() {
        io::ErrorKind::AlreadyExists => NewCaseError::Exists(file.clone()),
        _ => NewCaseError::Io(file.clone(), error),
    };
    fs::create_dir_all(&folder).map_err(error)?;
    let mut created = fs::File::create_new(&file).map_err(error)?;
    io::Write::write_all(&mut created, filled(case).as_bytes()).map_err(error)?;
    Ok(file)
}

fn filled(case: &NewCase<'_>) -> String {
    let today = jiff::ZonedDateTime::now().date().to_string();
    let values = [
        ("{{titulo}}", quoted(case.title)),
        ("{{region}}", optional(case.region)),
        ("{{sector}}", optional(case.sector)),
        ("{{modelo}}", optional(case.model)),
        ("{{fecha}}", today),
    ];
    values.iter().fold(CASE.to_owned(), |text, (mark, value)| {
        text.replace(mark, value)
    })
}

fn optional(value: &str) -> String {
    if value.is_empty() {
        String::new()
    } else {
        quoted(value)
    }
}

/// A YAML text in double quotes; JSON strings are YAML.
fn quoted(text: &str) -> String {
    serde_json::to_string(text).expect("a text serialises")
}

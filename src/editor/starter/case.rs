//! Creates a case study from a template that explains each key.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use rust_embed::RustEmbed;

use crate::base::text::{MAX_SEGMENT_BYTES, slug};
use crate::messages::locale::DEFAULT_LANGUAGE;

#[derive(RustEmbed)]
#[folder = "src/editor/starter/templates/"]
struct Templates;

/// Values for a new case; empty if unknown.
#[derive(Debug, Clone, Default)]
pub(crate) struct NewCase {
    /// Title, from which the file name is derived.
    pub title: String,
    /// Region, as it will be written in the front matter.
    pub region: String,
    /// Sector, as it will be written in the front matter.
    pub sector: String,
    /// Management model, as it will be written in the front matter.
    pub model: String,
    /// Markdown body; `None` for the template's empty sections.
    pub body: Option<String>,
}

/// Why a case was not created.
#[derive(Debug, thiserror::Error)]
pub(crate) enum NewCaseError {
    /// The title contains no character usable in a file name.
    #[error("no file name can be derived from the title")]
    NoSlug,
    /// The file exists already; it was not changed.
    #[error("{0} exists already")]
    Exists(PathBuf),
    /// The system could not write this file.
    #[error("cannot write {0}")]
    Io(PathBuf, #[source] io::Error),
}

/// Returns the path for a case with this title in the site at `root`.
///
/// # Errors
/// If no file name can be derived from the title, or the file exists already.
pub(crate) fn case_file(root: &Path, title: &str) -> Result<PathBuf, NewCaseError> {
    let mut name = slug(title);
    name.truncate(MAX_SEGMENT_BYTES - ".html".len());
    let name = name.trim_end_matches('-');
    if name.is_empty() {
        return Err(NewCaseError::NoSlug);
    }
    let file = root.join("content/casos").join(format!("{name}.md"));
    if file.exists() {
        return Err(NewCaseError::Exists(file));
    }
    Ok(file)
}

/// Writes a case study from the template in `language` and returns its file.
///
/// # Errors
/// As [`case_file`], or if the file cannot be written.
pub(crate) fn write_case(
    root: &Path,
    case: &NewCase,
    language: &str,
) -> Result<PathBuf, NewCaseError> {
    let file = case_file(root, &case.title)?;
    let error = |error: io::Error| match error.kind() {
        io::ErrorKind::AlreadyExists => NewCaseError::Exists(file.clone()),
        _ => NewCaseError::Io(file.clone(), error),
    };
    let folder = file.parent().unwrap_or(root);
    fs::create_dir_all(folder).map_err(error)?;
    let mut created = fs::File::create_new(&file).map_err(error)?;
    let written = io::Write::write_all(&mut created, filled(case, language).as_bytes());
    if let Err(refusal) = written {
        // Half a case would be in the way of the next attempt.
        let _ = fs::remove_file(&file);
        return Err(error(refusal));
    }
    Ok(file)
}

/// Fills in the template in one pass, so that `{{…}}` in a value is not replaced.
fn filled(case: &NewCase, language: &str) -> String {
    let template = template("case", language);
    let body = match &case.body {
        Some(body) => format!("\n{}\n", body.trim()),
        None => self::template("sections", language),
    };
    let mut text = String::new();
    for (index, part) in template.split("{{").enumerate() {
        let (mark, rest) = match index {
            0 => ("", part),
            _ => part.split_once("}}").unwrap_or(("", part)),
        };
        match mark {
            "title" => text.push_str(&quoted(&case.title)),
            "region" => text.push_str(&optional(&case.region)),
            "sector" => text.push_str(&optional(&case.sector)),
            "model" => text.push_str(&optional(&case.model)),
            "date" => text.push_str(&jiff::ZonedDateTime::now().date().to_string()),
            "body" => text.push_str(&body),
            _ => {}
        }
        text.push_str(rest);
    }
    format!("{}\n", text.trim_end())
}

/// Returns a template in `language`, else in Spanish.
fn template(name: &str, language: &str) -> String {
    let file = Templates::get(&format!("{name}.{language}.md"))
        .or_else(|| Templates::get(&format!("{name}.{DEFAULT_LANGUAGE}.md")));
    let bytes = file.map(|file| file.data).unwrap_or_default();
    String::from_utf8_lossy(&bytes).into_owned()
}

fn optional(value: &str) -> String {
    if value.is_empty() {
        String::new()
    } else {
        quoted(value)
    }
}

/// Quotes a YAML string; JSON strings are valid YAML.
fn quoted(text: &str) -> String {
    serde_json::to_string(text).expect("a text serialises")
}

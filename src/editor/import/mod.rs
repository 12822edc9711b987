//! A word processor's document as a case study, through Pandoc.

use std::ffi::OsStr;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use tempfile::TempDir;

/// What Pandoc reads that editors write, by extension.
const FORMATS: [&str; 2] = ["docx", "odt"];

/// What Quipu's markdown says and Pandoc can write.
const MARKDOWN: &str = "commonmark+pipe_tables+footnotes+strikeout+task_lists";

/// What the filter calls pictures until the case has a name.
const PLACEHOLDER: &str = "quipu-imagen-";

const FILTER: &str = include_str!("word.lua");

/// A document as markdown, with its pictures in a temporary folder.
#[derive(Debug)]
pub struct Imported {
    /// Its title; empty where it says none.
    pub title: String,
    markdown: String,
    /// Each picture's file and its name in the markdown.
    pictures: Vec<(PathBuf, String)>,
    _folder: TempDir,
}

/// Why a document was not imported.
#[derive(Debug)]
pub enum ImportError {
    /// It is neither of the formats that can be read.
    Format,
    /// There is no Pandoc on this machine.
    NoPandoc,
    /// Pandoc could not read it; what it said.
    Pandoc(String),
    /// The system refused.
    Io(PathBuf, io::Error),
}

/// Reads `file` through the program `pandoc`.
///
/// # Errors
/// When the document has another format, Pandoc is not there or cannot read it.
pub fn read(file: &Path, pandoc: &OsStr) -> Result<Imported, ImportError> {
    let io_error = |error| ImportError::Io(file.to_owned(), error);
    let format = format_of(file).ok_or(ImportError::Format)?;
    fs::metadata(file).map_err(io_error)?;
    let document = std::path::absolute(file).map_err(io_error)?;
    let folder = tempfile::tempdir().map_err(io_error)?;
    fs::write(folder.path().join("word.lua"), FILTER).map_err(io_error)?;
    convert(pandoc, format, &document, folder.path())?;
    gathered(folder).map_err(io_error)
}

/// Leaves the text, its title and its pictures in `folder`.
fn convert(
    pandoc: &OsStr,
    format: &str,
    document: &Path,
    folder: &Path,
) -> Result<(), ImportError> {
    let output = Command::new(pandoc)
        .args(["--sandbox", "--from", format, "--to", MARKDOWN])
        .args(["--wrap", "none", "--extract-media", "."])
        .args(["--lua-filter", "word.lua", "--output", "text.md"])
        .arg(document)
        .current_dir(folder)
        .stdin(Stdio::null())
        .output();
    match output {
        Ok(output) if output.status.success() => Ok(()),
        Ok(output) => {
            let said = String::from_utf8_lossy(&output.stderr).trim().to_owned();
            Err(ImportError::Pandoc(said))
        }
        Err(error) if error.kind() == io::ErrorKind::NotFound => Err(ImportError::NoPandoc),
        Err(error) => Err(ImportError::Io(document.to_owned(), error)),
    }
}

fn gathered(folder: TempDir) -> io::Result<Imported> {
    let text = |name: &str| fs::read_to_string(folder.path().join(name));
    let pictures = text("pictures.txt")?;
    let pictures = pictures.lines().filter_map(|line| line.split_once('\t'));
    Ok(Imported {
        title: text("title.txt")?.trim().to_owned(),
        markdown: text("text.md")?,
        pictures: pictures
            .filter(|(from, _)| is_inside(from) && folder.path().join(from).is_file())
            .map(|(from, name)| (folder.path().join(from), name.to_owned()))
            .collect(),
        _folder: folder,
    })
}

fn format_of(file: &Path) -> Option<&'static str> {
    let extension = file.extension()?.to_str()?.to_lowercase();
    FORMATS.into_iter().find(|format| *format == extension)
}

/// A document may name a picture anywhere; only those it brings are taken.
fn is_inside(picture: &str) -> bool {
    let parts = Path::new(picture).components();
    let is_plain = |part| {
        matches!(
            part,
            std::path::Component::Normal(_) | std::path::Component::CurDir
        )
    };
    parts.into_iter().all(is_plain)
}

impl Imported {
    /// The text of the case at `case`, its pictures in a folder beside it.
    pub fn body(&self, case: &Path) -> String {
        let stem = case.file_stem().unwrap_or_default().to_string_lossy();
        let folder = format!("{stem}/imagen-");
        self.markdown.replace(PLACEHOLDER, &folder)
    }

    /// How many pictures it brings.
    pub fn picture_count(&self) -> usize {
        self.pictures.len()
    }

    /// Copies its pictures into the folder beside the case at `case`.
    ///
    /// # Errors
    /// With the file that could not be written.
    pub fn write_pictures(&self, case: &Path) -> Result<(), (PathBuf, io::Error)> {
        let folder = case.with_extension("");
        for (picture, name) in &self.pictures {
            let name = name.replacen(PLACEHOLDER, "imagen-", 1);
            let file = folder.join(name);
            fs::create_dir_all(&folder)
                .and_then(|()| fs::copy(picture, &file))
                .map_err(|error| (file, error))?;
        }
        Ok(())
    }
}

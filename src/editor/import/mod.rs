//! Imports word processor documents as case studies, through Pandoc.

use std::ffi::OsStr;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use tempfile::TempDir;

/// Supported formats: both the file extension and Pandoc's name.
const FORMATS: [&str; 2] = ["docx", "odt"];

/// Pandoc's output format: the extensions that Quipu's markdown supports, too.
const MARKDOWN: &str = "commonmark+pipe_tables+footnotes+strikeout+task_lists";

/// Prefix that the filter gives picture names until the case's file name is known.
const PLACEHOLDER: &str = "quipu-imagen-";

const FILTER: &str = include_str!("word.lua");

/// A document converted to markdown, with its pictures in a temporary folder.
#[derive(Debug)]
pub(crate) struct Imported {
    /// Title of the document; empty if it has none.
    pub title: String,
    markdown: String,
    /// File of each picture, and its name in the markdown.
    pictures: Vec<(PathBuf, String)>,
    _folder: TempDir,
}

/// Why a document was not imported.
#[derive(Debug, thiserror::Error)]
pub(crate) enum ImportError {
    /// The file extension is not a supported one.
    #[error("the file extension is not supported")]
    Format,
    /// The Pandoc program was not found.
    #[error("Pandoc was not found")]
    NoPandoc,
    /// Pandoc failed, with this output on stderr.
    #[error("Pandoc failed: {0}")]
    Pandoc(String),
    /// The system reported an error for this path.
    #[error("cannot access {0}")]
    Io(PathBuf, #[source] io::Error),
}

/// Converts `file` with the program `pandoc`.
///
/// # Errors
/// If the format is not supported, the file cannot be read, or Pandoc is missing or fails.
pub(crate) fn read(file: &Path, pandoc: &OsStr) -> Result<Imported, ImportError> {
    let io_error = |error| ImportError::Io(file.to_owned(), error);
    let format = format_of(file).ok_or(ImportError::Format)?;
    fs::metadata(file).map_err(io_error)?;
    let document = std::path::absolute(file).map_err(io_error)?;
    let folder = tempfile::tempdir().map_err(io_error)?;
    fs::write(folder.path().join("word.lua"), FILTER).map_err(io_error)?;
    convert(pandoc, format, &document, folder.path())?;
    collect(folder).map_err(io_error)
}

/// Runs Pandoc, which writes the text, the title and the pictures to `folder`.
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
            let message = String::from_utf8_lossy(&output.stderr).trim().to_owned();
            Err(ImportError::Pandoc(message))
        }
        Err(error) if error.kind() == io::ErrorKind::NotFound => Err(ImportError::NoPandoc),
        Err(error) => Err(ImportError::Io(document.to_owned(), error)),
    }
}

fn collect(folder: TempDir) -> io::Result<Imported> {
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

/// Whether a picture's path stays inside the folder: a document may refer to any path, but
/// only its embedded pictures are imported.
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
    /// Returns the markdown for the case at `case`; pictures are in a folder beside it.
    pub(crate) fn body(&self, case: &Path) -> String {
        let stem = case.file_stem().unwrap_or_default().to_string_lossy();
        let folder = format!("{stem}/imagen-");
        self.markdown.replace(PLACEHOLDER, &folder)
    }

    /// Returns the number of embedded pictures.
    pub(crate) fn picture_count(&self) -> usize {
        self.pictures.len()
    }

    /// Copies the pictures into the folder beside the case at `case`.
    ///
    /// # Errors
    /// Returns the file that could not be written.
    pub(crate) fn write_pictures(&self, case: &Path) -> Result<(), (PathBuf, io::Error)> {
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

//! Imports word processor documents as case studies, through Pandoc.
//!
//! A document from elsewhere may be made to use up a computer: its size, what it unpacks to,
//! and Pandoc's time, memory and output are limited.

mod archive;
mod pandoc;

use std::ffi::OsStr;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::time::Duration;

use tempfile::TempDir;

/// Supported formats: both the file extension and Pandoc's name.
const FORMATS: [&str; 2] = ["docx", "odt"];

/// Prefix that the filter gives picture names until the case's file name is known.
const PLACEHOLDER: &str = "quipu-imagen-";

/// Bytes of a mebibyte.
const MIB: u64 = 1024 * 1024;

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
    /// The file extension is not a supported one, or the file is no such document.
    #[error("the file is no supported document")]
    Format,
    /// The document needs more than an import may.
    #[error("the document is beyond a limit")]
    TooMuch(TooMuch),
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

/// A limit that a document is beyond.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum TooMuch {
    /// Size of the file, in MiB.
    File(u64),
    /// Size of what is in it, in MiB.
    Unpacked(u64),
    /// Size of its texts, in MiB.
    Texts(u64),
    /// Number of files in it.
    Entries(u64),
    /// Size of the case, in MiB.
    Text(u64),
    /// Pandoc's memory, in MiB.
    Memory(u64),
    /// Pandoc's time, in seconds.
    Time(u64),
}

/// Converts `file` with the program `pandoc`, which may take as long as `limit`.
///
/// # Errors
/// If the format is not supported, the file cannot be read or is beyond a limit, or Pandoc is
/// missing or fails.
pub(crate) fn read(file: &Path, pandoc: &OsStr, limit: Duration) -> Result<Imported, ImportError> {
    let io_error = |error| ImportError::Io(file.to_owned(), error);
    let format = format_of(file).ok_or(ImportError::Format)?;
    archive::check(file, archive::LIMITS)?;
    let document = std::path::absolute(file).map_err(io_error)?;
    let folder = tempfile::tempdir().map_err(io_error)?;
    fs::write(folder.path().join("word.lua"), FILTER).map_err(io_error)?;
    pandoc::convert(pandoc, format, &document, folder.path(), limit)?;
    collect(folder).map_err(io_error)
}

fn collect(folder: TempDir) -> io::Result<Imported> {
    let text = |name: &str| fs::read_to_string(folder.path().join(name));
    let pictures = text("pictures.txt")?;
    let pictures = pictures.lines().filter_map(|line| line.split_once('\t'));
    Ok(Imported {
        title: text("title.txt")?.trim().to_owned(),
        markdown: text(pandoc::TEXT)?,
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

    /// Copies the pictures into a new folder beside the case at `case`.
    ///
    /// # Errors
    /// Returns the file that could not be written; then nothing is left of the folder.
    pub(crate) fn write_pictures(&self, case: &Path) -> Result<(), (PathBuf, io::Error)> {
        if self.pictures.is_empty() {
            return Ok(());
        }
        let folder = case.with_extension("");
        let parent = folder.parent().unwrap_or(&folder);
        fs::create_dir_all(parent)
            .and_then(|()| fs::create_dir(&folder))
            .map_err(|error| (folder.clone(), error))?;
        for (picture, name) in &self.pictures {
            let name = name.replacen(PLACEHOLDER, "imagen-", 1);
            let file = folder.join(name);
            if let Err(error) = fs::copy(picture, &file) {
                self.remove_pictures(case);
                return Err((file, error));
            }
        }
        Ok(())
    }

    /// Removes the pictures that were just written for the case at `case`.
    pub(crate) fn remove_pictures(&self, case: &Path) {
        if !self.pictures.is_empty() {
            let _ = fs::remove_dir_all(case.with_extension(""));
        }
    }
}

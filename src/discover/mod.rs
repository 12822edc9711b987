//! Second stage: walks the content and reads its texts.
//!
//! Nothing later in the flow reads from the content folder, but for texts that must still
//! be the same, and the bytes of pictures when they are prepared and of other assets when
//! they are written.

mod read;

use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use rayon::prelude::*;
use walkdir::{DirEntry, WalkDir};

use crate::config::Config;
use crate::diagnostics::{Diagnostic, Kind, Place, SourceFile};
use crate::text::fold;

pub use read::{MAX_TEXT_MIB, read_at_most, read_text};

/// The folder of vocabularies in the content.
pub const VOCABULARY_FOLDERS: [&str; 2] = ["vocabulario", "vocabulary"];

/// Names of the files in those folders that list synonyms instead of terms.
pub const SYNONYM_FILES: [&str; 2] = ["sinonimos", "synonyms"];

/// Names of the file in those folders that explains words; it is written like a
/// vocabulary.
pub const GLOSSARY_FILES: [&str; 2] = ["glosario", "glossary"];

/// A text file of the content.
#[derive(Debug, Clone)]
pub struct TextFile {
    /// Path relative to the content folder, with `/`.
    pub path: String,
    /// Where it is.
    pub file: PathBuf,
    /// Its text.
    pub source: Arc<SourceFile>,
}

impl TextFile {
    /// Its source, without the text.
    pub fn released(&self) -> Arc<SourceFile> {
        SourceFile::on_disk(&self.source.path, self.file.clone(), self.source.text())
    }
}

/// A file that is published as it is: an image, a download.
#[derive(Debug, Clone)]
pub struct AssetFile {
    /// Path relative to the content folder, with `/`.
    pub path: String,
    /// Where its bytes are.
    pub file: PathBuf,
    /// A stand-in for complaints, without text.
    pub source: Arc<SourceFile>,
}

/// All that the content folder holds, sorted by path.
#[derive(Debug, Default)]
pub struct Sources {
    /// Markdown files.
    pub documents: Vec<TextFile>,
    /// Vocabulary files.
    pub vocabularies: Vec<TextFile>,
    /// Files of synonyms.
    pub synonyms: Vec<TextFile>,
    /// Everything else.
    pub assets: Vec<AssetFile>,
}

/// Walks the content folder. Hidden files, and files other than markdown whose
/// names begin with `_`, are not content.
pub fn discover(config: &Config, diagnostics: &mut Vec<Diagnostic>) -> Sources {
    let folder = config.content_folder();
    let mut sources = Sources::default();
    let mut texts = Vec::new();
    for (path, file) in walk(&folder, diagnostics) {
        match class_of(&path) {
            Class::Document | Class::Vocabulary | Class::Synonyms => texts.push((path, file)),
            Class::Asset => sources.assets.push(AssetFile {
                source: SourceFile::new(shown(&path), ""),
                path,
                file,
            }),
            Class::Ignored => {}
        }
    }
    let read: Vec<_> = texts
        .into_par_iter()
        .map(|(path, file)| {
            let (source, problem) = read_text(&file, &shown(&path));
            (TextFile { path, file, source }, problem)
        })
        .collect();
    for (file, problem) in read {
        match (problem, class_of(&file.path)) {
            (Some(problem), _) => diagnostics.push(problem),
            (None, Class::Vocabulary) => sources.vocabularies.push(file),
            (None, Class::Synonyms) => sources.synonyms.push(file),
            (None, _) => sources.documents.push(file),
        }
    }
    sources
}

/// Whether a file in a folder of vocabularies lists synonyms; case and accents of its
/// name do not matter.
pub fn lists_synonyms(name: &str) -> bool {
    let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
    SYNONYM_FILES.contains(&fold(stem).as_str())
}

/// Whether a file in a folder of vocabularies explains words.
pub fn is_glossary(name: &str) -> bool {
    let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
    GLOSSARY_FILES.contains(&fold(stem).as_str())
}

enum Class {
    Document,
    Vocabulary,
    Synonyms,
    Asset,
    Ignored,
}

fn class_of(path: &str) -> Class {
    let (folder, name) = path.rsplit_once('/').unwrap_or(("", path));
    let extension = name.rsplit_once('.').map_or("", |(_, extension)| extension);
    let is_yaml = ["yaml", "yml"]
        .iter()
        .any(|yaml| extension.eq_ignore_ascii_case(yaml));
    if extension.eq_ignore_ascii_case("md") {
        Class::Document
    } else if VOCABULARY_FOLDERS.contains(&folder) {
        match is_yaml {
            true if lists_synonyms(name) => Class::Synonyms,
            true => Class::Vocabulary,
            false => Class::Ignored,
        }
    } else if name.starts_with('_') || is_system_litter(name) {
        Class::Ignored
    } else {
        Class::Asset
    }
}

/// Files that Windows leaves in folders of pictures.
fn is_system_litter(name: &str) -> bool {
    name.eq_ignore_ascii_case("thumbs.db") || name.eq_ignore_ascii_case("desktop.ini")
}

fn shown(path: &str) -> String {
    format!("content/{path}")
}

/// Every file under `folder` with its path relative to it, sorted.
fn walk(folder: &Path, diagnostics: &mut Vec<Diagnostic>) -> Vec<(String, PathBuf)> {
    let root = folder.canonicalize().unwrap_or_else(|_| folder.to_owned());
    let mut complain = |kind, path: &Path| {
        let source = SourceFile::new(shown(&relative(folder, path)), "");
        diagnostics.push(Diagnostic::new(kind, Place::whole(&source)));
    };
    let mut files = Vec::new();
    let mut entries = WalkDir::new(folder)
        .follow_links(true)
        .sort_by_file_name()
        .min_depth(1)
        .into_iter();
    while let Some(entry) = entries.next() {
        match entry {
            Ok(entry) if is_hidden(&entry) => skip(&entry, &mut entries),
            Ok(entry) if leaves(&entry, &root) => {
                complain(Kind::OutsideRoot, entry.path());
                skip(&entry, &mut entries);
            }
            Ok(entry) if entry.file_type().is_file() => {
                files.push((relative(folder, entry.path()), entry.into_path()));
            }
            Ok(_) => {}
            Err(error) => {
                let path = error.path().unwrap_or(folder).to_owned();
                complain(kind_of(&error), &path);
            }
        }
    }
    files.sort();
    files
}

fn kind_of(error: &walkdir::Error) -> Kind {
    if error.loop_ancestor().is_some() {
        Kind::FolderLoop
    } else {
        let other = io::Error::other(error.to_string());
        let refusal = error.io_error().unwrap_or(&other).into();
        Kind::Unreadable { refusal }
    }
}

fn skip(entry: &DirEntry, entries: &mut walkdir::IntoIter) {
    if entry.file_type().is_dir() {
        entries.skip_current_dir();
    }
}

fn is_hidden(entry: &DirEntry) -> bool {
    entry.file_name().as_encoded_bytes().first() == Some(&b'.')
}

/// Whether a symbolic link leads out of the content folder.
fn leaves(entry: &DirEntry, root: &Path) -> bool {
    entry.path_is_symlink()
        && entry
            .path()
            .canonicalize()
            .is_ok_and(|target| !target.starts_with(root))
}

fn relative(folder: &Path, path: &Path) -> String {
    let relative = path.strip_prefix(folder).unwrap_or(path);
    let parts: Vec<_> = relative
        .components()
        .map(|part| part.as_os_str().to_string_lossy())
        .collect();
    parts.join("/")
}

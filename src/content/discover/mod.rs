//! Second stage: walks the content folder; texts are read when they are parsed.
//!
//! Later stages read from the content folder only to reload a text, which must be
//! unchanged, to prepare pictures, and to write other assets.

mod stray;
mod walk;

use std::path::PathBuf;
use std::sync::Arc;

use crate::base::text::fold;
use crate::content::read::read_text;
use crate::messages::diagnostics::{Diagnostic, Kind, Location, SourceFile};
use crate::model::Config;

pub(crate) use stray::{Ignored, is_explanation};
pub(crate) use walk::walk;
use walk::walk_all;

/// Names of the vocabulary folder, at the top of the content folder.
pub(crate) const VOCABULARY_FOLDERS: [&str; 2] = ["vocabulario", "vocabulary"];

/// File names, without extension, that mark a file of synonyms in a vocabulary folder.
pub(crate) const SYNONYM_FILES: [&str; 2] = ["sinonimos", "synonyms"];

/// File names, without extension, that mark the glossary in a vocabulary folder. It has the
/// format of a vocabulary.
pub(crate) const GLOSSARY_FILES: [&str; 2] = ["glosario", "glossary"];

/// Folders beside the content whose files are published at the root of the site, as they
/// are: what hosts look for there, such as `CNAME` and `.htaccess`.
pub(crate) const ROOT_FOLDERS: [&str; 2] = ["raiz", "root"];

/// A content file that has not been read yet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ContentFile {
    /// Path relative to the content folder, with `/`.
    pub path: String,
    /// Path in the file system.
    pub file: PathBuf,
}

impl ContentFile {
    /// Reads the file. The diagnostic, if any, reports that it is unreadable, too large,
    /// empty or not UTF-8.
    pub fn read(&self) -> (TextFile, Option<Diagnostic>) {
        let (source, problem) = read_text(&self.file, &display_path(&self.path));
        let text = TextFile {
            path: self.path.clone(),
            file: self.file.clone(),
            source,
        };
        (text, problem)
    }
}

/// A content file with its text.
#[derive(Debug, Clone)]
pub struct TextFile {
    /// Path relative to the content folder, with `/`.
    pub path: String,
    /// Path in the file system.
    pub file: PathBuf,
    /// Normalised text, for parsing and diagnostics.
    pub source: Arc<SourceFile>,
}

impl TextFile {
    /// Returns a copy of the source that reloads its text from disk, to save memory.
    pub fn reloadable(&self) -> Arc<SourceFile> {
        SourceFile::on_disk(&self.source.path, self.file.clone(), self.source.text())
    }
}

/// A file that is published rather than parsed: an image or a download.
#[derive(Debug, Clone)]
pub struct AssetFile {
    /// Path relative to the content folder, with `/`.
    pub path: String,
    /// Path in the file system.
    pub file: PathBuf,
    /// Location for diagnostics; its text is empty.
    pub source: Arc<SourceFile>,
}

/// Files of the content folder by role, each list sorted by path.
#[derive(Debug, Clone, Default)]
pub struct Sources {
    /// Markdown files.
    pub documents: Vec<ContentFile>,
    /// Vocabulary files.
    pub vocabularies: Vec<ContentFile>,
    /// Synonym files.
    pub synonyms: Vec<ContentFile>,
    /// All other files.
    pub assets: Vec<AssetFile>,
    /// Files for the root of the site, from [`ROOT_FOLDERS`] rather than the content folder.
    pub root_files: Vec<AssetFile>,
}

/// Walks the content folder. Skips hidden files, files other than markdown whose names begin
/// with `_`, what programs leave behind, and what the settings ignore.
pub(crate) fn discover(config: &Config, diagnostics: &mut Vec<Diagnostic>) -> Sources {
    let mut sources = Sources::default();
    let ignored = Ignored::of(&config.publishing);
    for (path, file) in walk(&config.content_folder(), "content/", diagnostics) {
        if ignored.has(&path) {
            continue;
        }
        match class_of(&path) {
            Class::Document => sources.documents.push(ContentFile { path, file }),
            Class::Vocabulary => sources.vocabularies.push(ContentFile { path, file }),
            Class::Synonyms => sources.synonyms.push(ContentFile { path, file }),
            Class::Asset => sources.assets.push(AssetFile {
                source: SourceFile::new(display_path(&path), ""),
                path,
                file,
            }),
            Class::Misnamed { intended } => {
                let source = SourceFile::new(display_path(&path), "");
                let kind = Kind::MisnamedDocument { intended };
                diagnostics.push(Diagnostic::new(kind, Location::whole(&source)));
            }
            Class::ForRoot => {
                let source = SourceFile::new(display_path(&path), "");
                diagnostics.push(for_root(&source));
            }
            Class::Ignored => {}
        }
    }
    diagnostics.extend(hidden_for_root(config));
    sources.root_files = root_files(config, diagnostics);
    sources
}

/// Lists every file that [`discover`] looks at, whatever its role, and reports what it finds
/// wrong before it looks at names: folders and links.
pub(crate) fn list(config: &Config, diagnostics: &mut Vec<Diagnostic>) -> Vec<PathBuf> {
    let mut files = walk(&config.content_folder(), "content/", diagnostics);
    diagnostics.extend(hidden_for_root(config));
    for (folder, shown) in root_folders(config) {
        files.extend(walk_all(&folder, &shown, diagnostics));
    }
    files.into_iter().map(|(_, file)| file).collect()
}

/// Reports hidden files of the content that only work at the root of the site.
fn hidden_for_root(config: &Config) -> impl Iterator<Item = Diagnostic> {
    let hidden = stray::HIDDEN_FOR_ROOT.into_iter();
    let hidden = hidden.filter(|name| config.content_folder().join(name).exists());
    hidden.map(|name| for_root(&SourceFile::new(display_path(name), "")))
}

/// Reports a file of the content that only works at the root of the site.
fn for_root(source: &Arc<SourceFile>) -> Diagnostic {
    let name = name_of(&source.path).to_owned();
    Diagnostic::new(Kind::FileForRoot { name }, Location::whole(source))
}

fn root_files(config: &Config, diagnostics: &mut Vec<Diagnostic>) -> Vec<AssetFile> {
    let mut files = Vec::new();
    for (folder, shown) in root_folders(config) {
        let found = walk_all(&folder, &shown, diagnostics).into_iter();
        let kept = found.filter(|(path, _)| !stray::is_leftover(name_of(path)));
        files.extend(kept.map(|(path, file)| AssetFile {
            source: SourceFile::new(format!("{shown}{path}"), ""),
            path,
            file,
        }));
    }
    files
}

/// Returns the [`ROOT_FOLDERS`] that the site has, and how diagnostics show them.
fn root_folders(config: &Config) -> impl Iterator<Item = (PathBuf, String)> {
    let folders = ROOT_FOLDERS.into_iter();
    let folders = folders.map(|folder| (config.root.join(folder), format!("{folder}/")));
    folders.filter(|(folder, _)| folder.is_dir())
}

fn name_of(path: &str) -> &str {
    path.rsplit('/').next().unwrap_or(path)
}

/// Whether `name`, a file in a vocabulary folder, is a synonym file. Ignores case and
/// accents.
pub(crate) fn is_synonym_file(name: &str) -> bool {
    is_one_of(&SYNONYM_FILES, name)
}

/// Whether `name`, a file in a vocabulary folder, is the glossary. Ignores case and accents.
pub(crate) fn is_glossary(name: &str) -> bool {
    is_one_of(&GLOSSARY_FILES, name)
}

fn is_one_of(stems: &[&str], name: &str) -> bool {
    let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
    stems.contains(&fold(stem).as_str())
}

enum Class {
    Document,
    Vocabulary,
    Synonyms,
    Asset,
    /// A document that would be one under another name.
    Misnamed {
        intended: String,
    },
    /// What a host looks for at the root of a site.
    ForRoot,
    Ignored,
}

fn class_of(path: &str) -> Class {
    let (folder, name) = path.rsplit_once('/').unwrap_or(("", path));
    let extension = name.rsplit_once('.').map_or("", |(_, extension)| extension);
    let is_yaml = ["yaml", "yml"]
        .iter()
        .any(|yaml| extension.eq_ignore_ascii_case(yaml));
    if stray::is_leftover(name) {
        Class::Ignored
    } else if extension.eq_ignore_ascii_case("md") {
        Class::Document
    } else if let Some(intended) = stray::intended_document(name) {
        Class::Misnamed { intended }
    } else if VOCABULARY_FOLDERS.contains(&folder) {
        match is_yaml {
            true if is_synonym_file(name) => Class::Synonyms,
            true => Class::Vocabulary,
            false => Class::Ignored,
        }
    } else if folder.is_empty() && stray::is_for_root(name) {
        Class::ForRoot
    } else if name.starts_with('_') {
        Class::Ignored
    } else {
        Class::Asset
    }
}

fn display_path(path: &str) -> String {
    format!("content/{path}")
}

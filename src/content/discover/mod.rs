//! Second stage: walks the content, and reads its texts when they are parsed.
//!
//! Nothing later in the flow reads from the content folder, but for texts that must still
//! be the same, and the bytes of pictures when they are prepared and of other assets when
//! they are written.

mod walk;

use std::path::PathBuf;
use std::sync::Arc;

use crate::base::text::fold;
use crate::content::read::read_text;
use crate::messages::diagnostics::{Diagnostic, SourceFile};
use crate::model::Config;

pub use walk::walk;

/// The folder of vocabularies in the content.
pub const VOCABULARY_FOLDERS: [&str; 2] = ["vocabulario", "vocabulary"];

/// Names of the files in those folders that list synonyms instead of terms.
pub const SYNONYM_FILES: [&str; 2] = ["sinonimos", "synonyms"];

/// Names of the file in those folders that explains words; it is written like a
/// vocabulary.
pub const GLOSSARY_FILES: [&str; 2] = ["glosario", "glossary"];

/// A file of the content, by where it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ContentFile {
    /// Path relative to the content folder, with `/`.
    pub path: String,
    /// Where it is.
    pub file: PathBuf,
}

impl ContentFile {
    /// Reads it, with what is wrong with its bytes.
    pub fn read(&self) -> (TextFile, Option<Diagnostic>) {
        let (source, problem) = read_text(&self.file, &shown(&self.path));
        let text = TextFile {
            path: self.path.clone(),
            file: self.file.clone(),
            source,
        };
        (text, problem)
    }
}

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
#[derive(Debug, Clone, Default)]
pub struct Sources {
    /// Markdown files.
    pub documents: Vec<ContentFile>,
    /// Vocabulary files.
    pub vocabularies: Vec<ContentFile>,
    /// Files of synonyms.
    pub synonyms: Vec<ContentFile>,
    /// Everything else.
    pub assets: Vec<AssetFile>,
}

/// Walks the content folder. Hidden files, and files other than markdown whose
/// names begin with `_`, are not content.
pub fn discover(config: &Config, diagnostics: &mut Vec<Diagnostic>) -> Sources {
    let mut sources = Sources::default();
    for (path, file) in walk(&config.content_folder(), "content/", diagnostics) {
        match class_of(&path) {
            Class::Document => sources.documents.push(ContentFile { path, file }),
            Class::Vocabulary => sources.vocabularies.push(ContentFile { path, file }),
            Class::Synonyms => sources.synonyms.push(ContentFile { path, file }),
            Class::Asset => sources.assets.push(AssetFile {
                source: SourceFile::new(shown(&path), ""),
                path,
                file,
            }),
            Class::Ignored => {}
        }
    }
    sources
}

/// Whether a file in a folder of vocabularies lists synonyms; case and accents of its
/// name do not matter.
pub fn lists_synonyms(name: &str) -> bool {
    is_one_of(&SYNONYM_FILES, name)
}

/// Whether a file in a folder of vocabularies explains words.
pub fn is_glossary(name: &str) -> bool {
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

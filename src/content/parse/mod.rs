//! Third stage: parses texts into typed documents and vocabularies.

mod case_study;
mod document;
mod front_matter;
mod html;
pub(crate) mod markdown;
mod outline;
mod sections;
mod synonyms;
mod vocabulary;

use std::sync::Arc;

use rayon::prelude::*;

use crate::content::discover::{AssetFile, ContentFile, Sources, TextFile};
use crate::content::yaml::Complaint;
use crate::messages::diagnostics::{Diagnostic, Location, SourceFile};
use crate::model::Config;

pub(crate) use html::addresses;

pub use document::{Document, case_keys};
pub use sections::{Section, sections, sections_of};
pub use synonyms::{MAX_SYNONYM_CHARS, MAX_SYNONYMS, Synonyms};
pub use vocabulary::{TermEntry, Vocabulary, term_keys};

/// All parsed files, not yet checked against one another.
#[derive(Debug)]
pub struct Parsed {
    /// Documents whose front matter is readable, sorted by path.
    pub documents: Vec<Document>,
    /// Documents marked as drafts; empty if drafts are published.
    pub drafts: Vec<Document>,
    /// Vocabularies, sorted by path.
    pub vocabularies: Vec<Vocabulary>,
    /// Synonym files, sorted by path.
    pub synonyms: Vec<Synonyms>,
    /// Files that are published rather than parsed.
    pub assets: Vec<AssetFile>,
    /// Files for the root of the site.
    pub root_files: Vec<AssetFile>,
}

/// Result of parsing one file by itself.
#[derive(Debug, Clone)]
pub struct ParsedFile<T> {
    /// `None` if the file could not be read at all.
    pub value: Option<T>,
    /// Problems found in the file.
    pub diagnostics: Vec<Diagnostic>,
}

/// Parses documents in parallel. Their texts are dropped and reloaded when needed.
pub fn documents(config: &Config, files: &[ContentFile]) -> Vec<ParsedFile<Document>> {
    let parsed = |file: &ContentFile| {
        read(file, |text, complaints| {
            let source = text.reloadable();
            (document::read(config, &text, &source, complaints), source)
        })
    };
    files.par_iter().map(parsed).collect()
}

/// Parses one document and retains its text, so that later changes to the file do not
/// matter.
pub fn document(config: &Config, file: &ContentFile) -> ParsedFile<Document> {
    read(file, |text, complaints| {
        let document = document::read(config, &text, &text.source, complaints);
        (document, text.source)
    })
}

/// Parses all other sources and joins them with `documents`. Drafts are set apart unless
/// `drafts` is true.
pub fn parse(
    config: &Config,
    sources: Sources,
    documents: Vec<ParsedFile<Document>>,
    drafts: bool,
    diagnostics: &mut Vec<Diagnostic>,
) -> Parsed {
    let documents = collect(documents, diagnostics);
    let vocabularies = sources.vocabularies.par_iter().map(|file| {
        read(file, |text, complaints| {
            (vocabulary::read(config, &text, complaints), text.source)
        })
    });
    let synonyms = sources.synonyms.par_iter().map(|file| {
        read(file, |text, complaints| {
            (synonyms::read(&text, complaints), text.source)
        })
    });
    let vocabularies = collect(vocabularies.collect(), diagnostics);
    let synonyms = collect(synonyms.collect(), diagnostics);
    let (documents, drafts) = documents
        .into_iter()
        .partition(|document: &Document| drafts || !document.front.is_draft);
    Parsed {
        documents,
        drafts,
        vocabularies,
        synonyms,
        assets: sources.assets,
        root_files: sources.root_files,
    }
}

/// Reads a file and parses it with `parse`, which also returns the source for diagnostics,
/// so that it can drop the text as soon as it is parsed.
fn read<T>(
    file: &ContentFile,
    parse: impl Fn(TextFile, &mut Vec<Complaint>) -> (Option<T>, Arc<SourceFile>),
) -> ParsedFile<T> {
    let (text, problem) = file.read();
    if let Some(problem) = problem {
        let diagnostics = vec![problem];
        return ParsedFile {
            value: None,
            diagnostics,
        };
    }
    let mut complaints = Vec::new();
    let (value, source) = parse(text, &mut complaints);
    let diagnostics = complaints
        .into_iter()
        .map(|(kind, span)| Diagnostic::new(kind, Location::new(&source, span)));
    ParsedFile {
        value,
        diagnostics: diagnostics.collect(),
    }
}

fn collect<T>(files: Vec<ParsedFile<T>>, diagnostics: &mut Vec<Diagnostic>) -> Vec<T> {
    let value = |file: ParsedFile<T>| {
        diagnostics.extend(file.diagnostics);
        file.value
    };
    files.into_iter().filter_map(value).collect()
}

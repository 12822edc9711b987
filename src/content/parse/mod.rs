//! Third stage: typed documents and vocabularies out of text.

mod case_study;
mod document;
mod front_matter;
mod html;
pub mod markdown;
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

pub use document::{Document, case_keys};
pub use sections::{Section, sections, sections_of};
pub use synonyms::{LONGEST_SYNONYM, MOST_SYNONYMS, Synonyms};
pub use vocabulary::{TermEntry, Vocabulary, term_keys};

/// All that the content says, each file by itself.
#[derive(Debug)]
pub struct Parsed {
    /// Documents that could be read, in the order of their paths.
    pub documents: Vec<Document>,
    /// Documents that are not yet to be published.
    pub drafts: Vec<Document>,
    /// Vocabularies, in the order of their paths.
    pub vocabularies: Vec<Vocabulary>,
    /// Files of synonyms, in the order of their paths.
    pub synonyms: Vec<Synonyms>,
    /// Files published as they are.
    pub assets: Vec<AssetFile>,
}

/// What a file says by itself, and what there is to say of it.
#[derive(Debug, Clone)]
pub struct Reading<T> {
    /// None where it could not be read at all.
    pub value: Option<T>,
    /// What is wrong with it.
    pub diagnostics: Vec<Diagnostic>,
}

/// Reads documents, whose texts are not kept.
pub fn documents(config: &Config, files: &[ContentFile]) -> Vec<Reading<Document>> {
    let released = |file: &ContentFile| {
        read(file, |text, complaints| {
            let kept = text.released();
            (document::read(config, &text, &kept, complaints), kept)
        })
    };
    files.par_iter().map(released).collect()
}

/// Reads a document and keeps its text, so that nothing that changes in the file
/// meanwhile matters.
pub fn document(config: &Config, file: &ContentFile) -> Reading<Document> {
    read(file, |text, complaints| {
        let document = document::read(config, &text, &text.source, complaints);
        (document, text.source)
    })
}

/// Parses every other source and joins it with `documents`; drafts are left out unless
/// `drafts`.
pub fn parse(
    config: &Config,
    sources: Sources,
    documents: Vec<Reading<Document>>,
    drafts: bool,
    diagnostics: &mut Vec<Diagnostic>,
) -> Parsed {
    let documents = told(documents, diagnostics);
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
    let vocabularies = told(vocabularies.collect(), diagnostics);
    let synonyms = told(synonyms.collect(), diagnostics);
    let (documents, drafts) = documents
        .into_iter()
        .partition(|document: &Document| drafts || !document.front.is_draft);
    Parsed {
        documents,
        drafts,
        vocabularies,
        synonyms,
        assets: sources.assets,
    }
}

/// Reads a file with `parse`, which gives the source that complaints point at, too: a text
/// goes as soon as it is parsed.
fn read<T>(
    file: &ContentFile,
    parse: impl Fn(TextFile, &mut Vec<Complaint>) -> (Option<T>, Arc<SourceFile>),
) -> Reading<T> {
    let (text, problem) = file.read();
    if let Some(problem) = problem {
        let diagnostics = vec![problem];
        return Reading {
            value: None,
            diagnostics,
        };
    }
    let mut complaints = Vec::new();
    let (value, source) = parse(text, &mut complaints);
    let diagnostics = complaints
        .into_iter()
        .map(|(kind, span)| Diagnostic::new(kind, Location::new(&source, span)));
    Reading {
        value,
        diagnostics: diagnostics.collect(),
    }
}

fn told<T>(readings: Vec<Reading<T>>, diagnostics: &mut Vec<Diagnostic>) -> Vec<T> {
    let value = |reading: Reading<T>| {
        diagnostics.extend(reading.diagnostics);
        reading.value
    };
    readings.into_iter().filter_map(value).collect()
}

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

use crate::config::Config;
use crate::diagnostics::{Diagnostic, Place, SourceFile};
use crate::discover::{AssetFile, Sources, TextFile};
use crate::yaml::Complaint;

pub use case_study::{
    Adoption, CaseStudy, Contact, Cost, Measure, Norm, Period, Population, Replication, ResultRow,
    Risk, SourceReference, Step,
};
pub use document::{Document, DocumentKind, case_keys};
pub use front_matter::{FrontMatter, WrittenTerms};
pub use outline::{Heading, Link, Outline};
pub use sections::{Section, sections};
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

/// Parses every source; drafts are left out unless `drafts`.
pub fn parse(
    config: &Config,
    sources: Sources,
    drafts: bool,
    diagnostics: &mut Vec<Diagnostic>,
) -> Parsed {
    let documents = in_parallel(sources.documents, diagnostics, |file, complaints| {
        let kept = file.released();
        (document::read(config, &file, &kept, complaints), kept)
    });
    let vocabularies = in_parallel(sources.vocabularies, diagnostics, |file, complaints| {
        (vocabulary::read(config, &file, complaints), file.source)
    });
    let synonyms = in_parallel(sources.synonyms, diagnostics, |file, complaints| {
        (synonyms::read(&file, complaints), file.source)
    });
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

/// Takes the files, so that a text goes as soon as it is parsed.
fn in_parallel<T: Send>(
    files: Vec<TextFile>,
    diagnostics: &mut Vec<Diagnostic>,
    read: impl Fn(TextFile, &mut Vec<Complaint>) -> (Option<T>, Arc<SourceFile>) + Sync,
) -> Vec<T> {
    let results: Vec<_> = files
        .into_par_iter()
        .map(|file| {
            let mut complaints = Vec::new();
            (read(file, &mut complaints), complaints)
        })
        .collect();
    let mut values = Vec::with_capacity(results.len());
    for ((value, source), complaints) in results {
        values.extend(value);
        diagnostics.extend(
            complaints
                .into_iter()
                .map(|(kind, span)| Diagnostic::new(kind, Place::new(&source, span))),
        );
    }
    values
}

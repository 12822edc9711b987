//! Third stage: typed documents and vocabularies out of text.

mod case_study;
mod document;
mod front_matter;
mod html;
pub mod markdown;
mod outline;
mod synonyms;
mod vocabulary;

use rayon::prelude::*;

use crate::config::Config;
use crate::diagnostics::{Diagnostic, Place};
use crate::discover::{AssetFile, Sources, TextFile};

pub use case_study::{
    Adoption, CaseStudy, Contact, Cost, Measure, Norm, Period, Population, Replication, ResultRow,
    Risk, SourceReference, Step,
};
pub use document::{Document, DocumentKind, case_keys};
pub use front_matter::FrontMatter;
pub use outline::{Heading, Link, Outline, Section};
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
    let documents = in_parallel(&sources.documents, diagnostics, |file, complaints| {
        document::read(config, file, complaints)
    });
    let vocabularies = in_parallel(&sources.vocabularies, diagnostics, |file, complaints| {
        vocabulary::read(config, file, complaints)
    });
    let synonyms = in_parallel(&sources.synonyms, diagnostics, synonyms::read);
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

fn in_parallel<T: Send>(
    files: &[TextFile],
    diagnostics: &mut Vec<Diagnostic>,
    read: impl Fn(&TextFile, &mut Vec<crate::yaml::Complaint>) -> Option<T> + Sync,
) -> Vec<T> {
    let results: Vec<_> = files
        .par_iter()
        .map(|file| {
            let mut complaints = Vec::new();
            (read(file, &mut complaints), complaints)
        })
        .collect();
    let mut values = Vec::with_capacity(results.len());
    for (file, (value, complaints)) in files.iter().zip(results) {
        values.extend(value);
        diagnostics.extend(
            complaints
                .into_iter()
                .map(|(kind, span)| Diagnostic::new(kind, Place::new(&file.source, span))),
        );
    }
    values
}

//! Sixth stage: the search index, as small scripts loaded on demand.
//!
//! `docs/search-format.md` describes every file; [`wire`] mirrors it in types.

mod analysis;
mod inverted;
mod wire;

use rayon::prelude::*;

use crate::parse::DocumentKind;
use crate::site::{Page, PageId, Site};

use analysis::Analyzer;
use inverted::{DocumentTerms, Field, InvertedIndex};

pub use wire::IndexFile;

/// Builds the index of every case, model and plain page of `site`.
pub fn index(site: &Site) -> Vec<IndexFile> {
    let documents: Vec<PageId> = (0..site.pages.len())
        .filter(|id| site.pages[*id].kind != DocumentKind::Section)
        .collect();
    let terms: Vec<DocumentTerms> = documents
        .par_iter()
        .map_init(Analyzer::default, |analyzer, id| {
            document_terms(site, &site.pages[*id], analyzer)
        })
        .collect();
    wire::files(site, &documents, &InvertedIndex::new(&terms))
}

/// How likely a reader wants a page of a kind before any word is typed: cases
/// are what the site is for.
fn prior(kind: DocumentKind) -> f64 {
    match kind {
        DocumentKind::CaseStudy => 1.0,
        DocumentKind::Model => 0.9,
        DocumentKind::Page | DocumentKind::Section => 0.7,
    }
}

fn document_terms(site: &Site, page: &Page, analyzer: &mut Analyzer) -> DocumentTerms {
    let mut terms = DocumentTerms::new(&page.language, prior(page.kind));
    let front = &page.front;
    let case = &front.case;
    let mut add = |field: Field, text: &str| {
        terms.add(field, &analyzer.tokens(text, &page.language));
    };
    add(Field::Title, &front.title.value);
    for name in &front.also_known_as {
        add(Field::Title, &name.value);
    }
    if let Some(summary) = &front.summary {
        add(Field::Summary, &summary.value);
    }
    for (taxonomy, own) in site.taxonomies.iter().zip(&page.terms) {
        for term in own.iter().map(|term| &taxonomy.terms[*term]) {
            add(Field::Facets, term.name.get(&page.language));
            for alias in &term.aliases {
                add(Field::Facets, alias);
            }
        }
    }
    let locality = &page.locality;
    for name in [&locality.province, &locality.district]
        .into_iter()
        .flatten()
    {
        add(Field::Facets, name);
    }
    if let Some(entity) = &case.entity {
        add(Field::Facets, &entity.value);
    }
    for heading in &page.outline.headings {
        add(Field::Headings, &heading.text);
    }
    for section in &page.outline.sections {
        add(Field::Body, &section.text);
    }
    terms
}

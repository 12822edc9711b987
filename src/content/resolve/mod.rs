//! Fourth stage: cross-checks all files and assembles the [`Site`].

mod assets;
mod editions;
mod links;
mod permalink;
mod place;
mod root_files;
mod routes;
mod synonyms;
mod taxonomy;

use std::collections::HashMap;
use std::sync::Arc;

use rayon::prelude::*;

use crate::content::parse::{Document, Parsed};
use crate::messages::diagnostics::{Diagnostic, Location};
use crate::model::{Config, Page, PageId, Site, WrittenTerms};

use assets::Candidates;
use links::Destinations;
use taxonomy::{Lexicon, lexicons, terms_of};

/// Assembles the parsed files into a site, which is valid only if no error was reported.
pub(crate) fn resolve(config: Config, parsed: Parsed, diagnostics: &mut Vec<Diagnostic>) -> Site {
    let lexicons = lexicons(
        &config,
        &parsed.vocabularies,
        &parsed.documents,
        diagnostics,
    );
    let (pages, origins) = pages(&config, parsed.documents, &lexicons, diagnostics);
    let Candidates {
        assets,
        ids,
        faults,
    } = assets::candidates(parsed.assets);
    let mut site = Site {
        taxonomies: lexicons
            .into_iter()
            .map(|lexicon| lexicon.taxonomy)
            .collect(),
        glossary: taxonomy::glossary(&parsed.vocabularies, diagnostics),
        synonyms: synonyms::resolve(&parsed.synonyms, diagnostics),
        config,
        pages,
        editions: Vec::new(),
        assets,
        root_files: root_files::resolve(parsed.root_files, diagnostics),
        routes: Vec::new(),
    };
    editions::inherit_terms(&mut site);
    editions::check_terms(&site, &origins, diagnostics);
    editions::attach_models(&mut site);
    site.editions = editions::editions(&site);
    site.routes = routes::plan(&site, diagnostics);
    let destinations = Destinations {
        documents: origins
            .iter()
            .map(|origin| origin.path.clone())
            .zip(0..)
            .collect(),
        assets: ids,
    };
    resolve_links(&mut site, &origins, &destinations, diagnostics);
    assets::publish(
        &mut site,
        &parsed.drafts,
        &faults,
        &destinations,
        diagnostics,
    );
    trace_adoptions(&mut site);
    site
}

/// Data about a page that only this stage needs.
struct Origin {
    /// Path relative to the content folder.
    path: String,
    /// Folder part of `path`.
    folder: String,
    /// Words for terms as written, by facet.
    terms: Arc<WrittenTerms>,
}

fn pages(
    config: &Config,
    documents: Vec<Document>,
    lexicons: &[Lexicon],
    diagnostics: &mut Vec<Diagnostic>,
) -> (Vec<Arc<Page>>, Vec<Origin>) {
    let resolved: Vec<_> = documents
        .into_par_iter()
        .map(|document| {
            let mut diagnostics = Vec::new();
            (
                page(config, document, lexicons, &mut diagnostics),
                diagnostics,
            )
        })
        .collect();
    let pages = resolved.into_iter().filter_map(|(page, found)| {
        diagnostics.extend(found);
        page.map(|(page, origin)| (Arc::new(page), origin))
    });
    pages.unzip()
}

fn page(
    config: &Config,
    document: Document,
    lexicons: &[Lexicon],
    diagnostics: &mut Vec<Diagnostic>,
) -> Option<(Page, Origin)> {
    let terms = terms_of(&document, lexicons, diagnostics);
    let taxonomies = lexicons.iter().map(|lexicon| &lexicon.taxonomy);
    let locality = place::resolve(
        &document,
        config.default_language(),
        taxonomies.zip(&terms),
        diagnostics,
    );
    let key = match permalink::of_document(&document.folder, &document.stem) {
        Ok(key) => key,
        Err(kind) => {
            diagnostics.push(Diagnostic::new(kind, Location::whole(&document.source)));
            return None;
        }
    };
    let page = Page {
        permalink: format!("{}{key}", config.language_folder(&document.language)),
        kind: document.kind,
        language: document.language,
        key,
        front: document.front,
        source: document.source,
        body: document.body,
        outline: document.outline,
        terms,
        locality,
        adopted_from: Vec::new(),
        targets: HashMap::new(),
    };
    let origin = Origin {
        path: document.path,
        folder: document.folder,
        terms: document.terms,
    };
    Some((page, origin))
}

fn resolve_links(
    site: &mut Site,
    origins: &[Origin],
    destinations: &Destinations,
    diagnostics: &mut Vec<Diagnostic>,
) {
    let resolved: Vec<_> = site
        .pages
        .par_iter()
        .zip(origins)
        .map(|(page, origin)| links::resolve(site, page, &origin.folder, destinations))
        .collect();
    for (page, (targets, problems)) in site.pages.iter_mut().zip(resolved) {
        Arc::make_mut(page).targets = targets;
        diagnostics.extend(problems);
    }
}

/// Records, on each case that adopted a practice, the case that it was adopted from.
fn trace_adoptions(site: &mut Site) {
    let adoptions: Vec<(PageId, PageId)> = site
        .pages
        .iter()
        .enumerate()
        .flat_map(|(from, page)| {
            let adopters = page.front.case.replication.iter();
            let adopters = adopters.flat_map(|part| &part.adopted_by);
            let adopters = adopters.filter_map(|adoption| site.target_page(page, adoption));
            adopters.map(move |adopter| (adopter, from))
        })
        .collect();
    for (adopter, from) in adoptions {
        Arc::make_mut(&mut site.pages[adopter])
            .adopted_from
            .push(from);
    }
}

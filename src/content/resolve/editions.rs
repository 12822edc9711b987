//! Editions: which page represents each document in each language.

use std::cmp::Reverse;
use std::collections::{BTreeMap, HashMap, HashSet};
use std::sync::Arc;

use super::Origin;
use crate::base::text::fold;
use crate::messages::diagnostics::{Diagnostic, Kind, Location};
use crate::model::{
    DocumentKind, Edition, Locality, MANAGEMENT_MODEL, Page, PageId, Site, term_key,
};
use crate::peru::gazetteer;

/// Copies terms and places of originals to translations that name none of their own.
pub(super) fn inherit_terms(site: &mut Site) {
    let default = site.config.default_language();
    let pages = site.pages.iter();
    let translated: HashSet<&str> = pages
        .filter(|page| page.language != default)
        .map(|page| page.key.as_str())
        .collect();
    let originals: HashMap<String, (Vec<Vec<usize>>, Locality)> = site
        .pages
        .iter()
        .filter(|page| page.language == default && translated.contains(page.key.as_str()))
        .map(|page| {
            (
                page.key.clone(),
                (page.terms.clone(), page.locality.clone()),
            )
        })
        .collect();
    for page in &mut site.pages {
        let Some((terms, locality)) = originals.get(&page.key) else {
            continue;
        };
        let page = Arc::make_mut(page);
        for (own, inherited) in page.terms.iter_mut().zip(terms) {
            if own.is_empty() {
                own.clone_from(inherited);
            }
        }
        if page.locality.ubigeo.is_none() {
            page.locality.clone_from(locality);
        }
    }
}

/// Reports missing required terms of cases in other languages that inherit none from an
/// original.
pub(super) fn check_terms(site: &Site, origins: &[Origin], diagnostics: &mut Vec<Diagnostic>) {
    let default = site.config.default_language();
    let foreign = site
        .pages
        .iter()
        .zip(origins)
        .filter(|(page, _)| page.kind == DocumentKind::CaseStudy && page.language != default);
    for (page, origin) in foreign {
        let required = site.taxonomies.iter().zip(&page.terms);
        let missing = required.filter(|(taxonomy, terms)| {
            let facet = &taxonomy.facet;
            facet.is_required && terms.is_empty() && origin.terms[&facet.key].is_empty()
        });
        diagnostics.extend(missing.map(|(taxonomy, _)| {
            let kind = Kind::MissingKey {
                key: taxonomy.facet.key.clone(),
                alias: taxonomy.facet.spanish_key().to_owned(),
                written: None,
            };
            let start = page.front.title.span.start;
            Diagnostic::new(kind, Location::new(&page.source, start..start))
        }));
    }
}

/// Links the term of each management model to the pages that describe it.
pub(super) fn attach_models(site: &mut Site) {
    let models = site
        .taxonomies
        .iter_mut()
        .filter(|taxonomy| taxonomy.facet.key == MANAGEMENT_MODEL);
    for term in models.flat_map(|taxonomy| &mut taxonomy.terms) {
        let stem = format!("/{}.html", term.slug);
        term.pages = site
            .pages
            .iter()
            .enumerate()
            .filter(|(_, page)| page.kind == DocumentKind::Model && page.key.ends_with(&stem))
            .map(|(id, page)| (page.language.clone(), id))
            .collect();
    }
}

/// Returns one edition per language.
pub(super) fn editions(site: &Site) -> Vec<Edition> {
    site.config
        .languages
        .iter()
        .map(|language| edition(site, language))
        .collect()
}

fn edition(site: &Site, language: &str) -> Edition {
    let chosen = chosen(site, language);
    let of_kind = |kind: DocumentKind| {
        let pages = chosen.iter().copied();
        pages.filter(move |id| site.pages[*id].kind == kind)
    };
    let mut cases: Vec<PageId> = of_kind(DocumentKind::CaseStudy).collect();
    cases.sort_by_cached_key(|id| newest_first(&site.pages[*id]));
    let cases_by_term = site
        .taxonomies
        .iter()
        .enumerate()
        .map(|(index, taxonomy)| {
            let mut by_term = vec![Vec::new(); taxonomy.terms.len()];
            for id in &cases {
                let own = site.pages[*id].terms[index].iter();
                for term in own.flat_map(|term| taxonomy.wider(*term)) {
                    let cases: &mut Vec<PageId> = &mut by_term[term];
                    // Two of its terms may have the same broader term.
                    if cases.last() != Some(id) {
                        cases.push(*id);
                    }
                }
            }
            by_term
        })
        .collect();
    let is_own = |id: &PageId| site.pages[*id].language == language;
    let key = |id: PageId| site.pages[id].key.as_str();
    let terms = term_keys(site);
    let of_terms = of_kind(DocumentKind::Page).filter(|id| terms.contains(key(*id)));
    let sections = of_kind(DocumentKind::Section)
        .map(|id| (folder_of(key(id)).to_owned(), id))
        .chain(of_terms.map(|id| (key(id).to_owned(), id)))
        .filter(|(_, id)| is_own(id))
        .collect();
    Edition {
        language: language.to_owned(),
        folder: site.config.language_folder(language),
        pages: of_kind(DocumentKind::Page)
            .filter(|id| !terms.contains(key(*id)))
            .collect(),
        sections,
        cases_by_place: by_place(site, &cases),
        cases,
        cases_by_term,
    }
}

/// Returns the keys of the pages that Quipu generates for terms.
pub(super) fn term_keys(site: &Site) -> HashSet<String> {
    let terms = site.taxonomies.iter().flat_map(|taxonomy| {
        let generated = taxonomy.terms.iter().filter(|term| term.pages.is_empty());
        generated.map(move |term| term_key(taxonomy, term, 1).0)
    });
    terms.collect()
}

fn by_place(site: &Site, cases: &[PageId]) -> BTreeMap<String, Vec<PageId>> {
    let mut by_place: BTreeMap<String, Vec<PageId>> = BTreeMap::new();
    for id in cases {
        for ubigeo in site.places_of(&site.pages[*id]) {
            by_place.entry(ubigeo.to_owned()).or_default().push(*id);
        }
    }
    by_place.retain(|ubigeo, _| gazetteer::Place::of(ubigeo).is_some());
    by_place
}

/// Returns the page of each document in `language`, else in the first of the site's
/// languages that has one.
fn chosen(site: &Site, language: &str) -> Vec<PageId> {
    let rank = |page: &Page| {
        let languages = &site.config.languages;
        let position = languages.iter().position(|code| *code == page.language);
        (page.language != language, position)
    };
    let mut by_key: BTreeMap<&str, PageId> = BTreeMap::new();
    for (id, page) in site.pages.iter().enumerate() {
        let best = by_key.entry(&page.key).or_insert(id);
        if rank(page) < rank(&site.pages[*best]) {
            *best = id;
        }
    }
    by_key.into_values().collect()
}

/// Sort key: newest change first, then latest start, then title.
fn newest_first(page: &Page) -> impl Ord + use<> {
    let period = page.front.case.period.as_ref();
    let start = period.and_then(|period| period.start.as_ref());
    (
        Reverse(page.changed()),
        Reverse(start.map(|year| year.value)),
        fold(&page.front.title.value),
        page.key.clone(),
    )
}

fn folder_of(key: &str) -> &str {
    key.rsplit_once('/').map_or("", |(folder, _)| folder)
}

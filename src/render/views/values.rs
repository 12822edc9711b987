//! The values that templates see. Every name here is part of the contract with themes.

use serde::Serialize;
use tera::Value;

use crate::model::{DocumentKind, Edition, Site};
use crate::peru::gazetteer::Place;

/// The site, as every template sees it under `site`.
#[derive(Serialize)]
pub struct SiteView<'s> {
    title: &'s str,
    description: &'s str,
    languages: &'s [String],
    base_url: Option<&'s str>,
    /// Permalink of the logo.
    logo: &'s str,
    license: Option<LicenseView<'s>>,
    case_count: usize,
    /// Whether there is a page of the places most like the reader's.
    has_places: bool,
    /// Whether there is a glossary.
    has_glossary: bool,
    /// Permalink of the feed of all cases, where there is one.
    feed: Option<String>,
    generator: String,
}

/// What readers may do with the texts.
#[derive(Serialize)]
struct LicenseView<'s> {
    name: &'s str,
    url: &'s str,
}

impl<'s> SiteView<'s> {
    /// The site in an edition's language.
    pub fn new(site: &'s Site, edition: &'s Edition, logo: &'s str) -> Self {
        Self {
            title: site.config.title.get(&edition.language),
            description: site.config.description.get(&edition.language),
            languages: &site.config.languages,
            base_url: site.config.base_url.as_deref(),
            logo,
            license: site.config.license.as_ref().map(|license| LicenseView {
                name: license.name.get(&edition.language),
                url: &license.url,
            }),
            case_count: edition.cases.len(),
            has_glossary: !site.glossary.is_empty(),
            has_places: !edition.cases_by_place.is_empty(),
            feed: Some(format!("{}novedades.xml", edition.folder))
                .filter(|permalink| site.route(permalink).is_some()),
            generator: format!("Quipu {}", env!("CARGO_PKG_VERSION")),
        }
    }
}

/// A department of Peru.
#[derive(Serialize)]
pub struct DepartmentView {
    ubigeo: &'static str,
    name: &'static str,
}

impl DepartmentView {
    /// A department by its place.
    pub fn new(place: &'static Place) -> Self {
        Self {
            ubigeo: &place.ubigeo,
            name: &place.name,
        }
    }
}

/// A link: what it says and where it leads.
#[derive(Serialize)]
pub struct LinkView {
    /// Its words.
    pub label: String,
    /// Permalink.
    pub permalink: String,
    /// Whether it leads to the page at hand.
    pub is_current: bool,
}

/// The page in another language.
#[derive(Serialize)]
pub struct TranslationView {
    language: String,
    permalink: String,
    is_current: bool,
}

/// A facet with the terms of one page, or with all of them.
#[derive(Serialize)]
pub struct FacetView {
    /// Canonical key.
    pub key: Value,
    /// Its name, for a site's own facet; built-in ones are named by the theme.
    pub name: Value,
    /// Its page.
    pub permalink: Value,
    /// Its terms, each a [`TermView`].
    pub terms: Vec<Value>,
}

/// A term.
#[derive(Clone, Serialize)]
pub struct TermView {
    /// Slug.
    pub slug: String,
    /// Name.
    pub name: String,
    /// The language of its name where that is not the reader's.
    pub foreign_language: Option<String>,
    /// What it stands for; may be empty.
    pub description: String,
    /// Its page.
    pub permalink: String,
    /// INEI code, for a place.
    pub ubigeo: Option<String>,
    /// How many cases have it, or one that it holds.
    pub count: usize,
    /// How many wider terms it has.
    pub depth: usize,
}

/// A page of a list.
#[derive(Serialize)]
pub struct PagerView {
    pub(super) number: usize,
    pub(super) total: usize,
    pub(super) previous: Option<String>,
    pub(super) next: Option<String>,
    pub(super) pages: Vec<LinkView>,
}

impl TermView {
    /// A term for readers of an edition.
    pub fn new(site: &Site, edition: &Edition, taxonomy: usize, term: usize) -> Self {
        let found = &site.taxonomies[taxonomy].terms[term];
        let language = edition.language.as_str();
        Self {
            slug: found.slug.clone(),
            name: found.name.get(language).to_owned(),
            foreign_language: found.name.foreign_language(language).map(str::to_owned),
            description: found.description.get(language).to_owned(),
            permalink: site.term_permalink(edition, taxonomy, term),
            ubigeo: found.ubigeo.clone(),
            count: edition.cases_by_term[taxonomy][term].len(),
            depth: site.taxonomies[taxonomy].wider(term).count() - 1,
        }
    }
}

/// Plain pages that ask to be in the menu, or all others, seen from the page at `here`.
pub fn plain_pages(site: &Site, edition: &Edition, in_menu: bool, here: &str) -> Vec<LinkView> {
    let pages = edition.pages.iter().map(|id| &site.pages[*id]);
    pages
        .filter(|page| page.kind == DocumentKind::Page && page.front.in_menu == in_menu)
        .map(|page| LinkView {
            label: page.front.title.value.clone(),
            permalink: page.permalink.clone(),
            is_current: page.permalink == here,
        })
        .collect()
}

/// The address of a page of `edition` in each language it exists in.
pub fn translations(site: &Site, edition: &Edition, permalink: &str) -> Vec<TranslationView> {
    let key = permalink.strip_prefix(&edition.folder).unwrap_or(permalink);
    let editions = site.editions.iter();
    editions
        .map(|other| (other, format!("{}{key}", other.folder)))
        .filter(|(_, permalink)| site.route(permalink).is_some())
        .map(|(other, permalink)| TranslationView {
            is_current: other.language == edition.language,
            language: other.language.clone(),
            permalink,
        })
        .collect()
}

/// The home pages in the languages that a page of `edition` does not exist in.
pub fn elsewhere(site: &Site, edition: &Edition, permalink: &str) -> Vec<TranslationView> {
    let known = translations(site, edition, permalink);
    let homes = translations(site, edition, &format!("{}index.html", edition.folder));
    let is_known = |home: &TranslationView| known.iter().any(|it| it.language == home.language);
    homes.into_iter().filter(|home| !is_known(home)).collect()
}

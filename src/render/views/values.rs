//! Values passed to templates. Every name here is part of the contract with themes.

use serde::Serialize;
use tera::Value;

use crate::model::{DocumentKind, Edition, Site};
use crate::peru::gazetteer::Place;

/// The site, as every template sees it under `site`.
#[derive(Serialize)]
pub(super) struct SiteView<'s> {
    title: &'s str,
    description: &'s str,
    languages: &'s [String],
    base_url: Option<&'s str>,
    /// Permalink of the logo.
    logo: &'s str,
    license: Option<LicenseView<'s>>,
    case_count: usize,
    /// Whether the site has a page of the places most similar to the reader's.
    has_places: bool,
    /// Whether the site has a glossary.
    has_glossary: bool,
    /// Permalink of the feed of all cases, if there is one.
    feed: Option<String>,
    generator: String,
}

/// Licence of the site's texts.
#[derive(Serialize)]
struct LicenseView<'s> {
    name: &'s str,
    url: &'s str,
}

impl<'s> SiteView<'s> {
    /// Builds the view of the site in an edition's language.
    pub(super) fn new(site: &'s Site, edition: &'s Edition, logo: &'s str) -> Self {
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
pub(crate) struct DepartmentView {
    ubigeo: &'static str,
    name: &'static str,
}

impl DepartmentView {
    /// Builds the view of a department from its place in the gazetteer.
    pub(crate) fn new(place: &'static Place) -> Self {
        Self {
            ubigeo: &place.ubigeo,
            name: &place.name,
        }
    }
}

/// A link with its text and target.
#[derive(Serialize)]
pub(crate) struct LinkView {
    /// Text of the link.
    pub label: String,
    /// Permalink of the target.
    pub permalink: String,
    /// Whether it points to the current page.
    pub is_current: bool,
}

/// The page in one of its languages.
#[derive(Serialize)]
pub(crate) struct TranslationView {
    language: String,
    permalink: String,
    is_current: bool,
}

/// A facet with the terms of one page, or with all of them.
#[derive(Serialize)]
pub(crate) struct FacetView {
    /// Canonical key of the facet.
    pub key: Value,
    /// Name of a site's own facet; null for a built-in one, which the theme names.
    pub name: Value,
    /// Permalink of its page.
    pub permalink: Value,
    /// Its terms, each a [`TermView`].
    pub terms: Vec<Value>,
}

/// A term with its number of cases.
#[derive(Clone, Serialize)]
pub(crate) struct TermView {
    /// Identifier within the facet, `[a-z0-9-]` only.
    pub slug: String,
    /// Name, in the reader's language if it has one.
    pub name: String,
    /// Language of `name` if it is not the reader's.
    pub foreign_language: Option<String>,
    /// Meaning of the term; may be empty.
    pub description: String,
    /// Permalink of its page.
    pub permalink: String,
    /// INEI code; `None` if the term is not a place.
    pub ubigeo: Option<String>,
    /// Number of cases that have the term or one below it.
    pub count: usize,
    /// Number of ancestors.
    pub depth: usize,
}

/// A position in a list, with links to the other pages of it.
#[derive(Serialize)]
pub(crate) struct PagerView {
    pub(super) number: usize,
    pub(super) total: usize,
    pub(super) previous: Option<String>,
    pub(super) next: Option<String>,
    pub(super) pages: Vec<LinkView>,
}

impl TermView {
    /// Builds the view of a term for readers of an edition.
    pub(crate) fn new(site: &Site, edition: &Edition, taxonomy: usize, term: usize) -> Self {
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

/// Returns links to the plain pages in the menu, or to all others. The link to `here` is
/// marked as current.
pub(crate) fn plain_pages(
    site: &Site,
    edition: &Edition,
    in_menu: bool,
    here: &str,
) -> Vec<LinkView> {
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

/// Returns the address of a page of `edition` in each language it exists in.
pub(crate) fn translations(
    site: &Site,
    edition: &Edition,
    permalink: &str,
) -> Vec<TranslationView> {
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

/// Returns the home pages in the languages that a page of `edition` does not exist in.
pub(crate) fn elsewhere(site: &Site, edition: &Edition, permalink: &str) -> Vec<TranslationView> {
    let known = translations(site, edition, permalink);
    let homes = translations(site, edition, &format!("{}index.html", edition.folder));
    let is_known = |home: &TranslationView| known.iter().any(|it| it.language == home.language);
    homes.into_iter().filter(|home| !is_known(home)).collect()
}

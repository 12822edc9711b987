//! What templates see. Every name here is part of the contract with themes.

use serde::Serialize;
use tera::Value;

use super::common::Common;
use crate::model::{DocumentKind, Edition, Page, PageId, Site, cases_key, term_key};
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
    number: usize,
    total: usize,
    previous: Option<String>,
    next: Option<String>,
    pages: Vec<LinkView>,
}

/// Makes views for readers of one edition.
pub struct Views<'s> {
    /// The site.
    pub site: &'s Site,
    /// Whose readers.
    pub edition: &'s Edition,
    /// What the edition's pages have in common.
    pub common: &'s Common,
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

impl<'s> Views<'s> {
    /// Index of the taxonomy of a facet.
    pub(super) fn taxonomy(&self, key: &str) -> Option<usize> {
        let mut taxonomies = self.site.taxonomies.iter();
        taxonomies.position(|taxonomy| taxonomy.facet.key == key)
    }

    /// A term.
    pub fn term(&self, taxonomy: usize, term: usize) -> TermView {
        TermView::new(self.site, self.edition, taxonomy, term)
    }

    /// The wider terms of a term, the widest first.
    pub fn wider(&self, taxonomy: usize, term: usize) -> Vec<TermView> {
        let wider = self.site.taxonomies[taxonomy].wider(term).skip(1);
        let mut wider: Vec<_> = wider.map(|term| self.term(taxonomy, term)).collect();
        wider.reverse();
        wider
    }

    /// The terms that a term holds.
    pub fn narrower(&self, taxonomy: usize, term: usize) -> Vec<TermView> {
        let narrower = self.site.taxonomies[taxonomy].below(Some(term));
        narrower.map(|term| self.term(taxonomy, term)).collect()
    }

    pub(super) fn facets_of(&self, page: &Page, keep: impl Fn(&str) -> bool) -> Vec<FacetView> {
        page.terms
            .iter()
            .enumerate()
            .filter(|(index, terms)| {
                !terms.is_empty() && keep(&self.site.taxonomies[*index].facet.key)
            })
            .map(|(index, terms)| self.facet_with(index, terms.iter().copied()))
            .collect()
    }

    /// A page of the list of all cases.
    pub fn cases_pager(&self, number: usize) -> PagerView {
        let count = self.edition.cases.len();
        self.pager(count, number, |number| {
            cases_key(number).prefixed(&self.edition.folder)
        })
    }

    /// A page of a term's list.
    pub fn term_pager(&self, taxonomy: usize, term: usize, number: usize) -> PagerView {
        let count = self.edition.cases_by_term[taxonomy][term].len();
        self.pager(count, number, |number| match number {
            1 => self.site.term_permalink(self.edition, taxonomy, term),
            _ => {
                let taxonomy = &self.site.taxonomies[taxonomy];
                let key = term_key(taxonomy, &taxonomy.terms[term], number);
                key.prefixed(&self.edition.folder)
            }
        })
    }

    fn pager(&self, count: usize, number: usize, link: impl Fn(usize) -> String) -> PagerView {
        let total = count.div_ceil(self.site.config.page_size).max(1);
        PagerView {
            number,
            total,
            previous: (number > 1).then(|| link(number - 1)),
            next: (number < total).then(|| link(number + 1)),
            pages: (1..=total)
                .filter(|page| *page == 1 || *page == total || page.abs_diff(number) <= 2)
                .map(|page| LinkView {
                    label: page.to_string(),
                    permalink: link(page),
                    is_current: page == number,
                })
                .collect(),
        }
    }

    /// The part of a list that a page of it shows.
    pub fn slice<'l>(&self, list: &'l [PageId], number: usize) -> &'l [PageId] {
        let size = self.site.config.page_size;
        let start = ((number - 1) * size).min(list.len());
        &list[start..(start + size).min(list.len())]
    }
}

//! Plans every output page of the site.

use std::collections::HashMap;

use crate::messages::diagnostics::{AddressForm, Claimant, Diagnostic, Kind, Location};
use crate::model::{
    Dataset, DocumentKind, Edition, GLOSSARY_PAGE, MANIFEST, PAGES_PER_SITEMAP, Page, PageId,
    PlaceFile, Route, Site, Taxonomy, View, cases_key, facet_key, feed_key, sitemap_key, term_key,
};
use crate::peru::gazetteer::Level;

use super::editions::term_keys;
use super::permalink;

/// Returns a route for every page of `site`, sorted by permalink. Whether two have the same
/// one is checked with all other outputs of the site, of which this room knows nothing.
pub(super) fn plan(site: &Site, diagnostics: &mut Vec<Diagnostic>) -> Vec<Route> {
    let mut routes = Vec::new();
    for (index, edition) in site.editions.iter().enumerate() {
        let mut planner = Planner {
            site,
            index,
            edition,
            routes: &mut routes,
        };
        planner.documents(diagnostics);
        planner.lists();
        planner.data();
        planner.feeds();
        planner.manifest();
    }
    routes.extend(search_engine_routes(site, &routes));
    routes.sort_by(|a, b| a.permalink.cmp(&b.permalink));
    routes
}

struct Planner<'a> {
    site: &'a Site,
    index: usize,
    edition: &'a Edition,
    routes: &'a mut Vec<Route>,
}

impl Planner<'_> {
    fn add(&mut self, permalink: String, view: View) {
        self.routes.push(Route {
            permalink,
            edition: self.index,
            view,
        });
    }

    fn documents(&mut self, diagnostics: &mut Vec<Diagnostic>) {
        let term_keys = term_keys(self.site);
        let mut texts = HashMap::new();
        for (id, page) in self.site.pages.iter().enumerate() {
            if page.language != self.edition.language {
                continue;
            }
            let location = Location::whole(&page.source);
            let is_folder = page.kind == DocumentKind::Section;
            let is_of_term = page.kind == DocumentKind::Page && term_keys.contains(&page.key);
            if is_of_term || is_folder && self.is_known_folder(page) {
                // Its text becomes part of a generated page.
                if let Some(other) = texts.insert(&page.key, location.clone()) {
                    let kind = Kind::DuplicatePermalink {
                        permalink: page.permalink.clone(),
                        owner: Claimant::File(other.to_string()),
                    };
                    diagnostics.push(Diagnostic::new(kind, location));
                }
            } else {
                let view = match is_folder {
                    true => View::Section(id),
                    false => View::Document(id),
                };
                self.add(page.permalink.clone(), view);
            }
            self.aliases(page, diagnostics);
        }
    }

    /// Whether the page of this folder is generated anyway and only includes its text.
    fn is_known_folder(&self, page: &Page) -> bool {
        let taxonomies = &self.site.taxonomies;
        ["index.html", "casos/index.html"].contains(&page.key.as_str())
            || taxonomies
                .iter()
                .any(|taxonomy| facet_key(taxonomy).0 == page.key)
    }

    fn aliases(&mut self, page: &Page, diagnostics: &mut Vec<Diagnostic>) {
        for alias in &page.front.aliases {
            let location = Location::new(&page.source, alias.span.clone());
            match permalink::of_alias(&alias.value) {
                Some(permalink) => {
                    let to = page.permalink.clone();
                    self.add(permalink, View::Redirect { to });
                }
                None => {
                    let kind = Kind::InvalidAddress {
                        form: AddressForm::Former,
                        value: alias.value.clone(),
                        nearest: None,
                    };
                    diagnostics.push(Diagnostic::new(kind, location));
                }
            }
        }
    }

    fn lists(&mut self) {
        let folder = self.edition.folder.clone();
        self.add(format!("{folder}index.html"), View::Home);
        self.add(format!("{folder}buscar.html"), View::Search);
        self.add(format!("{folder}404.html"), View::NotFound);
        self.add(format!("{folder}mapa-del-sitio.html"), View::SiteMap);
        self.add(format!("{folder}matriz.html"), View::Matrix);
        self.add(format!("{folder}mi-lista.html"), View::MyList);
        self.add(format!("{folder}comparar.html"), View::Comparison);
        self.places();
        if !self.site.glossary.is_empty() {
            self.add(format!("{folder}{GLOSSARY_PAGE}"), View::Glossary);
        }
        for number in 1..=self.pages_of(self.edition.cases.len()) {
            let permalink = cases_key(number).prefixed(&folder);
            self.add(permalink, View::Cases { number });
        }
        for (index, taxonomy) in self.site.taxonomies.iter().enumerate() {
            let permalink = facet_key(taxonomy).prefixed(&folder);
            self.add(permalink, View::Facet(index));
            self.terms(index, taxonomy);
        }
    }

    fn terms(&mut self, index: usize, taxonomy: &Taxonomy) {
        for (term_index, term) in taxonomy.terms.iter().enumerate() {
            // A model's own page lists the first page of its cases.
            let first = match term.pages.contains_key(&self.edition.language) {
                true => 2,
                false if term.pages.is_empty() => 1,
                // Another edition has that page, with links to the next ones.
                false => continue,
            };
            let count = self.edition.cases_by_term[index][term_index].len();
            for number in first..=self.pages_of(count) {
                let view = View::Term {
                    taxonomy: index,
                    term: term_index,
                    number,
                };
                let permalink = term_key(taxonomy, term, number).prefixed(&self.edition.folder);
                self.add(permalink, view);
            }
        }
    }

    /// Routes of the search for similar places, if any case states its location.
    fn places(&mut self) {
        let places: Vec<String> = self.edition.cases_by_place.keys().cloned().collect();
        if places.is_empty() {
            return;
        }
        let folder = self.edition.folder.clone();
        let permalink = format!("{folder}mi-municipalidad.html");
        self.add(permalink, View::Municipality);
        let cases = places.into_iter().map(PlaceFile::Cases);
        for file in cases.chain([PlaceFile::WithCases]) {
            self.add(file.key().prefixed(&folder), View::Places(file));
        }
        if self.index == 0 {
            for department in Level::Department.places() {
                let file = PlaceFile::Department(&department.ubigeo);
                self.add(file.key().prefixed(""), View::Places(file));
            }
        }
    }

    fn data(&mut self) {
        let folder = self.edition.folder.clone();
        self.add(format!("{folder}datos/index.html"), View::OpenData);
        for dataset in Dataset::OF_EDITION {
            let permalink = dataset.key().prefixed(&folder);
            self.add(permalink, View::Data(dataset));
        }
        if self.index == 0 {
            let catalog = Dataset::Catalog;
            self.add(catalog.key().prefixed(""), View::Data(catalog));
        }
    }

    /// Feeds need absolute URLs, since they are read elsewhere, and dates.
    fn feeds(&mut self) {
        if self.site.config.base_url.is_none() {
            return;
        }
        let folder = &self.edition.folder;
        let mut feeds = Vec::new();
        if self.has_dates(&self.edition.cases) {
            feeds.push((format!("{folder}novedades.xml"), None));
        }
        for (index, taxonomy) in self.site.taxonomies.iter().enumerate() {
            for term in 0..taxonomy.terms.len() {
                if self.has_dates(&self.edition.cases_by_term[index][term]) {
                    // Not next to the term's page: editions may share a model's page.
                    let permalink = term_key(taxonomy, &taxonomy.terms[term], 1).prefixed(folder);
                    feeds.push((feed_key(&permalink), Some((index, term))));
                }
            }
        }
        for (permalink, of) in feeds {
            self.add(permalink, View::Feed(of));
        }
    }

    /// Only with a base URL: nobody installs a site as an app from a USB stick.
    fn manifest(&mut self) {
        if self.site.config.base_url.is_some() {
            let permalink = format!("{}{MANIFEST}", self.edition.folder);
            self.add(permalink, View::Manifest);
        }
    }

    fn has_dates(&self, cases: &[PageId]) -> bool {
        let mut cases = cases.iter().map(|id| &self.site.pages[*id]);
        cases.any(|page| page.changed().is_some())
    }

    fn pages_of(&self, count: usize) -> usize {
        count.div_ceil(self.site.config.page_size).max(1)
    }
}

/// Routes of `robots.txt` and sitemaps, which need absolute URLs.
fn search_engine_routes(site: &Site, routes: &[Route]) -> Vec<Route> {
    if site.config.base_url.is_none() {
        return Vec::new();
    }
    let pages = routes.iter().filter(|route| route.view.is_browsable());
    let parts = pages.count().div_ceil(PAGES_PER_SITEMAP);
    let route = |permalink: String, view| Route {
        permalink,
        edition: 0,
        view,
    };
    let sitemap = |part| View::Sitemap { part };
    let mut routes = vec![route("robots.txt".to_owned(), View::Robots)];
    if parts == 1 {
        routes.push(route("sitemap.xml".to_owned(), sitemap(1)));
    } else {
        routes.push(route("sitemap.xml".to_owned(), sitemap(0)));
        routes.extend((1..=parts).map(|part| route(sitemap_key(part), sitemap(part))));
    }
    routes
}

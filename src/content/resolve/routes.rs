//! Plans every output page of the site and reports collisions.

use std::collections::HashMap;

use crate::messages::diagnostics::{AddressForm, Diagnostic, Kind, Location};
use crate::model::{
    Dataset, DocumentKind, Edition, GLOSSARY_PAGE, MANIFEST, PAGES_PER_SITEMAP, Page, PageId,
    PlaceFile, Route, Site, Taxonomy, View, cases_key, facet_key, feed_key, sitemap_key, term_key,
};
use crate::peru::gazetteer::Level;

use super::editions::term_keys;
use super::permalink;

/// A route, and the location to report if it collides; `None` if no file is behind it.
struct Claim {
    route: Route,
    location: Option<Location>,
}

/// Returns a route for every page of `site`, sorted by permalink. Reports collisions of
/// permalinks, ignoring case, with each other and with assets.
pub(super) fn plan(site: &Site, diagnostics: &mut Vec<Diagnostic>) -> Vec<Route> {
    let mut claims = Vec::new();
    for (index, edition) in site.editions.iter().enumerate() {
        let mut planner = Planner {
            site,
            index,
            edition,
            claims: &mut claims,
        };
        planner.documents(diagnostics);
        planner.lists();
        planner.data();
        planner.feeds();
        planner.manifest();
    }
    claims.extend(search_engine_claims(site, &claims));
    report_collisions(site, &claims, diagnostics);
    let mut routes: Vec<Route> = claims.into_iter().map(|claim| claim.route).collect();
    routes.sort_by(|a, b| a.permalink.cmp(&b.permalink));
    routes
}

struct Planner<'a> {
    site: &'a Site,
    index: usize,
    edition: &'a Edition,
    claims: &'a mut Vec<Claim>,
}

impl Planner<'_> {
    fn claim(&mut self, permalink: String, view: View, location: Option<Location>) {
        let route = Route {
            permalink,
            edition: self.index,
            view,
        };
        self.claims.push(Claim { route, location });
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
                    diagnostics.push(duplicate(&page.permalink, Some(&other), location));
                }
            } else {
                let view = match is_folder {
                    true => View::Section(id),
                    false => View::Document(id),
                };
                self.claim(page.permalink.clone(), view, Some(location));
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
                    self.claim(permalink, View::Redirect { to }, Some(location));
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
        self.claim(format!("{folder}index.html"), View::Home, None);
        self.claim(format!("{folder}buscar.html"), View::Search, None);
        self.claim(format!("{folder}404.html"), View::NotFound, None);
        self.claim(format!("{folder}mapa-del-sitio.html"), View::SiteMap, None);
        self.claim(format!("{folder}matriz.html"), View::Matrix, None);
        self.claim(format!("{folder}mi-lista.html"), View::MyList, None);
        self.claim(format!("{folder}comparar.html"), View::Comparison, None);
        self.places();
        if !self.site.glossary.is_empty() {
            self.claim(format!("{folder}{GLOSSARY_PAGE}"), View::Glossary, None);
        }
        for number in 1..=self.pages_of(self.edition.cases.len()) {
            let permalink = cases_key(number).prefixed(&folder);
            self.claim(permalink, View::Cases { number }, None);
        }
        for (index, taxonomy) in self.site.taxonomies.iter().enumerate() {
            let permalink = facet_key(taxonomy).prefixed(&folder);
            self.claim(permalink, View::Facet(index), None);
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
                self.claim(permalink, view, None);
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
        self.claim(permalink, View::Municipality, None);
        let cases = places.into_iter().map(PlaceFile::Cases);
        for file in cases.chain([PlaceFile::WithCases]) {
            self.claim(file.key().prefixed(&folder), View::Places(file), None);
        }
        if self.index == 0 {
            for department in Level::Department.places() {
                let file = PlaceFile::Department(&department.ubigeo);
                self.claim(file.key().prefixed(""), View::Places(file), None);
            }
        }
    }

    fn data(&mut self) {
        let folder = self.edition.folder.clone();
        self.claim(format!("{folder}datos/index.html"), View::OpenData, None);
        for dataset in Dataset::OF_EDITION {
            let permalink = dataset.key().prefixed(&folder);
            self.claim(permalink, View::Data(dataset), None);
        }
        if self.index == 0 {
            let catalog = Dataset::Catalog;
            self.claim(catalog.key().prefixed(""), View::Data(catalog), None);
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
            self.claim(permalink, View::Feed(of), None);
        }
    }

    /// Only with a base URL: nobody installs a site as an app from a USB stick.
    fn manifest(&mut self) {
        if self.site.config.base_url.is_some() {
            let permalink = format!("{}{MANIFEST}", self.edition.folder);
            self.claim(permalink, View::Manifest, None);
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
fn search_engine_claims(site: &Site, claims: &[Claim]) -> Vec<Claim> {
    if site.config.base_url.is_none() {
        return Vec::new();
    }
    let pages = claims
        .iter()
        .filter(|claim| claim.route.view.is_browsable());
    let parts = pages.count().div_ceil(PAGES_PER_SITEMAP);
    let claim = |permalink: String, view| Claim {
        route: Route {
            permalink,
            edition: 0,
            view,
        },
        location: None,
    };
    let sitemap = |part| View::Sitemap { part };
    let mut claims = vec![claim("robots.txt".to_owned(), View::Robots)];
    if parts == 1 {
        claims.push(claim("sitemap.xml".to_owned(), sitemap(1)));
    } else {
        claims.push(claim("sitemap.xml".to_owned(), sitemap(0)));
        claims.extend((1..=parts).map(|part| claim(sitemap_key(part), sitemap(part))));
    }
    claims
}

fn report_collisions(site: &Site, claims: &[Claim], diagnostics: &mut Vec<Diagnostic>) {
    let assets = site
        .assets
        .iter()
        .map(|asset| (&asset.permalink, Some(Location::whole(&asset.source))));
    let pages = claims
        .iter()
        .map(|claim| (&claim.route.permalink, claim.location.clone()));
    let mut owners: HashMap<String, Option<Location>> = HashMap::new();
    let mut collide = |permalink: &str, location: Option<Location>| {
        let Some(owner) = owners.insert(permalink.to_lowercase(), location.clone()) else {
            return;
        };
        let Some(blamed) = location.clone().or_else(|| owner.clone()) else {
            return;
        };
        let other = if location.is_some() { owner } else { None };
        diagnostics.push(duplicate(permalink, other.as_ref(), blamed));
    };
    for (permalink, location) in assets.chain(pages) {
        collide(permalink, location);
    }
}

fn duplicate(permalink: &str, other: Option<&Location>, blamed: Location) -> Diagnostic {
    let kind = Kind::DuplicatePermalink {
        permalink: permalink.to_owned(),
        other: other.map(|other| other.source.path.clone()),
    };
    Diagnostic::new(kind, blamed)
}

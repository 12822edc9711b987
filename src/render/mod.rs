//! Fifth stage: renders pages with Tera.

mod bindings;
mod code;
mod document;
mod failure;
mod feed;
mod figure;
mod glossary;
mod highlight;
mod html;
mod map;
mod matrix;
mod related;
mod replication_sheet;
mod sanitize;
mod sitemap;
mod specialize;
mod table;
mod templates;
mod term_facts;
pub mod theme;
mod typography;
mod views;
mod web_manifest;
mod words;

use std::collections::{BTreeMap, HashMap};
use std::path::Path;
use std::sync::Arc;

use crate::messages::diagnostics::Diagnostic;
use crate::model::{DocumentKind, Edition, PageId, Route, Site, View};
use crate::output::open_data;
use crate::output::pictures::Pictures;
use crate::output::similar_places;

use glossary::GlossaryMatcher;
use related::Traits;
use views::Common;

pub use templates::Templates;

/// Renders the pages of one site.
pub struct Renderer {
    /// The site to render.
    pub site: Arc<Site>,
    /// The site's encoded pictures.
    pub pictures: Arc<Pictures>,
    /// The theme's compiled templates.
    pub templates: Arc<Templates>,
    shared: Arc<Shared>,
}

/// Data that many pages need, independent of their texts.
struct Shared {
    /// Data common to the pages, by edition.
    common: Vec<Common>,
    /// Glossary words, by language.
    glossaries: BTreeMap<String, GlossaryMatcher>,
    /// Position of each case in the list of all cases, by edition.
    positions: Vec<HashMap<PageId, usize>>,
    traits: Traits,
}

impl Renderer {
    /// Prepares the data that many pages need.
    pub fn new(site: Arc<Site>, templates: Arc<Templates>, pictures: Arc<Pictures>) -> Self {
        let editions = site.editions.iter();
        let logo = &templates.theme.logo;
        let common = editions.map(|edition| Common::of(&site, edition, logo));
        let languages = site.config.languages.iter();
        let glossaries = languages.map(|code| (code.clone(), GlossaryMatcher::new(&site, code)));
        let shared = Shared {
            common: common.collect(),
            glossaries: glossaries.collect(),
            positions: site.editions.iter().map(positions).collect(),
            traits: Traits::of(&site),
        };
        Self {
            shared: Arc::new(shared),
            site,
            pictures,
            templates,
        }
    }

    /// Returns a renderer for a site that differs only in the texts of its pages.
    pub fn with_site(&self, site: Arc<Site>) -> Self {
        Self {
            site,
            pictures: Arc::clone(&self.pictures),
            templates: Arc::clone(&self.templates),
            shared: Arc::clone(&self.shared),
        }
    }

    /// Returns the files that are published unchanged, by permalink.
    pub fn published_files(&self) -> impl Iterator<Item = (&str, &Path)> {
        let downloads = self.site.assets.iter();
        let downloads = downloads.filter(|asset| asset.is_published_download());
        downloads
            .map(|asset| (asset.permalink.as_str(), asset.file.as_path()))
            .chain(self.pictures.files())
    }

    /// Renders the page at `route`.
    ///
    /// # Errors
    /// If a template is missing or fails, with the location.
    pub fn render(&self, route: &Route) -> Result<String, Box<Diagnostic>> {
        self.render_from(route, &self.root(route))
    }

    /// Renders the page at `route`, with links that begin with `root`.
    ///
    /// # Errors
    /// Same as [`Renderer::render`].
    pub fn render_from(&self, route: &Route, root: &str) -> Result<String, Box<Diagnostic>> {
        let edition = &self.site.editions[route.edition];
        match &route.view {
            View::Data(dataset) => {
                let strings = &self.templates.theme.strings;
                return Ok(open_data::dataset(&self.site, edition, strings, *dataset));
            }
            View::Manifest => {
                return Ok(web_manifest::web_manifest(
                    &self.site,
                    edition,
                    &self.templates.theme,
                ));
            }
            View::Places(file) => return Ok(similar_places::file(&self.site, edition, file)),
            _ => {}
        }
        let bindings = self.context(route, root)?;
        let template = self.template(&route.view);
        self.templates
            .render(template, &edition.language, &bindings)
    }

    /// Returns the template of a page with its variables; `None` for files that are
    /// generated without a template.
    #[cfg(test)]
    pub(crate) fn template_variables(
        &self,
        route: &Route,
    ) -> Option<(&'static str, BTreeMap<&'static str, serde_json::Value>)> {
        let template = Some(self.template(&route.view)).filter(|name| !name.is_empty())?;
        let bindings = self.context(route, &self.root(route)).expect("a page");
        let value = |name: &&'static str| {
            let value = bindings.context.get(name).expect("what was inserted");
            (*name, serde_json::to_value(value).expect("JSON"))
        };
        Some((template, bindings.names.iter().map(value).collect()))
    }

    /// Returns the prefix of links from a page to the site's root. The 404 page is served
    /// at any address, where only a path from the server's root works.
    fn root(&self, route: &Route) -> String {
        let is_anywhere = matches!(route.view, View::NotFound);
        let path = is_anywhere.then(|| self.site.config.base_path());
        path.flatten()
            .unwrap_or_else(|| "../".repeat(route.permalink.matches('/').count()))
    }

    fn template(&self, view: &View) -> &'static str {
        match view {
            View::Home => "home.html",
            View::Cases { .. } => "cases.html",
            View::Document(id) => match self.site.pages[*id].kind {
                DocumentKind::CaseStudy => "case.html",
                DocumentKind::Model => "model.html",
                DocumentKind::Page | DocumentKind::Section => "page.html",
            },
            View::Section(_) => "section.html",
            View::Facet(_) => "facet.html",
            View::Term { .. } => "term.html",
            View::Municipality => "municipality.html",
            View::MyList => "my-list.html",
            View::Comparison => "comparison.html",
            View::Matrix => "matrix.html",
            View::Glossary => "glossary.html",
            View::OpenData => "open-data.html",
            View::SiteMap => "site-map.html",
            View::Search => "search.html",
            View::NotFound => "404.html",
            View::Redirect { .. } => "redirect.html",
            View::Feed(_) => "feed.xml",
            View::Sitemap { part: 0 } => "sitemap-index.xml",
            View::Sitemap { .. } => "sitemap.xml",
            View::Robots => "robots.txt",
            // Generated without a template.
            View::Data(_) | View::Places(_) | View::Manifest => "",
        }
    }
}

fn positions(edition: &Edition) -> HashMap<PageId, usize> {
    edition.cases.iter().copied().zip(0..).collect()
}

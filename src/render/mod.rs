//! Fifth stage: renders pages with Tera.

mod bindings;
mod characters;
mod code;
mod document;
mod extensions;
mod failure;
mod feed;
mod figure;
mod glossary;
mod highlight;
mod html;
mod labels;
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
use std::sync::Arc;

use crate::base::media_type::media_type;
use crate::messages::diagnostics::Diagnostic;
use crate::model::{Edition, PageId, Route, Site, View};
use crate::output::metadata::Downloads;
use crate::output::pictures::Pictures;

#[cfg(test)]
use bindings::Bindings;
use bindings::Prepared;
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
    /// The site's cleaned downloads.
    pub downloads: Arc<Downloads>,
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
    pub fn new(
        site: Arc<Site>,
        templates: Arc<Templates>,
        pictures: Arc<Pictures>,
        downloads: Arc<Downloads>,
    ) -> Self {
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
            downloads,
            templates,
        }
    }

    /// Returns a renderer for a site that differs only in the texts of its pages.
    pub fn with_site(&self, site: Arc<Site>) -> Self {
        Self {
            site,
            pictures: Arc::clone(&self.pictures),
            downloads: Arc::clone(&self.downloads),
            templates: Arc::clone(&self.templates),
            shared: Arc::clone(&self.shared),
        }
    }

    /// Renders the output at `route`.
    ///
    /// # Errors
    /// If a template is missing or fails, with the location.
    pub fn render(&self, route: &Route) -> Result<Vec<u8>, Box<Diagnostic>> {
        self.render_from(route, &self.root(route))
    }

    /// Renders the output at `route`, with links that begin with `root`.
    ///
    /// # Errors
    /// Same as [`Renderer::render`].
    pub fn render_from(&self, route: &Route, root: &str) -> Result<Vec<u8>, Box<Diagnostic>> {
        let language = &self.site.editions[route.edition].language;
        let bytes = match self.prepare(route, root)? {
            Prepared::Page(template, variables) => {
                let page = self.templates.render(template, language, &variables)?;
                page.into_bytes()
            }
            Prepared::File(bytes) => bytes,
        };
        let media_type = media_type(&route.permalink);
        match media_type.contains("charset") {
            true => Ok(characters::permitted(bytes, &media_type)),
            false => Ok(bytes),
        }
    }

    /// Returns the template of a page with its variables; `None` for files that are
    /// generated without a template.
    #[cfg(test)]
    pub(crate) fn template_variables(
        &self,
        route: &Route,
    ) -> Option<(&'static str, BTreeMap<&'static str, serde_json::Value>)> {
        let (template, bindings) = self.page(route)?;
        let value = |name: &&'static str| {
            let value = bindings.context.get(name).expect("what was inserted");
            (*name, serde_json::to_value(value).expect("JSON"))
        };
        Some((template, bindings.names.iter().map(value).collect()))
    }

    /// Returns the template of a page with what it renders to as written and specialised;
    /// `None` for files that are generated without a template.
    #[cfg(test)]
    pub(crate) fn both_ways(&self, route: &Route) -> Option<(&'static str, String, String)> {
        let (template, bindings) = self.page(route)?;
        let language = &self.site.editions[route.edition].language;
        let [written, specialized] = self.templates.both_ways(template, language, &bindings);
        Some((template, written, specialized))
    }

    #[cfg(test)]
    fn page(&self, route: &Route) -> Option<(&'static str, Bindings)> {
        match self.prepare(route, &self.root(route)).expect("an output") {
            Prepared::Page(template, bindings) => Some((template, bindings)),
            Prepared::File(_) => None,
        }
    }

    /// Returns the prefix of links from a page to the site's root. The 404 page is served
    /// at any address, where only a path from the server's root works.
    fn root(&self, route: &Route) -> String {
        let is_anywhere = matches!(route.view, View::NotFound);
        let path = is_anywhere.then(|| self.site.config.base_path());
        path.flatten()
            .unwrap_or_else(|| "../".repeat(route.permalink.matches('/').count()))
    }
}

fn positions(edition: &Edition) -> HashMap<PageId, usize> {
    edition.cases.iter().copied().zip(0..).collect()
}

//! Fifth stage: pages through Tera.

mod bindings;
mod code;
mod context;
mod document;
#[cfg(test)]
mod documented;
mod failure;
mod feed;
mod figure;
mod glossary;
mod highlight;
mod html;
mod kit;
mod map;
mod matrix;
mod related;
mod sanitize;
mod sitemap;
mod table;
mod typography;
mod words;

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use tera::Tera;

use crate::diagnostics::{Diagnostic, SourceFile};
use crate::locale::Catalogue;
use crate::open_data;
use crate::parse::DocumentKind;
use crate::pictures::Pictures;
use crate::similar_places;
use crate::site::{Edition, PageId, Route, Site, View};
use crate::theme::{Strings, Theme};

use glossary::Explained;
use html::Labels;

/// Renders the pages of one site.
pub struct Renderer<'s> {
    site: &'s Site,
    /// What its pages show.
    pub pictures: &'s Pictures,
    /// How wide pictures stand in a page.
    sizes: &'s str,
    tera: Tera,
    templates: BTreeMap<String, Arc<SourceFile>>,
    labels: BTreeMap<String, Labels>,
    strings: &'s Strings,
    /// Permalink of the theme's logo.
    logo: &'s str,
    /// By language: the words that the glossary explains.
    explained: BTreeMap<String, Explained>,
    /// By edition: where each case stands among all.
    places: Vec<HashMap<PageId, usize>>,
}

impl<'s> Renderer<'s> {
    /// Prepares the theme's templates; none, with complaints, if they are not sound.
    pub fn new(
        site: &'s Site,
        theme: &'s Theme,
        pictures: &'s Pictures,
        diagnostics: &mut Vec<Diagnostic>,
    ) -> Option<Self> {
        let labels = site
            .config
            .languages
            .iter()
            .map(|language| (language.clone(), labels(theme.strings.get(language))))
            .collect();
        let mut tera = Tera::new();
        words::register(&mut tera, &theme.strings);
        let templates = theme
            .templates
            .iter()
            .map(|(name, source)| (name.as_str(), source.text()));
        if let Err(error) = tera.add_raw_templates(templates) {
            let fallback = &site.config.source;
            diagnostics.push(failure::complaint(&error, &theme.templates, fallback, None));
            return None;
        }
        Some(Self {
            site,
            pictures,
            sizes: &theme.images.sizes,
            tera,
            templates: theme.templates.clone(),
            labels,
            strings: &theme.strings,
            logo: &theme.logo,
            explained: site
                .config
                .languages
                .iter()
                .map(|language| (language.clone(), Explained::new(site, language)))
                .collect(),
            places: site.editions.iter().map(places).collect(),
        })
    }

    /// The page at `route` as HTML.
    ///
    /// # Errors
    /// When a template is missing or fails, with its place.
    pub fn render(&self, route: &Route) -> Result<String, Box<Diagnostic>> {
        let edition = &self.site.editions[route.edition];
        match &route.view {
            View::Data(dataset) => {
                let (site, strings) = (self.site, self.strings);
                return Ok(open_data::dataset(site, edition, strings, *dataset));
            }
            View::Places(file) => return Ok(similar_places::file(self.site, edition, file)),
            _ => {}
        }
        let template = self.template(&route.view);
        let bindings = self.context(route)?;
        let page = self.tera.render(template, &bindings.context);
        page.map_err(|error| {
            let fallback = &self.site.config.source;
            let templates = &self.templates;
            Box::new(failure::complaint(
                &error,
                templates,
                fallback,
                Some(&bindings),
            ))
        })
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
            // Made without a template.
            View::Data(_) | View::Places(_) => "",
        }
    }
}

fn places(edition: &Edition) -> HashMap<PageId, usize> {
    edition.cases.iter().copied().zip(0..).collect()
}

fn labels(words: Option<&Catalogue>) -> Labels {
    let escaped = |id: &str| words.map_or_else(String::new, |words| escaped(&words.text(id)));
    Labels {
        back: escaped("footnote-back"),
        footnotes: escaped("footnotes"),
        table: escaped("table-scrolls"),
    }
}

fn escaped(text: &str) -> String {
    let mut escaped = String::new();
    pulldown_cmark_escape::escape_html(&mut escaped, text)
        .expect("writing to a string does not fail");
    escaped
}

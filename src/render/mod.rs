//! Fifth stage: pages through Tera.

mod context;
mod document;
mod figure;
mod highlight;
mod html;
mod sanitize;
mod table;
mod typography;
mod words;

use std::collections::BTreeMap;
use std::sync::Arc;

use tera::{Context, Tera};

use crate::diagnostics::{Diagnostic, Kind, Place, SourceFile};
use crate::locale::Catalogue;
use crate::parse::DocumentKind;
use crate::pictures::Pictures;
use crate::site::{PageId, Route, Site, View};
use crate::theme::Theme;

use context::{SiteView, Views};
use document::DocumentView;
use figure::Figures;
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
            diagnostics.push(complaint(
                &error,
                &theme.templates,
                &site.config.source,
                true,
            ));
            return None;
        }
        Some(Self {
            site,
            pictures,
            sizes: &theme.images.sizes,
            tera,
            templates: theme.templates.clone(),
            labels,
        })
    }

    /// The page at `route` as HTML.
    ///
    /// # Errors
    /// When a template is missing or fails, with its place.
    pub fn render(&self, route: &Route) -> Result<String, Box<Diagnostic>> {
        let template = self.template(&route.view);
        let context = self.context(route)?;
        self.tera.render(template, &context).map_err(|error| {
            let fallback = &self.site.config.source;
            Box::new(complaint(&error, &self.templates, fallback, false))
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
            View::Search => "search.html",
            View::NotFound => "404.html",
            View::Redirect { .. } => "redirect.html",
        }
    }

    fn context(&self, route: &Route) -> Result<Context, Box<Diagnostic>> {
        let edition = &self.site.editions[route.edition];
        let views = Views {
            site: self.site,
            edition,
        };
        let root = "../".repeat(route.permalink.matches('/').count());
        let mut context = Context::new();
        context.insert("site", &SiteView::new(self.site, edition));
        context.insert("lang", &edition.language);
        context.insert("home", &edition.folder);
        context.insert("here", &route.permalink);
        context.insert("translations", &views.translations(&route.permalink));
        context.insert("menu", &views.plain_pages(true, &route.permalink));
        context.insert("more", &views.plain_pages(false, &route.permalink));
        self.insert_view(&mut context, &views, route, &root)?;
        context.insert("root", &root);
        Ok(context)
    }

    fn insert_view(
        &self,
        context: &mut Context,
        views: &Views<'_>,
        route: &Route,
        root: &str,
    ) -> Result<(), Box<Diagnostic>> {
        let cases = &views.edition.cases;
        match &route.view {
            View::Home => {
                context.insert("cases", &views.cards(&cases[..cases.len().min(6)]));
                context.insert("facets", &self.all_facets(views));
                self.insert_section(context, views, "", root)?;
            }
            View::Cases { number } => {
                context.insert("cases", &views.cards(views.slice(cases, *number)));
                context.insert("pager", &views.cases_pager(*number));
                self.insert_section(context, views, "casos", root)?;
            }
            View::Document(id) => {
                context.insert("page", &self.document(views, *id, root)?);
                context.insert("model", &views.model(*id));
            }
            View::Section(id) => {
                context.insert("page", &self.document(views, *id, root)?);
                context.insert("pages", &self.pages_beside(views, *id));
            }
            View::Facet(index) => {
                let taxonomy = &self.site.taxonomies[*index];
                context.insert("facet", &views.facet(*index));
                self.insert_section(context, views, &taxonomy.facet.folder, root)?;
            }
            View::Term {
                taxonomy,
                term,
                number,
            } => {
                let ids = &views.edition.cases_by_term[*taxonomy][*term];
                context.insert("facet", &views.facet(*taxonomy));
                context.insert("term", &views.term(*taxonomy, *term));
                context.insert("wider", &views.wider(*taxonomy, *term));
                context.insert("narrower", &views.narrower(*taxonomy, *term));
                context.insert("cases", &views.cards(views.slice(ids, *number)));
                context.insert("pager", &views.term_pager(*taxonomy, *term, *number));
            }
            View::Search | View::NotFound => {
                context.insert("facets", &self.all_facets(views));
            }
            View::Redirect { to } => context.insert("to", to),
        }
        Ok(())
    }

    fn all_facets(&self, views: &Views<'_>) -> Vec<context::FacetView> {
        (0..self.site.taxonomies.len())
            .map(|index| views.facet(index))
            .collect()
    }

    /// The text an editor wrote for a folder's page, as `page`, if there is one.
    fn insert_section(
        &self,
        context: &mut Context,
        views: &Views<'_>,
        folder: &str,
        root: &str,
    ) -> Result<(), Box<Diagnostic>> {
        let section = views.edition.sections.get(folder);
        let page = section.map(|id| self.document(views, *id, root));
        context.insert("page", &page.transpose()?);
        Ok(())
    }

    fn pages_beside<'v>(&self, views: &Views<'v>, section: PageId) -> Vec<context::CardView<'v>> {
        let folder = self.site.pages[section].key.trim_end_matches("index.html");
        let pages = views.edition.pages.iter().copied();
        pages
            .filter(|id| {
                let rest = views.site.pages[*id].key.strip_prefix(folder);
                rest.is_some_and(|rest| !rest.contains('/'))
            })
            .map(|id| views.card(id))
            .collect()
    }

    fn document<'v>(
        &self,
        views: &Views<'v>,
        id: PageId,
        root: &str,
    ) -> Result<DocumentView<'v>, Box<Diagnostic>> {
        let page = &self.site.pages[id];
        let figures = Figures {
            site: self.site,
            pictures: self.pictures,
            sizes: self.sizes,
            root,
        };
        let content = html::body(page, &figures, &self.labels[&page.language])?;
        Ok(views.document(id, content, figures.cover(page)))
    }
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

/// A template's mistake with its place in the theme.
fn complaint(
    error: &tera::Error,
    templates: &BTreeMap<String, Arc<SourceFile>>,
    fallback: &Arc<SourceFile>,
    is_syntax: bool,
) -> Diagnostic {
    use tera::ErrorKind as Error;
    if let Error::SyntaxError(report) | Error::RenderingError(report) = error.kind()
        && let Some(source) = templates.get(report.filename())
    {
        let range = report.span().range.clone();
        let end = range.end.min(source.text().len());
        let message = report.message().to_owned();
        let kind = if is_syntax {
            Kind::TemplateSyntax { message }
        } else {
            Kind::TemplateFailed { message }
        };
        return Diagnostic::new(kind, Place::new(source, range.start.min(end)..end));
    }
    let kind = match error.kind() {
        Error::TemplateNotFound(name) | Error::MissingParent { parent: name, .. } => {
            Kind::MissingTemplate { name: name.clone() }
        }
        _ => Kind::TemplateFailed {
            message: error.to_string(),
        },
    };
    Diagnostic::new(kind, Place::whole(fallback))
}

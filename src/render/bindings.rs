//! How each view is made: by which template and with which variables, or without one.
//! `docs/themes.md` documents templates and variables for theme authors.

use serde::Serialize;
use tera::{Context, Value};

use super::document::DocumentView;
use super::figure::Figures;
use super::views::{DepartmentView, FacetView, Views, elsewhere, plain_pages, translations};
use super::{Renderer, html, sitemap, web_manifest};
use crate::messages::diagnostics::Diagnostic;
use crate::model::{DocumentKind, PageId, REGION, Route, View, feed_key, term_key};
use crate::output::{open_data, similar_places};
use crate::peru::gazetteer::Level;

/// The variables of one template, by name.
#[derive(Default)]
pub(super) struct Bindings {
    /// Values, as Tera takes them.
    pub context: Context,
    /// Names, in the order of insertion.
    pub names: Vec<&'static str>,
}

/// How a view is made.
enum Made {
    /// By a template of this name.
    Template(&'static str),
    /// Without a template: its text.
    File(String),
}

/// An output that is ready to be rendered.
pub(super) enum Prepared {
    /// A page: its template and the template's variables.
    Page(&'static str, Bindings),
    /// A file that no theme changes.
    File(Vec<u8>),
}

impl Bindings {
    fn insert<T: Serialize + ?Sized>(&mut self, name: &'static str, value: &T) {
        self.context.insert(name, value);
        self.names.push(name);
    }

    /// Inserts the only variable of a view and returns the view's template.
    fn with<T: Serialize + ?Sized>(
        &mut self,
        name: &'static str,
        value: &T,
        template: &'static str,
    ) -> &'static str {
        self.insert(name, value);
        template
    }
}

impl Renderer {
    /// Collects what the output at `route` is made of. `root` is the prefix of links to the
    /// site's root.
    pub(super) fn prepare(&self, route: &Route, root: &str) -> Result<Prepared, Box<Diagnostic>> {
        let edition = &self.site.editions[route.edition];
        let views = Views {
            site: &self.site,
            edition,
            common: &self.shared.common[route.edition],
        };
        let mut context = Bindings::default();
        context.insert("site", &views.common.site);
        context.insert("lang", &edition.language);
        context.insert("home", &edition.folder);
        context.insert("here", &route.permalink);
        let translations = translations(&self.site, edition, &route.permalink);
        context.insert("translations", &translations);
        let elsewhere = elsewhere(&self.site, edition, &route.permalink);
        context.insert("elsewhere", &elsewhere);
        self.insert_plain_pages(&mut context, &views, route);
        let made = self.insert_view(&mut context, &views, route, root)?;
        context.insert("root", root);
        Ok(match made {
            Made::Template(name) => Prepared::Page(name, context),
            Made::File(text) => Prepared::File(text.into_bytes()),
        })
    }

    /// Inserts the links to plain pages; on a plain page, its own link is marked.
    fn insert_plain_pages(&self, context: &mut Bindings, views: &Views<'_>, route: &Route) {
        let is_page = |id: PageId| self.site.pages[id].kind == DocumentKind::Page;
        if matches!(route.view, View::Document(id) if is_page(id)) {
            let links = |in_menu| plain_pages(&self.site, views.edition, in_menu, &route.permalink);
            context.insert("menu", &links(true));
            context.insert("more", &links(false));
        } else {
            context.insert("menu", &views.common.menu);
            context.insert("more", &views.common.more);
        }
    }

    /// Inserts the variables of a view and returns its template; what no theme changes is
    /// generated here.
    fn insert_view(
        &self,
        context: &mut Bindings,
        views: &Views<'_>,
        route: &Route,
        root: &str,
    ) -> Result<Made, Box<Diagnostic>> {
        let cases = &views.edition.cases;
        let theme = &self.templates.theme;
        let template = match &route.view {
            View::Home => {
                context.insert("cases", &views.cards(&cases[..cases.len().min(6)]));
                context.insert("facets", &self.all_facets(views));
                context.insert("map", &views.map(cases));
                self.insert_section(context, views, "", root)?;
                "home.html"
            }
            View::Cases { number } => {
                context.insert("cases", &views.cards(views.slice(cases, *number)));
                context.insert("pager", &views.cases_pager(*number));
                self.insert_section(context, views, "casos", root)?;
                "cases.html"
            }
            View::Document(id) => {
                context.insert("page", &self.document(views, *id, root)?);
                self.insert_related_documents(context, views, route.edition, *id);
                match self.site.pages[*id].kind {
                    DocumentKind::CaseStudy => "case.html",
                    DocumentKind::Model => "model.html",
                    DocumentKind::Page | DocumentKind::Section => "page.html",
                }
            }
            View::Section(id) => {
                context.insert("page", &self.document(views, *id, root)?);
                context.insert("pages", &self.sibling_pages(views, *id));
                "section.html"
            }
            View::Facet(index) => {
                let taxonomy = &self.site.taxonomies[*index];
                context.insert("facet", &views.facet(*index));
                let is_region = taxonomy.facet.key == REGION;
                let map = is_region.then(|| views.map(cases)).flatten();
                context.insert("map", &map);
                self.insert_section(context, views, &taxonomy.facet.folder, root)?;
                "facet.html"
            }
            View::Term {
                taxonomy,
                term,
                number,
            } => {
                self.insert_term(context, views, (*taxonomy, *term), *number);
                let taxonomy = &self.site.taxonomies[*taxonomy];
                // Only the first page of a long list shows the text written about its term.
                let key = term_key(taxonomy, &taxonomy.terms[*term], *number).0;
                self.insert_section(context, views, &key, root)?;
                "term.html"
            }
            View::Municipality => {
                let departments = Level::Department.places().iter();
                let departments = departments.map(DepartmentView::new);
                context.insert("departments", &departments.collect::<Vec<_>>());
                self.insert_facets(context, views, "municipality.html")
            }
            View::Search => self.insert_facets(context, views, "search.html"),
            View::NotFound => self.insert_facets(context, views, "404.html"),
            View::SiteMap => self.insert_facets(context, views, "site-map.html"),
            View::MyList => self.insert_facets(context, views, "my-list.html"),
            View::Comparison => self.insert_facets(context, views, "comparison.html"),
            View::Matrix => context.with("matrix", &views.matrix(), "matrix.html"),
            View::Glossary => context.with("definitions", &views.definitions(), "glossary.html"),
            View::OpenData => "open-data.html",
            View::Robots => "robots.txt",
            View::Redirect { to } => context.with("to", to, "redirect.html"),
            View::Feed(of) => context.with("feed", &views.feed(*of), "feed.xml"),
            View::Sitemap { part: 0 } => {
                let parts = sitemap::parts(&self.site);
                context.with("parts", &parts, "sitemap-index.xml")
            }
            View::Sitemap { part } => {
                let addresses = sitemap::part(&self.site, *part);
                context.with("addresses", &addresses, "sitemap.xml")
            }
            View::Data(dataset) => {
                let edition = views.edition;
                let text = open_data::dataset(&self.site, edition, &theme.strings, *dataset);
                return Ok(Made::File(text));
            }
            View::Places(file) => {
                let text = similar_places::file(&self.site, views.edition, file);
                return Ok(Made::File(text));
            }
            View::Manifest => {
                let text = web_manifest::web_manifest(&self.site, views.edition, theme);
                return Ok(Made::File(text));
            }
        };
        Ok(Made::Template(template))
    }

    fn insert_facets(
        &self,
        context: &mut Bindings,
        views: &Views<'_>,
        template: &'static str,
    ) -> &'static str {
        context.with("facets", &self.all_facets(views), template)
    }

    fn insert_term(
        &self,
        context: &mut Bindings,
        views: &Views<'_>,
        (taxonomy, term): (usize, usize),
        number: usize,
    ) {
        let ids = &views.edition.cases_by_term[taxonomy][term];
        context.insert("facet", &views.facet(taxonomy));
        context.insert("term", &views.term(taxonomy, term));
        // Each page of a long list would scan all of it again.
        let about = (number == 1).then(|| views.term_facts(taxonomy, term));
        context.insert("about", &about);
        context.insert("wider", &views.wider(taxonomy, term));
        context.insert("narrower", &views.narrower(taxonomy, term));
        context.insert("cases", &views.cards(views.slice(ids, number)));
        context.insert("pager", &views.term_pager(taxonomy, term, number));
        let permalink = self.site.term_permalink(views.edition, taxonomy, term);
        let feed = Some(feed_key(&permalink));
        let feed = feed.filter(|feed| self.site.route(feed).is_some());
        context.insert("feed_permalink", &feed);
    }

    /// Inserts links to documents related to a document.
    fn insert_related_documents(
        &self,
        context: &mut Bindings,
        views: &Views<'_>,
        edition: usize,
        id: PageId,
    ) {
        context.insert("model", &views.model(id));
        context.insert("demands", &views.demands(id));
        if self.site.pages[id].kind == DocumentKind::CaseStudy {
            context.insert("related", &views.related(id, &self.shared.traits));
            self.insert_neighbours(context, views, edition, id);
        }
    }

    /// Inserts the cases before and after one in the list of all cases.
    fn insert_neighbours(
        &self,
        context: &mut Bindings,
        views: &Views<'_>,
        edition: usize,
        id: PageId,
    ) {
        let cases = &views.edition.cases;
        let position = self.shared.positions[edition].get(&id);
        let at = |position: Option<usize>| position.and_then(|position| cases.get(position));
        let previous = at(position.and_then(|position| position.checked_sub(1)));
        let next = at(position.map(|position| position + 1));
        context.insert("previous", &previous.map(|id| views.card(*id)));
        context.insert("next", &next.map(|id| views.card(*id)));
    }

    fn all_facets(&self, views: &Views<'_>) -> Vec<FacetView> {
        (0..self.site.taxonomies.len())
            .map(|index| views.facet(index))
            .collect()
    }

    /// Inserts the text that an editor wrote for the page of a folder or term, as `page`;
    /// null if there is none.
    fn insert_section(
        &self,
        context: &mut Bindings,
        views: &Views<'_>,
        folder: &str,
        root: &str,
    ) -> Result<(), Box<Diagnostic>> {
        let section = views.edition.sections.get(folder);
        let page = section.map(|id| self.document(views, *id, root));
        context.insert("page", &page.transpose()?);
        Ok(())
    }

    fn sibling_pages(&self, views: &Views<'_>, section: PageId) -> Vec<Value> {
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
            site: &self.site,
            pictures: &self.pictures,
            sizes: &self.templates.theme.images.sizes,
            root,
        };
        let glossary = &self.shared.glossaries[&page.language];
        let content = html::body(
            page,
            &figures,
            glossary,
            self.templates.labels(&page.language),
        )?;
        Ok(views.document(id, content, figures.cover(page)))
    }
}

//! Variables of each template. `docs/themes.md` documents them for theme authors.

use serde::Serialize;
use tera::{Context, Value};

use super::document::DocumentView;
use super::figure::Figures;
use super::views::{DepartmentView, FacetView, Views, elsewhere, plain_pages, translations};
use super::{Renderer, html, sitemap};
use crate::messages::diagnostics::Diagnostic;
use crate::model::{DocumentKind, PageId, REGION, Route, View, feed_key, term_key};
use crate::peru::gazetteer::Level;

/// The variables of one template, by name.
#[derive(Default)]
pub struct Bindings {
    /// Values, as Tera takes them.
    pub context: Context,
    /// Names, in the order of insertion.
    pub names: Vec<&'static str>,
}

impl Bindings {
    fn insert<T: Serialize + ?Sized>(&mut self, name: &'static str, value: &T) {
        self.context.insert(name, value);
        self.names.push(name);
    }
}

impl Renderer {
    /// Collects the variables of every template and those of the view. `root` is the prefix
    /// of links to the site's root.
    pub(super) fn context(&self, route: &Route, root: &str) -> Result<Bindings, Box<Diagnostic>> {
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
        context.insert(
            "translations",
            &translations(&self.site, edition, &route.permalink),
        );
        context.insert(
            "elsewhere",
            &elsewhere(&self.site, edition, &route.permalink),
        );
        self.insert_plain_pages(&mut context, &views, route);
        self.insert_view(&mut context, &views, route, root)?;
        context.insert("root", root);
        Ok(context)
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

    fn insert_view(
        &self,
        context: &mut Bindings,
        views: &Views<'_>,
        route: &Route,
        root: &str,
    ) -> Result<(), Box<Diagnostic>> {
        let cases = &views.edition.cases;
        match &route.view {
            View::Home => {
                context.insert("cases", &views.cards(&cases[..cases.len().min(6)]));
                context.insert("facets", &self.all_facets(views));
                context.insert("map", &views.map(cases));
                self.insert_section(context, views, "", root)?;
            }
            View::Cases { number } => {
                context.insert("cases", &views.cards(views.slice(cases, *number)));
                context.insert("pager", &views.cases_pager(*number));
                self.insert_section(context, views, "casos", root)?;
            }
            View::Document(id) => {
                context.insert("page", &self.document(views, *id, root)?);
                self.insert_related_documents(context, views, route.edition, *id);
            }
            View::Section(id) => {
                context.insert("page", &self.document(views, *id, root)?);
                context.insert("pages", &self.sibling_pages(views, *id));
            }
            View::Facet(index) => {
                let taxonomy = &self.site.taxonomies[*index];
                context.insert("facet", &views.facet(*index));
                let is_region = taxonomy.facet.key == REGION;
                let map = is_region.then(|| views.map(cases)).flatten();
                context.insert("map", &map);
                self.insert_section(context, views, &taxonomy.facet.folder, root)?;
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
            }
            View::Municipality => {
                let departments = Level::Department.places().iter();
                let departments = departments.map(DepartmentView::new);
                context.insert("departments", &departments.collect::<Vec<_>>());
                context.insert("facets", &self.all_facets(views));
            }
            View::Search | View::NotFound | View::SiteMap | View::MyList | View::Comparison => {
                context.insert("facets", &self.all_facets(views));
            }
            View::Matrix => context.insert("matrix", &views.matrix()),
            View::Glossary => context.insert("definitions", &views.definitions()),
            View::OpenData | View::Robots | View::Data(_) | View::Places(_) | View::Manifest => {}
            View::Redirect { to } => context.insert("to", to),
            View::Feed(of) => context.insert("feed", &views.feed(*of)),
            View::Sitemap { part: 0 } => context.insert("parts", &sitemap::parts(&self.site)),
            View::Sitemap { part } => {
                context.insert("addresses", &sitemap::part(&self.site, *part));
            }
        }
        Ok(())
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

//! The site: the immutable model between resolving and rendering.
//!
//! Resolving makes it; templates and the search index read it; nothing changes it.

use std::borrow::Cow;
use std::collections::{BTreeMap, HashMap};
use std::path::PathBuf;
use std::sync::Arc;

use jiff::civil::Date;
use serde::Serialize;

use super::{
    Adoption, Config, DocumentKind, Facet, FrontMatter, LocalizedText, MANAGEMENT_MODEL, Outline,
    REGION, Route, View, term_key,
};
use crate::messages::diagnostics::{Diagnostic, Kind, Location, SourceFile, Span};

/// Index of a page in [`Site::pages`].
pub type PageId = usize;

/// Index of a file in [`Site::assets`].
pub type AssetId = usize;

/// A whole site in which every reference holds; a copy shares its pages.
#[derive(Debug, Clone)]
pub struct Site {
    /// Its settings.
    pub config: Config,
    /// What cases are browsed by.
    pub taxonomies: Vec<Taxonomy>,
    /// Words that the site explains.
    pub glossary: Vec<Term>,
    /// Groups of words that readers use one for another, as they are written.
    pub synonyms: Vec<Vec<String>>,
    /// Every document, in the order of their paths.
    pub pages: Vec<Arc<Page>>,
    /// What each language's readers see, in the order of the languages.
    pub editions: Vec<Edition>,
    /// Pictures and downloads.
    pub assets: Vec<Asset>,
    /// Every page that is rendered, sorted by permalink.
    pub routes: Vec<Route>,
}

/// A facet with its terms.
#[derive(Debug, Clone)]
pub struct Taxonomy {
    /// The facet.
    pub facet: Facet,
    /// Its terms in the order readers see.
    pub terms: Vec<Term>,
}

/// One value of a facet.
#[derive(Debug, Clone, Default)]
pub struct Term {
    /// Names its page.
    pub slug: String,
    /// Its name.
    pub name: LocalizedText,
    /// Other words for it.
    pub aliases: Vec<String>,
    /// What it stands for.
    pub description: LocalizedText,
    /// INEI code, for a place.
    pub ubigeo: Option<String>,
    /// Index of the wider term.
    pub parent: Option<usize>,
    /// The pages that tell of it, by language: a model's own.
    pub pages: BTreeMap<String, PageId>,
}

/// A document in its place.
#[derive(Debug, Clone)]
pub struct Page {
    /// What it is.
    pub kind: DocumentKind,
    /// Language code.
    pub language: String,
    /// Permalink without its language folder; translations share it.
    pub key: String,
    /// Address relative to the site's root.
    pub permalink: String,
    /// Its front matter.
    pub front: Arc<FrontMatter>,
    /// The file it comes from.
    pub source: Arc<SourceFile>,
    /// Where the markdown stands in that file.
    pub body: Span,
    /// Headings and links of the markdown.
    pub outline: Arc<Outline>,
    /// Indices of its terms, by index of the taxonomy.
    pub terms: Vec<Vec<usize>>,
    /// Where it happened, within its region.
    pub locality: Locality,
    /// Cases that name this one among those who adopted their practice.
    pub adopted_from: Vec<PageId>,
    /// Where its links lead, by address as written.
    pub targets: HashMap<String, Target>,
}

/// A place within a region, as far down as is known.
#[derive(Debug, Clone, Default, Serialize)]
pub struct Locality {
    /// Name of the province.
    pub province: Option<String>,
    /// Name of the district.
    pub district: Option<String>,
    /// INEI code of the district, else of the province.
    pub ubigeo: Option<String>,
}

/// Where a link leads.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Target {
    /// To an anchor on the same page.
    Anchor(String),
    /// To a picture or download.
    File(AssetId),
    /// To a page of the site: its permalink and an anchor.
    Internal {
        /// Permalink of the page.
        permalink: String,
        /// Anchor on it.
        anchor: Option<String>,
    },
    /// To another host, or a mail address or telephone number.
    External(String),
}

/// The site as readers of one language see it: each case once, in that
/// language where there is a translation, else in its own.
#[derive(Debug, Clone)]
pub struct Edition {
    /// Language code.
    pub language: String,
    /// Folder of its pages: empty, or `en/`.
    pub folder: String,
    /// Cases, newest first.
    pub cases: Vec<PageId>,
    /// Plain pages by their path.
    pub pages: Vec<PageId>,
    /// Texts of folders and of terms, by folder and by the key of the term's page.
    pub sections: BTreeMap<String, PageId>,
    /// Cases by taxonomy and term, in the order of `cases`; a term has the cases of
    /// those it holds, too.
    pub cases_by_term: Vec<Vec<Vec<PageId>>>,
    /// Cases by the INEI code of where they happened, as far down as is known, in the
    /// order of `cases`.
    pub cases_by_place: BTreeMap<String, Vec<PageId>>,
}

/// A file of the content that is no text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asset {
    /// Address relative to the site's root; a picture's forms have others beside it.
    pub permalink: String,
    /// Where its bytes are.
    pub file: PathBuf,
    /// Whether it is published in several sizes instead of as it is.
    pub is_picture: bool,
    /// Whether it is published at all: not if only drafts show it or link to it.
    pub is_published: bool,
    /// A stand-in for complaints, without text.
    pub source: Arc<SourceFile>,
}

impl Taxonomy {
    /// The term itself, then the wider ones, the widest last.
    pub fn wider(&self, term: usize) -> impl Iterator<Item = usize> + '_ {
        std::iter::successors(Some(term), |at| self.terms[*at].parent)
    }

    /// The terms just below `parent`, or those without a wider one.
    pub fn below(&self, parent: Option<usize>) -> impl Iterator<Item = usize> + '_ {
        (0..self.terms.len()).filter(move |term| self.terms[*term].parent == parent)
    }

    /// Every term, each followed by those it holds.
    pub fn in_order(&self) -> Vec<usize> {
        let mut order = Vec::with_capacity(self.terms.len());
        let mut open: Vec<usize> = self.below(None).collect();
        open.reverse();
        while let Some(term) = open.pop() {
            order.push(term);
            let narrower: Vec<usize> = self.below(Some(term)).collect();
            open.extend(narrower.into_iter().rev());
        }
        order
    }
}

impl Asset {
    /// Whether it is published in several sizes.
    pub fn is_published_picture(&self) -> bool {
        self.is_published && self.is_picture
    }

    /// Whether it is published as it is.
    pub fn is_published_download(&self) -> bool {
        self.is_published && !self.is_picture
    }
}

impl Page {
    /// Its markdown.
    ///
    /// # Errors
    /// When its file has changed since it was checked, or is gone.
    pub fn markdown(&self) -> Result<Cow<'_, str>, Box<Diagnostic>> {
        let body = self.body.clone();
        match self.source.read() {
            Ok(Cow::Borrowed(text)) => Ok(text[body].into()),
            Ok(Cow::Owned(text)) => Ok(text[body].to_owned().into()),
            Err(error) => {
                let refusal = (&error).into();
                let place = Location::whole(&self.source);
                Err(Box::new(Diagnostic::new(
                    Kind::Unreadable { refusal },
                    place,
                )))
            }
        }
    }

    /// When it last changed, as far as its front matter tells.
    pub fn changed(&self) -> Option<Date> {
        self.front.updated.or(self.front.date)
    }

    /// Whether numbers in brackets cite its sources.
    pub fn cites(&self) -> bool {
        !self.front.case.sources.is_empty()
    }
}

impl Site {
    /// The page's edition in `language`, else itself.
    pub fn translated(&self, id: PageId, language: &str) -> PageId {
        let key = &self.pages[id].key;
        self.translations(key)
            .find(|other| self.pages[*other].language == language)
            .unwrap_or(id)
    }

    /// Every page that shares `key`, in the order of the site's languages.
    pub fn translations<'s>(&'s self, key: &'s str) -> impl Iterator<Item = PageId> + 's {
        self.config.languages.iter().filter_map(move |language| {
            let permalink = format!("{}{key}", self.config.language_folder(language));
            let route = self.route(&permalink)?;
            match route.view {
                View::Document(id) | View::Section(id) => Some(id),
                View::Term { .. } => self.editions[route.edition].sections.get(key).copied(),
                _ => None,
            }
        })
    }

    /// The case study of a government that adopted the practice of `page`.
    pub fn target_page(&self, page: &Page, adoption: &Adoption) -> Option<PageId> {
        let Target::Internal { permalink, .. } =
            page.targets.get(&adoption.case.as_ref()?.value)?
        else {
            return None;
        };
        match self.route(permalink)?.view {
            View::Document(id) => Some(id),
            _ => None,
        }
    }

    /// The cases of a model's page; none for any other document.
    pub fn cases_of_model<'e>(&self, edition: &'e Edition, id: PageId) -> &'e [PageId] {
        let own = self.term_of_model(id);
        own.map_or(&[], |(taxonomy, term)| {
            &edition.cases_by_term[taxonomy][term]
        })
    }

    /// The taxonomy and term that a model's page tells of.
    pub fn term_of_model(&self, id: PageId) -> Option<(usize, usize)> {
        let mut taxonomies = self.taxonomies.iter();
        let models = taxonomies.position(|it| it.facet.key == MANAGEMENT_MODEL)?;
        let mut terms = self.taxonomies[models].terms.iter();
        let own = terms.position(|term| term.pages.values().any(|page| *page == id))?;
        Some((models, own))
    }

    /// INEI codes of where a page happened, as far down as is known.
    pub fn places_of<'s>(&'s self, page: &'s Page) -> Vec<&'s str> {
        if let Some(ubigeo) = &page.locality.ubigeo {
            return vec![ubigeo];
        }
        let taxonomies = self.taxonomies.iter().zip(&page.terms);
        let regions = taxonomies.filter(|(taxonomy, _)| taxonomy.facet.key == REGION);
        let regions = regions.flat_map(|(taxonomy, own)| own.iter().map(|at| &taxonomy.terms[*at]));
        regions
            .filter_map(|region| region.ubigeo.as_deref())
            .collect()
    }

    /// The route to `permalink`.
    pub fn route(&self, permalink: &str) -> Option<&Route> {
        self.routes
            .binary_search_by(|route| route.permalink.as_str().cmp(permalink))
            .ok()
            .map(|index| &self.routes[index])
    }

    /// Where readers of `edition` find a term: its own page where it has one.
    pub fn term_permalink(&self, edition: &Edition, taxonomy: usize, term: usize) -> String {
        let taxonomy = &self.taxonomies[taxonomy];
        let term = &taxonomy.terms[term];
        let own = term
            .pages
            .get(&edition.language)
            .or_else(|| term.pages.values().next());
        own.map_or_else(
            || term_key(taxonomy, term, 1).prefixed(&edition.folder),
            |page| self.pages[*page].permalink.clone(),
        )
    }
}

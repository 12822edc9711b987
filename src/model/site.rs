//! The site: the immutable model between resolving and rendering.
//!
//! Built by `content::resolve`, read by templates and the search index.

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

/// A complete site in which every reference is valid; clones share its pages.
#[derive(Debug, Clone)]
pub struct Site {
    /// Settings from `quipu.yaml`.
    pub config: Config,
    /// Facets that cases are browsed by, with their terms.
    pub taxonomies: Vec<Taxonomy>,
    /// Terminology that the site defines.
    pub glossary: Vec<Term>,
    /// Groups of words that search treats as equivalent, as written.
    pub synonyms: Vec<Vec<String>>,
    /// Every document, in the order of their paths.
    pub pages: Vec<Arc<Page>>,
    /// One edition per language, in the order of [`Config::languages`].
    pub editions: Vec<Edition>,
    /// Pictures and downloads in the content.
    pub assets: Vec<Asset>,
    /// Files that are published at the root of the site as they are.
    pub root_files: Vec<RootFile>,
    /// Every page and file that is rendered, sorted by permalink.
    pub routes: Vec<Route>,
}

/// A facet with its terms.
#[derive(Debug, Clone)]
pub struct Taxonomy {
    /// The front-matter dimension.
    pub facet: Facet,
    /// Terms in the order readers see.
    pub terms: Vec<Term>,
}

/// One value of a facet.
#[derive(Debug, Clone, Default)]
pub struct Term {
    /// Identifier in front matter and in the permalink of its page.
    pub slug: String,
    /// Name shown to readers, per language.
    pub name: LocalizedText,
    /// Other words that front matter may use for it.
    pub aliases: Vec<String>,
    /// Explanation of its meaning; may be empty.
    pub description: LocalizedText,
    /// INEI code; `None` if the term is not a place.
    pub ubigeo: Option<String>,
    /// Index of the wider term in [`Taxonomy::terms`].
    pub parent: Option<usize>,
    /// Its own pages by language; only management models have them.
    pub pages: BTreeMap<String, PageId>,
    /// Its entry in a vocabulary; `None` if a document gave rise to it.
    pub entry: Option<Location>,
}

/// A document of the site, with its references resolved.
#[derive(Debug, Clone)]
pub struct Page {
    /// Kind of the document.
    pub kind: DocumentKind,
    /// Language code, one of [`Config::languages`].
    pub language: String,
    /// Permalink without the language folder; translations share it.
    pub key: String,
    /// Address relative to the site's root.
    pub permalink: String,
    /// Validated front matter.
    pub front: Arc<FrontMatter>,
    /// Source file, for diagnostics and to read the markdown again.
    pub source: Arc<SourceFile>,
    /// Span of the markdown in that file.
    pub body: Span,
    /// Headings and links of the markdown.
    pub outline: Arc<Outline>,
    /// Indices of its terms, for each taxonomy in [`Site::taxonomies`].
    pub terms: Vec<Vec<usize>>,
    /// Province and district of the practice.
    pub locality: Locality,
    /// Cases whose front matter lists this one under `adopted_by`.
    pub adopted_from: Vec<PageId>,
    /// Resolved targets of its links, by address as written.
    pub targets: HashMap<String, Target>,
}

/// A place within a region, as precise as known.
#[derive(Debug, Clone, Default, Serialize)]
pub struct Locality {
    /// Name of the province, spelt as in the gazetteer if known.
    pub province: Option<String>,
    /// Name of the district, spelt as in the gazetteer if known.
    pub district: Option<String>,
    /// INEI code of the district, else of the province; `None` if neither is known.
    pub ubigeo: Option<String>,
}

/// The resolved target of a link.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Target {
    /// An anchor on the same page.
    Anchor(String),
    /// A picture or download.
    File(AssetId),
    /// A page of the site.
    Internal {
        /// Permalink of that page.
        permalink: String,
        /// Anchor on that page, without `#`.
        anchor: Option<String>,
    },
    /// Another host, a mail address or a telephone number.
    External(String),
}

/// The site for readers of one language: each case once, in that language if there is a
/// translation, else in its own.
#[derive(Debug, Clone)]
pub struct Edition {
    /// Language code, one of [`Config::languages`].
    pub language: String,
    /// Folder of its pages: empty for the default language, else like `en/`.
    pub folder: String,
    /// Cases, newest first.
    pub cases: Vec<PageId>,
    /// Plain pages, in the order of their paths.
    pub pages: Vec<PageId>,
    /// Texts of folders and of terms, by folder and by the key of the term's page.
    pub sections: BTreeMap<String, PageId>,
    /// Cases by taxonomy and term, including narrower terms, in the order of `cases`.
    pub cases_by_term: Vec<Vec<Vec<PageId>>>,
    /// Cases by the most precise INEI code known for them, in the order of `cases`.
    pub cases_by_place: BTreeMap<String, Vec<PageId>>,
}

/// A content file that is not a document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asset {
    /// Address relative to the site's root; a picture's renditions have addresses derived
    /// from it.
    pub permalink: String,
    /// Path of the file on disk.
    pub file: PathBuf,
    /// Whether it is published in several sizes instead of unchanged.
    pub is_picture: bool,
    /// Whether it is published at all: if a page uses it, or the settings name its folder.
    pub is_published: bool,
    /// Source without text, for diagnostics.
    pub source: Arc<SourceFile>,
}

/// A file that a host looks for at the root of a site.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RootFile {
    /// Address relative to the site's root.
    pub address: String,
    /// Path of the file on disk.
    pub file: PathBuf,
    /// Source without text, for diagnostics.
    pub source: Arc<SourceFile>,
}

impl Taxonomy {
    /// Returns the term itself, then the wider ones, widest last.
    pub fn wider(&self, term: usize) -> impl Iterator<Item = usize> + '_ {
        std::iter::successors(Some(term), |at| self.terms[*at].parent)
    }

    /// Returns the children of `parent`; for `None`, the top-level terms.
    pub fn below(&self, parent: Option<usize>) -> impl Iterator<Item = usize> + '_ {
        (0..self.terms.len()).filter(move |term| self.terms[*term].parent == parent)
    }

    /// Returns every term in depth-first order, each followed by its narrower terms.
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

    /// Whether it is published unchanged.
    pub fn is_published_download(&self) -> bool {
        self.is_published && !self.is_picture
    }
}

impl Page {
    /// Returns the markdown, reading the file again if its text was not retained.
    ///
    /// # Errors
    /// If the file has changed since it was checked, or no longer exists.
    pub fn markdown(&self) -> Result<Cow<'_, str>, Box<Diagnostic>> {
        let body = self.body.clone();
        match self.source.read() {
            Ok(Cow::Borrowed(text)) => Ok(text[body].into()),
            Ok(Cow::Owned(text)) => Ok(text[body].to_owned().into()),
            Err(error) => {
                let refusal = (&error).into();
                let location = Location::whole(&self.source);
                Err(Box::new(Diagnostic::new(
                    Kind::Unreadable { refusal },
                    location,
                )))
            }
        }
    }

    /// Returns the date of the last change; `None` if the front matter has no date.
    pub fn changed(&self) -> Option<Date> {
        self.front.updated.or(self.front.date)
    }

    /// Whether numbers in brackets, like `[1]`, cite its sources.
    pub fn cites(&self) -> bool {
        !self.front.case.sources.is_empty()
    }
}

impl Site {
    /// Returns the page's translation into `language`, else the page itself.
    pub fn translated(&self, id: PageId, language: &str) -> PageId {
        let key = &self.pages[id].key;
        self.translations(key)
            .find(|other| self.pages[*other].language == language)
            .unwrap_or(id)
    }

    /// Returns every page that shares `key`, in the order of the site's languages.
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

    /// Returns the case study of a government that adopted the practice of `page`, if it
    /// links to one.
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

    /// Returns the cases of a model, given its page; empty for any other document.
    pub fn cases_of_model<'e>(&self, edition: &'e Edition, id: PageId) -> &'e [PageId] {
        let own = self.term_of_model(id);
        own.map_or(&[], |(taxonomy, term)| {
            &edition.cases_by_term[taxonomy][term]
        })
    }

    /// Returns the indices of the taxonomy and term that a model's page describes.
    pub fn term_of_model(&self, id: PageId) -> Option<(usize, usize)> {
        let mut taxonomies = self.taxonomies.iter();
        let models = taxonomies.position(|it| it.facet.key == MANAGEMENT_MODEL)?;
        let mut terms = self.taxonomies[models].terms.iter();
        let own = terms.position(|term| term.pages.values().any(|page| *page == id))?;
        Some((models, own))
    }

    /// Returns the most precise INEI codes known for a page: one, or those of its regions.
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

    /// Returns the route with this permalink.
    pub fn route(&self, permalink: &str) -> Option<&Route> {
        self.routes
            .binary_search_by(|route| route.permalink.as_str().cmp(permalink))
            .ok()
            .map(|index| &self.routes[index])
    }

    /// Returns the permalink of a term for readers of `edition`: its own page if it has
    /// one, else its list of cases.
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

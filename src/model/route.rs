//! Routes: every page and file that is rendered, and its address.

use super::{PageId, Taxonomy, Term};

/// Maximum number of pages per sitemap file. The limit is 50,000 and 50 MB (sitemaps.org,
/// protocol 0.9); fewer keep it below 50 MB even if every page lists its translations.
pub const PAGES_PER_SITEMAP: usize = 20_000;

/// Permalink of the glossary, without the language folder.
pub const GLOSSARY_PAGE: &str = "glosario.html";

/// Permalink of the web app manifest, without the language folder.
pub const MANIFEST: &str = "sitio.webmanifest";

/// A page or file to render.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Route {
    /// Address relative to the site's root.
    pub permalink: String,
    /// Index of the edition it belongs to.
    pub edition: usize,
    /// Content to render.
    pub view: View,
}

/// The content of a page or file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum View {
    /// `index.html` of an edition.
    Home,
    /// A page of the list of all cases.
    Cases {
        /// Number of this page of the list, from 1.
        number: usize,
    },
    /// A document: case, model or plain page.
    Document(PageId),
    /// A folder's own page, which lists the pages in it.
    Section(PageId),
    /// The terms of the facet with this index in
    /// [`Site::taxonomies`](super::Site::taxonomies).
    Facet(usize),
    /// A page of the list of a term's cases.
    Term {
        /// Index in [`Site::taxonomies`](super::Site::taxonomies).
        taxonomy: usize,
        /// Index in [`Taxonomy::terms`].
        term: usize,
        /// Number of this page of the list, from 1.
        number: usize,
    },
    /// Finder of cases from places similar to the reader's.
    Municipality,
    /// The reader's saved list of cases.
    MyList,
    /// Comparison of cases side by side.
    Comparison,
    /// Table of the number of cases for each pair of terms of two facets.
    Matrix,
    /// Overview of the datasets to download.
    OpenData,
    /// Definitions of the site's terminology.
    Glossary,
    /// List of every page, by kind, for readers; see `Sitemap` for search engines.
    SiteMap,
    /// The page that loads the search index and its reader.
    Search,
    /// Page that a server returns with status 404.
    NotFound,
    /// Redirect from an old address.
    Redirect {
        /// Permalink of the page to redirect to.
        to: String,
    },
    /// Atom feed of the newest cases: of the site, or of a term, by the indices of its
    /// taxonomy and of the term.
    Feed(Option<(usize, usize)>),
    /// Sitemap for search engines, or its index.
    Sitemap {
        /// Number of the part, from 1; 0 is the index of parts.
        part: usize,
    },
    /// `robots.txt`.
    Robots,
    /// The web app manifest.
    Manifest,
    /// A dataset of the cases.
    Data(Dataset),
    /// Data for finding similar places.
    Places(PlaceFile),
}

/// Files that [`View::Municipality`] loads on demand.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PlaceFile {
    /// The department with this UBIGEO, its provinces and its districts.
    Department(&'static str),
    /// Every place that has cases.
    WithCases,
    /// The cases of the place with this UBIGEO.
    Cases(String),
}

/// The cases as data, for programs and spreadsheets.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Dataset {
    /// Every case with all its front matter, as JSON.
    Cases,
    /// A row for each case, as CSV.
    CaseTable,
    /// A row for each measured result, as CSV.
    ResultTable,
    /// Description of the datasets, in the DCAT vocabulary.
    Catalog,
}

impl View {
    /// Whether readers navigate to it: no file for programs, redirect or error page.
    pub fn is_browsable(&self) -> bool {
        !matches!(
            self,
            Self::NotFound
                | Self::Redirect { .. }
                | Self::Feed(_)
                | Self::Sitemap { .. }
                | Self::Robots
                | Self::Manifest
                | Self::Data(_)
                | Self::Places(_)
        )
    }
}

impl Dataset {
    /// Datasets that every edition has.
    pub const OF_EDITION: [Self; 3] = [Self::Cases, Self::CaseTable, Self::ResultTable];

    /// Returns its permalink, without the language folder.
    pub fn key(self) -> Key {
        let name = match self {
            Self::Cases => "casos.json",
            Self::CaseTable => "casos.csv",
            Self::ResultTable => "resultados.csv",
            Self::Catalog => "catalogo.jsonld",
        };
        Key(format!("datos/{name}"))
    }
}

impl PlaceFile {
    /// Returns the name that the script passes to its callback.
    pub fn name(&self) -> String {
        match self {
            Self::Department(ubigeo) => (*ubigeo).to_owned(),
            Self::WithCases => "lugares".to_owned(),
            Self::Cases(ubigeo) => format!("casos/{ubigeo}"),
        }
    }

    /// Returns its permalink, without the language folder.
    pub fn key(&self) -> Key {
        Key(format!("municipios/{}.js", self.name()))
    }
}

/// Returns the permalink of a page of a term's list; `number` counts from 1.
pub fn term_key(taxonomy: &Taxonomy, term: &Term, number: usize) -> Key {
    let folder = &taxonomy.facet.folder;
    Key(match number {
        1 => format!("{folder}/{}.html", term.slug),
        _ => format!("{folder}/{}/pagina-{number}.html", term.slug),
    })
}

/// Returns the permalink of a page of the list of all cases; `number` counts from 1.
pub fn cases_key(number: usize) -> Key {
    Key(match number {
        1 => "casos/index.html".to_owned(),
        _ => format!("casos/pagina-{number}.html"),
    })
}

/// Returns the permalink of a facet's page.
pub fn facet_key(taxonomy: &Taxonomy) -> Key {
    Key(format!("{}/index.html", taxonomy.facet.folder))
}

/// Returns the permalink of the feed that belongs to a list of cases, given the list's.
pub fn feed_key(permalink: &str) -> String {
    let stem = permalink.strip_suffix(".html").unwrap_or(permalink);
    format!("{stem}.xml")
}

/// Returns the permalink of a part of a sitemap that has several.
pub fn sitemap_key(part: usize) -> String {
    format!("sitemap-{part}.xml")
}

/// A permalink without the language folder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Key(pub String);

impl Key {
    /// Returns the permalink in an edition's folder.
    pub fn prefixed(self, folder: &str) -> String {
        format!("{folder}{}", self.0)
    }
}

//! What is made of the site: every page and file, and its address.

use super::{PageId, Taxonomy, Term};

/// Pages in one file of the sitemap. It may have 50,000; fewer keep it below 50 MB even
/// where each has its translations beside it (sitemaps.org, protocol 0.9).
pub const PAGES_PER_SITEMAP: usize = 20_000;

/// Permalink of the glossary, without its language folder.
pub const GLOSSARY_PAGE: &str = "glosario.html";

/// Permalink of the web manifest, without its language folder.
pub const MANIFEST: &str = "sitio.webmanifest";

/// A page to render.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Route {
    /// Address relative to the site's root.
    pub permalink: String,
    /// Index of the edition it belongs to.
    pub edition: usize,
    /// What it shows.
    pub view: View,
}

/// What a page shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum View {
    /// The front page.
    Home,
    /// All cases; pages of the list count from 1.
    Cases {
        /// Number of this page of the list.
        number: usize,
    },
    /// A document: case, model or plain page.
    Document(PageId),
    /// A folder's own page, with the pages in it.
    Section(PageId),
    /// A facet's terms.
    Facet(usize),
    /// A term's cases.
    Term {
        /// Index of the taxonomy.
        taxonomy: usize,
        /// Index of the term.
        term: usize,
        /// Number of this page of the list.
        number: usize,
    },
    /// Cases from the places most like the reader's.
    Municipality,
    /// The reader's own list of cases.
    MyList,
    /// Cases side by side.
    Comparison,
    /// How many cases each pair of terms of two facets has.
    Matrix,
    /// What there is to download.
    OpenData,
    /// What the site's words mean.
    Glossary,
    /// Every page, by kind.
    SiteMap,
    /// The search page.
    Search,
    /// What a server shows when there is no such page.
    NotFound,
    /// An old address that leads to another.
    Redirect {
        /// Permalink of the page that took its place.
        to: String,
    },
    /// The newest cases as Atom: of all, or of a term by its taxonomy and index.
    Feed(Option<(usize, usize)>),
    /// Addresses of pages, for search engines; parts count from 1, 0 is the list of parts.
    Sitemap {
        /// Number of the part, or 0.
        part: usize,
    },
    /// What search engines may read.
    Robots,
    /// The web manifest.
    Manifest,
    /// The cases as data.
    Data(Dataset),
    /// What finding similar places takes.
    Places(PlaceFile),
}

/// Files that [`View::Municipality`] loads, each when it is needed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PlaceFile {
    /// The provinces and districts of a department, by its code.
    Department(&'static str),
    /// Every place that has cases.
    WithCases,
    /// The cases of a place, by its code.
    Cases(String),
}

/// The cases as data, for programs and spreadsheets.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Dataset {
    /// Every case with all that its front matter tells, as JSON.
    Cases,
    /// A row for each case, as CSV.
    CaseTable,
    /// A row for each measured result, as CSV.
    ResultTable,
    /// What these are, in the words of DCAT.
    Catalog,
}

impl View {
    /// Whether readers get here by reading: neither a file for programs nor a stand-in.
    pub fn is_reading(&self) -> bool {
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
    /// Those that every edition has.
    pub const OF_EDITION: [Self; 3] = [Self::Cases, Self::CaseTable, Self::ResultTable];

    /// Its permalink, without its language folder.
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
    /// What it calls itself when it is loaded.
    pub fn name(&self) -> String {
        match self {
            Self::Department(ubigeo) => (*ubigeo).to_owned(),
            Self::WithCases => "lugares".to_owned(),
            Self::Cases(ubigeo) => format!("casos/{ubigeo}"),
        }
    }

    /// Its permalink, without its language folder.
    pub fn key(&self) -> Key {
        Key(format!("municipios/{}.js", self.name()))
    }
}

/// Permalink of a page of a term's list, without its language folder.
pub fn term_key(taxonomy: &Taxonomy, term: &Term, number: usize) -> Key {
    let folder = &taxonomy.facet.folder;
    Key(match number {
        1 => format!("{folder}/{}.html", term.slug),
        _ => format!("{folder}/{}/pagina-{number}.html", term.slug),
    })
}

/// Permalink of a page of the list of all cases, without its language folder.
pub fn cases_key(number: usize) -> Key {
    Key(match number {
        1 => "casos/index.html".to_owned(),
        _ => format!("casos/pagina-{number}.html"),
    })
}

/// Permalink of a facet's page, without its language folder.
pub fn facet_key(taxonomy: &Taxonomy) -> Key {
    Key(format!("{}/index.html", taxonomy.facet.folder))
}

/// Permalink of a feed, from that of the page whose cases it has.
pub fn feed_key(permalink: &str) -> String {
    let stem = permalink.strip_suffix(".html").unwrap_or(permalink);
    format!("{stem}.xml")
}

/// Permalink of a part of the sitemap, where there are several.
pub fn sitemap_key(part: usize) -> String {
    format!("sitemap-{part}.xml")
}

/// A permalink without its language folder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Key(pub String);

impl Key {
    /// The permalink in an edition's folder.
    pub fn prefixed(self, folder: &str) -> String {
        format!("{folder}{}", self.0)
    }
}

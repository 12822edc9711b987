//! The model of a site: plain data, immutable once resolved, that all later stages read.

mod built_folder;
mod case_study;
mod color;
mod document;
mod facet;
mod localized;
mod outline;
mod palette;
mod picture_files;
mod route;
mod settings;
mod site;

pub use built_folder::{MARKER, is_built};
pub(crate) use built_folder::{built_files, marker_text};
pub use case_study::{
    Adoption, CaseStudy, Contact, Cost, Cover, Measure, Norm, Period, Population, Replication,
    ResultRow, Risk, SourceReference, Step,
};
pub use color::{Color, InvalidColor, MIN_CONTRAST};
pub use document::{DocumentKind, FrontMatter, WrittenTerms};
pub use facet::{Facet, GLOSSARY, MANAGEMENT_MODEL, REGION, YEAR, builtin_facets, glossary};
pub use localized::LocalizedText;
pub use outline::{Heading, Link, Outline};
pub use palette::{Palette, Tones};
pub use picture_files::is_picture;
pub use route::{
    Dataset, GLOSSARY_PAGE, Key, MANIFEST, PAGES_PER_SITEMAP, PlaceFile, Route, View, cases_key,
    facet_key, feed_key, sitemap_key, term_key,
};
pub use settings::{Config, License, Publishing};
pub use site::{
    Asset, AssetId, Edition, Locality, Page, PageId, RootFile, Site, Target, Taxonomy, Term,
};

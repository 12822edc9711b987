//! A document: what it is, and its front matter.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::CaseStudy;
use crate::messages::diagnostics::Located;

/// What a document is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum DocumentKind {
    /// A practice of one government.
    CaseStudy,
    /// An approach that several cases apply.
    Model,
    /// Anything else.
    Page,
    /// `_index.md`: text for a folder's own page.
    Section,
}

/// A document's typed front matter.
#[derive(Debug, Clone, PartialEq)]
pub struct FrontMatter {
    /// Title.
    pub title: Located<String>,
    /// One or two sentences.
    pub summary: Option<Located<String>>,
    /// When it was written.
    pub date: Option<Date>,
    /// When it was last revised.
    pub updated: Option<Date>,
    /// Whether it is not yet to be published.
    pub is_draft: bool,
    /// Whether a plain page is named in the site's menu.
    pub in_menu: bool,
    /// Old addresses that lead here, relative to the site's root.
    pub aliases: Vec<Located<String>>,
    /// Other names a model goes by.
    pub also_known_as: Vec<Located<String>>,
    /// What makes it useful to replicate.
    pub case: CaseStudy,
}

/// A document's terms as written, by facet key.
pub type WrittenTerms = BTreeMap<String, Vec<Located<String>>>;

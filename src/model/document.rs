//! Kinds of documents, and their front matter.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::CaseStudy;
use crate::messages::diagnostics::Located;

/// The kind of a document.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum DocumentKind {
    /// A practice of one government.
    CaseStudy,
    /// An approach that several cases apply.
    Model,
    /// Any other page.
    Page,
    /// `_index.md`: the text of a folder's own page.
    Section,
}

/// A document's typed front matter.
#[derive(Debug, Clone, PartialEq)]
pub struct FrontMatter {
    /// Title; empty if missing, which is reported.
    pub title: Located<String>,
    /// One or two sentences for lists and search results.
    pub summary: Option<Located<String>>,
    /// Date of writing.
    pub date: Option<Date>,
    /// Date of the last revision.
    pub updated: Option<Date>,
    /// Whether it is excluded from the published site.
    pub is_draft: bool,
    /// Whether a plain page is listed in the site's menu.
    pub in_menu: bool,
    /// Old addresses that redirect here, relative to the site's root.
    pub aliases: Vec<Located<String>>,
    /// Other names of a management model.
    pub also_known_as: Vec<Located<String>>,
    /// Fields of case studies; empty for other kinds.
    pub case: CaseStudy,
}

/// A document's terms as written, by facet key.
pub type WrittenTerms = BTreeMap<String, Vec<Located<String>>>;

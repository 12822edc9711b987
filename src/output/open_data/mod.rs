//! The cases as open data: JSON for programs, CSV for spreadsheets, a DCAT catalog of both,
//! and JSON-LD for each page.
//!
//! Keys are those of the front matter: `quipu schema` describes each.

mod catalog;
mod linked;
mod record;
mod table;

use crate::messages::locale::Strings;
use crate::model::{Dataset, Edition, Page, Site};

pub(crate) use linked::linked_data;

/// Renders a dataset of an edition.
pub(crate) fn dataset(
    site: &Site,
    edition: &Edition,
    strings: &Strings,
    dataset: Dataset,
) -> String {
    match dataset {
        Dataset::Cases => record::cases(site, edition),
        Dataset::CaseTable => table::cases(site, edition),
        Dataset::ResultTable => table::results(site, edition),
        Dataset::Catalog => catalog::catalog(site, strings),
    }
}

/// Returns an absolute URL if the site's public address is known, else the permalink.
fn address(site: &Site, permalink: &str) -> String {
    match &site.config.base_url {
        Some(base) => format!("{base}{permalink}"),
        None => permalink.to_owned(),
    }
}

/// Returns the names of a page's terms in the taxonomy with this index.
fn names<'s>(site: &'s Site, page: &'s Page, taxonomy: usize, language: &'s str) -> Vec<&'s str> {
    let terms = page.terms.get(taxonomy).into_iter().flatten();
    let terms = terms.map(|term| &site.taxonomies[taxonomy].terms[*term]);
    terms.map(|term| term.name.get(language)).collect()
}

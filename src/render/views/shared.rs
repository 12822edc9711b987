//! What the pages of an edition show alike, made into values of templates once.

use std::sync::OnceLock;

use tera::Value;

use super::values::{SiteView, TermView, plain_pages};
use crate::model::{Edition, Site, facet_key};

/// What the pages of an edition have in common.
pub struct Common {
    /// The site.
    pub site: Value,
    /// Links to plain pages of the menu, seen from any other page.
    pub menu: Value,
    /// Links to the other plain pages.
    pub more: Value,
    /// Documents in lists.
    pub cards: Cards,
    /// By taxonomy.
    pub(super) facets: Vec<CommonFacet>,
}

/// A facet and all its terms.
pub(super) struct CommonFacet {
    pub(super) key: Value,
    pub(super) name: Value,
    pub(super) permalink: Value,
    /// By term.
    pub(super) terms: Vec<Value>,
}

impl Common {
    /// What the pages of `edition` have in common; `logo` is the logo's permalink.
    pub fn of(site: &Site, edition: &Edition, logo: &str) -> Self {
        let facet = |index: usize| {
            let taxonomy = &site.taxonomies[index];
            let language = &edition.language;
            let name = taxonomy.facet.name.as_ref().map(|name| name.get(language));
            let terms = (0..taxonomy.terms.len()).map(|term| {
                let term = TermView::new(site, edition, index, term);
                Value::from_serializable(&term)
            });
            CommonFacet {
                key: taxonomy.facet.key.as_str().into(),
                name: name.into(),
                permalink: facet_key(taxonomy).prefixed(&edition.folder).into(),
                terms: terms.collect(),
            }
        };
        let links = |in_menu| plain_pages(site, edition, in_menu, "");
        Self {
            menu: Value::from_serializable(&links(true)),
            more: Value::from_serializable(&links(false)),
            site: Value::from_serializable(&SiteView::new(site, edition, logo)),
            cards: Cards::new(site.pages.len()),
            facets: (0..site.taxonomies.len()).map(facet).collect(),
        }
    }
}

/// Cards that are kept: some kilobytes each. Those of a larger site's other pages are made
/// anew wherever they are shown.
const KEPT: usize = 16_384;

/// The cards of an edition, by page, each made when it is first shown.
pub struct Cards(pub(super) Vec<OnceLock<Value>>);

impl Cards {
    /// Room for the cards of so many pages.
    pub fn new(pages: usize) -> Self {
        Self(
            std::iter::repeat_with(OnceLock::new)
                .take(pages.min(KEPT))
                .collect(),
        )
    }
}

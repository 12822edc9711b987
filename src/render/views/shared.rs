//! Data common to the pages of an edition, converted to template values once.

use std::sync::OnceLock;

use tera::Value;

use super::values::{SiteView, TermView, plain_pages};
use crate::model::{Edition, Site, facet_key};

/// Data common to the pages of an edition.
pub(crate) struct Common {
    /// The site, as a [`SiteView`].
    pub site: Value,
    /// Links to plain pages in the menu, none of them marked as current.
    pub menu: Value,
    /// Links to the other plain pages.
    pub more: Value,
    /// Documents in lists.
    pub cards: Cards,
    /// Facets, by taxonomy.
    pub(super) facets: Vec<CommonFacet>,
}

/// A facet with all its terms, as template values.
pub(super) struct CommonFacet {
    pub(super) key: Value,
    pub(super) name: Value,
    pub(super) permalink: Value,
    /// Indexed as in the taxonomy.
    pub(super) terms: Vec<Value>,
}

impl Common {
    /// Builds the common data of `edition`; `logo` is the logo's permalink.
    pub(crate) fn of(site: &Site, edition: &Edition, logo: &str) -> Self {
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

/// Maximum number of cached cards, of some kilobytes each. Other cards of a larger site are
/// built wherever they are shown.
const MAX_CACHED_CARDS: usize = 16_384;

/// Cache of an edition's cards by page, each built when it is first shown.
pub(crate) struct Cards(pub(super) Vec<OnceLock<Value>>);

impl Cards {
    /// Creates an empty cache for a number of pages.
    pub(crate) fn new(pages: usize) -> Self {
        Self(
            std::iter::repeat_with(OnceLock::new)
                .take(pages.min(MAX_CACHED_CARDS))
                .collect(),
        )
    }
}

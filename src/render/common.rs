//! What the pages of an edition show alike, made into values of templates once.

use tera::Value;

use super::card::Cards;
use super::context::{FacetView, SiteView, TermView, Views, plain_pages};
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
    facets: Vec<CommonFacet>,
}

/// A facet and all its terms.
struct CommonFacet {
    key: Value,
    name: Value,
    permalink: Value,
    /// By term.
    terms: Vec<Value>,
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

impl Views<'_> {
    /// A facet with every term of it.
    pub fn facet(&self, index: usize) -> FacetView {
        self.facet_with(index, self.site.taxonomies[index].in_order())
    }

    /// A facet with some of its terms.
    pub fn facet_with(&self, index: usize, terms: impl IntoIterator<Item = usize>) -> FacetView {
        let facet = &self.common.facets[index];
        let terms = terms.into_iter().map(|term| facet.terms[term].clone());
        FacetView {
            key: facet.key.clone(),
            name: facet.name.clone(),
            permalink: facet.permalink.clone(),
            terms: terms.collect(),
        }
    }
}

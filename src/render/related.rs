//! Cases that have something in common with a case, and what.

use serde::Serialize;

use super::context::{CardView, FacetView, Views};
use crate::config::{MANAGEMENT_MODEL, REGION, YEAR};
use crate::site::{Page, PageId};

/// How many are shown.
const MOST: usize = 4;
/// Of the cases of a term so many are considered, the newest first: in a large site
/// there are always enough.
const CONSIDERED: usize = 64;

/// A related case.
#[derive(Serialize)]
pub struct RelatedView<'s> {
    #[serde(flatten)]
    card: CardView<'s>,
    /// The terms that both have.
    shared: Vec<FacetView>,
}

impl<'s> Views<'s> {
    /// Cases with the most in common, the closest first.
    pub fn related(&self, id: PageId) -> Vec<RelatedView<'s>> {
        let page = &self.site.pages[id];
        let mut found: Vec<(u32, PageId)> = self
            .alike(page)
            .into_iter()
            .filter(|other| self.site.pages[*other].key != page.key)
            .map(|other| (self.likeness(page, &self.site.pages[other]), other))
            .collect();
        let newest = |other: PageId| self.site.pages[other].changed();
        found.sort_by(|(likeness, a), (other, b)| {
            other
                .cmp(likeness)
                .then_with(|| newest(*b).cmp(&newest(*a)))
                .then(a.cmp(b))
        });
        found.truncate(MOST);
        let view = |(_, other): (u32, PageId)| RelatedView {
            card: self.card(other),
            shared: self.shared(page, &self.site.pages[other]),
        };
        found.into_iter().map(view).collect()
    }

    /// Cases that share a term that matters, each once.
    fn alike(&self, page: &Page) -> Vec<PageId> {
        let mut alike: Vec<PageId> = Vec::new();
        for (taxonomy, own) in page.terms.iter().enumerate() {
            if self.weight(taxonomy) > 0 {
                let lists = own
                    .iter()
                    .map(|term| &self.edition.cases_by_term[taxonomy][*term]);
                alike.extend(lists.flat_map(|cases| cases.iter().take(CONSIDERED)));
            }
        }
        alike.sort_unstable();
        alike.dedup();
        alike
    }

    fn likeness(&self, page: &Page, other: &Page) -> u32 {
        let both = page.terms.iter().zip(&other.terms).enumerate();
        let weights = both.map(|(taxonomy, (own, others))| {
            let shared = own.iter().filter(|term| others.contains(term)).count();
            // One term in common says most of it.
            self.weight(taxonomy) * (shared.min(1) * 2 + shared) as u32
        });
        weights.sum()
    }

    /// What sharing a term of a facet says: the way of working most, then the place and
    /// the matter.
    fn weight(&self, taxonomy: usize) -> u32 {
        match self.site.taxonomies[taxonomy].facet.key.as_str() {
            MANAGEMENT_MODEL => 4,
            "sector" | REGION => 2,
            "level" | "status" | YEAR => 0,
            _ => 1,
        }
    }

    fn shared(&self, page: &Page, other: &Page) -> Vec<FacetView> {
        let both = page.terms.iter().zip(&other.terms).enumerate();
        let shared = both.filter(|(taxonomy, _)| self.weight(*taxonomy) > 0).map(
            |(taxonomy, (own, others))| {
                self.facet_with(
                    taxonomy,
                    own.iter().copied().filter(|term| others.contains(term)),
                )
            },
        );
        shared.filter(|facet| !facet.terms.is_empty()).collect()
    }
}

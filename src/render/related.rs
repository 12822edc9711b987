//! Cases that have something in common with a case, and what.

use std::cmp::Reverse;

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
        let taxonomies = &self.site.taxonomies;
        let weights: Vec<u32> = taxonomies.iter().map(|it| weight(&it.facet.key)).collect();
        let mut closest: Vec<(u32, PageId)> = Vec::with_capacity(MOST + 1);
        let rank = |(likeness, other): &(u32, PageId)| {
            let newest = self.site.pages[*other].changed();
            (Reverse(*likeness), Reverse(newest), *other)
        };
        for other in self.alike(page, &weights) {
            let likeness = likeness(page, &self.site.pages[other], &weights);
            let least = closest.get(MOST - 1).map_or(0, |(likeness, _)| *likeness);
            if likeness >= least && self.site.pages[other].key != page.key {
                closest.push((likeness, other));
                closest.sort_unstable_by_key(rank);
                closest.truncate(MOST);
            }
        }
        let view = |(_, other): (u32, PageId)| RelatedView {
            card: self.card(other),
            shared: self.shared(page, &self.site.pages[other], &weights),
        };
        closest.into_iter().map(view).collect()
    }

    /// Cases that share a term that matters, each once.
    fn alike(&self, page: &Page, weights: &[u32]) -> Vec<PageId> {
        let mut alike: Vec<PageId> = Vec::new();
        for (taxonomy, own) in page.terms.iter().enumerate() {
            if weights[taxonomy] > 0 {
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

    fn shared(&self, page: &Page, other: &Page, weights: &[u32]) -> Vec<FacetView> {
        let both = page.terms.iter().zip(&other.terms).enumerate();
        let shared =
            both.filter(|(taxonomy, _)| weights[*taxonomy] > 0)
                .map(|(taxonomy, (own, others))| {
                    self.facet_with(
                        taxonomy,
                        own.iter().copied().filter(|term| others.contains(term)),
                    )
                });
        shared.filter(|facet| !facet.terms.is_empty()).collect()
    }
}

fn likeness(page: &Page, other: &Page, weights: &[u32]) -> u32 {
    let both = page.terms.iter().zip(&other.terms).zip(weights);
    let weighed = both.filter(|(_, weight)| **weight > 0);
    let parts = weighed.map(|((own, others), weight)| {
        let shared = own.iter().filter(|term| others.contains(term)).count();
        // One term in common says most of it.
        weight * (shared.min(1) * 2 + shared) as u32
    });
    parts.sum()
}

/// What sharing a term of a facet says: the way of working most, then the place and the
/// matter.
fn weight(facet: &str) -> u32 {
    match facet {
        MANAGEMENT_MODEL => 4,
        "sector" | REGION => 2,
        "level" | "status" | YEAR => 0,
        _ => 1,
    }
}

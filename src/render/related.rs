//! Cases related to a case, with what they share.

use std::cmp::Reverse;

use tera::Value;

use super::views::{FacetView, Views};
use crate::model::{MANAGEMENT_MODEL, Page, PageId, REGION, Site, YEAR};

/// Maximum number of related cases shown.
const MAX_RELATED: usize = 4;
/// Maximum number of cases considered per term, newest first: a large site always has
/// enough.
const MAX_CANDIDATES_PER_TERM: usize = 64;

/// The terms of every page that count for similarity, in contiguous memory: each page is
/// compared with hundreds of cases.
pub(super) struct Traits {
    /// Weight of a shared term, by taxonomy.
    weights: Vec<u32>,
    /// Offset of each page's first term in `terms`, followed by the end of the last page's.
    starts: Vec<u32>,
    /// Taxonomy and term, sorted within each page.
    terms: Vec<(u32, u32)>,
}

impl Traits {
    /// Collects the traits of a site's pages.
    pub(super) fn of(site: &Site) -> Self {
        let facets = site.taxonomies.iter().map(|it| it.facet.key.as_str());
        let weights: Vec<u32> = facets.map(weight).collect();
        let mut traits = Self {
            weights,
            starts: vec![0],
            terms: Vec::new(),
        };
        for page in &site.pages {
            let terms = page.terms.iter().zip(&traits.weights).zip(0..);
            let weighted = terms.filter(|((_, weight), _)| **weight > 0);
            let terms = weighted.flat_map(|((own, _), taxonomy)| {
                own.iter().map(move |term| (taxonomy, *term as u32))
            });
            let start = traits.terms.len();
            traits.terms.extend(terms);
            traits.terms[start..].sort_unstable();
            traits.starts.push(traits.terms.len() as u32);
        }
        traits
    }

    fn of_page(&self, id: PageId) -> &[(u32, u32)] {
        &self.terms[self.starts[id] as usize..self.starts[id + 1] as usize]
    }

    /// Computes how much two pages share. The first common term of a facet counts three
    /// times as much as any other.
    fn similarity(&self, id: PageId, other: PageId) -> u32 {
        let mut own = self.of_page(id);
        let mut last = None;
        let mut sum = 0;
        for term in self.of_page(other) {
            while own.first().is_some_and(|it| it < term) {
                own = &own[1..];
            }
            if own.first() == Some(term) {
                let is_first = last.replace(term.0) != Some(term.0);
                sum += self.weights[term.0 as usize] * if is_first { 3 } else { 1 };
            }
        }
        sum
    }
}

impl Views<'_> {
    /// Returns the most similar cases, closest first, each with the terms that both have.
    pub(super) fn related(&self, id: PageId, traits: &Traits) -> Vec<Value> {
        let page = &self.site.pages[id];
        let mut closest: Vec<(u32, PageId)> = Vec::with_capacity(MAX_RELATED + 1);
        let rank = |(similarity, other): &(u32, PageId)| {
            let newest = self.site.pages[*other].changed();
            (Reverse(*similarity), Reverse(newest), *other)
        };
        for other in self.candidates(id, traits) {
            let found = (traits.similarity(id, other), other);
            let is_closer = match closest.get(MAX_RELATED - 1) {
                Some(last) => found.0 >= last.0 && rank(&found) < rank(last),
                None => true,
            };
            let is_new = is_closer && !closest.contains(&found);
            if is_new && self.site.pages[other].key != page.key {
                closest.push(found);
                closest.sort_unstable_by_key(rank);
                closest.truncate(MAX_RELATED);
            }
        }
        let view = |(_, other): (u32, PageId)| {
            let shared = self.shared(page, &self.site.pages[other], &traits.weights);
            self.card_with(other, "shared", Value::from_serializable(&shared))
        };
        closest.into_iter().map(view).collect()
    }

    /// Returns the cases that share a term with a weight; may contain duplicates.
    fn candidates<'a>(
        &'a self,
        id: PageId,
        traits: &'a Traits,
    ) -> impl Iterator<Item = PageId> + 'a {
        let own = traits.of_page(id).iter();
        let lists = own.map(|(taxonomy, term)| {
            &self.edition.cases_by_term[*taxonomy as usize][*term as usize]
        });
        lists.flat_map(|cases| cases.iter().take(MAX_CANDIDATES_PER_TERM).copied())
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

/// Returns the weight of sharing a term of a facet: the management model weighs most, then
/// region and sector.
fn weight(facet: &str) -> u32 {
    match facet {
        MANAGEMENT_MODEL => 4,
        "sector" | REGION => 2,
        "level" | "status" | YEAR => 0,
        _ => 1,
    }
}

//! Computed data about a term, which nobody has to write: about its cases, and about the
//! place that it denotes.

use std::cmp::Reverse;
use std::collections::BTreeSet;

use serde::Serialize;
use tera::Value;

use super::views::Views;
use crate::model::{Page, PageId, REGION};
use crate::peru::gazetteer::{Level, Nature, Place, nature};

/// Computed data about a term.
#[derive(Serialize)]
pub(super) struct TermFactsView {
    /// Sectors of its cases, or their regions if the term is itself a sector.
    spread: Spread,
    /// Number of its cases with a known start year.
    dated: usize,
    /// Start year of its earliest case.
    start: Option<i16>,
    /// Start year of its latest case.
    end: Option<i16>,
    /// `None` if the term is not a place of the gazetteer.
    place: Option<PlaceView>,
}

/// Terms of another facet that a term's cases have.
#[derive(Serialize, Default)]
struct Spread {
    key: &'static str,
    terms: Vec<Value>,
}

/// Gazetteer data about a department.
#[derive(Serialize)]
struct PlaceView {
    provinces: usize,
    districts: usize,
    population: Option<u32>,
    /// Natural regions, largest share first.
    nature: Vec<PartView>,
}

/// Share of a natural region in a place.
#[derive(Serialize)]
struct PartView {
    key: &'static str,
    percent: u32,
}

impl Views<'_> {
    /// Computes the data about a term.
    pub(super) fn term_facts(&self, taxonomy: usize, term: usize) -> TermFactsView {
        let cases = &self.edition.cases_by_term[taxonomy][term];
        let starts = cases.iter().filter_map(|id| start(&self.site.pages[*id]));
        let own = &self.site.taxonomies[taxonomy];
        let key = match own.facet.key.as_str() {
            "sector" => REGION,
            _ => "sector",
        };
        let place = own.terms[term].ubigeo.as_deref().and_then(Place::of);
        TermFactsView {
            spread: self.spread(key, cases),
            dated: starts.clone().count(),
            start: starts.clone().min(),
            end: starts.max(),
            place: place.map(PlaceView::new),
        }
    }

    fn spread(&self, key: &'static str, cases: &[PageId]) -> Spread {
        let Some(index) = self.taxonomy(key) else {
            return Spread::default();
        };
        let pages = cases.iter().map(|id| &self.site.pages[*id]);
        let own: BTreeSet<usize> = pages.flat_map(|page| &page.terms[index]).copied().collect();
        let terms = self.facet_with(index, own).terms;
        Spread { key, terms }
    }
}

impl PlaceView {
    fn new(place: &Place) -> Self {
        let provinces = Level::Province.places().iter();
        let own = [place.ubigeo.clone()];
        Self {
            provinces: provinces.filter(|other| other.is_within(&own)).count(),
            districts: place.districts().len(),
            population: place.population,
            nature: nature(place).map(parts).unwrap_or_default(),
        }
    }
}

fn parts(nature: Nature) -> Vec<PartView> {
    let shares = [
        ("coast", nature.coast),
        ("highlands", nature.highlands),
        ("high_forest", nature.high_forest),
        ("low_forest", nature.low_forest),
    ];
    let parts = shares.map(|(key, share)| PartView {
        key,
        percent: (share * 100.0).round() as u32,
    });
    let mut parts: Vec<_> = parts.into_iter().filter(|part| part.percent > 0).collect();
    parts.sort_by_key(|part| Reverse(part.percent));
    parts
}

/// Returns the start year of a case.
fn start(page: &Page) -> Option<i16> {
    Some(page.front.case.period.as_ref()?.start.as_ref()?.value)
}

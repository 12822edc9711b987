//! Data for finding cases of similar places: figures of each place, and the cases there.
//! `themes/quipu/scripts/reader/` compares them in the browser, so that no server learns
//! where the reader is from.
//!
//! Each file is a classic script that passes its data to one callback, like those of the
//! search index, so that the same bytes work over HTTP and from `file://`.

use std::collections::HashMap;

use serde::Serialize;

use crate::model::{Edition, PageId, PlaceFile, REGION, Site};
use crate::peru::gazetteer::{Level, Nature, Place, nature};

/// Maximum number of cases per sector in a place's file.
const MAX_PER_SECTOR: usize = 20;

/// Data about a place; `likeness.js` reads the fields by these names.
#[derive(Serialize)]
struct Record {
    ubigeo: &'static str,
    name: &'static str,
    altitude: Option<u32>,
    population: Option<u32>,
    development: Option<f64>,
    poverty: Option<f64>,
    nature: Option<Nature>,
}

/// A place that has cases.
#[derive(Serialize)]
struct Candidate<'s> {
    #[serde(flatten)]
    record: Record,
    /// Names of the province and department it is part of, widest last.
    within: Vec<&'static str>,
    /// Slugs of the sectors of its cases.
    sectors: Vec<&'s str>,
}

/// The newest cases of each sector in a place.
#[derive(Serialize)]
struct Cases<'s> {
    cases: Vec<Case<'s>>,
    /// Number of all cases of the place, including those left out of `cases`.
    total: usize,
    /// Permalink of the region's page, which lists all of them.
    region: Option<String>,
}

/// A case in a list.
#[derive(Serialize)]
struct Case<'s> {
    title: &'s str,
    permalink: &'s str,
    summary: Option<&'s str>,
    /// `None` if it is the reader's language.
    language: Option<&'s str>,
    sectors: Vec<&'s str>,
}

/// Renders a file of places as a script.
pub(crate) fn file(site: &Site, edition: &Edition, file: &PlaceFile) -> String {
    let data = match file {
        PlaceFile::Department(ubigeo) => json(&department(ubigeo)),
        PlaceFile::WithCases => json(&candidates(site, edition)),
        PlaceFile::Cases(ubigeo) => json(&cases(site, edition, ubigeo)),
    };
    format!("quipu(\"{}\",{data});\n", file.name())
}

fn json(data: &impl Serialize) -> String {
    serde_json::to_string(data).expect("numbers and texts are JSON")
}

/// Returns the department itself, its provinces and its districts.
fn department(ubigeo: &'static str) -> Vec<Record> {
    let levels = [Level::Department, Level::Province, Level::District];
    let places = levels.iter().flat_map(|level| level.places());
    let places = places.filter(|place| place.ubigeo.starts_with(ubigeo));
    places.map(Record::new).collect()
}

fn candidates<'s>(site: &'s Site, edition: &'s Edition) -> Vec<Candidate<'s>> {
    let places = edition.cases_by_place.iter();
    let candidates = places.filter_map(|(ubigeo, cases)| {
        let place = Place::of(ubigeo)?;
        Some(Candidate {
            record: Record::new(place),
            within: place.wider().map(|wider| wider.name.as_str()).collect(),
            sectors: sectors(site, cases),
        })
    });
    candidates.collect()
}

fn cases<'s>(site: &'s Site, edition: &'s Edition, ubigeo: &str) -> Cases<'s> {
    let ids = edition
        .cases_by_place
        .get(ubigeo)
        .map_or(&[][..], |ids| ids);
    let mut counts: HashMap<&str, usize> = HashMap::new();
    let cases = ids.iter().map(|id| Case::new(site, edition, *id));
    let newest = cases.filter(|case| {
        let counts = case.sectors.iter().map(|sector| {
            let count = counts.entry(sector).or_default();
            *count += 1;
            *count
        });
        counts.min().is_none_or(|fewest| fewest <= MAX_PER_SECTOR)
    });
    Cases {
        cases: newest.collect(),
        total: ids.len(),
        region: region_page(site, edition, ubigeo),
    }
}

/// Returns the permalink of the page of a place's region.
fn region_page(site: &Site, edition: &Edition, ubigeo: &str) -> Option<String> {
    let mut taxonomies = site.taxonomies.iter();
    let index = taxonomies.position(|taxonomy| taxonomy.facet.key == REGION)?;
    let mut terms = site.taxonomies[index].terms.iter();
    let contains_place = |code: &String| ubigeo.starts_with(code.as_str());
    let term = terms.position(|term| term.ubigeo.as_ref().is_some_and(contains_place))?;
    Some(site.term_permalink(edition, index, term))
}

/// Returns the distinct slugs of the sectors of `cases`, in the order readers see.
fn sectors<'s>(site: &'s Site, cases: &[PageId]) -> Vec<&'s str> {
    let mut taxonomies = site.taxonomies.iter().enumerate();
    let Some((index, taxonomy)) = taxonomies.find(|(_, it)| it.facet.key == "sector") else {
        return Vec::new();
    };
    let own = cases.iter().flat_map(|id| &site.pages[*id].terms[index]);
    let mut terms: Vec<usize> = own.flat_map(|term| taxonomy.wider(*term)).collect();
    terms.sort_unstable();
    terms.dedup();
    let slugs = terms.iter().map(|term| taxonomy.terms[*term].slug.as_str());
    slugs.collect()
}

impl<'s> Case<'s> {
    fn new(site: &'s Site, edition: &Edition, id: PageId) -> Self {
        let page = &site.pages[id];
        let language = Some(page.language.as_str());
        Self {
            title: &page.front.title.value,
            permalink: &page.permalink,
            summary: page.front.summary.as_ref().map(|text| text.value.as_str()),
            language: language.filter(|language| *language != edition.language),
            sectors: sectors(site, &[id]),
        }
    }
}

impl Record {
    fn new(place: &'static Place) -> Self {
        Self {
            ubigeo: &place.ubigeo,
            name: &place.name,
            // The altitude of its capital says little about a whole department.
            altitude: place.altitude.filter(|_| place.ubigeo.len() > 2),
            population: place.population,
            development: place.development,
            poverty: place.poverty,
            nature: nature(place),
        }
    }
}

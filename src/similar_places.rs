//! What finding the cases of similar places takes: what is known of each place, and the
//! cases there. `themes/quipu/static/municipality.js` compares them in the browser, so
//! that nobody is told where the reader is from.
//!
//! Each file is a classic script that hands its data to one callback, like those of the
//! search index, so that the same bytes work over http and from `file://`.

use serde::Serialize;

use crate::gazetteer::{Level, Nature, Place, nature};
use crate::site::{Edition, PageId, PlaceFile, Site};

/// What is known of a place; the names are those of `municipality.js`.
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
    /// Names of what it is part of, the widest last.
    within: Vec<&'static str>,
    /// Sectors of its cases.
    sectors: Vec<&'s str>,
}

/// A case in a list.
#[derive(Serialize)]
struct Case<'s> {
    title: &'s str,
    permalink: &'s str,
    summary: Option<&'s str>,
    /// Its language where that is not the reader's.
    language: Option<&'s str>,
    sectors: Vec<&'s str>,
}

/// A file of places as a script.
pub fn file(site: &Site, edition: &Edition, file: &PlaceFile) -> String {
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

/// The department itself, its provinces and its districts.
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

fn cases<'s>(site: &'s Site, edition: &'s Edition, ubigeo: &str) -> Vec<Case<'s>> {
    let ids = edition.cases_by_place.get(ubigeo).into_iter().flatten();
    let cases = ids.map(|id| {
        let page = &site.pages[*id];
        let language = Some(page.language.as_str());
        Case {
            title: &page.front.title.value,
            permalink: &page.permalink,
            summary: page.front.summary.as_ref().map(|text| text.value.as_str()),
            language: language.filter(|language| *language != edition.language),
            sectors: sectors(site, &[*id]),
        }
    });
    cases.collect()
}

/// Slugs of the sectors of cases, each once, in the order readers see.
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

impl Record {
    fn new(place: &'static Place) -> Self {
        Self {
            ubigeo: &place.ubigeo,
            name: &place.name,
            // Whatever the altitude of its capital, a department has all heights.
            altitude: place.altitude.filter(|_| place.ubigeo.len() > 2),
            population: place.population,
            development: place.development,
            poverty: place.poverty,
            nature: nature(place),
        }
    }
}

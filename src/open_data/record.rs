//! Cases as JSON: one object a line.

use std::collections::BTreeMap;

use serde::Serialize;

use super::address;
use crate::parse::CaseStudy;
use crate::site::{Edition, Locality, Page, Site};

#[derive(Serialize)]
struct Record<'s> {
    url: String,
    title: &'s str,
    summary: Option<&'s str>,
    language: &'s str,
    date: Option<String>,
    updated: Option<String>,
    /// By facet: its terms.
    terms: BTreeMap<&'s str, Vec<Term<'s>>>,
    place: &'s Locality,
    #[serde(flatten)]
    case: &'s CaseStudy,
}

#[derive(Serialize)]
struct Term<'s> {
    slug: &'s str,
    name: &'s str,
    #[serde(skip_serializing_if = "Option::is_none")]
    ubigeo: Option<&'s str>,
}

/// Every case of an edition.
pub fn cases(site: &Site, edition: &Edition) -> String {
    let records = edition.cases.iter().map(|id| {
        let record = Record::new(site, edition, &site.pages[*id]);
        serde_json::to_string(&record).expect("a case is data")
    });
    let records: Vec<String> = records.collect();
    format!("[\n{}\n]\n", records.join(",\n"))
}

impl<'s> Record<'s> {
    fn new(site: &'s Site, edition: &'s Edition, page: &'s Page) -> Self {
        let front = &page.front;
        let terms = site.taxonomies.iter().zip(&page.terms);
        let terms = terms.filter(|(_, own)| !own.is_empty());
        Self {
            url: address(site, &page.permalink),
            title: &front.title.value,
            summary: front.summary.as_ref().map(|text| text.value.as_str()),
            language: &page.language,
            date: front.date.map(|date| date.to_string()),
            updated: front.updated.map(|date| date.to_string()),
            terms: terms
                .map(|(taxonomy, own)| {
                    let own = own.iter().map(|term| &taxonomy.terms[*term]);
                    let own = own.map(|term| Term {
                        slug: &term.slug,
                        name: term.name.get(&edition.language),
                        ubigeo: term.ubigeo.as_deref(),
                    });
                    (taxonomy.facet.key.as_str(), own.collect())
                })
                .collect(),
            place: &page.locality,
            case: &front.case,
        }
    }
}

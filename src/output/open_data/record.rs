//! Cases as a JSON array with one object per line.

use std::collections::BTreeMap;
use std::io::{self, Write};

use serde::Serialize;

use super::address;
use crate::model::{CaseStudy, Edition, Locality, Page, Site};

#[derive(Serialize)]
struct Record<'s> {
    url: String,
    title: &'s str,
    summary: Option<&'s str>,
    language: &'s str,
    date: Option<String>,
    updated: Option<String>,
    /// Terms by facet key.
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

/// Serialises every case of an edition. A large site's cases take hundreds of megabytes:
/// the length is measured first, so that growing the buffer never copies them.
pub(super) fn cases(site: &Site, edition: &Edition) -> String {
    let mut length = Length(0);
    write(site, edition, &mut length).expect("counting does not fail");
    let mut bytes = Vec::with_capacity(length.0);
    write(site, edition, &mut bytes).expect("memory takes every case");
    String::from_utf8(bytes).expect("JSON is text")
}

fn write(site: &Site, edition: &Edition, output: &mut impl Write) -> io::Result<()> {
    output.write_all(b"[")?;
    for (number, id) in edition.cases.iter().enumerate() {
        let before = if number == 0 { "\n" } else { ",\n" };
        output.write_all(before.as_bytes())?;
        let record = Record::new(site, edition, &site.pages[*id]);
        serde_json::to_writer(&mut *output, &record)?;
    }
    output.write_all(b"\n]\n")
}

/// A writer that only counts bytes.
struct Length(usize);

impl Write for Length {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0 += bytes.len();
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
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

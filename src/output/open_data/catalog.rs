//! Catalog of the downloads, in the DCAT 3 vocabulary (W3C Recommendation, 2024).

use serde_json::{Value, json};

use super::address;
use crate::messages::locale::Strings;
use crate::model::{Dataset, Edition, LocalizedText, Site};

/// Message id of each dataset's name, and its files.
const DATASETS: [(&str, &[Dataset]); 2] = [
    ("data-cases", &[Dataset::Cases, Dataset::CaseTable]),
    ("data-results", &[Dataset::ResultTable]),
];

/// Renders the catalog as JSON-LD, with an inline context to avoid requests to other hosts.
pub(super) fn catalog(site: &Site, strings: &Strings) -> String {
    let datasets: Vec<Value> = DATASETS
        .iter()
        .map(|(key, files)| dataset(site, strings, key, files))
        .collect();
    let languages = site.config.languages.iter().map(|code| language(code));
    let catalog = json!({
        "@context": {
            "dcat": "http://www.w3.org/ns/dcat#",
            "dct": "http://purl.org/dc/terms/",
            "foaf": "http://xmlns.com/foaf/0.1/",
            "xsd": "http://www.w3.org/2001/XMLSchema#",
        },
        "@type": "dcat:Catalog",
        "dct:title": localized(site, &site.config.title),
        "dct:description": localized(site, &site.config.description),
        "dct:language": languages.collect::<Vec<Value>>(),
        "dct:publisher": {"@type": "foaf:Agent", "foaf:name": localized(site, &site.config.title)},
        "foaf:homepage": {"@id": address(site, "index.html")},
        "dct:modified": modified(site),
        "dcat:dataset": datasets,
    });
    format!("{catalog:#}\n")
}

fn dataset(site: &Site, strings: &Strings, key: &str, files: &[Dataset]) -> Value {
    let named = |end: &str| {
        let named = site.config.languages.iter().map(|language| {
            let text = strings
                .get(language)
                .map(|words| words.text(&format!("{key}{end}")));
            json!({"@language": language, "@value": text})
        });
        named.collect::<Vec<Value>>()
    };
    let distributions = site
        .editions
        .iter()
        .flat_map(|edition| files.iter().map(|file| distribution(site, edition, *file)));
    json!({
        "@type": "dcat:Dataset",
        "dct:identifier": key,
        "dct:title": named(""),
        "dct:description": named("-about"),
        "dct:modified": modified(site),
        "dct:license": license(site),
        "dcat:distribution": distributions.collect::<Vec<Value>>(),
    })
}

fn distribution(site: &Site, edition: &Edition, file: Dataset) -> Value {
    let permalink = file.key().prefixed(&edition.folder);
    let media_type = match file {
        Dataset::Cases | Dataset::Catalog => "application/json",
        Dataset::CaseTable | Dataset::ResultTable => "text/csv",
    };
    json!({
        "@type": "dcat:Distribution",
        "dct:language": language(&edition.language),
        "dct:license": license(site),
        "dcat:mediaType": {"@id": format!("https://www.iana.org/assignments/media-types/{media_type}")},
        "dcat:accessURL": {"@id": address(site, &permalink)},
        "dcat:downloadURL": {"@id": address(site, &permalink)},
    })
}

fn license(site: &Site) -> Option<Value> {
    let license = site.config.license.as_ref()?;
    Some(json!({"@id": license.url}))
}

/// Returns the URI of a language: of ISO 639-1 for a two-letter code, else of ISO 639-3.
fn language(code: &str) -> Value {
    let list = match code.len() {
        2 => "http://id.loc.gov/vocabulary/iso639-1/",
        _ => "https://iso639-3.sil.org/code/",
    };
    json!({"@id": format!("{list}{code}")})
}

/// Returns the date of the latest change to any case.
fn modified(site: &Site) -> Option<Value> {
    let dates = site.editions.iter().flat_map(|edition| &edition.cases);
    let newest = dates.filter_map(|id| site.pages[*id].changed()).max()?;
    Some(json!({"@type": "xsd:date", "@value": newest.to_string()}))
}

fn localized(site: &Site, text: &LocalizedText) -> Vec<Value> {
    let languages = site.config.languages.iter();
    languages
        .map(|language| json!({"@language": language, "@value": text.get(language)}))
        .collect()
}

//! A page in the schema.org vocabulary, so that search engines know what it describes.

use serde_json::{Map, Value, json};

use super::{address, names};
use crate::model::{DocumentKind, Edition, Page, REGION, Site, SourceReference};

/// Renders a document's JSON-LD, escaped for embedding in a `<script>`.
pub(crate) fn linked_data(site: &Site, edition: &Edition, page: &Page) -> String {
    let front = &page.front;
    let mut data = Map::new();
    let mut set = |key: &str, value: Option<Value>| {
        if let Some(value) = value {
            data.insert(key.to_owned(), value);
        }
    };
    set("@context", Some(json!("https://schema.org")));
    set(
        "@type",
        Some(json!(if page.kind == DocumentKind::CaseStudy {
            "Report"
        } else {
            "Article"
        })),
    );
    set("headline", Some(json!(front.title.value)));
    set(
        "description",
        front.summary.as_ref().map(|text| json!(text.value)),
    );
    set("inLanguage", Some(json!(page.language)));
    set(
        "datePublished",
        front.date.map(|date| json!(date.to_string())),
    );
    set(
        "dateModified",
        page.changed().map(|date| json!(date.to_string())),
    );
    set(
        "isPartOf",
        Some(json!({"@type": "WebSite", "name": site.config.title.get(&edition.language)})),
    );
    set("temporalCoverage", period(page).map(Value::from));
    set("contentLocation", places(site, page, &edition.language));
    set(
        "keywords",
        Some(json!(keywords(site, page, &edition.language))),
    );
    set(
        "citation",
        Some(json!(
            front.case.sources.iter().map(cited).collect::<Vec<_>>()
        )),
    );
    let license = site.config.license.as_ref();
    set("license", license.map(|license| json!(license.url)));
    if site.config.base_url.is_some() {
        set("url", Some(json!(address(site, &page.permalink))));
    }
    data.retain(|_, value| value.as_array().is_none_or(|list| !list.is_empty()));
    // “</script>” in a title would end the script element.
    Value::Object(data).to_string().replace('<', "\\u003c")
}

/// Formats the period as an ISO 8601 interval, with an open end if the practice continues.
fn period(page: &Page) -> Option<String> {
    let period = page.front.case.period.as_ref()?;
    let start = period.start.as_ref()?.value;
    Some(match &period.end {
        Some(end) => format!("{start}/{}", end.value),
        None => format!("{start}/.."),
    })
}

fn places(site: &Site, page: &Page, language: &str) -> Option<Value> {
    let index = site
        .taxonomies
        .iter()
        .position(|taxonomy| taxonomy.facet.key == REGION)?;
    let terms = page.terms[index]
        .iter()
        .map(|term| &site.taxonomies[index].terms[*term]);
    let place = &page.locality;
    let places: Vec<Value> = terms
        .map(|term| {
            let within = [
                place.district.as_deref(),
                place.province.as_deref(),
                Some(term.name.get(language)),
            ];
            let within: Vec<&str> = within.into_iter().flatten().collect();
            let mut place_of_term = json!({"@type": "Place", "name": within.join(", ")});
            if let Some(code) = place.ubigeo.as_ref().or(term.ubigeo.as_ref()) {
                place_of_term["identifier"] =
                    json!({"@type": "PropertyValue", "propertyID": "UBIGEO", "value": code});
            }
            place_of_term
        })
        .collect();
    (!places.is_empty()).then(|| json!(places))
}

fn keywords<'s>(site: &'s Site, page: &'s Page, language: &'s str) -> Vec<&'s str> {
    let facets = (0..)
        .zip(&site.taxonomies)
        .filter(|(_, taxonomy)| taxonomy.facet.key != REGION);
    facets
        .flat_map(|(index, _)| names(site, page, index, language))
        .collect()
}

fn cited(source: &SourceReference) -> Value {
    let mut cited = Map::new();
    cited.insert("@type".to_owned(), json!("CreativeWork"));
    let organization = |name: &str| json!({"@type": "Organization", "name": name});
    let texts = [
        ("name", source.title.as_ref().map(|text| json!(text.value))),
        (
            "author",
            source
                .author
                .as_ref()
                .map(|text| json!({"@type": "Person", "name": text.value})),
        ),
        (
            "publisher",
            source
                .institution
                .as_ref()
                .map(|text| organization(&text.value)),
        ),
        (
            "datePublished",
            source
                .year
                .as_ref()
                .map(|year| json!(year.value.to_string())),
        ),
        ("url", source.url.as_ref().map(|url| json!(url.value))),
    ];
    for (key, value) in texts {
        cited.extend(value.map(|value| (key.to_owned(), value)));
    }
    Value::Object(cited)
}

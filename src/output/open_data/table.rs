//! Cases as tables for spreadsheets: CSV (RFC 4180) in UTF-8 with a byte-order mark,
//! without which Excel assumes the system's encoding.

use csv::{Terminator, Writer, WriterBuilder};

use super::{address, names};
use crate::base::spreadsheet::inert;
use crate::messages::diagnostics::Located;
use crate::messages::locale::prefers_aliases;
use crate::model::{Edition, Measure, Page, Site, YEAR};

const BYTE_ORDER_MARK: &str = "\u{feff}";
/// Separates several values in one cell.
const SEPARATOR: &str = "; ";

/// A column's canonical and Spanish names.
type Column = (&'static str, &'static str);

const CASE: [Column; 4] = [
    ("url", "url"),
    ("title", "titulo"),
    ("summary", "resumen"),
    ("language", "idioma"),
];
const FACTS: [Column; 14] = [
    ("province", "provincia"),
    ("district", "distrito"),
    ("ubigeo", "ubigeo"),
    ("entity", "entidad"),
    ("partners", "socios"),
    ("start", "inicio"),
    ("end", "fin"),
    ("population", "poblacion"),
    ("cost", "costo"),
    ("currency", "moneda"),
    ("cost_year", "anio_del_costo"),
    ("conditions", "condiciones"),
    ("date", "fecha"),
    ("updated", "actualizado"),
];
const RESULT: [Column; 9] = [
    ("url", "url"),
    ("title", "titulo"),
    ("indicator", "indicador"),
    ("unit", "unidad"),
    ("baseline", "linea_de_base"),
    ("baseline_year", "anio_de_la_linea_de_base"),
    ("endline", "linea_final"),
    ("endline_year", "anio_de_la_linea_final"),
    ("note", "nota"),
];

/// Renders a table with a row for each case of an edition.
pub(super) fn cases(site: &Site, edition: &Edition) -> String {
    let name = |column: &Column| name(edition, *column);
    let facets = site.taxonomies.iter().map(|taxonomy| &taxonomy.facet);
    // Years are left out: a case's period has its own columns.
    let facets: Vec<usize> = (0..)
        .zip(facets)
        .filter(|(_, facet)| facet.key != YEAR)
        .map(|(index, _)| index)
        .collect();
    let facet_names = facets.iter().map(|index| {
        let facet = &site.taxonomies[*index].facet;
        let spanish = facet.spanish_key().to_owned();
        if prefers_aliases(&edition.language) {
            spanish
        } else {
            facet.key.clone()
        }
    });
    let mut rows = Rows::new();
    let names_of = |columns: &'static [Column]| columns.iter().map(name);
    rows.push(names_of(&CASE).chain(facet_names).chain(names_of(&FACTS)));
    for id in &edition.cases {
        let page = &site.pages[*id];
        let terms = facets
            .iter()
            .map(|facet| names(site, page, *facet, &edition.language).join(SEPARATOR));
        let row = heads(site, page)
            .into_iter()
            .chain(terms)
            .chain(facts(page));
        rows.push(row);
    }
    rows.text()
}

/// Renders a table with a row for each result of each case of an edition.
pub(super) fn results(site: &Site, edition: &Edition) -> String {
    let mut rows = Rows::new();
    rows.push(RESULT.iter().map(|column| name(edition, *column)));
    for id in &edition.cases {
        let page = &site.pages[*id];
        for result in &page.front.case.results {
            let [url, title, ..] = heads(site, page);
            let mut row = vec![url, title, text(&result.indicator), text(&result.unit)];
            for measure in [&result.baseline, &result.endline] {
                row.extend(measured(measure.as_ref()));
            }
            row.push(text(&result.note));
            rows.push(row);
        }
    }
    rows.text()
}

fn name(edition: &Edition, (canonical, spanish): Column) -> String {
    if prefers_aliases(&edition.language) {
        spanish
    } else {
        canonical
    }
    .to_owned()
}

fn heads(site: &Site, page: &Page) -> [String; 4] {
    [
        address(site, &page.permalink),
        page.front.title.value.clone(),
        text(&page.front.summary),
        page.language.clone(),
    ]
}

/// Returns the cells of [`FACTS`].
fn facts(page: &Page) -> [String; 14] {
    let case = &page.front.case;
    let period = case.period.as_ref();
    let cost = case.cost.as_ref();
    let conditions = case
        .replication
        .iter()
        .flat_map(|replication| &replication.conditions);
    let place = &page.locality;
    [
        place.province.clone().unwrap_or_default(),
        place.district.clone().unwrap_or_default(),
        place.ubigeo.clone().unwrap_or_default(),
        text(&case.entity),
        joined(&case.partners),
        shown(period.and_then(|period| period.start.as_ref())),
        shown(period.and_then(|period| period.end.as_ref())),
        shown(
            case.population
                .as_ref()
                .and_then(|people| people.count.as_ref()),
        ),
        shown(cost.and_then(|cost| cost.amount.as_ref())),
        cost.map(|cost| text(&cost.currency)).unwrap_or_default(),
        shown(cost.and_then(|cost| cost.year.as_ref())),
        joined(conditions),
        page.front
            .date
            .map(|date| date.to_string())
            .unwrap_or_default(),
        page.front
            .updated
            .map(|date| date.to_string())
            .unwrap_or_default(),
    ]
}

fn measured(measure: Option<&Measure>) -> [String; 2] {
    [
        shown(measure.and_then(|measure| measure.value.as_ref())),
        shown(measure.and_then(|measure| measure.year.as_ref())),
    ]
}

fn text(value: &Option<Located<String>>) -> String {
    value
        .as_ref()
        .map(|text| text.value.clone())
        .unwrap_or_default()
}

fn shown<T: ToString>(value: Option<&Located<T>>) -> String {
    value
        .map(|value| value.value.to_string())
        .unwrap_or_default()
}

fn joined<'s>(values: impl IntoIterator<Item = &'s Located<String>>) -> String {
    let values: Vec<&str> = values
        .into_iter()
        .map(|value| value.value.as_str())
        .collect();
    values.join(SEPARATOR)
}

/// A CSV table under construction.
struct Rows(Writer<Vec<u8>>);

impl Rows {
    fn new() -> Self {
        let start = BYTE_ORDER_MARK.as_bytes().to_vec();
        let mut builder = WriterBuilder::new();
        Self(builder.terminator(Terminator::CRLF).from_writer(start))
    }

    fn push(&mut self, row: impl IntoIterator<Item = String>) {
        let cells = row.into_iter().map(inert);
        self.0.write_record(cells).expect("memory takes every row");
    }

    fn text(self) -> String {
        let bytes = self.0.into_inner().expect("memory takes every row");
        String::from_utf8(bytes).expect("cells are text")
    }
}

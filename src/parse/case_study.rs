//! What a case study tells beyond its text: typed, with places.
//!
//! Every part serialises to what templates see; the names of the fields are
//! the canonical front-matter keys.

use serde::Serialize;

use crate::diagnostics::{Kind, Located};
use crate::yaml::{Fields, Key};

/// The optional parts of a case study's front matter.
#[derive(Debug, Clone, Default, Serialize)]
pub struct CaseStudy {
    /// Province, by name or UBIGEO.
    pub province: Option<Located<String>>,
    /// District, by name or UBIGEO.
    pub district: Option<Located<String>>,
    /// The government or body whose practice it is.
    pub entity: Option<Located<String>>,
    /// Who helped.
    pub partners: Vec<Located<String>>,
    /// From when to when.
    pub period: Option<Period>,
    /// Languages spoken by the people served.
    pub languages: Vec<Located<String>>,
    /// The people served.
    pub population: Option<Population>,
    /// What changed.
    pub results: Vec<ResultRow>,
    /// What it cost.
    pub cost: Option<Cost>,
    /// What doing it elsewhere takes.
    pub replication: Option<Replication>,
    /// The norms it rests on.
    pub legal_framework: Vec<Norm>,
    /// Institutions to ask.
    pub contacts: Vec<Contact>,
    /// Where each fact comes from; cited by number, from 1.
    pub sources: Vec<SourceReference>,
    /// A picture, by its path, with its description.
    pub cover: Option<Cover>,
}

/// Years in which the practice ran.
#[derive(Debug, Clone, Serialize)]
pub struct Period {
    /// First year.
    pub start: Option<Located<i16>>,
    /// Last year; none while it goes on.
    pub end: Option<Located<i16>>,
}

/// The people served.
#[derive(Debug, Clone, Default, Serialize)]
pub struct Population {
    /// Who they are.
    pub description: Option<Located<String>>,
    /// How many people.
    pub count: Option<Located<f64>>,
    /// In which year.
    pub year: Option<Located<i16>>,
    /// Numbers of the sources that say so.
    pub source: Vec<Located<u64>>,
}

/// One indicator before and after.
#[derive(Debug, Clone, Serialize)]
pub struct ResultRow {
    /// What was measured.
    pub indicator: Option<Located<String>>,
    /// In which unit.
    pub unit: Option<Located<String>>,
    /// Before.
    pub baseline: Option<Measure>,
    /// After.
    pub endline: Option<Measure>,
    /// Numbers of the sources that say so.
    pub source: Vec<Located<u64>>,
    /// A remark.
    pub note: Option<Located<String>>,
}

/// A value and its year.
#[derive(Debug, Clone, Serialize)]
pub struct Measure {
    /// The value, in the row's unit.
    pub value: Option<Located<f64>>,
    /// The year it was measured.
    pub year: Option<Located<i16>>,
}

/// What it cost.
#[derive(Debug, Clone, Serialize)]
pub struct Cost {
    /// Amount in `currency`.
    pub amount: Option<Located<f64>>,
    /// ISO 4217 code.
    pub currency: Option<Located<String>>,
    /// Year of the prices.
    pub year: Option<Located<i16>>,
    /// What the amount covers.
    pub covers: Option<Located<String>>,
    /// Numbers of the sources that say so.
    pub source: Vec<Located<u64>>,
}

/// What doing it elsewhere takes.
#[derive(Debug, Clone, Serialize)]
pub struct Replication {
    /// What has to be given.
    pub conditions: Vec<Located<String>>,
    /// What to do, in order.
    pub steps: Vec<Step>,
    /// What can go wrong.
    pub risks: Vec<Risk>,
    /// Who did it since.
    pub adopted_by: Vec<Adoption>,
}

/// One step of a replication.
#[derive(Debug, Clone, Default, Serialize)]
pub struct Step {
    /// What is done.
    pub title: Option<Located<String>>,
    /// How.
    pub description: Option<Located<String>>,
    /// How long it takes, in words.
    pub duration: Option<Located<String>>,
    /// Who does it.
    pub who: Option<Located<String>>,
}

/// A risk and what helps against it.
#[derive(Debug, Clone, Default, Serialize)]
pub struct Risk {
    /// What can go wrong.
    pub risk: Option<Located<String>>,
    /// What helps.
    pub mitigation: Option<Located<String>>,
}

/// A government that adopted the practice.
#[derive(Debug, Clone, Default, Serialize)]
pub struct Adoption {
    /// Where.
    pub place: Option<Located<String>>,
    /// When.
    pub year: Option<Located<i16>>,
    /// Path of that government's own case study.
    pub case: Option<Located<String>>,
    /// Numbers of the sources that say so.
    pub source: Vec<Located<u64>>,
}

/// A law, decree or ordinance.
#[derive(Debug, Clone, Default, Serialize)]
pub struct Norm {
    /// Its number.
    pub norm: Option<Located<String>>,
    /// Its title.
    pub title: Option<Located<String>>,
    /// Its address on the web.
    pub url: Option<Located<String>>,
}

/// An institution to ask.
#[derive(Debug, Clone, Default, Serialize)]
pub struct Contact {
    /// A person, where the office makes the name public.
    pub name: Option<Located<String>>,
    /// That person's office.
    pub role: Option<Located<String>>,
    /// The institution.
    pub entity: Option<Located<String>>,
    /// Mail address.
    pub email: Option<Located<String>>,
    /// Telephone.
    pub phone: Option<Located<String>>,
    /// Address on the web.
    pub url: Option<Located<String>>,
}

/// Where a fact comes from.
#[derive(Debug, Clone, Default, Serialize)]
pub struct SourceReference {
    /// Title of the work.
    pub title: Option<Located<String>>,
    /// Who wrote it.
    pub author: Option<Located<String>>,
    /// Who published it.
    pub institution: Option<Located<String>>,
    /// When.
    pub year: Option<Located<i16>>,
    /// Its address on the web.
    pub url: Option<Located<String>>,
}

/// A picture that stands for the case.
#[derive(Debug, Clone, Default, Serialize)]
pub struct Cover {
    /// Path of the file.
    pub image: Option<Located<String>>,
    /// What it shows.
    pub alt: Option<Located<String>>,
}

const YEAR: Key<'_> = Key("year", &["anio", "ano"]);
const SOURCE: Key<'_> = Key("source", &["fuente"]);
const TITLE: Key<'_> = Key("title", &["titulo"]);
const DESCRIPTION: Key<'_> = Key("description", &["descripcion"]);
const ENTITY: Key<'_> = Key("entity", &["entidad"]);
const URL: Key<'_> = Key("url", &["enlace"]);

/// Reads the keys that make a document useful to replicate.
pub fn read(fields: &mut Fields<'_, '_>) -> CaseStudy {
    let case = CaseStudy {
        province: fields.text(Key("province", &["provincia"])),
        district: fields.text(Key("district", &["distrito"])),
        entity: fields.text(ENTITY),
        partners: fields.texts(Key("partners", &["socios", "aliados"])),
        period: fields.group(Key("period", &["periodo"]), period),
        languages: fields.texts(Key("languages", &["lenguas", "idiomas"])),
        population: fields.group(Key("population", &["poblacion"]), population),
        results: fields.groups(Key("results", &["resultados"]), None, result_row),
        cost: fields.group(Key("cost", &["costo"]), cost),
        replication: fields.group(Key("replication", &["replicacion"]), replication),
        legal_framework: fields.groups(
            Key("legal_framework", &["marco_legal"]),
            Some(|norm| Norm {
                norm: Some(norm),
                ..Norm::default()
            }),
            norm,
        ),
        contacts: fields.groups(Key("contacts", &["contactos"]), None, contact),
        sources: fields.groups(Key("sources", &["fuentes"]), None, source_reference),
        cover: fields.group(Key("cover", &["portada"]), cover),
    };
    check_citations(&case, fields);
    case
}

fn period(fields: &mut Fields<'_, '_>) -> Period {
    let period = Period {
        start: fields.year(Key("start", &["inicio"])),
        end: fields.year(Key("end", &["fin"])),
    };
    if let (Some(start), Some(end)) = (&period.start, &period.end)
        && start.value > end.value
    {
        fields.complain(Kind::InvalidPeriod, end.span.clone());
    }
    period
}

fn population(fields: &mut Fields<'_, '_>) -> Population {
    Population {
        description: fields.text(DESCRIPTION),
        count: fields.number(Key("count", &["cantidad"])),
        year: fields.year(YEAR),
        source: fields.counts(SOURCE),
    }
}

fn result_row(fields: &mut Fields<'_, '_>) -> ResultRow {
    const INDICATOR: Key<'_> = Key("indicator", &["indicador"]);
    let indicator = fields.text(INDICATOR);
    if indicator.is_none() {
        fields.missing(INDICATOR);
    }
    ResultRow {
        indicator,
        unit: fields.text(Key("unit", &["unidad"])),
        baseline: fields.group(Key("baseline", &["linea_de_base"]), measure),
        endline: fields.group(Key("endline", &["linea_final"]), measure),
        source: fields.counts(SOURCE),
        note: fields.text(Key("note", &["nota"])),
    }
}

fn measure(fields: &mut Fields<'_, '_>) -> Measure {
    Measure {
        value: fields.number(Key("value", &["valor"])),
        year: fields.year(YEAR),
    }
}

fn cost(fields: &mut Fields<'_, '_>) -> Cost {
    Cost {
        amount: fields.number(Key("amount", &["monto"])),
        currency: fields.text(Key("currency", &["moneda"])),
        year: fields.year(YEAR),
        covers: fields.text(Key("covers", &["cubre"])),
        source: fields.counts(SOURCE),
    }
}

fn replication(fields: &mut Fields<'_, '_>) -> Replication {
    Replication {
        conditions: fields.texts(Key("conditions", &["condiciones"])),
        steps: fields.groups(
            Key("steps", &["pasos"]),
            Some(|title| Step {
                title: Some(title),
                ..Step::default()
            }),
            step,
        ),
        risks: fields.groups(
            Key("risks", &["riesgos"]),
            Some(|risk| Risk {
                risk: Some(risk),
                ..Risk::default()
            }),
            risk,
        ),
        adopted_by: fields.groups(
            Key("adopted_by", &["adoptado_por"]),
            Some(|place| Adoption {
                place: Some(place),
                ..Adoption::default()
            }),
            adoption,
        ),
    }
}

fn step(fields: &mut Fields<'_, '_>) -> Step {
    Step {
        title: fields.text(TITLE),
        description: fields.text(DESCRIPTION),
        duration: fields.text(Key("duration", &["duracion"])),
        who: fields.text(Key("who", &["responsable", "quien"])),
    }
}

fn risk(fields: &mut Fields<'_, '_>) -> Risk {
    Risk {
        risk: fields.text(Key("risk", &["riesgo"])),
        mitigation: fields.text(Key("mitigation", &["mitigacion"])),
    }
}

fn adoption(fields: &mut Fields<'_, '_>) -> Adoption {
    Adoption {
        place: fields.text(Key("place", &["lugar"])),
        year: fields.year(YEAR),
        case: fields.text(Key("case", &["caso"])),
        source: fields.counts(SOURCE),
    }
}

fn norm(fields: &mut Fields<'_, '_>) -> Norm {
    Norm {
        norm: fields.text(Key("norm", &["norma"])),
        title: fields.text(TITLE),
        url: web_address(fields),
    }
}

fn contact(fields: &mut Fields<'_, '_>) -> Contact {
    Contact {
        name: fields.text(Key("name", &["nombre"])),
        role: fields.text(Key("role", &["cargo"])),
        entity: fields.text(ENTITY),
        email: fields.text(Key("email", &["correo"])),
        phone: fields.text(Key("phone", &["telefono"])),
        url: web_address(fields),
    }
}

fn source_reference(fields: &mut Fields<'_, '_>) -> SourceReference {
    let title = fields.text(TITLE);
    if title.is_none() {
        fields.missing(TITLE);
    }
    SourceReference {
        title,
        author: fields.text(Key("author", &["autor"])),
        institution: fields.text(Key("institution", &["institucion"])),
        year: fields.year(YEAR),
        url: web_address(fields),
    }
}

fn cover(fields: &mut Fields<'_, '_>) -> Cover {
    Cover {
        image: fields.text(Key("image", &["imagen"])),
        alt: fields.text(Key("alt", &["texto_alternativo"])),
    }
}

/// An address that becomes a link must be one of the web.
fn web_address(fields: &mut Fields<'_, '_>) -> Option<Located<String>> {
    let url = fields.text(URL)?;
    let is_web = ["https://", "http://"]
        .iter()
        .any(|scheme| url.value.starts_with(scheme));
    if !is_web {
        let value = url.value.clone();
        fields.complain(Kind::InvalidAddress { value }, url.span.clone());
    }
    Some(url).filter(|_| is_web)
}

/// Every number of a source that is cited must be in the list.
fn check_citations(case: &CaseStudy, fields: &mut Fields<'_, '_>) {
    let cited = case
        .results
        .iter()
        .flat_map(|row| &row.source)
        .chain(
            case.population
                .iter()
                .flat_map(|population| &population.source),
        )
        .chain(case.cost.iter().flat_map(|cost| &cost.source))
        .chain(
            case.replication
                .iter()
                .flat_map(|replication| &replication.adopted_by)
                .flat_map(|adoption| &adoption.source),
        );
    let count = case.sources.len();
    for number in cited.filter(|number| number.value > count as u64) {
        let kind = Kind::UnknownSource {
            number: number.value,
            count,
        };
        fields.complain(kind, number.span.clone());
    }
}

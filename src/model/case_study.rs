//! The typed front matter of case studies, with source locations.
//!
//! Every type serialises to the value that templates receive; field names are the canonical
//! front-matter keys.

use serde::Serialize;

use crate::messages::diagnostics::Located;

/// The optional parts of a case study's front matter.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct CaseStudy {
    /// Province, by name or UBIGEO.
    pub province: Option<Located<String>>,
    /// District, by name or UBIGEO.
    pub district: Option<Located<String>>,
    /// The government or body that runs the practice.
    pub entity: Option<Located<String>>,
    /// Institutions that helped.
    pub partners: Vec<Located<String>>,
    /// Years in which the practice ran.
    pub period: Option<Period>,
    /// Languages spoken by the people served.
    pub languages: Vec<Located<String>>,
    /// Number and description of the people served.
    pub population: Option<Population>,
    /// Indicators before and after, in the order written.
    pub results: Vec<ResultRow>,
    /// Amount, currency and year of its cost.
    pub cost: Option<Cost>,
    /// Information for governments that want to replicate it.
    pub replication: Option<Replication>,
    /// Laws and other norms that it is based on.
    pub legal_framework: Vec<Norm>,
    /// Institutions that answer questions about it.
    pub contacts: Vec<Contact>,
    /// Sources of its facts; cited by their number, from 1.
    pub sources: Vec<SourceReference>,
    /// Picture shown with the case, in lists too.
    pub cover: Option<Cover>,
}

/// Years in which the practice ran.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Period {
    /// First year; `None` if unknown.
    pub start: Option<Located<i16>>,
    /// Last year; `None` if it continues.
    pub end: Option<Located<i16>>,
}

/// The people served.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Population {
    /// Who they are, such as “families of ten communities”.
    pub description: Option<Located<String>>,
    /// Number of people, or of what `description` names.
    pub count: Option<Located<f64>>,
    /// Year of the count.
    pub year: Option<Located<i16>>,
    /// Numbers of the sources cited, from 1.
    pub source: Vec<Located<u64>>,
}

/// One indicator before and after.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ResultRow {
    /// Name of the indicator.
    pub indicator: Option<Located<String>>,
    /// Unit of both measures, such as `%`.
    pub unit: Option<Located<String>>,
    /// Measure before the practice.
    pub baseline: Option<Measure>,
    /// Measure after the practice.
    pub endline: Option<Measure>,
    /// Numbers of the sources cited, from 1.
    pub source: Vec<Located<u64>>,
    /// Remark needed to interpret the figures.
    pub note: Option<Located<String>>,
}

/// A measured value and its year.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Measure {
    /// Value, in [`ResultRow::unit`].
    pub value: Option<Located<f64>>,
    /// Year of the measurement.
    pub year: Option<Located<i16>>,
}

/// Cost of a practice.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Cost {
    /// Amount in units of `currency`.
    pub amount: Option<Located<f64>>,
    /// ISO 4217 code.
    pub currency: Option<Located<String>>,
    /// Year whose prices the amount is in.
    pub year: Option<Located<i16>>,
    /// What the amount covers.
    pub covers: Option<Located<String>>,
    /// Numbers of the sources cited, from 1.
    pub source: Vec<Located<u64>>,
}

/// Information for governments that want to replicate a practice.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Replication {
    /// Preconditions that a government has to meet.
    pub conditions: Vec<Located<String>>,
    /// Steps, in order.
    pub steps: Vec<Step>,
    /// Risks and their mitigations.
    pub risks: Vec<Risk>,
    /// Governments that have adopted the practice.
    pub adopted_by: Vec<Adoption>,
}

/// One step of a replication.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Step {
    /// Short name of the step.
    pub title: Option<Located<String>>,
    /// How it is done.
    pub description: Option<Located<String>>,
    /// Duration in words, such as “3 months”.
    pub duration: Option<Located<String>>,
    /// Person or office responsible.
    pub who: Option<Located<String>>,
}

/// A risk and its mitigation.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Risk {
    /// What can go wrong.
    pub risk: Option<Located<String>>,
    /// How to prevent it or reduce its effects.
    pub mitigation: Option<Located<String>>,
}

/// A government that adopted the practice.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Adoption {
    /// Name of the government or place.
    pub place: Option<Located<String>>,
    /// Year of adoption.
    pub year: Option<Located<i16>>,
    /// Path of that government's own case study.
    pub case: Option<Located<String>>,
    /// Numbers of the sources cited, from 1.
    pub source: Vec<Located<u64>>,
}

/// A law, decree or ordinance.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Norm {
    /// Type and number, such as “Ordinance 001-2019”.
    pub norm: Option<Located<String>>,
    /// Official title or subject.
    pub title: Option<Located<String>>,
    /// Web address of its text.
    pub url: Option<Located<String>>,
}

/// An institution that answers questions about a case.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Contact {
    /// Name of a person, if the institution publishes it.
    pub name: Option<Located<String>>,
    /// Position of that person.
    pub role: Option<Located<String>>,
    /// Name of the institution.
    pub entity: Option<Located<String>>,
    /// E-mail address.
    pub email: Option<Located<String>>,
    /// Telephone number as written, unparsed.
    pub phone: Option<Located<String>>,
    /// Web address of the institution.
    pub url: Option<Located<String>>,
}

/// A work cited as the source of a fact.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct SourceReference {
    /// Title of the work.
    pub title: Option<Located<String>>,
    /// Name of its author.
    pub author: Option<Located<String>>,
    /// Institution that published it.
    pub institution: Option<Located<String>>,
    /// Year of publication.
    pub year: Option<Located<i16>>,
    /// Web address of the work.
    pub url: Option<Located<String>>,
}

/// The picture that represents a case.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Cover {
    /// Path of the file, as written.
    pub image: Option<Located<String>>,
    /// Alternative text: what the picture shows.
    pub alt: Option<Located<String>>,
}

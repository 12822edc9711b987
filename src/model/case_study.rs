//! What a case study states beyond its text: typed, with places.
//!
//! Every part serialises to what templates see; the names of the fields are the
//! canonical front-matter keys.

use serde::Serialize;

use crate::messages::diagnostics::Located;

/// The optional parts of a case study's front matter.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
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
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Period {
    /// First year.
    pub start: Option<Located<i16>>,
    /// Last year; none while it goes on.
    pub end: Option<Located<i16>>,
}

/// The people served.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
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
#[derive(Debug, Clone, PartialEq, Serialize)]
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
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Measure {
    /// The value, in the row's unit.
    pub value: Option<Located<f64>>,
    /// The year it was measured.
    pub year: Option<Located<i16>>,
}

/// What it cost.
#[derive(Debug, Clone, PartialEq, Serialize)]
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
#[derive(Debug, Clone, PartialEq, Serialize)]
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
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
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
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Risk {
    /// What can go wrong.
    pub risk: Option<Located<String>>,
    /// What helps.
    pub mitigation: Option<Located<String>>,
}

/// A government that adopted the practice.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
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
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Norm {
    /// Its number.
    pub norm: Option<Located<String>>,
    /// Its title.
    pub title: Option<Located<String>>,
    /// Its address on the web.
    pub url: Option<Located<String>>,
}

/// An institution to ask.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
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
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
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
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Cover {
    /// Path of the file.
    pub image: Option<Located<String>>,
    /// What it shows.
    pub alt: Option<Located<String>>,
}

//! What of a page is searched, and what results show of it.

use super::prose::{Passage, Prose, WordTexts};
use crate::content::parse;
use crate::model::{CaseStudy, DocumentKind, MANAGEMENT_MODEL, Page, REGION, Site};
use crate::search::format::fragment::{Fragment, Section};
use crate::search::format::text::{Text, TextWriter};

/// The parts of a document that are searched.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Field {
    /// Title and other names.
    Title,
    /// Place, sector, model, entity: what the case is filed under.
    Facets,
    /// Summary.
    Summary,
    /// Headings of the body.
    Headings,
    /// The body, and what the front matter tells in sentences.
    Body,
}

/// How many fields there are.
pub const FIELDS: usize = 5;

/// A text that is searched.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Searched<'s> {
    /// What it is part of.
    pub field: Field,
    /// Its words.
    pub text: &'s str,
    /// What results show of it.
    pub shown: Shown,
}

/// What results show of a text that is searched.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shown {
    /// Not by this: it is found only, or told elsewhere.
    Nothing,
    /// A section of the body.
    Section,
    /// A sentence of the front matter.
    Fact,
}

/// Each text of a page whose body has these `sections`, in the order that readers meet
/// them.
pub fn texts<'s>(
    site: &'s Site,
    page: &'s Page,
    sections: &'s [parse::Section],
) -> Vec<Searched<'s>> {
    let searched = |field, text| Searched {
        field,
        text,
        shown: Shown::Nothing,
    };
    let front = &page.front;
    let mut texts = vec![searched(Field::Title, front.title.value.as_str())];
    let names_of_it = front.also_known_as.iter();
    texts.extend(names_of_it.map(|name| searched(Field::Title, &name.value)));
    for name in filed_under(site, page) {
        let text = searched(Field::Facets, name);
        if !texts.contains(&text) {
            texts.push(text);
        }
    }
    let summary = front.summary.iter();
    texts.extend(summary.map(|summary| searched(Field::Summary, &summary.value)));
    for section in sections {
        if let Some(heading) = section.heading {
            texts.push(searched(
                Field::Headings,
                &page.outline.headings[heading].text,
            ));
        }
        texts.push(Searched {
            shown: Shown::Section,
            ..searched(Field::Body, section.text.trim())
        });
    }
    texts.extend(facts(&front.case).into_iter().map(|fact| Searched {
        shown: Shown::Fact,
        ..searched(Field::Body, fact)
    }));
    let names = names(&front.case).into_iter();
    texts.extend(names.map(|text| searched(Field::Body, text)));
    texts
}

/// Names and other names of a page's terms in every language, its place and whose it is.
fn filed_under<'s>(site: &'s Site, page: &'s Page) -> impl Iterator<Item = &'s str> {
    let terms = site
        .taxonomies
        .iter()
        .zip(&page.terms)
        .flat_map(|(taxonomy, own)| {
            let terms = own.iter().map(|term| &taxonomy.terms[*term]);
            terms.flat_map(|term| {
                let aliases = term.aliases.iter().map(String::as_str);
                term.name.all().chain(aliases)
            })
        });
    let place = [&page.locality.province, &page.locality.district];
    let place = place.into_iter().flatten().map(String::as_str);
    let case = &page.front.case;
    let people = case.entity.iter().chain(&case.partners);
    terms
        .chain(place)
        .chain(people.map(|name| name.value.as_str()))
}

/// What the front matter of a case tells in sentences: results show these, too.
fn facts(case: &CaseStudy) -> Vec<&str> {
    let mut facts = Vec::new();
    for row in &case.results {
        facts.extend(row.indicator.iter().chain(&row.note));
    }
    if let Some(replication) = &case.replication {
        facts.extend(&replication.conditions);
        for step in &replication.steps {
            facts.extend(step.title.iter().chain(&step.description));
        }
        for risk in &replication.risks {
            facts.extend(risk.risk.iter().chain(&risk.mitigation));
        }
    }
    for norm in &case.legal_framework {
        facts.extend(norm.norm.iter().chain(&norm.title));
    }
    facts.into_iter().map(|fact| fact.value.as_str()).collect()
}

/// Whom and what a case names: found by, but not shown.
fn names(case: &CaseStudy) -> Vec<&str> {
    let mut names = Vec::new();
    names.extend(case.languages.iter());
    names.extend(
        case.population
            .iter()
            .flat_map(|people| &people.description),
    );
    names.extend(case.cost.iter().flat_map(|cost| &cost.covers));
    if let Some(replication) = &case.replication {
        names.extend(replication.steps.iter().flat_map(|step| &step.who));
        names.extend(
            replication
                .adopted_by
                .iter()
                .flat_map(|adoption| &adoption.place),
        );
    }
    for contact in &case.contacts {
        names.extend(
            contact
                .name
                .iter()
                .chain(&contact.role)
                .chain(&contact.entity),
        );
    }
    for source in &case.sources {
        names.extend(
            source
                .title
                .iter()
                .chain(&source.author)
                .chain(&source.institution),
        );
    }
    names.into_iter().map(|name| name.value.as_str()).collect()
}

/// The text of a section as results show it.
#[derive(Debug)]
pub enum Told<'p> {
    /// A section of the body.
    Section(Passage<'p>),
    /// What the front matter tells, one after another.
    Facts(Vec<Passage<'p>>),
}

/// Stands between two facts.
const BETWEEN_FACTS: &str = " · ";

impl Text for Told<'_> {
    fn tell(&self, writer: &mut TextWriter<'_>) {
        match self {
            Self::Section(passage) => passage.tell(writer),
            Self::Facts(facts) => tell_all(facts, writer),
        }
    }
}

fn tell_all(facts: &[Passage<'_>], writer: &mut TextWriter<'_>) {
    let mut rest = "";
    for (number, fact) in facts.iter().enumerate() {
        writer.between(rest);
        rest = fact.tell_words(if number > 0 { BETWEEN_FACTS } else { "" }, writer);
    }
    writer.end(rest);
}

/// What results show of a page with this prose.
pub fn fragment<'p>(
    site: &Site,
    page: &Page,
    prose: &'p Prose,
    letters: &'p WordTexts<'p>,
) -> Fragment<Told<'p>> {
    let language = site
        .config
        .languages
        .iter()
        .position(|code| *code == page.language);
    let period = page.front.case.period.as_ref();
    let year = period
        .and_then(|period| period.start.as_ref())
        .map(|year| year.value);
    let summary = page.front.summary.as_ref();
    Fragment {
        url: page.permalink.clone(),
        title: page.front.title.value.clone(),
        language: language.unwrap_or_default() as u32,
        kind: match page.kind {
            DocumentKind::CaseStudy => 0,
            DocumentKind::Model => 1,
            DocumentKind::Page | DocumentKind::Section => 2,
        },
        year: year.and_then(|year| u32::try_from(year).ok()),
        labels: labels(site, page),
        summary: summary
            .map(|summary| summary.value.clone())
            .unwrap_or_default(),
        sections: sections(page, prose, letters),
    }
}

/// Names of a page's place, sector and model.
fn labels(site: &Site, page: &Page) -> Vec<String> {
    let shown = [REGION, "sector", MANAGEMENT_MODEL];
    let taxonomies = site.taxonomies.iter().zip(&page.terms);
    taxonomies
        .filter(|(taxonomy, _)| shown.contains(&taxonomy.facet.key.as_str()))
        .flat_map(|(taxonomy, own)| own.iter().map(|term| &taxonomy.terms[*term]))
        .map(|term| term.name.get(&page.language).to_owned())
        .collect()
}

/// The first passage stands before all headings, each other one under its own.
fn sections<'p>(
    page: &Page,
    prose: &'p Prose,
    letters: &'p WordTexts<'p>,
) -> Vec<Section<Told<'p>>> {
    let headings = page.outline.headings.iter();
    let headings = std::iter::once(None).chain(headings.map(Some));
    let mut sections: Vec<_> = headings
        .zip(prose.sections(letters))
        .filter(|(heading, passage)| heading.is_some() || !passage.is_empty())
        .map(|(heading, passage)| Section {
            anchor: heading.map(|it| it.id.clone()).unwrap_or_default(),
            heading: heading.map(|it| it.text.clone()).unwrap_or_default(),
            text: Told::Section(passage),
        })
        .collect();
    let facts: Vec<Passage<'_>> = prose.facts(letters).collect();
    if !facts.is_empty() {
        sections.push(Section {
            anchor: String::new(),
            heading: String::new(),
            text: Told::Facts(facts),
        });
    }
    sections
}

//! What of a page is searched.

use crate::content::parse;
use crate::model::{CaseStudy, Page, Site};

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

//! What of a page is searched, and what results show of it.

use crate::config::{MANAGEMENT_MODEL, REGION};
use crate::diagnostics::Diagnostic;
use crate::parse::{CaseStudy, DocumentKind, Section};
use crate::site::{Page, Site};
use crate::wire::fragment;

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

/// Each text of a page whose body has these `sections`, in the order that readers meet
/// them.
pub fn texts<'s>(site: &'s Site, page: &'s Page, sections: &'s [Section]) -> Vec<(Field, &'s str)> {
    let front = &page.front;
    let mut texts = vec![(Field::Title, front.title.value.as_str())];
    let names_of_it = front.also_known_as.iter();
    texts.extend(names_of_it.map(|name| (Field::Title, name.value.as_str())));
    for name in filed_under(site, page) {
        if !texts.contains(&(Field::Facets, name)) {
            texts.push((Field::Facets, name));
        }
    }
    let summary = front.summary.iter();
    texts.extend(summary.map(|summary| (Field::Summary, summary.value.as_str())));
    for section in sections {
        if let Some(heading) = section.heading {
            texts.push((Field::Headings, &page.outline.headings[heading].text));
        }
        texts.push((Field::Body, &section.text));
    }
    let rest = facts(&front.case).into_iter().chain(names(&front.case));
    texts.extend(rest.map(|text| (Field::Body, text)));
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

/// What results show of a page.
///
/// # Errors
/// When the page's file has changed since it was checked.
pub fn fragment(site: &Site, page: &Page) -> Result<fragment::Fragment, Box<Diagnostic>> {
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
    Ok(fragment::Fragment {
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
        sections: sections(page)?,
    })
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

fn sections(page: &Page) -> Result<Vec<fragment::Section>, Box<Diagnostic>> {
    let mut sections: Vec<_> = page
        .sections()?
        .into_iter()
        .filter(|section| section.heading.is_some() || !section.text.trim().is_empty())
        .map(|section| {
            let heading = section
                .heading
                .map(|heading| &page.outline.headings[heading]);
            fragment::Section {
                anchor: heading
                    .map(|heading| heading.id.clone())
                    .unwrap_or_default(),
                heading: heading
                    .map(|heading| heading.text.clone())
                    .unwrap_or_default(),
                text: section.text.trim().to_owned(),
            }
        })
        .collect();
    let facts = facts(&page.front.case);
    if !facts.is_empty() {
        sections.push(fragment::Section {
            text: facts.join(" · "),
            ..Default::default()
        });
    }
    Ok(sections)
}

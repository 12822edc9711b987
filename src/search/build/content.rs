//! Selects the parts of a page that are searched.

use crate::content::parse;
use crate::model::{CaseStudy, Page, Site};

/// The fields of a document, as weighted by `impact`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Field {
    /// Title and alternative names.
    Title,
    /// Place, sector, model, entity: the terms and names that classify the case.
    Facets,
    /// Summary in the front matter.
    Summary,
    /// Headings of the body.
    Headings,
    /// Text of the body, and free text of the front matter.
    Body,
}

/// Number of fields.
pub(super) const FIELDS: usize = 5;

/// A text that is searched.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Searched<'s> {
    /// Field that contains the text.
    pub field: Field,
    /// The text, not composed yet.
    pub text: &'s str,
    /// How results show the text.
    pub shown: Shown,
}

/// How results show a searched text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Shown {
    /// Not at all, or from another source.
    Nothing,
    /// A section of the body.
    Section,
    /// A sentence of the front matter.
    Fact,
}

/// Returns the texts of a page whose body has these `sections`, in reading order.
pub(super) fn texts<'s>(
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
    let other_names = front.also_known_as.iter();
    texts.extend(other_names.map(|name| searched(Field::Title, &name.value)));
    for name in facet_names(site, page) {
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

/// Returns names and aliases of a page's terms in every language, its place, and the
/// institutions responsible.
fn facet_names<'s>(site: &'s Site, page: &'s Page) -> impl Iterator<Item = &'s str> {
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

/// Returns the free text in the front matter of a case, which results show.
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

/// Returns people, places and sources that a case names: searched, but not shown.
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

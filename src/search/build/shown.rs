//! Builds the fragment of a page: what results show of it.

use super::prose::{Passage, Prose, WordTexts};
use crate::model::{DocumentKind, MANAGEMENT_MODEL, Page, REGION, Site};
use crate::search::format::fragment::{Fragment, Section};
use crate::search::format::text::{Text, TextWriter};

/// The text of a section, yet to be encoded.
#[derive(Debug)]
pub(super) enum ShownText<'p> {
    /// A section of the body.
    Section(Passage<'p>),
    /// Sentences of the front matter, joined by [`BETWEEN_FACTS`].
    Facts(Vec<Passage<'p>>),
}

/// Separator between two facts.
const BETWEEN_FACTS: &str = " · ";

impl Text for ShownText<'_> {
    fn write(&self, writer: &mut TextWriter<'_>) {
        match self {
            Self::Section(passage) => passage.write(writer),
            Self::Facts(facts) => write_all(facts, writer),
        }
    }
}

fn write_all(facts: &[Passage<'_>], writer: &mut TextWriter<'_>) {
    let mut rest = "";
    for (number, fact) in facts.iter().enumerate() {
        writer.between(rest);
        rest = fact.write_words(if number > 0 { BETWEEN_FACTS } else { "" }, writer);
    }
    writer.end(rest);
}

/// Builds the fragment of a page from its texts.
pub(super) fn fragment<'p>(
    site: &Site,
    page: &Page,
    prose: &'p Prose,
    letters: &'p WordTexts<'p>,
) -> Fragment<ShownText<'p>> {
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

/// Returns the names of a page's place, sector and model.
fn labels(site: &Site, page: &Page) -> Vec<String> {
    let shown = [REGION, "sector", MANAGEMENT_MODEL];
    let taxonomies = site.taxonomies.iter().zip(&page.terms);
    taxonomies
        .filter(|(taxonomy, _)| shown.contains(&taxonomy.facet.key.as_str()))
        .flat_map(|(taxonomy, own)| own.iter().map(|term| &taxonomy.terms[*term]))
        .map(|term| term.name.get(&page.language).to_owned())
        .collect()
}

/// Returns the sections: the first passage comes before all headings, each other one under
/// its own.
fn sections<'p>(
    page: &Page,
    prose: &'p Prose,
    letters: &'p WordTexts<'p>,
) -> Vec<Section<ShownText<'p>>> {
    let headings = page.outline.headings.iter();
    let headings = std::iter::once(None).chain(headings.map(Some));
    let mut sections: Vec<_> = headings
        .zip(prose.sections(letters))
        .filter(|(heading, passage)| heading.is_some() || !passage.is_empty())
        .map(|(heading, passage)| Section {
            anchor: heading.map(|it| it.id.clone()).unwrap_or_default(),
            heading: heading.map(|it| it.text.clone()).unwrap_or_default(),
            text: ShownText::Section(passage),
        })
        .collect();
    let facts: Vec<Passage<'_>> = prose.facts(letters).collect();
    if !facts.is_empty() {
        sections.push(Section {
            anchor: String::new(),
            heading: String::new(),
            text: ShownText::Facts(facts),
        });
    }
    sections
}

//! What templates see of a document on its own page: the case or model with what
//! follows from the rest of the site.

use serde::Serialize;

use super::context::{CardView, FacetView, TermView, Views};
use super::figure::PictureView;
use crate::config::{MANAGEMENT_MODEL, REGION};
use crate::parse::{CaseStudy, DocumentKind, Heading, Measure, ResultRow, SourceReference};
use crate::site::{Locality, Page, PageId, Target};

/// A document on its own page.
#[derive(Serialize)]
pub struct DocumentView<'s> {
    title: &'s str,
    summary: Option<&'s str>,
    date: Option<String>,
    updated: Option<String>,
    headings: Vec<HeadingView<'s>>,
    also_known_as: Vec<&'s str>,
    facets: Vec<FacetView>,
    case: &'s CaseStudy,
    /// What changed, row by row, with the change computed.
    results: Vec<ResultView<'s>>,
    /// Whether any of them has a change.
    has_change: bool,
    /// Cases that this one adopted the practice from.
    adopted_from: Vec<CardView<'s>>,
    /// Where it happened, within its region.
    place: &'s Locality,
    /// Permalinks of the cases that adopted it, in the order of `adopted_by`.
    adoptions: Vec<Option<String>>,
    /// The cover picture.
    cover: Option<PictureView>,
    /// The body as HTML.
    content: String,
}

/// One indicator before and after, and what changed.
#[derive(Serialize)]
pub struct ResultView<'s> {
    #[serde(flatten)]
    row: &'s ResultRow,
    change: Option<Change>,
}

/// What changed from the baseline to the endline.
#[derive(Serialize)]
struct Change {
    /// In the row's unit; in points where that is a percentage.
    difference: f64,
    /// Of the baseline; none where the unit is a percentage or the baseline is 0.
    percent: Option<f64>,
}

/// What the cases of a model say together.
#[derive(Serialize)]
pub struct ModelView<'s> {
    /// Its cases.
    cases: Vec<CardView<'s>>,
    /// Regions of its cases, each with how many of these are there.
    regions: Vec<TermView>,
    /// The sources of each case, where it has any.
    sources: Vec<CaseSources<'s>>,
}

/// The sources of one case.
#[derive(Serialize)]
struct CaseSources<'s> {
    title: &'s str,
    permalink: &'s str,
    sources: &'s [SourceReference],
}

/// A heading in a table of contents.
#[derive(Serialize)]
pub struct HeadingView<'s> {
    level: u8,
    text: &'s str,
    id: &'s str,
}

impl<'s> Views<'s> {
    /// A document on its own page.
    pub fn document(
        &self,
        id: PageId,
        content: String,
        cover: Option<PictureView>,
    ) -> DocumentView<'s> {
        let page = &self.site.pages[id];
        let front = &page.front;
        let results: Vec<_> = front.case.results.iter().map(ResultView::new).collect();
        let adoptions = front
            .case
            .replication
            .iter()
            .flat_map(|part| &part.adopted_by);
        DocumentView {
            title: &front.title.value,
            summary: front.summary.as_ref().map(|text| text.value.as_str()),
            date: front.date.map(|date| date.to_string()),
            updated: front.updated.map(|date| date.to_string()),
            headings: page.outline.headings.iter().map(HeadingView::new).collect(),
            also_known_as: front
                .also_known_as
                .iter()
                .map(|name| name.value.as_str())
                .collect(),
            facets: self.facets_of(page, |_| true),
            case: &front.case,
            has_change: results.iter().any(|result| result.change.is_some()),
            results,
            adopted_from: self.cards(&self.adopted_from(id)),
            place: &page.locality,
            adoptions: adoptions
                .map(|adoption| internal(page, adoption.case.as_ref()?.value.as_str()))
                .collect(),
            cover,
            content,
        }
    }

    /// Cases that adopted_by of names `id`; a translation has its original's.
    fn adopted_from(&self, id: PageId) -> Vec<PageId> {
        let translations = self.site.translations(&self.site.pages[id].key);
        let own = translations.flat_map(|id| &self.site.pages[id].adopted_from);
        let mut found: Vec<PageId> = Vec::new();
        for from in own {
            let from = self.site.translated(*from, &self.edition.language);
            if !found.contains(&from) {
                found.push(from);
            }
        }
        found
    }

    /// What the cases of a model say together; none for any other document.
    pub fn model(&self, id: PageId) -> Option<ModelView<'s>> {
        let site = self.site;
        if site.pages[id].kind != DocumentKind::Model {
            return None;
        }
        let cases = self.cases_of_model(id);
        Some(ModelView {
            regions: self.regions_of(cases),
            sources: cases
                .iter()
                .filter_map(|id| CaseSources::new(&site.pages[*id]))
                .collect(),
            cases: self.cards(cases),
        })
    }

    fn cases_of_model(&self, id: PageId) -> &'s [PageId] {
        let taxonomies = self.site.taxonomies.iter().zip(&self.edition.cases_by_term);
        let models = taxonomies.filter(|(taxonomy, _)| taxonomy.facet.key == MANAGEMENT_MODEL);
        let mut terms = models.flat_map(|(taxonomy, cases)| taxonomy.terms.iter().zip(cases));
        let own = terms.find(|(term, _)| term.pages.values().any(|page| *page == id));
        own.map_or(&[], |(_, cases)| cases)
    }

    /// Regions in their own order, with how many of `cases` are in each.
    fn regions_of(&self, cases: &[PageId]) -> Vec<TermView> {
        let facets = self.site.taxonomies.iter();
        let Some(index) = facets
            .clone()
            .position(|taxonomy| taxonomy.facet.key == REGION)
        else {
            return Vec::new();
        };
        let terms = 0..self.site.taxonomies[index].terms.len();
        let counted = terms.map(|term| {
            let is_there = |id: &&PageId| self.site.pages[**id].terms[index].contains(&term);
            let count = cases.iter().filter(is_there).count();
            TermView {
                count,
                ..self.term(index, term)
            }
        });
        counted.filter(|term| term.count > 0).collect()
    }
}

impl<'s> ResultView<'s> {
    fn new(row: &'s ResultRow) -> Self {
        let value = |measure: &Option<Measure>| Some(measure.as_ref()?.value.as_ref()?.value);
        let is_percentage = row.unit.as_ref().is_some_and(|unit| unit.value == "%");
        let values = value(&row.baseline).zip(value(&row.endline));
        let change = values.map(|(before, after)| Change {
            difference: after - before,
            percent: Some((after - before) / before * 100.0)
                .filter(|percent| percent.is_finite() && !is_percentage),
        });
        Self { row, change }
    }
}

impl<'s> CaseSources<'s> {
    fn new(page: &'s Page) -> Option<Self> {
        let sources = page.front.case.sources.as_slice();
        (!sources.is_empty()).then(|| Self {
            title: &page.front.title.value,
            permalink: &page.permalink,
            sources,
        })
    }
}

impl<'s> HeadingView<'s> {
    fn new(heading: &'s Heading) -> Self {
        Self {
            level: heading.level,
            text: &heading.text,
            id: &heading.id,
        }
    }
}

fn internal(page: &Page, written: &str) -> Option<String> {
    match page.targets.get(written)? {
        Target::Internal { permalink, .. } => Some(permalink.clone()),
        _ => None,
    }
}

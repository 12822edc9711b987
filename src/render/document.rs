//! Template data of a document on its own page: a case or model, with data derived from the
//! rest of the site.

use serde::Serialize;
use tera::Value;

use super::code::CodeView;
use super::figure::PictureView;
use super::map::MapView;
use super::views::{FacetView, PagerView, TermView, Views};
use crate::model::{
    CaseStudy, DocumentKind, Heading, Locality, Measure, Page, PageId, REGION, ResultRow,
    SourceReference, Target,
};
use crate::output::open_data::linked_data;

/// A document on its own page.
#[derive(Serialize)]
pub(super) struct DocumentView<'s> {
    permalink: &'s str,
    title: &'s str,
    summary: Option<&'s str>,
    date: Option<String>,
    updated: Option<String>,
    headings: Vec<HeadingView<'s>>,
    also_known_as: Vec<&'s str>,
    facets: Vec<FacetView>,
    case: &'s CaseStudy,
    /// The result rows, with their computed change.
    results: Vec<ResultView<'s>>,
    /// Whether any of the results has a change.
    has_change: bool,
    /// Whether any of the results has bars.
    has_bars: bool,
    /// Cases from which this one adopted the practice.
    adopted_from: Vec<Value>,
    /// Place within the case's region.
    place: &'s Locality,
    /// Permalinks of the adopting cases, in the order of `adopted_by`; `None` if there is
    /// no case.
    adoptions: Vec<Option<String>>,
    cover: Option<PictureView>,
    /// The page as schema.org JSON-LD.
    linked_data: String,
    /// QR code of the public address.
    code: Option<CodeView>,
    /// The body, rendered as HTML.
    content: String,
}

/// One indicator before and after, and the change.
#[derive(Serialize)]
pub(super) struct ResultView<'s> {
    #[serde(flatten)]
    row: &'s ResultRow,
    change: Option<Change>,
    /// `None` if bars cannot show both values.
    bars: Option<Bars>,
}

/// Lengths of the bars for baseline and endline, in percent of the longer one.
#[derive(Serialize)]
struct Bars {
    baseline: f64,
    endline: f64,
}

/// Change from the baseline to the endline.
#[derive(Serialize)]
struct Change {
    /// In the row's unit; in percentage points if that is a percentage.
    difference: f64,
    /// Relative to the baseline; `None` if the unit is a percentage or the baseline is 0.
    percent: Option<f64>,
}

/// Combined data of a model's cases.
#[derive(Serialize)]
pub(super) struct ModelView<'s> {
    /// The newest cases, at most one page of a list. Results, adoptions and sources are
    /// those of these cases only.
    cases: Vec<Value>,
    /// Total number of the model's cases.
    case_count: usize,
    /// Links to the list of all its cases.
    pager: Option<PagerView>,
    /// Regions of all its cases, each with the number of cases there.
    regions: Vec<TermView>,
    /// Map of all its cases.
    map: Option<MapView>,
    /// Measured results of each case that has any.
    results: Vec<CaseResults<'s>>,
    /// Whether any of the results has bars.
    has_bars: bool,
    /// Adoptions with a known year, earliest first.
    adoptions: Vec<AdoptionView<'s>>,
    /// Sources of each case that has any.
    sources: Vec<CaseSources<'s>>,
}

/// Measured results of one case.
#[derive(Serialize)]
struct CaseResults<'s> {
    title: &'s str,
    permalink: &'s str,
    results: Vec<ResultView<'s>>,
}

/// A government that applies a model.
#[derive(Serialize)]
struct AdoptionView<'s> {
    year: i16,
    /// Adopting place; `None` for the case itself.
    place: Option<&'s str>,
    /// The case that reports it.
    title: &'s str,
    permalink: &'s str,
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
pub(super) struct HeadingView<'s> {
    level: u8,
    text: &'s str,
    id: &'s str,
}

impl<'s> Views<'s> {
    /// Builds the view of a document on its own page.
    pub(super) fn document(
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
            permalink: &page.permalink,
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
            has_bars: has_bars(&results),
            results,
            adopted_from: self.cards(&self.adopted_from(id)),
            place: &page.locality,
            adoptions: adoptions
                .map(|adoption| internal(page, adoption.case.as_ref()?.value.as_str()))
                .collect(),
            cover,
            linked_data: linked_data(self.site, self.edition, page),
            code: self.code(&page.permalink),
            content,
        }
    }

    /// Returns the cases whose `adopted_by` names `id` or a translation of it.
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

    /// Returns the combined data of a model's cases; `None` for any other document.
    pub(super) fn model(&self, id: PageId) -> Option<ModelView<'s>> {
        let site = self.site;
        if site.pages[id].kind != DocumentKind::Model {
            return None;
        }
        let cases = site.cases_of_model(self.edition, id);
        let shown = self.slice(cases, 1);
        let pages = shown.iter().map(|id| &*site.pages[*id]);
        let term = site.term_of_model(id);
        let results: Vec<_> = pages.clone().filter_map(CaseResults::new).collect();
        Some(ModelView {
            regions: self.regions_of(cases),
            sources: pages.clone().filter_map(CaseSources::new).collect(),
            map: self.map(cases),
            has_bars: results.iter().any(|case| has_bars(&case.results)),
            results,
            adoptions: adoptions(pages),
            cases: self.cards(shown),
            case_count: cases.len(),
            pager: term.map(|(taxonomy, term)| self.term_pager(taxonomy, term, 1)),
        })
    }

    /// Returns the regions that have any of `cases`, in display order, each with their
    /// number.
    pub(super) fn regions_of(&self, cases: &[PageId]) -> Vec<TermView> {
        let Some(index) = self.taxonomy(REGION) else {
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
        Self {
            row,
            change,
            bars: values.and_then(|(before, after)| Bars::of(before, after)),
        }
    }
}

impl Bars {
    /// `None` for values that bars starting at zero cannot show.
    fn of(before: f64, after: f64) -> Option<Self> {
        let longest = before.max(after);
        (before.min(after) >= 0.0 && longest > 0.0).then(|| Self {
            baseline: percent(before, longest),
            endline: percent(after, longest),
        })
    }
}

fn has_bars(results: &[ResultView<'_>]) -> bool {
    results.iter().any(|result| result.bars.is_some())
}

/// Returns a percentage, rounded to one decimal.
fn percent(part: f64, whole: f64) -> f64 {
    (part / whole * 1000.0).round() / 10.0
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

impl<'s> CaseResults<'s> {
    fn new(page: &'s Page) -> Option<Self> {
        let results = &page.front.case.results;
        (!results.is_empty()).then(|| Self {
            title: &page.front.title.value,
            permalink: &page.permalink,
            results: results.iter().map(ResultView::new).collect(),
        })
    }
}

/// Collects the start of each case and the adoptions of its practice, sorted by year.
fn adoptions<'s>(pages: impl Iterator<Item = &'s Page>) -> Vec<AdoptionView<'s>> {
    let mut adoptions: Vec<AdoptionView<'s>> = pages.flat_map(adoptions_of).collect();
    adoptions.sort_by_key(|adoption| adoption.year);
    adoptions
}

fn adoptions_of(page: &Page) -> Vec<AdoptionView<'_>> {
    let view = |year, place| AdoptionView {
        year,
        place,
        title: &page.front.title.value,
        permalink: &page.permalink,
    };
    let case = &page.front.case;
    let start = case
        .period
        .as_ref()
        .and_then(|period| period.start.as_ref());
    let own = start.map(|year| view(year.value, None));
    let others = case.replication.iter().flat_map(|part| &part.adopted_by);
    // Adoptions with a case of their own are listed with that case.
    let others = others.filter(|adoption| adoption.case.is_none());
    let others = others.filter_map(|adoption| {
        let place = adoption.place.as_ref().map(|place| place.value.as_str());
        Some(view(adoption.year.as_ref()?.value, place))
    });
    own.into_iter().chain(others).collect()
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

//! Reviews what a government that wants to replicate a case would find missing.
//!
//! The result is advice, never a reason not to publish: a case without a cost is still
//! worth reading. The score measures how much of the information for replication is there.

pub(crate) mod table;
mod translations;

use crate::messages::diagnostics::{Diagnostic, Kind, Location};
use crate::model::{DocumentKind, Page, Site};

pub(crate) use translations::translations;

/// Information that a case should contain.
#[derive(Debug)]
pub(crate) struct Criterion {
    /// Advice given if it is missing.
    pub advice: Kind,
    /// Weight in the score, out of 100.
    pub points: u32,
    is_met: fn(&Page) -> bool,
}

/// Every criterion; the points add up to 100.
pub(crate) const CRITERIA: &[Criterion] = &[
    criterion(Kind::LacksSummary, 10, |page| page.front.summary.is_some()),
    criterion(Kind::LacksResults, 20, |page| {
        !page.front.case.results.is_empty()
    }),
    criterion(Kind::LacksResultSources, 10, |page| {
        let results = &page.front.case.results;
        !results.is_empty() && results.iter().all(|row| !row.source.is_empty())
    }),
    criterion(Kind::LacksCost, 10, |page| {
        let cost = page.front.case.cost.as_ref();
        cost.is_some_and(|cost| cost.amount.is_some())
    }),
    criterion(Kind::LacksConditions, 10, |page| {
        let replication = page.front.case.replication.as_ref();
        replication.is_some_and(|part| !part.conditions.is_empty())
    }),
    criterion(Kind::LacksSteps, 10, |page| {
        let replication = page.front.case.replication.as_ref();
        replication.is_some_and(|part| !part.steps.is_empty())
    }),
    criterion(Kind::LacksRisks, 5, |page| {
        let replication = page.front.case.replication.as_ref();
        replication.is_some_and(|part| !part.risks.is_empty())
    }),
    criterion(Kind::LacksContacts, 10, |page| {
        !page.front.case.contacts.is_empty()
    }),
    criterion(Kind::LacksSources, 10, |page| {
        !page.front.case.sources.is_empty()
    }),
    criterion(Kind::LacksPeriod, 5, |page| {
        page.front.case.period.is_some()
    }),
];

const fn criterion(advice: Kind, points: u32, is_met: fn(&Page) -> bool) -> Criterion {
    Criterion {
        advice,
        points,
        is_met,
    }
}

/// The review of one case.
#[derive(Debug, Clone)]
pub struct CaseReview {
    /// Title of the case.
    pub title: String,
    /// Location of the title.
    pub location: Location,
    /// Advice on the criteria it does not meet, in the order of [`CRITERIA`].
    pub lacking: Vec<&'static Kind>,
    /// Points of the criteria it meets, 0 to 100.
    pub score: u32,
}

impl CaseReview {
    fn of(page: &Page) -> Self {
        let (met, lacking): (Vec<_>, Vec<_>) = CRITERIA
            .iter()
            .partition(|criterion| (criterion.is_met)(page));
        Self {
            title: page.front.title.value.clone(),
            location: Location::new(&page.source, page.front.title.span.clone()),
            lacking: lacking
                .into_iter()
                .map(|criterion| &criterion.advice)
                .collect(),
            score: met.into_iter().map(|criterion| criterion.points).sum(),
        }
    }

    /// Returns the advice to report: a case without results is not also reported for
    /// lacking their sources.
    pub fn reported(&self) -> impl Iterator<Item = &'static Kind> {
        let has_results = !self.lacking.contains(&&Kind::LacksResults);
        let is_reported = move |advice: &&Kind| has_results || **advice != Kind::LacksResultSources;
        self.lacking.iter().copied().filter(is_reported)
    }

    /// Returns one diagnostic for each reported criterion.
    pub fn advice(&self) -> impl Iterator<Item = Diagnostic> {
        self.reported()
            .map(|advice| Diagnostic::new(advice.clone(), self.location.clone()))
    }
}

/// Reviews every case except translations, in the order of their paths.
pub(crate) fn review(site: &Site) -> Vec<CaseReview> {
    let default = site.config.default_language();
    let cases = site.pages.iter().enumerate().filter(|(id, page)| {
        page.kind == DocumentKind::CaseStudy && site.translated(*id, default) == *id
    });
    cases.map(|(_, page)| CaseReview::of(page)).collect()
}

#[cfg(test)]
mod tests {
    use super::CRITERIA;

    #[test]
    fn criteria_sum_to_a_hundred() {
        let points: u32 = CRITERIA.iter().map(|criterion| criterion.points).sum();
        assert_eq!(points, 100);
    }
}

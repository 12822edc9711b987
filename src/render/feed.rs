//! Feeds of the newest cases.

use std::cmp::Reverse;

use serde::Serialize;
use tera::Value;

use super::views::Views;
use crate::model::PageId;

/// Maximum number of cases in a feed.
const MAX_ENTRIES: usize = 20;

/// A feed, as templates see it.
#[derive(Serialize)]
pub(super) struct FeedView {
    /// Name of the cases' term; `None` for all cases.
    name: Option<String>,
    /// Permalink of the page that lists the cases.
    permalink: String,
    /// Date of the latest change; `None` if there are no cases.
    updated: Option<String>,
    /// Cards of the cases, each with its date of publication.
    entries: Vec<Value>,
}

impl Views<'_> {
    /// Builds the feed of all cases, or of a term given by taxonomy and index.
    pub(super) fn feed(&self, of: Option<(usize, usize)>) -> FeedView {
        let (cases, name, permalink) = match of {
            None => {
                let permalink = format!("{}casos/index.html", self.edition.folder);
                (&self.edition.cases, None, permalink)
            }
            Some((taxonomy, term)) => {
                let cases = &self.edition.cases_by_term[taxonomy][term];
                let term = self.term(taxonomy, term);
                (cases, Some(term.name), term.permalink)
            }
        };
        let changed = |id: &PageId| self.site.pages[*id].changed();
        let mut newest: Vec<PageId> = cases
            .iter()
            .copied()
            .filter(|id| changed(id).is_some())
            .collect();
        newest.sort_by_key(|id| Reverse(changed(id)));
        newest.truncate(MAX_ENTRIES);
        FeedView {
            name,
            permalink,
            updated: newest
                .first()
                .and_then(changed)
                .map(|date| date.to_string()),
            entries: newest.into_iter().map(|id| self.entry(id)).collect(),
        }
    }

    fn entry(&self, id: PageId) -> Value {
        let date = self.site.pages[id].front.date;
        self.card_with(id, "published", date.map(|date| date.to_string()))
    }
}

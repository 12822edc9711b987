//! The newest cases, for feeds.

use std::cmp::Reverse;

use serde::Serialize;
use tera::Value;

use super::views::Views;
use crate::model::PageId;

/// Cases in a feed.
const MOST: usize = 20;

/// A feed.
#[derive(Serialize)]
pub struct FeedView {
    /// What its cases are filed under; none for all cases.
    name: Option<String>,
    /// The page that lists them.
    permalink: String,
    /// When the newest of them changed.
    updated: Option<String>,
    /// Cases, each with when it was published.
    entries: Vec<Value>,
}

impl Views<'_> {
    /// The feed of all cases, or of a term by its taxonomy and index.
    pub fn feed(&self, of: Option<(usize, usize)>) -> FeedView {
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
        newest.truncate(MOST);
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

//! Searches a built index on the command line, as the search page does in the browser.
//!
//! `docs/search-format.md` specifies how a query is answered.
//! `themes/quipu/scripts/search/` implements the same in JavaScript; both must return the
//! same results.
//!
//! ```text
//! query → lookup (synonyms, similar) → rank → excerpt
//! ```

mod distance;
mod excerpt;
mod files;
mod lookup;
mod matches;
mod rank;
mod similar;
mod synonyms;
mod syntax;
#[cfg(test)]
mod vectors;

use std::collections::HashMap;

use crate::search::format::fragment::Fragment;

pub(crate) use excerpt::Excerpt;
pub(crate) use files::{Files, Folder, OpenError};
pub(crate) use rank::Hit;

use files::Index;
use lookup::Lookup;
use syntax::Query;

/// Score factor of a document that is not in the reader's language.
const FOREIGN: f64 = 0.65;

/// Results of a search.
#[derive(Debug, Default)]
pub(crate) struct Found {
    /// Documents that match every part of the query, then those that match some, best
    /// first.
    pub hits: Vec<Hit>,
    /// Number of `hits` that match every part.
    pub full_matches: usize,
    /// Words that occur in no page, each with the word searched instead.
    pub corrections: Vec<(String, String)>,
    /// Words that occur in no page and have no correction.
    pub unknown: Vec<String>,
    /// Folded forms that matched, each with the index of its part of the query.
    pub forms: HashMap<String, usize>,
}

/// Sort order of hits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum Order {
    /// By score, best first.
    #[default]
    Relevance,
    /// By date, newest first.
    Date,
    /// By title, alphabetically.
    Title,
}

/// An open index, searched for readers of one language.
pub(crate) struct Search {
    index: Index,
    /// Index of the reader's language in the site's languages.
    language: usize,
}

impl Search {
    /// Opens an index for readers of `language`, or of the site's default language if the
    /// site lacks it.
    ///
    /// # Errors
    /// Returns an error if the index is missing or of another version.
    pub(crate) fn open(files: Box<dyn Files>, language: &str) -> Result<Self, OpenError> {
        let index = Index::open(files)?;
        let languages = &index.root.languages;
        let language = languages
            .iter()
            .position(|code| code == language)
            .unwrap_or_default();
        Ok(Self { index, language })
    }

    /// Returns the code of a language by its index; empty if there is none.
    pub(crate) fn language(&self, index: u32) -> &str {
        self.index
            .root
            .languages
            .get(index as usize)
            .map_or("", String::as_str)
    }

    /// Answers a query. The last word may be incomplete.
    pub(crate) fn search(&self, text: &str, order: Order) -> Found {
        let names: Vec<&str> = self
            .index
            .root
            .facets
            .iter()
            .map(|(names, _)| names.as_str())
            .collect();
        let query = Query::parse(text, &names, &self.index.root.stops);
        let lookup = Lookup::new(&self.index);
        let mut found = Found::default();
        let parts = lookup.parts(&query.clauses, &mut found);
        let mut weights = self.weights(&query);
        for clause in &query.excluded {
            for document in lookup.exact(clause).keys() {
                mark(&mut weights, *document, 0.0);
            }
        }
        let ranks = &self.index.root.ranks;
        rank::rank(ranks, &parts, &weights, query.has_filter, &mut found);
        rank::order(&self.index, order, &mut found);
        found
    }

    /// Returns a score factor by document: 0 if the reader's language or the query's
    /// filters exclude it.
    fn weights(&self, query: &Query) -> Vec<f64> {
        let root = &self.index.root;
        let weight_in = |language| {
            if language == self.language {
                1.0
            } else {
                FOREIGN
            }
        };
        let mut weights = vec![weight_in(0); root.ranks.len()];
        for (documents, language) in root.written.iter().zip(1..) {
            for document in documents {
                mark(&mut weights, *document, weight_in(language));
            }
        }
        for hidden in root.hidden.get(self.language).into_iter().flatten() {
            mark(&mut weights, *hidden, 0.0);
        }
        for filter in &query.filters {
            let mut has_term = vec![false; weights.len()];
            for term in self
                .index
                .facet(filter.facet)
                .iter()
                .filter(|term| filter.accepts(term))
            {
                for document in &term.documents {
                    mark(&mut has_term, *document, true);
                }
            }
            for (weight, has_term) in weights.iter_mut().zip(has_term) {
                if has_term == filter.is_excluded {
                    *weight = 0.0;
                }
            }
        }
        weights
    }

    /// Returns what results show of a document; `None` if its file cannot be read.
    pub(crate) fn fragment(&self, document: u32) -> Option<Fragment> {
        self.index.fragment(document)
    }

    /// Returns the passage of a fragment that best shows why it was found.
    pub(crate) fn excerpt(&self, fragment: &Fragment, found: &Found) -> Excerpt {
        excerpt::excerpt(fragment, &found.forms)
    }
}

/// Sets the mark of a document. Documents out of range are ignored, as a damaged index may
/// list some.
fn mark<T>(marks: &mut [T], document: u32, value: T) {
    if let Some(mark) = marks.get_mut(document as usize) {
        *mark = value;
    }
}

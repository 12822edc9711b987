//! The reader's search, over a built index: what the search page does in the browser,
//! on the command line.
//!
//! `docs/search-format.md` tells how a query is answered, and
//! `themes/quipu/scripts/search/` does the same in JavaScript; `tests/search/vectors.json`
//! holds both to it.
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

use std::collections::HashMap;

use crate::search::format::fragment::Fragment;

pub use excerpt::Excerpt;
pub use files::{Files, Folder, OpenError};
pub use rank::Hit;

use files::Index;
use lookup::Lookup;
use syntax::Query;

/// What a document counts that is not in the reader's language.
const FOREIGN: f64 = 0.65;

/// What was found.
#[derive(Debug, Default)]
pub struct Found {
    /// Documents with every word, then those with some, best first.
    pub hits: Vec<Hit>,
    /// How many have every word.
    pub whole: usize,
    /// Words that no page has, each with the one that was searched instead.
    pub corrections: Vec<(String, String)>,
    /// Words that no page has, nor anything like them.
    pub unknown: Vec<String>,
    /// Folded forms that were found, each with its place among the query's words.
    pub forms: HashMap<String, usize>,
}

/// How hits are ordered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Order {
    /// The best first.
    #[default]
    Relevance,
    /// The newest first.
    Date,
    /// By title.
    Title,
}

/// A search over an index.
pub struct Search {
    index: Index,
    /// Index of the reader's language.
    language: usize,
}

impl Search {
    /// Opens an index for readers of `language`, or of the site's first.
    ///
    /// # Errors
    /// When there is no index there, or one of another version.
    pub fn open(files: Box<dyn Files>, language: &str) -> Result<Self, OpenError> {
        let index = Index::open(files)?;
        let languages = &index.root.languages;
        let language = languages
            .iter()
            .position(|code| code == language)
            .unwrap_or_default();
        Ok(Self { index, language })
    }

    /// Code of a language by its index.
    pub fn language(&self, index: u32) -> &str {
        self.index
            .root
            .languages
            .get(index as usize)
            .map_or("", String::as_str)
    }

    /// Answers a query. The last word may be unfinished.
    pub fn search(&self, text: &str, order: Order) -> Found {
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
        rank::rank(&self.index, &parts, &weights, query.has_filter, &mut found);
        rank::order(&self.index, order, &mut found);
        found
    }

    /// By document what it counts: nothing if the reader's language or the query's filters
    /// leave it out.
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
            let mut having = vec![false; weights.len()];
            for term in self
                .index
                .facet(filter.facet)
                .iter()
                .filter(|term| filter.takes(term))
            {
                for document in &term.documents {
                    mark(&mut having, *document, true);
                }
            }
            for (weight, having) in weights.iter_mut().zip(having) {
                if having == filter.is_excluded {
                    *weight = 0.0;
                }
            }
        }
        weights
    }

    /// What results show of a document.
    pub fn fragment(&self, document: u32) -> Option<Fragment> {
        self.index.fragment(document)
    }

    /// The stretch of a fragment that shows best why it was found.
    pub fn excerpt(&self, fragment: &Fragment, found: &Found) -> Excerpt {
        excerpt::excerpt(fragment, &found.forms)
    }
}

/// Marks a document. A damaged index may name some that there are not.
fn mark<T>(marks: &mut [T], document: u32, value: T) {
    if let Some(mark) = marks.get_mut(document as usize) {
        *mark = value;
    }
}

//! Parses queries.

use crate::base::text::fold;
use crate::search::format::facet::Term;

/// A query: its words, phrases, exclusions and filters.
#[derive(Debug, Default)]
pub(super) struct Query {
    /// Words and phrases to search for.
    pub clauses: Vec<Clause>,
    /// Words and phrases that exclude a document.
    pub excluded: Vec<Clause>,
    /// Facet terms that a document must or must not have.
    pub filters: Vec<Filter>,
    /// Whether there is a filter: a query of filters alone is valid.
    pub has_filter: bool,
}

/// A word or phrase of a query.
#[derive(Debug, Default, Clone)]
pub(super) struct Clause {
    /// Folded words, each with its offset in the clause; stop words are omitted but
    /// counted.
    pub words: Vec<(String, u32)>,
    /// Whether the words must occur at these offsets.
    pub is_phrase: bool,
    /// Whether the last word may be incomplete.
    pub is_typing: bool,
    /// Offset of the first word in the query.
    pub query_position: u32,
}

/// A facet filter, such as `region:loreto`.
#[derive(Debug)]
pub(super) struct Filter {
    /// Index of the facet in the root.
    pub facet: usize,
    /// The value as a slug.
    pub(super) value: String,
    /// Whether documents with the term are excluded.
    pub is_excluded: bool,
}

impl Filter {
    /// Whether the filter matches a term.
    pub(super) fn accepts(&self, term: &Term) -> bool {
        term.slug == self.value || term.names.iter().any(|name| dashed(name) == self.value)
    }
}

impl Query {
    /// Parses `text`. `facets` are the facets' names as in
    /// [`Root::facets`](crate::search::format::root::Root::facets); `stops` must be sorted.
    pub(super) fn parse(text: &str, facets: &[&str], stops: &[String]) -> Self {
        let mut query = Self::default();
        let mut query_position = 0;
        let is_typing = text.chars().next_back().is_some_and(is_word);
        let parts = parts(text);
        for (at, part) in parts.iter().enumerate() {
            let is_last = at + 1 == parts.len();
            if let Some(filter) = part.filter(facets) {
                query.filters.push(filter);
                continue;
            }
            let words = part.words();
            let all: Vec<(String, u32)> = words.into_iter().zip(0..).collect();
            let count = all.len() as u32;
            let is_open = |at: u32| is_last && is_typing && !part.is_quoted && at + 1 == count;
            let content = all
                .into_iter()
                .filter(|(word, at)| is_open(*at) || stops.binary_search(word).is_err());
            let content: Vec<(String, u32)> = content.collect();
            if part.is_quoted {
                let clause = Clause {
                    words: content,
                    is_phrase: true,
                    is_typing: false,
                    query_position,
                };
                query.add(clause, part.is_excluded);
            } else {
                for (word, offset) in content {
                    let is_typing = is_open(offset);
                    let words = vec![(word, 0)];
                    query.add(
                        Clause {
                            words,
                            is_phrase: false,
                            is_typing,
                            query_position: query_position + offset,
                        },
                        part.is_excluded,
                    );
                }
            }
            query_position += count;
        }
        query.has_filter = !query.filters.is_empty();
        query
    }

    fn add(&mut self, clause: Clause, is_excluded: bool) {
        if clause.words.is_empty() {
            return;
        }
        if is_excluded {
            self.excluded.push(clause);
        } else {
            self.clauses.push(clause);
        }
    }
}

/// A token of a query: up to a space, or in quotes.
struct Part<'q> {
    is_excluded: bool,
    field: &'q str,
    text: &'q str,
    is_quoted: bool,
}

fn parts(query: &str) -> Vec<Part<'_>> {
    let mut parts = Vec::new();
    let mut rest = query.trim_start();
    while !rest.is_empty() {
        let after = rest
            .strip_prefix('-')
            .filter(|after| after.starts_with(|next: char| is_word(next) || next == '"'));
        let is_excluded = after.is_some();
        rest = after.unwrap_or(rest);
        let name = rest
            .find(|character: char| !(character.is_alphabetic() || character == '_'))
            .unwrap_or(0);
        let has_field = name > 0
            && rest[name..].starts_with(':')
            && rest[name + 1..].starts_with(|next: char| is_word(next) || next == '"');
        let field = if has_field { &rest[..name] } else { "" };
        rest = if has_field { &rest[name + 1..] } else { rest };
        let quoted = rest
            .strip_prefix('"')
            .and_then(|inside| inside.split_once('"'));
        let (text, after) = quoted.unwrap_or_else(|| {
            let end = rest.find(char::is_whitespace).unwrap_or(rest.len());
            rest.split_at(end)
        });
        parts.push(Part {
            is_excluded,
            field,
            text,
            is_quoted: quoted.is_some(),
        });
        rest = after.trim_start();
    }
    parts
}

impl Part<'_> {
    fn filter(&self, facets: &[&str]) -> Option<Filter> {
        let field = fold(self.field);
        let facet = facets
            .iter()
            .position(|names| names.split(' ').any(|name| name == field))?;
        Some(Filter {
            facet,
            value: dashed(self.text),
            is_excluded: self.is_excluded,
        })
    }

    /// Returns the folded words; a field that is not a facet is a word like any other.
    fn words(&self) -> Vec<String> {
        let text = fold(&format!("{} {}", self.field, self.text));
        let words = text
            .split(|character| !is_word(character))
            .filter(|word| !word.is_empty());
        words.map(str::to_owned).collect()
    }
}

fn is_word(character: char) -> bool {
    character.is_alphanumeric()
}

/// Converts text to a slug.
fn dashed(text: &str) -> String {
    let text = fold(text);
    let words: Vec<&str> = text
        .split(|character| !is_word(character))
        .filter(|word| !word.is_empty())
        .collect();
    words.join("-")
}

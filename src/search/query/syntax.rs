//! What readers type, taken apart.

use crate::base::text::fold;
use crate::search::format::facet::Term;

/// A query.
#[derive(Debug, Default)]
pub struct Query {
    /// What a page should have.
    pub clauses: Vec<Clause>,
    /// What it must not have.
    pub excluded: Vec<Clause>,
    /// Terms it must or must not have.
    pub filters: Vec<Filter>,
    /// Whether a filter alone makes a query.
    pub has_filter: bool,
}

/// Words of a query that belong together.
#[derive(Debug, Default, Clone)]
pub struct Clause {
    /// Folded words, each with its offset: stop words are left out but counted.
    pub words: Vec<(String, u32)>,
    /// Whether they must stand so in the text.
    pub is_phrase: bool,
    /// Whether the last of them may be unfinished.
    pub is_typing: bool,
    /// Offset of its first word in the query.
    pub place: u32,
}

/// `region:loreto`.
#[derive(Debug)]
pub struct Filter {
    /// Index of the facet.
    pub facet: usize,
    /// Its value, as addresses write it.
    value: String,
    /// Whether it must not be so.
    pub is_excluded: bool,
}

impl Filter {
    /// Whether the filter asks for a term.
    pub fn takes(&self, term: &Term) -> bool {
        term.slug == self.value || term.names.iter().any(|name| dashed(name) == self.value)
    }
}

impl Query {
    /// Takes `text` apart. `facets` are their names; `stops` are sorted.
    pub fn parse(text: &str, facets: &[&str], stops: &[String]) -> Self {
        let mut query = Self::default();
        let mut place = 0;
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
            let kept = all
                .into_iter()
                .filter(|(word, at)| is_open(*at) || stops.binary_search(word).is_err());
            let kept: Vec<(String, u32)> = kept.collect();
            if part.is_quoted {
                let clause = Clause {
                    words: kept,
                    is_phrase: true,
                    is_typing: false,
                    place,
                };
                query.add(clause, part.is_excluded);
            } else {
                for (word, offset) in kept {
                    let is_typing = is_open(offset);
                    let words = vec![(word, 0)];
                    query.add(
                        Clause {
                            words,
                            is_phrase: false,
                            is_typing,
                            place: place + offset,
                        },
                        part.is_excluded,
                    );
                }
            }
            place += count;
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

/// A stretch of a query: up to a space, or in quotes.
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

    /// Its words, folded; a field that is no facet's is a word like others.
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

/// Text as addresses write it.
fn dashed(text: &str) -> String {
    let text = fold(text);
    let words: Vec<&str> = text
        .split(|character| !is_word(character))
        .filter(|word| !word.is_empty())
        .collect();
    words.join("-")
}

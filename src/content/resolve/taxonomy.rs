//! Taxonomies: collects terms from vocabularies and models, and maps words to terms.

use std::collections::HashMap;

use crate::base::text::{fold, nearest, slug};
use crate::content::parse::{Document, TermEntry, Vocabulary};
use crate::messages::diagnostics::{Diagnostic, Kind, Located, Location, MAX_PER_FILE};
use crate::model;
use crate::model::{
    Config, DocumentKind, Facet, LocalizedText, MANAGEMENT_MODEL, Taxonomy, Term, YEAR,
};

/// The terms of a facet, with the words that denote them.
pub(super) struct Lexicon {
    /// Facet with its terms; indices of terms refer to it.
    pub taxonomy: Taxonomy,
    /// Index of the term by [`word_key`].
    words: HashMap<String, usize>,
}

impl Lexicon {
    fn new(facet: Facet) -> Self {
        let terms = Vec::new();
        Self {
            taxonomy: Taxonomy { facet, terms },
            words: HashMap::new(),
        }
    }

    /// Adds the terms of all vocabularies of its facet.
    fn add_all(&mut self, vocabularies: &[Vocabulary], diagnostics: &mut Vec<Diagnostic>) {
        let key = self.taxonomy.facet.key.clone();
        for vocabulary in vocabularies.iter().filter(|found| found.facet == key) {
            add_vocabulary(self, vocabulary, diagnostics);
        }
    }

    /// Returns the index of the term for a word, compared by [`word_key`].
    pub(super) fn find(&self, word: &str) -> Option<usize> {
        self.words.get(&word_key(word)).copied()
    }

    /// Returns the slug, name or alias most similar to `word`.
    fn suggestion(&self, word: &str) -> Option<String> {
        let words = self.taxonomy.terms.iter().flat_map(|term| {
            let others = term.aliases.iter().map(String::as_str);
            std::iter::once(term.slug.as_str())
                .chain(term.name.all())
                .chain(others)
        });
        nearest(word, words)
    }

    /// Whether `term` is `wider` or a descendant of it.
    fn is_within(&self, term: usize, wider: usize) -> bool {
        let mut chain = std::iter::successors(Some(term), |at| self.taxonomy.terms[*at].parent);
        chain.any(|at| at == wider)
    }

    fn push(&mut self, term: Term, words: impl IntoIterator<Item = String>) {
        let index = self.taxonomy.terms.len();
        self.taxonomy.terms.push(term);
        for word in words {
            self.words.entry(word).or_insert(index);
        }
    }
}

/// Returns the form in which words are compared: without case, accents, spaces or hyphens.
pub(super) fn word_key(word: &str) -> String {
    let slug = slug(word);
    if slug.is_empty() { fold(word) } else { slug }
}

/// Returns one lexicon per facet, in the order of the site's facets.
pub(super) fn lexicons(
    config: &Config,
    vocabularies: &[Vocabulary],
    documents: &[Document],
    diagnostics: &mut Vec<Diagnostic>,
) -> Vec<Lexicon> {
    config
        .facets
        .iter()
        .map(|facet| {
            let mut lexicon = Lexicon::new(facet.clone());
            lexicon.add_all(vocabularies, diagnostics);
            match facet.key.as_str() {
                MANAGEMENT_MODEL => add_models(&mut lexicon, config, documents),
                YEAR => add_years(&mut lexicon, documents),
                _ => {}
            }
            lexicon
        })
        .collect()
}

/// Returns the entries of the glossary, in file order.
pub(super) fn glossary(
    vocabularies: &[Vocabulary],
    diagnostics: &mut Vec<Diagnostic>,
) -> Vec<Term> {
    let mut lexicon = Lexicon::new(model::glossary());
    lexicon.add_all(vocabularies, diagnostics);
    lexicon.taxonomy.terms
}

fn add_vocabulary(
    lexicon: &mut Lexicon,
    vocabulary: &Vocabulary,
    diagnostics: &mut Vec<Diagnostic>,
) {
    let before = lexicon.taxonomy.terms.len();
    for entry in &vocabulary.terms {
        let words = words_of(entry);
        if let Some(repeated) = words
            .iter()
            .find(|word| lexicon.words.contains_key(&word.value))
        {
            let kind = Kind::DuplicateTerm {
                facet: vocabulary.facet.clone(),
                alias: lexicon.taxonomy.facet.spanish_key().to_owned(),
                value: repeated.value.clone(),
            };
            let location = Location::new(&vocabulary.source, repeated.span.clone());
            diagnostics.push(Diagnostic::new(kind, location));
        }
        let term = Term {
            slug: entry.slug.value.clone(),
            name: entry.name.clone(),
            aliases: entry
                .aliases
                .iter()
                .map(|word| word.value.clone())
                .collect(),
            description: entry.description.clone(),
            ubigeo: entry.ubigeo.as_ref().map(|code| code.value.clone()),
            entry: Some(Location::new(&vocabulary.source, entry.slug.span.clone())),
            ..Term::default()
        };
        lexicon.push(term, words.into_iter().map(|word| word.value));
    }
    for (index, entry) in vocabulary.terms.iter().enumerate() {
        set_parent(lexicon, before + index, entry, vocabulary, diagnostics);
    }
}

fn set_parent(
    lexicon: &mut Lexicon,
    index: usize,
    entry: &TermEntry,
    vocabulary: &Vocabulary,
    diagnostics: &mut Vec<Diagnostic>,
) {
    let Some(parent) = &entry.parent else {
        return;
    };
    let kind = match lexicon.find(&parent.value) {
        Some(found) if !lexicon.is_within(found, index) => {
            lexicon.taxonomy.terms[index].parent = Some(found);
            return;
        }
        Some(_) => Kind::OwnParent {
            value: entry.slug.value.clone(),
        },
        None => Kind::UnknownParent {
            nearest: lexicon.suggestion(&parent.value),
            value: parent.value.clone(),
        },
    };
    let location = Location::new(&vocabulary.source, parent.span.clone());
    diagnostics.push(Diagnostic::new(kind, location));
}

/// Returns the distinct words for a term, each as its [`word_key`], with their spans.
fn words_of(entry: &TermEntry) -> Vec<Located<String>> {
    let slug_span = &entry.slug.span;
    let names = entry
        .name
        .all()
        .map(|name| Located::new(word_key(name), slug_span.clone()));
    let others = entry
        .aliases
        .iter()
        .chain(&entry.ubigeo)
        .map(|word| Located::new(word_key(&word.value), word.span.clone()));
    let mut words = vec![entry.slug.clone()];
    for word in names.chain(others) {
        if !words.iter().any(|known| known.value == word.value) {
            words.push(word);
        }
    }
    words
}

/// Adds a term for each model page, or extends the vocabulary's term of the same name.
fn add_models(lexicon: &mut Lexicon, config: &Config, documents: &[Document]) {
    let default = config.default_language();
    let models = |is_default: bool| {
        documents.iter().filter(move |document| {
            document.kind == DocumentKind::Model && (document.language == default) == is_default
        })
    };
    for model in models(true).chain(models(false)) {
        let slug = slug(&model.stem);
        let index = lexicon.words.get(&slug).copied().unwrap_or_else(|| {
            let term = Term {
                slug: slug.clone(),
                ..Term::default()
            };
            lexicon.push(term, [slug]);
            lexicon.taxonomy.terms.len() - 1
        });
        let title = &model.front.title.value;
        let term = &mut lexicon.taxonomy.terms[index];
        term.name.set(&model.language, title);
        if let Some(summary) = &model.front.summary {
            term.description.set(&model.language, &summary.value);
        }
        let others = model.front.also_known_as.iter().map(|name| &name.value);
        term.aliases.extend(others.clone().cloned());
        for word in others.chain([title]) {
            lexicon.words.entry(word_key(word)).or_insert(index);
        }
    }
}

fn add_years(lexicon: &mut Lexicon, documents: &[Document]) {
    let mut years: Vec<i16> = documents.iter().filter_map(year_of).collect();
    years.sort_unstable_by(|a, b| b.cmp(a));
    years.dedup();
    for year in years {
        let slug = year.to_string();
        let term = Term {
            name: LocalizedText::same(&slug),
            slug: slug.clone(),
            ..Term::default()
        };
        lexicon.push(term, [slug]);
    }
}

/// Returns the year facet of a case: the year in which its practice began.
fn year_of(document: &Document) -> Option<i16> {
    let start = document.front.case.period.as_ref()?.start.as_ref()?;
    (document.kind == DocumentKind::CaseStudy).then_some(start.value)
}

/// Returns the terms of a document for each lexicon. Reports unknown words.
pub(super) fn terms_of(
    document: &Document,
    lexicons: &[Lexicon],
    diagnostics: &mut Vec<Diagnostic>,
) -> Vec<Vec<usize>> {
    lexicons
        .iter()
        .map(|lexicon| {
            let key = &lexicon.taxonomy.facet.key;
            if key == YEAR {
                let year = year_of(document).map(|year| year.to_string());
                return year
                    .and_then(|year| lexicon.find(&year))
                    .into_iter()
                    .collect();
            }
            let mut terms = Vec::new();
            let mut unknown_words = 0;
            for word in document.terms.get(key).into_iter().flatten() {
                let found = lexicon.find(&word.value);
                diagnostics.extend(found.and_then(|term| style(document, lexicon, word, term)));
                match found {
                    Some(term) if terms.contains(&term) => {}
                    Some(term) => terms.push(term),
                    None => {
                        unknown_words += 1;
                        let suggests = unknown_words <= MAX_PER_FILE;
                        diagnostics.push(unknown(document, lexicon, word, suggests));
                    }
                }
            }
            terms
        })
        .collect()
}

/// Returns a style diagnostic if `word` is not the slug of its term.
fn style(
    document: &Document,
    lexicon: &Lexicon,
    word: &Located<String>,
    term: usize,
) -> Option<Diagnostic> {
    let slug = &lexicon.taxonomy.terms[term].slug;
    let kind = Kind::TermStyle {
        value: word.value.clone(),
        slug: slug.clone(),
    };
    let location = Location::new(&document.source, word.span.clone());
    (word.value != *slug).then(|| Diagnostic::new(kind, location))
}

fn unknown(
    document: &Document,
    lexicon: &Lexicon,
    word: &Located<String>,
    suggests: bool,
) -> Diagnostic {
    let kind = Kind::UnknownTerm {
        facet: lexicon.taxonomy.facet.key.clone(),
        alias: lexicon.taxonomy.facet.spanish_key().to_owned(),
        value: word.value.clone(),
        nearest: suggests.then(|| lexicon.suggestion(&word.value)).flatten(),
    };
    Diagnostic::new(kind, Location::new(&document.source, word.span.clone()))
}

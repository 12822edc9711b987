//! A facet file: the facet's terms, and the documents that have each.

use super::bits::{BitReader, BitWriter};
use super::letters::{WordReader, WordWriter};
use super::postings::{read_numbers, write_numbers};

/// A term of a facet and its documents.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Term {
    /// Identifies the term in URLs.
    pub slug: String,
    /// Display names, one for each language of the site.
    pub names: Vec<String>,
    /// Sorted numbers of the documents that have the term or a narrower one.
    pub documents: Vec<u32>,
}

/// Writes terms in display order. `documents` is the number of documents in the index.
pub(crate) fn write(terms: &[Term], documents: u32) -> BitWriter {
    let mut bits = BitWriter::default();
    bits.number(terms.len() as u32);
    for term in terms {
        let mut words = WordWriter::default();
        words.write(&term.slug, &mut bits);
        for name in &term.names {
            words.write(name, &mut bits);
        }
        write_numbers(&term.documents, documents, &mut bits);
    }
    bits
}

/// Reads the terms of a file. `languages` and `documents` are the numbers of languages and
/// documents in the index.
pub(crate) fn read(units: &[u32], languages: usize, documents: u32) -> Vec<Term> {
    let mut bits = BitReader::new(units);
    let mut terms = Vec::new();
    for _ in 0..bits.number() {
        if bits.is_at_end() {
            break;
        }
        let mut words = WordReader::default();
        terms.push(Term {
            slug: words.read(&mut bits),
            names: (0..languages).map(|_| words.read(&mut bits)).collect(),
            documents: read_numbers(documents, &mut bits),
        });
    }
    terms
}

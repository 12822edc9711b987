//! A facet: its terms, and the documents that have each.

use super::bits::{BitReader, BitWriter};
use super::letters::{WordReader, WordWriter};
use super::postings::{read_numbers, write_numbers};

/// A term and its documents.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Term {
    /// Names it in addresses.
    pub slug: String,
    /// Its name in each language of the site.
    pub names: Vec<String>,
    /// Numbers of the documents that have it or a narrower one.
    pub documents: Vec<u32>,
}

/// Writes terms in the order that readers see.
pub fn write(terms: &[Term], documents: u32) -> BitWriter {
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

/// Reads what [`write`] wrote.
pub fn read(units: &[u32], languages: usize, documents: u32) -> Vec<Term> {
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

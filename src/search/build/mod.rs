//! Sixth stage: builds the search index, as small scripts loaded on demand.
//!
//! `docs/search-format.md` specifies every file; [`crate::search::format`] implements them.

mod analysis;
mod boundary;
mod content;
mod cut;
mod document;
mod fragments;
mod impact;
mod inverted;
mod numbering;
mod prose;
mod reading;
mod shown;
mod spelling;
mod synonyms;
mod terms;
mod varint;
mod vocabulary;
mod words;

use foldhash::{HashSet, HashSetExt};
use std::io;
use std::sync::{Mutex, PoisonError};

use rayon::prelude::*;

use crate::base::text::fold;
use crate::messages::diagnostics::Diagnostic;
use crate::model::{DocumentKind, Page, PageId, Site};
use crate::search::format::bits::BitWriter;
use crate::search::format::facet;
use crate::search::format::lexicon::Lexicon;
use crate::search::format::name::{FOLDER, Name, script};
use crate::search::format::postings::PostingCode;
use crate::search::format::root::{NAME, Root};
use crate::search::format::shard::{Positions, StemBlock};

use fragments::Texts;
use inverted::InvertedIndex;
use prose::WordTexts;
use vocabulary::{StemId, Vocabulary};
use words::Words;

/// Why an index could not be built.
#[derive(Debug, thiserror::Error)]
pub enum IndexError {
    /// An index file could not be written: its permalink, and the I/O error.
    #[error("cannot write {0}")]
    Write(String, #[source] io::Error),
    /// A page's file has changed since it was checked.
    #[error("a page changed since it was checked")]
    Text(Box<Diagnostic>),
}

impl From<Box<Diagnostic>> for IndexError {
    fn from(diagnostic: Box<Diagnostic>) -> Self {
        Self::Text(diagnostic)
    }
}

/// Receives the files of the index: the permalink and contents of each.
pub(crate) trait Sink: Fn(&str, &[u8]) -> io::Result<()> + Sync {}

impl<F: Fn(&str, &[u8]) -> io::Result<()> + Sync> Sink for F {}

/// Positions larger than this go to a file of their own, in bytes.
const INLINE_BYTES: usize = 4096;

/// Builds the index of every case, model and plain page of `site`, and passes each file to
/// `sink` as soon as it is complete.
///
/// # Errors
/// Returns the first error from `sink`, or an error if a page's file has changed.
pub(crate) fn index(site: &Site, sink: &impl Sink) -> Result<(), IndexError> {
    // Files with equal contents have the same name and are written once.
    let written = Mutex::new(HashSet::new());
    let once = |permalink: &str, bytes: &[u8]| {
        let mut written = written.lock().unwrap_or_else(PoisonError::into_inner);
        let is_new = written.insert(permalink.to_owned());
        drop(written);
        if is_new {
            sink(permalink, bytes)
        } else {
            Ok(())
        }
    };
    write(site, &once)
}

fn write(site: &Site, sink: &impl Sink) -> Result<(), IndexError> {
    let documents = document_order(site);
    let Words {
        vocabulary,
        inverted,
        bodies,
    } = words::read(site, &documents)?;
    let texts = Texts {
        site,
        documents: &documents,
        bodies: &bodies,
        vocabulary: &vocabulary,
        letters: WordTexts {
            words: vocabulary.word_texts(),
            gaps: &vocabulary.gap_texts,
        },
    };
    let lexicon = Lexicon::of(&vocabulary.word_counts(), documents.len() * 8);
    let lexicon = lexicon.tuned(&texts.usage(&lexicon));
    let versions = texts.write(&lexicon, sink)?;
    let mut bits = BitWriter::default();
    lexicon.write(&mut bits);
    let lexicon = put_named(sink, bits)?;
    drop(bodies);
    let postings = PostingCode::of(inverted.documents, &inverted.statistics);
    let blocks = blocks(&inverted, &vocabulary, &postings, sink)?;
    drop(inverted);
    let facets = facets(site, &documents, sink)?;
    let titles = titles(site, &documents, sink)?;
    let spelling = spelling::write(&vocabulary, &blocks, sink)?;
    let shards = cut::shards(&vocabulary, &blocks, documents.len(), sink)?;
    let root = Root {
        languages: site.config.languages.clone(),
        hidden: hidden(site, &documents),
        written: written(site, &documents),
        ranks: documents
            .iter()
            .map(|id| rank(site, &site.pages[*id]))
            .collect(),
        postings,
        stops: vocabulary.stops.iter().cloned().collect(),
        endings: spelling::endings(&vocabulary),
        synonyms: synonyms::groups(&site.synonyms),
        facets,
        titles,
        lexicon,
        versions,
        shards,
        forwards: spelling.forwards,
        backwards: spelling.backwards,
    };
    put(sink, NAME, root.write()).map(|_| ())
}

/// Returns the documents in the order of their numbers: oldest first, so that a new case
/// does not renumber others, and newer ones have higher numbers, which decides ties.
fn document_order(site: &Site) -> Vec<PageId> {
    let mut documents: Vec<PageId> = (0..site.pages.len())
        .filter(|id| site.pages[*id].kind != DocumentKind::Section)
        .collect();
    documents.sort_by_key(|id| {
        let page = &site.pages[*id];
        (page.front.date, &page.permalink)
    });
    documents
}

/// Writes a file and returns its content-derived name.
fn put_named(sink: &impl Sink, bits: BitWriter) -> Result<Name, IndexError> {
    let data = bits.into_text();
    let name = Name::of(&data);
    put_text(sink, &name.to_string(), &data)?;
    Ok(name)
}

fn put(sink: &impl Sink, name: &str, bits: BitWriter) -> Result<String, IndexError> {
    let data = bits.into_text();
    put_text(sink, name, &data)?;
    Ok(data)
}

fn put_text(sink: &impl Sink, name: &str, data: &str) -> Result<(), IndexError> {
    let permalink = format!("{FOLDER}/{name}.js");
    sink(&permalink, &script(name, data)).map_err(|error| IndexError::Write(permalink, error))
}

/// Encodes the posting list of every stem, and writes the positions of long ones to their
/// own files.
fn blocks(
    inverted: &InvertedIndex,
    vocabulary: &Vocabulary,
    code: &PostingCode,
    sink: &impl Sink,
) -> Result<Vec<StemBlock>, IndexError> {
    (0..vocabulary.stem_texts.len() as StemId)
        .into_par_iter()
        .map(|stem| {
            let mut list = Vec::new();
            let mut places = BitWriter::default();
            inverted.each(stem, |posting, positions| {
                code.write_positions(positions, &mut places);
                list.push(posting);
            });
            let mut written = BitWriter::default();
            code.write_documents(&list, &mut written);
            let positions = if places.length() > INLINE_BYTES * 8 {
                Positions::File(put_named(sink, places)?)
            } else {
                Positions::Inline(places)
            };
            Ok(StemBlock {
                documents: list.len() as u32,
                list: written,
                positions,
            })
        })
        .collect()
}

fn facets(
    site: &Site,
    documents: &[PageId],
    sink: &impl Sink,
) -> Result<Vec<(String, Name)>, IndexError> {
    let mut facets = Vec::new();
    for (index, taxonomy) in site.taxonomies.iter().enumerate() {
        let mut by_term: Vec<Vec<u32>> = vec![Vec::new(); taxonomy.terms.len()];
        for (id, number) in documents.iter().zip(0..) {
            for own in &site.pages[*id].terms[index] {
                for wider in taxonomy.wider(*own) {
                    if by_term[wider].last() != Some(&number) {
                        by_term[wider].push(number);
                    }
                }
            }
        }
        let used = taxonomy
            .in_order()
            .into_iter()
            .filter(|term| !by_term[*term].is_empty());
        let terms: Vec<facet::Term> = used
            .map(|term| facet::Term {
                slug: taxonomy.terms[term].slug.clone(),
                names: site
                    .config
                    .languages
                    .iter()
                    .map(|code| taxonomy.terms[term].name.get(code).to_owned())
                    .collect(),
                documents: by_term[term].clone(),
            })
            .collect();
        let bits = facet::write(&terms, documents.len() as u32);
        let facet = &taxonomy.facet;
        let mut names = vec![facet.key.as_str(), &facet.folder];
        names.extend(facet.aliases.iter().map(String::as_str));
        names.dedup();
        facets.push((names.join(" "), put_named(sink, bits)?));
    }
    Ok(facets)
}

/// Writes the rank of each document in the order by title.
fn titles(site: &Site, documents: &[PageId], sink: &impl Sink) -> Result<Name, IndexError> {
    let mut order: Vec<usize> = (0..documents.len()).collect();
    order.sort_by_cached_key(|number| fold(&site.pages[documents[*number]].front.title.value));
    let mut places = vec![0; documents.len()];
    for (place, number) in order.into_iter().enumerate() {
        places[number] = place as u32;
    }
    let width = u32::BITS - (documents.len() as u32).leading_zeros();
    let mut bits = BitWriter::default();
    for place in places {
        bits.bits(place, width);
    }
    put_named(sink, bits)
}

/// Returns, by language, the documents that its readers see in another language.
fn hidden(site: &Site, documents: &[PageId]) -> Vec<Vec<u32>> {
    let hidden = |language: &String| {
        let numbered = documents.iter().zip(0..);
        numbered
            .filter(|(id, _)| site.translated(**id, language) != **id)
            .map(|(_, number)| number)
            .collect()
    };
    site.config.languages.iter().map(hidden).collect()
}

/// Returns, by language except the first, the documents that are written in it.
fn written(site: &Site, documents: &[PageId]) -> Vec<Vec<u32>> {
    let written = |language: &String| {
        let numbered = documents.iter().zip(0..);
        numbered
            .filter(|(id, _)| site.pages[**id].language == *language)
            .map(|(_, number)| number)
            .collect()
    };
    let others = site.config.languages.iter().skip(1);
    others.map(written).collect()
}

/// Slugs of the status of a validated practice.
const VALIDATED: [&str; 2] = ["validado", "validated"];

/// Returns the number of steps from a practice's status to validated: 0 if it is validated,
/// the most if it has no status.
fn rank(site: &Site, page: &Page) -> u32 {
    let statuses = site.taxonomies.iter().zip(&page.terms);
    let mut statuses = statuses.filter(|(taxonomy, _)| taxonomy.facet.key == "status");
    let Some((taxonomy, own)) = statuses.next() else {
        return 0;
    };
    let validated = taxonomy
        .terms
        .iter()
        .position(|term| VALIDATED.contains(&term.slug.as_str()))
        .unwrap_or(taxonomy.terms.len().saturating_sub(1));
    // A replicated practice has been validated, too: both rank first.
    let furthest = own.iter().max().map(|term| validated.saturating_sub(*term));
    furthest.unwrap_or(taxonomy.terms.len()) as u32
}

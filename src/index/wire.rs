//! The index as files: `docs/search-format.md` in types.
//!
//! Every file is a classic script that hands its data to one callback, so that
//! the same bytes work over http and from `file://`.

use std::collections::BTreeMap;

use rayon::prelude::*;
use serde::Serialize;
use sha2::{Digest, Sha256};

use super::inverted::InvertedIndex;
use crate::config::{MANAGEMENT_MODEL, REGION};
use crate::parse::DocumentKind;
use crate::site::{Page, PageId, Site};

/// Raised whenever the layout of any file changes.
const VERSION: u32 = 1;
/// Folder of the index in the site.
const FOLDER: &str = "quipu/search";
/// Documents described by one block.
const BLOCK: usize = 32;
/// Bytes at which a shard of terms is full.
const SHARD_BYTES: usize = 16 * 1024;

/// A file of the index.
#[derive(Debug)]
pub struct IndexFile {
    /// Address relative to the site's root.
    pub permalink: String,
    /// Its text.
    pub script: String,
}

/// `root.js`, the only file with a fixed name.
#[derive(Serialize)]
struct Root<'a> {
    version: u32,
    /// How many documents there are.
    documents: usize,
    /// First form and name of each shard, in order.
    shards: Vec<(&'a str, String)>,
    /// Documents in one block.
    block: usize,
    /// Name of each block.
    blocks: Vec<String>,
    /// Name of the filters.
    filters: String,
    /// Words to leave out of queries.
    stops: Vec<&'a str>,
}

/// Forms from the shard's first to the next shard's, with all they lead to.
#[derive(Default, Serialize)]
struct Shard<'a> {
    forms: Vec<&'a str>,
    /// For each form the positions of its stems in `postings`.
    stems: Vec<Vec<usize>>,
    /// For each stem `[document, impact, …]`; each document less the one before.
    postings: Vec<Vec<u32>>,
}

/// What results show, without text.
#[derive(Serialize)]
struct Entry<'a> {
    url: &'a str,
    title: &'a str,
    language: &'a str,
    kind: &'static str,
    /// Names of region, sector and model.
    labels: Vec<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    year: Option<i16>,
    #[serde(skip_serializing_if = "Option::is_none")]
    summary: Option<&'a str>,
    /// Name of its text.
    text: String,
}

/// A document's text by section: anchor, heading, words.
#[derive(Serialize)]
struct Text<'a>(Vec<(&'a str, &'a str, &'a str)>);

/// Which documents a filter leaves; each less the one before.
#[derive(Serialize)]
struct Filters<'a> {
    /// By language: what its readers see.
    editions: BTreeMap<&'a str, Vec<u32>>,
    /// By facet and term.
    facets: BTreeMap<&'a str, BTreeMap<&'a str, Vec<u32>>>,
}

/// Every file of the index; `documents` are the pages it numbers.
pub fn files(site: &Site, documents: &[PageId], index: &InvertedIndex) -> Vec<IndexFile> {
    let texts: Vec<_> = documents
        .par_iter()
        .map(|id| named(&text(&site.pages[*id])))
        .collect();
    let names: Vec<&str> = texts.iter().map(|(name, _)| name.as_str()).collect();
    let blocks: Vec<_> = documents
        .chunks(BLOCK)
        .zip(names.chunks(BLOCK))
        .map(|(ids, names)| named(&block(site, ids, names)))
        .collect();
    let shards: Vec<_> = cut(index)
        .into_par_iter()
        .map(|range| {
            let first = index.forms[range.start].0.as_str();
            (first, named(&shard(index, range)))
        })
        .collect();
    let filters = named(&filters(site, documents));
    let root = Root {
        version: VERSION,
        documents: documents.len(),
        shards: shards
            .iter()
            .map(|(first, (name, _))| (*first, name.clone()))
            .collect(),
        block: BLOCK,
        blocks: blocks.iter().map(|(name, _)| name.clone()).collect(),
        filters: filters.0.clone(),
        stops: index.stops.iter().map(String::as_str).collect(),
    };
    let mut files = vec![file("root", &json(&root))];
    let shards = shards.into_iter().map(|(_, shard)| shard);
    let rest = texts
        .into_iter()
        .chain(blocks)
        .chain(shards)
        .chain([filters]);
    files.extend(rest.map(|(name, json)| file(&name, &json)));
    // Documents with the same text share a file.
    files.sort_by(|a, b| a.permalink.cmp(&b.permalink));
    files.dedup_by(|a, b| a.permalink == b.permalink);
    files
}

fn json(value: &impl Serialize) -> String {
    serde_json::to_string(value).expect("plain data serialises")
}

/// A file's data with the name that follows from it: caches keep it for ever.
fn named(value: &impl Serialize) -> (String, String) {
    let json = json(value);
    let digest = Sha256::digest(json.as_bytes());
    let hex: String = digest[..5]
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect();
    let (folder, name) = hex.split_at(2);
    (format!("{folder}/{name}"), json)
}

fn file(name: &str, json: &str) -> IndexFile {
    IndexFile {
        permalink: format!("{FOLDER}/{name}.js"),
        script: format!("quipuSearch({name:?},{json});\n"),
    }
}

fn text(page: &Page) -> Text<'_> {
    let heading = |index: Option<usize>| {
        let heading = index.map(|index| &page.outline.headings[index]);
        heading.map_or(("", ""), |heading| {
            (heading.id.as_str(), heading.text.as_str())
        })
    };
    let sections = page.outline.sections.iter();
    Text(
        sections
            .filter(|section| section.heading.is_some() || !section.text.is_empty())
            .map(|section| {
                let (id, words) = heading(section.heading);
                (id, words, section.text.trim())
            })
            .collect(),
    )
}

fn block<'a>(site: &'a Site, ids: &[PageId], names: &[&str]) -> Vec<Entry<'a>> {
    ids.iter()
        .zip(names)
        .map(|(id, name)| entry(site, &site.pages[*id], name))
        .collect()
}

fn entry<'a>(site: &'a Site, page: &'a Page, text: &str) -> Entry<'a> {
    let taxonomies = site.taxonomies.iter().zip(&page.terms);
    let labels = taxonomies
        .filter(|(taxonomy, _)| {
            [REGION, "sector", MANAGEMENT_MODEL].contains(&taxonomy.facet.key.as_str())
        })
        .flat_map(|(taxonomy, terms)| terms.iter().map(|term| &taxonomy.terms[*term]))
        .map(|term| term.name.get(&page.language))
        .collect();
    let period = page.front.case.period.as_ref();
    Entry {
        url: &page.permalink,
        title: &page.front.title.value,
        language: &page.language,
        kind: match page.kind {
            DocumentKind::CaseStudy => "case",
            DocumentKind::Model => "model",
            DocumentKind::Page | DocumentKind::Section => "page",
        },
        labels,
        year: period
            .and_then(|period| period.start.as_ref())
            .map(|year| year.value),
        summary: page
            .front
            .summary
            .as_ref()
            .map(|summary| summary.value.as_str()),
        text: text.to_owned(),
    }
}

fn filters<'a>(site: &'a Site, documents: &[PageId]) -> Filters<'a> {
    let numbers = |keep: &dyn Fn(PageId) -> bool| {
        let kept = documents.iter().zip(0u32..).filter(|(id, _)| keep(**id));
        deltas(kept.map(|(_, number)| number))
    };
    let editions = site.editions.iter().map(|edition| {
        let language = edition.language.as_str();
        (language, numbers(&|id| site.translated(id, language) == id))
    });
    let facets = site.taxonomies.iter().enumerate().map(|(index, taxonomy)| {
        let terms = taxonomy.terms.iter().enumerate();
        let terms = terms
            .map(|(term, found)| {
                let having = numbers(&|id| {
                    let mut own = site.pages[id].terms[index].iter();
                    own.any(|own| taxonomy.wider(*own).any(|wider| wider == term))
                });
                (found.slug.as_str(), having)
            })
            .filter(|(_, having)| !having.is_empty());
        (taxonomy.facet.key.as_str(), terms.collect())
    });
    Filters {
        editions: editions.collect(),
        facets: facets.collect(),
    }
}

fn deltas(numbers: impl Iterator<Item = u32>) -> Vec<u32> {
    let mut last = 0;
    numbers
        .map(|number| {
            let delta = number - last;
            last = number;
            delta
        })
        .collect()
}

/// Ranges of forms whose shards are about [`SHARD_BYTES`] long.
fn cut(index: &InvertedIndex) -> Vec<std::ops::Range<usize>> {
    let mut ranges = Vec::new();
    let mut start = 0;
    let mut bytes = 0;
    let mut counted = std::collections::HashSet::new();
    for (position, (form, stems)) in index.forms.iter().enumerate() {
        bytes += form.len() + 6;
        for stem in stems {
            if counted.insert(*stem) {
                bytes += index.postings[*stem].len() * 6;
            }
        }
        if bytes >= SHARD_BYTES {
            ranges.push(start..position + 1);
            start = position + 1;
            bytes = 0;
            counted.clear();
        }
    }
    if start < index.forms.len() {
        ranges.push(start..index.forms.len());
    }
    ranges
}

/// A shard is whole: it holds every posting list that its forms lead to, so that
/// one word costs one file.
fn shard(index: &InvertedIndex, range: std::ops::Range<usize>) -> Shard<'_> {
    let mut shard = Shard::default();
    let mut local: BTreeMap<usize, usize> = BTreeMap::new();
    for (form, stems) in &index.forms[range] {
        let positions = stems.iter().map(|stem| {
            *local.entry(*stem).or_insert_with(|| {
                shard.postings.push(postings(&index.postings[*stem]));
                shard.postings.len() - 1
            })
        });
        shard.stems.push(positions.collect());
        shard.forms.push(form);
    }
    shard
}

fn postings(list: &[(u32, u8)]) -> Vec<u32> {
    let numbers = deltas(list.iter().map(|(number, _)| *number));
    numbers
        .into_iter()
        .zip(list)
        .flat_map(|(delta, (_, impact))| [delta, u32::from(*impact)])
        .collect()
}

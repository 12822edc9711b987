//! Tests the cases of `tests/search/vectors.json`, which the JavaScript reader shares.

use std::collections::HashMap;
use std::io;

use serde_json::{Value, json};

use super::Found;
use super::distance::distance;
use super::excerpt::excerpt;
use super::files::{Files, Index};
use super::lookup::Lookup;
use super::matches::Matches;
use super::rank::rank;
use super::syntax::{Clause, Query};
use crate::base::text::fold;
use crate::search::format::bits::{BitReader, units};
use crate::search::format::fragment::{Fragment, Section};
use crate::search::format::huffman::Code;
use crate::search::format::letters::WordReader;
use crate::search::format::name::{Name, script};
use crate::search::format::postings::read_numbers;

/// Returns the cases of one kind.
fn vectors(kind: &str) -> Value {
    let text = include_str!("../../../tests/search/vectors.json");
    let mut all: Value = serde_json::from_str(text).expect("JSON");
    all[kind].take()
}

fn cases(kind: &str) -> Vec<Value> {
    vectors(kind).as_array().expect("a list").clone()
}

fn text(value: &Value) -> &str {
    value.as_str().expect("text")
}

fn list(value: &Value) -> Vec<String> {
    let values = value.as_array().expect("a list").iter();
    values.map(|value| text(value).to_owned()).collect()
}

fn number(value: &Value) -> u32 {
    value.as_u64().expect("a number") as u32
}

#[test]
fn folding() {
    for case in cases("fold") {
        assert_eq!(fold(text(&case[0])), text(&case[1]));
    }
}

#[test]
fn distances() {
    let letters = |value: &Value| text(value).chars().collect::<Vec<_>>();
    for case in cases("distance") {
        let most = number(&case["most"]) as usize;
        let is_prefix = case["isPrefix"] == true;
        let found = distance(&letters(&case["a"]), &letters(&case["b"]), most, is_prefix);
        assert_eq!(json!(found), case["distance"], "{case}");
    }
}

#[test]
fn queries() {
    let vectors = vectors("query");
    let (stops, facets) = (list(&vectors["stops"]), list(&vectors["facets"]));
    let facets: Vec<&str> = facets.iter().map(String::as_str).collect();
    let clause = |clause: &Clause| {
        json!({
            "words": clause.words,
            "isPhrase": clause.is_phrase,
            "isTyping": clause.is_typing,
            "place": clause.query_position,
        })
    };
    for case in vectors["cases"].as_array().expect("a list") {
        let query = Query::parse(text(&case["text"]), &facets, &stops);
        let clauses: Vec<Value> = query.clauses.iter().map(clause).collect();
        let excluded: Vec<Value> = query.excluded.iter().map(clause).collect();
        let filters = query.filters.iter().map(|filter| {
            json!({
                "facet": filter.facet,
                "slug": filter.value,
                "isExcluded": filter.is_excluded,
            })
        });
        assert_eq!(json!(clauses), case["clauses"], "{case}");
        assert_eq!(json!(excluded), case["excluded"], "{case}");
        assert_eq!(
            json!(filters.collect::<Vec<_>>()),
            case["filters"],
            "{case}"
        );
    }
}

#[test]
fn numbers() {
    for case in cases("bits") {
        let units = units(text(&case["data"]));
        let mut bits = BitReader::new(&units);
        for read in case["reads"].as_array().expect("a list") {
            let (found, expected) = match text(&read[0]) {
                "bits" => (bits.bits(number(&read[1])), &read[2]),
                "rice" => (bits.rice(number(&read[1])), &read[2]),
                _ => (bits.number(), &read[1]),
            };
            assert_eq!(found, number(expected), "{read} of {case}");
        }
    }
}

#[test]
fn codes() {
    for case in cases("huffman") {
        let lengths = case["lengths"].as_array().expect("a list");
        let code = Code::new(&lengths.iter().map(number).collect::<Vec<_>>());
        let units = units(text(&case["data"]));
        let mut bits = BitReader::new(&units);
        for symbol in case["symbols"].as_array().expect("a list") {
            assert_eq!(code.read(&mut bits), number(symbol) as usize, "{case}");
        }
    }
}

#[test]
fn words() {
    for case in cases("words") {
        let units = units(text(&case["data"]));
        let mut bits = BitReader::new(&units);
        let mut reader = WordReader::default();
        for word in list(&case["words"]) {
            assert_eq!(reader.read(&mut bits), word, "{case}");
        }
    }
}

#[test]
fn names() {
    for case in cases("names") {
        let units = units(text(&case["data"]));
        let name = Name::read(&mut BitReader::new(&units));
        assert_eq!(name.to_string(), text(&case["name"]));
    }
}

#[test]
fn rising_numbers() {
    for case in cases("rising") {
        let units = units(text(&case["data"]));
        let found = read_numbers(number(&case["universe"]), &mut BitReader::new(&units));
        assert_eq!(json!(found), case["numbers"], "{case}");
    }
}

#[test]
fn excerpts() {
    for case in cases("excerpt") {
        let section = |text| Section {
            text,
            ..Section::default()
        };
        let fragment = Fragment {
            summary: text(&case["summary"]).to_owned(),
            sections: list(&case["sections"]).into_iter().map(section).collect(),
            ..Fragment::default()
        };
        let forms = case["forms"].as_object().expect("a map").iter();
        let forms: HashMap<String, usize> = forms
            .map(|(form, part)| (form.clone(), number(part) as usize))
            .collect();
        let found = excerpt(&fragment, &forms);
        assert_eq!(found.text, text(&case["text"]), "{case}");
        assert_eq!(json!(found.section), case["section"], "{case}");
    }
}

/// Returns the values of a map by document.
fn by_document<T>(map: &Value, value: impl Fn(&Value) -> T) -> HashMap<u32, T> {
    let entries = map.as_object().expect("a map").iter();
    entries
        .map(|(document, own)| (document.parse().expect("a number"), value(own)))
        .collect()
}

fn numbers_of(list: &Value) -> Vec<u32> {
    list.as_array()
        .expect("a list")
        .iter()
        .map(number)
        .collect()
}

fn fraction(value: &Value) -> f64 {
    value.as_f64().expect("a number")
}

#[test]
fn rankings() {
    for case in cases("rank") {
        let weights = case["weights"].as_array().expect("a list").iter();
        let weights: Vec<f64> = weights.map(fraction).collect();
        let parts = case["parts"].as_array().expect("a list").iter();
        let parts: Vec<Matches> = parts
            .map(|part| Matches {
                scores: by_document(&part["scores"], fraction),
                positions: by_document(&part["positions"], numbers_of),
                rarity: fraction(&part["rarity"]),
                query_position: number(&part["place"]),
            })
            .collect();
        let mut found = Found::default();
        let ranks = numbers_of(&case["ranks"]);
        rank(&ranks, &parts, &weights, parts.is_empty(), &mut found);
        let hits = found.hits.iter().map(|hit| (hit.document, hit.score));
        let expected = case["hits"].as_array().expect("a list").iter();
        let expected = expected.map(|hit| (number(&hit[0]), fraction(&hit[1])));
        let why = text(&case["why"]);
        assert!(hits.clone().eq(expected), "{why}: {:?}", found.hits);
        assert_eq!(found.full_matches, number(&case["whole"]) as usize, "{why}");
    }
}

/// The index files of the vectors.
struct VectorFiles(Vec<Value>);

impl Files for VectorFiles {
    fn read(&self, name: &str) -> io::Result<Vec<u8>> {
        let mut files = self.0.iter();
        let file = files.find(|file| file["name"] == name);
        let file = file.ok_or(io::ErrorKind::NotFound)?;
        Ok(script(name, text(&file["data"])))
    }
}

/// Opens the index of the vectors; returns it with what it should contain.
fn index() -> (Index, Value) {
    let mut index = vectors("index");
    let files = index["files"].take();
    let files = VectorFiles(files.as_array().expect("a list").clone());
    (Index::open(Box::new(files)).expect("an index"), index)
}

#[test]
fn roots() {
    let (Index { root, .. }, expected) = index();
    let facets: Vec<&str> = root
        .facets
        .iter()
        .map(|(names, _)| names.as_str())
        .collect();
    let found = json!({
        "languages": root.languages,
        "hidden": root.hidden,
        "written": root.written,
        "ranks": root.ranks,
        "stops": root.stops,
        "endings": root.endings,
        "facets": facets,
        "versions": root.versions,
    });
    assert_eq!(found, expected["root"]);
}

#[test]
fn directories() {
    let (index, expected) = index();
    for case in expected["prefixes"].as_array().expect("a list") {
        let found = index.shards_with(text(&case["prefix"]), number(&case["most"]) as usize);
        let first: Vec<&str> = found
            .iter()
            .map(|shard| shard.forms[0].0.as_str())
            .collect();
        assert_eq!(json!(first), case["first"], "{case}");
    }
}

#[test]
fn shards_and_their_postings() {
    let (index, expected) = index();
    let lookup = Lookup::new(&index);
    for case in expected["shards"].as_array().expect("a list") {
        let shard = index.shard_of(text(&case["forms"][0][0])).expect("a shard");
        let stems = shard
            .stems
            .iter()
            .map(|stem| stem.as_deref().unwrap_or_default());
        assert_eq!(json!(shard.forms), case["forms"]);
        assert_eq!(json!(stems.collect::<Vec<_>>()), case["stems"]);
        for (stem, expected) in case["lists"].as_array().expect("a list").iter().enumerate() {
            let is_apart = lookup.list(&shard, stem, false).positions.is_none();
            let list = lookup.list(&shard, stem, true);
            let positions = list.positions.expect("loaded positions");
            let postings = list.postings.iter().zip(positions);
            let postings = postings.map(|(posting, positions)| {
                json!({
                    "document": posting.document,
                    "impact": posting.impact,
                    "positions": positions,
                })
            });
            assert_eq!(json!(is_apart), expected["isApart"], "{expected}");
            assert_eq!(json!(postings.collect::<Vec<_>>()), expected["list"]);
        }
    }
}

//! Tests the cases of `tests/search/vectors.json`, which the JavaScript reader shares.

use std::collections::HashMap;

use serde_json::{Value, json};

use super::distance::distance;
use super::excerpt::excerpt;
use super::syntax::{Clause, Query};
use crate::base::text::fold;
use crate::search::format::bits::{BitReader, units};
use crate::search::format::fragment::{Fragment, Section};
use crate::search::format::huffman::Code;
use crate::search::format::letters::WordReader;
use crate::search::format::name::Name;
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

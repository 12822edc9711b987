//! `quipu search`: queries the search index of the built site, as its search page does.

use std::path::{Path, PathBuf};

use clap::ArgMatches;
use serde::Serialize;

use super::console::{Console, path};
use super::{Exit, root};
use crate::messages::locale::Argument;
use crate::search::format::fragment::KINDS;
use crate::search::query::{Folder, Found, Hit, OpenError, Order, Search};

/// Default number of results.
const LIMIT: u16 = 10;

/// Output of `--format json`.
#[derive(Serialize)]
struct Report<'f> {
    query: &'f str,
    language: &'f str,
    /// Number of documents with every word of the query.
    count: usize,
    /// Pairs of a word of the query and the word searched instead.
    corrections: &'f [(String, String)],
    /// Words of the query that are in no document.
    unknown: &'f [String],
    results: Vec<ResultRow>,
}

#[derive(Serialize)]
struct ResultRow {
    url: String,
    title: String,
    language: String,
    kind: &'static str,
    labels: Vec<String>,
    year: Option<u32>,
    /// Whether the document has every word of the query.
    is_whole: bool,
    score: f64,
    excerpt: String,
    anchor: Option<String>,
}

/// Runs the command.
pub(super) fn run(console: &Console, matches: &ArgMatches) -> Exit {
    let folder = match site_folder(console, matches) {
        Ok(folder) => folder,
        Err(exit) => return exit,
    };
    let search = match Search::open(Box::new(Folder(folder.clone())), console.words.language()) {
        Ok(search) => search,
        Err(error) => return cannot_open(console, &folder, &error),
    };
    let query = matches
        .get_one::<String>("query")
        .cloned()
        .unwrap_or_default();
    let order = match matches.get_one::<String>("sort").map(String::as_str) {
        Some("date" | "fecha") => Order::Date,
        Some("title" | "titulo") => Order::Title,
        _ => Order::Relevance,
    };
    let found = search.search(&query, order);
    let limit = matches.get_one::<u16>("limit").copied().unwrap_or(LIMIT);
    let hits = (0..).zip(found.hits.iter().take(usize::from(limit)));
    let results: Vec<ResultRow> = hits
        .filter_map(|(at, hit)| row(&search, &found, at, hit))
        .collect();
    if matches
        .get_one::<String>("format")
        .is_some_and(|format| format == "json")
    {
        let report = Report {
            query: &query,
            language: console.words.language(),
            count: found.full_matches,
            corrections: &found.corrections,
            unknown: &found.unknown,
            results,
        };
        let json = serde_json::to_string_pretty(&report).expect("plain data serialises");
        anstream::println!("{json}");
    } else {
        show(console, &query, &found, &results);
    }
    Exit::Success
}

fn site_folder(console: &Console, matches: &ArgMatches) -> Result<PathBuf, Exit> {
    match matches.get_one::<PathBuf>("output") {
        Some(folder) => Ok(folder.clone()),
        None => Ok(root(console, matches)?.join("public")),
    }
}

fn cannot_open(console: &Console, folder: &Path, error: &OpenError) -> Exit {
    let id = match error {
        OpenError::Io(_) => "no-index",
        OpenError::Version => "other-index",
    };
    console.problem(id, &[("path", path(folder))]);
    Exit::Environment
}

fn row(search: &Search, found: &Found, at: usize, hit: &Hit) -> Option<ResultRow> {
    let fragment = search.fragment(hit.document)?;
    let excerpt = search.excerpt(&fragment, found);
    let section = excerpt.section.map(|section| &fragment.sections[section]);
    let anchor = section.map(|section| section.anchor.clone());
    Some(ResultRow {
        anchor: anchor.filter(|anchor| !anchor.is_empty()),
        url: fragment.url,
        title: fragment.title,
        language: search.language(fragment.language).to_owned(),
        kind: KINDS[fragment.kind as usize],
        labels: fragment.labels,
        year: fragment.year,
        is_whole: at < found.full_matches,
        score: hit.score,
        excerpt: excerpt.text,
    })
}

fn show(console: &Console, query: &str, found: &Found, results: &[ResultRow]) {
    for (written, used) in &found.corrections {
        console.print(
            "searched-instead",
            &[("written", written.into()), ("used", used.into())],
        );
    }
    for word in &found.unknown {
        console.print("word-unknown", &[("word", word.into())]);
    }
    if results.is_empty() {
        console.print("nothing-found", &[("query", query.into())]);
        return;
    }
    for (number, result) in (1..).zip(results) {
        if number == found.full_matches + 1 {
            console.print("some-words", &[]);
        }
        anstream::println!("{number}. {}", result.title);
        let year = result.year.map(|year| year.to_string());
        let labels: Vec<&str> = result
            .labels
            .iter()
            .map(String::as_str)
            .chain(year.as_deref())
            .collect();
        if !labels.is_empty() {
            anstream::println!("   {}", labels.join(" · "));
        }
        if !result.excerpt.is_empty() {
            anstream::println!("   {}", result.excerpt);
        }
        let anchor = result.anchor.as_ref().map(|anchor| format!("#{anchor}"));
        anstream::println!("   {}{}\n", result.url, anchor.unwrap_or_default());
    }
    let count = |count: usize| Argument::Number(count as u64);
    console.print(
        "found",
        &[
            ("count", count(found.full_matches)),
            ("shown", count(results.len())),
        ],
    );
}

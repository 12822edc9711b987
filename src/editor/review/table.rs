//! The review of all cases as a table, in CSV and HTML.

use serde::Serialize;

use super::{CRITERIA, CaseReview};
use crate::base::spreadsheet::inert;
use crate::messages::locale::Catalogue;

#[derive(Serialize)]
struct Row {
    path: String,
    title: String,
    score: u32,
    /// Whether each criterion is met, in the order of [`CRITERIA`].
    met: Vec<bool>,
}

/// Renders CSV, with the byte-order mark that makes spreadsheets read UTF-8.
pub(crate) fn csv(reviews: &[CaseReview], words: &Catalogue) -> String {
    let mut writer = csv::Writer::from_writer("\u{feff}".as_bytes().to_vec());
    let mut record = |cells: Vec<String>| {
        writer
            .write_record(cells.into_iter().map(inert))
            .expect("rows of equal length, in memory");
    };
    let fixed = ["report-file", "report-title", "report-score"].map(|id| words.text(id));
    record(fixed.into_iter().chain(headings(words)).collect());
    for row in rows(reviews) {
        let met = row.met.iter().map(|met| {
            let id = if *met { "report-yes" } else { "report-no" };
            words.text(id)
        });
        let fixed = [row.path, row.title, row.score.to_string()];
        record(fixed.into_iter().chain(met).collect());
    }
    let bytes = writer.into_inner().expect("memory takes every byte");
    String::from_utf8(bytes).expect("text from text")
}

/// Renders a self-contained HTML page without scripts.
pub(crate) fn html(reviews: &[CaseReview], words: &Catalogue) -> String {
    let mut context = tera::Context::new();
    context.insert("language", words.language());
    context.insert("headings", &headings(words).collect::<Vec<_>>());
    context.insert("rows", &rows(reviews));
    for id in [
        "report-heading",
        "report-file",
        "report-title",
        "report-score",
        "report-yes",
        "report-no",
    ] {
        context.insert(id.replace('-', "_"), &words.text(id));
    }
    tera::Tera::default()
        .render_str(include_str!("table.html"), &context, true)
        .expect("a test renders the report")
}

fn headings(words: &Catalogue) -> impl Iterator<Item = String> {
    CRITERIA.iter().map(|criterion| {
        let heading = words.attribute(criterion.advice.id(), "short", &[]);
        heading.unwrap_or_else(|| criterion.advice.id().to_owned())
    })
}

/// Returns the rows sorted by score, lowest first, so that the work to do is on top.
fn rows(reviews: &[CaseReview]) -> Vec<Row> {
    let mut rows: Vec<Row> = reviews.iter().map(row).collect();
    rows.sort_by(|a, b| a.score.cmp(&b.score).then_with(|| a.path.cmp(&b.path)));
    rows
}

fn row(review: &CaseReview) -> Row {
    let is_met = |criterion: &super::Criterion| !review.lacking.contains(&&criterion.advice);
    Row {
        path: review.location.source.path.clone(),
        title: review.title.clone(),
        score: review.score,
        met: CRITERIA.iter().map(is_met).collect(),
    }
}

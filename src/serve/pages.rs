//! Serves the files of the site.

use std::sync::Arc;

use axum::extract::{Request, State};
use axum::http::{HeaderValue, Method, StatusCode, header};
use axum::response::{IntoResponse, Redirect, Response};
use percent_encoding::percent_decode_str;
use tokio::sync::watch::Sender;

use super::OWN;
use super::state::{self, Found};

/// File name of the page that is served for a folder.
const INDEX: &str = "index.html";

/// Serves the file at the request's path; HTML pages get the live reload script.
pub(super) async fn page(
    State(states): State<Arc<Sender<Arc<state::State>>>>,
    request: Request,
) -> Response {
    if !matches!(*request.method(), Method::GET | Method::HEAD) {
        return StatusCode::METHOD_NOT_ALLOWED.into_response();
    }
    let state = Arc::clone(&states.borrow());
    let path = request.uri().path().to_owned();
    let response = tokio::task::spawn_blocking(move || answer(&state, &path)).await;
    response.unwrap_or_else(|_| StatusCode::INTERNAL_SERVER_ERROR.into_response())
}

fn answer(state: &state::State, path: &str) -> Response {
    let permalink = permalink(path);
    let mut answer = state.answer(&permalink);
    if answer.outcome == Found::No && !path.ends_with('/') {
        let folder = format!("{permalink}/{INDEX}");
        if state.answer(&folder).outcome == Found::Yes {
            return Redirect::temporary(&format!("{path}/")).into_response();
        }
    }
    if answer.media_type.starts_with("text/html") {
        let fingerprint = state.fingerprint(&answer.bytes);
        answer.bytes = with_script(answer.bytes, &permalink, &fingerprint);
    }
    let status = match answer.outcome {
        Found::Yes => StatusCode::OK,
        Found::No => StatusCode::NOT_FOUND,
        Found::Failed => StatusCode::INTERNAL_SERVER_ERROR,
    };
    let kind = HeaderValue::from_str(&answer.media_type);
    let headers = [
        (
            header::CONTENT_TYPE,
            kind.unwrap_or(HeaderValue::from_static("text/plain")),
        ),
        (header::CACHE_CONTROL, HeaderValue::from_static("no-store")),
        (
            header::X_CONTENT_TYPE_OPTIONS,
            HeaderValue::from_static("nosniff"),
        ),
    ];
    (status, headers, answer.bytes).into_response()
}

/// Returns the permalink for the path of a URL.
fn permalink(path: &str) -> String {
    let path = percent_decode_str(path.trim_start_matches('/')).decode_utf8_lossy();
    match path.is_empty() || path.ends_with('/') {
        true => format!("{path}{INDEX}"),
        false => path.into_owned(),
    }
}

/// Inserts the live reload script and its parameters before `</body>`.
fn with_script(mut page: Vec<u8>, permalink: &str, fingerprint: &str) -> Vec<u8> {
    let mut script = format!("<script src=\"{OWN}live.js\" data-page=\"");
    pulldown_cmark_escape::escape_html(&mut script, permalink)
        .expect("writing to a string does not fail");
    script.push_str(&format!("\" data-seen=\"{fingerprint}\" defer></script>\n"));
    let end = b"</body>";
    let at = page.windows(end.len()).rposition(|part| part == end);
    let at = at.unwrap_or(page.len());
    page.splice(at..at, script.into_bytes());
    page
}

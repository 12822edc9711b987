//! Notifies open pages of each new state. Server-sent events say that there is one; each page
//! then asks what it is.
//!
//! Browsers open at most six connections to a host, so that a stream a page would leave the
//! seventh page without any. The pages of a browser share one stream, in a worker.

use std::convert::Infallible;
use std::sync::Arc;
use std::time::Duration;

use axum::extract::{Query, State};
use axum::http::header;
use axum::response::sse::{Event, KeepAlive, Sse};
use axum::response::{IntoResponse, Response};
use futures_util::Stream;
use futures_util::stream::unfold;
use serde::Deserialize;
use tokio::sync::watch::Sender;

use super::state;

/// Interval of events without news, by which browsers know that the connection is alive.
const BEAT: Duration = Duration::from_secs(5);

/// Query of a page that asks for the state.
#[derive(Deserialize)]
pub(super) struct Seen {
    /// Permalink of the page.
    page: String,
    /// Fingerprint of the version that it shows.
    seen: String,
}

/// Streams an event for the current state and for each later one.
pub(super) async fn events(
    State(states): State<Arc<Sender<Arc<state::State>>>>,
) -> Sse<impl Stream<Item = Result<Event, Infallible>>> {
    let mut states = states.subscribe();
    // A page may be older than the connection.
    states.mark_changed();
    let stream = unfold(states, |mut states| async move {
        // An error means that the server ends.
        states.changed().await.ok()?;
        Some((Ok(named("changed")), states))
    });
    Sse::new(stream).keep_alive(KeepAlive::new().interval(BEAT).event(named("beat")))
}

fn named(name: &str) -> Event {
    // Browsers ignore events without data.
    Event::default().event(name).data("now")
}

/// Answers whether a page is up to date, with the problems of the site.
pub(super) async fn state(
    State(states): State<Arc<Sender<Arc<state::State>>>>,
    Query(Seen { page, seen }): Query<Seen>,
) -> Response {
    let state = Arc::clone(&states.borrow());
    let problems = state.problems.clone();
    let is_current = move || state.fingerprint(&state.answer(&page).bytes) == seen;
    let is_current = tokio::task::spawn_blocking(is_current)
        .await
        .unwrap_or(true);
    let headers = [
        (header::CONTENT_TYPE, "application/json"),
        (header::CACHE_CONTROL, "no-store"),
    ];
    let body = format!("{{\"is_current\":{is_current},\"problems\":{problems}}}");
    (headers, body).into_response()
}

/// Serves the script of a page.
pub(super) async fn script() -> Response {
    own("text/javascript; charset=utf-8", include_str!("live.js"))
}

/// Serves the worker that the pages of a browser share.
pub(super) async fn worker() -> Response {
    own("text/javascript; charset=utf-8", include_str!("bell.js"))
}

/// Serves the style sheet of the problems panel.
pub(super) async fn style() -> Response {
    own("text/css; charset=utf-8", include_str!("live.css"))
}

fn own(media_type: &'static str, text: &'static str) -> Response {
    let headers = [
        (header::CONTENT_TYPE, media_type),
        (header::CACHE_CONTROL, "no-store"),
    ];
    (headers, text).into_response()
}

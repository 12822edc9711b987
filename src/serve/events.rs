//! Notifies open pages of each new state, by server-sent events.

use std::convert::Infallible;
use std::sync::Arc;

use axum::extract::{Query, State};
use axum::http::header;
use axum::response::sse::{Event, KeepAlive, Sse};
use axum::response::{IntoResponse, Response};
use futures_util::Stream;
use futures_util::stream::unfold;
use serde::Deserialize;
use tokio::sync::watch::{Receiver, Sender};

use super::state;

/// Query of a page that subscribes to events.
#[derive(Deserialize)]
pub(super) struct Listener {
    /// Permalink of the page.
    page: String,
    /// Fingerprint of the version that it shows.
    seen: String,
}

/// Streams the problems of the site to a page, or `reload` if the page is out of date.
pub(super) async fn events(
    State(states): State<Arc<Sender<Arc<state::State>>>>,
    Query(listener): Query<Listener>,
) -> Sse<impl Stream<Item = Result<Event, Infallible>>> {
    let mut states = states.subscribe();
    // Send the current state first.
    states.mark_changed();
    let stream = unfold((states, listener), |(mut states, listener)| async move {
        let event = next(&mut states, &listener).await?;
        Some((Ok(event), (states, listener)))
    });
    Sse::new(stream).keep_alive(KeepAlive::default())
}

/// Waits for the next event; `None` when the server ends.
async fn next(states: &mut Receiver<Arc<state::State>>, listener: &Listener) -> Option<Event> {
    states.changed().await.ok()?;
    let state = Arc::clone(&states.borrow_and_update());
    let (page, seen) = (listener.page.clone(), listener.seen.clone());
    let problems = state.problems.clone();
    let is_same = move || state.fingerprint(&state.answer(&page).bytes) == seen;
    let is_same = tokio::task::spawn_blocking(is_same).await.unwrap_or(true);
    // Browsers ignore events without data.
    Some(match is_same {
        true => Event::default().event("problems").data(problems),
        false => Event::default().event("reload").data("now"),
    })
}

/// Serves the script that subscribes to events.
pub(super) async fn script() -> Response {
    let kind = [(header::CONTENT_TYPE, "text/javascript; charset=utf-8")];
    (kind, include_str!("live.js")).into_response()
}

/// Serves the style sheet of the problems panel.
pub(super) async fn style() -> Response {
    let kind = [(header::CONTENT_TYPE, "text/css; charset=utf-8")];
    (kind, include_str!("live.css")).into_response()
}

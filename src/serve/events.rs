//! Tells open pages of each new state.

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

/// The page that listens.
#[derive(Deserialize)]
pub struct Listener {
    /// Its permalink.
    page: String,
    /// The fingerprint of what it shows.
    seen: String,
}

/// Tells a page what there is to say, and when it is no longer what the site has.
pub async fn events(
    State(states): State<Arc<Sender<Arc<state::State>>>>,
    Query(listener): Query<Listener>,
) -> Sse<impl Stream<Item = Result<Event, Infallible>>> {
    let mut states = states.subscribe();
    // The first message tells the state at hand.
    states.mark_changed();
    let stream = unfold((states, listener), |(mut states, listener)| async move {
        let event = next(&mut states, &listener).await?;
        Some((Ok(event), (states, listener)))
    });
    Sse::new(stream).keep_alive(KeepAlive::default())
}

/// The next message; none once the server ends.
async fn next(states: &mut Receiver<Arc<state::State>>, listener: &Listener) -> Option<Event> {
    states.changed().await.ok()?;
    let state = Arc::clone(&states.borrow_and_update());
    let (page, seen) = (listener.page.clone(), listener.seen.clone());
    let told = state.told.clone();
    let is_same = move || state.fingerprint(&state.answer(&page).bytes) == seen;
    let is_same = tokio::task::spawn_blocking(is_same).await.unwrap_or(true);
    // A message without data is none.
    Some(match is_same {
        true => Event::default().event("problems").data(told),
        false => Event::default().event("reload").data("now"),
    })
}

/// The script that listens.
pub async fn script() -> Response {
    let kind = [(header::CONTENT_TYPE, "text/javascript; charset=utf-8")];
    (kind, include_str!("live.js")).into_response()
}

/// How it shows problems.
pub async fn style() -> Response {
    let kind = [(header::CONTENT_TYPE, "text/css; charset=utf-8")];
    (kind, include_str!("live.css")).into_response()
}

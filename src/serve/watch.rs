//! Watches the files of a site and updates the preview when they change.

use std::collections::HashSet;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::time::{Duration, Instant};

use notify::{RecommendedWatcher, RecursiveMode, Watcher};
use tokio::sync::watch::Sender;

use super::state::State;
use crate::build::preview::Preview;
use crate::content::discover::ROOT_FOLDERS;
use crate::messages::locale::Catalogue;

/// Debounce interval: a burst of changes ends when nothing has happened for this long, since
/// editors save in several steps.
const DEBOUNCE: Duration = Duration::from_millis(10);
/// Maximum duration of a burst, so that continuous changes do not delay updates forever.
const MAX_BURST: Duration = Duration::from_millis(250);
/// Minimum interval between polls. Polling is needed because network folders report no
/// changes.
const POLL_INTERVAL: Duration = Duration::from_secs(2);
/// The pause between polls is at least this many times the duration of a poll.
const POLL_RATIO: u32 = 50;

/// A message from the file watcher.
type WatchEvent = notify::Result<notify::Event>;

/// Updates `preview` on a separate thread until the process ends; `on_state` is called with
/// each new state.
///
/// # Errors
/// If the thread cannot be started.
pub(super) fn start(
    mut preview: Preview,
    words: Arc<Catalogue>,
    states: Arc<Sender<Arc<State>>>,
    on_state: impl Fn(&State) + Send + 'static,
) -> io::Result<()> {
    let (sender, events) = channel::<WatchEvent>();
    let mut watched = Watched {
        // `None` leaves only polling.
        watcher: notify::recommended_watcher(sender.clone()).ok(),
        folders: HashSet::new(),
    };
    let watch = move || {
        // Keeps the channel open, even without a watcher.
        let _sender = sender;
        let mut pause = POLL_INTERVAL;
        loop {
            watched.add(preview.root());
            let changed = next(&events, pause);
            let begin = Instant::now();
            let is_new = preview.update(&changed);
            if changed.is_empty() {
                pause = POLL_INTERVAL.max(begin.elapsed() * POLL_RATIO);
            }
            if is_new {
                let state = Arc::new(State::of(&preview, &words, begin.elapsed()));
                states.send_replace(Arc::clone(&state));
                on_state(&state);
            }
        }
    };
    std::thread::Builder::new()
        .name("watch".to_owned())
        .spawn(watch)?;
    Ok(())
}

/// The watched folders; `watcher` is `None` if the system does not support watching.
struct Watched {
    watcher: Option<RecommendedWatcher>,
    folders: HashSet<PathBuf>,
}

impl Watched {
    /// Starts watching the folders that exist but are not watched yet.
    fn add(&mut self, root: &Path) {
        let parts = ["content", "themes"].into_iter().chain(ROOT_FOLDERS);
        let parts = parts.map(|part| (root.join(part), RecursiveMode::Recursive));
        let all = [(root.to_owned(), RecursiveMode::NonRecursive)].into_iter();
        for (folder, mode) in all.chain(parts) {
            let is_there = folder.is_dir();
            if !is_there {
                self.folders.remove(&folder);
            } else if let Some(watcher) = &mut self.watcher
                && !self.folders.contains(&folder)
                && watcher.watch(&folder, mode).is_ok()
            {
                self.folders.insert(folder);
            }
        }
    }
}

/// Waits for the next burst of changes and returns its files; empty after `pause` without
/// changes, when it is time to poll.
fn next(events: &Receiver<WatchEvent>, pause: Duration) -> Vec<PathBuf> {
    let mut changed = HashSet::new();
    let mut wait = pause;
    let begin = Instant::now();
    let mut end = begin + pause;
    loop {
        match events.recv_timeout(wait) {
            Ok(Ok(event)) if is_change(&event) => {
                if changed.is_empty() {
                    end = Instant::now() + MAX_BURST;
                }
                changed.extend(event.paths);
                wait = DEBOUNCE;
            }
            Ok(_) => wait = end.saturating_duration_since(Instant::now()).min(wait),
            Err(RecvTimeoutError::Timeout | RecvTimeoutError::Disconnected) => break,
        }
        if Instant::now() >= end {
            break;
        }
    }
    changed.into_iter().collect()
}

/// Whether the event is more than a read access.
fn is_change(event: &notify::Event) -> bool {
    !event.kind.is_access() && !event.paths.is_empty()
}

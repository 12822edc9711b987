//! Watches the files of a site, and renews it as they change.

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
use crate::messages::locale::Catalogue;

/// A save is over when nothing has happened for so long: editors write in several steps.
const QUIET: Duration = Duration::from_millis(10);
/// Changes that never stop are taken in after so long all the same.
const PATIENCE: Duration = Duration::from_millis(250);
/// How often the files are looked at even if the system tells of no change: network
/// folders tell of none.
const LOOK: Duration = Duration::from_secs(2);
/// Looking takes at most one part of so many of the time.
const SHARE: u32 = 50;

/// What the system tells of.
type Told = notify::Result<notify::Event>;

/// Renews `preview` on a thread of its own, for as long as the process runs.
///
/// # Errors
/// When the thread cannot be started.
pub fn start(
    mut preview: Preview,
    words: Arc<Catalogue>,
    states: Arc<Sender<Arc<State>>>,
    tell: impl Fn(&State) + Send + 'static,
) -> io::Result<()> {
    let (sender, events) = channel::<Told>();
    let mut watched = Watched {
        // Without the system's help, looking has to do.
        watcher: notify::recommended_watcher(sender.clone()).ok(),
        folders: HashSet::new(),
    };
    let watch = move || {
        // While it lives, the channel does not close.
        let _sender = sender;
        let mut pause = LOOK;
        loop {
            watched.add(preview.root());
            let changed = next(&events, pause);
            let begin = Instant::now();
            let is_new = preview.renew(&changed);
            if changed.is_empty() {
                pause = LOOK.max(begin.elapsed() * SHARE);
            }
            if is_new {
                let state = Arc::new(State::of(&preview, &words, begin.elapsed()));
                states.send_replace(Arc::clone(&state));
                tell(&state);
            }
        }
    };
    std::thread::Builder::new()
        .name("watch".to_owned())
        .spawn(watch)?;
    Ok(())
}

/// The folders that the system watches.
struct Watched {
    watcher: Option<RecommendedWatcher>,
    folders: HashSet<PathBuf>,
}

impl Watched {
    /// Watches what is there to be watched by now.
    fn add(&mut self, root: &Path) {
        let folders = [
            (root.to_owned(), RecursiveMode::NonRecursive),
            (root.join("content"), RecursiveMode::Recursive),
            (root.join("themes"), RecursiveMode::Recursive),
        ];
        for (folder, mode) in folders {
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

/// The files of the next burst of changes; none when it is time to look.
fn next(events: &Receiver<Told>, pause: Duration) -> Vec<PathBuf> {
    let mut changed = HashSet::new();
    let mut wait = pause;
    let begin = Instant::now();
    let mut end = begin + pause;
    loop {
        match events.recv_timeout(wait) {
            Ok(Ok(event)) if is_change(&event) => {
                if changed.is_empty() {
                    end = Instant::now() + PATIENCE;
                }
                changed.extend(event.paths);
                wait = QUIET;
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

/// Whether more than reading happened.
fn is_change(event: &notify::Event) -> bool {
    !event.kind.is_access() && !event.paths.is_empty()
}

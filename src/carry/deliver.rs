//! Writes a pack to all targets in parallel and reads each back before marking it complete.

use std::thread;

use super::pack::Pack;
use super::progress::{ByteProgress, Step};
use super::write::{FormError, Ready};

/// Writes the pack to all targets, reads each back, and marks those that match as complete.
/// Returns the result of each target, in the order of `targets`.
pub(crate) fn deliver(
    pack: &Pack,
    targets: &[Ready<'_>],
    progress: &dyn ByteProgress,
) -> Vec<Result<(), FormError>> {
    let bytes = pack.bytes().saturating_mul(targets.len() as u64);
    progress.begin(Step::Write, bytes);
    let drafts = run_parallel(targets, |ready| ready.form.write(pack, ready, progress));
    progress.begin(Step::Verify, bytes);
    run_parallel(drafts, |draft| {
        let draft = draft?;
        draft.read_back(&OnlyAdvance(progress))?;
        draft.finish()
    })
}

/// Runs `work` on one thread per item, so that a slow USB stick does not hold up the others.
/// Results are in the order of `items`.
fn run_parallel<T: Send, R: Send>(
    items: impl IntoIterator<Item = T>,
    work: impl Fn(T) -> R + Sync,
) -> Vec<R> {
    thread::scope(|scope| {
        let work = &work;
        let threads: Vec<_> = items
            .into_iter()
            .map(|item| scope.spawn(move || work(item)))
            .collect();
        let ends = threads.into_iter().map(thread::ScopedJoinHandle::join);
        ends.map(|end| end.unwrap_or_else(|panic| std::panic::resume_unwind(panic)))
            .collect()
    })
}

/// Forwards only [`ByteProgress::advance`]: all copies are read back in a single step, which
/// `verify` would restart for each.
struct OnlyAdvance<'w>(&'w dyn ByteProgress);

impl ByteProgress for OnlyAdvance<'_> {
    fn begin(&self, _: Step, _: u64) {}

    fn advance(&self, bytes: u64) {
        self.0.advance(bytes);
    }
}

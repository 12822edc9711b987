//! Progress of packing, copying and checking.

/// A stretch of work.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// The site is read and its digests are taken.
    Read,
    /// The targets are written.
    Write,
    /// What was written is read back and compared.
    Verify,
}

/// Receives progress events, from several threads.
pub trait ByteProgress: Sync {
    /// A step of so many bytes begins.
    fn begin(&self, step: Step, bytes: u64);

    /// So many bytes more are done.
    fn advance(&self, bytes: u64);
}

/// Reports to nobody.
impl ByteProgress for () {
    fn begin(&self, _: Step, _: u64) {}

    fn advance(&self, _: u64) {}
}

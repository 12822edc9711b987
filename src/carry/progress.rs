//! Progress of packing, copying and checking.

/// A phase of the work, each with its own byte total.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Step {
    /// The site is read to compute its digests.
    Read,
    /// The targets are written.
    Write,
    /// What was written is read back and compared.
    Verify,
}

/// Receives progress events, from several threads.
pub(crate) trait ByteProgress: Sync {
    /// Starts a step that processes `bytes` bytes in total.
    fn begin(&self, step: Step, bytes: u64);

    /// Reports that another `bytes` bytes are done.
    fn advance(&self, bytes: u64);
}

/// Discards all events.
impl ByteProgress for () {
    fn begin(&self, _: Step, _: u64) {}

    fn advance(&self, _: u64) {}
}

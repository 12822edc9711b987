//! The new files of an update, contained in full or rebuilt from differences.

use std::io::{self, Cursor, Read};

use crate::carry::copy::{Contents, FolderContents};
use crate::carry::differences::Differences;

/// An update and the copy that its differences refer to.
pub(super) struct UpdateFiles {
    /// Files of the update.
    pub update: Box<dyn Contents>,
    /// Differences of files that the update does not contain in full.
    pub differences: Differences,
    /// Files of the copy.
    pub copy: FolderContents,
}

impl UpdateFiles {
    /// Returns the size of a new file in bytes; 0 if the update does not provide it.
    pub(super) fn size(&self, path: &str) -> u64 {
        let in_full = || self.update.files().get(path).copied();
        self.differences.size(path).or_else(in_full).unwrap_or(0)
    }

    /// Opens a new file for reading.
    ///
    /// # Errors
    /// If a file cannot be read, or differences do not apply to the copy
    /// ([`io::ErrorKind::InvalidData`]).
    pub(super) fn open(&mut self, path: &str) -> io::Result<Box<dyn Read + '_>> {
        if self.differences.size(path).is_none() {
            return self.update.open(path);
        }
        let rebuilt = self.differences.rebuilt(path, &mut self.copy)?;
        let bytes = rebuilt.ok_or(io::ErrorKind::InvalidData)?;
        Ok(Box::new(Cursor::new(bytes)))
    }
}

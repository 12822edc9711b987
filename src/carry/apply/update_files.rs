//! The files that an update leads to, whether it brings them whole or as differences.

use std::io::{self, Cursor, Read};

use crate::carry::copy::{Contents, FolderContents, ZipContents};
use crate::carry::differences::Differences;

/// What an update brings, and the copy that differences are told from.
pub struct UpdateFiles {
    /// The update.
    pub zip: ZipContents,
    /// What it has of files that it does not bring whole.
    pub differences: Differences,
    /// The copy.
    pub copy: FolderContents,
}

impl UpdateFiles {
    /// How many bytes a file will have.
    pub fn size(&self, path: &str) -> u64 {
        let whole = || self.zip.files().get(path).copied();
        self.differences.size(path).or_else(whole).unwrap_or(0)
    }

    /// The bytes of a file.
    ///
    /// # Errors
    /// When differences lead nowhere ([`io::ErrorKind::InvalidData`]), or the system refuses.
    pub fn open(&mut self, path: &str) -> io::Result<Box<dyn Read + '_>> {
        if self.differences.size(path).is_none() {
            return self.zip.open(path);
        }
        let rebuilt = self.differences.rebuilt(path, &mut self.copy)?;
        let bytes = rebuilt.ok_or(io::ErrorKind::InvalidData)?;
        Ok(Box::new(Cursor::new(bytes)))
    }
}

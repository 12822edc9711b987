//! Reading text files with arbitrary bytes.

use std::fs::File;
use std::io::{self, Read};
use std::path::Path;
use std::sync::Arc;

use crate::messages::diagnostics::{Diagnostic, Kind, Location, SourceFile, normalized};

/// Maximum size of a text file, in MiB, far above any real case study.
pub(crate) const MAX_TEXT_MIB: u64 = 2;

/// Reads `file` as UTF-8, without a byte-order mark and with `\n` line ends. An unreadable
/// file yields an empty text, and invalid bytes are replaced, both with a diagnostic that
/// names the file `display_path`.
pub(crate) fn read_text(file: &Path, display_path: &str) -> (Arc<SourceFile>, Option<Diagnostic>) {
    let bytes = match read_bytes(file) {
        Ok(bytes) => bytes,
        Err(kind) => return unreadable(display_path, kind),
    };
    match String::from_utf8(bytes) {
        Ok(text) if text.trim().is_empty() => unreadable(display_path, Kind::EmptyFile),
        Ok(text) => (SourceFile::new(display_path, normalized(text)), None),
        Err(error) => {
            let offset = error.utf8_error().valid_up_to();
            let source = SourceFile::new(display_path, String::from_utf8_lossy(error.as_bytes()));
            let location = Location::new(&source, offset..offset + '\u{FFFD}'.len_utf8());
            let problem = Diagnostic::new(Kind::NotUtf8, location);
            (source, Some(problem))
        }
    }
}

fn unreadable(display_path: &str, kind: Kind) -> (Arc<SourceFile>, Option<Diagnostic>) {
    let source = SourceFile::new(display_path, "");
    let problem = Diagnostic::new(kind, Location::whole(&source));
    (source, Some(problem))
}

/// Reads at most [`MAX_TEXT_MIB`], even from a file that grows meanwhile.
fn read_bytes(file: &Path) -> Result<Vec<u8>, Kind> {
    read_at_most(file, MAX_TEXT_MIB)?.ok_or(Kind::TooLarge {
        limit_mib: MAX_TEXT_MIB,
    })
}

/// Returns the file's bytes, or `None` if it is larger than `limit_mib` MiB.
///
/// # Errors
/// Returns [`Kind::Unreadable`] if the file cannot be opened or read.
pub(crate) fn read_at_most(file: &Path, limit_mib: u64) -> Result<Option<Vec<u8>>, Kind> {
    let limit = limit_mib * 1024 * 1024;
    let read = || {
        let file = File::open(file)?;
        // No more capacity than needed: a site has tens of thousands of texts.
        let size = file.metadata()?.len().min(limit) + 1;
        let mut bytes = Vec::with_capacity(size as usize);
        file.take(limit + 1).read_to_end(&mut bytes)?;
        Ok(bytes)
    };
    let bytes = read().map_err(|error: io::Error| Kind::Unreadable {
        refusal: (&error).into(),
    })?;
    Ok((bytes.len() as u64 <= limit).then_some(bytes))
}

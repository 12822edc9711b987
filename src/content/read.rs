//! Reads one text file, whatever its bytes.

use std::fs::File;
use std::io::{self, Read};
use std::path::Path;
use std::sync::Arc;

use crate::messages::diagnostics::{Diagnostic, Kind, Location, SourceFile, normalized};

/// Largest text file that is read, in MiB; no case study comes near.
pub const MAX_TEXT_MIB: u64 = 2;

/// Reads `file` as UTF-8 without a byte-order mark and with `\n` line ends.
/// What cannot be read comes back empty, or with its broken bytes replaced, and
/// with a complaint.
pub fn read_text(file: &Path, shown: &str) -> (Arc<SourceFile>, Option<Diagnostic>) {
    let bytes = match read_bytes(file) {
        Ok(bytes) => bytes,
        Err(kind) => return unreadable(shown, kind),
    };
    match String::from_utf8(bytes) {
        Ok(text) if text.trim().is_empty() => unreadable(shown, Kind::EmptyFile),
        Ok(text) => (SourceFile::new(shown, normalized(text)), None),
        Err(error) => {
            let offset = error.utf8_error().valid_up_to();
            let source = SourceFile::new(shown, String::from_utf8_lossy(error.as_bytes()));
            let place = Location::new(&source, offset..offset + '\u{FFFD}'.len_utf8());
            let problem = Diagnostic::new(Kind::NotUtf8, place);
            (source, Some(problem))
        }
    }
}

fn unreadable(shown: &str, kind: Kind) -> (Arc<SourceFile>, Option<Diagnostic>) {
    let source = SourceFile::new(shown, "");
    let problem = Diagnostic::new(kind, Location::whole(&source));
    (source, Some(problem))
}

/// Reads no more than the limit, even from a file that grows meanwhile.
fn read_bytes(file: &Path) -> Result<Vec<u8>, Kind> {
    read_at_most(file, MAX_TEXT_MIB)?.ok_or(Kind::TooLarge {
        limit_mib: MAX_TEXT_MIB,
    })
}

/// The file's bytes; none where they are more than `limit_mib` MiB.
///
/// # Errors
/// When the system does not let it be read.
pub fn read_at_most(file: &Path, limit_mib: u64) -> Result<Option<Vec<u8>>, Kind> {
    let limit = limit_mib * 1024 * 1024;
    let read = || {
        let file = File::open(file)?;
        // As large as the text, since a site holds tens of thousands.
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

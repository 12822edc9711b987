//! What a document may unpack to: Pandoc unpacks it in memory, whatever its size.

use std::fs::File;
use std::io::{self, BufReader, Read};
use std::path::Path;

use zip::ZipArchive;
use zip::result::ZipError;

use super::{ImportError, MIB, TooMuch};

/// Limits of a document, far above those of a case study with many photos.
#[derive(Debug, Clone, Copy)]
pub(super) struct Limits {
    /// Size of the file, in MiB.
    pub file: u64,
    /// Size of everything in it, in MiB.
    pub unpacked: u64,
    /// Size of its texts together, in MiB; Pandoc takes minutes for more.
    pub texts: u64,
    /// Number of files in it.
    pub entries: u64,
}

/// The limits of every import.
pub(super) const LIMITS: Limits = Limits {
    file: 200,
    unpacked: 500,
    texts: 32,
    entries: 10_000,
};

/// Unpacks a document without keeping anything, to know that it stays within `limits`: sizes
/// that an archive states may be lies.
///
/// # Errors
/// If the file cannot be read, is no archive, or is beyond a limit.
pub(super) fn check(document: &Path, limits: Limits) -> Result<(), ImportError> {
    let io_error = |error| ImportError::Io(document.to_owned(), error);
    let file = File::open(document).map_err(io_error)?;
    let data = file.metadata().map_err(io_error)?;
    if !data.is_file() {
        return Err(ImportError::Format);
    }
    if data.len() > limits.file * MIB {
        return Err(ImportError::TooMuch(TooMuch::File(limits.file)));
    }
    let refusal = |error| match error {
        ZipError::Io(error) if !is_damage(&error) => io_error(error),
        _ => ImportError::Format,
    };
    let mut archive = ZipArchive::new(BufReader::new(file)).map_err(refusal)?;
    if archive.len() as u64 > limits.entries {
        return Err(ImportError::TooMuch(TooMuch::Entries(limits.entries)));
    }
    let (mut unpacked, mut texts) = (0, 0);
    for number in 0..archive.len() {
        let entry = archive.by_index(number).map_err(refusal)?;
        let is_text = is_text(&entry.name().map_err(refusal)?);
        // One byte more shows that there is more.
        let mut rest = entry.take(limits.unpacked * MIB - unpacked + 1);
        let size = io::copy(&mut rest, &mut io::sink()).map_err(|error| refusal(error.into()))?;
        unpacked += size;
        texts += if is_text { size } else { 0 };
        if unpacked > limits.unpacked * MIB {
            return Err(ImportError::TooMuch(TooMuch::Unpacked(limits.unpacked)));
        }
        if texts > limits.texts * MIB {
            return Err(ImportError::TooMuch(TooMuch::Texts(limits.texts)));
        }
    }
    Ok(())
}

/// Whether an error comes from the bytes of the archive rather than from the system.
fn is_damage(error: &io::Error) -> bool {
    use io::ErrorKind::{InvalidData, InvalidInput, Other, UnexpectedEof};
    matches!(
        error.kind(),
        InvalidData | InvalidInput | Other | UnexpectedEof
    )
}

fn is_text(name: &str) -> bool {
    let name = name.to_ascii_lowercase();
    name.ends_with(".xml") || name.ends_with(".rels")
}

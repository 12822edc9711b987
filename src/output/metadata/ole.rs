//! Office documents before 2007, which are looked into and never rewritten.

use std::io::{Cursor, Read};

use cfb::CompoundFile;

use super::{Cleaned, Fault, traces};

/// Lets a document pass whose pictures have neither position nor device.
///
/// # Errors
/// If they have, or the document is encrypted.
pub(super) fn check(bytes: &[u8]) -> Cleaned {
    if traces::are_in(bytes) {
        return Err(Fault::Office.into());
    }
    let mut document = CompoundFile::open(Cursor::new(bytes)).map_err(|_| Fault::Broken)?;
    let streams: Vec<_> = document
        .walk()
        .filter(cfb::Entry::is_stream)
        .map(|entry| entry.path().to_owned())
        .collect();
    // Streams may share their bytes in a hostile file.
    let mut left = bytes.len() as u64;
    for path in streams {
        let mut content = Vec::new();
        let stream = document.open_stream(&path).map_err(|_| Fault::Broken)?;
        { stream.take(left) }
            .read_to_end(&mut content)
            .map_err(|_| Fault::Broken)?;
        left -= content.len() as u64;
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        if is_encrypted(&name, &content) {
            return Err(Fault::Encrypted.into());
        }
        if traces::are_in(&content) {
            return Err(Fault::Office.into());
        }
    }
    Ok(None)
}

/// Whether a stream says that the document is encrypted.
fn is_encrypted(name: &str, content: &[u8]) -> bool {
    match name {
        "EncryptedPackage" | "EncryptedSummary" => true,
        // Bit 8 of the flags of Word's header.
        "WordDocument" => content.get(11).is_some_and(|flags| flags & 1 != 0),
        "Workbook" | "Book" => has_password(content),
        _ => false,
    }
}

/// Whether the record of a password, number 47, follows the first of Excel's records.
fn has_password(content: &[u8]) -> bool {
    let length = content
        .get(2..4)
        .map(|it| u16::from_le_bytes([it[0], it[1]]));
    let second = length.map(|length| 4 + usize::from(length));
    second.and_then(|at| content.get(at..at + 2)) == Some(&[0x2f, 0])
}

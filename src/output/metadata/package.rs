//! Zip files, and the documents that are zip files: Office Open XML, OpenDocument, EPUB.

use std::io::{Cursor, Read, Write};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipArchive, ZipWriter};

use super::{Cleaned, Cleaner, Fault, Uncleanable, traces};

/// Maximum number of files in a package.
const MAX_FILES: usize = 65_535;

/// A file of a package.
struct Part {
    name: String,
    is_stored: bool,
    bytes: Vec<u8>,
}

/// Cleans every file of a package. If any changes, the package is written anew, in the same
/// order and with fixed times.
///
/// # Errors
/// If one of its files cannot be cleaned, or the package is damaged, encrypted or signed.
pub(super) fn clean(bytes: &[u8], cleaner: &mut Cleaner) -> Cleaned {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| Fault::Broken)?;
    if archive.len() > MAX_FILES {
        return Err(Fault::TooLarge.into());
    }
    let mut parts = Vec::new();
    let mut has_changed = false;
    let mut is_signed = false;
    for number in 0..archive.len() {
        let mut part = read(&mut archive, number, cleaner)?;
        is_signed |= is_signature(&part.name);
        if let Some(cleaned) = clean_part(&part, cleaner)? {
            has_changed = true;
            part.bytes = cleaned;
        }
        parts.push(part);
    }
    // Between the files there may be others, which programs have removed from the list.
    if !has_changed && !traces::are_in(bytes) {
        return Ok(None);
    }
    if is_signed {
        return Err(Fault::Signed.into());
    }
    write(&parts).map(Some)
}

fn read(
    archive: &mut ZipArchive<Cursor<&[u8]>>,
    number: usize,
    cleaner: &mut Cleaner,
) -> Result<Part, Uncleanable> {
    let raw = archive.by_index_raw(number).map_err(|_| Fault::Broken)?;
    if raw.encrypted() {
        return Err(Fault::Encrypted.into());
    }
    let is_stored = match raw.compression() {
        CompressionMethod::Stored => true,
        CompressionMethod::Deflated => false,
        _ => return Err(Fault::Archive.into()),
    };
    drop(raw);
    let file = archive.by_index(number).map_err(|_| Fault::Broken)?;
    let name = file.name().map_err(|_| Fault::Broken)?.into_owned();
    let mut bytes = Vec::new();
    { file.take(cleaner.left + 1) }
        .read_to_end(&mut bytes)
        .map_err(|_| Fault::Broken)?;
    cleaner.spend(bytes.len() as u64)?;
    Ok(Part {
        name,
        is_stored,
        bytes,
    })
}

fn is_signature(name: &str) -> bool {
    name.starts_with("_xmlsignatures/")
        || matches!(
            name,
            "META-INF/documentsignatures.xml" | "META-INF/signatures.xml"
        )
}

/// # Errors
/// If the file cannot be cleaned; the error has its path.
fn clean_part(part: &Part, cleaner: &mut Cleaner) -> Cleaned {
    let properties = match part.name.as_str() {
        "docProps/custom.xml" => Some(("property", "name")),
        "meta.xml" => Some(("meta:user-defined", "meta:name")),
        // Keys of OpenDocument files that are encrypted.
        "META-INF/manifest.xml" if contains(&part.bytes, b"encryption-data") => {
            return Err(Fault::Encrypted.into());
        }
        _ => None,
    };
    if let Some((element, name)) = properties {
        return Ok(without_private(&part.bytes, element, name));
    }
    cleaner.nested(&part.bytes).map_err(|error| Uncleanable {
        within: Some(match error.within {
            Some(within) => format!("{}/{within}", part.name),
            None => part.name.clone(),
        }),
        ..error
    })
}

fn contains(bytes: &[u8], text: &[u8]) -> bool {
    bytes.windows(text.len()).any(|window| window == text)
}

/// Removes the properties that people or programs have named after a position or a device;
/// `None` if there is none.
fn without_private(bytes: &[u8], element: &str, attribute: &str) -> Option<Vec<u8>> {
    let text = std::str::from_utf8(bytes).ok()?;
    let (begin, end) = (format!("<{element} "), format!("</{element}>"));
    let mut kept = String::new();
    let mut rest = text;
    while let Some(at) = rest.find(&begin) {
        let (before, property) = rest.split_at(at);
        kept.push_str(before);
        let length = property.find(&end).map(|at| at + end.len());
        let (property, after) = property.split_at(length.unwrap_or(property.len()));
        if !is_private(property, attribute) {
            kept.push_str(property);
        }
        rest = after;
    }
    kept.push_str(rest);
    (kept != text).then(|| kept.into_bytes())
}

fn is_private(property: &str, attribute: &str) -> bool {
    let name = property.split_once(&format!(" {attribute}=\""));
    let name = name.and_then(|(_, rest)| rest.split_once('"'));
    let is_private_name = name.is_some_and(|(name, _)| traces::is_private_field(name));
    is_private_name || traces::names_device(property)
}

fn write(parts: &[Part]) -> Result<Vec<u8>, Uncleanable> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for part in parts {
        let options = SimpleFileOptions::default()
            .compression_method(match part.is_stored {
                true => CompressionMethod::Stored,
                false => CompressionMethod::Deflated,
            })
            .last_modified_time(DateTime::default())
            .unix_permissions(0o644)
            .system(zip::System::Unix);
        let written = match part.name.ends_with('/') {
            true => zip.add_directory(&part.name, options.unix_permissions(0o755)),
            false => zip.start_file(&part.name, options),
        };
        written.map_err(|_| Fault::Broken)?;
        if !part.name.ends_with('/') {
            zip.write_all(&part.bytes).map_err(|_| Fault::Broken)?;
        }
    }
    let written = zip.finish().map_err(|_| Fault::Broken)?;
    Ok(written.into_inner())
}

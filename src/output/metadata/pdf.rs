//! PDF: objects with descriptions, pictures and attached files.

use std::collections::BTreeSet;

use lopdf::{Dictionary, Document, LoadOptions, Object, ObjectId, Stream};

use super::{Cleaned, Cleaner, Fault, Uncleanable, containers, traces};

/// Entries of the document's description that people fill in, and dates.
const HARMLESS: [&[u8]; 7] = [
    b"Title",
    b"Author",
    b"Subject",
    b"Keywords",
    b"CreationDate",
    b"ModDate",
    b"Trapped",
];

/// Maximum bytes of one stream of objects, unpacked.
const MAX_STREAM: usize = 128 * 1024 * 1024;

/// Removes positions and devices from the descriptions, pictures and attached files. A
/// document that changes is written without its earlier versions.
///
/// # Errors
/// If it is damaged or encrypted, or has to change and is signed.
pub(super) fn clean(bytes: &[u8], cleaner: &mut Cleaner) -> Cleaned {
    let options = LoadOptions::with_max_decompressed_size(MAX_STREAM);
    let mut document = match Document::load_mem_with_options(bytes, options) {
        Ok(document) => document,
        Err(lopdf::Error::Decryption(_) | lopdf::Error::InvalidPassword) => {
            return Err(Fault::Encrypted.into());
        }
        Err(_) if !has_objects(bytes) => return containers::check_unknown(bytes),
        Err(_) => return Err(Fault::Broken.into()),
    };
    if document.is_encrypted() || document.was_encrypted() {
        return Err(Fault::Encrypted.into());
    }
    if document.objects.is_empty() {
        return Err(Fault::Broken.into());
    }
    let mut has_changed = clean_information(&mut document);
    has_changed |= clean_streams(&mut document, cleaner)?;
    has_changed |= remove_descriptions(&mut document);
    // Earlier versions of a document stay in the file until it is written anew.
    if !has_changed && !traces::are_in(bytes) {
        return Ok(None);
    }
    if is_signed(&document) {
        return Err(Fault::Signed.into());
    }
    document.prune_objects();
    let mut cleaned = Vec::new();
    document.save_to(&mut cleaned).map_err(|_| Fault::Broken)?;
    match traces::are_in(&cleaned) {
        true => Err(Fault::Unknown.into()),
        false => Ok(Some(cleaned)),
    }
}

/// Whether anything can be in a document: some files only begin like one.
fn has_objects(bytes: &[u8]) -> bool {
    memchr::memmem::find(bytes, b" obj").is_some()
}

/// Whether changing the document would break a signature.
fn is_signed(document: &Document) -> bool {
    let mut dictionaries = document.objects.values().filter_map(dictionary);
    dictionaries.any(|dictionary| dictionary.has(b"ByteRange"))
}

fn dictionary(object: &Object) -> Option<&Dictionary> {
    match object {
        Object::Dictionary(dictionary) => Some(dictionary),
        Object::Stream(stream) => Some(&stream.dict),
        _ => None,
    }
}

/// Removes entries that hold positions or names of devices, and returns whether there were.
fn clean_information(document: &mut Document) -> bool {
    let information = match document.trailer.get(b"Info") {
        Ok(Object::Reference(id)) => Some(*id),
        _ => None,
    };
    let dictionary = match information {
        Some(id) => document.get_dictionary(id),
        None => document.trailer.get(b"Info").and_then(Object::as_dict),
    };
    let Ok(dictionary) = dictionary else {
        return false;
    };
    let private = dictionary.iter().filter(|(key, value)| {
        let value = match value {
            Object::Reference(id) => document.get_object(*id).ok(),
            value => Some(*value),
        };
        let is_private = value.is_some_and(|value| is_private(key, value));
        !HARMLESS.contains(&key.as_slice()) && is_private
    });
    let private: Vec<Vec<u8>> = private.map(|(key, _)| key.clone()).collect();
    let dictionary = match information {
        Some(id) => document.get_dictionary_mut(id),
        None => document
            .trailer
            .get_mut(b"Info")
            .and_then(Object::as_dict_mut),
    };
    if let Ok(dictionary) = dictionary {
        private.iter().for_each(|key| {
            dictionary.remove(key);
        });
    }
    !private.is_empty()
}

fn is_private(key: &[u8], value: &Object) -> bool {
    let name = String::from_utf8_lossy(key);
    let text = match value.as_str() {
        Ok(text) => decoded(text),
        Err(_) => String::new(),
    };
    traces::is_private_field(&name) || traces::names_device(&text)
}

/// Returns a text that is UTF-16 if it begins with the mark of that.
fn decoded(text: &[u8]) -> String {
    let Some(wide) = text.strip_prefix(b"\xfe\xff") else {
        return String::from_utf8_lossy(text).into_owned();
    };
    let units = wide
        .chunks_exact(2)
        .map(|pair| u16::from_be_bytes([pair[0], pair[1]]));
    let units: Vec<u16> = units.collect();
    String::from_utf16_lossy(&units)
}

/// Cleans pictures and attached files, and returns whether any has changed.
fn clean_streams(document: &mut Document, cleaner: &mut Cleaner) -> Result<bool, Uncleanable> {
    let mut has_changed = false;
    for object in document.objects.values_mut() {
        let Object::Stream(stream) = object else {
            continue;
        };
        let filters = stream.filters().unwrap_or_default();
        let last = filters.last().copied().unwrap_or_default();
        let is_photograph = matches!(last, b"DCTDecode" | b"DCT");
        let is_attached = stream.dict.has_type(b"EmbeddedFile");
        if last == b"JPXDecode" && traces::are_in(&stream.content) {
            return Err(Fault::Picture.into());
        }
        if is_photograph {
            has_changed |= clean_photograph(stream, cleaner)?;
        } else if is_attached {
            has_changed |= clean_attached(stream, cleaner)?;
        }
    }
    Ok(has_changed)
}

fn clean_photograph(stream: &mut Stream, cleaner: &mut Cleaner) -> Result<bool, Uncleanable> {
    let is_packed = stream.filters().is_ok_and(|filters| filters.len() > 1);
    let picture = match is_packed {
        true => Some(unpacked(stream, cleaner)?),
        false => None,
    };
    let bytes = picture.as_deref().unwrap_or(&stream.content);
    // Programs show what is there of a damaged picture; so be it, if it has no description.
    let Ok(cleaned) = super::jpeg::checked(bytes) else {
        return match traces::are_in(bytes) {
            true => Err(Fault::Broken.into()),
            false => Ok(false),
        };
    };
    let Some(cleaned) = cleaned else {
        return Ok(false);
    };
    if is_packed {
        stream
            .dict
            .set("Filter", Object::Name(b"DCTDecode".to_vec()));
        stream.dict.remove(b"DecodeParms");
    }
    stream.set_content(cleaned);
    Ok(true)
}

/// Undoes every filter before that of the photograph.
fn unpacked(stream: &Stream, cleaner: &mut Cleaner) -> Result<Vec<u8>, Uncleanable> {
    let filters = stream.filters().map_err(|_| Fault::Broken)?;
    let outer = &filters[..filters.len() - 1];
    let names = outer.iter().map(|name| Object::Name(name.to_vec()));
    let mut packed = stream.clone();
    packed.dict.set("Filter", Object::Array(names.collect()));
    packed.dict.remove(b"DecodeParms");
    unpack(&packed, cleaner)
}

fn unpack(stream: &Stream, cleaner: &mut Cleaner) -> Result<Vec<u8>, Uncleanable> {
    let limit = usize::try_from(cleaner.left).unwrap_or(usize::MAX);
    let bytes = stream.get_plain_content_with_limit(limit);
    let bytes = bytes.map_err(|_| Fault::Broken)?;
    cleaner.spend(bytes.len() as u64)?;
    Ok(bytes)
}

fn clean_attached(stream: &mut Stream, cleaner: &mut Cleaner) -> Result<bool, Uncleanable> {
    let bytes = unpack(stream, cleaner)?;
    let Some(cleaned) = cleaner.nested(&bytes)? else {
        return Ok(false);
    };
    stream.dict.remove(b"Filter");
    stream.dict.remove(b"DecodeParms");
    // Its size and checksum have changed.
    stream.dict.remove(b"Params");
    stream.set_content(cleaned);
    stream.compress().map_err(|_| Fault::Broken)?;
    Ok(true)
}

/// Removes XMP with positions or devices from what it describes.
fn remove_descriptions(document: &mut Document) -> bool {
    let is_private = |object: &Object| match object {
        Object::Stream(stream) if stream.dict.has_type(b"Metadata") => {
            // What cannot be unpacked cannot be known.
            let text = stream.get_plain_content_with_limit(MAX_STREAM);
            text.map_or(true, |text| traces::is_private_description(&text))
        }
        _ => false,
    };
    let private = document.objects.iter().filter(|(_, it)| is_private(it));
    let private: BTreeSet<ObjectId> = private.map(|(id, _)| *id).collect();
    if private.is_empty() {
        return false;
    }
    for object in document.objects.values_mut() {
        let dictionary = match object {
            Object::Dictionary(dictionary) => dictionary,
            Object::Stream(stream) => &mut stream.dict,
            _ => continue,
        };
        let described = dictionary.get(b"Metadata").and_then(Object::as_reference);
        if described.is_ok_and(|id| private.contains(&id)) {
            dictionary.remove(b"Metadata");
        }
    }
    document.objects.retain(|id, _| !private.contains(id));
    true
}

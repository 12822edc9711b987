//! Media types by file name.

/// Returns the media type of a file by the end of its name, as web servers decide it;
/// texts are in UTF-8.
pub(crate) fn media_type(name: &str) -> String {
    let kind = mime_guess::from_path(name).first_or_octet_stream();
    let is_text = kind.type_() == mime_guess::mime::TEXT
        || ["javascript", "json", "xml"].contains(&kind.subtype().as_str())
        || kind
            .suffix()
            .is_some_and(|suffix| suffix == "xml" || suffix == "json");
    match is_text {
        true => format!("{}; charset=utf-8", kind.essence_str()),
        false => kind.essence_str().to_owned(),
    }
}

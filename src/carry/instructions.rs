//! Plain-text files for people: how to open and verify a copy, and incompleteness markers.
//!
//! They have every language of Quipu's messages, since the site's own languages may not be
//! among them.

use super::edition::Edition;
use super::keys::KeyId;
use super::opening::time;
use crate::base::text::size;
use crate::messages::locale::{self, Argument, Catalogue};

/// Checks every line of the manifest with what Windows has preinstalled.
const POWERSHELL: &str = "Get-Content MANIFEST.sha256 | ForEach-Object { $h, $f = $_ -split '  ', 2; \
     if (!(Test-Path -LiteralPath $f)) { \"FALTA: $f\" } \
     elseif ((Get-FileHash -LiteralPath $f).Hash -ne $h) { \"ALTERADO: $f\" } }";
const RULE: &str = "----------------------------------------------------------------------";

/// Renders the instructions in every language.
pub(crate) fn text(edition: &Edition, key: Option<KeyId>) -> Vec<u8> {
    let of = |words: &Catalogue| instructions(words, edition, key);
    in_every_language(of, &format!("\n\n{RULE}\n\n"))
}

/// Renders the marker of a copy that is still being written.
pub(crate) fn unfinished() -> Vec<u8> {
    in_every_language(|words| words.text("unfinished"), "\n\n")
}

/// Renders the marker of a copy that is being updated.
pub(crate) fn updating() -> Vec<u8> {
    in_every_language(|words| words.text("updating"), "\n\n")
}

/// Joins a text in every language by `separator`.
fn in_every_language(text: impl Fn(&Catalogue) -> String, separator: &str) -> Vec<u8> {
    let catalogues = locale::catalogues();
    let texts: Vec<String> = catalogues.iter().map(text).collect();
    for_windows(&format!("{}\n", texts.join(separator)))
}

fn instructions(words: &Catalogue, edition: &Edition, key: Option<KeyId>) -> String {
    let id = key.map_or_else(|| "none".to_owned(), |key| key.to_string());
    let facts = [
        ("title", Argument::from(edition.title_in(words.language()))),
        ("time", time(words, edition.edition)),
        ("edition", Argument::from(&edition.edition.to_string())),
        ("files", Argument::Number(edition.files)),
        ("size", Argument::from(&size(edition.bytes))),
        ("key", Argument::from(&id)),
        ("powershell", Argument::Text(POWERSHELL.to_owned())),
    ];
    let mut text = words.format("instructions", &facts);
    if key.is_some() {
        text.push_str("\n\n");
        text.push_str(&words.format("instructions-signed", &facts));
    }
    text
}

/// Encodes text for old versions of Notepad: with CRLF line endings, and with a byte order
/// mark so that it detects UTF-8.
fn for_windows(text: &str) -> Vec<u8> {
    format!("\u{feff}{}", text.replace('\n', "\r\n")).into_bytes()
}

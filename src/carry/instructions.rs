//! Plain-text files for people: how to open and verify a copy, and incompleteness markers.

use super::edition::Edition;
use super::keys::KeyId;
use super::opening::time;
use crate::base::text::size;
use crate::messages::locale::{self, Argument, Catalogue, DEFAULT_LANGUAGE};

/// Checks every line of the manifest with what Windows has preinstalled.
const POWERSHELL: &str = "Get-Content MANIFEST.sha256 | ForEach-Object { $h, $f = $_ -split '  ', 2; \
     if (!(Test-Path -LiteralPath $f)) { \"FALTA: $f\" } \
     elseif ((Get-FileHash -LiteralPath $f).Hash -ne $h) { \"ALTERADO: $f\" } }";
const SECOND_LANGUAGE: &str = "en";
const RULE: &str = "----------------------------------------------------------------------";

/// Renders the instructions in Spanish and English.
pub fn text(edition: &Edition, key: Option<KeyId>) -> Vec<u8> {
    let of = |language| instructions(&locale::catalogue(language), edition, key);
    let [first, second] = [DEFAULT_LANGUAGE, SECOND_LANGUAGE].map(of);
    for_windows(&format!("{first}\n\n{RULE}\n\n{second}\n"))
}

/// Renders the marker of a copy that is still being written.
pub fn unfinished() -> Vec<u8> {
    in_both_languages("unfinished")
}

/// Renders the marker of a copy that is being updated.
pub fn updating() -> Vec<u8> {
    in_both_languages("updating")
}

fn in_both_languages(id: &str) -> Vec<u8> {
    let of = |language| locale::catalogue(language).text(id);
    let [first, second] = [DEFAULT_LANGUAGE, SECOND_LANGUAGE].map(of);
    for_windows(&format!("{first}\n\n{second}\n"))
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

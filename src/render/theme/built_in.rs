//! The built-in theme: its files are embedded in the program.

use std::borrow::Cow;
use std::collections::BTreeMap;

use rust_embed::RustEmbed;

use crate::base::sha256::Digest;
use crate::messages::diagnostics::normalized;

#[derive(RustEmbed)]
#[folder = "themes/quipu/"]
// Sources of the scripts in static/.
#[exclude = "scripts/*"]
struct Files;

/// Name of the built-in theme.
pub const BUILT_IN: &str = "quipu";

/// Scripts that read data files in formats of this program version: the search index and
/// the places of the municipality page. An older copy could not read them.
const PROGRAM_SCRIPTS: [&str; 3] = [
    "static/municipality.js",
    "static/search-more.js",
    "static/search.js",
];

/// Digests of the files in this and earlier versions, as `sha256sum` prints them.
const KNOWN: &str = include_str!("known.sha256");

/// Returns the files of the built-in theme, sorted by path.
pub fn built_in_files() -> BTreeMap<String, Cow<'static, [u8]>> {
    Files::iter()
        .filter_map(|path| Some((path.to_string(), built_in_file(&path)?)))
        .collect()
}

/// Returns a file of the built-in theme by its path in the theme, such as
/// `templates/case.html`.
pub fn built_in_file(path: &str) -> Option<Cow<'static, [u8]>> {
    Some(Files::get(path)?.data)
}

/// Whether the file always comes from the program, even if a theme has one of this path.
pub fn is_program_script(path: &str) -> bool {
    PROGRAM_SCRIPTS.contains(&path)
}

/// Returns the digest of a theme file. Byte-order marks and line ends do not count in texts,
/// since Git and editors on Windows change them.
pub fn digest(bytes: &[u8]) -> Digest {
    match std::str::from_utf8(bytes) {
        Ok(text) => Digest::of(normalized(text.to_owned()).as_bytes()),
        Err(_) => Digest::of(bytes),
    }
}

/// Whether the built-in theme has or had a file of this path.
pub(super) fn was_built_in(path: &str) -> bool {
    Files::get(path).is_some() || known(path).next().is_some()
}

/// Whether `digest` is that of the file in this or an earlier version.
pub(super) fn is_known(path: &str, digest: Digest) -> bool {
    let is_current = || built_in_file(path).is_some_and(|bytes| self::digest(&bytes) == digest);
    known(path).any(|known| known == digest.to_string()) || is_current()
}

fn known(path: &str) -> impl Iterator<Item = &'static str> {
    let lines = KNOWN.lines().filter(|line| !line.starts_with('#'));
    let entries = lines.filter_map(|line| line.split_once("  "));
    entries.filter_map(move |(digest, known)| (known == path).then_some(digest))
}

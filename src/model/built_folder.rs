//! Recognises folders that a build wrote, and the build's files in them.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

/// File that every build writes to its output folder, with the list of its files there, and
/// without which a build refuses to write to a folder that is not empty.
pub const MARKER: &str = ".quipu-site";

const HEADER: &str =
    "Quipu renews and removes the files listed here and leaves all others as they are.";

/// Whether the folder contains the [`MARKER`] of a build.
pub fn is_built(folder: &Path) -> bool {
    folder.join(MARKER).is_file()
}

/// Returns the text of the marker file for these addresses.
pub(crate) fn marker_text(addresses: &BTreeSet<String>) -> String {
    let mut text = format!("{HEADER}\n\n");
    for address in addresses {
        text += address;
        text.push('\n');
    }
    text
}

/// Returns the addresses of the files that Quipu wrote to `folder`, the marker file included;
/// `None` if there is no list, as in the output of versions that kept none.
///
/// Anyone can edit the list, so an address may lead anywhere: compare it, never open it.
pub(crate) fn built_files(folder: &Path) -> Option<BTreeSet<String>> {
    let text = fs::read_to_string(folder.join(MARKER)).ok()?;
    let mut lines = text.lines();
    if lines.next()? != HEADER {
        return None;
    }
    let addresses = lines.filter(|line| !line.is_empty()).map(str::to_owned);
    Some(addresses.chain([MARKER.to_owned()]).collect())
}

//! Files published as they are: which may be, and under which name.

use std::collections::HashMap;
use std::sync::Arc;

use super::permalink;
use crate::config::Config;
use crate::diagnostics::{Diagnostic, Kind, Place, SourceFile};
use crate::discover::AssetFile;
use crate::site::Asset;

/// Files a browser or Windows would run. Content comes from many hands, so they
/// are published only where the site's owner allows raw HTML.
const RUNNABLE: [&str; 21] = [
    "html", "htm", "xhtml", "shtml", "mhtml", "svg", "xml", "js", "mjs", "css", "wasm", "hta",
    "exe", "com", "bat", "cmd", "ps1", "vbs", "scr", "msi", "lnk",
];

/// The assets, their permalinks by source path, and their sources for complaints.
pub fn resolve(
    config: &Config,
    files: Vec<AssetFile>,
    diagnostics: &mut Vec<Diagnostic>,
) -> (Vec<Asset>, HashMap<String, String>, Vec<Arc<SourceFile>>) {
    let mut assets = Vec::new();
    let mut permalinks = HashMap::new();
    let mut sources = Vec::new();
    for file in files {
        match checked(config, &file.path) {
            Ok(permalink) => {
                permalinks.insert(file.path, permalink.clone());
                assets.push(Asset {
                    permalink,
                    file: file.file,
                });
                sources.push(file.source);
            }
            Err(kind) => diagnostics.push(Diagnostic::new(kind, Place::whole(&file.source))),
        }
    }
    (assets, permalinks, sources)
}

fn checked(config: &Config, path: &str) -> Result<String, Kind> {
    let extension = path.rsplit_once('.').map_or("", |(_, extension)| extension);
    let extension = extension.to_ascii_lowercase();
    if RUNNABLE.contains(&extension.as_str()) && !config.raw_html {
        return Err(Kind::ForbiddenAsset { extension });
    }
    permalink::of_asset(path)
}

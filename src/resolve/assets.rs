//! Pictures and downloads: which may be published, and under which name.

use std::collections::HashMap;

use super::permalink;
use crate::config::Config;
use crate::diagnostics::{Diagnostic, Kind, Place};
use crate::discover::AssetFile;
use crate::pictures::is_picture;
use crate::site::{Asset, AssetId};

/// Files a browser or Windows would run. Content comes from many hands, so they
/// are published only where the site's owner allows raw HTML.
const RUNNABLE: [&str; 21] = [
    "html", "htm", "xhtml", "shtml", "mhtml", "svg", "xml", "js", "mjs", "css", "wasm", "hta",
    "exe", "com", "bat", "cmd", "ps1", "vbs", "scr", "msi", "lnk",
];

/// The assets, and where each stands among them by its source path.
pub fn resolve(
    config: &Config,
    files: Vec<AssetFile>,
    diagnostics: &mut Vec<Diagnostic>,
) -> (Vec<Asset>, HashMap<String, AssetId>) {
    let mut assets = Vec::new();
    let mut ids = HashMap::new();
    for file in files {
        match checked(config, &file.path) {
            Ok(permalink) => {
                assets.push(Asset {
                    permalink,
                    file: file.file,
                    is_picture: is_picture(&file.path),
                    source: file.source,
                });
                ids.insert(file.path, assets.len() - 1);
            }
            Err(kind) => diagnostics.push(Diagnostic::new(kind, Place::whole(&file.source))),
        }
    }
    (assets, ids)
}

fn checked(config: &Config, path: &str) -> Result<String, Kind> {
    let extension = path.rsplit_once('.').map_or("", |(_, extension)| extension);
    let extension = extension.to_ascii_lowercase();
    if RUNNABLE.contains(&extension.as_str()) && !config.raw_html {
        return Err(Kind::ForbiddenAsset { extension });
    }
    permalink::of_asset(path)
}

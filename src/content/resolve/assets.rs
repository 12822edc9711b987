//! Pictures and downloads: which may be published, and under which name.

use std::collections::{HashMap, HashSet};

use super::links::{Destinations, path_within};
use super::permalink;
use crate::content::discover::AssetFile;
use crate::content::parse::Document;
use crate::messages::diagnostics::{Diagnostic, Kind, Location};
use crate::model::{Asset, AssetId, Config, Site, Target, is_picture};

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
                    is_published: true,
                    source: file.source,
                });
                ids.insert(file.path, assets.len() - 1);
            }
            Err(kind) => diagnostics.push(Diagnostic::new(kind, Location::whole(&file.source))),
        }
    }
    (assets, ids)
}

/// Keeps what only drafts show or link to from being published.
pub fn withhold(site: &mut Site, drafts: &[Document], destinations: &Destinations) {
    let published: HashSet<AssetId> = site
        .pages
        .iter()
        .flat_map(|page| page.targets.values())
        .filter_map(|target| match target {
            Target::File(id) => Some(*id),
            _ => None,
        })
        .collect();
    for draft in drafts {
        let cover = draft.front.case.cover.iter();
        let cover = cover.filter_map(|cover| cover.image.as_ref());
        let links = draft.outline.links.iter().map(|link| &link.target);
        let named = links.chain(cover).filter_map(|link| {
            let path = path_within(&draft.folder, &link.value)?;
            destinations.assets.get(&path).copied()
        });
        for id in named.filter(|id| !published.contains(id)) {
            site.assets[id].is_published = false;
        }
    }
}

fn checked(config: &Config, path: &str) -> Result<String, Kind> {
    let extension = path.rsplit_once('.').map_or("", |(_, extension)| extension);
    let extension = extension.to_ascii_lowercase();
    if RUNNABLE.contains(&extension.as_str()) && !config.raw_html {
        return Err(Kind::ForbiddenAsset { extension });
    }
    permalink::of_asset(path)
}

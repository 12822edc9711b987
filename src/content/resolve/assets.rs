//! Pictures and downloads: which ones are published, and at which permalink.

use std::collections::{HashMap, HashSet};

use super::links::{Destinations, path_within};
use super::permalink;
use crate::content::discover::AssetFile;
use crate::content::parse::Document;
use crate::messages::diagnostics::{Diagnostic, Kind, Location};
use crate::model::{Asset, AssetId, Config, Site, Target, is_picture};

/// Extensions of files that a browser or Windows would execute. Since content has many
/// authors, they are published only if the site's owner allows raw HTML.
const RUNNABLE: [&str; 21] = [
    "html", "htm", "xhtml", "shtml", "mhtml", "svg", "xml", "js", "mjs", "css", "wasm", "hta",
    "exe", "com", "bat", "cmd", "ps1", "vbs", "scr", "msi", "lnk",
];

/// Returns the assets, and the index of each by source path. Reports those that must not be
/// published.
pub(super) fn resolve(
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

/// Marks as unpublished the assets that only drafts refer to.
pub(super) fn withhold(site: &mut Site, drafts: &[Document], destinations: &Destinations) {
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

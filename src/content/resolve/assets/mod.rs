//! Pictures and downloads: a file is published if a page uses it, or if the settings name its
//! folder.

mod drawing;
mod types;

use std::collections::{BTreeSet, HashMap};

use super::links::{Destinations, path_within};
use super::permalink;
use crate::base::text::nearest;
use crate::content::discover::AssetFile;
use crate::content::parse::{Document, addresses};
use crate::content::read::read_text;
use crate::content::secret::secret;
use crate::messages::diagnostics::{Diagnostic, Kind, Location};
use crate::model::{Asset, AssetId, Config, FrontMatter, Outline, Page, Site, Target, is_picture};

/// Number of unused files that the message names.
const MAX_NAMES: usize = 8;

/// The files of the content that are no documents, none of them published yet.
pub(super) struct Candidates {
    /// The assets, in the order of their paths.
    pub assets: Vec<Asset>,
    /// Index of the asset by path relative to the content folder.
    pub ids: HashMap<String, AssetId>,
    /// Why the name of an asset is none under which it can be published.
    pub faults: HashMap<AssetId, Kind>,
}

/// Returns the files with the addresses that they would have.
pub(super) fn candidates(files: Vec<AssetFile>) -> Candidates {
    let mut candidates = Candidates {
        assets: Vec::with_capacity(files.len()),
        ids: HashMap::with_capacity(files.len()),
        faults: HashMap::new(),
    };
    for (id, file) in files.into_iter().enumerate() {
        let permalink = permalink::of_asset(&file.path).unwrap_or_else(|fault| {
            candidates.faults.insert(id, fault);
            String::new()
        });
        candidates.assets.push(Asset {
            permalink,
            is_picture: is_picture(&file.path),
            file: file.file,
            is_published: false,
            source: file.source,
        });
        candidates.ids.insert(file.path, id);
    }
    candidates
}

/// Marks as published the assets that pages use or the settings name. Reports those that must
/// not be, and those that nobody uses, drafts included.
pub(super) fn publish(
    site: &mut Site,
    drafts: &[Document],
    faults: &HashMap<AssetId, Kind>,
    destinations: &Destinations,
    diagnostics: &mut Vec<Diagnostic>,
) {
    types::check_settings(&site.config, diagnostics);
    let mut used = used_by_pages(site, destinations);
    used.extend(in_public_folders(&site.config, destinations, diagnostics));
    for id in used.iter().copied() {
        let asset = &site.assets[id];
        match faults
            .get(&id)
            .cloned()
            .or_else(|| fault(&site.config, asset))
        {
            Some(kind) => diagnostics.push(Diagnostic::new(kind, Location::whole(&asset.source))),
            None => site.assets[id].is_published = true,
        }
    }
    // What a page names wrongly, or only a draft names, is not there by oversight.
    let pages = site.pages.iter();
    let pages = pages.map(|page| (folder_of(page), &*page.front, &*page.outline));
    let drafts = drafts.iter();
    let drafts = drafts.map(|draft| (draft.folder.as_str(), &*draft.front, &*draft.outline));
    for (folder, front, outline) in pages.chain(drafts) {
        used.extend(named(folder, front, outline, destinations));
    }
    diagnostics.extend(unused(site, &used));
}

fn used_by_pages(site: &Site, destinations: &Destinations) -> BTreeSet<AssetId> {
    let targets = site.pages.iter().flat_map(|page| page.targets.values());
    let linked = targets.filter_map(|target| match target {
        Target::File(id) => Some(*id),
        _ => None,
    });
    // Links in HTML are resolved only by browsers, if the site's owner allows them at all.
    let with_html = site.pages.iter();
    let with_html = with_html.filter(|page| site.config.raw_html && page.outline.has_html);
    linked
        .chain(with_html.flat_map(|page| used_in_html(page, destinations)))
        .collect()
}

fn used_in_html(page: &Page, destinations: &Destinations) -> Vec<AssetId> {
    let markdown = page.markdown().unwrap_or_default();
    let paths = addresses(&markdown);
    let paths = paths.filter_map(|address| path_within(folder_of(page), address));
    let ids = paths.filter_map(|path| destinations.assets.get(&path).copied());
    ids.collect()
}

/// Returns the folder of a page's source, relative to the content folder.
fn folder_of(page: &Page) -> &str {
    let path = page.source.path.strip_prefix("content/");
    let path = path.unwrap_or(&page.source.path);
    path.rsplit_once('/').map_or("", |(folder, _)| folder)
}

/// Returns the files that a document names in its text or as its cover.
fn named<'d>(
    folder: &'d str,
    front: &'d FrontMatter,
    outline: &'d Outline,
    destinations: &'d Destinations,
) -> impl Iterator<Item = AssetId> + 'd {
    let cover = front.case.cover.iter();
    let cover = cover.filter_map(|cover| cover.image.as_ref());
    let links = outline.links.iter().map(|link| &link.target).chain(cover);
    let paths = links.filter_map(move |link| path_within(folder, &link.value));
    paths.filter_map(|path| destinations.assets.get(&path).copied())
}

/// Returns the files in the folders that the settings name; reports folders without any.
fn in_public_folders(
    config: &Config,
    destinations: &Destinations,
    diagnostics: &mut Vec<Diagnostic>,
) -> BTreeSet<AssetId> {
    let mut public = BTreeSet::new();
    for folder in &config.publishing.folders {
        let before = public.len();
        let is_within = |path: &str| {
            let rest = path.strip_prefix(folder.value.as_str());
            rest.is_some_and(|rest| rest.starts_with('/'))
        };
        let files = destinations.assets.iter();
        public.extend(files.filter(|(path, _)| is_within(path)).map(|(_, id)| *id));
        if public.len() == before {
            let folders = destinations.assets.keys();
            let folders = folders.filter_map(|path| Some(path.rsplit_once('/')?.0));
            let kind = Kind::UnknownFolder {
                value: folder.value.clone(),
                nearest: nearest(&folder.value, folders.collect::<BTreeSet<_>>()),
            };
            let location = Location::new(&config.source, folder.span.clone());
            diagnostics.push(Diagnostic::new(kind, location));
        }
    }
    public
}

/// Returns why an asset must not become public.
fn fault(config: &Config, asset: &Asset) -> Option<Kind> {
    let name = asset.file.file_name().unwrap_or_default().to_string_lossy();
    match secret(&name, &asset.file) {
        Ok(Some(secret)) => return Some(Kind::SecretFile { secret }),
        Ok(None) => {}
        Err(error) => {
            let refusal = (&error).into();
            return Some(Kind::Unreadable { refusal });
        }
    }
    let extension = asset.permalink.rsplit_once('.');
    let extension = extension.map_or("", |(_, extension)| extension);
    types::fault(config, extension).or_else(|| {
        let is_drawing = types::is_drawing(extension);
        is_drawing.then(|| drawing_fault(asset)).flatten()
    })
}

fn drawing_fault(asset: &Asset) -> Option<Kind> {
    let (source, problem) = read_text(&asset.file, &asset.source.path);
    if let Some(problem) = problem {
        return Some(problem.kind);
    }
    let part = drawing::active_part(source.text())?;
    Some(Kind::ActiveDrawing { part })
}

fn unused(site: &Site, used: &BTreeSet<AssetId>) -> Option<Diagnostic> {
    let unused = site.assets.iter().enumerate();
    let unused: Vec<&Asset> = unused
        .filter(|(id, _)| !used.contains(id))
        .map(|(_, asset)| asset)
        .collect();
    let first = unused.first()?;
    let names = unused.iter().take(MAX_NAMES);
    let kind = Kind::UnusedFiles {
        count: unused.len(),
        first: names.map(|asset| asset.source.path.clone()).collect(),
    };
    Some(Diagnostic::new(kind, Location::whole(&first.source)))
}

//! Between resolving and rendering: pictures small enough for a slow link, and
//! safe to publish.
//!
//! What a camera writes beside the picture, such as where and when it was taken,
//! is never published: only pixels are read, and encoded anew. Each picture
//! comes in several widths as WebP, for the browser to choose from, and in one
//! width as JPEG or PNG for browsers that know no WebP.

mod decode;
mod encode;
mod settings;
mod store;

use std::collections::{BTreeMap, HashMap};
use std::io;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};

use rayon::prelude::*;

use crate::base::text::LONGEST_PART;
use crate::content::read::read_at_most;
use crate::messages::diagnostics::{Diagnostic, Kind, Location, PictureMeasure};
use crate::model::{Asset, AssetId};

use decode::Decoded;
use store::{Entry, Store};

pub use settings::ImageSettings;

/// Largest file that is read as a picture, in MiB.
const MAX_FILE_MIB: u64 = 100;

/// A picture as it is published.
#[derive(Debug, Clone)]
pub struct Picture {
    /// For browsers that know no WebP, and for links to the picture.
    pub fallback: Rendition,
    /// As WebP, narrowest first; none for a moving picture.
    pub variants: Vec<Rendition>,
}

impl Picture {
    /// The widest form of it: its measures keep its place in the page.
    pub fn widest(&self) -> &Rendition {
        self.variants.last().unwrap_or(&self.fallback)
    }
}

/// One form of a picture.
#[derive(Debug, Clone)]
pub struct Rendition {
    /// Address relative to the site's root.
    pub permalink: String,
    /// In pixels.
    pub width: u32,
    /// In pixels.
    pub height: u32,
    /// Where its bytes are.
    pub file: PathBuf,
}

/// A site's pictures, ready to be published.
#[derive(Debug, Default)]
pub struct Pictures {
    by_asset: BTreeMap<AssetId, Picture>,
    /// How many were not in the cache.
    pub encoded: usize,
    /// Where the bytes are, as long as somebody wants them.
    _store: Option<Store>,
}

impl Pictures {
    /// The picture made of an asset.
    pub fn get(&self, asset: AssetId) -> Option<&Picture> {
        self.by_asset.get(&asset)
    }

    /// How many there are.
    pub fn count(&self) -> usize {
        self.by_asset.len()
    }

    /// Every file to publish, by permalink.
    pub fn files(&self) -> BTreeMap<&str, &Path> {
        let renditions = self
            .by_asset
            .values()
            .flat_map(|picture| picture.variants.iter().chain([&picture.fallback]));
        renditions
            .map(|rendition| (rendition.permalink.as_str(), rendition.file.as_path()))
            .collect()
    }
}

/// Where the pictures of the site at `root` are kept from one build to the next.
pub fn folder(root: &Path) -> PathBuf {
    std::path::absolute(root.join(store::FOLDER)).unwrap_or_else(|_| root.join(store::FOLDER))
}

/// Makes every picture among `assets`, or finds it in the cache under `root`.
///
/// # Errors
/// When a picture cannot be kept anywhere until it is published.
pub fn prepare(
    assets: &[Asset],
    settings: &ImageSettings,
    root: &Path,
    step: impl Fn() + Sync,
    diagnostics: &mut Vec<Diagnostic>,
) -> io::Result<Pictures> {
    let wanted: Vec<(AssetId, &Asset)> = assets
        .iter()
        .enumerate()
        .filter(|(_, asset)| asset.is_published_picture())
        .collect();
    if wanted.is_empty() {
        return Ok(Pictures::default());
    }
    let workshop = Workshop {
        store: Store::open(root)?,
        settings,
        encoded: AtomicUsize::new(0),
    };
    let made = workshop.make_all(&wanted, step);
    let mut by_asset = BTreeMap::new();
    let mut keys = Vec::new();
    for ((id, asset), made) in wanted.into_iter().zip(made) {
        match made {
            Ok((key, picture)) => {
                keys.push(key);
                by_asset.insert(id, picture);
            }
            Err(Problem::Content(kind)) => {
                diagnostics.push(Diagnostic::new(*kind, Location::whole(&asset.source)));
            }
            Err(Problem::Store(error)) => return Err(error),
        }
    }
    workshop.store.keep_only(&keys);
    Ok(Pictures {
        by_asset,
        encoded: workshop.encoded.into_inner(),
        _store: Some(workshop.store),
    })
}

enum Problem {
    Content(Box<Kind>),
    Store(io::Error),
}

impl From<Kind> for Problem {
    fn from(kind: Kind) -> Self {
        Self::Content(Box::new(kind))
    }
}

struct Workshop<'s> {
    store: Store,
    settings: &'s ImageSettings,
    encoded: AtomicUsize,
}

impl Workshop<'_> {
    /// Large pictures one by one, since two at once would take the memory of an old
    /// laptop; then the others, side by side.
    fn make_all(
        &self,
        wanted: &[(AssetId, &Asset)],
        step: impl Fn() + Sync,
    ) -> Vec<Result<(String, Picture), Problem>> {
        let made = |asset: &Asset| {
            let made = self.make(asset);
            step();
            made
        };
        let is_large = |asset: &Asset| decode::is_large(&asset.file);
        let mut large: HashMap<AssetId, _> = wanted
            .iter()
            .filter(|(_, asset)| is_large(asset))
            .map(|(id, asset)| (*id, made(asset)))
            .collect();
        let others: Vec<_> = wanted
            .par_iter()
            .map(|(id, asset)| (!large.contains_key(id)).then(|| made(asset)))
            .collect();
        let both = wanted.iter().zip(others);
        both.filter_map(|((id, _), other)| other.or_else(|| large.remove(id)))
            .collect()
    }

    fn make(&self, asset: &Asset) -> Result<(String, Picture), Problem> {
        let bytes = read(&asset.file)?;
        let key = store::key(&bytes, self.settings);
        let entry = match self.store.get(&key) {
            Some(entry) => entry,
            None => self.encode(&key, &bytes)?,
        };
        let picture = self.picture(asset, &key, &entry);
        Ok((key, picture))
    }

    fn encode(&self, key: &str, bytes: &[u8]) -> Result<Entry, Problem> {
        decode::check_measures(bytes)?;
        let files = match decode::decode(bytes)? {
            Decoded::Still {
                image,
                is_photograph,
            } => encode::renditions(image, is_photograph, self.settings),
            Decoded::Moving { width, height } => vec![encode::as_it_is(bytes, width, height)],
        };
        self.encoded.fetch_add(1, Ordering::Relaxed);
        self.store.put(key, &files).map_err(Problem::Store)
    }

    fn picture(&self, asset: &Asset, key: &str, entry: &Entry) -> Picture {
        let mut renditions = entry.files.iter().map(|kept| Rendition {
            permalink: permalink(&asset.permalink, key, kept.width, &kept.extension),
            width: kept.width,
            height: kept.height,
            file: self.store.file(key, kept),
        });
        let fallback = renditions.next().expect("an entry has a file");
        Picture {
            fallback,
            variants: renditions.collect(),
        }
    }
}

fn read(file: &Path) -> Result<Vec<u8>, Kind> {
    read_at_most(file, MAX_FILE_MIB)?.ok_or_else(|| Kind::PictureTooLarge {
        measure: PictureMeasure::Mebibytes,
        size: std::fs::metadata(file).map_or(0, |data| data.len().div_ceil(1024 * 1024)),
        limit: MAX_FILE_MIB,
    })
}

/// `casos/foto.jpg` as `casos/foto-3f2a9c1d-960.webp`: the name changes with the
/// picture, so that a browser may keep it for ever.
fn permalink(asset: &str, key: &str, width: u32, extension: &str) -> String {
    let (folder, name) = asset.rsplit_once('/').unwrap_or(("", asset));
    let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
    let tail = format!("-{}-{width}.{extension}", &key[..8]);
    let stem = &stem[..stem.len().min(LONGEST_PART - tail.len())];
    let name = format!("{}{tail}", stem.trim_end_matches('-'));
    if folder.is_empty() {
        name
    } else {
        format!("{folder}/{name}")
    }
}

#[cfg(test)]
mod tests {
    use super::permalink;
    use crate::model::is_picture;

    #[test]
    fn a_picture_is_known_by_its_extension() {
        assert!(is_picture("casos/Foto.JPG"));
        assert!(!is_picture("casos/foto.heic"));
        assert!(!is_picture("casos/jpg"));
    }

    #[test]
    fn names_stay_within_their_limit() {
        let key = "0123456789abcdef";
        assert_eq!(
            permalink("casos/foto.png", key, 960, "webp"),
            "casos/foto-01234567-960.webp"
        );
        let long = format!("{}.jpg", "a".repeat(76));
        assert_eq!(permalink(&long, key, 1600, "webp").len(), 80);
    }
}

//! The stage between resolving and rendering that makes pictures small enough for a slow
//! connection, and safe to publish.
//!
//! Camera metadata, such as where and when a picture was taken, is never published: only
//! the pixels are decoded and encoded again. Each picture is published as WebP in several
//! widths, for the browser to choose from, and in one width as JPEG or PNG for browsers
//! without WebP. Animated GIFs are published unchanged.

mod decode;
mod encode;
mod settings;
mod store;
mod whole;

use std::collections::{BTreeMap, HashMap};
use std::io;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};

use rayon::prelude::*;

use crate::base::text::MAX_SEGMENT_BYTES;
use crate::content::read::read_at_most;
use crate::messages::diagnostics::{Diagnostic, Kind, Location, PictureMeasure};
use crate::model::{Asset, AssetId};
use crate::output::metadata::clean_gif;

use decode::Decoded;
use store::{Entry, Store};

pub(crate) use settings::ImageSettings;

/// Maximum size of a picture file.
const MAX_FILE_MIB: u64 = 100;

/// The renditions of one published picture.
#[derive(Debug, Clone)]
pub struct Picture {
    /// JPEG, PNG or GIF: for browsers without WebP, and for links to the picture.
    pub fallback: Rendition,
    /// WebP renditions, narrowest first; empty for an animated GIF.
    pub variants: Vec<Rendition>,
}

impl Picture {
    /// Returns the widest rendition: its dimensions reserve the picture's space in the page.
    pub fn widest(&self) -> &Rendition {
        self.variants.last().unwrap_or(&self.fallback)
    }
}

/// A picture in one width and format.
#[derive(Debug, Clone)]
pub struct Rendition {
    /// Address relative to the site's root.
    pub permalink: String,
    /// Width in pixels.
    pub width: u32,
    /// Height in pixels.
    pub height: u32,
    /// Encoded file in the cache.
    pub file: PathBuf,
}

/// A site's pictures, ready to be published.
#[derive(Debug, Default)]
pub struct Pictures {
    by_asset: BTreeMap<AssetId, Picture>,
    /// Number of pictures that were not in the cache.
    pub encoded: usize,
    /// Keeps a temporary cache alive as long as its files may be read.
    _store: Option<Store>,
}

impl Pictures {
    /// Returns the picture of an asset; `None` if it is no published picture or unreadable.
    pub fn get(&self, asset: AssetId) -> Option<&Picture> {
        self.by_asset.get(&asset)
    }

    /// Returns the number of pictures, not of renditions.
    pub fn count(&self) -> usize {
        self.by_asset.len()
    }

    /// Returns every file to publish with its picture, sorted by permalink; equal pictures
    /// share their files.
    pub fn renditions(&self) -> impl Iterator<Item = (AssetId, &Rendition)> {
        let mut files = BTreeMap::new();
        for (id, picture) in &self.by_asset {
            for rendition in picture.variants.iter().chain([&picture.fallback]) {
                files.insert(&rendition.permalink, (*id, rendition));
            }
        }
        files.into_values()
    }
}

/// Returns the absolute path of the picture cache of the site at `root`.
pub(crate) fn folder(root: &Path) -> PathBuf {
    std::path::absolute(root.join(store::FOLDER)).unwrap_or_else(|_| root.join(store::FOLDER))
}

/// Encodes every picture among `assets` that is not in the cache under `root`. Calls `step`
/// after each picture, from several threads; unreadable pictures become `diagnostics`.
///
/// # Errors
/// If an encoded picture cannot be written, neither to the cache nor to a temporary folder.
pub(crate) fn prepare(
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
    let processor = Processor {
        store: Store::open(root)?,
        settings,
        encoded: AtomicUsize::new(0),
    };
    let results = processor.process_all(&wanted, step);
    let mut by_asset = BTreeMap::new();
    let mut keys = Vec::new();
    for ((id, asset), result) in wanted.into_iter().zip(results) {
        match result {
            Ok(Processed {
                key,
                picture,
                loses_motion,
            }) => {
                keys.push(key);
                by_asset.insert(id, picture);
                let location = Location::whole(&asset.source);
                let lost = loses_motion.then(|| Diagnostic::new(Kind::LostMotion, location));
                diagnostics.extend(lost);
            }
            Err(Failure::Content(kind)) => {
                diagnostics.push(Diagnostic::new(*kind, Location::whole(&asset.source)));
            }
            Err(Failure::Store(error)) => return Err(error),
        }
    }
    processor.store.retain(&keys);
    Ok(Pictures {
        by_asset,
        encoded: processor.encoded.into_inner(),
        _store: Some(processor.store),
    })
}

#[derive(Debug, thiserror::Error)]
enum Failure {
    #[error("the picture cannot be used")]
    Content(Box<Kind>),
    #[error("cannot write the picture cache")]
    Store(#[source] io::Error),
}

impl From<Kind> for Failure {
    fn from(kind: Kind) -> Self {
        Self::Content(Box::new(kind))
    }
}

/// A picture with its renditions in the cache.
struct Processed {
    key: String,
    picture: Picture,
    /// Whether it is an animation that is published as a still picture.
    loses_motion: bool,
}

struct Processor<'s> {
    store: Store,
    settings: &'s ImageSettings,
    encoded: AtomicUsize,
}

impl Processor<'_> {
    /// Processes large pictures one by one, since two at once would exhaust an old laptop's
    /// memory; then the others in parallel.
    fn process_all(
        &self,
        wanted: &[(AssetId, &Asset)],
        step: impl Fn() + Sync,
    ) -> Vec<Result<Processed, Failure>> {
        let process = |asset: &Asset| {
            let result = self.process(asset);
            step();
            result
        };
        let is_large = |asset: &Asset| decode::is_large(&asset.file);
        let mut large: HashMap<AssetId, _> = wanted
            .iter()
            .filter(|(_, asset)| is_large(asset))
            .map(|(id, asset)| (*id, process(asset)))
            .collect();
        let others: Vec<_> = wanted
            .par_iter()
            .map(|(id, asset)| (!large.contains_key(id)).then(|| process(asset)))
            .collect();
        let both = wanted.iter().zip(others);
        both.filter_map(|((id, _), other)| other.or_else(|| large.remove(id)))
            .collect()
    }

    fn process(&self, asset: &Asset) -> Result<Processed, Failure> {
        let bytes = read(&asset.file)?;
        let key = store::key(&bytes, self.settings);
        let entry = match self.store.get(&key) {
            Some(entry) => entry,
            None => self.encode(&key, &bytes)?,
        };
        let picture = self.picture(asset, &key, &entry);
        Ok(Processed {
            key,
            picture,
            loses_motion: whole::is_animation(&bytes),
        })
    }

    fn encode(&self, key: &str, bytes: &[u8]) -> Result<Entry, Failure> {
        check(bytes)?;
        let files = match decode::decode(bytes)? {
            Decoded::Still {
                image,
                is_photograph,
            } => encode::renditions(image, is_photograph, self.settings),
            Decoded::Animated { width, height } => {
                let bytes = clean_gif(bytes).map_err(|_| Kind::TruncatedPicture)?;
                vec![encode::unchanged(&bytes, width, height)]
            }
        };
        self.encoded.fetch_add(1, Ordering::Relaxed);
        self.store.put(key, &files).map_err(Failure::Store)
    }

    fn picture(&self, asset: &Asset, key: &str, entry: &Entry) -> Picture {
        let mut renditions = entry.files.iter().map(|stored| Rendition {
            permalink: permalink(&asset.permalink, key, stored.width, &stored.extension),
            width: stored.width,
            height: stored.height,
            file: self.store.file(key, stored),
        });
        let fallback = renditions.next().expect("an entry has a file");
        Picture {
            fallback,
            variants: renditions.collect(),
        }
    }
}

/// Checks what can be known before any pixels are decoded.
///
/// # Errors
/// If the picture is too large, incomplete or none.
fn check(bytes: &[u8]) -> Result<(), Kind> {
    match decode::check_dimensions(bytes) {
        Ok(()) | Err(Kind::UnreadablePicture) if !whole::is_complete(bytes) => {
            Err(Kind::TruncatedPicture)
        }
        checked => checked,
    }
}

fn read(file: &Path) -> Result<Vec<u8>, Kind> {
    read_at_most(file, MAX_FILE_MIB)?.ok_or_else(|| Kind::PictureTooLarge {
        measure: PictureMeasure::Mebibytes,
        size: std::fs::metadata(file).map_or(0, |data| data.len().div_ceil(1024 * 1024)),
        limit: MAX_FILE_MIB,
    })
}

/// Turns `casos/foto.jpg` into `casos/foto-3f2a9c1d-960.webp`: the name changes with the
/// picture, so that browsers may cache it forever.
fn permalink(asset: &str, key: &str, width: u32, extension: &str) -> String {
    let (folder, name) = asset.rsplit_once('/').unwrap_or(("", asset));
    let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
    let tail = format!("-{}-{width}.{extension}", &key[..8]);
    let stem = &stem[..stem.len().min(MAX_SEGMENT_BYTES - tail.len())];
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
    fn pictures_are_recognised_by_extension() {
        assert!(is_picture("casos/Foto.JPG"));
        assert!(!is_picture("casos/foto.heic"));
        assert!(!is_picture("casos/jpg"));
    }

    #[test]
    fn names_do_not_exceed_the_limit() {
        let key = "0123456789abcdef";
        assert_eq!(
            permalink("casos/foto.png", key, 960, "webp"),
            "casos/foto-01234567-960.webp"
        );
        let long = format!("{}.jpg", "a".repeat(76));
        assert_eq!(permalink(&long, key, 1600, "webp").len(), 80);
    }
}

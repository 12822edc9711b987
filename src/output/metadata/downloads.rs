//! The stage that cleans a site's downloads, with a cache for those that are looked into
//! for long.

use std::collections::HashMap;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use rayon::prelude::*;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::{Fault, MAX_BYTES, Uncleanable, clean};
use crate::base::sha256::hexadecimal;
use crate::content::read::read_at_most;
use crate::messages::diagnostics::{Diagnostic, Kind, Location, SourceFile};
use crate::model::Site;
use crate::output::cache::Cache;

/// Path of the cache, relative to the site's folder.
const FOLDER: &str = ".quipu/downloads";

/// Part of every key; must change whenever the same file would be cleaned differently.
const CLEANING_VERSION: &str = "quipu downloads 1";

/// Size above which a file is cleaned alone, to limit memory use.
const LARGE_BYTES: u64 = 8 * 1024 * 1024;

/// A site's downloads, ready to be published.
#[derive(Debug, Default)]
pub struct Downloads {
    /// Cleaned files in the cache, by those that they are published instead of.
    cleaned: HashMap<PathBuf, PathBuf>,
    /// Keeps a temporary cache alive as long as its files may be read.
    _cache: Option<Cache>,
}

impl Downloads {
    /// Returns the file that is published for a file of the content.
    pub fn published<'d>(&'d self, file: &'d Path) -> &'d Path {
        self.cleaned.get(file).map_or(file, PathBuf::as_path)
    }
}

/// Returns the absolute path of the cache of the site at `root`.
pub(crate) fn folder(root: &Path) -> PathBuf {
    std::path::absolute(root.join(FOLDER)).unwrap_or_else(|_| root.join(FOLDER))
}

/// What the cache knows of a file.
#[derive(Serialize, Deserialize)]
struct Entry {
    /// SHA-256 of the cleaned file; `None` if the file is published as it is.
    cleaned: Option<String>,
}

/// A published file that is no picture.
struct Wanted<'s> {
    file: &'s Path,
    source: &'s Arc<SourceFile>,
}

#[derive(Debug, thiserror::Error)]
enum Failure {
    #[error("the file cannot be published")]
    Content(Box<Kind>),
    #[error("cannot write the cache of downloads")]
    Cache(#[from] io::Error),
}

impl From<Kind> for Failure {
    fn from(kind: Kind) -> Self {
        Self::Content(Box::new(kind))
    }
}

impl From<Uncleanable> for Failure {
    fn from(error: Uncleanable) -> Self {
        let Uncleanable { fault, within } = error;
        Kind::UncleanableFile { within, fault }.into()
    }
}

/// Cleans every published file of a site that is no picture, unless the cache under its root
/// has it. Files that cannot be cleaned become `diagnostics`.
///
/// # Errors
/// If a cleaned file cannot be written, neither to the cache nor to a temporary folder.
pub(crate) fn prepare(site: &Site, diagnostics: &mut Vec<Diagnostic>) -> io::Result<Downloads> {
    let wanted = wanted(site);
    if wanted.is_empty() {
        return Ok(Downloads::default());
    }
    let cache = Cache::open(&site.config.root, FOLDER)?;
    let mut downloads = Downloads::default();
    let mut keys = Vec::new();
    let results = clean_all(&wanted, &cache);
    for (wanted, result) in wanted.iter().zip(results) {
        match result {
            Ok((key, cleaned)) => {
                keys.push(key);
                let cleaned = cleaned.map(|cleaned| (wanted.file.to_owned(), cleaned));
                downloads.cleaned.extend(cleaned);
            }
            Err(Failure::Content(kind)) => {
                diagnostics.push(Diagnostic::new(*kind, Location::whole(wanted.source)));
            }
            Err(Failure::Cache(error)) => return Err(error),
        }
    }
    cache.retain(&keys);
    downloads._cache = Some(cache);
    Ok(downloads)
}

fn wanted(site: &Site) -> Vec<Wanted<'_>> {
    let assets = site.assets.iter();
    let assets = assets.filter(|asset| asset.is_published_download());
    let assets = assets.map(|asset| Wanted {
        file: &asset.file,
        source: &asset.source,
    });
    let root_files = site.root_files.iter().map(|file| Wanted {
        file: &file.file,
        source: &file.source,
    });
    assets.chain(root_files).collect()
}

/// The key of a file in the cache, and the path of its cleaned form if it has to change.
type Prepared = Result<(String, Option<PathBuf>), Failure>;

/// Cleans large files one by one, since several at once would exhaust an old laptop's memory;
/// the others in parallel.
fn clean_all(wanted: &[Wanted<'_>], cache: &Cache) -> Vec<Prepared> {
    let is_large = |wanted: &Wanted<'_>| {
        let data = fs::metadata(wanted.file);
        data.is_ok_and(|data| data.len() > LARGE_BYTES)
    };
    let mut large: HashMap<usize, Prepared> = wanted
        .iter()
        .enumerate()
        .filter(|(_, wanted)| is_large(wanted))
        .map(|(at, wanted)| (at, prepared(wanted.file, cache)))
        .collect();
    let others: Vec<Option<Prepared>> = wanted
        .par_iter()
        .enumerate()
        .map(|(at, wanted)| (!large.contains_key(&at)).then(|| prepared(wanted.file, cache)))
        .collect();
    let both = others.into_iter().enumerate();
    both.filter_map(|(at, other)| other.or_else(|| large.remove(&at)))
        .collect()
}

fn prepared(file: &Path, cache: &Cache) -> Prepared {
    let bytes = read_at_most(file, MAX_BYTES / (1024 * 1024))?;
    let bytes = bytes.ok_or_else(|| Uncleanable::from(Fault::TooLarge))?;
    let key = key(&bytes);
    let name = format!("{key}.bin");
    let is_changed = match known(cache, &key, &name) {
        Some(is_changed) => is_changed,
        None => {
            let cleaned = cleaned(&bytes)?;
            let entry = Entry {
                cleaned: cleaned.as_deref().map(digest),
            };
            if let Some(cleaned) = &cleaned {
                cache.write(&name, cleaned)?;
            }
            let entry = serde_json::to_vec(&entry).map_err(io::Error::from)?;
            cache.write(&format!("{key}.json"), &entry)?;
            cleaned.is_some()
        }
    };
    Ok((key, is_changed.then(|| cache.path(&name))))
}

fn cleaned(bytes: &[u8]) -> Result<Option<Vec<u8>>, Uncleanable> {
    Ok(match clean(bytes)? {
        std::borrow::Cow::Borrowed(_) => None,
        std::borrow::Cow::Owned(cleaned) => Some(cleaned),
    })
}

/// Returns whether a file of the cache is published in place of another one; `None` if it is
/// not known, or the cleaned file is missing or damaged.
fn known(cache: &Cache, key: &str, name: &str) -> Option<bool> {
    let text = fs::read(cache.path(&format!("{key}.json"))).ok()?;
    let entry: Entry = serde_json::from_slice(&text).ok()?;
    match entry.cleaned {
        Some(expected) => {
            let bytes = fs::read(cache.path(name)).ok()?;
            (digest(&bytes) == expected).then_some(true)
        }
        None => Some(false),
    }
}

fn key(bytes: &[u8]) -> String {
    let mut hash = Sha256::new();
    hash.update(format!("{CLEANING_VERSION}\n"));
    hash.update(bytes);
    hexadecimal(&hash.finalize())
}

fn digest(bytes: &[u8]) -> String {
    hexadecimal(&Sha256::digest(bytes))
}

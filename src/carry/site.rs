//! A built site to be packed: its files, titles and languages.

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use serde_json::Value;
use walkdir::WalkDir;

use super::layout::{PACK_FILES_IN_SITE, SITE};
use crate::base::names;
use crate::model::{MARKER, built_files, is_built};

/// Machine-readable catalog (JSON-LD) with the site's title and languages.
const CATALOG: &str = "datos/catalogo.jsonld";
/// File name of a home page: at the root for the site's default language, in a folder named
/// by the language code for others.
pub(crate) const HOME: &str = "index.html";

/// Extensions of files that a page opened from `file://` can load without side effects.
const KEY_STYLES: &str = "css";
const KEY_PICTURES: [&str; 5] = ["svg", "png", "jpg", "gif", "webp"];
/// Folder of the search index, whose scripts only pass data to a function; and the script
/// that every search needs.
const KEY_SCRIPTS: &str = "quipu/search/";
const SEARCH_ROOT: &str = "quipu/search/root.js";
/// Maximum number of files per kind.
const MAX_KEYS: usize = 8;

/// A site in a folder, as built by Quipu.
#[derive(Debug)]
pub(crate) struct BuiltSite {
    /// Folder with the built site.
    pub folder: PathBuf,
    /// Sizes in bytes of the files that the build wrote, by path with `/`.
    pub files: BTreeMap<String, u64>,
    /// Title by language code.
    pub title: BTreeMap<String, String>,
    /// Description by language code; may be empty.
    pub description: BTreeMap<String, String>,
    /// Language codes, default language first.
    pub languages: Vec<String>,
}

/// Why a folder cannot be packed.
#[derive(Debug, thiserror::Error)]
pub(crate) enum SiteError {
    /// The folder is not a site built by Quipu.
    #[error("{0} is not a site built by Quipu")]
    NotBuilt(PathBuf),
    /// The catalog is missing or lacks titles: another version of Quipu built the site.
    #[error("another version of Quipu built {0}")]
    OtherVersion(PathBuf),
    /// Not a regular file, or its name is not valid Unicode.
    #[error("{0} is not a regular file, or its name is not Unicode")]
    Irregular(PathBuf),
    /// A file of the site has a path that the pack reserves.
    #[error("the site has a file at the reserved path `{0}`")]
    Occupied(String),
    /// An I/O error at a path.
    #[error("cannot read {0}")]
    Io(PathBuf, #[source] io::Error),
}

impl BuiltSite {
    /// Lists the files in `folder` and reads its catalog.
    ///
    /// # Errors
    /// If it is not a built site, or cannot be packed; see [`SiteError`].
    pub(crate) fn open(folder: &Path) -> Result<Self, SiteError> {
        if !is_built(folder) || !folder.join(HOME).is_file() {
            return Err(SiteError::NotBuilt(folder.to_owned()));
        }
        let files = files(folder)?;
        let own = PACK_FILES_IN_SITE.map(|path| path.strip_prefix(SITE).unwrap_or(path));
        if let Some(path) = own.into_iter().find(|path| files.contains_key(*path)) {
            return Err(SiteError::Occupied(path.to_owned()));
        }
        let catalog = folder.join(CATALOG);
        let bytes = fs::read(&catalog).map_err(|_| SiteError::OtherVersion(folder.to_owned()))?;
        let other = || SiteError::OtherVersion(folder.to_owned());
        let titles = localized(&bytes, "dct:title").ok_or_else(other)?;
        let description = localized(&bytes, "dct:description").unwrap_or_default();
        Ok(Self {
            folder: folder.to_owned(),
            files,
            languages: titles
                .iter()
                .map(|(language, _)| language.clone())
                .collect(),
            title: titles.into_iter().collect(),
            description: description.into_iter().collect(),
        })
    }

    /// Returns the total size of all files in bytes.
    pub(crate) fn bytes(&self) -> u64 {
        self.files.values().sum()
    }

    /// Returns the path of a language's home page; `None` if there is no such page.
    pub(crate) fn home(&self, language: &str) -> Option<String> {
        let is_first = self
            .languages
            .first()
            .is_some_and(|first| first == language);
        let home = match is_first {
            true => HOME.to_owned(),
            false => format!("{language}/{HOME}"),
        };
        self.files.contains_key(&home).then_some(home)
    }

    /// Selects a few files of each kind for the opening page to check. They are distributed
    /// over the whole site, so that an interrupted copy lacks one of them, and loading them
    /// runs no code of the site.
    pub(crate) fn keys(&self) -> Vec<String> {
        let is = |path: &&String, kinds: &[&str]| {
            let kind = Path::new(path).extension();
            kind.is_some_and(|kind| kinds.iter().any(|known| kind == *known))
        };
        let of = |kinds: &[&str], folder: &str| {
            let paths = self.files.keys().filter(|path| path.starts_with(folder));
            sample_evenly(paths.filter(|path| is(path, kinds)).collect())
        };
        let mut keys = of(&[KEY_STYLES], "");
        keys.extend(of(&["js"], KEY_SCRIPTS));
        let root = SEARCH_ROOT.to_owned();
        if self.files.contains_key(&root) && !keys.contains(&root) {
            keys.push(root);
        }
        keys.extend(of(&KEY_PICTURES, ""));
        keys
    }
}

/// Returns up to [`MAX_KEYS`] paths at even intervals, including the first and the last.
fn sample_evenly(paths: Vec<&String>) -> Vec<String> {
    let count = paths.len().min(MAX_KEYS);
    let at = |number: usize| match count {
        1 => 0,
        _ => number * (paths.len() - 1) / (count - 1),
    };
    (0..count).map(|number| paths[at(number)].clone()).collect()
}

/// Lists the files of the build: what others put into its folder is no part of the site.
///
/// # Errors
/// If one is missing or irregular.
fn files(folder: &Path) -> Result<BTreeMap<String, u64>, SiteError> {
    let Some(mut built) = built_files(folder) else {
        return files_that_show(folder);
    };
    built.remove(MARKER);
    let file = |address: String| {
        let irregular = || SiteError::Irregular(folder.join(&address));
        // Anyone can edit the list.
        if names::fault(&address).is_some() {
            return Err(irregular());
        }
        let is_plain = is_plain_path(folder, &address);
        let data = fs::symlink_metadata(folder.join(&address));
        let data = data.map_err(|error| SiteError::Io(folder.join(&address), error))?;
        match is_plain && data.is_file() {
            true => Ok((address, data.len())),
            false => Err(irregular()),
        }
    };
    built.into_iter().map(file).collect()
}

/// Whether no folder on the way is a symbolic link.
fn is_plain_path(folder: &Path, address: &str) -> bool {
    let mut parts = address.match_indices('/');
    parts.all(|(at, _)| {
        let above = fs::symlink_metadata(folder.join(&address[..at]));
        above.is_ok_and(|data| data.is_dir())
    })
}

/// Lists all files but hidden ones (`.*`) of a build without a list, as older versions made
/// them.
fn files_that_show(folder: &Path) -> Result<BTreeMap<String, u64>, SiteError> {
    let is_hidden = |entry: &walkdir::DirEntry| {
        entry.depth() > 0 && entry.file_name().as_encoded_bytes().starts_with(b".")
    };
    let entries = WalkDir::new(folder)
        .into_iter()
        .filter_entry(|entry| !is_hidden(entry));
    let mut files = BTreeMap::new();
    for entry in entries {
        let entry = entry.map_err(|error| walk_error(folder, error))?;
        if entry.file_type().is_dir() {
            continue;
        }
        let path = slashed(folder, entry.path());
        let path = path.filter(|_| entry.file_type().is_file());
        let path = path.ok_or_else(|| SiteError::Irregular(entry.path().to_owned()))?;
        let size = entry
            .metadata()
            .map_err(|error| walk_error(folder, error))?;
        files.insert(path, size.len());
    }
    Ok(files)
}

fn walk_error(folder: &Path, error: walkdir::Error) -> SiteError {
    let path = error.path().unwrap_or(folder).to_owned();
    SiteError::Io(path, error.into())
}

/// Returns `path` relative to `folder` with `/` as separator; `None` if it is outside the
/// folder or not valid Unicode.
pub(crate) fn slashed(folder: &Path, path: &Path) -> Option<String> {
    let inside = path.strip_prefix(folder).ok()?;
    let parts = inside.iter().map(|part| part.to_str());
    Some(parts.collect::<Option<Vec<_>>>()?.join("/"))
}

/// Returns the values of a property by language, in the order of the catalog; `None` if there
/// are none.
fn localized(catalog: &[u8], key: &str) -> Option<Vec<(String, String)>> {
    let catalog: Value = serde_json::from_slice(catalog).ok()?;
    let texts = catalog.get(key)?.as_array()?;
    let text = |text: &Value| {
        let part = |key: &str| Some(text.get(key)?.as_str()?.to_owned());
        Some((part("@language")?, part("@value")?))
    };
    let texts: Vec<_> = texts.iter().filter_map(text).collect();
    (!texts.is_empty()).then_some(texts)
}

#[cfg(test)]
mod tests {
    use super::sample_evenly;

    #[test]
    fn samples_are_spread_evenly() {
        let paths: Vec<String> = (0..100).map(|number| number.to_string()).collect();
        let few = sample_evenly(paths.iter().collect());
        assert_eq!(few.len(), 8);
        assert_eq!((few[0].as_str(), few[7].as_str()), ("0", "99"));
        assert_eq!(sample_evenly(paths[..1].iter().collect()), ["0"]);
        assert!(sample_evenly(Vec::new()).is_empty());
    }
}

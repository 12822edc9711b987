//! A built site as it is carried: its files, its title and its languages.

use std::collections::BTreeMap;
use std::io;
use std::path::{Path, PathBuf};

use serde_json::Value;
use walkdir::WalkDir;

use super::layout::{OWN_IN_SITE, SITE};
use crate::model::is_built;

/// Where a built site tells its title and languages to programs.
const CATALOG: &str = "datos/catalogo.jsonld";
/// Its first page.
pub const HOME: &str = "index.html";

/// Kinds of files that a page opened from `file://` can look for.
const KEY_STYLES: &str = "css";
const KEY_PICTURES: [&str; 5] = ["svg", "png", "jpg", "gif", "webp"];
/// Scripts that only hand over data, and the one that every search needs.
const KEY_SCRIPTS: &str = "quipu/search/";
const SEARCH_ROOT: &str = "quipu/search/root.js";
/// How many of each kind are looked for at most.
const MOST_KEYS: usize = 8;

/// A site that Quipu built.
#[derive(Debug)]
pub struct BuiltSite {
    /// Where it is.
    pub folder: PathBuf,
    /// The size of each file that readers need, by its path, with `/`.
    pub files: BTreeMap<String, u64>,
    /// Its title, by language.
    pub title: BTreeMap<String, String>,
    /// What it is about, by language.
    pub description: BTreeMap<String, String>,
    /// Its languages, the first of them first.
    pub languages: Vec<String>,
}

/// Why a folder cannot be carried.
#[derive(Debug)]
pub enum SiteError {
    /// No build of Quipu stands there.
    NotBuilt(PathBuf),
    /// It lacks what this version needs to know of a site.
    OtherVersion(PathBuf),
    /// A file that is none, or whose name is no text.
    Irregular(PathBuf),
    /// A file whose place a pack needs for its own.
    Occupied(String),
    /// The system refused.
    Io(PathBuf, io::Error),
}

impl BuiltSite {
    /// Looks at what stands in `folder`.
    ///
    /// # Errors
    /// When it is no site that can be carried.
    pub fn open(folder: &Path) -> Result<Self, SiteError> {
        if !is_built(folder) || !folder.join(HOME).is_file() {
            return Err(SiteError::NotBuilt(folder.to_owned()));
        }
        let files = files(folder)?;
        let own = OWN_IN_SITE.map(|path| path.strip_prefix(SITE).unwrap_or(path));
        if let Some(path) = own.into_iter().find(|path| files.contains_key(*path)) {
            return Err(SiteError::Occupied(path.to_owned()));
        }
        let catalog = folder.join(CATALOG);
        let bytes =
            std::fs::read(&catalog).map_err(|_| SiteError::OtherVersion(folder.to_owned()))?;
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

    /// How many bytes its files have together.
    pub fn bytes(&self) -> u64 {
        self.files.values().sum()
    }

    /// The home page of a language, if there is one.
    pub fn home(&self, language: &str) -> Option<String> {
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

    /// Files that a page can look for without running anything of the site's own: of each
    /// kind a few, from all over the site, so that a copy cut short lacks one of them.
    pub fn keys(&self) -> Vec<String> {
        let is = |path: &&String, kinds: &[&str]| {
            let kind = Path::new(path).extension();
            kind.is_some_and(|kind| kinds.iter().any(|known| kind == *known))
        };
        let of = |kinds: &[&str], folder: &str| {
            let paths = self.files.keys().filter(|path| path.starts_with(folder));
            spread(paths.filter(|path| is(path, kinds)).collect())
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

/// The first, the last, and others evenly between them.
fn spread(paths: Vec<&String>) -> Vec<String> {
    let count = paths.len().min(MOST_KEYS);
    let at = |number: usize| match count {
        1 => 0,
        _ => number * (paths.len() - 1) / (count - 1),
    };
    (0..count).map(|number| paths[at(number)].clone()).collect()
}

/// Every file that readers need: what begins with a point is for systems and builds.
fn files(folder: &Path) -> Result<BTreeMap<String, u64>, SiteError> {
    let is_hidden = |entry: &walkdir::DirEntry| {
        entry.depth() > 0 && entry.file_name().as_encoded_bytes().starts_with(b".")
    };
    let entries = WalkDir::new(folder)
        .into_iter()
        .filter_entry(|entry| !is_hidden(entry));
    let mut files = BTreeMap::new();
    for entry in entries {
        let entry = entry.map_err(|error| refused(folder, error))?;
        if entry.file_type().is_dir() {
            continue;
        }
        let path = slashed(folder, entry.path());
        let path = path.filter(|_| entry.file_type().is_file());
        let path = path.ok_or_else(|| SiteError::Irregular(entry.path().to_owned()))?;
        let size = entry.metadata().map_err(|error| refused(folder, error))?;
        files.insert(path, size.len());
    }
    Ok(files)
}

fn refused(folder: &Path, error: walkdir::Error) -> SiteError {
    let path = error.path().unwrap_or(folder).to_owned();
    SiteError::Io(path, error.into())
}

/// The path inside `folder`, parted by `/`; nothing where a name is no text.
pub fn slashed(folder: &Path, path: &Path) -> Option<String> {
    let inside = path.strip_prefix(folder).ok()?;
    let parts = inside.iter().map(|part| part.to_str());
    Some(parts.collect::<Option<Vec<_>>>()?.join("/"))
}

/// What the catalog says by language, in the site's order.
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
    use super::spread;

    #[test]
    fn a_few_are_taken_from_all_over() {
        let paths: Vec<String> = (0..100).map(|number| number.to_string()).collect();
        let few = spread(paths.iter().collect());
        assert_eq!(few.len(), 8);
        assert_eq!((few[0].as_str(), few[7].as_str()), ("0", "99"));
        assert_eq!(spread(paths[..1].iter().collect()), ["0"]);
        assert!(spread(Vec::new()).is_empty());
    }
}

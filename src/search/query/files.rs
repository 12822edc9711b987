//! Access to the files of an index. Shards and spelling files are read on demand and
//! cached.

use std::cell::{OnceCell, RefCell};
use std::collections::HashMap;
use std::fs;
use std::io;
use std::path::PathBuf;
use std::rc::Rc;

use crate::search::format::bits::BitReader;
use crate::search::format::facet::{self, Term};
use crate::search::format::fragment::Fragment;
use crate::search::format::lexicon::Lexicon;
use crate::search::format::name::{FOLDER, Name, data};
use crate::search::format::root::{self, Directory, Root};
use crate::search::format::shard::Shard;
use crate::search::format::spelling;
use crate::search::format::text::TextReader;

/// A source of index files.
pub(crate) trait Files {
    /// Reads a file, given its path in the index folder, without extension.
    ///
    /// # Errors
    /// Returns an error if the file cannot be read.
    fn read(&self, name: &str) -> io::Result<Vec<u8>>;
}

/// A site's output folder on disk.
#[derive(Debug)]
pub(crate) struct Folder(pub PathBuf);

impl Files for Folder {
    fn read(&self, name: &str) -> io::Result<Vec<u8>> {
        fs::read(self.0.join(FOLDER).join(format!("{name}.js")))
    }
}

/// Why an index could not be opened.
#[derive(Debug, thiserror::Error)]
pub(crate) enum OpenError {
    /// The root file could not be read.
    #[error("cannot read the root of the index")]
    Io(#[source] io::Error),
    /// The root is invalid or of another format version.
    #[error("the index is invalid or of another version")]
    Version,
}

/// Forms, each with its frequency class.
pub(super) type Forms = Vec<(String, u32)>;

/// An index whose files are loaded on demand.
pub(super) struct Index {
    /// The root, loaded when the index is opened.
    pub root: Root,
    files: Box<dyn Files>,
    shards: RefCell<HashMap<Name, Rc<Shard>>>,
    spellings: RefCell<HashMap<Name, Rc<Forms>>>,
    lexicon: OnceCell<Lexicon>,
}

impl Index {
    /// Opens an index by reading its root.
    ///
    /// # Errors
    /// Returns an error if the root cannot be read or is of another version.
    pub(super) fn open(files: Box<dyn Files>) -> Result<Self, OpenError> {
        let script = files.read(root::NAME).map_err(OpenError::Io)?;
        let root = data(&script)
            .and_then(|units| Root::read(&units))
            .ok_or(OpenError::Version)?;
        Ok(Self {
            root,
            files,
            shards: RefCell::default(),
            spellings: RefCell::default(),
            lexicon: OnceCell::new(),
        })
    }

    fn units(&self, name: &str) -> Option<Vec<u32>> {
        data(&self.files.read(name).ok()?)
    }

    /// Returns the shard that contains a form, if any does.
    pub(super) fn shard_of(&self, form: &str) -> Option<Rc<Shard>> {
        let (_, name) = &self
            .root
            .shards
            .get(entry_index(&self.root.shards, form)?)?;
        self.shard(*name)
    }

    /// Returns up to `most` shards that may contain forms beginning with `prefix`.
    pub(super) fn shards_with(&self, prefix: &str, most: usize) -> Vec<Rc<Shard>> {
        let entries = entries_for(&self.root.shards, prefix, most);
        entries
            .iter()
            .filter_map(|(_, name)| self.shard(*name))
            .collect()
    }

    fn shard(&self, name: Name) -> Option<Rc<Shard>> {
        self.cached(&self.shards, name, Shard::read)
    }

    /// Returns a file from `cache`, reading it on first use.
    fn cached<T>(
        &self,
        cache: &RefCell<HashMap<Name, Rc<T>>>,
        name: Name,
        read: impl FnOnce(Vec<u32>) -> T,
    ) -> Option<Rc<T>> {
        if let Some(file) = cache.borrow().get(&name) {
            return Some(Rc::clone(file));
        }
        let file = Rc::new(read(self.units(&name.to_string())?));
        cache.borrow_mut().insert(name, Rc::clone(&file));
        Some(file)
    }

    /// Reads a file of positions.
    pub(super) fn positions(&self, name: Name) -> Option<Vec<u32>> {
        self.units(&name.to_string())
    }

    /// Returns up to `most` spelling files that may contain forms beginning with `prefix`.
    /// With `is_backwards`, `prefix` and forms are reversed.
    pub(super) fn spellings(
        &self,
        is_backwards: bool,
        prefix: &str,
        most: usize,
    ) -> Vec<Rc<Forms>> {
        let directory = if is_backwards {
            &self.root.backwards
        } else {
            &self.root.forwards
        };
        let entries = entries_for(directory, prefix, most);
        entries
            .iter()
            .filter_map(|(_, name)| self.spelling(*name))
            .collect()
    }

    fn spelling(&self, name: Name) -> Option<Rc<Forms>> {
        self.cached(&self.spellings, name, |units| spelling::read(&units))
    }

    /// Reads the terms of a facet; empty if its file cannot be read.
    pub(super) fn facet(&self, facet: usize) -> Vec<Term> {
        let units = self
            .units(&self.root.facets[facet].1.to_string())
            .unwrap_or_default();
        facet::read(
            &units,
            self.root.languages.len(),
            self.root.ranks.len() as u32,
        )
    }

    /// Reads, by document, its rank in the order by title.
    pub(super) fn titles(&self) -> Vec<u32> {
        let count = self.root.ranks.len() as u32;
        let width = u32::BITS - count.leading_zeros();
        let units = self
            .units(&self.root.titles.to_string())
            .unwrap_or_default();
        let mut bits = BitReader::new(&units);
        (0..count).map(|_| bits.bits(width)).collect()
    }

    /// Reads the fragment of a document; `None` if its file cannot be read.
    pub(super) fn fragment(&self, document: u32) -> Option<Fragment> {
        let units = self.units(&root::fragment(document))?;
        Some(Fragment::read(&units, TextReader::new(self.lexicon())))
    }

    fn lexicon(&self) -> &Lexicon {
        self.lexicon.get_or_init(|| {
            let units = self.units(&self.root.lexicon.to_string());
            Lexicon::read(&mut BitReader::new(&units.unwrap_or_default()))
        })
    }
}

/// Returns the index of the last entry whose lower bound is not after `word`; the first
/// entry if there is none.
fn entry_index(directory: &Directory, word: &str) -> Option<usize> {
    let after =
        directory.partition_point(|(first, _)| first.encode_utf16().le(word.encode_utf16()));
    after
        .checked_sub(1)
        .or((!directory.is_empty()).then_some(0))
}

/// Returns up to `most` entries that may contain words beginning with `prefix`.
fn entries_for<'d>(directory: &'d Directory, prefix: &str, most: usize) -> &'d [(String, Name)] {
    let Some(start) = entry_index(directory, prefix) else {
        return &[];
    };
    let rest = &directory[start + 1..];
    let more = rest
        .iter()
        .take(most - 1)
        .take_while(|(first, _)| first.starts_with(prefix))
        .count();
    &directory[start..start + 1 + more]
}

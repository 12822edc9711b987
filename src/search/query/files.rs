//! The index's files, read when they are needed and kept.

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

/// Where the files of an index come from.
pub trait Files {
    /// The bytes of a file, by its path in the index's folder, less its extension.
    ///
    /// # Errors
    /// When it cannot be read.
    fn read(&self, name: &str) -> io::Result<Vec<u8>>;
}

/// A built site on disk.
#[derive(Debug)]
pub struct Folder(pub PathBuf);

impl Files for Folder {
    fn read(&self, name: &str) -> io::Result<Vec<u8>> {
        fs::read(self.0.join(FOLDER).join(format!("{name}.js")))
    }
}

/// Why there is nothing to search.
#[derive(Debug)]
pub enum OpenError {
    /// The root could not be read.
    Io(io::Error),
    /// It was written by another version.
    Version,
}

/// Forms, each with how common it is.
pub type Forms = Vec<(String, u32)>;

/// An index, as far as it was read.
pub struct Index {
    /// What every search needs.
    pub root: Root,
    files: Box<dyn Files>,
    shards: RefCell<HashMap<Name, Rc<Shard>>>,
    spellings: RefCell<HashMap<Name, Rc<Forms>>>,
    lexicon: OnceCell<Lexicon>,
}

impl Index {
    pub fn open(files: Box<dyn Files>) -> Result<Self, OpenError> {
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

    /// The shard that has a form, if any has.
    pub fn shard_of(&self, form: &str) -> Option<Rc<Shard>> {
        let (_, name) = &self.root.shards.get(place(&self.root.shards, form)?)?;
        self.shard(*name)
    }

    /// The first shards that may have forms beginning with `prefix`.
    pub fn shards_with(&self, prefix: &str, most: usize) -> Vec<Rc<Shard>> {
        let entries = stretch(&self.root.shards, prefix, most);
        entries
            .iter()
            .filter_map(|(_, name)| self.shard(*name))
            .collect()
    }

    fn shard(&self, name: Name) -> Option<Rc<Shard>> {
        self.kept(&self.shards, name, Shard::read)
    }

    /// A file, read once.
    fn kept<T>(
        &self,
        kept: &RefCell<HashMap<Name, Rc<T>>>,
        name: Name,
        read: impl FnOnce(Vec<u32>) -> T,
    ) -> Option<Rc<T>> {
        if let Some(file) = kept.borrow().get(&name) {
            return Some(Rc::clone(file));
        }
        let file = Rc::new(read(self.units(&name.to_string())?));
        kept.borrow_mut().insert(name, Rc::clone(&file));
        Some(file)
    }

    /// Units of a file of positions.
    pub fn positions(&self, name: Name) -> Option<Vec<u32>> {
        self.units(&name.to_string())
    }

    /// Forms that begin with `prefix`, or with it backwards, from at most `most` files;
    /// each with how common it is.
    pub fn spellings(&self, is_backwards: bool, prefix: &str, most: usize) -> Vec<Rc<Forms>> {
        let directory = if is_backwards {
            &self.root.backwards
        } else {
            &self.root.forwards
        };
        let entries = stretch(directory, prefix, most);
        entries
            .iter()
            .filter_map(|(_, name)| self.spelling(*name))
            .collect()
    }

    fn spelling(&self, name: Name) -> Option<Rc<Forms>> {
        self.kept(&self.spellings, name, |units| spelling::read(&units))
    }

    /// The terms of a facet, by its place.
    pub fn facet(&self, facet: usize) -> Vec<Term> {
        let units = self
            .units(&self.root.facets[facet].1.to_string())
            .unwrap_or_default();
        facet::read(
            &units,
            self.root.languages.len(),
            self.root.ranks.len() as u32,
        )
    }

    /// By document: its place among all titles.
    pub fn titles(&self) -> Vec<u32> {
        let count = self.root.ranks.len() as u32;
        let width = u32::BITS - count.leading_zeros();
        let units = self
            .units(&self.root.titles.to_string())
            .unwrap_or_default();
        let mut bits = BitReader::new(&units);
        (0..count).map(|_| bits.bits(width)).collect()
    }

    /// What results show of a document.
    pub fn fragment(&self, document: u32) -> Option<Fragment> {
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

/// The last entry whose first word is not after `word`.
fn place(directory: &Directory, word: &str) -> Option<usize> {
    let after =
        directory.partition_point(|(first, _)| first.encode_utf16().le(word.encode_utf16()));
    after
        .checked_sub(1)
        .or((!directory.is_empty()).then_some(0))
}

/// Entries from the one that has `prefix` on, as far as words can begin with it.
fn stretch<'d>(directory: &'d Directory, prefix: &str, most: usize) -> &'d [(String, Name)] {
    let Some(start) = place(directory, prefix) else {
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

//! The root: the one file that every search loads, and the only one with a fixed name.

use super::bits::{BitReader, BitWriter, rice_parameter};
use super::letters::{WordReader, WordWriter};
use super::name::Name;
use super::postings::{PostingCode, read_numbers, write_numbers};

/// Its name.
pub const NAME: &str = "root";
/// Raised whenever the layout of any file changes.
pub const VERSION: u32 = 4;
/// Documents whose fragments share a version.
pub const RANGE: usize = 64;
/// Bits of a version.
const RANGE_BITS: u32 = 20;
/// Bits of the Rice parameter of ranks.
const PARAMETER: u32 = 5;

/// A list of files, each from one word on.
pub type Directory = Vec<(String, Name)>;

/// What every search needs.
#[derive(Debug)]
pub struct Root {
    /// The site's languages, the first one first.
    pub languages: Vec<String>,
    /// By language: documents that its readers see in another.
    pub hidden: Vec<Vec<u32>>,
    /// By language but the first: documents that are written in it.
    pub written: Vec<Vec<u32>>,
    /// By document: how far its practice is from being validated. Breaks ties.
    pub ranks: Vec<u32>,
    /// How posting lists are written.
    pub postings: PostingCode,
    /// Words that no query needs, folded, sorted.
    pub stops: Vec<String>,
    /// Endings of inflected words, sorted.
    pub endings: Vec<String>,
    /// Groups of words that mean the same, folded.
    pub synonyms: Vec<Vec<String>>,
    /// Facets, in the order readers see: their names, the key first, with spaces between;
    /// and their files.
    pub facets: Vec<(String, Name)>,
    /// Order of documents by title.
    pub titles: Name,
    /// What texts are written with: a file of its own, since an edit changes the root and
    /// seldom the lexicon.
    pub lexicon: Name,
    /// By range of documents: a version that changes with any of them.
    pub versions: Vec<u32>,
    /// Shards.
    pub shards: Directory,
    /// Files of forms in order.
    pub forwards: Directory,
    /// Files of forms written backwards, in order.
    pub backwards: Directory,
}

impl Root {
    /// Writes it.
    pub fn write(&self) -> BitWriter {
        let documents = self.ranks.len() as u32;
        let mut bits = BitWriter::default();
        bits.number(VERSION);
        bits.number(documents);
        let sum: u32 = self.ranks.iter().sum();
        let rank = rice_parameter(f64::from(sum) / f64::from(documents.max(1)));
        bits.bits(rank, PARAMETER);
        words(&self.languages, &mut bits);
        for numbers in self.hidden.iter().chain(&self.written) {
            write_numbers(numbers, documents, &mut bits);
        }
        for own in &self.ranks {
            bits.rice(*own, rank);
        }
        self.postings.write(&mut bits);
        words(&self.stops, &mut bits);
        words(&self.endings, &mut bits);
        bits.number(self.synonyms.len() as u32);
        for group in &self.synonyms {
            words(group, &mut bits);
        }
        directory(&self.facets, &mut bits);
        self.titles.write(&mut bits);
        self.lexicon.write(&mut bits);
        for version in &self.versions {
            bits.bits(*version, RANGE_BITS);
        }
        directory(&self.shards, &mut bits);
        directory(&self.forwards, &mut bits);
        directory(&self.backwards, &mut bits);
        bits
    }

    /// Reads what [`Root::write`] wrote; none if its version is another.
    pub fn read(units: &[u32]) -> Option<Self> {
        let mut bits = BitReader::new(units);
        if bits.number() != VERSION {
            return None;
        }
        let documents = bits.number();
        let rank = bits.bits(PARAMETER).min(30);
        let languages = read_words(&mut bits);
        let root = Self {
            hidden: languages
                .iter()
                .map(|_| read_numbers(documents, &mut bits))
                .collect(),
            written: (1..languages.len())
                .map(|_| read_numbers(documents, &mut bits))
                .collect(),
            languages,
            ranks: (0..documents)
                .map_while(|_| (!bits.is_at_end()).then(|| bits.rice(rank)))
                .collect(),
            postings: PostingCode::read(documents, &mut bits),
            stops: read_words(&mut bits),
            endings: read_words(&mut bits),
            synonyms: (0..bits.number())
                .map_while(|_| (!bits.is_at_end()).then(|| read_words(&mut bits)))
                .collect(),
            facets: read_directory(&mut bits),
            titles: Name::read(&mut bits),
            lexicon: Name::read(&mut bits),
            versions: (0..(documents as usize).div_ceil(RANGE))
                .map(|_| bits.bits(RANGE_BITS))
                .collect(),
            shards: read_directory(&mut bits),
            forwards: read_directory(&mut bits),
            backwards: read_directory(&mut bits),
        };
        (root.ranks.len() == documents as usize).then_some(root)
    }
}

/// The version of what holds `text`.
pub fn version(text: &str) -> u32 {
    Name::of(text).number() as u32 & ((1 << RANGE_BITS) - 1)
}

/// Path of a fragment in the index's folder, less its extension.
pub fn fragment(document: u32) -> String {
    format!("{}/{document}", document / 256)
}

fn words(words: &[String], bits: &mut BitWriter) {
    bits.number(words.len() as u32);
    let mut writer = WordWriter::default();
    for word in words {
        writer.write(word, bits);
    }
}

fn read_words(bits: &mut BitReader<'_>) -> Vec<String> {
    let count = bits.number();
    let mut reader = WordReader::default();
    (0..count)
        .map_while(|_| (!bits.is_at_end()).then(|| reader.read(bits)))
        .collect()
}

fn directory(entries: &[(String, Name)], bits: &mut BitWriter) {
    bits.number(entries.len() as u32);
    let mut writer = WordWriter::default();
    for (first, name) in entries {
        writer.write(first, bits);
        name.write(bits);
    }
}

fn read_directory(bits: &mut BitReader<'_>) -> Directory {
    let count = bits.number();
    let mut reader = WordReader::default();
    (0..count)
        .map_while(|_| (!bits.is_at_end()).then(|| (reader.read(bits), Name::read(bits))))
        .collect()
}

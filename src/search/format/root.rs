//! The root: the file that every search loads first, and the only one with a fixed name
//! besides the fragments.

use super::bits::{BitReader, BitWriter, rice_parameter};
use super::letters::{WordReader, WordWriter};
use super::name::Name;
use super::postings::{PostingCode, read_numbers, write_numbers};

/// File name of the root, without extension.
pub(crate) const NAME: &str = "root";
/// Format version, raised whenever the layout of any file changes.
pub(crate) const VERSION: u32 = 4;
/// Number of consecutive documents whose fragments share a version.
pub(crate) const RANGE: usize = 64;
/// Bits of a range's version.
const RANGE_VERSION_BITS: u32 = 20;
/// Bits of the Rice parameter of ranks.
const PARAMETER_BITS: u32 = 5;

/// A sorted list of files, each with the lower bound of its words.
pub(crate) type Directory = Vec<(String, Name)>;

/// Contents of the root.
#[derive(Debug)]
pub(crate) struct Root {
    /// Codes of the site's languages, the default one first.
    pub languages: Vec<String>,
    /// By language: documents that its readers see in another language.
    pub hidden: Vec<Vec<u32>>,
    /// By language except the first: documents that are written in it.
    pub written: Vec<Vec<u32>>,
    /// By document: distance of its practice from validated status; 0 is validated. Breaks
    /// ties.
    pub ranks: Vec<u32>,
    /// Code of the posting lists.
    pub postings: PostingCode,
    /// Stop words, folded and sorted.
    pub stops: Vec<String>,
    /// Inflectional endings, sorted.
    pub endings: Vec<String>,
    /// Groups of synonyms, folded.
    pub synonyms: Vec<Vec<String>>,
    /// Facets in display order: their names separated by spaces, the key first; and their
    /// files.
    pub facets: Vec<(String, Name)>,
    /// File of the documents' order by title.
    pub titles: Name,
    /// File of the lexicon. It is separate because most edits change the root but not the
    /// lexicon.
    pub lexicon: Name,
    /// By range of [`RANGE`] documents: a version that changes with any of their fragments.
    pub versions: Vec<u32>,
    /// Shard files, by form.
    pub shards: Directory,
    /// Spelling files, by form.
    pub forwards: Directory,
    /// Spelling files, by reversed form.
    pub backwards: Directory,
}

impl Root {
    /// Encodes the root.
    pub(crate) fn write(&self) -> BitWriter {
        let documents = self.ranks.len() as u32;
        let mut bits = BitWriter::default();
        bits.number(VERSION);
        bits.number(documents);
        let sum: u32 = self.ranks.iter().sum();
        let rank = rice_parameter(f64::from(sum) / f64::from(documents.max(1)));
        bits.bits(rank, PARAMETER_BITS);
        write_words(&self.languages, &mut bits);
        for numbers in self.hidden.iter().chain(&self.written) {
            write_numbers(numbers, documents, &mut bits);
        }
        for own in &self.ranks {
            bits.rice(*own, rank);
        }
        self.postings.write(&mut bits);
        write_words(&self.stops, &mut bits);
        write_words(&self.endings, &mut bits);
        bits.number(self.synonyms.len() as u32);
        for group in &self.synonyms {
            write_words(group, &mut bits);
        }
        write_directory(&self.facets, &mut bits);
        self.titles.write(&mut bits);
        self.lexicon.write(&mut bits);
        for version in &self.versions {
            bits.bits(*version, RANGE_VERSION_BITS);
        }
        write_directory(&self.shards, &mut bits);
        write_directory(&self.forwards, &mut bits);
        write_directory(&self.backwards, &mut bits);
        bits
    }

    /// Decodes a root from [`Root::write`]. Returns `None` if its version is not
    /// [`VERSION`] or ranks are missing.
    pub(crate) fn read(units: &[u32]) -> Option<Self> {
        let mut bits = BitReader::new(units);
        if bits.number() != VERSION {
            return None;
        }
        let documents = bits.number();
        let rank = bits.bits(PARAMETER_BITS).min(30);
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
                .map(|_| bits.bits(RANGE_VERSION_BITS))
                .collect(),
            shards: read_directory(&mut bits),
            forwards: read_directory(&mut bits),
            backwards: read_directory(&mut bits),
        };
        (root.ranks.len() == documents as usize).then_some(root)
    }
}

/// Returns the version of a range of fragments whose data is `text`.
pub(crate) fn version(text: &str) -> u32 {
    Name::of(text).number() as u32 & ((1 << RANGE_VERSION_BITS) - 1)
}

/// Returns the path of a fragment in the index folder, without extension.
pub(crate) fn fragment(document: u32) -> String {
    format!("{}/{document}", document / 256)
}

fn write_words(words: &[String], bits: &mut BitWriter) {
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

fn write_directory(entries: &[(String, Name)], bits: &mut BitWriter) {
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

//! The bodies of documents as numbers of words and of what stands between them.
//!
//! What results show can be written only when all words are known. Bodies are held so until
//! then, some two bytes a word: reading a file and its markdown again takes much longer.

use super::document::{Word, Written};
use super::varint::{pack, unpack};
use super::vocabulary::Vocabulary;
use crate::wire::text::{Text, TextWriter};

/// The sections of a body: of each its length, then its words.
pub struct Prose(Box<[u8]>);

impl Prose {
    /// The body of a document whose words the vocabulary has learnt.
    pub fn of(document: &Written) -> Self {
        let mut prose = Vec::with_capacity(document.sections.len() * 2);
        let mut section = Vec::new();
        for token in &document.sections {
            let gap = token.gap.map(|gap| id(&document.gaps[gap as usize]));
            match token.word {
                Some(word) => {
                    let word = id(&document.words[word as usize]);
                    pack((word + 1) << 1 | u32::from(gap.is_some()), &mut section);
                    gap.into_iter().for_each(|gap| pack(gap, &mut section));
                }
                None => {
                    if let Some(gap) = gap.filter(|gap| *gap != Vocabulary::NOTHING) {
                        pack(0, &mut section);
                        pack(gap, &mut section);
                    }
                    pack(section.len() as u32, &mut prose);
                    prose.append(&mut section);
                }
            }
        }
        Self(prose.into())
    }

    /// Its sections; one without any text is empty.
    pub fn sections<'p>(&'p self, words: &'p WordTexts<'p>) -> impl Iterator<Item = Passage<'p>> {
        let mut rest = &*self.0;
        std::iter::from_fn(move || {
            if rest.is_empty() {
                return None;
            }
            let length = unpack(&mut rest) as usize;
            let (bytes, after) = rest.split_at(length.min(rest.len()));
            rest = after;
            Some(Passage { bytes, words })
        })
    }
}

fn id(word: &Word) -> u32 {
    match word {
        Word::Known(id) => *id,
        Word::New(_) => 0,
    }
}

/// The letters of words, and what stands between words, by number.
#[derive(Debug)]
pub struct WordTexts<'v> {
    /// By word.
    pub words: Vec<&'v str>,
    /// By gap.
    pub gaps: &'v [String],
}

/// The text of a section.
#[derive(Debug, Clone, Copy)]
pub struct Passage<'p> {
    bytes: &'p [u8],
    words: &'p WordTexts<'p>,
}

impl Passage<'_> {
    /// Whether there is no text.
    pub fn is_empty(&self) -> bool {
        self.bytes.is_empty()
    }
}

impl Text for Passage<'_> {
    fn tell(&self, writer: &mut TextWriter<'_>) {
        let mut bytes = self.bytes;
        while !bytes.is_empty() {
            let token = unpack(&mut bytes);
            let gap = match token {
                0 => return writer.end(&self.words.gaps[unpack(&mut bytes) as usize]),
                _ if token & 1 == 0 => Vocabulary::SPACE,
                _ => unpack(&mut bytes),
            };
            let word = (token >> 1) - 1;
            let gap = &self.words.gaps[gap as usize];
            writer.word(gap, self.words.words[word as usize], Some(word));
        }
        writer.end("");
    }
}

//! What results show of documents, as numbers of words and of what stands between them.
//!
//! It can be written only when all words are known. Texts are held so until
//! then, some two bytes a word: reading a file and its markdown again takes much longer.

use super::document::{Token, Word, Written};
use super::varint::{pack, unpack};
use super::vocabulary::Vocabulary;
use crate::search::format::text::{Text, TextWriter};

/// The texts of a document: of each its length, then its words.
pub struct Prose {
    sections: Box<[u8]>,
    facts: Box<[u8]>,
}

impl Prose {
    /// The texts of a document whose words the vocabulary has learnt.
    pub fn of(document: &Written) -> Self {
        Self {
            sections: packed(&document.sections, document),
            facts: packed(&document.facts, document),
        }
    }

    /// The sections of the body; one without any text is empty.
    pub fn sections<'p>(&'p self, words: &'p WordTexts<'p>) -> impl Iterator<Item = Passage<'p>> {
        passages(&self.sections, words)
    }

    /// The sentences of the front matter.
    pub fn facts<'p>(&'p self, words: &'p WordTexts<'p>) -> impl Iterator<Item = Passage<'p>> {
        passages(&self.facts, words)
    }
}

fn packed(tokens: &[Token], document: &Written) -> Box<[u8]> {
    let mut all = Vec::with_capacity(tokens.len() * 2);
    let mut text = Vec::new();
    for token in tokens {
        let gap = token.gap.map(|gap| id(&document.gaps[gap as usize]));
        match token.word {
            Some(word) => {
                let word = id(&document.words[word as usize]);
                pack((word + 1) << 1 | u32::from(gap.is_some()), &mut text);
                gap.into_iter().for_each(|gap| pack(gap, &mut text));
            }
            None => {
                if let Some(gap) = gap.filter(|gap| *gap != Vocabulary::NOTHING) {
                    pack(0, &mut text);
                    pack(gap, &mut text);
                }
                pack(text.len() as u32, &mut all);
                all.append(&mut text);
            }
        }
    }
    all.into()
}

fn passages<'p>(mut rest: &'p [u8], words: &'p WordTexts<'p>) -> impl Iterator<Item = Passage<'p>> {
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

/// One of the texts.
#[derive(Debug, Clone, Copy)]
pub struct Passage<'p> {
    bytes: &'p [u8],
    words: &'p WordTexts<'p>,
}

impl<'p> Passage<'p> {
    /// Whether there is no text.
    pub fn is_empty(&self) -> bool {
        self.bytes.is_empty()
    }

    /// Hands over its words, the first after `before`; gives what stands after the last.
    pub fn tell_words(&self, mut before: &str, writer: &mut TextWriter<'_>) -> &'p str {
        let mut bytes = self.bytes;
        let mut rest = "";
        while !bytes.is_empty() {
            let token = unpack(&mut bytes);
            let gap = match token & 1 {
                0 if token > 0 => Vocabulary::SPACE,
                _ => unpack(&mut bytes),
            };
            let gap = self.words.gaps[gap as usize].as_str();
            let Some(word) = (token >> 1).checked_sub(1) else {
                rest = gap;
                break;
            };
            let before = std::mem::take(&mut before);
            let gap = if gap.is_empty() {
                before
            } else {
                writer.between(before);
                gap
            };
            writer.word(gap, self.words.words[word as usize], Some(word));
        }
        writer.between(before);
        rest
    }
}

impl Text for Passage<'_> {
    fn tell(&self, writer: &mut TextWriter<'_>) {
        let rest = self.tell_words("", writer);
        writer.end(rest);
    }
}

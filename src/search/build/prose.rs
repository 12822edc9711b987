//! Texts that results show, as numbers of words and of the texts between them.
//!
//! They can only be encoded once the words of all documents are known. Until then they are
//! held in this form, about two bytes per word: reading and parsing each file again would
//! take much longer.

use super::document::{Document, Token, Word};
use super::varint::{pack, unpack};
use super::vocabulary::Vocabulary;
use crate::search::format::text::{Text, TextWriter};

/// The texts of a document: for each its length in bytes, then its words.
pub(super) struct Prose {
    sections: Box<[u8]>,
    facts: Box<[u8]>,
}

impl Prose {
    /// Packs the texts of a document whose words are in the vocabulary.
    pub(super) fn of(document: &Document) -> Self {
        Self {
            sections: packed(&document.sections, document),
            facts: packed(&document.facts, document),
        }
    }

    /// Returns the sections of the body; those without text are empty.
    pub(super) fn sections<'p>(
        &'p self,
        words: &'p WordTexts<'p>,
    ) -> impl Iterator<Item = Passage<'p>> {
        passages(&self.sections, words)
    }

    /// Returns the sentences of the front matter.
    pub(super) fn facts<'p>(
        &'p self,
        words: &'p WordTexts<'p>,
    ) -> impl Iterator<Item = Passage<'p>> {
        passages(&self.facts, words)
    }
}

fn packed(tokens: &[Token], document: &Document) -> Box<[u8]> {
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

/// Texts of words and of the gaps between them, by number.
#[derive(Debug)]
pub(super) struct WordTexts<'v> {
    /// By [`WordId`](super::vocabulary::WordId).
    pub words: Vec<&'v str>,
    /// By [`GapId`](super::vocabulary::GapId).
    pub gaps: &'v [String],
}

/// One text of a document.
#[derive(Debug, Clone, Copy)]
pub(super) struct Passage<'p> {
    bytes: &'p [u8],
    words: &'p WordTexts<'p>,
}

impl<'p> Passage<'p> {
    /// Whether the text is empty.
    pub(super) fn is_empty(&self) -> bool {
        self.bytes.is_empty()
    }

    /// Passes the words to `writer`, the first one after `before`. Returns the text after
    /// the last word.
    pub(super) fn write_words(&self, mut before: &str, writer: &mut TextWriter<'_>) -> &'p str {
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
    fn write(&self, writer: &mut TextWriter<'_>) {
        let rest = self.write_words("", writer);
        writer.end(rest);
    }
}

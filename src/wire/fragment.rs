//! A fragment: what results show of one document, and its text.

use super::bits::{BitReader, BitWriter};
use super::lexicon::Usage;
use super::text::{TextReader, TextWriter};
use crate::text::fold;

/// What a document is, in the order of the numbers that stand for them.
pub const KINDS: [&str; 3] = ["case", "model", "page"];

/// A document as results show it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Fragment {
    /// Permalink.
    pub url: String,
    /// Title.
    pub title: String,
    /// Index of its language.
    pub language: u32,
    /// Index in [`KINDS`].
    pub kind: u32,
    /// Year in which the practice began.
    pub year: Option<u32>,
    /// Names of place, sector and model.
    pub labels: Vec<String>,
    /// Summary; may be empty.
    pub summary: String,
    /// The text by heading.
    pub sections: Vec<Section>,
}

/// The text under a heading.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Section {
    /// Anchor; empty before the first heading.
    pub anchor: String,
    /// Its words.
    pub heading: String,
    /// The text.
    pub text: String,
}

impl Fragment {
    /// Its texts in the order they are written.
    fn texts(&self) -> impl Iterator<Item = &str> {
        let sections = self.sections.iter().flat_map(|section| {
            let anchor = section.own_anchor().map(String::as_str);
            [section.heading.as_str(), &section.text]
                .into_iter()
                .chain(anchor)
        });
        [self.url.as_str(), &self.title]
            .into_iter()
            .chain(self.labels.iter().map(String::as_str))
            .chain([self.summary.as_str()])
            .chain(sections)
    }

    /// Counts what writing it takes.
    pub fn count<'t>(&'t self, mut texts: TextWriter<'_, 't>, usage: &mut Usage) {
        for text in self.texts() {
            texts.count(text, usage);
        }
    }

    /// Writes it.
    pub fn write<'t>(&'t self, mut texts: TextWriter<'_, 't>) -> BitWriter {
        let mut bits = BitWriter::default();
        bits.number(self.language);
        bits.bits(self.kind, 2);
        bits.number(self.year.unwrap_or_default());
        bits.number(self.labels.len() as u32);
        bits.number(self.sections.len() as u32);
        for section in &self.sections {
            bits.bits(u32::from(section.own_anchor().is_some()), 1);
        }
        for text in self.texts() {
            texts.write(text, &mut bits);
        }
        bits
    }

    /// Reads what [`Fragment::write`] wrote.
    pub fn read(units: &[u32], mut texts: TextReader<'_>) -> Self {
        let mut bits = BitReader::new(units);
        let language = bits.number();
        let kind = bits.bits(2).min(2);
        let year = Some(bits.number()).filter(|year| *year > 0);
        let labels = bits.number().min(64);
        let sections = bits.number().min(4096);
        let own_anchors: Vec<bool> = (0..sections).map(|_| bits.bits(1) == 1).collect();
        let mut text = || texts.read(&mut bits);
        Self {
            language,
            kind,
            year,
            url: text(),
            title: text(),
            labels: (0..labels).map(|_| text()).collect(),
            summary: text(),
            sections: own_anchors
                .into_iter()
                .map(|is_own| {
                    let (heading, body) = (text(), text());
                    let anchor = if is_own { text() } else { anchor(&heading) };
                    Section {
                        anchor,
                        heading,
                        text: body,
                    }
                })
                .collect(),
        }
    }
}

impl Section {
    /// The anchor, unless it follows from the heading.
    fn own_anchor(&self) -> Option<&String> {
        Some(&self.anchor).filter(|own| **own != anchor(&self.heading))
    }
}

/// The anchor that most headings have: their letters and digits, joined by dashes.
fn anchor(heading: &str) -> String {
    let folded = fold(heading);
    let words = folded.split(|character: char| !character.is_ascii_alphanumeric());
    let words: Vec<&str> = words.filter(|word| !word.is_empty()).collect();
    words.join("-")
}

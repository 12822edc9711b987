//! A fragment: what results show of one document, and its text.

use super::bits::{BitReader, BitWriter};
use super::lexicon::Usage;
use super::text::{Text, TextReader, TextWriter};
use crate::base::text::fold;

/// What a document is, in the order of the numbers that stand for them.
pub const KINDS: [&str; 3] = ["case", "model", "page"];

/// A document as results show it; the texts of its sections are read as strings.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Fragment<T = String> {
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
    pub sections: Vec<Section<T>>,
}

/// The text under a heading.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Section<T = String> {
    /// Anchor; empty before the first heading.
    pub anchor: String,
    /// Its words.
    pub heading: String,
    /// The text.
    pub text: T,
}

impl<T: Text> Fragment<T> {
    /// Calls `take` with each text in the order they are written.
    fn each_text(&self, own_anchors: &[Option<&str>], mut take: impl FnMut(&dyn Text)) {
        take(&self.url.as_str());
        take(&self.title.as_str());
        for label in &self.labels {
            take(&label.as_str());
        }
        take(&self.summary.as_str());
        for (section, own_anchor) in self.sections.iter().zip(own_anchors) {
            take(&section.heading.as_str());
            take(&section.text);
            if let Some(anchor) = own_anchor {
                take(anchor);
            }
        }
    }

    fn own_anchors(&self) -> Vec<Option<&str>> {
        self.sections.iter().map(Section::own_anchor).collect()
    }

    /// Counts what writing it takes.
    pub fn count(&self, mut texts: TextWriter<'_>, usage: &mut Usage) {
        self.each_text(&self.own_anchors(), |text| texts.count(text, usage));
    }

    /// Writes it.
    pub fn write(&self, mut texts: TextWriter<'_>) -> BitWriter {
        let mut bits = BitWriter::default();
        bits.number(self.language);
        bits.bits(self.kind, 2);
        bits.number(self.year.unwrap_or_default());
        bits.number(self.labels.len() as u32);
        bits.number(self.sections.len() as u32);
        let own_anchors = self.own_anchors();
        for own_anchor in &own_anchors {
            bits.bits(u32::from(own_anchor.is_some()), 1);
        }
        self.each_text(&own_anchors, |text| texts.write(text, &mut bits));
        bits
    }
}

impl Fragment {
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

impl<T> Section<T> {
    /// The anchor, unless it follows from the heading.
    fn own_anchor(&self) -> Option<&str> {
        Some(self.anchor.as_str()).filter(|own| *own != anchor(&self.heading))
    }
}

/// The anchor that most headings have: their letters and digits, joined by dashes.
fn anchor(heading: &str) -> String {
    let folded = fold(heading);
    let words = folded.split(|character: char| !character.is_ascii_alphanumeric());
    let words: Vec<&str> = words.filter(|word| !word.is_empty()).collect();
    words.join("-")
}

//! A fragment: the data that results show of one document, and its text.

use super::bits::{BitReader, BitWriter};
use super::lexicon::Usage;
use super::text::{Text, TextReader, TextWriter};
use crate::base::text::fold;

/// Kinds of documents, indexed by [`Fragment::kind`].
pub(crate) const KINDS: [&str; 3] = ["case", "model", "page"];

/// A document as shown in results. `T` is the type of section texts: `String` when read.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Fragment<T = String> {
    /// Permalink, relative to the site's root.
    pub url: String,
    /// Title in the document's language.
    pub title: String,
    /// Index in the site's languages.
    pub language: u32,
    /// Index in [`KINDS`].
    pub kind: u32,
    /// Year in which the practice began, if known.
    pub year: Option<u32>,
    /// Names of place, sector and model of the case.
    pub labels: Vec<String>,
    /// Summary; empty if there is none.
    pub summary: String,
    /// Sections of the text, in order.
    pub sections: Vec<Section<T>>,
}

/// The text under one heading.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Section<T = String> {
    /// Anchor of the heading; empty before the first heading.
    pub anchor: String,
    /// Text of the heading; empty before the first heading.
    pub heading: String,
    /// Text up to the next heading.
    pub text: T,
}

impl<T: Text> Fragment<T> {
    /// Calls `visit` with each text, in the order in which they are written.
    fn each_text(&self, own_anchors: &[Option<&str>], mut visit: impl FnMut(&dyn Text)) {
        visit(&self.url.as_str());
        visit(&self.title.as_str());
        for label in &self.labels {
            visit(&label.as_str());
        }
        visit(&self.summary.as_str());
        for (section, own_anchor) in self.sections.iter().zip(own_anchors) {
            visit(&section.heading.as_str());
            visit(&section.text);
            if let Some(anchor) = own_anchor {
                visit(anchor);
            }
        }
    }

    fn own_anchors(&self) -> Vec<Option<&str>> {
        self.sections.iter().map(Section::own_anchor).collect()
    }

    /// Adds the lexicon entries that writing the fragment would use to `usage`.
    pub(crate) fn count(&self, mut texts: TextWriter<'_>, usage: &mut Usage) {
        self.each_text(&self.own_anchors(), |text| texts.count(text, usage));
    }

    /// Encodes the fragment.
    pub(crate) fn write(&self, mut texts: TextWriter<'_>) -> BitWriter {
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
    /// Decodes a fragment from [`Fragment::write`].
    pub(crate) fn read(units: &[u32], mut texts: TextReader<'_>) -> Self {
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
    /// Returns the anchor, unless it can be derived from the heading.
    fn own_anchor(&self) -> Option<&str> {
        Some(self.anchor.as_str()).filter(|own| *own != anchor(&self.heading))
    }
}

/// Derives the usual anchor of a heading: its folded letters and digits, joined by dashes.
fn anchor(heading: &str) -> String {
    let folded = fold(heading);
    let words = folded.split(|character: char| !character.is_ascii_alphanumeric());
    let words: Vec<&str> = words.filter(|word| !word.is_empty()).collect();
    words.join("-")
}

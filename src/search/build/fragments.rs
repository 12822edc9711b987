//! Writes the fragments of all documents.

use rayon::prelude::*;

use super::prose::{Prose, WordTexts};
use super::shown::{self, ShownText};
use super::vocabulary::Vocabulary;
use super::{IndexError, Sink, put};
use crate::model::{Page, PageId, Site};
use crate::search::format::fragment::Fragment;
use crate::search::format::lexicon::{Lexicon, Usage};
use crate::search::format::root::{RANGE, fragment, version};
use crate::search::format::text::{TextEncoder, WordNumbers};

/// Approximate number of documents in the sample that codes are tuned with.
const SAMPLE: usize = 1024;

/// All texts of a site.
pub(super) struct Texts<'s> {
    /// The site, for titles, labels and headings.
    pub site: &'s Site,
    /// Its documents, in the order of their numbers.
    pub documents: &'s [PageId],
    /// Their texts, in the same order.
    pub bodies: &'s [Prose],
    /// Vocabulary of all documents.
    pub vocabulary: &'s Vocabulary,
    /// Texts of its words and gaps.
    pub letters: WordTexts<'s>,
}

/// The words of one language, by its index.
struct LanguageWords<'v>(&'v Vocabulary, usize);

impl WordNumbers for LanguageWords<'_> {
    fn number(&self, word: &str) -> Option<u32> {
        self.0.word(self.1, word)
    }
}

impl Texts<'_> {
    /// Counts the lexicon usage of a sample of documents. Whether a document is in the
    /// sample depends on its permalink alone.
    pub(super) fn usage(&self, lexicon: &Lexicon) -> Usage {
        let encoder = self.encoder(lexicon);
        let share = (self.documents.len() / SAMPLE).max(1).next_power_of_two() as u32;
        let is_in_sample =
            |number: &usize| version(&self.page(*number).permalink).is_multiple_of(share);
        let count = |mut usage: Usage, number: usize| {
            let words = self.words_of(number);
            let fragment = self.fragment(number);
            fragment.count(encoder.texts(&words), &mut usage);
            usage
        };
        let numbers = (0..self.documents.len()).into_par_iter();
        numbers
            .filter(is_in_sample)
            .fold(Usage::default, count)
            .reduce(Usage::default, Usage::merge)
    }

    /// Writes the fragment of each document, and returns the versions of their ranges.
    ///
    /// # Errors
    /// Returns the first error from `sink`.
    pub(super) fn write(
        &self,
        lexicon: &Lexicon,
        sink: &impl Sink,
    ) -> Result<Vec<u32>, IndexError> {
        let encoder = self.encoder(lexicon);
        let numbers: Vec<usize> = (0..self.documents.len()).collect();
        let write = |number: &usize| {
            let words = self.words_of(*number);
            let bits = self.fragment(*number).write(encoder.texts(&words));
            put(sink, &fragment(*number as u32), bits)
        };
        let ranges = numbers.par_chunks(RANGE).map(|range| {
            let texts: Vec<String> = range.iter().map(write).collect::<Result<_, _>>()?;
            Ok(version(&texts.concat()))
        });
        ranges.collect()
    }

    fn encoder<'l>(&self, lexicon: &'l Lexicon) -> TextEncoder<'l> {
        TextEncoder::new(lexicon, &self.letters.words)
    }

    fn page(&self, number: usize) -> &Page {
        &self.site.pages[self.documents[number]]
    }

    fn words_of(&self, number: usize) -> LanguageWords<'_> {
        let language = &self.page(number).language;
        let mut languages = self.site.config.languages.iter();
        let language = languages.position(|code| code == language);
        LanguageWords(self.vocabulary, language.unwrap_or_default())
    }

    fn fragment(&self, number: usize) -> Fragment<ShownText<'_>> {
        let prose = &self.bodies[number];
        shown::fragment(self.site, self.page(number), prose, &self.letters)
    }
}

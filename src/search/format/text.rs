//! Compressed texts: lexicon entries, and back-references to earlier words.

use std::collections::hash_map::Entry as MapEntry;

use foldhash::{HashMap, HashMapExt};

use super::bits::{BitReader, BitWriter};
use super::lexicon::{BACK_REFERENCE, END, LITERAL, Lexicon, Usage};
use super::steps::{Entries, LITERAL_BITS, Speller, Step};
use super::word_encoding::{Repeatable, WordEncoding, is_long, is_repeatable};

/// Initial capacity for distinct words, enough for most documents.
const INITIAL_WORDS: usize = 256;

/// A text that a [`TextWriter`] can encode.
pub(crate) trait Text {
    /// Passes the words and the end of the text to `writer`.
    fn write(&self, writer: &mut TextWriter<'_>);
}

impl Text for &str {
    fn write(&self, writer: &mut TextWriter<'_>) {
        let mut rest = *self;
        while let Some((gap, word, after)) = next_word(rest) {
            writer.word(gap, word, writer.numbers.number(word));
            rest = after;
        }
        writer.end(rest);
    }
}

/// Splits off the next run of repeatable characters, with the text before and after it.
fn next_word(text: &str) -> Option<(&str, &str, &str)> {
    let (gap, from) = text.split_at(text.find(is_repeatable)?);
    let end = from.find(|character| !is_repeatable(character));
    let (word, after) = from.split_at(end.unwrap_or(from.len()));
    Some((gap, word, after))
}

/// Assigns numbers to words, so that encoding data is computed once per word.
pub(crate) trait WordNumbers {
    /// Returns the number of a word, if it has one.
    fn number(&self, word: &str) -> Option<u32>;
}

/// Encodes texts with a lexicon.
pub(crate) struct TextEncoder<'l> {
    lexicon: &'l Lexicon,
    entries: Entries<'l>,
    /// By word number.
    words: Vec<WordEncoding>,
}

impl<'l> TextEncoder<'l> {
    /// Creates an encoder; `words` are the numbered words, in the order of their numbers.
    pub(crate) fn new(lexicon: &'l Lexicon, words: &[&str]) -> Self {
        let entries = Entries::of(lexicon);
        Self {
            lexicon,
            words: WordEncoding::all(words, &entries),
            entries,
        }
    }

    /// Starts a sequence of texts, each of which may refer back to words of those before
    /// it.
    pub(crate) fn texts<'e>(&'e self, numbers: &'e dyn WordNumbers) -> TextWriter<'e> {
        TextWriter {
            encoder: self,
            numbers,
            seen: HashMap::with_capacity(INITIAL_WORDS),
            seen_unnumbered: HashMap::default(),
            pending: String::new(),
            spaced: String::new(),
            steps: Vec::new(),
            speller: Speller::default(),
        }
    }
}

/// Encodes a sequence of texts.
pub(crate) struct TextWriter<'e> {
    encoder: &'e TextEncoder<'e>,
    numbers: &'e dyn WordNumbers,
    /// By word number: the index of the word among the distinct words so far.
    seen: HashMap<u32, u32>,
    /// The same for words without a number.
    seen_unnumbered: HashMap<String, u32>,
    /// Trailing part of the current text that no single step encodes; it is yet to be
    /// spelled.
    pending: String,
    /// Buffer for a word and the space before it.
    spaced: String,
    /// Steps of the current text so far.
    steps: Vec<Step>,
    speller: Speller,
}

impl TextWriter<'_> {
    /// Encodes `text` and its end.
    pub(crate) fn write(&mut self, text: &(impl Text + ?Sized), bits: &mut BitWriter) {
        let lexicon = self.encoder.lexicon;
        let entries = &self.encoder.entries;
        let mut context = lexicon.start_context();
        text.write(self);
        for step in self.steps.drain(..) {
            context = lexicon.write_entry(entries.number(step), context, bits);
            match step {
                Step::Text(_) | Step::End => {}
                Step::BackReference(number, count) => bits.bits(number, index_width(count)),
                Step::Literal(character) => bits.bits(u32::from(character), LITERAL_BITS),
            }
        }
    }

    /// Adds the lexicon entries that encoding `text` would use to `usage`.
    pub(crate) fn count(&mut self, text: &(impl Text + ?Sized), usage: &mut Usage) {
        let entries = &self.encoder.entries;
        let mut last = entries.number(Step::End);
        text.write(self);
        for step in self.steps.drain(..) {
            let number = entries.number(step);
            *usage.entries.entry(number).or_default() += 1;
            let class = self.encoder.lexicon.class(number);
            *usage.pairs.entry((last, class)).or_default() += 1;
            last = number;
        }
    }

    /// Adds the next word of the current text, given the text between it and the word
    /// before, and its number if it has one.
    pub(crate) fn word(&mut self, gap: &str, word: &str, number: Option<u32>) {
        let computed;
        let encoding = match number {
            Some(number) => &self.encoder.words[number as usize],
            None => {
                computed = WordEncoding::of(word, &self.encoder.entries, &mut self.spaced);
                &computed
            }
        };
        let count = self.seen_count();
        let index = self.record(word, number, encoding, count);
        let step = self.single_step(encoding, index, count);
        let steps = step
            .as_ref()
            .map_or(&*encoding.spelling, std::slice::from_ref);
        match gap.strip_suffix(' ') {
            Some(before) if !steps.is_empty() => {
                self.pending.push_str(before);
                self.spell();
                self.steps.extend_from_slice(steps);
            }
            _ => {
                self.pending.push_str(gap);
                self.pending.push_str(word);
            }
        }
    }

    /// Returns the cheapest step that encodes a word together with the space before it, if
    /// there is one. `index` is the word's index among `count` earlier words.
    fn single_step(&self, encoding: &WordEncoding, index: Option<u32>, count: u32) -> Option<Step> {
        let own = encoding.entry.map(|own| (own.cost, Step::Text(own.number)));
        let back_reference = index.map(|index| {
            let cost = self.encoder.entries.back_reference.cost + index_width(count);
            (cost, Step::BackReference(index, count))
        });
        let ways = own.into_iter().chain(back_reference);
        ways.min_by_key(|(cost, _)| *cost).map(|(_, step)| step)
    }

    fn seen_count(&self) -> u32 {
        (self.seen.len() + self.seen_unnumbered.len()) as u32
    }

    /// Records a word that comes after `count` others. Returns the index of its first
    /// occurrence if that can be referred back to.
    fn record(
        &mut self,
        word: &str,
        number: Option<u32>,
        encoding: &WordEncoding,
        count: u32,
    ) -> Option<u32> {
        match encoding.repeatable {
            Repeatable::Never => None,
            Repeatable::Whole => self.find_or_record(word, number, count),
            Repeatable::InParts => {
                let parts = word.split(|character: char| !is_repeatable(character));
                for part in parts.filter(|part| is_long(part)) {
                    self.find_or_record(part, self.numbers.number(part), self.seen_count());
                }
                None
            }
        }
    }

    /// Returns the index of an earlier occurrence; if there is none, records the word at
    /// `count`.
    fn find_or_record(&mut self, word: &str, number: Option<u32>, count: u32) -> Option<u32> {
        let Some(number) = number else {
            let index = self.seen_unnumbered.get(word).copied();
            if index.is_none() {
                self.seen_unnumbered.insert(word.to_owned(), count);
            }
            return index;
        };
        match self.seen.entry(number) {
            MapEntry::Occupied(index) => Some(*index.get()),
            MapEntry::Vacant(slot) => {
                slot.insert(count);
                None
            }
        }
    }

    /// Adds text between two words, in addition to the gap passed with the next word.
    pub(crate) fn between(&mut self, text: &str) {
        self.pending.push_str(text);
    }

    /// Ends the current text; `rest` is the text after its last word.
    pub(crate) fn end(&mut self, rest: &str) {
        self.pending.push_str(rest);
        self.spell();
        self.steps.push(Step::End);
    }

    fn spell(&mut self) {
        if !self.pending.is_empty() {
            let entries = &self.encoder.entries;
            self.speller.spell(&self.pending, entries, &mut self.steps);
            self.pending.clear();
        }
    }
}
/// Decodes texts from a [`TextWriter`], in the same order.
pub(crate) struct TextReader<'l> {
    lexicon: &'l Lexicon,
    seen: Vec<String>,
}

impl<'l> TextReader<'l> {
    /// Creates a reader; `lexicon` must be the one that the texts were encoded with.
    pub(crate) fn new(lexicon: &'l Lexicon) -> Self {
        Self {
            lexicon,
            seen: Vec::new(),
        }
    }

    /// Decodes the next text.
    pub(crate) fn read(&mut self, bits: &mut BitReader<'_>) -> String {
        let mut text = String::new();
        // Start of the words that are not recorded yet.
        let mut fresh = 0;
        let mut context = self.lexicon.start_context();
        while !bits.is_at_end() {
            let (number, next) = self.lexicon.read_entry(context, bits);
            context = next;
            match self.lexicon.texts.get(number).map_or(END, String::as_str) {
                END => break,
                BACK_REFERENCE => {
                    self.record_words(&text[fresh..]);
                    fresh = text.len();
                    let number = bits.bits(index_width(self.seen.len() as u32)) as usize;
                    let word = self.seen.get(number).map_or("", String::as_str);
                    text.push(' ');
                    text.push_str(word);
                }
                LITERAL => {
                    let character = char::from_u32(bits.bits(LITERAL_BITS));
                    text.push(character.unwrap_or(char::REPLACEMENT_CHARACTER));
                }
                piece => text.push_str(piece),
            }
        }
        self.record_words(&text[fresh..]);
        text
    }

    fn record_words(&mut self, text: &str) {
        for word in text.split(|character: char| !is_repeatable(character)) {
            if is_long(word) && !self.seen.iter().any(|seen| seen == word) {
                self.seen.push(word.to_owned());
            }
        }
    }
}

/// Returns the bits of an index below `count`.
fn index_width(count: u32) -> u32 {
    u32::BITS - count.saturating_sub(1).leading_zeros()
}

#[cfg(test)]
mod tests {
    use super::{Text, TextEncoder, TextReader, TextWriter, WordNumbers};
    use crate::search::format::bits::{BitReader, BitWriter, units};
    use crate::search::format::lexicon::{Lexicon, Usage};

    /// Words with numbers, one of them split by a combining mark.
    const NUMBERED_WORDS: [&str; 3] = ["reforestación", "Distrital", "ɨʉ̈reforestaciónx"];

    struct SomeNumbers;

    impl WordNumbers for SomeNumbers {
        fn number(&self, word: &str) -> Option<u32> {
            let index = NUMBERED_WORDS.iter().position(|other| *other == word);
            index.map(|index| index as u32)
        }
    }

    struct NoWordNumbers;

    impl WordNumbers for NoWordNumbers {
        fn number(&self, _: &str) -> Option<u32> {
            None
        }
    }

    struct NumberedText;

    impl Text for NumberedText {
        fn write(&self, writer: &mut TextWriter<'_>) {
            for (word, number) in NUMBERED_WORDS.iter().zip(0..) {
                writer.word(" ", word, Some(number));
            }
            writer.end(".");
        }
    }

    #[test]
    fn texts_round_trip() {
        let texts = [
            "La Municipalidad Distrital de Ñahuimpuquio, en 2014.",
            "",
            "La Municipalidad Distrital de Ñahuimpuquio: </script> \u{2028} 🐟 ɨʉ̈ \u{202e}\u{0}\u{1}",
            "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
            " reforestación reforestación, la reforestaciónx Reforestación",
        ];
        let words = [(" Distrital".to_owned(), 20), (" de".to_owned(), 900)];
        let lexicon = Lexicon::of(&words.into_iter().collect(), 3);
        let mut usage = Usage::default();
        TextEncoder::new(&lexicon, &[])
            .texts(&NoWordNumbers)
            .count(&texts[0], &mut usage);
        let lexicon = lexicon.tuned(&usage);
        let encoder = TextEncoder::new(&lexicon, &NUMBERED_WORDS);
        let mut bits = BitWriter::default();
        lexicon.write(&mut bits);
        let mut writer = encoder.texts(&SomeNumbers);
        for text in texts {
            writer.write(&text, &mut bits);
        }
        writer.write(&NumberedText, &mut bits);
        writer.write(&texts[4], &mut bits);
        let units = units(&bits.into_text());
        let mut bits = BitReader::new(&units);
        let lexicon = Lexicon::read(&mut bits);
        let mut reader = TextReader::new(&lexicon);
        let numbered = format!(" {}.", NUMBERED_WORDS.join(" "));
        for text in texts.into_iter().chain([numbered.as_str(), texts[4]]) {
            assert_eq!(reader.read(&mut bits), text);
        }
    }
}

//! Texts in few bits: words and pieces of a [`Lexicon`], and words said before.

use std::collections::hash_map::Entry as Place;

use foldhash::{HashMap, HashMapExt};

use super::bits::{BitReader, BitWriter};
use super::lexicon::{AGAIN, END, Lexicon, OTHER, Usage};
use super::steps::{CHARACTER, Entries, Speller, Step};
use super::word_encoding::{Known, Said, is_long, is_repeatable};

/// Different words that most documents have room with.
const WORDS: usize = 256;

/// A text that can be written.
pub trait Text {
    /// Hands over its words and its end.
    fn tell(&self, writer: &mut TextWriter<'_>);
}

impl Text for &str {
    fn tell(&self, writer: &mut TextWriter<'_>) {
        let mut rest = *self;
        while let Some((gap, word, after)) = next_word(rest) {
            writer.word(gap, word, writer.numbers.number(word));
            rest = after;
        }
        writer.end(rest);
    }
}

/// The next run of such characters, with what is before and after it.
fn next_word(text: &str) -> Option<(&str, &str, &str)> {
    let (gap, from) = text.split_at(text.find(is_repeatable)?);
    let end = from.find(|character| !is_repeatable(character));
    let (word, after) = from.split_at(end.unwrap_or(from.len()));
    Some((gap, word, after))
}

/// Words by number: what is to know of one is found out once.
pub trait Numbers {
    /// The number of a word, if it has one.
    fn number(&self, word: &str) -> Option<u32>;
}

/// Writes texts with a lexicon.
pub struct TextEncoder<'l> {
    lexicon: &'l Lexicon,
    entries: Entries<'l>,
    /// By number of a word.
    words: Vec<Known>,
}

impl<'l> TextEncoder<'l> {
    /// Writes with `lexicon`; `words` are those with numbers, in the order of these.
    pub fn new(lexicon: &'l Lexicon, words: &[&str]) -> Self {
        let entries = Entries::of(lexicon);
        Self {
            lexicon,
            words: Known::all(words, &entries),
            entries,
        }
    }

    /// Texts that may each repeat words of those before, whose words have `numbers`.
    pub fn texts<'e>(&'e self, numbers: &'e dyn Numbers) -> TextWriter<'e> {
        TextWriter {
            encoder: self,
            numbers,
            said: HashMap::with_capacity(WORDS),
            said_else: HashMap::default(),
            pending: String::new(),
            spaced: String::new(),
            steps: Vec::new(),
            speller: Speller::default(),
        }
    }
}

/// Writes texts one after another.
pub struct TextWriter<'e> {
    encoder: &'e TextEncoder<'e>,
    numbers: &'e dyn Numbers,
    /// By number of a word: how many were said before it.
    said: HashMap<u32, u32>,
    /// The same of words without numbers.
    said_else: HashMap<String, u32>,
    /// The end of the text at hand, as far as it cannot be told whole.
    pending: String,
    /// A word and the space before it.
    spaced: String,
    /// The steps of the text at hand.
    steps: Vec<Step>,
    speller: Speller,
}

impl TextWriter<'_> {
    /// Writes `text` and its end.
    pub fn write(&mut self, text: &(impl Text + ?Sized), bits: &mut BitWriter) {
        let lexicon = self.encoder.lexicon;
        let entries = &self.encoder.entries;
        let mut context = lexicon.start();
        text.tell(self);
        for step in self.steps.drain(..) {
            context = lexicon.put(entries.number(step), context, bits);
            match step {
                Step::Text(_) | Step::End => {}
                Step::Again(number, count) => bits.bits(number, width(count)),
                Step::Other(character) => bits.bits(u32::from(character), CHARACTER),
            }
        }
    }

    /// Counts what writing `text` takes.
    pub fn count(&mut self, text: &(impl Text + ?Sized), usage: &mut Usage) {
        let entries = &self.encoder.entries;
        let mut last = entries.number(Step::End);
        text.tell(self);
        for step in self.steps.drain(..) {
            let number = entries.number(step);
            *usage.entries.entry(number).or_default() += 1;
            let class = self.encoder.lexicon.class(number);
            *usage.pairs.entry((last, class)).or_default() += 1;
            last = number;
        }
    }

    /// Takes the next word of the text at hand, with what stands before it, and its number
    /// if it has one.
    pub fn word(&mut self, gap: &str, word: &str, number: Option<u32>) {
        let unknown;
        let known = match number {
            Some(number) => &self.encoder.words[number as usize],
            None => {
                unknown = Known::of(word, &self.encoder.entries, &mut self.spaced);
                &unknown
            }
        };
        let count = self.said_count();
        let said = self.say(word, number, known, count);
        let whole = self.whole(known, said, count);
        let steps = whole.as_ref().map_or(&*known.spelled, std::slice::from_ref);
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

    /// The cheapest way to tell a word and the space before it at once, if there is one:
    /// `said` tells how many of `count` words were said before it.
    fn whole(&self, known: &Known, said: Option<u32>, count: u32) -> Option<Step> {
        let own = known.whole.map(|own| (own.cost, Step::Text(own.number)));
        let again = said.map(|said| {
            let cost = self.encoder.entries.again.cost + width(count);
            (cost, Step::Again(said, count))
        });
        let ways = own.into_iter().chain(again);
        ways.min_by_key(|(cost, _)| *cost).map(|(_, step)| step)
    }

    fn said_count(&self) -> u32 {
        (self.said.len() + self.said_else.len()) as u32
    }

    /// Remembers a word as the one after `count` others; gives how many there were before
    /// it if it can be pointed back to.
    fn say(&mut self, word: &str, number: Option<u32>, known: &Known, count: u32) -> Option<u32> {
        match known.said {
            Said::Never => None,
            Said::Whole => self.remember(word, number, count),
            Said::InParts => {
                let parts = word.split(|character: char| !is_repeatable(character));
                for part in parts.filter(|part| is_long(part)) {
                    self.remember(part, self.numbers.number(part), self.said_count());
                }
                None
            }
        }
    }

    /// The place of a word that was said before; else it is now at `count`.
    fn remember(&mut self, word: &str, number: Option<u32>, count: u32) -> Option<u32> {
        let Some(number) = number else {
            let said = self.said_else.get(word).copied();
            if said.is_none() {
                self.said_else.insert(word.to_owned(), count);
            }
            return said;
        };
        match self.said.entry(number) {
            Place::Occupied(said) => Some(*said.get()),
            Place::Vacant(place) => {
                place.insert(count);
                None
            }
        }
    }

    /// Takes what stands between two words, besides what the next one tells.
    pub fn between(&mut self, text: &str) {
        self.pending.push_str(text);
    }

    /// Takes what stands after the last word of the text at hand.
    pub fn end(&mut self, rest: &str) {
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
/// Reads what a [`TextWriter`] wrote.
pub struct TextReader<'l> {
    lexicon: &'l Lexicon,
    said: Vec<String>,
}

impl<'l> TextReader<'l> {
    /// Reads with `lexicon`.
    pub fn new(lexicon: &'l Lexicon) -> Self {
        Self {
            lexicon,
            said: Vec::new(),
        }
    }

    /// The next text.
    pub fn read(&mut self, bits: &mut BitReader<'_>) -> String {
        let mut text = String::new();
        // Where the words begin that were not yet remembered.
        let mut fresh = 0;
        let mut context = self.lexicon.start();
        while !bits.is_at_end() {
            let (number, next) = self.lexicon.take(context, bits);
            context = next;
            match self.lexicon.texts.get(number).map_or(END, String::as_str) {
                END => break,
                AGAIN => {
                    self.remember(&text[fresh..]);
                    fresh = text.len();
                    let number = bits.bits(width(self.said.len() as u32)) as usize;
                    let word = self.said.get(number).map_or("", String::as_str);
                    text.push(' ');
                    text.push_str(word);
                }
                OTHER => {
                    let character = char::from_u32(bits.bits(CHARACTER));
                    text.push(character.unwrap_or(char::REPLACEMENT_CHARACTER));
                }
                piece => text.push_str(piece),
            }
        }
        self.remember(&text[fresh..]);
        text
    }

    fn remember(&mut self, text: &str) {
        for word in text.split(|character: char| !is_repeatable(character)) {
            if is_long(word) && !self.said.iter().any(|said| said == word) {
                self.said.push(word.to_owned());
            }
        }
    }
}

/// Bits that tell one of `count` things.
fn width(count: u32) -> u32 {
    u32::BITS - count.saturating_sub(1).leading_zeros()
}

#[cfg(test)]
mod tests {
    use super::{Numbers, Text, TextEncoder, TextReader, TextWriter};
    use crate::search::format::bits::{BitReader, BitWriter, units};
    use crate::search::format::lexicon::{Lexicon, Usage};

    /// Words with numbers, one of them parted by a mark.
    const SOME: [&str; 3] = ["reforestación", "Distrital", "ɨʉ̈reforestaciónx"];

    struct Some;

    impl Numbers for Some {
        fn number(&self, word: &str) -> Option<u32> {
            let place = SOME.iter().position(|other| *other == word);
            place.map(|place| place as u32)
        }
    }

    struct NoNumbers;

    impl Numbers for NoNumbers {
        fn number(&self, _: &str) -> Option<u32> {
            None
        }
    }

    struct Numbered;

    impl Text for Numbered {
        fn tell(&self, writer: &mut TextWriter<'_>) {
            for (word, number) in SOME.iter().zip(0..) {
                writer.word(" ", word, Option::Some(number));
            }
            writer.end(".");
        }
    }

    #[test]
    fn texts_come_back_as_they_were() {
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
            .texts(&NoNumbers)
            .count(&texts[0], &mut usage);
        let lexicon = lexicon.tuned(&usage);
        let encoder = TextEncoder::new(&lexicon, &SOME);
        let mut bits = BitWriter::default();
        lexicon.write(&mut bits);
        let mut writer = encoder.texts(&Some);
        for text in texts {
            writer.write(&text, &mut bits);
        }
        writer.write(&Numbered, &mut bits);
        writer.write(&texts[4], &mut bits);
        let units = units(&bits.into_text());
        let mut bits = BitReader::new(&units);
        let lexicon = Lexicon::read(&mut bits);
        let mut reader = TextReader::new(&lexicon);
        let numbered = format!(" {}.", SOME.join(" "));
        for text in texts.into_iter().chain([numbered.as_str(), texts[4]]) {
            assert_eq!(reader.read(&mut bits), text);
        }
    }
}

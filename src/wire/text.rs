//! Texts in few bits: words and pieces of a [`Lexicon`], and words said before.

use std::ops::Range;

use foldhash::{HashMap, HashMapExt};

use super::bits::{BitReader, BitWriter};
use super::lexicon::{AGAIN, END, Lexicon, OTHER, Usage};
use super::pieces::PIECES;

/// Shortest word that is worth pointing back to, in characters.
const SHORTEST: usize = 5;
/// Bits of a character that no piece has, less the code that announces it.
const CHARACTER: u32 = 21;

/// Writes texts with a lexicon.
pub struct TextEncoder<'l> {
    lexicon: &'l Lexicon,
    /// By piece, its number in the lexicon and the bits it takes, if the site needs it.
    pieces: Vec<Option<(usize, u32)>>,
    /// By word with its space, its number in the lexicon and the bits it takes.
    words: HashMap<&'l str, (usize, u32)>,
    end: usize,
    again: (usize, u32),
    other: usize,
    /// Bits of a character that no piece has.
    unknown: u32,
}

impl<'l> TextEncoder<'l> {
    /// Writes with `lexicon`.
    pub fn new(lexicon: &'l Lexicon) -> Self {
        let texts = lexicon.texts.iter().enumerate();
        let words: HashMap<&str, (usize, u32)> = texts
            .map(|(number, text)| (text.as_str(), (number, lexicon.length(number))))
            .collect();
        Self {
            lexicon,
            pieces: PIECES
                .texts
                .iter()
                .map(|text| words.get(text).copied())
                .collect(),
            unknown: words[OTHER].1 + CHARACTER,
            end: words[END].0,
            again: words[AGAIN],
            other: words[OTHER].0,
            words,
        }
    }

    fn entry(&self, step: Step) -> usize {
        match step {
            Step::Text(number) => number,
            Step::Again(..) => self.again.0,
            Step::Other(_) => self.other,
        }
    }

    /// Texts that may each repeat words of those before.
    pub fn texts<'t>(&self) -> TextWriter<'_, 't> {
        TextWriter {
            encoder: self,
            said: HashMap::new(),
            steps: Vec::new(),
            path: Path::default(),
        }
    }
}

/// Writes texts one after another.
pub struct TextWriter<'e, 't> {
    encoder: &'e TextEncoder<'e>,
    /// Words of [`SHORTEST`] letters and more, numbered as they were first said.
    said: HashMap<&'t str, usize>,
    /// The steps of the text at hand.
    steps: Vec<Step>,
    path: Path,
}

#[derive(Debug, Clone, Copy)]
enum Step {
    /// A word or piece of the lexicon.
    Text(usize),
    /// A word said before, out of so many.
    Again(usize, usize),
    Other(char),
}

impl<'t> TextWriter<'_, 't> {
    /// Writes `text` and its end.
    pub fn write(&mut self, text: &'t str, bits: &mut BitWriter) {
        let lexicon = self.encoder.lexicon;
        let mut context = lexicon.start();
        self.find_steps(text);
        for step in self.steps.drain(..) {
            context = lexicon.put(self.encoder.entry(step), context, bits);
            match step {
                Step::Text(_) => {}
                Step::Again(number, count) => bits.bits(number as u32, width(count)),
                Step::Other(character) => bits.bits(u32::from(character), CHARACTER),
            }
        }
        lexicon.put(self.encoder.end, context, bits);
    }

    /// Counts what writing `text` takes.
    pub fn count(&mut self, text: &'t str, usage: &mut Usage) {
        let mut last = None;
        self.find_steps(text);
        let steps = self.steps.drain(..);
        let entries = steps.map(|step| self.encoder.entry(step));
        for number in entries.chain([self.encoder.end]) {
            *usage.entries.entry(number).or_default() += 1;
            let class = self.encoder.lexicon.class(number);
            *usage
                .pairs
                .entry((last.unwrap_or(self.encoder.end), class))
                .or_default() += 1;
            last = Some(number);
        }
    }

    /// Finds the steps that write `text` in few bits: words whole where they can be, the
    /// rest spelled.
    fn find_steps(&mut self, text: &'t str) {
        let mut spelled = 0;
        for word in words(text) {
            let is_spaced = text[..word.start].ends_with(' ');
            if let Some(step) = is_spaced.then(|| self.whole(text, &word)).flatten() {
                self.spell(&text[spelled..word.start - 1]);
                self.steps.push(step);
                spelled = word.end;
            }
            self.say(&text[word]);
        }
        self.spell(&text[spelled..]);
    }

    /// The cheapest way to tell a word and the space before it at once, if there is one.
    fn whole(&self, text: &str, word: &Range<usize>) -> Option<Step> {
        let own = self.encoder.words.get(&text[word.start - 1..word.end]);
        let own = own.map(|(number, cost)| (*cost, Step::Text(*number)));
        let said = self.said.get(&text[word.clone()]);
        let said = said.map(|number| {
            let count = self.said.len();
            let cost = self.encoder.again.1 + width(count);
            (cost, Step::Again(*number, count))
        });
        let ways = own.into_iter().chain(said);
        ways.min_by_key(|(cost, _)| *cost).map(|(_, step)| step)
    }

    fn say(&mut self, word: &'t str) {
        if word.len() >= SHORTEST && word.chars().nth(SHORTEST - 1).is_some() {
            let number = self.said.len();
            self.said.entry(word).or_insert(number);
        }
    }

    /// Spells a part of a text in the fewest bits: a shortest path over its characters
    /// (R. Bellman, "On a routing problem", 1958).
    fn spell(&mut self, part: &str) {
        if part.is_empty() {
            return;
        }
        self.path.begin(part);
        for from in 0..self.path.characters.len() {
            for (length, piece) in PIECES.along(&self.path.characters[from..]) {
                if let Some((number, cost)) = self.encoder.pieces[piece] {
                    self.path.best.offer(from, length, cost, Step::Text(number));
                }
            }
            let other = Step::Other(self.path.characters[from]);
            self.path.best.offer(from, 1, self.encoder.unknown, other);
        }
        self.path.best.take_steps(&mut self.steps);
    }
}

/// Where the words of `text` are: runs of letters and digits.
fn words(text: &str) -> impl Iterator<Item = Range<usize>> {
    let is_word = |character: char| character.is_alphanumeric();
    let mut next = 0;
    std::iter::from_fn(move || {
        let start = next + text[next..].find(is_word)?;
        let length = text[start..].find(|character| !is_word(character));
        next = length.map_or(text.len(), |length| start + length);
        Some(start..next)
    })
}

/// The ways through a part of a text.
#[derive(Default)]
struct Path {
    characters: Vec<char>,
    best: Best,
}

impl Path {
    fn begin(&mut self, part: &str) {
        self.characters.clear();
        self.characters.extend(part.chars());
        self.best.begin(self.characters.len());
    }
}

/// By character: the cheapest way there, as its cost, its last step, and that one's
/// length.
#[derive(Default)]
struct Best(Vec<(u32, usize, Step)>);

impl Best {
    fn begin(&mut self, count: usize) {
        self.0.clear();
        self.0.resize(count + 1, (u32::MAX, 0, Step::Other(' ')));
        self.0[0].0 = 0;
    }

    fn offer(&mut self, from: usize, length: usize, cost: u32, step: Step) {
        let cost = self.0[from].0 + cost;
        let best = &mut self.0[from + length];
        if cost < best.0 {
            *best = (cost, length, step);
        }
    }

    /// Adds the steps of the cheapest way to the end.
    fn take_steps(&self, steps: &mut Vec<Step>) {
        let before = steps.len();
        let mut at = self.0.len() - 1;
        while at > 0 {
            let (_, length, step) = self.0[at];
            steps.push(step);
            at -= length;
        }
        steps[before..].reverse();
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
                    let number = bits.bits(width(self.said.len())) as usize;
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
        for word in text.split(|character: char| !character.is_alphanumeric()) {
            if word.chars().count() >= SHORTEST && !self.said.iter().any(|said| said == word) {
                self.said.push(word.to_owned());
            }
        }
    }
}

/// Bits that tell one of `count` things.
fn width(count: usize) -> u32 {
    usize::BITS - count.saturating_sub(1).leading_zeros()
}

#[cfg(test)]
mod tests {
    use super::{TextEncoder, TextReader};
    use crate::wire::bits::{BitReader, BitWriter, units};
    use crate::wire::lexicon::{Lexicon, Usage};

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
        TextEncoder::new(&lexicon)
            .texts()
            .count(texts[0], &mut usage);
        let lexicon = lexicon.tuned(&usage);
        let encoder = TextEncoder::new(&lexicon);
        let mut bits = BitWriter::default();
        lexicon.write(&mut bits);
        let mut writer = encoder.texts();
        for text in texts {
            writer.write(text, &mut bits);
        }
        let units = units(&bits.into_text());
        let mut bits = BitReader::new(&units);
        let lexicon = Lexicon::read(&mut bits);
        let mut reader = TextReader::new(&lexicon);
        for text in texts {
            assert_eq!(reader.read(&mut bits), text);
        }
    }
}

//! Texts in few bits: words and pieces of a [`Lexicon`], and words said before.

use std::collections::HashMap;

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
    /// By word with its space, its number in the lexicon.
    words: HashMap<&'l str, usize>,
    end: usize,
    again: usize,
    other: usize,
    /// Bits of a character that no piece has.
    unknown: u32,
}

impl<'l> TextEncoder<'l> {
    /// Writes with `lexicon`.
    pub fn new(lexicon: &'l Lexicon) -> Self {
        let texts = lexicon.texts.iter().enumerate();
        let words: HashMap<&str, usize> = texts
            .map(|(number, text)| (text.as_str(), number))
            .collect();
        Self {
            lexicon,
            pieces: PIECES
                .texts
                .iter()
                .map(|text| {
                    words
                        .get(text)
                        .map(|number| (*number, lexicon.length(*number)))
                })
                .collect(),
            unknown: lexicon.length(words[OTHER]) + CHARACTER,
            end: words[END],
            again: words[AGAIN],
            other: words[OTHER],
            words,
        }
    }

    fn entry(&self, step: Step) -> usize {
        match step {
            Step::Text(number) => number,
            Step::Again(..) => self.again,
            Step::Other(_) => self.other,
        }
    }

    /// Texts that may each repeat words of those before.
    pub fn texts(&self) -> TextWriter<'_> {
        TextWriter {
            encoder: self,
            said: Said::default(),
        }
    }
}

/// Writes texts one after another.
pub struct TextWriter<'e> {
    encoder: &'e TextEncoder<'e>,
    said: Said,
}

#[derive(Debug, Clone, Copy)]
enum Step {
    /// A word or piece of the lexicon.
    Text(usize),
    /// A word said before, out of so many.
    Again(usize, usize),
    Other(char),
}

impl TextWriter<'_> {
    /// Writes `text` and its end.
    pub fn write(&mut self, text: &str, bits: &mut BitWriter) {
        let lexicon = self.encoder.lexicon;
        let mut context = lexicon.start();
        for step in self.cheapest(text) {
            context = lexicon.put(self.encoder.entry(step), context, bits);
            match step {
                Step::Text(_) => {}
                Step::Again(number, count) => bits.bits(number as u32, width(count)),
                Step::Other(character) => bits.bits(u32::from(character), CHARACTER),
            }
        }
        lexicon.put(self.encoder.end, context, bits);
        self.said.end();
    }

    /// Counts what writing `text` takes.
    pub fn count(&mut self, text: &str, usage: &mut Usage) {
        let mut last = None;
        let steps = self.cheapest(text);
        self.said.end();
        let entries = steps.into_iter().map(|step| self.encoder.entry(step));
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

    /// The steps that write `text` in the fewest bits, or nearly: a shortest path over its
    /// characters (R. Bellman, "On a routing problem", 1958), but for words that can be
    /// told whole. These are not spelled, which is four times as quick.
    fn cheapest(&mut self, text: &str) -> Vec<Step> {
        let characters: Vec<char> = text.chars().collect();
        let mut path = Path::new(characters.len());
        let mut from_byte = 0;
        let mut whole_until = 0;
        for (from, character) in characters.iter().enumerate() {
            if *character == ' ' {
                whole_until = self.add_word(text, from_byte, from, &mut path);
            }
            if from >= whole_until || *character == ' ' {
                self.add_pieces(&characters, from, &mut path);
            }
            self.said.push(*character);
            from_byte += character.len_utf8();
        }
        path.steps()
    }

    /// Offers every piece that begins at `from`.
    fn add_pieces(&self, characters: &[char], from: usize, path: &mut Path) {
        for (length, piece) in PIECES.along(&characters[from..]) {
            if let Some((number, cost)) = self.encoder.pieces[piece] {
                path.offer(from, from + length, cost, Step::Text(number));
            }
        }
        let other = Step::Other(characters[from]);
        path.offer(from, from + 1, self.encoder.unknown, other);
    }

    /// Offers the word after the space at `from`, whole; gives where it ends if it can be.
    fn add_word(&mut self, text: &str, from_byte: usize, from: usize, path: &mut Path) -> usize {
        self.said.end();
        let letters = text[from_byte + 1..]
            .chars()
            .take_while(|letter| letter.is_alphanumeric());
        let (length, bytes) = letters.fold((0, 0), |(length, bytes), letter| {
            (length + 1, bytes + letter.len_utf8())
        });
        let word = &text[from_byte..from_byte + 1 + bytes];
        let end = from + 1 + length;
        let code = self.encoder.lexicon;
        let own = self.encoder.words.get(word);
        if let Some(number) = own {
            path.offer(from, end, code.length(*number), Step::Text(*number));
        }
        let said = self.said.numbers.get(&word[1..]);
        if let Some(number) = said {
            let count = self.said.numbers.len();
            let cost = code.length(self.encoder.again) + width(count);
            path.offer(from, end, cost, Step::Again(*number, count));
        }
        if own.is_some() || said.is_some() {
            end
        } else {
            from
        }
    }
}

/// Words of [`SHORTEST`] letters and more, in the order they were first said.
#[derive(Debug, Default)]
struct Said {
    numbers: HashMap<String, usize>,
    word: String,
    length: usize,
}

impl Said {
    fn push(&mut self, character: char) {
        if character.is_alphanumeric() {
            self.word.push(character);
            self.length += 1;
        } else {
            self.end();
        }
    }

    fn end(&mut self) {
        if self.length >= SHORTEST && !self.numbers.contains_key(&self.word) {
            let number = self.numbers.len();
            self.numbers.insert(std::mem::take(&mut self.word), number);
        }
        self.word.clear();
        self.length = 0;
    }
}

/// By character: the cheapest way there.
struct Path {
    best: Vec<(u32, usize, Step)>,
}

impl Path {
    fn new(count: usize) -> Self {
        let mut best = vec![(u32::MAX, 0, Step::Other(' ')); count + 1];
        best[0].0 = 0;
        Self { best }
    }

    fn offer(&mut self, from: usize, to: usize, cost: u32, step: Step) {
        let cost = self.best[from].0 + cost;
        if cost < self.best[to].0 {
            self.best[to] = (cost, from, step);
        }
    }

    fn steps(self) -> Vec<Step> {
        let mut steps = Vec::new();
        let mut at = self.best.len() - 1;
        while at > 0 {
            let (_, from, step) = self.best[at];
            steps.push(step);
            at = from;
        }
        steps.reverse();
        steps
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

//! What a text is told by, step by step, and the steps that spell what is not told whole.

use super::lexicon::{AGAIN, END, Lexicon, OTHER};
use super::pieces::PIECES;
use foldhash::HashMap;

/// Bits of a character that no piece has, less the code that announces it.
pub const CHARACTER: u32 = 21;

/// A step of a text.
#[derive(Debug, Clone, Copy)]
pub enum Step {
    /// A word or piece of the lexicon.
    Text(u32),
    /// A word said before, out of so many.
    Again(u32, u32),
    /// A character that no piece has.
    Other(char),
    /// The end of the text.
    End,
}

/// An entry of a lexicon: its number, and the bits it takes about.
#[derive(Debug, Clone, Copy)]
pub struct Entry {
    /// The number.
    pub number: u32,
    /// The bits.
    pub cost: u32,
}

/// Where a lexicon has what.
pub struct Entries<'l> {
    /// By word with its space, or piece.
    pub words: HashMap<&'l str, Entry>,
    /// By piece, if the site needs it.
    pieces: Vec<Option<Entry>>,
    /// By character below 128: the step that tells it alone.
    alone: Vec<Step>,
    end: u32,
    /// Announces a word said before.
    pub again: Entry,
    other: Entry,
}

impl<'l> Entries<'l> {
    /// The entries of `lexicon`.
    pub fn of(lexicon: &'l Lexicon) -> Self {
        let texts = lexicon.texts.iter().zip(0..);
        let entry = |number: u32| Entry {
            number,
            cost: lexicon.length(number as usize),
        };
        let words: HashMap<&str, Entry> = texts
            .map(|(text, number)| (text.as_str(), entry(number)))
            .collect();
        let pieces = PIECES.texts.iter().map(|text| words.get(text).copied());
        let mut entries = Self {
            pieces: pieces.collect(),
            alone: Vec::new(),
            end: words[END].number,
            again: words[AGAIN],
            other: words[OTHER],
            words,
        };
        let mut speller = Speller::default();
        for character in (0..128).map(char::from) {
            let mut text = [0];
            let text: &str = character.encode_utf8(&mut text);
            let mut alone = std::mem::take(&mut entries.alone);
            speller.spell(text, &entries, &mut alone);
            entries.alone = alone;
        }
        entries
    }

    /// The number of the entry that a step begins with.
    pub fn number(&self, step: Step) -> usize {
        let number = match step {
            Step::Text(number) => number,
            Step::Again(..) => self.again.number,
            Step::Other(_) => self.other.number,
            Step::End => self.end,
        };
        number as usize
    }
}

/// Spells parts of texts.
#[derive(Default)]
pub struct Speller {
    characters: Vec<char>,
    best: Best,
}

impl Speller {
    /// Adds the steps that spell `part` in the fewest bits: a shortest path over its
    /// characters (R. Bellman, "On a routing problem", 1958).
    pub fn spell(&mut self, part: &str, entries: &Entries<'_>, steps: &mut Vec<Step>) {
        // Most are the comma or full stop between two words.
        if let [byte] = part.as_bytes()
            && let Some(step) = entries.alone.get(usize::from(*byte))
        {
            steps.push(*step);
            return;
        }
        self.characters.clear();
        self.characters.extend(part.chars());
        self.best.begin(self.characters.len());
        for from in 0..self.characters.len() {
            for (length, piece) in PIECES.along(&self.characters[from..]) {
                if let Some(Entry { number, cost }) = entries.pieces[piece] {
                    self.best.offer(from, length, cost, Step::Text(number));
                }
            }
            let other = Step::Other(self.characters[from]);
            self.best
                .offer(from, 1, entries.other.cost + CHARACTER, other);
        }
        self.best.take_steps(steps);
    }
}

/// By character: the cheapest way there, as its cost, its last step, and that one's
/// length.
#[derive(Default)]
struct Best(Vec<(u32, usize, Step)>);

impl Best {
    fn begin(&mut self, count: usize) {
        self.0.clear();
        self.0.resize(count + 1, (u32::MAX, 0, Step::End));
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

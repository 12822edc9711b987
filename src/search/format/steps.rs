//! The steps that encode a text, and the speller for words that have no step of their own.

use super::lexicon::{BACK_REFERENCE, END, LITERAL, Lexicon};
use super::pieces::PIECES;
use foldhash::HashMap;

/// Bits of a literal character, without the code of its lexicon entry.
pub(super) const LITERAL_BITS: u32 = 21;

/// A unit of encoded text.
#[derive(Debug, Clone, Copy)]
pub(super) enum Step {
    /// An entry of the lexicon, by number: a word with its space, or a piece.
    Text(u32),
    /// An earlier word and the space before it: its index, and the number of distinct words
    /// so far.
    BackReference(u32, u32),
    /// A literal character, for those that no piece contains.
    Literal(char),
    /// The end of the text.
    End,
}

/// A lexicon entry with its cost.
#[derive(Debug, Clone, Copy)]
pub(super) struct Entry {
    /// Number in the lexicon.
    pub number: u32,
    /// Approximate code length in bits; the exact one depends on the context.
    pub cost: u32,
}

/// Lookup tables over a lexicon.
pub(super) struct Entries<'l> {
    /// Entries by text: a word with its space, or a piece.
    pub words: HashMap<&'l str, Entry>,
    /// By index in [`PIECES`]: its entry, unless the site's lexicon left it out.
    pieces: Vec<Option<Entry>>,
    /// By ASCII character: the step that encodes it alone.
    alone: Vec<Step>,
    end: u32,
    /// Introduces a back-reference.
    pub back_reference: Entry,
    literal: Entry,
}

impl<'l> Entries<'l> {
    /// Builds the tables of `lexicon`.
    pub(super) fn of(lexicon: &'l Lexicon) -> Self {
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
            back_reference: words[BACK_REFERENCE],
            literal: words[LITERAL],
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

    /// Returns the number of the lexicon entry that introduces a step.
    pub(super) fn number(&self, step: Step) -> usize {
        let number = match step {
            Step::Text(number) => number,
            Step::BackReference(..) => self.back_reference.number,
            Step::Literal(_) => self.literal.number,
            Step::End => self.end,
        };
        number as usize
    }
}

/// Spells text with pieces and literals. Keeps its buffers between calls.
#[derive(Default)]
pub(super) struct Speller {
    characters: Vec<char>,
    best: Best,
}

impl Speller {
    /// Appends the steps that spell `part` in the fewest bits: a shortest path over its
    /// characters (R. Bellman, "On a routing problem", 1958).
    pub(super) fn spell(&mut self, part: &str, entries: &Entries<'_>, steps: &mut Vec<Step>) {
        // Fast path: most parts are the comma or full stop between two words.
        if let [byte] = part.as_bytes()
            && let Some(step) = entries.alone.get(usize::from(*byte))
        {
            steps.push(*step);
            return;
        }
        self.characters.clear();
        self.characters.extend(part.chars());
        self.best.reset(self.characters.len());
        for from in 0..self.characters.len() {
            for (length, piece) in PIECES.prefixes(&self.characters[from..]) {
                if let Some(Entry { number, cost }) = entries.pieces[piece] {
                    self.best.offer(from, length, cost, Step::Text(number));
                }
            }
            let literal = Step::Literal(self.characters[from]);
            self.best
                .offer(from, 1, entries.literal.cost + LITERAL_BITS, literal);
        }
        self.best.push_steps(steps);
    }
}

/// By character position: cost of the cheapest path there, its last step, and that step's
/// length in characters.
#[derive(Default)]
struct Best(Vec<(u32, usize, Step)>);

impl Best {
    fn reset(&mut self, count: usize) {
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

    /// Appends the steps of the cheapest path to the end.
    fn push_steps(&self, steps: &mut Vec<Step>) {
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

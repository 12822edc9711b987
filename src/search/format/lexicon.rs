//! The words and pieces that a site's texts are written with, and how many bits each
//! takes after which other.
//!
//! A site's frequent words are whole; what is rarer is spelled with the pieces that
//! come with Quipu. A word agrees with the one before in gender and number: so the last
//! letters of the next word are told first, in a code that depends on the word before,
//! and then the word, in a code of those that end so.
//!
//! Counts are rounded to powers of two, so that a changed sentence hardly ever changes
//! the codes, and with them every text.

use foldhash::{HashMap, HashMapExt};

use super::bits::{BitReader, BitWriter};
use super::huffman::{Code, LONGEST, lengths};
use super::letters::{WordReader, WordWriter};
use super::pieces::PIECES;

/// Ends a text.
pub const END: &str = "\u{0}";
/// A word that the texts had before, after a space.
pub const AGAIN: &str = "\u{1}";
/// A character that no piece has.
pub const OTHER: &str = "\u{2}";
const SPECIAL: [&str; 3] = [END, AGAIN, OTHER];

/// Most words of a site's own.
const MOST: usize = 8192;
/// Rarest of them.
const RAREST: u32 = 8;
/// Entries after which the next one has a code of its own; after others it depends on
/// how they end.
const FREQUENT: usize = 224;
/// Ways to end: see [`class`].
const CLASSES: usize = ENDINGS.len() + 4;
/// Bits of an entry's number, and of the length of a code.
const NUMBER: u32 = 15;
const LENGTH: u32 = 5;
/// Rice parameter of how much shorter than the longest a code is.
const SHORTER: u32 = 1;

/// Words and pieces with their codes.
#[derive(Debug)]
pub struct Lexicon {
    /// By number.
    pub texts: Vec<String>,
    /// By number.
    codes: Vec<EntryCode>,
    /// By way to end: the number of the first that does, and the code of all.
    classes: Vec<(usize, Code)>,
    /// By context: the code of how the next one ends.
    endings: Vec<Code>,
    frequent: Vec<usize>,
}

/// How an entry is written. Texts are millions of entries: what is asked for each of them
/// lies together.
#[derive(Debug, Clone, Copy)]
struct EntryCode {
    /// How it ends.
    class: u16,
    /// The context that it is for the next.
    context: u16,
    /// Its bits among those that end so, and how many.
    bits: u16,
    length: u16,
}

/// How often words stand in a site's texts, each with the space before it.
pub type WordCounts = HashMap<String, u32>;

/// How often entries stand in texts, and what follows them.
#[derive(Debug, Clone, Default)]
pub struct Usage {
    /// By number.
    pub entries: HashMap<usize, u64>,
    /// By number and way to end of the next.
    pub pairs: HashMap<(usize, usize), u64>,
}

impl Usage {
    /// This and another's together.
    pub fn and(mut self, other: Self) -> Self {
        for (entry, count) in other.entries {
            *self.entries.entry(entry).or_default() += count;
        }
        for (pair, count) in other.pairs {
            *self.pairs.entry(pair).or_default() += count;
        }
        self
    }
}

impl Lexicon {
    /// A first guess for texts with these words.
    pub fn of(words: &WordCounts, texts: usize) -> Self {
        let threshold = threshold(words);
        let kept: Vec<(&str, u64)> = words
            .iter()
            .filter(|(_, count)| **count >= threshold)
            .map(|(word, count)| (word.as_str(), rounded(u64::from(*count))))
            .collect();
        let all: u64 = words.values().map(|count| u64::from(*count)).sum();
        let own: u64 = kept.iter().map(|(_, count)| count).sum();
        let spelled = rounded((all.saturating_sub(own) * 3).max(all / 5) + 4096);
        let special = [texts as u64 + 1, all / 5 + 1, 1].map(rounded);
        let mut counts: HashMap<&str, u64> = SPECIAL.into_iter().zip(special).collect();
        for (text, bits) in PIECES.texts.iter().zip(&PIECES.bits) {
            counts.insert(text, (spelled >> bits).max(1));
        }
        for (word, count) in kept {
            *counts.entry(word).or_default() += count;
        }
        let counts = counts
            .into_iter()
            .map(|(text, count)| (text.to_owned(), count));
        Self::build(counts.collect(), &[], &HashMap::new())
    }

    /// The same entries, with codes for texts that use them so.
    pub fn tuned(&self, usage: &Usage) -> Self {
        let count = |number: usize| usage.entries.get(&number).copied().unwrap_or_default();
        let is_needed = |number: usize| {
            let text = self.texts[number].as_str();
            count(number) > 0 || text.chars().nth(1).is_none() || !PIECES.texts.contains(&text)
        };
        let needed = (0..self.texts.len()).filter(|number| is_needed(*number));
        let counts = needed
            .map(|number| (self.texts[number].clone(), rounded(count(number) * 8 + 1)))
            .collect();
        let mut frequent: Vec<usize> = usage.entries.keys().copied().collect();
        frequent.sort_by_key(|number| (std::cmp::Reverse(rounded(count(*number))), *number));
        frequent.truncate(FREQUENT);
        frequent.sort_unstable();
        let frequent: Vec<&str> = frequent
            .into_iter()
            .map(|number| self.texts[number].as_str())
            .collect();
        let pairs = usage
            .pairs
            .iter()
            .map(|((number, class), count)| ((self.texts[*number].as_str(), *class), *count));
        Self::build(counts, &frequent, &pairs.collect())
    }

    fn build(
        counts: Vec<(String, u64)>,
        frequent: &[&str],
        pairs: &HashMap<(&str, usize), u64>,
    ) -> Self {
        let mut groups: Vec<Vec<(String, u64)>> = vec![Vec::new(); CLASSES];
        for (text, count) in counts {
            groups[class(&text)].push((text, count));
        }
        let mut entries = Vec::new();
        for group in &mut groups {
            group.sort();
            let lengths = lengths(&group.iter().map(|(_, count)| *count).collect::<Vec<_>>());
            entries.push(
                group
                    .iter()
                    .map(|(text, _)| text.clone())
                    .zip(lengths)
                    .collect(),
            );
        }
        let totals: Vec<u64> = groups
            .iter()
            .map(|group| group.iter().map(|(_, count)| count).sum())
            .collect();
        let contexts: HashMap<&str, usize> = frequent.iter().copied().zip(0..).collect();
        let mut sums = vec![[0; CLASSES]; frequent.len() + CLASSES];
        for ((text, next), count) in pairs {
            let own = contexts.get(text).copied();
            sums[own.unwrap_or(frequent.len() + class(text))][*next] += count;
        }
        let endings = sums.iter().map(|sums| {
            let counts = sums.iter().zip(&totals).map(|(count, total)| {
                let is_known = !pairs.is_empty();
                if is_known {
                    rounded(count * 8 + 1)
                } else {
                    rounded(*total + 1)
                }
            });
            Code::new(&lengths(&counts.collect::<Vec<_>>()))
        });
        let endings = endings.collect();
        Self::new(entries, &contexts, endings)
    }

    /// Entries by class, in the order of their codes: those of one length come sorted.
    fn new(
        classes: Vec<Vec<(String, u32)>>,
        frequent: &HashMap<&str, usize>,
        endings: Vec<Code>,
    ) -> Self {
        let mut lexicon = Self {
            texts: Vec::new(),
            codes: Vec::new(),
            classes: Vec::new(),
            endings,
            frequent: Vec::new(),
        };
        for (class, mut entries) in classes.into_iter().enumerate() {
            entries.sort_by_key(|(_, length)| *length);
            let lengths: Vec<u32> = entries.iter().map(|(_, length)| *length).collect();
            let code = Code::new(&lengths);
            let first = lexicon.texts.len();
            for (place, (text, _)) in entries.into_iter().enumerate() {
                let own = frequent.get(text.as_str()).copied();
                if own.is_some() {
                    lexicon.frequent.push(first + place);
                }
                let (bits, length) = code.code(place);
                lexicon.codes.push(EntryCode {
                    class: class as u16,
                    context: own.unwrap_or(frequent.len() + class) as u16,
                    bits: bits as u16,
                    length: length as u16,
                });
                lexicon.texts.push(text);
            }
            lexicon.classes.push((first, code));
        }
        let codes = &lexicon.codes;
        lexicon
            .frequent
            .sort_by_key(|number| codes[*number].context);
        lexicon
    }

    /// Bits of an entry wherever it stands, about.
    pub fn length(&self, number: usize) -> u32 {
        let own = self.codes[number];
        let ending = self.endings[self.endings.len() - 1].length(usize::from(own.class));
        u32::from(own.length) + ending
    }

    /// The context at the beginning of a text.
    pub fn start(&self) -> usize {
        self.endings.len() - CLASSES
    }

    /// How an entry ends.
    pub fn class(&self, number: usize) -> usize {
        usize::from(self.codes[number].class)
    }

    /// Writes an entry in a context and gives the next one.
    pub fn put(&self, number: usize, context: usize, bits: &mut BitWriter) -> usize {
        let own = self.codes[number];
        self.endings[context].write(usize::from(own.class), bits);
        bits.bits(u32::from(own.bits), u32::from(own.length));
        usize::from(own.context)
    }

    /// Reads an entry's number in a context, and gives the next one.
    pub fn take(&self, context: usize, bits: &mut BitReader<'_>) -> (usize, usize) {
        let (first, code) = &self.classes[self.endings[context].read(bits)];
        let number = first + code.read(bits);
        let context = self.codes.get(number).map(|own| usize::from(own.context));
        (number, context.unwrap_or(self.start()))
    }

    /// Writes, for each way to end, the entries that do, sorted, each with the length of
    /// its code; then the frequent ones and the codes of endings.
    pub fn write(&self, bits: &mut BitWriter) {
        for (first, code) in &self.classes {
            let mut entries: Vec<(&str, u32)> = (0..code.count())
                .map(|place| (self.texts[first + place].as_str(), code.length(place)))
                .collect();
            entries.sort_unstable();
            bits.number(entries.len() as u32);
            let mut writer = WordWriter::default();
            for (text, length) in entries {
                writer.write(text, bits);
                bits.rice(LONGEST as u32 - length, SHORTER);
            }
        }
        bits.number(self.frequent.len() as u32);
        for number in &self.frequent {
            bits.bits(*number as u32, NUMBER);
        }
        for code in &self.endings {
            for class in 0..CLASSES {
                bits.bits(code.length(class), LENGTH);
            }
        }
    }

    /// Reads what [`Lexicon::write`] wrote.
    pub fn read(bits: &mut BitReader<'_>) -> Self {
        let mut classes = Vec::new();
        for _ in 0..CLASSES {
            let mut entries = Vec::new();
            let mut reader = WordReader::default();
            for _ in 0..bits.number() {
                if bits.is_at_end() {
                    break;
                }
                let text = reader.read(bits);
                entries.push((text, (LONGEST as u32).saturating_sub(bits.rice(SHORTER))));
            }
            classes.push(entries);
        }
        let mut lexicon = Self::new(classes, &HashMap::new(), Vec::new());
        let frequent: Vec<usize> = (0..bits.number().min(1024))
            .map(|_| bits.bits(NUMBER) as usize)
            .collect();
        for (number, code) in lexicon.codes.iter_mut().enumerate() {
            let own = frequent.iter().position(|other| *other == number);
            let context = own.unwrap_or(frequent.len() + usize::from(code.class));
            code.context = context as u16;
        }
        lexicon.endings = (0..frequent.len() + CLASSES)
            .map(|_| {
                let lengths: Vec<u32> = (0..CLASSES)
                    .map(|_| bits.bits(LENGTH).min(LONGEST as u32))
                    .collect();
                Code::new(&lengths)
            })
            .collect();
        lexicon.frequent = frequent;
        lexicon
    }
}

/// Ways to end, the longer before the shorter; what ends in none of them comes after.
const ENDINGS: [&str; 26] = [
    "as", "os", "es", "do", "da", "an", "en", "al", "ar", "er", "ir", "ón", "ad", "ió", "a", "e",
    "o", "s", "n", "r", "l", "d", "y", "á", "í", "ó",
];

/// How a text ends: what the next word agrees with, roughly.
pub fn class(text: &str) -> usize {
    let known = ENDINGS.iter().position(|ending| text.ends_with(ending));
    known.unwrap_or_else(|| match text.bytes().last().unwrap_or_default() {
        0..=2 => ENDINGS.len(),
        b'0'..=b'9' => ENDINGS.len() + 1,
        b' '..=b';' => ENDINGS.len() + 2,
        _ => ENDINGS.len() + 3,
    })
}

/// The lowest power of two that leaves at most [`MOST`] words.
fn threshold(words: &WordCounts) -> u32 {
    let mut threshold = RAREST;
    while words.values().filter(|count| **count >= threshold).count() > MOST {
        threshold *= 2;
    }
    threshold
}

/// The nearest power of two below.
fn rounded(count: u64) -> u64 {
    1 << count.max(1).ilog2()
}

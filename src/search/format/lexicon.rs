//! The words and pieces that a site's texts are encoded with, and their codes in context.
//!
//! A site's frequent words have entries of their own; rarer ones are spelled with the
//! built-in pieces. A word agrees with the one before in gender and number, so each entry
//! is encoded in two steps: first its ending class, in a code that depends on the entry
//! before, then the entry, in a code of that class.
//!
//! Counts are rounded to powers of two, so that a changed sentence rarely changes the
//! codes, which would change every text.

use foldhash::{HashMap, HashMapExt};

use super::bits::{BitReader, BitWriter};
use super::huffman::{Code, LONGEST, lengths};
use super::letters::{WordReader, WordWriter};
use super::pieces::PIECES;

/// Entry that ends a text.
pub(crate) const END: &str = "\u{0}";
/// Entry that introduces a back-reference to an earlier word, including the space before
/// it.
pub(crate) const BACK_REFERENCE: &str = "\u{1}";
/// Entry that introduces a literal character, for those that no piece contains.
pub(crate) const LITERAL: &str = "\u{2}";
const SPECIAL: [&str; 3] = [END, BACK_REFERENCE, LITERAL];

/// Maximum number of words in the lexicon, without pieces.
const MAX_WORDS: usize = 8192;
/// Minimum number of occurrences of such a word.
const MIN_COUNT: u32 = 8;
/// Number of entries that are contexts of their own; all others share the context of their
/// ending class.
const FREQUENT: usize = 224;
/// Number of ending classes, see [`class`].
const CLASSES: usize = ENDINGS.len() + 4;
/// Bits of an entry's number.
const NUMBER_BITS: u32 = 15;
/// Bits of the length of a code.
const LENGTH_BITS: u32 = 5;
/// Rice parameter of a code's length, subtracted from the longest.
const SHORTER: u32 = 1;

/// Entries with their codes.
#[derive(Debug)]
pub(crate) struct Lexicon {
    /// Texts of the entries, by number.
    pub texts: Vec<String>,
    /// By entry number.
    codes: Vec<EntryCode>,
    /// By ending class: the number of its first entry, and the code of its entries.
    classes: Vec<(usize, Code)>,
    /// By context: the code of the next entry's ending class.
    endings: Vec<Code>,
    frequent: Vec<usize>,
}

/// How an entry is written. All data needed per entry is in one struct for cache locality,
/// since the texts of a site are millions of entries.
#[derive(Debug, Clone, Copy)]
struct EntryCode {
    /// Ending class of the entry.
    class: u16,
    /// Context for the next entry.
    context: u16,
    /// Code within the ending class.
    bits: u16,
    /// Length of `bits`.
    length: u16,
}

/// Numbers of occurrences of words in a site's texts, each word with the space before it.
pub(crate) type WordCounts = HashMap<String, u32>;

/// Frequencies of lexicon entries and of pairs in texts.
#[derive(Debug, Clone, Default)]
pub(crate) struct Usage {
    /// Occurrences by entry number.
    pub entries: HashMap<usize, u64>,
    /// Occurrences by entry number and the ending class of the entry that follows.
    pub pairs: HashMap<(usize, usize), u64>,
}

impl Usage {
    /// Returns the sum of both.
    pub(crate) fn merge(mut self, other: Self) -> Self {
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
    /// Builds an initial lexicon from word counts; `texts` is the number of texts to
    /// encode. It is the basis for counting the usage that [`Lexicon::tuned`] takes.
    pub(crate) fn of(words: &WordCounts, texts: usize) -> Self {
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

    /// Returns a lexicon with codes for this usage and the same entries, except for unused
    /// pieces of several characters.
    pub(crate) fn tuned(&self, usage: &Usage) -> Self {
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

    /// Creates a lexicon from entries by class. Entries are numbered by code; those of
    /// equal length must come sorted.
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
            for (index, (text, _)) in entries.into_iter().enumerate() {
                let own = frequent.get(text.as_str()).copied();
                if own.is_some() {
                    lexicon.frequent.push(first + index);
                }
                let (bits, length) = code.code(index);
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

    /// Returns the approximate length of an entry in bits, independent of context.
    pub(crate) fn length(&self, number: usize) -> u32 {
        let own = self.codes[number];
        let ending = self.endings[self.endings.len() - 1].length(usize::from(own.class));
        u32::from(own.length) + ending
    }

    /// Returns the context at the start of a text.
    pub(crate) fn start_context(&self) -> usize {
        self.endings.len() - CLASSES
    }

    /// Returns the ending class of an entry.
    pub(crate) fn class(&self, number: usize) -> usize {
        usize::from(self.codes[number].class)
    }

    /// Writes an entry in a context and returns the next context.
    pub(crate) fn write_entry(&self, number: usize, context: usize, bits: &mut BitWriter) -> usize {
        let own = self.codes[number];
        self.endings[context].write(usize::from(own.class), bits);
        bits.bits(u32::from(own.bits), u32::from(own.length));
        usize::from(own.context)
    }

    /// Reads an entry in a context and returns its number and the next context.
    pub(crate) fn read_entry(&self, context: usize, bits: &mut BitReader<'_>) -> (usize, usize) {
        let (first, code) = &self.classes[self.endings[context].read(bits)];
        let number = first + code.read(bits);
        let context = self.codes.get(number).map(|own| usize::from(own.context));
        (number, context.unwrap_or(self.start_context()))
    }

    /// Writes for each ending class its sorted entries, each with its code length; then the
    /// frequent entries and the codes of ending classes.
    pub(crate) fn write(&self, bits: &mut BitWriter) {
        for (first, code) in &self.classes {
            let mut entries: Vec<(&str, u32)> = (0..code.count())
                .map(|index| (self.texts[first + index].as_str(), code.length(index)))
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
            bits.bits(*number as u32, NUMBER_BITS);
        }
        for code in &self.endings {
            for class in 0..CLASSES {
                bits.bits(code.length(class), LENGTH_BITS);
            }
        }
    }

    /// Reads a lexicon written by [`Lexicon::write`].
    pub(crate) fn read(bits: &mut BitReader<'_>) -> Self {
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
            .map(|_| bits.bits(NUMBER_BITS) as usize)
            .collect();
        for (number, code) in lexicon.codes.iter_mut().enumerate() {
            let own = frequent.iter().position(|other| *other == number);
            let context = own.unwrap_or(frequent.len() + usize::from(code.class));
            code.context = context as u16;
        }
        lexicon.endings = (0..frequent.len() + CLASSES)
            .map(|_| {
                let lengths: Vec<u32> = (0..CLASSES)
                    .map(|_| bits.bits(LENGTH_BITS).min(LONGEST as u32))
                    .collect();
                Code::new(&lengths)
            })
            .collect();
        lexicon.frequent = frequent;
        lexicon
    }
}

/// Endings of words, longer ones first. Texts with none of these belong to the classes
/// after.
const ENDINGS: [&str; 26] = [
    "as", "os", "es", "do", "da", "an", "en", "al", "ar", "er", "ir", "ón", "ad", "ió", "a", "e",
    "o", "s", "n", "r", "l", "d", "y", "á", "í", "ó",
];

/// Returns the ending class of a text, an approximation of what the next word agrees with.
pub(crate) fn class(text: &str) -> usize {
    let known = ENDINGS.iter().position(|ending| text.ends_with(ending));
    known.unwrap_or_else(|| match text.bytes().last().unwrap_or_default() {
        0..=2 => ENDINGS.len(),
        b'0'..=b'9' => ENDINGS.len() + 1,
        b' '..=b';' => ENDINGS.len() + 2,
        _ => ENDINGS.len() + 3,
    })
}

/// Returns the lowest power of two, at least [`MIN_COUNT`], that at most [`MAX_WORDS`] words
/// reach.
fn threshold(words: &WordCounts) -> u32 {
    let mut threshold = MIN_COUNT;
    while words.values().filter(|count| **count >= threshold).count() > MAX_WORDS {
        threshold *= 2;
    }
    threshold
}

/// Rounds down to a power of two; 0 becomes 1.
fn rounded(count: u64) -> u64 {
    1 << count.max(1).ilog2()
}

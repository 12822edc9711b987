//! Per-word encoding data, computed before any text is encoded: a word's lexicon entry, its
//! spelling, and whether later occurrences can refer back to it.

use rayon::prelude::*;

use super::steps::{Entries, Entry, Speller, Step};

/// Minimum length of a word that is worth a back-reference, in characters.
const SHORTEST: usize = 5;

/// Whether a character can be part of a word that is worth a back-reference. Latin letters
/// and digits only, since matching those of all scripts is slow in browsers.
pub(super) fn is_repeatable(character: char) -> bool {
    character.is_ascii_alphanumeric() || ('À'..='ʯ').contains(&character)
}

/// Whether a word of such characters is long enough for a back-reference.
pub(super) fn is_long(word: &str) -> bool {
    word.chars().nth(SHORTEST - 1).is_some()
}

/// Per-word encoding data.
pub(super) struct WordEncoding {
    /// Lexicon entry for the word and the space before it, if there is one.
    pub entry: Option<Entry>,
    /// Steps that spell the word and its space; empty if it has an entry, and from
    /// [`WordEncoding::of`].
    pub spelling: Box<[Step]>,
    /// Whether the word can be the target of a back-reference.
    pub repeatable: Repeatable,
}

/// Whether a word can be the target of a back-reference.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Repeatable {
    /// No: the word is too short.
    Never,
    /// Yes, as a whole.
    Whole,
    /// Only its parts can: combining marks or other scripts split the word.
    InParts,
}

impl WordEncoding {
    /// Computes the encoding data of `words`, including their spelling.
    pub(super) fn all(words: &[&str], entries: &Entries<'_>) -> Vec<Self> {
        let words = words.par_iter();
        let encodings = words.map_init(Default::default, |(spaced, speller), word| {
            Self::of(word, entries, spaced).with_spelling(spaced, entries, speller)
        });
        encodings.collect()
    }

    /// Computes the encoding data of a word without its spelling. Leaves the word in
    /// `spaced`, with a space before it.
    pub(super) fn of(word: &str, entries: &Entries<'_>, spaced: &mut String) -> Self {
        let repeatable = match word.chars().all(is_repeatable) {
            true if is_long(word) => Repeatable::Whole,
            true => Repeatable::Never,
            false => Repeatable::InParts,
        };
        spaced.clear();
        spaced.push(' ');
        spaced.push_str(word);
        let entry = entries.words.get(spaced.as_str()).copied();
        Self {
            entry: entry.filter(|_| repeatable != Repeatable::InParts),
            spelling: Box::default(),
            repeatable,
        }
    }

    fn with_spelling(self, spaced: &str, entries: &Entries<'_>, speller: &mut Speller) -> Self {
        let mut steps = Vec::new();
        if self.entry.is_none() {
            speller.spell(spaced, entries, &mut steps);
        }
        let spelling = steps.into();
        Self { spelling, ..self }
    }
}

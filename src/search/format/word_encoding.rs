//! What is to know of a word before any text is written: whether the lexicon has it, how it
//! is spelled, and whether it can be pointed back to once it was said.

use rayon::prelude::*;

use super::steps::{Entries, Entry, Speller, Step};

/// Shortest word that is worth pointing back to, in characters.
const SHORTEST: usize = 5;

/// Letters and digits of words that are worth pointing back to. Only of Latin scripts, since
/// browsers take long to find those of all.
pub fn is_repeatable(character: char) -> bool {
    character.is_ascii_alphanumeric() || ('À'..='ʯ').contains(&character)
}

/// Whether a word of such letters is worth it.
pub fn is_long(word: &str) -> bool {
    word.chars().nth(SHORTEST - 1).is_some()
}

/// What is to know of a word.
pub struct Known {
    /// Tells it and the space before it.
    pub whole: Option<Entry>,
    /// The steps that spell these, where nothing tells them whole.
    pub spelled: Box<[Step]>,
    /// Whether it can be pointed back to.
    pub said: Said,
}

/// Whether a word can be pointed back to.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Said {
    /// It is too short.
    Never,
    /// It can.
    Whole,
    /// Marks on its letters part it.
    InParts,
}

impl Known {
    /// What is to know of each of `words`, their spelling, too.
    pub fn all(words: &[&str], entries: &Entries<'_>) -> Vec<Self> {
        let words = words.par_iter();
        let known = words.map_init(Default::default, |(spaced, speller), word| {
            Self::of(word, entries, spaced).with_spelling(spaced, entries, speller)
        });
        known.collect()
    }

    /// What is to know of a word but its spelling. Leaves it in `spaced`, with a space before
    /// it.
    pub fn of(word: &str, entries: &Entries<'_>, spaced: &mut String) -> Self {
        let said = match word.chars().all(is_repeatable) {
            true if is_long(word) => Said::Whole,
            true => Said::Never,
            false => Said::InParts,
        };
        spaced.clear();
        spaced.push(' ');
        spaced.push_str(word);
        let whole = entries.words.get(spaced.as_str()).copied();
        Self {
            whole: whole.filter(|_| said != Said::InParts),
            spelled: Box::default(),
            said,
        }
    }

    fn with_spelling(self, spaced: &str, entries: &Entries<'_>, speller: &mut Speller) -> Self {
        let mut steps = Vec::new();
        if self.whole.is_none() {
            speller.spell(spaced, entries, &mut steps);
        }
        let spelled = steps.into();
        Self { spelled, ..self }
    }
}

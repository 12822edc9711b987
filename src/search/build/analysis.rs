//! Splits text into words and stems them with the language pipelines of elasticlunr-rs.

use elasticlunr::Pipeline;
use elasticlunr::lang;
use unicode_normalization::char::is_combining_mark;
use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

use std::borrow::Cow;

use crate::base::text::fold;

/// An analysed word.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Token {
    /// A searchable word.
    Word {
        /// The word without case and accents, as readers may type it.
        form: String,
        /// Folded stem, which its inflections share.
        stem: String,
    },
    /// A stop word, folded.
    Stop(String),
}

/// Analyses the words of one language.
pub(super) struct Analyzer {
    /// `None` if no pipeline for the language is included: words are then only folded, so
    /// that each is its own stem and none is a stop word.
    pipeline: Option<Pipeline>,
}

impl Analyzer {
    /// Creates the analyzer of a language, given its code. elasticlunr-rs has the table of
    /// pipelines; the features of the dependency in `Cargo.toml` say which are included.
    pub(super) fn new(language: &str) -> Self {
        let found = lang::from_code(language);
        Self {
            pipeline: found.map(|language| language.make_pipeline()),
        }
    }

    /// Analyses a word. Words with digits bypass the pipelines, whose trimmers drop digits.
    pub(super) fn token(&self, word: &str) -> Token {
        let word = word.to_lowercase();
        let form = fold(&word);
        let has_digit = word.chars().any(char::is_numeric);
        match &self.pipeline {
            Some(pipeline) if !has_digit => match pipeline.run(vec![word]).pop() {
                Some(stem) => Token::Word {
                    form,
                    stem: fold(&stem),
                },
                None => Token::Stop(form),
            },
            _ => Token::Word {
                stem: form.clone(),
                form,
            },
        }
    }
}

/// Returns text in NFC, as the pipelines expect it.
pub(super) fn composed(text: &str) -> Cow<'_, str> {
    // Text without characters from U+0300, the first combining mark, on is always in NFC.
    if text.bytes().all(|byte| byte < 0xCC) {
        return text.into();
    }
    match is_nfc_quick(text.chars()) {
        IsNormalized::Yes => text.into(),
        _ => text.nfc().collect::<String>().into(),
    }
}

/// Returns the words of a composed text in order, each with the text before it.
pub(super) fn words(text: &str) -> Words<'_> {
    Words { rest: text }
}

/// Iterator over the words of a text.
pub(super) struct Words<'t> {
    /// Text not split yet; at the end, the text after the last word.
    pub rest: &'t str,
}

impl<'t> Iterator for Words<'t> {
    type Item = (&'t str, &'t str);

    fn next(&mut self) -> Option<Self::Item> {
        let (gap, from) = self.rest.split_at(first(self.rest, true)?);
        let (word, rest) = from.split_at(first(from, false).unwrap_or(from.len()));
        self.rest = rest;
        Some((gap, word))
    }
}

/// Returns the offset of the first character that is part of a word, or, unless `of_word`,
/// of the first that is not.
fn first(text: &str, of_word: bool) -> Option<usize> {
    let bytes = text.as_bytes();
    let mut at = 0;
    while let Some(byte) = bytes.get(at) {
        let (is_word, length) = match (*byte, bytes.get(at + 1)) {
            (byte, _) if byte.is_ascii() => (byte.is_ascii_alphanumeric(), 1),
            // U+00C0 to U+00FF, as in `is_word`.
            (0xC3, Some(next)) => (!matches!(next, 0x97 | 0xB7), 2),
            _ => {
                let character = text[at..].chars().next()?;
                (is_word(character), character.len_utf8())
            }
        };
        if is_word == of_word {
            return Some(at);
        }
        at += length;
    }
    None
}

fn is_word(character: char) -> bool {
    match character {
        // Fast path for Latin letters: looking up Unicode tables takes longer.
        'À'..='ɏ' => !matches!(character, '×' | '÷'),
        _ => character.is_alphanumeric() || is_combining_mark(character),
    }
}

/// Whether the text between two words ends a sentence.
pub(super) fn ends_sentence(between: &str) -> bool {
    between.contains(char::is_whitespace) && between.contains(['.', '?', '!', ':', ';'])
}

#[cfg(test)]
mod tests {
    use super::{Analyzer, Token, ends_sentence, is_combining_mark, words};

    fn stem(word: &str, language: &str) -> String {
        match Analyzer::new(language).token(word) {
            Token::Word { stem, .. } => stem,
            other @ Token::Stop(_) => panic!("{word} gave {other:?}"),
        }
    }

    #[test]
    fn inflected_forms_meet() {
        assert_eq!(stem("educativos", "es"), stem("Educativa", "es"));
        assert_eq!(stem("governments", "en"), stem("government", "en"));
        assert_eq!(Analyzer::new("es").token("De"), Token::Stop("de".into()));
    }

    #[test]
    fn letters_are_those_of_unicode() {
        for character in ('\0'..='\u{52f}').chain('\u{2000}'..='\u{206f}') {
            let is_letter = character.is_alphanumeric() || is_combining_mark(character);
            let text = character.to_string();
            assert_eq!(words(&text).next().is_some(), is_letter, "{character:?}");
        }
        for character in '\0'..'\u{300}' {
            let text = character.to_string();
            assert!(unicode_normalization::is_nfc(&text), "{character:?}");
        }
    }

    #[test]
    fn words_are_split_at_signs() {
        let found: Vec<_> = words("Salud/Educación (2013). ¿Qué?").collect();
        assert_eq!(
            found,
            [
                ("", "Salud"),
                ("/", "Educación"),
                (" (", "2013"),
                ("). ¿", "Qué")
            ]
        );
        let ends: Vec<_> = found.iter().map(|(gap, _)| ends_sentence(gap)).collect();
        assert_eq!(ends, [false, false, false, true]);
    }
}

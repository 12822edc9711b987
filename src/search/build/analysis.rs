//! Words out of text, with elasticlunr-rs's language pipelines.

use elasticlunr::Pipeline;
use elasticlunr::lang::{English, Language, Spanish};
use unicode_normalization::char::is_combining_mark;
use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

use std::borrow::Cow;

use crate::base::text::fold;

/// A word of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Token {
    /// A word that is searched for: folded as readers may type it, and its stem.
    Word {
        /// Without case and accents.
        form: String,
        /// What its inflections share.
        stem: String,
    },
    /// A word too common to tell pages apart, folded.
    Stop(String),
}

/// Analyses the words of one language.
pub struct Analyzer {
    /// None where elasticlunr-rs has no pipeline: such words are their own stems.
    pipeline: Option<Pipeline>,
}

impl Analyzer {
    /// The analyzer of a language.
    pub fn new(language: &str) -> Self {
        let pipeline = match language {
            "es" => Some(Spanish::new().make_pipeline()),
            "en" => Some(English::new().make_pipeline()),
            _ => None,
        };
        Self { pipeline }
    }

    /// What a word is. The pipelines' trimmers drop digits, so words with digits keep
    /// out of them.
    pub fn token(&self, word: &str) -> Token {
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

/// Text in which an accent is part of its letter, as the pipelines expect it.
pub fn composed(text: &str) -> Cow<'_, str> {
    // No letter before the first combining mark, U+0300, can be composed any further.
    if text.bytes().all(|byte| byte < 0xCC) {
        return text.into();
    }
    match is_nfc_quick(text.chars()) {
        IsNormalized::Yes => text.into(),
        _ => text.nfc().collect::<String>().into(),
    }
}

/// The words of a composed text in order, each after what stands before it.
pub fn words(text: &str) -> Words<'_> {
    Words { rest: text }
}

/// A text on its way to being split into words.
pub struct Words<'t> {
    /// What is not yet split: at the end, what stands after the last word.
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

/// Where the first character stands that is of a word, or is not.
fn first(text: &str, of_word: bool) -> Option<usize> {
    let bytes = text.as_bytes();
    let mut at = 0;
    while let Some(byte) = bytes.get(at) {
        let (is_word, length) = match (*byte, bytes.get(at + 1)) {
            (byte, _) if byte.is_ascii() => (byte.is_ascii_alphanumeric(), 1),
            // U+00C0 to U+00FF, as far below.
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
        // Latin letters, all but two of these: asking the tables of Unicode takes longer.
        'À'..='ɏ' => !matches!(character, '×' | '÷'),
        _ => character.is_alphanumeric() || is_combining_mark(character),
    }
}

/// Whether what stands between two words ends a sentence.
pub fn ends_sentence(between: &str) -> bool {
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

//! Words out of text, with elasticlunr-rs's language pipelines.

use std::collections::HashMap;

use elasticlunr::Pipeline;
use elasticlunr::lang::{English, Language, Spanish};
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use crate::text::fold;

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

/// Analyses text per language; remembers words, since texts repeat them.
#[derive(Default)]
pub struct Analyzer {
    languages: HashMap<String, LanguageAnalyzer>,
}

struct LanguageAnalyzer {
    /// None where elasticlunr-rs has no pipeline: such words are their own stems.
    pipeline: Option<Pipeline>,
    seen: HashMap<String, Token>,
}

impl Analyzer {
    /// The words of `text` in order.
    pub fn tokens(&mut self, text: &str, language: &str) -> Vec<Token> {
        let analyzer = self
            .languages
            .entry(language.to_owned())
            .or_insert_with(|| LanguageAnalyzer::new(language));
        let composed: String = text.nfc().collect();
        composed
            .split(|character: char| !character.is_alphanumeric() && !is_combining_mark(character))
            .filter(|word| !word.is_empty())
            .map(|word| analyzer.token(&word.to_lowercase()))
            .collect()
    }
}

impl LanguageAnalyzer {
    fn new(language: &str) -> Self {
        let pipeline = match language {
            "es" => Some(Spanish::new().make_pipeline()),
            "en" => Some(English::new().make_pipeline()),
            _ => None,
        };
        Self {
            pipeline,
            seen: HashMap::new(),
        }
    }

    fn token(&mut self, word: &str) -> Token {
        if let Some(token) = self.seen.get(word) {
            return token.clone();
        }
        let token = self.analyse(word);
        self.seen.insert(word.to_owned(), token.clone());
        token
    }

    /// The pipelines' trimmers drop digits, so words with digits keep out of them.
    fn analyse(&self, word: &str) -> Token {
        let form = fold(word);
        let has_digit = word.chars().any(char::is_numeric);
        match &self.pipeline {
            Some(pipeline) if !has_digit => match pipeline.run(vec![word.to_owned()]).pop() {
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

#[cfg(test)]
mod tests {
    use super::{Analyzer, Token};

    fn stem(word: &str, language: &str) -> String {
        match Analyzer::default().tokens(word, language).pop() {
            Some(Token::Word { stem, .. }) => stem,
            other => panic!("{word} gave {other:?}"),
        }
    }

    #[test]
    fn inflected_forms_meet() {
        assert_eq!(stem("educativos", "es"), stem("educativa", "es"));
        assert_eq!(stem("governments", "en"), stem("government", "en"));
    }

    #[test]
    fn words_are_split_at_signs_and_folded() {
        let tokens = Analyzer::default().tokens("Salud/Educación (2013) de", "es");
        let forms: Vec<String> = tokens
            .into_iter()
            .map(|token| match token {
                Token::Word { form, .. } => form,
                Token::Stop(form) => format!("-{form}"),
            })
            .collect();
        assert_eq!(forms, ["salud", "educacion", "2013", "-de"]);
    }
}

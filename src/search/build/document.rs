//! The words of documents: which, where, and how much each counts.

use super::IndexError;
use super::analysis::{composed, ends_sentence, words};
use super::content::{FIELDS, Field, Searched, Shown, texts};
use super::impact;
use super::numbering::Numbering;
use super::vocabulary::{StemId, Vocabulary};
use crate::content::parse::sections_of;
use crate::model::{DocumentKind, PageId, Site};

/// Sentences begin at multiples of this: one that grows a little moves no word after it,
/// and so leaves their postings as they were.
const SENTENCE: u32 = 8;

/// A document as words, each told by its place in `words`.
pub struct Written {
    /// Index of its language.
    pub language: usize,
    kind: DocumentKind,
    /// Its different words, in the order they were met.
    pub words: Vec<Word>,
    /// By word: how often it stands there.
    pub counts: Vec<u32>,
    /// What stands between words that results show, but for spaces.
    pub gaps: Vec<Word>,
    /// Its sections, one after another.
    pub sections: Vec<Token>,
    /// What its front matter tells, sentence after sentence.
    pub facts: Vec<Token>,
    occurrences: Vec<Occurrence>,
}

/// A word of a document, or what stands between two.
pub enum Word {
    /// One that the vocabulary has.
    Known(u32),
    /// One that it has yet to learn.
    New(String),
}

/// A word of a text with what stands before it, or the text's end.
pub struct Token {
    /// Place in [`Written::gaps`]; none is a space.
    pub gap: Option<u32>,
    /// Place in [`Written::words`]; none is the end.
    pub word: Option<u32>,
}

struct Occurrence {
    word: u32,
    position: u32,
    field: Field,
}

impl Written {
    /// The words of a page, as far as `vocabulary` knows them.
    ///
    /// # Errors
    /// When the page's file has changed since it was checked.
    pub fn of(site: &Site, id: PageId, vocabulary: &Vocabulary) -> Result<Self, IndexError> {
        let page = &site.pages[id];
        let mut languages = site.config.languages.iter();
        let language = languages.position(|code| *code == page.language);
        let language = language.unwrap_or_default();
        let sections = sections_of(page)?;
        let texts = texts(site, page, &sections).into_iter();
        let texts: Vec<_> = texts.map(|text| (composed(text.text), text)).collect();
        let mut reader = Reader::with_room_for(texts.iter().map(|(text, _)| text.len()).sum());
        for (composed, text) in &texts {
            reader.read(text, composed);
        }
        let words = reader.words.iter();
        let gaps = reader.gaps.texts.iter();
        Ok(Self {
            language,
            kind: page.kind,
            words: words
                .map(|word| Word::new(word, vocabulary.word(language, word)))
                .collect(),
            counts: reader.counts,
            gaps: gaps
                .map(|gap| Word::new(gap, vocabulary.gap(gap)))
                .collect(),
            sections: reader.sections,
            facts: reader.facts,
            occurrences: reader.occurrences,
        })
    }
}

impl Word {
    fn new(text: &str, known: Option<u32>) -> Self {
        known.map_or_else(|| Self::New(text.to_owned()), Self::Known)
    }
}

/// Different words that most documents have room with.
const WORDS: usize = 512;
/// Bytes that most words take, and what stands between them.
const WORD: usize = 5;

/// Reads the texts of a document one after another.
#[derive(Default)]
struct Reader<'t> {
    numbers: Numbering<&'t str>,
    words: Vec<&'t str>,
    counts: Vec<u32>,
    gaps: Gaps<'t>,
    sections: Vec<Token>,
    facts: Vec<Token>,
    occurrences: Vec<Occurrence>,
    position: u32,
}

/// What stands between words, but for spaces.
#[derive(Default)]
struct Gaps<'t> {
    numbers: Numbering<&'t str>,
    texts: Vec<&'t str>,
}

impl<'t> Gaps<'t> {
    fn number(&mut self, gap: &'t str) -> Option<u32> {
        if gap == " " {
            return None;
        }
        let next = self.texts.len() as u32;
        let number = self.numbers.number(gap, next);
        if number == next {
            self.texts.push(gap);
        }
        Some(number)
    }
}

impl<'t> Reader<'t> {
    /// Has room for so many bytes of text.
    fn with_room_for(bytes: usize) -> Self {
        Self {
            numbers: Numbering::with_capacity(WORDS),
            words: Vec::with_capacity(WORDS),
            counts: Vec::with_capacity(WORDS),
            sections: Vec::with_capacity(bytes / WORD),
            occurrences: Vec::with_capacity(bytes / WORD),
            ..Self::default()
        }
    }

    fn read(&mut self, text: &Searched<'_>, composed: &'t str) {
        self.position = next_sentence(self.position);
        let mut words = words(composed);
        for (gap, word) in &mut words {
            if gap != " " && ends_sentence(gap) {
                self.position = next_sentence(self.position);
            }
            let word = self.number(word);
            self.show(text.shown, gap, Some(word));
            self.occurrences.push(Occurrence {
                word,
                position: self.position,
                field: text.field,
            });
            self.position += 1;
        }
        self.show(text.shown, words.rest, None);
    }

    /// Keeps a word with what stands before it, or a text's end, if results show it.
    fn show(&mut self, shown: Shown, gap: &'t str, word: Option<u32>) {
        let tokens = match shown {
            Shown::Nothing => return,
            Shown::Section => &mut self.sections,
            Shown::Fact => &mut self.facts,
        };
        let gap = self.gaps.number(gap);
        tokens.push(Token { gap, word });
    }

    fn number(&mut self, word: &'t str) -> u32 {
        let next = self.words.len() as u32;
        let number = self.numbers.number(word, next);
        if number == next {
            self.words.push(word);
            self.counts.push(0);
        }
        self.counts[number as usize] += 1;
        number
    }
}

fn next_sentence(position: u32) -> u32 {
    match position {
        0 => 0,
        _ => (position + 1).next_multiple_of(SENTENCE),
    }
}

/// A stem in a document.
pub struct Term<'p> {
    /// The stem.
    pub stem: StemId,
    /// How much it counts there.
    pub impact: u32,
    /// Where it stands.
    pub positions: &'p [u32],
}

/// Calls `read` with the stems of a document, in order, once the vocabulary has learnt
/// its words.
pub fn each_term(document: &Written, vocabulary: &Vocabulary, mut read: impl FnMut(Term<'_>)) {
    let lists = Lists::of(document);
    let stems = document.words.iter().zip(0..);
    let mut stems: Vec<(StemId, u32)> = stems
        .filter_map(|(word, number)| match word {
            Word::Known(word) => Some((vocabulary.stem_of(*word)?, number)),
            Word::New(_) => None,
        })
        .collect();
    stems.sort_unstable();
    let mut lengths = [0; FIELDS];
    for occurrence in stems.iter().flat_map(|(_, word)| lists.of_word(*word)) {
        impact::count(&mut lengths, occurrence.field);
    }
    let mut positions = Vec::new();
    for forms in stems.chunk_by(|(stem, _), (other, _)| stem == other) {
        let mut counts = [0; FIELDS];
        positions.clear();
        for occurrence in forms.iter().flat_map(|(_, word)| lists.of_word(*word)) {
            impact::count(&mut counts, occurrence.field);
            positions.push(occurrence.position);
        }
        if forms.len() > 1 {
            positions.sort_unstable();
        }
        read(Term {
            stem: forms[0].0,
            impact: impact::level(counts, &lengths, document.kind),
            positions: &positions,
        });
    }
}

/// A document's occurrences by word.
struct Lists<'d> {
    occurrences: &'d [Occurrence],
    /// Indices of occurrences, word by word.
    order: Vec<u32>,
    /// By word: where its list ends.
    ends: Vec<u32>,
}

impl<'d> Lists<'d> {
    /// A counting sort: there are as many lists as words.
    fn of(document: &'d Written) -> Self {
        let mut ends = document.counts.clone();
        let mut sum = 0;
        for end in &mut ends {
            sum += *end;
            *end = sum - *end;
        }
        let mut order = vec![0; document.occurrences.len()];
        for (occurrence, index) in document.occurrences.iter().zip(0..) {
            let end = &mut ends[occurrence.word as usize];
            order[*end as usize] = index;
            *end += 1;
        }
        Self {
            occurrences: &document.occurrences,
            order,
            ends,
        }
    }

    fn of_word(&self, word: u32) -> impl Iterator<Item = &'d Occurrence> {
        let word = word as usize;
        let start = word.checked_sub(1).map_or(0, |before| self.ends[before]);
        let list = &self.order[start as usize..self.ends[word] as usize];
        list.iter().map(|index| &self.occurrences[*index as usize])
    }
}

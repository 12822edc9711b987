//! Words that the site explains: marked where a text first uses them, and told together
//! on a page of their own.

use aho_corasick::{AhoCorasick, MatchKind};
use pulldown_cmark::Event;
use serde::Serialize;

use super::typography::hold_numbers;
use super::views::Views;
use crate::base::text::{escaped, fold};
use crate::model::{GLOSSARY_PAGE, Site, Term};

/// The words that texts of one language may use for what the glossary explains.
pub struct Explained {
    /// Every form of every word; none where nothing is explained.
    forms: Option<AhoCorasick>,
    /// By form: which word it is of.
    owners: Vec<usize>,
    words: Vec<Word>,
    /// The glossary's permalink.
    permalink: String,
}

/// A word, escaped for HTML.
struct Word {
    slug: String,
    definition: String,
}

/// Marks the words of one page, each once.
pub struct Marks<'e> {
    explained: &'e Explained,
    root: &'e str,
    is_marked: Vec<bool>,
}

/// An entry of the glossary.
#[derive(Serialize)]
pub struct DefinitionView<'s> {
    slug: &'s str,
    name: &'s str,
    definition: &'s str,
    /// Its other forms that any language has.
    acronyms: Vec<&'s str>,
    /// The language of its name where that is not the reader's.
    foreign_language: Option<&'s str>,
}

impl Explained {
    /// The words of texts in `language`.
    pub fn new(site: &Site, language: &str) -> Self {
        let mut forms = Vec::new();
        let mut owners = Vec::new();
        for (word, term) in site.glossary.iter().enumerate() {
            for form in forms_of(term, language) {
                forms.push(form);
                owners.push(word);
            }
        }
        let explained = |term: &Term| Word {
            slug: term.slug.clone(),
            definition: escaped(term.description.get(language)),
        };
        Self {
            forms: matcher(&forms),
            owners,
            words: site.glossary.iter().map(explained).collect(),
            permalink: format!("{}{GLOSSARY_PAGE}", site.config.language_folder(language)),
        }
    }

    /// Marks for a new page; `root` leads from its folder to the site's.
    pub fn marks<'e>(&'e self, root: &'e str) -> Marks<'e> {
        Marks {
            explained: self,
            root,
            is_marked: vec![false; self.words.len()],
        }
    }
}

fn acronyms(aliases: &[String]) -> Vec<&str> {
    let aliases = aliases.iter().map(String::as_str);
    aliases
        .filter(|alias| alias.to_uppercase() == *alias)
        .collect()
}

/// The longest form is the one that is meant.
fn matcher(forms: &[String]) -> Option<AhoCorasick> {
    let mut builder = AhoCorasick::builder();
    let matcher = builder.match_kind(MatchKind::LeftmostLongest).build(forms);
    matcher.ok().filter(|_| !forms.is_empty())
}

/// A word's name and its other forms, each also as it begins a sentence.
fn forms_of(term: &Term, language: &str) -> Vec<String> {
    let name = term.name.get(language);
    let written = std::iter::once(name).chain(term.aliases.iter().map(String::as_str));
    let mut forms: Vec<String> = written
        .flat_map(|form| [form.to_owned(), capitalised(form)])
        .collect();
    forms.sort_unstable();
    forms.dedup();
    forms.retain(|form| !form.is_empty());
    forms
}

fn capitalised(word: &str) -> String {
    let mut letters = word.chars();
    let first = letters.next().into_iter().flat_map(char::to_uppercase);
    first.chain(letters).collect()
}

impl Marks<'_> {
    /// A text with the words marked that were not yet.
    pub fn mark<'a>(&mut self, text: &str) -> Vec<Event<'a>> {
        let mut events = Vec::new();
        let mut from = 0;
        let plain = |part: &str| Event::Text(hold_numbers(part).into_owned().into());
        // What stands on two lines is one form, too.
        let line = text.replace('\n', " ");
        let found = self.explained.forms.iter();
        for found in found.flat_map(|forms| forms.find_iter(&line)) {
            let word = self.explained.owners[found.pattern().as_usize()];
            if self.is_marked[word] || !is_whole(text, found.range()) {
                continue;
            }
            self.is_marked[word] = true;
            events.push(plain(&text[from..found.start()]));
            events.push(Event::InlineHtml(self.link(word).into()));
            events.push(plain(&text[found.range()]));
            events.push(Event::InlineHtml("</a>".into()));
            from = found.end();
        }
        events.push(plain(&text[from..]));
        events
    }

    fn link(&self, word: usize) -> String {
        let Explained { permalink, .. } = self.explained;
        let Word { slug, definition } = &self.explained.words[word];
        let root = self.root;
        format!("<a class=\"term\" href=\"{root}{permalink}#q-{slug}\" title=\"{definition}\">")
    }
}

/// Whether a stretch of a text is no part of a longer word.
fn is_whole(text: &str, stretch: std::ops::Range<usize>) -> bool {
    let before = text[..stretch.start].chars().next_back();
    let after = text[stretch.end..].chars().next();
    !before.is_some_and(char::is_alphanumeric) && !after.is_some_and(char::is_alphanumeric)
}

impl<'s> Views<'s> {
    /// The glossary in the order of the alphabet.
    pub fn definitions(&self) -> Vec<DefinitionView<'s>> {
        let language = &self.edition.language;
        let view = |term: &'s Term| DefinitionView {
            slug: &term.slug,
            name: term.name.get(language),
            definition: term.description.get(language),
            acronyms: acronyms(&term.aliases),
            foreign_language: term.name.foreign_language(language),
        };
        let mut definitions: Vec<_> = self.site.glossary.iter().map(view).collect();
        definitions.sort_by_cached_key(|definition| fold(definition.name));
        definitions
    }
}

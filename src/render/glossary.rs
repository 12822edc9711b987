//! Glossary words: linked where a text first uses them, and listed on a page of their own.

use aho_corasick::{AhoCorasick, MatchKind};
use pulldown_cmark::Event;
use serde::Serialize;

use super::typography::join_numbers;
use super::views::Views;
use crate::base::text::{escaped, fold};
use crate::model::{GLOSSARY_PAGE, Site, Term};

/// Finds glossary words in texts of one language.
pub(super) struct GlossaryMatcher {
    /// Matches every form of every word; `None` if the glossary is empty.
    forms: Option<AhoCorasick>,
    /// Index of the word, by form.
    owners: Vec<usize>,
    words: Vec<Word>,
    /// Permalink of the glossary page.
    permalink: String,
}

/// A word, escaped for HTML.
struct Word {
    slug: String,
    definition: String,
}

/// Links the words of one page, each at its first occurrence.
pub(super) struct Linker<'e> {
    glossary: &'e GlossaryMatcher,
    root: &'e str,
    is_linked: Vec<bool>,
}

/// An entry of the glossary page.
#[derive(Serialize)]
pub(super) struct DefinitionView<'s> {
    slug: &'s str,
    name: &'s str,
    definition: &'s str,
    /// Other forms that are acronyms, which are the same in every language.
    acronyms: Vec<&'s str>,
    /// Language of `name` if it is not the reader's.
    foreign_language: Option<&'s str>,
}

impl GlossaryMatcher {
    /// Prepares matching in texts of `language`.
    pub(super) fn new(site: &Site, language: &str) -> Self {
        let mut forms = Vec::new();
        let mut owners = Vec::new();
        for (word, term) in site.glossary.iter().enumerate() {
            for form in forms_of(term, language) {
                forms.push(form);
                owners.push(word);
            }
        }
        let word = |term: &Term| Word {
            slug: term.slug.clone(),
            definition: escaped(term.description.get(language)),
        };
        Self {
            forms: matcher(&forms),
            owners,
            words: site.glossary.iter().map(word).collect(),
            permalink: format!("{}{GLOSSARY_PAGE}", site.config.language_folder(language)),
        }
    }

    /// Starts a new page; `root` is the prefix of links from its folder to the site's root.
    pub(super) fn linker<'e>(&'e self, root: &'e str) -> Linker<'e> {
        Linker {
            glossary: self,
            root,
            is_linked: vec![false; self.words.len()],
        }
    }
}

fn acronyms(aliases: &[String]) -> Vec<&str> {
    let aliases = aliases.iter().map(String::as_str);
    aliases
        .filter(|alias| alias.to_uppercase() == *alias)
        .collect()
}

/// Prefers the longest of overlapping forms.
fn matcher(forms: &[String]) -> Option<AhoCorasick> {
    let mut builder = AhoCorasick::builder();
    let matcher = builder.match_kind(MatchKind::LeftmostLongest).build(forms);
    matcher.ok().filter(|_| !forms.is_empty())
}

/// Returns the name and other forms of a word, each also as it begins a sentence.
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

impl Linker<'_> {
    /// Converts text to events, linking the words that are not linked yet.
    pub(super) fn link_words<'a>(&mut self, text: &str) -> Vec<Event<'a>> {
        let mut events = Vec::new();
        let mut from = 0;
        let plain = |part: &str| Event::Text(join_numbers(part).into_owned().into());
        // A form may extend over a line break.
        let line = text.replace('\n', " ");
        let found = self.glossary.forms.iter();
        for found in found.flat_map(|forms| forms.find_iter(&line)) {
            let word = self.glossary.owners[found.pattern().as_usize()];
            if self.is_linked[word] || !is_whole_word(text, found.range()) {
                continue;
            }
            self.is_linked[word] = true;
            events.push(plain(&text[from..found.start()]));
            events.push(Event::InlineHtml(self.link_start(word).into()));
            events.push(plain(&text[found.range()]));
            events.push(Event::InlineHtml("</a>".into()));
            from = found.end();
        }
        events.push(plain(&text[from..]));
        events
    }

    fn link_start(&self, word: usize) -> String {
        let GlossaryMatcher { permalink, .. } = self.glossary;
        let Word { slug, definition } = &self.glossary.words[word];
        let root = self.root;
        format!("<a class=\"term\" href=\"{root}{permalink}#q-{slug}\" title=\"{definition}\">")
    }
}

/// Returns whether a range of a text is not part of a longer word.
fn is_whole_word(text: &str, range: std::ops::Range<usize>) -> bool {
    let before = text[..range.start].chars().next_back();
    let after = text[range.end..].chars().next();
    !before.is_some_and(char::is_alphanumeric) && !after.is_some_and(char::is_alphanumeric)
}

impl<'s> Views<'s> {
    /// Returns the glossary in alphabetical order.
    pub(super) fn definitions(&self) -> Vec<DefinitionView<'s>> {
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

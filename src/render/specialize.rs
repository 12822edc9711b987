//! Specialises templates for the pages of one language: strings that are the same on all of
//! them are inlined, and so are small included templates. Both are resolved once instead of
//! for every page (partial evaluation: N. D. Jones, C. K. Gomard and P. Sestoft, "Partial
//! Evaluation and Automatic Program Generation", 1993).
//!
//! Only replacements that cannot change the output are made: see [`Specializer::included`]
//! and [`Specializer::string`]. Errors are reported for the templates as written.

use std::borrow::Cow;
use std::cell::RefCell;
use std::collections::{BTreeMap, HashMap};
use std::rc::Rc;
use std::sync::Arc;

use crate::messages::diagnostics::SourceFile;

/// Maximum size of a specialised template in bytes; a larger one is left as written.
const MAX_BYTES: usize = 256 * 1024;
/// Extensions of templates in which Tera escapes text.
const ESCAPED_EXTENSIONS: [&str; 3] = [".html", ".htm", ".xml"];
/// Template tags that change their meaning if inlined.
const CONTEXT_DEPENDENT: [&str; 5] = ["set", "set_global", "block", "extends", "component"];

/// Template sources by name.
pub(super) type Sources = BTreeMap<String, Arc<SourceFile>>;

/// Rewrites the templates of a theme for one language.
pub(super) struct Specializer<'t> {
    sources: &'t Sources,
    strings: HashMap<String, String>,
    /// Specialised text by template; `None` if the template is left as written or is still
    /// being processed, so that a recursive include remains an include.
    cache: RefCell<HashMap<&'t str, Option<Rc<str>>>>,
}

impl<'t> Specializer<'t> {
    /// Prepares to specialise `sources`; `strings` are the language's strings without
    /// arguments.
    pub(super) fn new(sources: &'t Sources, strings: HashMap<String, String>) -> Self {
        Self {
            sources,
            strings,
            cache: RefCell::default(),
        }
    }

    /// Returns every template with its text for this language.
    pub(super) fn templates(&self) -> Vec<(&'t str, Cow<'t, str>)> {
        let leaves_all = self.has_unescaped_includes();
        let templates = self.sources.iter();
        let templates = templates.map(|(name, source)| {
            let is_free = is_escaped(name) && !leaves_all;
            let own = is_free.then(|| self.text_of(name)).flatten();
            let text = match own {
                Some(text) => Cow::Owned(text.to_string()),
                None => Cow::Borrowed(source.text()),
            };
            (name.as_str(), text)
        });
        templates.collect()
    }

    fn text_of(&self, name: &str) -> Option<Rc<str>> {
        let (name, source) = self.sources.get_key_value(name)?;
        if let Some(known) = self.cache.borrow().get(name.as_str()) {
            return known.clone();
        }
        self.cache.borrow_mut().insert(name, None);
        let text: Option<Rc<str>> = self.specialized(source.text()).map(Rc::from);
        self.cache.borrow_mut().insert(name, text.clone());
        text
    }

    /// Returns whether a template without escaping may include another.
    fn has_unescaped_includes(&self) -> bool {
        let mut plain = self.sources.iter().filter(|(name, _)| !is_escaped(name));
        plain.any(|(_, source)| {
            ["include", "extends"]
                .iter()
                .any(|tag| source.text().contains(tag))
        })
    }

    /// Returns `None` if the text is better left as written.
    fn specialized(&self, text: &str) -> Option<String> {
        let mut written = String::with_capacity(text.len() * 2);
        for part in parts(text)? {
            match part {
                Part::Text(text) => written.push_str(text),
                Part::Tag(tag) => match self.string(tag).or_else(|| self.included(tag)) {
                    Some(known) => written.push_str(&known),
                    None => written.push_str(tag),
                },
            }
            if written.len() > MAX_BYTES {
                return None;
            }
        }
        Some(written)
    }

    /// Returns the text of `{{ t(key="…") }}`, if the string exists and can be inlined.
    fn string(&self, tag: &str) -> Option<Rc<str>> {
        let name = tag.strip_prefix("{{ t(key=\"")?.strip_suffix("\") }}")?;
        let mut escaped = Vec::new();
        tera::escape_html(self.strings.get(name)?, &mut escaped).ok()?;
        let text = String::from_utf8(escaped).ok()?;
        let is_plain = !text.contains('{') && !is_trimmable(&text);
        is_plain.then(|| text.into())
    }

    /// Returns the text of `{% include "…" %}`, if it means the same when inlined.
    fn included(&self, tag: &str) -> Option<Rc<str>> {
        let name = tag.strip_prefix("{% include \"")?.strip_suffix("\" %}")?;
        let is_dependent = |part: &Part<'_>| matches!(part, Part::Tag(tag) if CONTEXT_DEPENDENT.contains(&keyword(tag)));
        let text = self.text_of(name)?;
        // A brace at the end would open a tag together with what follows.
        let is_joined = is_trimmable(&text) || text.ends_with('{');
        let is_free = !is_joined && !parts(&text)?.iter().any(is_dependent);
        is_free.then_some(text)
    }
}

fn is_escaped(name: &str) -> bool {
    ESCAPED_EXTENSIONS
        .iter()
        .any(|suffix| name.ends_with(suffix))
}

/// Returns whether a tag before or after `text` could trim it, or `text` could trim its
/// surroundings.
fn is_trimmable(text: &str) -> bool {
    let is_edge = |character: Option<char>| character.is_none_or(char::is_whitespace);
    let trims = ["{%-", "{{-", "{#-"]
        .iter()
        .any(|tag| text.starts_with(tag))
        || ["-%}", "-}}", "-#}"].iter().any(|tag| text.ends_with(tag));
    trims || is_edge(text.chars().next()) || is_edge(text.chars().next_back())
}

/// Returns the first word of a tag.
fn keyword(tag: &str) -> &str {
    let inside = tag
        .trim_start_matches("{%")
        .trim_start_matches('-')
        .trim_start();
    let end = inside.find(|character: char| !character.is_alphanumeric() && character != '_');
    &inside[..end.unwrap_or(inside.len())]
}

enum Part<'t> {
    /// Literal text.
    Text(&'t str),
    /// A tag with its delimiters.
    Tag(&'t str),
}

/// Splits a template into parts; `None` if it has comments, raw blocks or unclosed tags.
fn parts(text: &str) -> Option<Vec<Part<'_>>> {
    if text.contains("{#") {
        return None;
    }
    let mut parts = Vec::new();
    let mut rest = text;
    while let Some(start) = rest.find("{{").into_iter().chain(rest.find("{%")).min() {
        let (before, from) = rest.split_at(start);
        let (tag, after) = from.split_at(end_of_tag(from)?);
        if keyword(tag) == "raw" {
            return None;
        }
        parts.extend([Part::Text(before), Part::Tag(tag)]);
        rest = after;
    }
    parts.push(Part::Text(rest));
    Some(parts)
}

/// Returns the end of the tag at the start of `text`, ignoring delimiters in quotes.
fn end_of_tag(text: &str) -> Option<usize> {
    let end = if text.starts_with("{{") { "}}" } else { "%}" };
    let mut quote = None;
    for (at, character) in text.char_indices() {
        match (quote, character) {
            (None, '"' | '\'' | '`') => quote = Some(character),
            (Some(open), _) if open == character => quote = None,
            (None, _) if text[at..].starts_with(end) => return Some(at + end.len()),
            _ => {}
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use std::collections::HashMap;

    use tera::{Context, Tera};

    use super::{Sources, Specializer};
    use crate::messages::diagnostics::SourceFile;
    use crate::messages::locale::{Catalogue, Strings};
    use crate::render::words;

    /// Returns `page.html` specialised for a language in which `a` is “A & B”.
    fn specialized(page: &str, part: &str) -> String {
        let files = [("page.html", page), ("part.html", part)];
        let sources: Sources = files
            .into_iter()
            .map(|(name, text)| (name.to_owned(), SourceFile::new(name, text.to_owned())))
            .collect();
        let strings = [("a", "A & B"), ("empty", ""), ("braces", "{{ b }}")];
        let strings: HashMap<String, String> = strings
            .into_iter()
            .map(|(name, text)| (name.to_owned(), text.to_owned()))
            .collect();
        let templates = Specializer::new(&sources, strings).templates();
        let mut templates = templates.into_iter();
        let page = templates.find(|(name, _)| *name == "page.html");
        page.unwrap().1.into_owned()
    }

    #[test]
    fn strings_and_small_includes_are_inlined() {
        let page = r#"<p title="{{ t(key="a") }}">{% include "part.html" %}</p>"#;
        let part = r#"<b>{{ t(key="a") }}</b>{{ b }}"#;
        assert_eq!(
            specialized(page, part),
            r#"<p title="A &amp; B"><b>A &amp; B</b>{{ b }}</p>"#
        );
    }

    #[test]
    fn recursive_includes_terminate() {
        let page = r#"{% include "part.html" %}"#;
        let part = r#"<b>{% include "part.html" %}{% include "page.html" %}{{ b }}</b>"#;
        assert_eq!(specialized(page, part), part);
        let long = "<b></b>".repeat(100_000);
        assert_eq!(specialized(page, &long), page);
    }

    #[test]
    fn context_dependent_tags_are_left_as_written() {
        let part = "<b></b>";
        for page in [
            r#"{{ t(key="a", b=c) }}"#,
            r#"{{ t(key="unknown") }}"#,
            r#"{{ t(key="empty") }}"#,
            r#"{{ t(key="braces") }}"#,
            r#"{{- t(key="a") }}"#,
            r#"{{ '{{ t(key="a") }}' }}"#,
            r#"{# {% include "part.html" %} #}"#,
            r#"{% raw %}{{ t(key="a") }}{% endraw %}"#,
            r#"{%- include "part.html" %}"#,
        ] {
            assert_eq!(specialized(page, part), page);
        }
        let page = r#"{% include "part.html" %}"#;
        for part in [
            "",
            "<b></b>\n",
            "{%- if b %}c{% endif %}",
            "{{ b -}}",
            "<b>{",
            "{% set b = c %}<b></b>",
            "{% extends \"base.html\" %}",
            r#"{% include "part.html" %}"#,
        ] {
            assert_eq!(specialized(page, part), page, "{part}");
        }
    }

    const STRINGS: &str = "a = A & B\nplain = agua\nempty = { \"\" }\nbraces = { \"{{\" } v { \"}}\" }\n\
                           edges = { \" \" }c{ \" \" }\nquotes = \"«'\"\narguments = { $n } de 2\n";
    const TEXTS: [&str; 14] = [
        "",
        " ",
        "\n",
        "x",
        "<b>",
        "</b>\n",
        " & ",
        "}}",
        "%}",
        "{",
        "'",
        "\"",
        " - ",
        "t(key=\"a\")",
    ];
    const EXPRESSIONS: [&str; 13] = [
        r#"t(key="a")"#,
        r#"t(key="plain")"#,
        r#"t(key="empty")"#,
        r#"t(key="braces")"#,
        r#"t(key="edges")"#,
        r#"t(key="quotes")"#,
        r#"t(key="arguments", n=v)"#,
        r#"t(key="a") | upper"#,
        r#"t(key='a')"#,
        r#"t(key="unknown", default=v)"#,
        r#"'{{ t(key="a") }}'"#,
        "v",
        "list[0]",
    ];

    /// Makes small templates at random; the same ones for the same seed.
    struct Generator(fastrand::Rng);

    impl Generator {
        fn pick<'t>(&mut self, texts: &[&'t str]) -> &'t str {
            texts[self.0.usize(..texts.len())]
        }

        /// Encloses a tag's contents in delimiters, some of which trim the text around them.
        fn tag(&mut self, open: &str, inside: &str, close: &str) -> String {
            let before = self.pick(&["", "", "", "", "-"]);
            let after = self.pick(&["", "", "", "", "-"]);
            format!("{open}{before} {inside} {after}{close}")
        }

        fn block(&mut self, start: &str, body: &str, end: &str) -> String {
            let start = self.tag("{%", start, "%}");
            let end = self.tag("{%", end, "%}");
            format!("{start}{body}{end}")
        }

        /// Returns a few parts in a row. `includes` may be included, `depth` limits nesting.
        fn template(&mut self, includes: &[&str], depth: u32) -> String {
            let count = self.0.usize(1..5);
            (0..count).map(|_| self.part(includes, depth)).collect()
        }

        fn part(&mut self, includes: &[&str], depth: u32) -> String {
            let most = if depth > 0 { 10 } else { 6 };
            match self.0.u32(..most) {
                0 | 1 => self.pick(&TEXTS).to_owned(),
                2 | 3 => {
                    let expression = self.pick(&EXPRESSIONS);
                    self.tag("{{", expression, "}}")
                }
                4 | 5 if !includes.is_empty() => {
                    let name = self.pick(includes);
                    self.tag("{%", &format!("include \"{name}\""), "%}")
                }
                4 | 5 => "y".to_owned(),
                6 => {
                    let expression = self.pick(&EXPRESSIONS);
                    self.tag("{%", &format!("set v = {expression}"), "%}")
                }
                7 => {
                    let body = self.template(includes, depth - 1);
                    let condition = self.pick(&["if v", "if no", "if v == 'A'"]);
                    self.block(condition, &body, "endif")
                }
                8 => {
                    let body = self.template(includes, depth - 1);
                    self.block("for v in list", &body, "endfor")
                }
                _ => {
                    let body = self.template(includes, depth - 1);
                    match self.0.bool() {
                        true => self.block("raw", &body, "endraw"),
                        false => self.tag("{#", &body, "#}"),
                    }
                }
            }
        }

        /// Returns a page and what it includes, and at times a template without escaping.
        fn theme(&mut self) -> Sources {
            let mut files = vec![
                ("page.html", self.template(&["part.html", "small.html"], 2)),
                ("part.html", self.template(&["small.html"], 2)),
                ("small.html", self.template(&[], 1)),
            ];
            if self.0.u32(..4) == 0 {
                files.push(("plain.txt", self.template(&["part.html", "small.html"], 1)));
            }
            let files = files.into_iter();
            files
                .map(|(name, text)| (name.to_owned(), SourceFile::new(name, text)))
                .collect()
        }
    }

    fn compiled<'t>(
        strings: &Strings,
        templates: impl IntoIterator<Item = (&'t str, String)>,
    ) -> tera::TeraResult<Tera> {
        let mut tera = Tera::new();
        words::register(&mut tera, strings, "es");
        tera.add_raw_templates(templates)?;
        Ok(tera)
    }

    /// Compares every template of a theme, rendered as written and specialised. Returns
    /// whether the theme is valid and was changed by being specialised.
    fn compare(strings: &Strings, sources: &Sources) -> bool {
        let texts = sources
            .iter()
            .map(|(name, source)| (name.as_str(), source.text().to_owned()));
        let texts: Vec<(&str, String)> = texts.collect();
        let Ok(written) = compiled(strings, texts.clone()) else {
            return false;
        };
        let plain = strings.get("es").unwrap().plain();
        let plain = plain.map(|(name, text)| (name.to_owned(), text)).collect();
        let templates = Specializer::new(sources, plain).templates();
        let templates: Vec<(&str, String)> = templates
            .into_iter()
            .map(|(name, text)| (name, text.into_owned()))
            .collect();
        let specialized = compiled(strings, templates.clone());
        let specialized = specialized.unwrap_or_else(|error| panic!("{error}\n{texts:#?}"));
        let mut context = Context::new();
        context.insert("v", "A");
        context.insert("no", &false);
        context.insert("list", &["<1>", "2"]);
        for (name, _) in &texts {
            let [expected, found] =
                [&written, &specialized].map(|tera| tera.render(name, &context).ok());
            assert_eq!(found, expected, "{name}\n{texts:#?}\n{templates:#?}");
        }
        texts != templates
    }

    #[test]
    fn random_templates_render_the_same_bytes() {
        let catalogue = Catalogue::parse("es", STRINGS).unwrap();
        let mut strings = Strings::default();
        strings.add(catalogue, STRINGS);
        let mut generator = Generator(fastrand::Rng::with_seed(1));
        let changed = (0..3000)
            .filter(|_| compare(&strings, &generator.theme()))
            .count();
        assert!(
            changed > 500,
            "only {changed} themes put the specialiser to the test"
        );
    }
}

//! Specialised templates render as they were written.

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

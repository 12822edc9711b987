//! The page at the top of a copy: it opens the site by double click, and says which
//! edition it is and whether it is whole as far as a browser can tell.

use serde::Serialize;

use super::edition::{Edition, EditionTime};
use super::keys::KeyId;
use super::layout::SITE;
use super::site::BuiltSite;
use crate::base::text::size;
use crate::messages::locale::{self, Argument, Catalogue, DEFAULT_LANGUAGE, languages};

/// How it looks.
pub const STYLE: &str = include_str!("opening/abrir.css");
/// What it finds out.
pub const SCRIPT: &str = include_str!("opening/abrir.js");

/// What it says in one language.
#[derive(Serialize)]
struct Section {
    language: String,
    title: String,
    home: String,
    link: String,
    edition: String,
    contents: String,
    signed: Option<String>,
    without_script: String,
    checking: String,
    whole: String,
    missing: String,
    mixed: String,
}

/// The page, in each language of the site that Quipu speaks.
pub fn page(site: &BuiltSite, edition: &Edition, key: Option<KeyId>) -> String {
    let spoken = spoken(&edition.languages);
    let sections: Vec<Section> = spoken
        .iter()
        .map(|language| section(&locale::catalogue(language), site, edition, key))
        .collect();
    let mut context = tera::Context::new();
    context.insert("sections", &sections);
    context.insert("edition", &edition.edition.to_string());
    tera::Tera::default()
        .render_str(include_str!("opening/abrir.html"), &context, true)
        .expect("a test renders the page")
}

/// The site's languages that Quipu has words for; Spanish where there are none.
fn spoken(of_site: &[String]) -> Vec<String> {
    let known = languages();
    let mut spoken: Vec<String> = of_site
        .iter()
        .filter(|language| known.contains(language))
        .cloned()
        .collect();
    if spoken.is_empty() {
        spoken.push(DEFAULT_LANGUAGE.to_owned());
    }
    spoken
}

fn section(words: &Catalogue, site: &BuiltSite, edition: &Edition, key: Option<KeyId>) -> Section {
    let language = words.language();
    let home = site
        .home(language)
        .unwrap_or_else(|| "index.html".to_owned());
    let facts = [
        ("files", Argument::Number(edition.files)),
        ("size", Argument::from(&size(edition.bytes))),
    ];
    let signed = key.map(|key| {
        let key = Argument::from(&key.to_string());
        words.format("opening-signed", &[("key", key)])
    });
    Section {
        language: language.to_owned(),
        title: edition.title_in(language).to_owned(),
        home: format!("{SITE}{home}"),
        link: words.text("opening-link"),
        edition: words.format("opening-edition", &[("time", time(words, edition.edition))]),
        contents: words.format("opening-contents", &facts),
        signed,
        without_script: words.text("opening-without-script"),
        checking: words.text("opening-checking"),
        whole: words.text("opening-whole"),
        missing: words.text("opening-missing"),
        mixed: words.text("opening-mixed"),
    }
}

/// A time in words, in UTC.
pub fn time(words: &Catalogue, time: EditionTime) -> Argument {
    let civil = time.civil();
    let number = |number: i64| Argument::Number(u64::try_from(number).unwrap_or_default());
    let two = |number: i8| Argument::from(&format!("{number:02}"));
    let year = civil.year().to_string();
    let facts = [
        ("day", number(civil.day().into())),
        ("month", number(civil.month().into())),
        ("year", Argument::from(&year)),
        ("hour", two(civil.hour())),
        ("minute", two(civil.minute())),
    ];
    Argument::from(&words.format("edition-time", &facts))
}

//! The page at the top of a copy: opens the site by double click, states its edition, and
//! checks for missing files as far as a browser can.

use serde::Serialize;

use super::edition::{Edition, EditionTime};
use super::keys::KeyId;
use super::layout::SITE;
use super::site::BuiltSite;
use crate::base::text::size;
use crate::messages::locale::{self, Argument, Catalogue, DEFAULT_LANGUAGE, languages};

/// CSS of the page, for [`OPENING_STYLE`](super::layout::OPENING_STYLE).
pub(crate) const STYLE: &str = include_str!("opening/abrir.css");
/// JavaScript of the page, for [`OPENING_SCRIPT`](super::layout::OPENING_SCRIPT).
pub(crate) const SCRIPT: &str = include_str!("opening/abrir.js");

/// Template data of the page for one language.
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

/// Renders the page, with a section for each language of the site that Quipu supports.
pub(crate) fn page(site: &BuiltSite, edition: &Edition, key: Option<KeyId>) -> String {
    let supported = supported_languages(&edition.languages);
    let sections: Vec<Section> = supported
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

/// Returns the site's languages that Quipu has messages for, or only the default language if
/// there are none.
fn supported_languages(of_site: &[String]) -> Vec<String> {
    let known = languages();
    let mut supported: Vec<String> = of_site
        .iter()
        .filter(|language| known.contains(language))
        .cloned()
        .collect();
    if supported.is_empty() {
        supported.push(DEFAULT_LANGUAGE.to_owned());
    }
    supported
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

/// Formats a time for people, in UTC.
pub(crate) fn time(words: &Catalogue, time: EditionTime) -> Argument {
    let civil = time.civil();
    let number = |number: i64| Argument::Number(u64::try_from(number).unwrap_or_default());
    let two_digits = |number: i8| Argument::from(&format!("{number:02}"));
    let year = civil.year().to_string();
    let facts = [
        ("day", number(civil.day().into())),
        ("month", number(civil.month().into())),
        ("year", Argument::from(&year)),
        ("hour", two_digits(civil.hour())),
        ("minute", two_digits(civil.minute())),
    ];
    Argument::from(&words.format("edition-time", &facts))
}

//! Which pages a reader of another language would miss, or find out of date.

use crate::messages::diagnostics::{Diagnostic, Kind, Location};
use crate::model::{DocumentKind, Page, Site};

/// A piece of advice for each translation that is missing or older than its
/// original, by the dates both give.
pub fn translations(site: &Site) -> Vec<Diagnostic> {
    let default = site.config.default_language();
    let originals = site
        .pages
        .iter()
        .enumerate()
        .filter(|(_, page)| page.language == default && page.kind != DocumentKind::Section);
    let mut advice = Vec::new();
    for (id, page) in originals {
        for language in site.config.languages.iter().filter(|code| *code != default) {
            let translation = &site.pages[site.translated(id, language)];
            advice.extend(remark(page, translation, language));
        }
    }
    advice
}

fn remark(page: &Page, translation: &Page, language: &str) -> Option<Diagnostic> {
    let language = language.to_owned();
    let (kind, about) = if translation.language != language {
        (Kind::MissingTranslation { language }, page)
    } else if dated(translation)? < dated(page)? {
        (Kind::StaleTranslation { language }, translation)
    } else {
        return None;
    };
    let place = Location::new(&about.source, about.front.title.span.clone());
    Some(Diagnostic::new(kind, place))
}

fn dated(page: &Page) -> Option<jiff::civil::Date> {
    page.front.updated.or(page.front.date)
}

//! Finds translations that are missing or out of date.

use crate::messages::diagnostics::{Diagnostic, Kind, Location};
use crate::model::{DocumentKind, Page, Site};

/// Returns a diagnostic for each translation that is missing or, by the dates in the front
/// matter, older than its original.
pub(crate) fn translations(site: &Site) -> Vec<Diagnostic> {
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
    let location = Location::new(&about.source, about.front.title.span.clone());
    Some(Diagnostic::new(kind, location))
}

fn dated(page: &Page) -> Option<jiff::civil::Date> {
    page.front.updated.or(page.front.date)
}

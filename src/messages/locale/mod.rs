//! Message catalogues in Fluent, one file per language.
//!
//! The command line's own catalogues are `src/messages/catalogues/*.ftl`; a theme has its
//! strings in the same format (`i18n/*.ftl`), with its formats of dates and numbers. To add
//! a language, add a file: every other part of Quipu finds languages through this module.

mod argument;
mod catalogue;
mod message;
mod strings;

pub use argument::Argument;
pub use catalogue::{Catalogue, CatalogueError};
pub use message::Message;
pub use strings::Strings;

use rust_embed::RustEmbed;

#[derive(RustEmbed)]
#[folder = "src/messages/catalogues/"]
struct Catalogues;

/// Fallback language: all of Quipu's messages are in Spanish first.
pub const DEFAULT_LANGUAGE: &str = "es";

/// Returns the language codes of the command line's catalogues, sorted.
pub fn languages() -> Vec<String> {
    let mut codes: Vec<String> = Catalogues::iter()
        .filter_map(|file| file.strip_suffix(".ftl").map(str::to_owned))
        .collect();
    codes.sort();
    codes
}

/// Returns the command line's catalogue for a language tag such as `en`, `es-PE` or
/// `en_US.UTF-8`; the Spanish one if there is none for it.
pub fn catalogue(tag: &str) -> Catalogue {
    let wanted = tag.split(['-', '_', '.']).next().unwrap_or_default();
    let code = languages()
        .into_iter()
        .find(|code| code.eq_ignore_ascii_case(wanted))
        .unwrap_or_else(|| DEFAULT_LANGUAGE.to_owned());
    let file = Catalogues::get(&format!("{code}.ftl")).expect("catalogues are embedded");
    let text = std::str::from_utf8(&file.data).expect("catalogues are UTF-8");
    Catalogue::parse(&code, text).expect("a test parses every embedded catalogue")
}

/// Returns the command line's catalogues, the default language's first, then by code.
pub(crate) fn catalogues() -> Vec<Catalogue> {
    let others = languages()
        .into_iter()
        .filter(|code| code != DEFAULT_LANGUAGE);
    let codes = std::iter::once(DEFAULT_LANGUAGE.to_owned()).chain(others);
    codes.map(|code| catalogue(&code)).collect()
}

/// Whether keys of front matter and columns of tables are shown by their Spanish aliases.
/// These names belong to the format, which has two sets; other languages show the canonical
/// ones.
pub(crate) fn prefers_aliases(language: &str) -> bool {
    language == DEFAULT_LANGUAGE
}

/// Returns the language requested by the environment (`LC_ALL`, `LANG`, or the system
/// setting on Windows and macOS).
pub fn environment_language() -> String {
    sys_locale::get_locale().unwrap_or_else(|| DEFAULT_LANGUAGE.to_owned())
}

#[cfg(test)]
mod tests {
    use super::{DEFAULT_LANGUAGE, catalogue, languages};

    #[test]
    fn every_embedded_catalogue_parses() {
        assert!(languages().iter().any(|code| code == DEFAULT_LANGUAGE));
        for code in languages() {
            assert_eq!(catalogue(&code).language(), code);
        }
    }

    #[test]
    fn catalogues_hold_the_same_entries() {
        let spanish = catalogue("es").entries();
        for code in languages() {
            assert_eq!(catalogue(&code).entries(), spanish, "{code}.ftl and es.ftl");
        }
    }

    #[test]
    fn a_tag_finds_its_language_and_others_fall_back_to_spanish() {
        for (tag, code) in [
            ("en_US.UTF-8", "en"),
            ("EN-gb", "en"),
            ("es-PE", "es"),
            ("C", "es"),
            ("qu", "es"),
            ("", "es"),
        ] {
            assert_eq!(catalogue(tag).language(), code, "{tag}");
        }
    }
}

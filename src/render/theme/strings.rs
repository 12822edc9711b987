//! Checks that a theme has strings in the languages of a site.

use crate::messages::diagnostics::{Diagnostic, Kind};
use crate::messages::locale::Strings;
use crate::model::Config;

/// Number of missing strings that a diagnostic lists.
const MAX_LISTED: usize = 5;

/// Reports languages of the site without strings, or with strings missing. Without any, it
/// is an error: pages would pass off Spanish as the other language.
pub(super) fn check(strings: &Strings, config: &Config, diagnostics: &mut Vec<Diagnostic>) {
    for language in &config.languages {
        let file = format!("themes/{}/i18n/{language}.ftl", config.theme.value);
        let language = language.clone();
        let location = config.language_location(&language);
        let kind = match strings.missing(&language) {
            Some(missing) if missing.is_empty() => continue,
            Some(missing) => Kind::IncompleteStrings {
                language,
                file,
                count: missing.len(),
                first: missing.into_iter().take(MAX_LISTED).collect(),
            },
            None if is_invalid(&language, diagnostics) => continue,
            None => Kind::MissingStrings { language, file },
        };
        diagnostics.push(Diagnostic::new(kind, location));
    }
}

/// Whether a file with the strings of `language` was reported as invalid.
fn is_invalid(language: &str, diagnostics: &[Diagnostic]) -> bool {
    let file = format!("/i18n/{language}.ftl");
    diagnostics.iter().any(|found| {
        matches!(found.kind, Kind::InvalidStrings { .. })
            && found.location.source.path.ends_with(&file)
    })
}

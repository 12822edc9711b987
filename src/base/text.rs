//! Comparing and shortening text: case folding, slugs, fuzzy matching.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Maximum length of a path segment in a permalink, in bytes.
pub(crate) const MAX_SEGMENT_BYTES: usize = 80;

/// Removes case and accents, so that `Educación` matches `EDUCACION`. The search script in
/// the browser folds in the same way.
pub(crate) fn fold(text: &str) -> String {
    if text.is_ascii() {
        return text.to_ascii_lowercase();
    }
    text.nfd()
        .filter(|character| !is_combining_mark(*character))
        .flat_map(char::to_lowercase)
        .collect()
}

/// Escapes text for HTML content and attribute values.
pub(crate) fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    pulldown_cmark_escape::escape_html(&mut escaped, text)
        .expect("writing to a string does not fail");
    escaped
}

/// Converts text to a file name that is valid on any system: `[a-z0-9-]` only. Empty if
/// nothing can be transliterated.
pub(crate) fn slug(text: &str) -> String {
    let mut slug = String::with_capacity(text.len());
    for character in deunicode::deunicode(text).chars() {
        if character.is_ascii_alphanumeric() {
            slug.push(character.to_ascii_lowercase());
        } else if !slug.is_empty() && !slug.ends_with('-') {
            slug.push('-');
        }
    }
    slug.truncate(slug.trim_end_matches('-').len());
    slug
}

/// Formats a number of bytes for people, in decimal units: `640 KB`, `3.7 MB`.
pub(crate) fn size(bytes: u64) -> String {
    const UNITS: [&str; 4] = ["KB", "MB", "GB", "TB"];
    if bytes < 1000 {
        return format!("{bytes} B");
    }
    let mut amount = bytes as f64 / 1000.0;
    let mut unit = 0;
    while amount >= 999.5 && unit + 1 < UNITS.len() {
        amount /= 1000.0;
        unit += 1;
    }
    let decimals = usize::from(amount < 99.95 && unit > 0);
    format!("{amount:.decimals$} {}", UNITS[unit])
}

/// Returns the candidate nearest to `word` after folding, if it is near enough to have been
/// meant: at a Damerau-Levenshtein distance of at most a third of the word's length.
pub(crate) fn nearest<'a>(
    word: &str,
    candidates: impl IntoIterator<Item = &'a str>,
) -> Option<String> {
    let word = fold(word);
    let length = word.chars().count();
    let limit = (length / 3).max(1);
    candidates
        .into_iter()
        .map(|candidate| (fold(candidate), candidate))
        // The difference in length is a lower bound of the distance and cheaper to compute.
        .filter(|(folded, _)| folded.chars().count().abs_diff(length) <= limit)
        .map(|(folded, candidate)| (strsim::damerau_levenshtein(&word, &folded), candidate))
        .filter(|(distance, _)| *distance <= limit)
        .min()
        .map(|(_, candidate)| candidate.to_owned())
}

#[cfg(test)]
mod tests {
    use super::{fold, nearest, size, slug};

    #[test]
    fn folding_drops_case_and_accents() {
        assert_eq!(fold("EDUCACIÓN Ñandú"), "educacion nandu");
        assert_eq!(fold("Ashéninka Pichis"), "asheninka pichis");
    }

    #[test]
    fn slugs_are_plain_ascii() {
        assert_eq!(slug("¿Qué se necesita?"), "que-se-necesita");
        assert_eq!(slug("  Cuñumbuqui — 2011/2012 "), "cunumbuqui-2011-2012");
        assert_eq!(slug("¿?"), "");
    }

    #[test]
    fn sizes_have_at_most_three_digits() {
        for (bytes, expected) in [
            (0, "0 B"),
            (999, "999 B"),
            (1_000, "1 KB"),
            (640_123, "640 KB"),
            (999_900, "1.0 MB"),
            (3_700_000, "3.7 MB"),
            (123_400_000, "123 MB"),
            (4_294_967_296, "4.3 GB"),
        ] {
            assert_eq!(size(bytes), expected);
        }
    }

    #[test]
    fn only_near_words_are_suggested() {
        let regions = ["loreto", "ucayali", "san-martin"];
        assert_eq!(nearest("Lorteo", regions), Some("loreto".into()));
        assert_eq!(nearest("sanmartin", regions), Some("san-martin".into()));
        assert_eq!(nearest("Bolivia", regions), None);
    }
}

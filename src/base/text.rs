//! How Quipu compares and shortens words: folding, slugs, nearness.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Longest part of a permalink, in bytes.
pub const LONGEST_PART: usize = 80;

/// Text without case and accents, so that `Educación` meets `EDUCACION`.
/// The search reader in the browser folds in the same way.
pub fn fold(text: &str) -> String {
    if text.is_ascii() {
        return text.to_ascii_lowercase();
    }
    text.nfd()
        .filter(|character| !is_combining_mark(*character))
        .flat_map(char::to_lowercase)
        .collect()
}

/// Text as it may stand in HTML, in attributes, too.
pub fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    pulldown_cmark_escape::escape_html(&mut escaped, text)
        .expect("writing to a string does not fail");
    escaped
}

/// Text as it may stand in a file name on any system: `[a-z0-9-]` only,
/// empty when nothing of it can.
pub fn slug(text: &str) -> String {
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

/// How large something is, for people: `640 KB`, `3.7 MB`.
pub fn size(bytes: u64) -> String {
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

/// The candidate most like `word`, if one is like enough to have been meant.
/// Likeness is the Damerau-Levenshtein distance, at most a third of the word's length.
pub fn nearest<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<String> {
    let word = fold(word);
    let length = word.chars().count();
    let limit = (length / 3).max(1);
    candidates
        .into_iter()
        .map(|candidate| (fold(candidate), candidate))
        // What is too long or too short cannot be near, and need not be measured.
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
    fn sizes_are_told_with_at_most_three_figures() {
        for (bytes, told) in [
            (0, "0 B"),
            (999, "999 B"),
            (1_000, "1 KB"),
            (640_123, "640 KB"),
            (999_900, "1.0 MB"),
            (3_700_000, "3.7 MB"),
            (123_400_000, "123 MB"),
            (4_294_967_296, "4.3 GB"),
        ] {
            assert_eq!(size(bytes), told);
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

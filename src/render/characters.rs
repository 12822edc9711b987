//! Characters that no reader of a page or data file expects, such as those that a word
//! processor leaves behind.

/// Removes what XML forbids (Extensible Markup Language 1.0, 2.2 "Characters"), and escapes
/// the line separators that old browsers take for line ends within a script.
pub(super) fn permitted(text: Vec<u8>, media_type: &str) -> Vec<u8> {
    let is_script = media_type.contains("javascript");
    let breaks_lines = is_script && has_separators(&text);
    if !(breaks_lines || has_controls(&text) || has_noncharacters(&text)) {
        return text;
    }
    let text = String::from_utf8_lossy(&text);
    let mut permitted = String::with_capacity(text.len());
    for character in text.chars().filter(|it| is_permitted(*it)) {
        match character {
            '\u{2028}' if is_script => permitted.push_str("\\u2028"),
            '\u{2029}' if is_script => permitted.push_str("\\u2029"),
            _ => permitted.push(character),
        }
    }
    permitted.into_bytes()
}

fn is_permitted(character: char) -> bool {
    match character {
        '\t' | '\n' | '\r' => true,
        '\u{7F}'..='\u{9F}' => false,
        '\u{FFFE}' | '\u{FFFF}' => false,
        _ => character >= ' ',
    }
}

/// Whether there are C0 controls, `DEL`, or bytes that may be C1 controls.
fn has_controls(text: &[u8]) -> bool {
    let is_control = |byte: u8| byte == 0x7F || (byte < b' ' && !b"\t\n\r".contains(&byte));
    let has = text.iter().fold(false, |has, byte| has | is_control(*byte));
    has || memchr::memchr_iter(0xC2, text).any(|at| text.get(at + 1).is_some_and(|it| *it < 0xA0))
}

fn has_noncharacters(text: &[u8]) -> bool {
    let mut lasts = memchr::memchr_iter(0xEF, text);
    lasts.any(|at| matches!(text.get(at + 1..at + 3), Some([0xBF, 0xBE | 0xBF])))
}

fn has_separators(text: &[u8]) -> bool {
    let mut starts = memchr::memchr_iter(0xE2, text);
    starts.any(|at| matches!(text.get(at + 1..at + 3), Some([0x80, 0xA8 | 0xA9])))
}

#[cfg(test)]
mod tests {
    use super::permitted;

    #[test]
    fn forbidden_characters_are_removed_and_others_stay() {
        for (text, html, script) in [
            ("agua ñ\t\n\r", "agua ñ\t\n\r", "agua ñ\t\n\r"),
            ("a\u{0}\u{1}\u{1F}\u{7F}b", "ab", "ab"),
            ("a\u{85}\u{9F}\u{A0}b", "a\u{A0}b", "a\u{A0}b"),
            ("a\u{FFFE}\u{FFFF}\u{FFFD}b", "a\u{FFFD}b", "a\u{FFFD}b"),
            (
                "a\u{2028}\u{2029}b",
                "a\u{2028}\u{2029}b",
                "a\\u2028\\u2029b",
            ),
        ] {
            let made = |media_type| permitted(text.as_bytes().to_vec(), media_type);
            assert_eq!(made("text/html"), html.as_bytes());
            assert_eq!(made("text/javascript"), script.as_bytes());
        }
    }
}

//! Spaces that must not break a line: `80 000`, `28,2 %`, `S/ 74,9`.

use std::borrow::Cow;

const NO_BREAK: char = '\u{a0}';

/// `text` with its numbers held together.
pub fn hold_numbers(text: &str) -> Cow<'_, str> {
    if !text.bytes().any(|byte| byte.is_ascii_digit()) {
        return Cow::Borrowed(text);
    }
    let pairs = text.as_bytes().windows(2).enumerate();
    let spaces = pairs.filter(|(_, pair)| pair[0] == b' ' && !pair[1].is_ascii_alphabetic());
    let spaces = spaces.map(|(at, _)| at);
    let inside = spaces.filter(|at| is_inside_number(&text[..*at], &text[*at + 1..]));
    let mut held = String::new();
    let mut end = 0;
    for at in inside {
        held.push_str(&text[end..at]);
        held.push(NO_BREAK);
        end = at + 1;
    }
    if end == 0 {
        return Cow::Borrowed(text);
    }
    held.push_str(&text[end..]);
    Cow::Owned(held)
}

fn is_inside_number(before: &str, after: &str) -> bool {
    let follows_digit = before.ends_with(|last: char| last.is_ascii_digit());
    let digits = after.bytes().take_while(u8::is_ascii_digit).count();
    (follows_digit && (digits == 3 || after.starts_with('%')))
        || (before.ends_with("S/") && digits > 0)
}

#[cfg(test)]
mod tests {
    use super::hold_numbers;

    #[test]
    fn numbers_hold_together_and_words_do_not() {
        let text = "S/ 74,9 millones, 80 000 personas, 28,2 % en 2012 y 37 distritos";
        let held =
            "S/\u{a0}74,9 millones, 80\u{a0}000 personas, 28,2\u{a0}% en 2012 y 37 distritos";
        assert_eq!(hold_numbers(text), held);
    }
}

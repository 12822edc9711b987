//! No-break spaces in numbers and amounts: `80 000`, `28,2 %`, `S/ 74,9`.

use std::borrow::Cow;

const NO_BREAK: char = '\u{a0}';

/// Replaces the spaces inside numbers by no-break spaces.
pub(super) fn join_numbers(text: &str) -> Cow<'_, str> {
    if !text.bytes().any(|byte| byte.is_ascii_digit()) {
        return Cow::Borrowed(text);
    }
    let pairs = text.as_bytes().windows(2).enumerate();
    let spaces = pairs.filter(|(_, pair)| pair[0] == b' ' && !pair[1].is_ascii_alphabetic());
    let spaces = spaces.map(|(at, _)| at);
    let inside = spaces.filter(|at| is_inside_number(&text[..*at], &text[*at + 1..]));
    let mut joined = String::new();
    let mut end = 0;
    for at in inside {
        joined.push_str(&text[end..at]);
        joined.push(NO_BREAK);
        end = at + 1;
    }
    if end == 0 {
        return Cow::Borrowed(text);
    }
    joined.push_str(&text[end..]);
    Cow::Owned(joined)
}

fn is_inside_number(before: &str, after: &str) -> bool {
    let follows_digit = before.ends_with(|last: char| last.is_ascii_digit());
    let digits = after.bytes().take_while(u8::is_ascii_digit).count();
    (follows_digit && (digits == 3 || after.starts_with('%')))
        || (before.ends_with("S/") && digits > 0)
}

#[cfg(test)]
mod tests {
    use super::join_numbers;

    #[test]
    fn no_break_spaces_join_numbers_and_not_words() {
        let text = "S/ 74,9 millones, 80 000 personas, 28,2 % en 2012 y 37 distritos";
        let joined =
            "S/\u{a0}74,9 millones, 80\u{a0}000 personas, 28,2\u{a0}% en 2012 y 37 distritos";
        assert_eq!(join_numbers(text), joined);
    }
}

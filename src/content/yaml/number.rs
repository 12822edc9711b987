//! Numbers as written in Peru, where both comma and point may separate decimals or
//! thousands.

/// Possible values of a number in text.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Parsed {
    /// The only possible value.
    Certain(f64),
    /// The separator may mean thousands or decimals, as in `100,000`.
    Ambiguous {
        /// The text without spaces and underscores.
        value: String,
        /// The value if it separates thousands.
        large: String,
        /// The value if it separates decimals.
        small: String,
    },
}

/// Parses a number; `None` if `text` is not one. A single comma that could separate
/// thousands is ambiguous. A single point separates decimals, unless it could separate
/// thousands and the last digit is 0, which measurements do not have: `1.500`.
pub(super) fn read(text: &str) -> Option<Parsed> {
    let text = text.replace([' ', '\u{a0}', '_'], "");
    let unsigned = text.trim_start_matches(['-', '+']);
    let marks: Vec<char> = unsigned
        .chars()
        .filter(|mark| ",.".contains(*mark))
        .collect();
    let number = match marks[..] {
        [mark] => {
            let (whole, rest) = unsigned.split_once(mark)?;
            if is_group(whole, rest) && (mark == ',' || rest.ends_with('0')) {
                return ambiguous(&text, mark);
            }
            text.replace(',', ".")
        }
        [first, .., last] if first != last => {
            grouped(&text.replace(first, ""), last, &text, first)?
        }
        [mark, ..] if marks.iter().all(|other| *other == mark) => {
            is_grouped(unsigned, mark).then(|| text.replace(mark, ""))?
        }
        _ => text,
    };
    let number: f64 = number.parse().ok()?;
    number.is_finite().then_some(Parsed::Certain(number))
}

/// Parses forms such as `1.234,5`, whose first separator is for thousands.
fn grouped(without: &str, decimal: char, text: &str, thousands: char) -> Option<String> {
    let (whole, _) = text.trim_start_matches(['-', '+']).split_once(decimal)?;
    let is_valid = is_grouped(whole, thousands) && without.matches(decimal).count() == 1;
    is_valid.then(|| without.replace(decimal, "."))
}

fn is_grouped(whole: &str, mark: char) -> bool {
    let mut groups = whole.split(mark);
    let first = groups.next().unwrap_or_default();
    groups.all(|group| is_group(first, group))
}

/// Whether `rest` can be the three digits after a thousands separator.
fn is_group(whole: &str, rest: &str) -> bool {
    let are_digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    (1..=3).contains(&whole.len())
        && !whole.starts_with('0')
        && rest.len() == 3
        && are_digits(whole)
        && are_digits(rest)
}

fn ambiguous(text: &str, mark: char) -> Option<Parsed> {
    let decimal: f64 = text.replace(mark, ".").parse().ok()?;
    Some(Parsed::Ambiguous {
        value: text.to_owned(),
        large: text.replace(mark, ""),
        small: decimal.to_string(),
    })
}

#[cfg(test)]
mod tests {
    use super::{Parsed, read};

    #[test]
    fn unambiguous_numbers() {
        for (text, number) in [
            ("28.2", 28.2),
            ("28,25", 28.25),
            ("-0,125", -0.125),
            ("0.500", 0.5),
            ("28.125", 28.125),
            ("1 234 567,5", 1_234_567.5),
            ("1.234,5", 1234.5),
            ("1,234.5", 1234.5),
            ("1,234,567", 1_234_567.0),
            ("1.234.567", 1_234_567.0),
            ("1234,567", 1234.567),
        ] {
            assert_eq!(read(text), Some(Parsed::Certain(number)), "{text}");
        }
    }

    #[test]
    fn ambiguous_numbers() {
        for (text, large, small) in [
            ("100,000", "100000", "100"),
            ("1.500", "1500", "1.5"),
            ("-1,234", "-1234", "-1.234"),
        ] {
            let expected = Parsed::Ambiguous {
                value: text.to_owned(),
                large: large.to_owned(),
                small: small.to_owned(),
            };
            assert_eq!(read(text), Some(expected), "{text}");
        }
    }

    #[test]
    fn invalid_numbers() {
        for text in [
            "",
            "cien",
            "1,23,4",
            "1.2.3",
            "1,234.5,6",
            "S/ 100",
            "inf",
            "NaN",
            "1..2",
        ] {
            assert_eq!(read(text), None, "{text}");
        }
    }
}

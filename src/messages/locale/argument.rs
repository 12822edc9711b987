//! Arguments of messages.

/// A fact in a message.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Argument {
    /// Words, shown without control characters.
    Text(String),
    /// A number, written as the language writes numbers.
    Number(u64),
}

/// Nobody reads on after so many characters; the file is named beside the message.
const LONGEST_FACT: usize = 400;

impl From<&str> for Argument {
    fn from(text: &str) -> Self {
        let mut shown: String = text.chars().take(LONGEST_FACT).map(printable).collect();
        if text.chars().nth(LONGEST_FACT).is_some() {
            shown.push('…');
        }
        Self::Text(shown)
    }
}

impl From<&String> for Argument {
    fn from(text: &String) -> Self {
        Self::from(text.as_str())
    }
}

/// Content must not steer the editor's terminal.
fn printable(character: char) -> char {
    if character.is_control() {
        '\u{FFFD}'
    } else {
        character
    }
}

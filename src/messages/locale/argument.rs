//! Message arguments.

use std::path::Path;

/// A value inserted into a message.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Argument {
    /// Text without control characters, truncated if too long.
    Text(String),
    /// A number, formatted as usual in the language.
    Number(u64),
}

/// Maximum length of a text argument, in characters. Nobody reads more, and the message
/// states the file.
const MAX_TEXT_CHARS: usize = 400;

impl From<&str> for Argument {
    fn from(text: &str) -> Self {
        let mut shown: String = text.chars().take(MAX_TEXT_CHARS).map(printable).collect();
        if text.chars().nth(MAX_TEXT_CHARS).is_some() {
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

impl From<&Path> for Argument {
    /// Converts to the absolute path.
    fn from(path: &Path) -> Self {
        let absolute = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
        Self::from(absolute.to_string_lossy().as_ref())
    }
}

impl Argument {
    /// A text of several lines, each without control characters and truncated if too long.
    pub fn lines(text: &str) -> Self {
        let line = |line: &str| match Self::from(line) {
            Self::Text(line) => line,
            Self::Number(_) => String::new(),
        };
        Self::Text(text.lines().map(line).collect::<Vec<_>>().join("\n"))
    }
}

/// Replaces control characters, so that content cannot control the editor's terminal.
fn printable(character: char) -> char {
    if character.is_control() {
        '\u{FFFD}'
    } else {
        character
    }
}

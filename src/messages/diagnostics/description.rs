//! What reports need to know of a [`Kind`]: the data of its message, and its fix.

use std::fmt;

use super::table::Kind;
use crate::messages::locale::Argument;

/// The data needed to format a diagnostic's message.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Description {
    /// Stable code, `Q0001` to `Q9999`; never reused.
    pub code: &'static str,
    /// Id of the entry in the message catalogues.
    pub id: &'static str,
    /// Arguments of the entry, by name.
    pub arguments: Vec<(&'static str, Argument)>,
}

impl Kind {
    /// Returns the code, catalogue entry and arguments.
    pub fn describe(&self) -> Description {
        Description {
            code: self.code(),
            id: self.id(),
            arguments: self.arguments(),
        }
    }

    /// Returns the number of problems it represents.
    pub fn problems(&self) -> usize {
        match self {
            Self::AndMore { count, .. } => *count,
            _ => 1,
        }
    }

    /// Returns the replacement text, if it is certain.
    pub fn fix(&self) -> Option<String> {
        match self {
            Self::KeyStyle { usual, .. } => Some(usual.clone()),
            Self::TermStyle { slug, .. } => Some(slug.clone()),
            Self::DateStyle { date, .. } => Some(date.clone()),
            Self::TrailingSpace => Some(String::new()),
            Self::InvalidCurrency { nearest, .. } => nearest.clone(),
            _ => None,
        }
    }
}

impl fmt::Display for Kind {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{} ({})", self.code(), self.id())
    }
}

impl std::error::Error for Kind {}

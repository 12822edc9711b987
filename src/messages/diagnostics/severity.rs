//! How serious complaints are.

use serde::{Deserialize, Serialize};

/// How serious a diagnostic is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Severity {
    /// The site is not built.
    Error,
    /// The site is built; something deserves a look.
    Warning,
    /// Nothing is wrong; something would make the page more useful.
    Advice,
    /// Nothing is wrong; something can be written the usual way.
    Style,
}

impl Severity {
    /// Gravest first.
    pub const ALL: [Self; 4] = [Self::Error, Self::Warning, Self::Advice, Self::Style];

    /// Its name in the message catalogues.
    pub fn id(self) -> &'static str {
        match self {
            Self::Error => "level-error",
            Self::Warning => "level-warning",
            Self::Advice => "level-advice",
            Self::Style => "level-style",
        }
    }
}

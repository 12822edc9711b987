//! Severity of diagnostics.

use serde::{Deserialize, Serialize};

/// How serious a diagnostic is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Severity {
    /// Prevents the site from being built.
    Error,
    /// The site is built, but something deserves attention.
    Warning,
    /// Nothing is wrong, but the page could be more useful.
    Advice,
    /// Nothing is wrong, but something can be written in the usual form.
    Style,
}

impl Severity {
    /// All severities, most serious first.
    pub const ALL: [Self; 4] = [Self::Error, Self::Warning, Self::Advice, Self::Style];

    /// Returns the id of its name in the message catalogues.
    pub fn id(self) -> &'static str {
        match self {
            Self::Error => "level-error",
            Self::Warning => "level-warning",
            Self::Advice => "level-advice",
            Self::Style => "level-style",
        }
    }
}

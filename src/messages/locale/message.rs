//! Messages before they are formatted.

use super::Argument;

/// A message before it is formatted: its identifier in the catalogues, and its arguments.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Message {
    /// Identifier.
    pub id: &'static str,
    /// Arguments by name.
    pub arguments: Vec<(&'static str, Argument)>,
}

impl Message {
    /// Creates a message without arguments.
    pub(crate) fn new(id: &'static str) -> Self {
        Self {
            id,
            arguments: Vec::new(),
        }
    }

    /// Adds an argument.
    pub(crate) fn with(mut self, name: &'static str, value: impl Into<Argument>) -> Self {
        self.arguments.push((name, value.into()));
        self
    }
}

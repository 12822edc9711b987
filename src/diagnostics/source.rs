//! Source files and places in them.

use std::ops::Range;
use std::sync::Arc;

use serde::{Serialize, Serializer};

/// A range of bytes in a source file's text.
pub type Span = Range<usize>;

/// A text file as the editor wrote it, less a byte-order mark, with `\n` line ends.
#[derive(Debug, PartialEq, Eq)]
pub struct SourceFile {
    /// Path as shown to the editor: relative to the site's root, with `/`.
    pub path: String,
    /// The text; empty when the file could not be read as text.
    pub text: String,
}

impl SourceFile {
    /// A source file from its shown path and text.
    pub fn new(path: impl Into<String>, text: impl Into<String>) -> Arc<Self> {
        Arc::new(Self {
            path: path.into(),
            text: text.into(),
        })
    }

    /// Line and column of a byte offset; both count from 1, columns in characters.
    pub fn line_column(&self, offset: usize) -> (usize, usize) {
        let before = self.before(offset);
        let line_start = before.rfind('\n').map_or(0, |newline| newline + 1);
        let line = before.bytes().filter(|byte| *byte == b'\n').count() + 1;
        (line, before[line_start..].chars().count() + 1)
    }

    /// The range of the line that holds `offset`, without its line end.
    pub fn line_range(&self, offset: usize) -> Span {
        let start = self.before(offset).rfind('\n').map_or(0, |at| at + 1);
        let end = self.text[start..]
            .find('\n')
            .map_or(self.text.len(), |at| start + at);
        start..end
    }

    fn before(&self, offset: usize) -> &str {
        &self.text[..self.text.floor_char_boundary(offset.min(self.text.len()))]
    }
}

/// A span of a source file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// The file.
    pub source: Arc<SourceFile>,
    /// The bytes in it; an empty range at 0 stands for the file as a whole.
    pub span: Span,
}

impl Place {
    /// A place in `source`.
    pub fn new(source: &Arc<SourceFile>, span: Span) -> Self {
        Self {
            source: Arc::clone(source),
            span,
        }
    }

    /// The file as a whole.
    pub fn whole(source: &Arc<SourceFile>) -> Self {
        Self::new(source, 0..0)
    }
}

/// A value that remembers where the editor wrote it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Located<T> {
    /// The value.
    pub value: T,
    /// Where it stands in its source file.
    pub span: Span,
}

impl<T> Located<T> {
    /// Pairs a value with its place.
    pub fn new(value: T, span: Span) -> Self {
        Self { value, span }
    }
}

impl<T: Serialize> Serialize for Located<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.value.serialize(serializer)
    }
}

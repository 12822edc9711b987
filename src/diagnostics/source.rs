//! Source files and places in them.

use std::ops::Range;
use std::sync::{Arc, OnceLock};

use serde::{Serialize, Serializer};

/// A range of bytes in a source file's text.
pub type Span = Range<usize>;

/// A text file as the editor wrote it, less a byte-order mark, with `\n` line ends.
#[derive(Debug)]
pub struct SourceFile {
    /// Path as shown to the editor: relative to the site's root, with `/`.
    pub path: String,
    /// The text; empty when the file could not be read as text.
    pub text: String,
    /// Where each line begins, once somebody asks.
    lines: OnceLock<Vec<usize>>,
}

impl PartialEq for SourceFile {
    fn eq(&self, other: &Self) -> bool {
        self.path == other.path && self.text == other.text
    }
}

impl Eq for SourceFile {}

impl SourceFile {
    /// A source file from its shown path and text.
    pub fn new(path: impl Into<String>, text: impl Into<String>) -> Arc<Self> {
        Arc::new(Self {
            path: path.into(),
            text: text.into(),
            lines: OnceLock::new(),
        })
    }

    /// Line and column of a byte offset; both count from 1, columns in characters.
    pub fn line_column(&self, offset: usize) -> (usize, usize) {
        let offset = self.text.floor_char_boundary(offset.min(self.text.len()));
        let line = self.line_at(offset);
        let before = &self.text[self.lines()[line]..offset];
        (line + 1, before.chars().count() + 1)
    }

    /// Line of a byte offset, which counts from 1.
    pub fn line(&self, offset: usize) -> usize {
        self.line_at(offset) + 1
    }

    /// The range of the line that holds `offset`, without its line end.
    pub fn line_range(&self, offset: usize) -> Span {
        let line = self.line_at(offset);
        let start = self.lines()[line];
        let end = match self.lines().get(line + 1) {
            Some(next) => next - 1,
            None => self.text.len(),
        };
        start..end
    }

    /// Index of the line that holds `offset`.
    fn line_at(&self, offset: usize) -> usize {
        self.lines().partition_point(|start| *start <= offset) - 1
    }

    fn lines(&self) -> &[usize] {
        self.lines.get_or_init(|| {
            let ends = self.text.match_indices('\n');
            std::iter::once(0)
                .chain(ends.map(|(at, _)| at + 1))
                .collect()
        })
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

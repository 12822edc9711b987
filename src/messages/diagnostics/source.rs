//! Source files and positions in them.

use std::borrow::Cow;
use std::fmt;
use std::fs::File;
use std::hash::BuildHasher;
use std::io::Read;
use std::ops::Range;
use std::path::PathBuf;
use std::sync::{Arc, OnceLock};

use foldhash::quality::FixedState;
use serde::{Serialize, Serializer};

use crate::base::file_error::FileError;

/// A byte range in a source file's text.
pub type Span = Range<usize>;

/// A text file as written by the editor, without byte-order mark and with `\n` line
/// endings.
#[derive(Debug)]
pub struct SourceFile {
    /// Path as shown to the editor: relative to the site's root, with `/`.
    pub path: String,
    /// The text; empty if the file could not be read as text.
    text: OnceLock<String>,
    /// File from which the text is read again on demand.
    original: Option<Original>,
    /// Byte offset of each line's start, computed on first use.
    lines: OnceLock<Vec<usize>>,
}

/// A file whose text has been read before.
#[derive(Debug)]
struct Original {
    file: PathBuf,
    /// Length of the text in bytes.
    length: usize,
    /// Detects whether the text has changed.
    fingerprint: u64,
}

impl PartialEq for SourceFile {
    fn eq(&self, other: &Self) -> bool {
        self.path == other.path && self.text() == other.text()
    }
}

impl Eq for SourceFile {}

impl SourceFile {
    /// Creates a source file from its displayed path and its text.
    pub fn new(path: impl Into<String>, text: impl Into<String>) -> Arc<Self> {
        Arc::new(Self {
            path: path.into(),
            text: OnceLock::from(text.into()),
            original: None,
            lines: OnceLock::new(),
        })
    }

    /// Creates a source file whose text is not held in memory, which is too small for all
    /// texts of a large site. `file` is read again when the text is needed.
    pub fn on_disk(path: impl Into<String>, file: PathBuf, text: &str) -> Arc<Self> {
        let original = Original {
            file,
            length: text.len(),
            fingerprint: fingerprint(text),
        };
        Arc::new(Self {
            path: path.into(),
            text: OnceLock::new(),
            original: Some(original),
            lines: OnceLock::new(),
        })
    }

    /// Returns the text and caches it; empty if the file can no longer be read or has
    /// changed.
    pub fn text(&self) -> &str {
        self.text
            .get_or_init(|| self.read().map(Cow::into_owned).unwrap_or_default())
    }

    /// Returns the text without caching it.
    ///
    /// # Errors
    /// If the file cannot be read or has changed.
    pub fn read(&self) -> Result<Cow<'_, str>, FileError> {
        match (self.text.get(), &self.original) {
            (Some(text), _) => Ok(text.into()),
            (None, Some(original)) => original.read().map(Cow::from),
            (None, None) => Ok(Cow::default()),
        }
    }

    /// Returns line and column of a byte offset. Both count from 1, columns in characters.
    pub fn line_column(&self, offset: usize) -> (usize, usize) {
        let text = self.text();
        let offset = text.floor_char_boundary(offset.min(text.len()));
        let line = self.line_at(offset);
        let before = &text[self.lines()[line]..offset];
        (line + 1, before.chars().count() + 1)
    }

    /// Returns the line of a byte offset, counted from 1.
    pub fn line(&self, offset: usize) -> usize {
        self.line_at(offset) + 1
    }

    /// Returns the byte range of the line that contains `offset`, without its line ending.
    pub fn line_range(&self, offset: usize) -> Span {
        let line = self.line_at(offset);
        let start = self.lines()[line];
        let end = match self.lines().get(line + 1) {
            Some(next) => next - 1,
            None => self.text().len(),
        };
        start..end
    }

    /// Returns the line that contains `offset`, counted from 0.
    fn line_at(&self, offset: usize) -> usize {
        self.lines().partition_point(|start| *start <= offset) - 1
    }

    fn lines(&self) -> &[usize] {
        self.lines.get_or_init(|| {
            let ends = self.text().match_indices('\n');
            std::iter::once(0)
                .chain(ends.map(|(at, _)| at + 1))
                .collect()
        })
    }
}

impl Original {
    fn read(&self) -> Result<String, FileError> {
        // Exceeds the file's former size even with a byte-order mark and `\r\n` line
        // endings. The file may have grown since.
        let limit = 2 * self.length as u64 + 4;
        let mut bytes = Vec::with_capacity(self.length + 4);
        File::open(&self.file)?
            .take(limit)
            .read_to_end(&mut bytes)?;
        let text = String::from_utf8(bytes).map(normalized);
        text.ok()
            .filter(|text| fingerprint(text) == self.fingerprint)
            .ok_or(FileError::Changed)
    }
}

/// Distinguishes texts within one run; nothing stored on disk depends on it.
fn fingerprint(text: &str) -> u64 {
    FixedState::with_seed(0).hash_one(text)
}

/// Removes the byte-order mark and converts line endings to `\n`.
pub fn normalized(text: String) -> String {
    let text = match text.strip_prefix('\u{FEFF}') {
        Some(rest) => rest.to_owned(),
        None => text,
    };
    if text.contains('\r') {
        text.replace("\r\n", "\n").replace('\r', "\n")
    } else {
        text
    }
}

/// A span in a source file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Location {
    /// The file that contains the span.
    pub source: Arc<SourceFile>,
    /// Byte range; `0..0` stands for the whole file.
    pub span: Span,
}

impl Location {
    /// Creates a location in `source`.
    pub fn new(source: &Arc<SourceFile>, span: Span) -> Self {
        Self {
            source: Arc::clone(source),
            span,
        }
    }

    /// Creates a location that refers to the whole file.
    pub fn whole(source: &Arc<SourceFile>) -> Self {
        Self::new(source, 0..0)
    }
}

/// The path, with the line if it is a part of the file.
impl fmt::Display for Location {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.source.path)?;
        if self.span == (0..0) {
            return Ok(());
        }
        write!(formatter, ":{}", self.source.line_column(self.span.start).0)
    }
}

/// A value with the span where the editor wrote it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Located<T> {
    /// The parsed value.
    pub value: T,
    /// Byte range in the source file.
    pub span: Span,
}

impl<T> Located<T> {
    /// Pairs a value with its span.
    pub fn new(value: T, span: Span) -> Self {
        Self { value, span }
    }
}

impl<T: Serialize> Serialize for Located<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.value.serialize(serializer)
    }
}

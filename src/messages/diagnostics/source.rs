//! Source files and places in them.

use std::borrow::Cow;
use std::fs::File;
use std::hash::BuildHasher;
use std::io::{self, Read};
use std::ops::Range;
use std::path::PathBuf;
use std::sync::{Arc, OnceLock};

use foldhash::quality::FixedState;
use serde::{Serialize, Serializer};

/// A range of bytes in a source file's text.
pub type Span = Range<usize>;

/// A text file as the editor wrote it, less a byte-order mark, with `\n` line ends.
#[derive(Debug)]
pub struct SourceFile {
    /// Path as shown to the editor: relative to the site's root, with `/`.
    pub path: String,
    /// The text; empty when the file could not be read as text.
    text: OnceLock<String>,
    /// Where the text is read from once more.
    original: Option<Original>,
    /// Where each line begins, once somebody asks.
    lines: OnceLock<Vec<usize>>,
}

/// A file with a text that was read before.
#[derive(Debug)]
struct Original {
    file: PathBuf,
    /// Bytes of the text.
    length: usize,
    /// Tells whether it still has the same text.
    fingerprint: u64,
}

impl PartialEq for SourceFile {
    fn eq(&self, other: &Self) -> bool {
        self.path == other.path && self.text() == other.text()
    }
}

impl Eq for SourceFile {}

impl SourceFile {
    /// A source file from its shown path and text.
    pub fn new(path: impl Into<String>, text: impl Into<String>) -> Arc<Self> {
        Arc::new(Self {
            path: path.into(),
            text: OnceLock::from(text.into()),
            original: None,
            lines: OnceLock::new(),
        })
    }

    /// The source file of a text that need not be kept: a large site has not the room.
    /// `file` is read again where it is needed.
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

    /// The text, which is kept from now on; empty if it is no longer there.
    pub fn text(&self) -> &str {
        self.text
            .get_or_init(|| self.read().map(Cow::into_owned).unwrap_or_default())
    }

    /// The text, not kept if it was not before.
    ///
    /// # Errors
    /// When the system does not let it be read, or it has changed: [`io::ErrorKind::Interrupted`].
    pub fn read(&self) -> io::Result<Cow<'_, str>> {
        match (self.text.get(), &self.original) {
            (Some(text), _) => Ok(text.into()),
            (None, Some(original)) => original.read().map(Cow::from),
            (None, None) => Ok(Cow::default()),
        }
    }

    /// Line and column of a byte offset; both count from 1, columns in characters.
    pub fn line_column(&self, offset: usize) -> (usize, usize) {
        let text = self.text();
        let offset = text.floor_char_boundary(offset.min(text.len()));
        let line = self.line_at(offset);
        let before = &text[self.lines()[line]..offset];
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
            None => self.text().len(),
        };
        start..end
    }

    /// Index of the line that holds `offset`.
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
    fn read(&self) -> io::Result<String> {
        // With a mark and two bytes a line end it had fewer than this; it may have grown.
        let most = 2 * self.length as u64 + 4;
        let mut bytes = Vec::with_capacity(self.length + 4);
        File::open(&self.file)?.take(most).read_to_end(&mut bytes)?;
        let text = String::from_utf8(bytes).map(normalized);
        text.ok()
            .filter(|text| fingerprint(text) == self.fingerprint)
            .ok_or_else(|| io::ErrorKind::Interrupted.into())
    }
}

/// Tells texts apart while a program runs: nothing that is kept depends on it.
fn fingerprint(text: &str) -> u64 {
    FixedState::with_seed(0).hash_one(text)
}

/// A file's text less its byte-order mark, with `\n` line ends.
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

/// A span of a source file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Location {
    /// The file.
    pub source: Arc<SourceFile>,
    /// The bytes in it; an empty range at 0 stands for the file as a whole.
    pub span: Span,
}

impl Location {
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

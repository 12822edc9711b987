//! What can be tidied in an editor's files with certainty: keys, terms, dates and
//! trailing spaces. Shown before anything is written; a file's byte-order mark stays as
//! it is, and so do its line ends, if they are all alike.

use std::fs;
use std::io::{self, Write};
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use similar::TextDiff;

use crate::messages::diagnostics::{Diagnostic, SourceFile, Span, normalized};

/// One file with its tidied text.
#[derive(Debug)]
pub struct TidyFile {
    source: Arc<SourceFile>,
    text: String,
}

/// Past this the shown difference is only rough, as in a file changed on every line.
const PATIENCE: Duration = Duration::from_millis(500);

/// A replacement of part of a file.
type Edit = (Span, String);

/// Every file that the diagnostics' fixes would change, in the order of their paths.
pub fn plan(diagnostics: &[Diagnostic]) -> Vec<TidyFile> {
    let mut files: Vec<(Arc<SourceFile>, Vec<Edit>)> = Vec::new();
    for diagnostic in diagnostics {
        let Some(replacement) = diagnostic.kind.fix() else {
            continue;
        };
        let place = &diagnostic.location;
        let edit = (place.span.clone(), replacement);
        match files.last_mut() {
            Some((source, edits)) if source.path == place.source.path => edits.push(edit),
            _ => files.push((Arc::clone(&place.source), vec![edit])),
        }
    }
    let tidied = files.into_iter().map(|(source, edits)| TidyFile {
        text: edited(source.text(), edits),
        source,
    });
    tidied.collect()
}

/// Of two edits that overlap the later one is left out, and so are all of a text that is
/// no longer there.
fn edited(text: &str, mut edits: Vec<Edit>) -> String {
    edits.sort_by_key(|(span, _)| span.start);
    let mut result = String::with_capacity(text.len());
    let mut done = 0;
    for (span, replacement) in edits {
        if span.start >= done && span.end <= text.len() {
            result.push_str(&text[done..span.start]);
            result.push_str(&replacement);
            done = span.end;
        }
    }
    result.push_str(&text[done..]);
    result
}

/// How the first line of a text ends; the others are written alike.
fn line_end(text: &str) -> &'static str {
    match text.find(['\r', '\n']) {
        Some(at) if text[at..].starts_with("\r\n") => "\r\n",
        Some(at) if text[at..].starts_with('\r') => "\r",
        _ => "\n",
    }
}

impl TidyFile {
    /// Path as shown to the editor.
    pub fn path(&self) -> &str {
        &self.source.path
    }

    /// Lines taken out and put in, as in a unified diff.
    pub fn diff(&self) -> String {
        let diff = TextDiff::configure()
            .timeout(PATIENCE)
            .diff_lines(self.source.text(), &self.text);
        let mut unified = diff.unified_diff();
        unified.context_radius(1);
        unified.header(self.path(), self.path()).to_string()
    }

    /// Writes the tidied text in the file's place, in one step.
    ///
    /// # Errors
    /// When the system refuses, or when the file changed since it was read.
    pub fn write(&self, root: &Path) -> io::Result<()> {
        // What a symbolic link leads to, not the link.
        let file = root.join(self.path()).canonicalize()?;
        let before = fs::read_to_string(&file)?;
        let (mark, body) = match before.strip_prefix('\u{feff}') {
            Some(body) => ("\u{feff}", body),
            None => ("", before.as_str()),
        };
        if normalized(before.clone()) != self.source.text() {
            return Err(io::ErrorKind::Interrupted.into());
        }
        let text = self.text.replace('\n', line_end(body));
        let folder = file.parent().unwrap_or(root);
        let mut new = tempfile::Builder::new()
            .prefix(".quipu-")
            .tempfile_in(folder)?;
        write!(new, "{mark}{text}")?;
        new.as_file()
            .set_permissions(fs::metadata(&file)?.permissions())?;
        new.persist(&file)?;
        Ok(())
    }
}

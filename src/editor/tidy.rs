//! Applies unambiguous fixes to content files: keys, terms, dates and trailing spaces. Removes
//! unchanged copies of the built-in theme.
//!
//! Changes are shown before anything is written. A file's byte-order mark is preserved, and
//! so are its line ends if they are consistent.

use std::fs;
use std::io::{self, Write};
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use similar::TextDiff;

use crate::base::file_error::FileError;
use crate::messages::diagnostics::{Diagnostic, Kind, SourceFile, Span, UnchangedCopy, normalized};
use crate::render::theme;

/// A file with its tidied text.
#[derive(Debug)]
pub struct TidyFile {
    source: Arc<SourceFile>,
    text: String,
}

/// Time after which the diff is only approximate, as in a file changed on every line.
const DIFF_TIMEOUT: Duration = Duration::from_millis(500);

/// A replacement of a span of a file.
type Edit = (Span, String);

/// Returns every file that the fixes would change, in the order of their paths.
pub fn plan(diagnostics: &[Diagnostic]) -> Vec<TidyFile> {
    let mut files: Vec<(Arc<SourceFile>, Vec<Edit>)> = Vec::new();
    for diagnostic in diagnostics {
        let Some(replacement) = diagnostic.kind.fix() else {
            continue;
        };
        let location = &diagnostic.location;
        let edit = (location.span.clone(), replacement);
        match files.last_mut() {
            Some((source, edits)) if source.path == location.source.path => edits.push(edit),
            _ => files.push((Arc::clone(&location.source), vec![edit])),
        }
    }
    let tidied = files.into_iter().map(|(source, edits)| TidyFile {
        text: apply_edits(source.text(), edits),
        source,
    });
    tidied.collect()
}

/// Returns every unchanged copy of the built-in theme.
pub fn copies(diagnostics: &[Diagnostic]) -> Vec<&UnchangedCopy> {
    let copies = diagnostics.iter().filter_map(|found| match &found.kind {
        Kind::UnchangedCopies { files, .. } => Some(files),
        _ => None,
    });
    copies.flatten().collect()
}

/// Removes an unchanged copy, and its folders in the theme if they are empty then.
///
/// # Errors
/// If the file cannot be read or removed; [`FileError::Changed`] if it changed since
/// it was checked.
pub fn remove_copy(root: &Path, copy: &UnchangedCopy) -> Result<(), FileError> {
    let file = root.join(&copy.path);
    if theme::digest(&fs::read(&file)?) != copy.digest {
        return Err(FileError::Changed);
    }
    fs::remove_file(&file)?;
    let themes = root.join("themes");
    let folders = file.ancestors().skip(1);
    for folder in folders.take_while(|folder| *folder != themes) {
        // Fails on the first folder that still has files.
        if fs::remove_dir(folder).is_err() {
            break;
        }
    }
    Ok(())
}

/// Applies the edits. Of two that overlap, the later is skipped, and so is any past the end
/// of the text, which is empty if the file is no longer readable.
fn apply_edits(text: &str, mut edits: Vec<Edit>) -> String {
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

/// Returns the line end of the first line; all others are written the same way.
fn line_end(text: &str) -> &'static str {
    match text.find(['\r', '\n']) {
        Some(at) if text[at..].starts_with("\r\n") => "\r\n",
        Some(at) if text[at..].starts_with('\r') => "\r",
        _ => "\n",
    }
}

impl TidyFile {
    /// Path relative to the site's folder, as shown in messages.
    pub fn path(&self) -> &str {
        &self.source.path
    }

    /// Renders the changes as a unified diff.
    pub fn diff(&self) -> String {
        let diff = TextDiff::configure()
            .timeout(DIFF_TIMEOUT)
            .diff_lines(self.source.text(), &self.text);
        let mut unified = diff.unified_diff();
        unified.context_radius(1);
        unified.header(self.path(), self.path()).to_string()
    }

    /// Replaces the file with the tidied text atomically.
    ///
    /// # Errors
    /// If the file cannot be read or written; [`FileError::Changed`] if it changed
    /// since it was checked.
    pub fn write(&self, root: &Path) -> Result<(), FileError> {
        // Replaces the target of a symbolic link, not the link.
        let file = root.join(self.path()).canonicalize()?;
        let before = fs::read_to_string(&file)?;
        let (mark, body) = match before.strip_prefix('\u{feff}') {
            Some(body) => ("\u{feff}", body),
            None => ("", before.as_str()),
        };
        if normalized(before.clone()) != self.source.text() {
            return Err(FileError::Changed);
        }
        let text = self.text.replace('\n', line_end(body));
        let folder = file.parent().unwrap_or(root);
        let mut new = tempfile::Builder::new()
            .prefix(".quipu-")
            .tempfile_in(folder)?;
        write!(new, "{mark}{text}")?;
        new.as_file()
            .set_permissions(fs::metadata(&file)?.permissions())?;
        new.persist(&file).map_err(io::Error::from)?;
        Ok(())
    }
}

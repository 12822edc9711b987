//! Recursive listing of a folder that follows symbolic links within it.

use std::io;
use std::path::{Path, PathBuf};

use walkdir::{DirEntry, WalkDir};

use crate::messages::diagnostics::{Diagnostic, Kind, Location, SourceFile};

/// Returns every file under `folder` as its path relative to `folder`, with `/`, and its
/// path in the file system, sorted. Skips hidden files, and symbolic links that point out
/// of the folder, which are reported. Diagnostics show relative paths after `prefix`.
pub(crate) fn walk(
    folder: &Path,
    prefix: &str,
    diagnostics: &mut Vec<Diagnostic>,
) -> Vec<(String, PathBuf)> {
    walk_except(is_hidden, folder, prefix, diagnostics)
}

/// Like [`walk`], with hidden files: hosts are configured by `.htaccess` and `.well-known`.
/// Skips what version control and systems keep in folders.
pub(crate) fn walk_all(
    folder: &Path,
    prefix: &str,
    diagnostics: &mut Vec<Diagnostic>,
) -> Vec<(String, PathBuf)> {
    walk_except(is_kept_by_program, folder, prefix, diagnostics)
}

fn walk_except(
    is_skipped: impl Fn(&DirEntry) -> bool,
    folder: &Path,
    prefix: &str,
    diagnostics: &mut Vec<Diagnostic>,
) -> Vec<(String, PathBuf)> {
    let root = folder.canonicalize().unwrap_or_else(|_| folder.to_owned());
    let mut complain = |kind, path: &Path| {
        let source = SourceFile::new(format!("{prefix}{}", relative(folder, path)), "");
        diagnostics.push(Diagnostic::new(kind, Location::whole(&source)));
    };
    let mut files = Vec::new();
    let mut entries = WalkDir::new(folder)
        .follow_links(true)
        .sort_by_file_name()
        .min_depth(1)
        .into_iter();
    while let Some(entry) = entries.next() {
        match entry {
            Ok(entry) if is_skipped(&entry) => skip(&entry, &mut entries),
            Ok(entry) if is_outside_link(&entry, &root) => {
                complain(Kind::OutsideRoot, entry.path());
                skip(&entry, &mut entries);
            }
            Ok(entry) if entry.file_type().is_file() => {
                files.push((relative(folder, entry.path()), entry.into_path()));
            }
            Ok(_) => {}
            Err(error) => {
                let path = error.path().unwrap_or(folder).to_owned();
                complain(kind_of(&error), &path);
            }
        }
    }
    files.sort();
    files
}

fn kind_of(error: &walkdir::Error) -> Kind {
    if error.loop_ancestor().is_some() {
        Kind::FolderLoop
    } else {
        let other = io::Error::other(error.to_string());
        let refusal = error.io_error().unwrap_or(&other).into();
        Kind::Unreadable { refusal }
    }
}

fn skip(entry: &DirEntry, entries: &mut walkdir::IntoIter) {
    if entry.file_type().is_dir() {
        entries.skip_current_dir();
    }
}

fn is_hidden(entry: &DirEntry) -> bool {
    entry.file_name().as_encoded_bytes().first() == Some(&b'.')
}

fn is_kept_by_program(entry: &DirEntry) -> bool {
    let names = [".git", ".hg", ".svn", ".DS_Store", ".gitignore", ".gitkeep"];
    names.iter().any(|name| entry.file_name() == *name)
}

/// Whether `entry` is a symbolic link to a target outside `root`.
fn is_outside_link(entry: &DirEntry, root: &Path) -> bool {
    entry.path_is_symlink()
        && entry
            .path()
            .canonicalize()
            .is_ok_and(|target| !target.starts_with(root))
}

fn relative(folder: &Path, path: &Path) -> String {
    let relative = path.strip_prefix(folder).unwrap_or(path);
    let parts: Vec<_> = relative
        .components()
        .map(|part| part.as_os_str().to_string_lossy())
        .collect();
    parts.join("/")
}

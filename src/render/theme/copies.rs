//! Copies of built-in files in a site's theme: scripts that are not used, files that the
//! program has changed since, and copies that nobody changed.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use similar::TextDiff;

use super::built_in::{BUILT_IN, built_in_file, digest, is_known, is_program_script, was_built_in};
use super::ejections::{Ejection, Ejections};
use crate::base::sha256::Digest;
use crate::content::read::{MAX_TEXT_MIB, read_at_most};
use crate::messages::diagnostics::{
    Diagnostic, Kind, Lines, Location, SourceFile, UnchangedCopy, normalized,
};

/// Maximum number of lines of a diff: what a screen shows with the rest of the message.
const MAX_DIFF_LINES: usize = 24;

/// Time after which the diff is only approximate.
const DIFF_TIMEOUT: Duration = Duration::from_millis(500);

/// File next to the theme's parts in Quipu's own sources, which are no copy.
const SOURCE_MARK: &str = "scripts/build.mjs";

/// A file of a site's theme that the built-in theme has or had, too.
struct Copy<'e> {
    theme: &'e str,
    path: &'e str,
    source: Arc<SourceFile>,
    digest: Digest,
    /// Text and digest of the program's file; `None` if it no longer has one.
    built_in: Option<(String, Digest)>,
    ejection: Option<&'e Ejection>,
}

/// Reports the copies among the files of a theme's folder.
pub(super) fn check(
    theme: &str,
    folder: &Path,
    files: &[(String, PathBuf)],
    diagnostics: &mut Vec<Diagnostic>,
) {
    let ejections = Ejections::load(theme, folder, diagnostics);
    // Removing an unchanged copy from another theme could uncover one of its base themes.
    // Through a link, the files are those of another theme.
    let is_own = !folder.is_symlink() && !folder.join(SOURCE_MARK).exists();
    let is_removable = theme == BUILT_IN && is_own;
    let copies = files.iter();
    let copies = copies.filter_map(|(path, file)| Copy::read(theme, path, file, &ejections));
    let copies: Vec<Copy<'_>> = copies.collect();
    let is_unchanged = |copy: &&Copy<'_>| is_removable && copy.is_unchanged();
    let unchanged: Vec<&Copy<'_>> = copies.iter().filter(is_unchanged).collect();
    diagnostics.extend(unchanged_copies(theme, &unchanged));
    let problems = copies.iter().filter_map(|copy| {
        let kind = copy.problem(is_removable)?;
        Some(Diagnostic::new(kind, Location::whole(&copy.source)))
    });
    diagnostics.extend(problems);
}

fn unchanged_copies(theme: &str, copies: &[&Copy<'_>]) -> Option<Diagnostic> {
    let location = Location::whole(&copies.first()?.source);
    let files = copies.iter().map(|copy| UnchangedCopy {
        path: copy.source.path.clone(),
        digest: copy.digest,
    });
    let kind = Kind::UnchangedCopies {
        folder: format!("themes/{theme}"),
        files: files.collect(),
    };
    Some(Diagnostic::new(kind, location))
}

impl<'e> Copy<'e> {
    /// Reads a file; `None` if it is the theme's own, or cannot be read, which is reported
    /// where it is used.
    fn read(theme: &'e str, path: &'e str, file: &Path, ejections: &'e Ejections) -> Option<Self> {
        let ejection = ejections.get(path);
        if ejection.is_none() && !was_built_in(path) {
            return None;
        }
        let bytes = read_at_most(file, MAX_TEXT_MIB).ok().flatten()?;
        let built_in = built_in_file(path).map(|bytes| (text(&bytes), digest(&bytes)));
        Some(Self {
            theme,
            path,
            source: SourceFile::new(format!("themes/{theme}/{path}"), text(&bytes)),
            digest: digest(&bytes),
            built_in,
            ejection,
        })
    }

    fn current(&self) -> Option<Digest> {
        self.built_in.as_ref().map(|(_, digest)| *digest)
    }

    fn is_current(&self) -> bool {
        self.current() == Some(self.digest)
    }

    /// Whether somebody ejected the file from this version, or accepted this version.
    fn is_settled(&self) -> bool {
        let ejected = self.ejection.and_then(|ejection| ejection.digest);
        ejected.is_some() && ejected == self.current()
    }

    /// Whether the file is one of the program's, as it is or was, and nobody has just
    /// ejected it to change it. The site's record does not count: it is the site's, and a
    /// wrong one must not get a person's file removed.
    fn is_unchanged(&self) -> bool {
        is_known(self.path, self.digest) && !self.is_settled()
    }

    fn problem(&self, is_removable: bool) -> Option<Kind> {
        let is_unchanged = is_removable && self.is_unchanged();
        if is_program_script(self.path) {
            // The file is the theme's own source, or reported with the unchanged copies.
            let is_source = self.theme == BUILT_IN && self.is_current();
            return (!is_source && !is_unchanged).then(|| self.ignored());
        }
        if is_unchanged || self.is_settled() || self.is_current() {
            return None;
        }
        self.ejection.map(|ejection| self.outdated(ejection))
    }

    fn ignored(&self) -> Kind {
        Kind::IgnoredScript {
            path: self.path.to_owned(),
            differs: !self.is_current(),
        }
    }

    fn outdated(&self, ejection: &Ejection) -> Kind {
        let (diff, more) = self.diff();
        Kind::OutdatedCopy {
            path: self.path.to_owned(),
            ejected: ejection.version.clone(),
            diff: Lines(diff),
            more,
        }
    }

    /// Returns the first lines of the diff from the program's file to the site's, and the
    /// number of further lines. Empty if the program no longer has the file.
    fn diff(&self) -> (String, usize) {
        let Some((built_in, _)) = &self.built_in else {
            return (String::new(), 0);
        };
        let diff = TextDiff::configure()
            .timeout(DIFF_TIMEOUT)
            .diff_lines(built_in.as_str(), self.source.text());
        let mut unified = diff.unified_diff();
        unified.context_radius(1).missing_newline_hint(false);
        let header = format!("quipu {}", env!("CARGO_PKG_VERSION"));
        let all = unified.header(&header, &self.source.path).to_string();
        let lines: Vec<&str> = all.lines().collect();
        let shown = lines.len().min(MAX_DIFF_LINES);
        (lines[..shown].join("\n"), lines.len() - shown)
    }
}

fn text(bytes: &[u8]) -> String {
    normalized(String::from_utf8_lossy(bytes).into_owned())
}

//! Files that change during a build: only content that was checked is published.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use quipu::base::file_error::FileError;
use quipu::build::pipeline::{self, Options};
use quipu::editor::tidy;
use quipu::output::write::Output;

use crate::site::TestSite;

/// An output that overwrites a source file when the first page is written.
struct Editor {
    file: PathBuf,
    /// New content of the file; `None` deletes it.
    text: Option<&'static [u8]>,
}

impl Output for Editor {
    fn put(&self, _: &str, _: &[u8]) -> io::Result<()> {
        match self.text {
            Some(text) => fs::write(&self.file, text),
            None => fs::remove_file(&self.file).or(Ok(())),
        }
    }

    fn put_file(&self, _: &str, _: &Path) -> io::Result<()> {
        Ok(())
    }
}

fn options(site: &TestSite) -> Options {
    Options {
        root: site.path(""),
        drafts: false,
    }
}

fn problems(text: Option<&'static [u8]>) -> Vec<String> {
    let site = TestSite::new().case("uno.md", "Uno.");
    let editor = Editor {
        file: site.path("content/casos/uno.md"),
        text,
    };
    let outcome = pipeline::run(&options(&site), &editor, &());
    assert!(!outcome.is_valid());
    let words = quipu::messages::locale::catalogue("es");
    let messages = outcome
        .diagnostics
        .iter()
        .filter(|found| found.location.source.path == "content/casos/uno.md")
        .map(|found| quipu::messages::diagnostics::report::text(found, &words));
    messages.collect()
}

#[test]
fn a_file_that_changes_during_the_build_is_not_published() {
    let problems = problems(Some(b"Otro texto."));
    assert!(!problems.is_empty());
    assert!(problems[0].contains("cambió mientras"), "{problems:?}");
}

#[test]
fn a_file_removed_during_the_build_is_reported() {
    let problems = problems(None);
    assert!(!problems.is_empty());
    assert!(problems[0].contains("no existe"), "{problems:?}");
}

#[test]
fn a_file_that_is_no_longer_utf8_counts_as_changed() {
    let problems = problems(Some(b"Espa\xf1a."));
    assert!(problems[0].contains("cambió mientras"), "{problems:?}");
}

#[test]
fn a_file_that_changed_after_checking_is_not_fixed() {
    let site = TestSite::new().case("uno.md", "Con espacios al final. \n");
    let mut diagnostics = Vec::new();
    pipeline::site(&options(&site), &mut diagnostics);
    assert!(diagnostics.iter().any(|found| found.kind.fix().is_some()));
    let file = site.path("content/casos/uno.md");
    fs::write(&file, "Otro texto.").unwrap();
    for tidied in tidy::plan(&diagnostics) {
        let refused = tidied.write(&site.path("")).unwrap_err();
        assert!(matches!(refused, FileError::Changed));
    }
    assert_eq!(fs::read_to_string(file).unwrap(), "Otro texto.");
}

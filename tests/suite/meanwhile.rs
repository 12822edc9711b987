//! Files that change while the site is built: what is published is what was checked.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use quipu::build::pipeline::{self, Options};
use quipu::editor::tidy;
use quipu::output::write::Output;

use crate::site::TestSite;

/// Saves a file anew as soon as the first page is written.
struct Editor {
    file: PathBuf,
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
    assert!(!outcome.is_sound());
    let words = quipu::messages::locale::catalogue("es");
    let told = outcome
        .diagnostics
        .iter()
        .filter(|found| found.location.source.path == "content/casos/uno.md")
        .map(|found| quipu::messages::diagnostics::report::text(found, &words));
    told.collect()
}

#[test]
fn a_text_that_changed_meanwhile_is_not_published() {
    let problems = problems(Some(b"Otro texto."));
    assert!(!problems.is_empty());
    assert!(problems[0].contains("cambió mientras"), "{problems:?}");
}

#[test]
fn a_text_that_is_gone_meanwhile_is_told() {
    let problems = problems(None);
    assert!(!problems.is_empty());
    assert!(problems[0].contains("no existe"), "{problems:?}");
}

#[test]
fn a_text_that_is_no_longer_utf8_has_changed() {
    let problems = problems(Some(b"Espa\xf1a."));
    assert!(problems[0].contains("cambió mientras"), "{problems:?}");
}

#[test]
fn what_changed_meanwhile_is_not_tidied() {
    let site = TestSite::new().case("uno.md", "Con espacios al final. \n");
    let mut diagnostics = Vec::new();
    pipeline::site(&options(&site), &mut diagnostics);
    assert!(diagnostics.iter().any(|found| found.kind.fix().is_some()));
    let file = site.path("content/casos/uno.md");
    fs::write(&file, "Otro texto.").unwrap();
    for tidied in tidy::plan(&diagnostics) {
        let refused = tidied.write(&site.path("")).unwrap_err();
        assert_eq!(refused.kind(), io::ErrorKind::Interrupted);
    }
    assert_eq!(fs::read_to_string(file).unwrap(), "Otro texto.");
}

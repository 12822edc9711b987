//! Files that change while the site is built: what is published is what was checked.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use quipu::emit::Output;
use quipu::pipeline::{self, Options, Stage, Watcher};

use crate::site::TestSite;

/// Saves a file anew as soon as the first page is written.
struct Editor {
    file: PathBuf,
    text: Option<&'static str>,
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

struct Unwatched;

impl Watcher for Unwatched {
    fn begin(&self, _: Stage, _: usize) {}
    fn step(&self) {}
}

fn problems(text: Option<&'static str>) -> Vec<String> {
    let site = TestSite::new().case("uno.md", "Uno.");
    let options = Options {
        root: site.path(""),
        drafts: false,
    };
    let editor = Editor {
        file: site.path("content/casos/uno.md"),
        text,
    };
    let outcome = pipeline::run(&options, &editor, &Unwatched);
    assert!(!outcome.is_sound());
    let words = quipu::locale::catalogue("es");
    let told = outcome
        .diagnostics
        .iter()
        .filter(|found| found.place.source.path == "content/casos/uno.md")
        .map(|found| quipu::diagnostics::report::text(found, &words));
    told.collect()
}

#[test]
fn a_text_that_changed_meanwhile_is_not_published() {
    let problems = problems(Some("Otro texto."));
    assert!(!problems.is_empty());
    assert!(problems[0].contains("cambió mientras"), "{problems:?}");
}

#[test]
fn a_text_that_is_gone_meanwhile_is_told() {
    let problems = problems(None);
    assert!(!problems.is_empty());
    assert!(problems[0].contains("no existe"), "{problems:?}");
}

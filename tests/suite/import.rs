//! `quipu import` of documents that are made to use up a computer. What a sound document
//! becomes is tested in `tests/editor`, with LibreOffice.

use std::fs;
use std::io::{Cursor, Write};
use std::os::unix::fs::PermissionsExt;
use std::process::Command;

use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use crate::site::TestSite;

/// Returns an archive with entries of zeros of these sizes.
fn archive(entries: impl IntoIterator<Item = (String, usize)>) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let part = vec![0; 1 << 20];
    for (name, size) in entries {
        zip.start_file(name, SimpleFileOptions::default()).unwrap();
        for at in (0..size).step_by(part.len()) {
            zip.write_all(&part[..part.len().min(size - at)]).unwrap();
        }
    }
    zip.finish().unwrap().into_inner()
}

/// Imports a document with a program in place of Pandoc, which must be refused. Returns what
/// was said.
#[track_caller]
fn refused(document: &[u8], pandoc: &str) -> String {
    let site = TestSite::new();
    let folder = tempfile::tempdir().unwrap();
    let program = folder.path().join("pandoc");
    fs::write(&program, format!("#!/bin/sh\n{pandoc}\n")).unwrap();
    fs::set_permissions(&program, fs::Permissions::from_mode(0o755)).unwrap();
    fs::write(folder.path().join("informe.docx"), document).unwrap();
    let output = Command::new(env!("CARGO_BIN_EXE_quipu"))
        .args(["--lang", "es", "import"])
        .arg(folder.path().join("informe.docx"))
        .current_dir(site.path(""))
        .env("QUIPU_PANDOC", &program)
        .env("QUIPU_PANDOC_SECONDS", "1")
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert_eq!(output.status.code(), Some(2), "{said}");
    assert!(!site.path("content/casos").exists(), "{said}");
    said
}

fn small() -> Vec<u8> {
    archive([("word/document.xml".to_owned(), 10)])
}

#[test]
fn a_document_that_unpacks_to_too_much_never_reaches_pandoc() {
    let runs = "touch \"$(dirname \"$0\")/ran\"; echo corrió >&2; exit 1";
    let mib = 1 << 20;
    let many = (0..10_001).map(|number| (format!("{number}.png"), 0));
    for (document, expected) in [
        (
            archive([("word/document.xml".to_owned(), 40 * mib)]),
            "más de 32 MiB de texto",
        ),
        (
            archive([("a.png".to_owned(), 501 * mib)]),
            "más de 500 MiB al desempacarse",
        ),
        (archive(many), "más de 10000 archivos"),
        (b"roto".to_vec(), "no es un documento que se pueda importar"),
        (
            small()[..60].to_vec(),
            "no es un documento que se pueda importar",
        ),
    ] {
        let said = refused(&document, runs);
        assert!(said.contains(expected), "no «{expected}» in {said}");
        assert!(!said.contains("corrió"), "{said}");
    }
}

#[test]
fn pandoc_is_ended_with_what_it_started_at_the_limit_of_time() {
    let folder = tempfile::tempdir().unwrap();
    let late = folder.path().join("tarde");
    let pandoc = format!("(sleep 4; touch {}) & sleep 600", late.display());
    let said = refused(&small(), &pandoc);
    assert!(said.contains("no terminó de leer"), "{said}");
    std::thread::sleep(std::time::Duration::from_secs(5));
    assert!(!late.exists());
}

#[test]
fn pandoc_is_ended_at_the_limits_of_output_and_memory() {
    let said = refused(&small(), "yes >text.md");
    assert!(said.contains("un texto de más de 2 MiB"), "{said}");
    let said = refused(&small(), "echo pandoc: Heap exhausted >&2; exit 251");
    assert!(said.contains("MiB de memoria"), "{said}");
}

#[test]
fn a_pandoc_without_a_limit_of_memory_is_run_without() {
    let pandoc = "case \"$1\" in +RTS) echo 'Most RTS options are disabled' >&2; exit 1;; esac
echo segunda vez >&2; exit 1";
    let said = refused(&small(), pandoc);
    assert!(said.contains("segunda vez"), "{said}");
}

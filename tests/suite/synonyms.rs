//! Reading the synonym groups of the vocabulary.

use quipu::build::pipeline::{self, Options};
use quipu::messages::diagnostics::Diagnostic;

use crate::site::{Run, TestSite};

const FILE: &str = "content/vocabulario/sinonimos.yaml";

fn synonyms(site: &TestSite) -> (Vec<Vec<String>>, Vec<Diagnostic>) {
    let options = Options {
        root: site.path(""),
        drafts: false,
    };
    let mut diagnostics = Vec::new();
    let site = pipeline::site(&options, &mut diagnostics);
    (site.synonyms, diagnostics)
}

#[test]
fn groups_are_read_as_written() {
    let text = "# Siglas.\n\
        - [DCI, desnutrición crónica infantil]\n\
        - [\"Vivienda, Construcción y Saneamiento\", MVCS]\n\
        -\n  - Agenda 2030\n  -  2030\n  - no\n";
    let (groups, diagnostics) = synonyms(&TestSite::new().file(FILE, text));
    assert_eq!(diagnostics, []);
    assert_eq!(
        groups,
        [
            vec!["DCI", "desnutrición crónica infantil"],
            vec!["Vivienda, Construcción y Saneamiento", "MVCS"],
            vec!["Agenda 2030", "2030", "no"],
        ]
    );
}

#[test]
fn files_of_both_names_in_both_folders_are_merged() {
    let site = TestSite::new()
        .file(FILE, "- [malaria, paludismo]\n")
        .file("content/vocabulario/Synonyms.yml", "- [boat, vessel]\n")
        .file(
            "content/vocabulary/sinónimos.yaml",
            "- [ANP, área natural protegida]\n",
        );
    let (mut groups, diagnostics) = synonyms(&site);
    assert_eq!(diagnostics, []);
    groups.sort();
    let firsts: Vec<_> = groups.iter().map(|words| words[0].as_str()).collect();
    assert_eq!(firsts, ["ANP", "boat", "malaria"]);
}

#[test]
fn a_file_with_only_comments_is_valid() {
    for text in ["# Todavía ninguno.\n", "[]\n"] {
        let (groups, diagnostics) = synonyms(&TestSite::new().file(FILE, text));
        assert_eq!(groups, [[""; 0]; 0]);
        assert_eq!(diagnostics, []);
    }
}

#[test]
fn warnings_do_not_discard_the_other_groups() {
    let text = "- [malaria, paludismo, Malaria]\n- [DCI]\n- [Paludismo, fiebre palúdica]\n";
    let (groups, diagnostics) = synonyms(&TestSite::new().file(FILE, text));
    assert_eq!(diagnostics.len(), 3);
    assert_eq!(
        groups,
        [["malaria", "paludismo"], ["Paludismo", "fiebre palúdica"]]
    );
}

#[test]
fn a_new_site_has_example_synonyms() {
    let folder = tempfile::tempdir().unwrap();
    Run::new(folder.path(), &["init", "-q", "sitio"]).code(0);
    let text = std::fs::read_to_string(folder.path().join("sitio").join(FILE)).unwrap();
    assert!(text.lines().count() < 10, "{text}");
}

//! Diagnostics: their locations, and their messages in both languages.
//!
//! Each file of `tests/mistakes` is one mistake and is named after its code. It holds the
//! files to write over a valid site, each below a line `=== path`. An empty `.jpg` stands
//! for a valid picture.

use std::collections::BTreeSet;
use std::path::Path;

use crate::site::{REQUIRED, TestSite};

/// File, line and column of each mistake in the fixture.
const LOCATIONS: [&str; 15] = [
    "01-sin-ficha.md:1:1",
    "02-sin-cierre.md:1:1",
    "03-dos-puntos.md:2:13",
    "04-clave.md:3:1",
    "05-termino.md:3:9",
    "06-sin-sector.md:2:1",
    "07-tipo.md:6:19",
    "08-fecha.md:6:8",
    "09-enlace.md:8:17",
    "10-ancla.md:8:14",
    "11-repetido.md:1:1",
    "12-latin1.md:8:6",
    "13-vacio.md:1:1",
    "14-peligroso.md:8:9",
    "15-fuente.md:7:57",
];

/// Codes that a short text cannot trigger; `bad_input.rs` and `external.rs` cover them.
const COVERED_ELSEWHERE: [&str; 11] = [
    "Q0001", "Q0002", "Q0004", "Q0005", "Q0024", "Q0056", "Q0057", "Q0062", "Q0063", "Q0086",
    "Q0119",
];

#[test]
fn fifteen_mistakes_are_reported_at_once_in_both_languages() {
    for language in ["es", "en"] {
        let site = TestSite::fixture("fifteen-mistakes");
        let stderr = site.quipu(&["check", "--lang", language]).code(1).stderr();
        for location in LOCATIONS {
            assert!(stderr.contains(location), "no {location} in:\n{stderr}");
        }
        insta::assert_snapshot!(format!("fifteen-mistakes-{language}"), stderr);
    }
}

#[test]
fn each_mistake_is_reported_in_both_languages() {
    for (name, text) in corpus() {
        let code = &name[..5];
        let messages = ["es", "en"].map(|language| {
            let site = site_with(&text);
            let stderr = site.quipu(&["check", "--lang", language, "-q"]).stderr();
            assert!(stderr.contains(code), "no {code} for {name} in:\n{stderr}");
            // Fluent shows the name of an argument that the table does not give.
            assert!(!stderr.contains("{$"), "unknown argument in:\n{stderr}");
            stderr
        });
        insta::with_settings!({ snapshot_path => "snapshots/mistakes", prepend_module_to_snapshot => false }, {
            insta::assert_snapshot!(name, messages.join("\n"), &text);
        });
    }
}

#[test]
fn every_code_is_covered_by_a_mistake() {
    let explained = TestSite::empty().quipu(&["explain"]).code(0).stdout();
    let codes = explained
        .lines()
        .filter_map(|line| line.strip_prefix("## Q")?.get(..4))
        .map(|number| format!("Q{number}"));
    let mut reached: BTreeSet<String> = corpus()
        .into_iter()
        .map(|(name, _)| name[..5].to_owned())
        .collect();
    reached.extend(COVERED_ELSEWHERE.map(str::to_owned));
    reached.extend(remark_codes());
    let unreached: Vec<_> = codes.filter(|code| !reached.contains(code)).collect();
    assert_eq!(unreached, [""; 0]);
}

/// Returns the codes of the advice and style remarks that sparse and untidy cases trigger.
fn remark_codes() -> BTreeSet<String> {
    let long = "resumen: ".to_owned() + &"largo ".repeat(60);
    let site = TestSite::new()
        .case("a.md", "Texto.")
        .case_with("b.md", "resultados: [{indicador: Casos}]")
        .case_with("c.md", &long)
        .file(
            "content/casos/d.md",
            &format!("---\n{REQUIRED}Fecha: 3/2/2026 \nnivel: []\n---\n")
                .replace("region: loreto", "region: Loreto"),
        );
    let site = site.case_with("e.md", "fecha: 2026-11-23").file(
        "content/casos/e.en.md",
        "---\ntitle: E\ndate: 2026-03-02\n---\n",
    );
    let arguments = ["check", "--translations", "--format", "json"];
    let stdout = site.quipu(&arguments).code(0).stdout();
    let answer: serde_json::Value = serde_json::from_str(&stdout).unwrap();
    let diagnostics = answer["diagnostics"].as_array().unwrap();
    diagnostics
        .iter()
        .map(|found| found["code"].as_str().unwrap().to_owned())
        .collect()
}

#[test]
fn a_site_with_mistakes_leaves_the_output_untouched() {
    let site = TestSite::new().case("a.md", "Bien.").build();
    let before = site.built();
    let site = site.case("b.md", "[roto](c.md)");
    site.quipu(&["build"]).code(1).says("No se escribió nada");
    assert_eq!(site.built(), before);
    let stray: Vec<_> = std::fs::read_dir(site.path(""))
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .filter(|name| name.starts_with(".public"))
        .collect();
    assert_eq!(stray, [""; 0]);
}

fn corpus() -> Vec<(String, String)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/mistakes");
    let files = crate::site::tree(&folder);
    assert!(files.len() >= 60, "{} mistakes", files.len());
    files
        .into_iter()
        .map(|(name, bytes)| {
            let name = name.strip_suffix(".txt").expect("text files").to_owned();
            (name, String::from_utf8(bytes).expect("UTF-8"))
        })
        .collect()
}

fn site_with(text: &str) -> TestSite {
    let mut site = TestSite::new();
    for part in text.split("=== ").skip(1) {
        let (path, content) = part.split_once('\n').expect("a path on its line");
        site = match content.trim() {
            "" if path.ends_with(".jpg") => site.picture(path),
            _ => site.file(path, content),
        };
    }
    site
}

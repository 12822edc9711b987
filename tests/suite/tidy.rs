//! `check --fix`: shows a diff first and applies only unambiguous fixes.

use crate::site::{REQUIRED, TestSite};

const UNTIDY: &str = "---
Título: Agua  segura  
departamento: San Martín
sector: [SALUD, \"ambiente\"]
modelo: autoridad
fecha: 3/2/2026
costo: {monto: 100, moneda: soles}
---

Primera línea  
segunda línea 

```text
código 
```
";

const TIDY: &str = "---
titulo: Agua  segura
region: san-martin
sector: [salud, \"ambiente\"]
modelo_de_gestion: autoridad
fecha: 2026-02-03
costo: {monto: 100, moneda: PEN}
---

Primera línea  
segunda línea

```text
código 
```
";

fn text_of(site: &TestSite) -> String {
    std::fs::read_to_string(site.path("content/casos/a.md")).unwrap()
}

#[test]
fn only_unambiguous_fixes_are_applied() {
    let site = TestSite::new().file("content/casos/a.md", UNTIDY);
    let run = site.quipu(&["check", "--fix", "--yes"]).code(0);
    assert_eq!(text_of(&site), TIDY);
    let diff = run.stderr();
    for line in [
        "-departamento: San Martín",
        "+region: san-martin",
        "-segunda línea ",
    ] {
        assert!(
            diff.lines().any(|found| found == line),
            "{line} in:\n{diff}"
        );
    }
    site.quipu(&["revisar", "--fix"])
        .code(0)
        .says("No hay nada que uniformar");
}

#[test]
fn bom_and_crlf_are_preserved() {
    let windows = |text: &str| format!("\u{feff}{}", text.replace('\n', "\r\n"));
    let site = TestSite::new().file("content/casos/a.md", &windows(UNTIDY));
    site.quipu(&["check", "--fix", "--yes"]).code(0);
    assert_eq!(text_of(&site), windows(TIDY));
}

#[test]
fn nothing_is_written_without_confirmation() {
    let site = TestSite::new().file("content/casos/a.md", UNTIDY);
    let run = site.quipu(&["check", "--fix"]).code(1);
    assert_eq!(text_of(&site), UNTIDY);
    assert!(run.stderr().contains("+fecha: 2026-02-03"));
    run.says("No se cambió ningún archivo");
}

#[test]
fn remaining_errors_are_reported_after_fixing() {
    let text = format!("---\n{REQUIRED}Fecha: ayer\n---\n");
    let site = TestSite::new().file("content/casos/a.md", &text);
    site.quipu(&["check", "--fix", "--yes"])
        .code(1)
        .says("content/casos/a.md:6:8");
    assert!(text_of(&site).contains("fecha: ayer"));
}

#[test]
fn many_fixes_in_one_file_are_applied_in_time() {
    let untidy = format!("---\n{REQUIRED}---\n{}", "\n  ".repeat(50_000));
    let site = TestSite::new().file("content/casos/a.md", &untidy);
    let json = site.quipu(&["check", "--format", "json"]).code(0).stdout();
    assert_eq!(json.matches("Q0123").count(), 100);
    assert!(json.contains("Q0119"));
    site.quipu(&["check", "--fix", "--yes"]).code(0);
    assert!(!text_of(&site).contains(' '.to_string().repeat(2).as_str()));
}

#[test]
fn fixing_leaves_stdout_to_the_requested_format() {
    let site = TestSite::new().file("content/casos/a.md", UNTIDY);
    let arguments = ["check", "--fix", "--yes", "--format", "json"];
    let json = site.quipu(&arguments).code(0).stdout();
    assert!(serde_json::from_str::<serde_json::Value>(&json).is_ok());
}

#[test]
fn cr_line_endings_are_preserved() {
    let site = TestSite::new().file("content/casos/a.md", &UNTIDY.replace('\n', "\r"));
    site.quipu(&["check", "--fix", "--yes"]).code(0);
    assert_eq!(text_of(&site), TIDY.replace('\n', "\r"));
}

#[cfg(unix)]
#[test]
fn a_symlink_stays_a_symlink() {
    let site = TestSite::new().file("content/.a.md", UNTIDY);
    std::fs::create_dir_all(site.path("content/casos")).unwrap();
    let link = site.path("content/casos/a.md");
    std::os::unix::fs::symlink("../.a.md", &link).unwrap();
    site.quipu(&["check", "--fix", "--yes"]).code(0);
    assert!(link.is_symlink());
    assert_eq!(text_of(&site), TIDY);
}

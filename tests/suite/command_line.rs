//! The command line: arguments, help, messages and exit codes.

use std::path::Path;

use crate::site::{Run, TestSite};

#[test]
fn a_new_site_builds_from_the_binary_alone() {
    let folder = tempfile::tempdir().unwrap();
    Run::new(folder.path(), &["init", "mi sitio"]).code(0);
    let site = folder.path().join("mi sitio");
    assert!(site.join("content/vocabulario/region.yaml").is_file());
    Run::new(&site, &["build"]).code(0);
    assert!(site.join("public/casos/ejemplo.html").is_file());
    // A new site has no diagnostics, and `--quiet` prints nothing.
    let run = Run::new(&site, &["check", "--quiet"]).code(0);
    assert_eq!(run.stderr(), "");
}

#[test]
fn the_schema_describes_every_key_and_lists_the_sites_terms() {
    for language in ["es", "en"] {
        let site = TestSite::new();
        let run = site.quipu(&["schema", "--lang", language]).code(0);
        let schema: serde_json::Value = serde_json::from_str(&run.stdout()).unwrap();
        assert!(!run.stdout().contains("\"key-"), "a key without words");
        let regions = &schema["properties"]["region"]["anyOf"][0]["enum"];
        for word in ["san-martin", "San Martín", "Goresam", "22"] {
            assert!(
                regions.as_array().unwrap().contains(&word.into()),
                "{regions}"
            );
        }
    }
}

#[test]
fn init_never_overwrites_files() {
    let site = TestSite::empty().file("notas.txt", "mías");
    site.quipu(&["init"]).code(2).says("ya tiene archivos");
}

#[test]
fn check_reports_the_missing_keys_of_a_new_case() {
    let site = TestSite::new();
    site.quipu(&["nuevo", "Agua segura: ¿cómo?", "--region", "Loreto"])
        .code(0)
        .says("agua-segura-como.md");
    site.quipu(&["check"])
        .code(1)
        .says("falta «sector»")
        .says("falta «modelo_de_gestion»");
    site.quipu(&["nuevo", "Agua segura ¿Cómo?"])
        .code(2)
        .says("ya existe");
    site.quipu(&["nuevo", "¿?"]).code(2).says("no tiene letras");
}

#[test]
fn a_new_case_with_its_terms_builds() {
    let site = TestSite::new();
    let flags = [
        "--region",
        "16",
        "--sector",
        "Salud",
        "--model",
        "autoridad",
    ];
    site.quipu(&[&["new", "Un \"caso\" nuevo"], &flags[..]].concat())
        .code(0);
    let site = site.build();
    assert!(
        site.page("casos/un-caso-nuevo.html")
            .contains("Un &quot;caso&quot; nuevo")
    );
}

#[test]
fn spanish_and_english_names_of_commands_both_work() {
    let site = TestSite::new();
    for command in ["check", "revisar", "build", "construir"] {
        site.quipu(&[command]).code(0);
    }
}

#[test]
fn messages_follow_the_option_then_the_environment() {
    let site = TestSite::new();
    site.quipu(&["check"]).code(0).says("Sin errores");
    site.quipu(&["check", "--lang", "en"])
        .code(0)
        .says("No errors");
    site.quipu(&["--lang=en", "check"])
        .code(0)
        .says("No errors");
}

#[test]
fn help_is_complete_in_both_languages() {
    for language in ["es", "en"] {
        let site = TestSite::empty();
        let mut help = site.quipu(&["--help", "--lang", language]).code(0).stdout();
        for command in [
            "build", "check", "init", "new", "pack", "verify", "key", "theme",
        ] {
            help.push_str("\n----\n");
            help.push_str(
                &site
                    .quipu(&[command, "--help", "--lang", language])
                    .code(0)
                    .stdout(),
            );
        }
        insta::assert_snapshot!(format!("help-{language}"), help);
    }
}

#[test]
fn invalid_arguments_are_explained() {
    let site = TestSite::new();
    site.quipu(&[]).code(2).says("falta indicar qué hacer");
    site.quipu(&["construri"])
        .code(2)
        .says("no existe la orden «construri»")
        .says("¿quiso decir «construir»?");
    site.quipu(&["build", "--ouput", "x"])
        .code(2)
        .says("no existe la opción «--ouput»");
    site.quipu(&["build", "--threads", "muchos"])
        .code(2)
        .says("«muchos» no sirve");
    site.quipu(&["check", "--lang", "fr"])
        .code(2)
        .says("valores posibles: en, es");
    site.quipu(&["nuevo"])
        .code(2)
        .says("falta el título del caso");
    site.quipu(&["build", "--lang", "en", "--ouput", "x"])
        .code(2)
        .says("there is no option");
}

#[test]
fn a_missing_site_is_explained() {
    let site = TestSite::empty();
    site.quipu(&["build"])
        .code(2)
        .says("no se encontró «quipu.yaml»")
        .says("quipu iniciar");
}

#[test]
fn the_site_is_found_from_any_folder_in_it() {
    let site = TestSite::new().case("a.md", "Texto.");
    Run::new(&site.path("content/casos"), &["build"]).code(0);
    assert!(site.path("public/casos/a.html").is_file());
}

#[test]
fn an_output_inside_the_sources_is_rejected() {
    let site = TestSite::new().case("a.md", "Texto.");
    for output in [
        "content/public",
        "content",
        ".",
        "content/../content/casos",
        "themes",
    ] {
        site.quipu(&["build", "--output", output])
            .code(2)
            .says("se superpone");
    }
    assert!(site.path("content/casos/a.md").is_file());
}

#[test]
fn a_foreign_folder_is_never_replaced() {
    let site = TestSite::new().file("fotos/importante.jpg", "x");
    site.quipu(&["build", "--output", "fotos"])
        .code(2)
        .says("no son de Quipu");
    assert!(site.path("fotos/importante.jpg").is_file());
}

#[test]
fn colours_are_for_terminals_unless_requested() {
    let site = TestSite::new().case("a.md", "[x](y.md)");
    assert!(!site.quipu(&["check"]).stderr().contains('\u{1b}'));
    assert!(
        site.quipu(&["check", "--color", "always"])
            .stderr()
            .contains('\u{1b}')
    );
}

#[test]
fn version_is_printed_to_stdout() {
    let run = Run::new(Path::new("."), &["--version"]).code(0);
    assert_eq!(
        run.stdout(),
        format!("quipu {}\n", env!("CARGO_PKG_VERSION"))
    );
}

#[test]
fn system_errors_are_localized() {
    let site = TestSite::new();
    site.quipu(&["check", "--report", "no/hay/informe.html"])
        .code(2)
        .says("informe.html: no existe");
    site.quipu(&["check", "--report", "informe.pdf"])
        .code(2)
        .says("un informe termina en .html o .csv");
    site.quipu(&["--lang", "en", "import", "none.docx"])
        .code(2)
        .says("none.docx cannot be read: it does not exist");
}

#[test]
fn only_likely_corrections_are_suggested() {
    let site = TestSite::new();
    site.quipu(&["chek"]).code(2).says("¿quiso decir «check»?");
    let run = site.quipu(&["check", "--foo"]).code(2);
    assert!(!run.stderr().contains("quiso decir"), "{}", run.stderr());
}

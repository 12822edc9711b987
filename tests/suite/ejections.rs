//! Files of the built-in theme in a site: ejected to be changed, or copied and forgotten.

use std::fs;
use std::path::Path;

use crate::site::{Run, TestSite, tree};

const FOOTER: &str = "themes/quipu/templates/footer.html";
const RECORD: &str = "themes/quipu/ejected.yaml";

fn text(site: &TestSite, path: &str) -> String {
    fs::read_to_string(site.path(path)).unwrap()
}

fn replace(site: &TestSite, path: &str, from: &str, to: &str) {
    let before = text(site, path);
    assert!(before.contains(from), "{path}: {before}");
    site.write(path, before.replacen(from, to, 1).as_bytes());
}

fn sha256(bytes: &[u8]) -> String {
    use sha2::Digest;
    let digest = sha2::Sha256::digest(bytes);
    digest.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// A site with an ejected and changed footer that the program has changed since.
fn outdated() -> TestSite {
    let site = TestSite::new();
    site.quipu(&["theme", "eject", "templates/footer.html"])
        .code(0);
    replace(&site, FOOTER, "<footer", "<footer id=\"mio\"");
    replace(&site, RECORD, "sha256: \"", "sha256: \"0");
    site
}

/// Copies the theme that is embedded in the program, as `init` once did.
fn with_full_copy() -> TestSite {
    let site = TestSite::new();
    let theme = Path::new(env!("CARGO_MANIFEST_DIR")).join("themes/quipu");
    for (path, bytes) in tree(&theme) {
        if !path.starts_with("scripts/") {
            site.write(&format!("themes/quipu/{path}"), &bytes);
        }
    }
    site
}

/// A site with files of the theme as it was before the search index last changed its format.
fn with_old_copy() -> TestSite {
    let site = TestSite::new().case("agua.md", "Agua segura en la escuela.");
    for (path, bytes) in tree(TestSite::fixture("old-theme").path("").as_path()) {
        site.write(&format!("themes/quipu/{path}"), &bytes);
    }
    site
}

#[test]
fn a_new_site_has_no_theme() {
    let site = TestSite::empty();
    site.quipu(&["init", "nuevo"]).code(0);
    assert!(!site.path("nuevo/themes").exists());
}

#[test]
fn an_ejected_file_changes_nothing_until_it_is_changed() {
    let site = TestSite::new().build();
    let before = site.built();
    site.quipu(&["tema", "sacar", "templates/footer.html"])
        .code(0)
        .says("footer.html");
    let run = site.quipu(&["build"]).code(0);
    assert!(!run.stderr().contains("Q00"), "{}", run.stderr());
    assert_eq!(site.built(), before);
    replace(&site, FOOTER, "<footer", "<footer id=\"mio\"");
    let site = site.build();
    assert!(site.page("index.html").contains("<footer id=\"mio\""));
}

#[test]
fn the_record_survives_a_second_ejection_and_line_ends_of_windows() {
    let site = TestSite::new();
    site.quipu(&["theme", "eject", "templates/footer.html"])
        .code(0);
    site.quipu(&["theme", "eject", "i18n/"]).code(0);
    assert!(site.path("themes/quipu/i18n/en.ftl").is_file());
    for path in [RECORD, FOOTER] {
        let windows = text(&site, path).replace('\n', "\r\n");
        site.write(path, windows.as_bytes());
    }
    let stdout = site.quipu(&["theme", "eject"]).code(0).stdout();
    let version = env!("CARGO_PKG_VERSION");
    for line in [
        format!("templates/footer.html  (ya está en el sitio, de Quipu {version})"),
        format!("i18n/es.ftl  (ya está en el sitio, de Quipu {version})"),
        "templates/case.html".to_owned(),
    ] {
        assert!(stdout.lines().any(|found| found == line), "{stdout}");
    }
    assert!(!stdout.contains("search.js"));
    let run = site.quipu(&["check"]).code(0);
    assert!(!run.stderr().contains("Q00"), "{}", run.stderr());
}

#[test]
fn all_paths_that_cannot_be_ejected_are_reported_and_nothing_is_written() {
    let site = TestSite::new().file(FOOTER, "<footer>Mío</footer>");
    let arguments = [
        "theme",
        "eject",
        "templates/case.html",
        "templates/footer.html",
        "templates/cas.html",
        "case.html",
        "nada",
        "static/search.js",
        "../quipu.yaml",
        "/etc/hostname",
    ];
    for language in ["es", "en"] {
        let run = site.quipu(&[&arguments[..], &["--lang", language]].concat());
        insta::assert_snapshot!(format!("faults-{language}"), run.code(2).stderr());
    }
    assert_eq!(text(&site, FOOTER), "<footer>Mío</footer>");
    assert!(!site.path("themes/quipu/templates/case.html").exists());
    assert!(!site.path(RECORD).exists());
}

#[test]
fn a_file_that_the_program_changed_is_shown_until_it_is_accepted() {
    let site = outdated();
    for command in ["check", "build", "build"] {
        let stderr = site.quipu(&[command]).code(0).stderr();
        for part in ["Q0079", "footer.html:1:1", "+<footer id=\"mio\""] {
            assert!(stderr.contains(part), "{part} in:\n{stderr}");
        }
    }
    let accept = ["tema", "aceptar", FOOTER];
    site.quipu(&accept).code(0).says("al día");
    let run = site.quipu(&["check"]).code(0);
    assert!(!run.stderr().contains("Q0079"), "{}", run.stderr());
    site.quipu(&["theme", "accept", "templates/case.html"])
        .code(2)
        .says("no tiene");
}

#[test]
fn a_long_diff_is_limited_to_a_screen() {
    let site = outdated();
    site.write(FOOTER, "<p>\n".repeat(200).as_bytes());
    let stderr = site.quipu(&["check"]).code(0).stderr();
    assert!(stderr.contains("líneas más"), "{stderr}");
    assert!(stderr.lines().count() < 50, "{stderr}");
}

#[test]
fn a_file_that_the_program_no_longer_has_is_reported_until_it_is_accepted() {
    let site = outdated();
    replace(&site, RECORD, "footer.html", "former.html");
    site.write("themes/quipu/templates/former.html", b"<p>");
    site.quipu(&["check"]).code(0).says("ya no usa");
    site.quipu(&["theme", "accept", "templates/former.html"])
        .code(0);
    let run = site.quipu(&["check"]).code(0);
    assert!(!run.stderr().contains("Q0079"), "{}", run.stderr());
}

#[test]
fn a_theme_of_the_sites_own_gets_the_file() {
    let site = TestSite::new()
        .file("quipu.yaml", "titulo: Otro tema\ntema: mio\n")
        .file(
            "themes/mio/static/search.js",
            include_str!("../../themes/quipu/static/search.js"),
        );
    site.quipu(&["theme", "eject", "templates/footer.html"])
        .code(0);
    assert!(site.path("themes/mio/templates/footer.html").is_file());
    site.quipu(&["check"]).code(0).says("siempre usa el suyo");
    let site = site.file("quipu.yaml", "titulo: Otro tema\ntema: falta\n");
    site.quipu(&["theme", "eject", "templates/card.html"])
        .code(1)
        .says("Q0036");
}

#[test]
fn a_damaged_record_is_an_error_and_is_not_overwritten() {
    let site = TestSite::new().file(RECORD, "<<<<<<< HEAD\na: {\n");
    site.quipu(&["check"]).code(1).says("ejected.yaml:");
    site.quipu(&["theme", "eject", "templates/card.html"])
        .code(1)
        .says("ejected.yaml:");
    assert!(text(&site, RECORD).starts_with("<<<<<<< HEAD"));
    assert!(!site.path("themes/quipu/templates").exists());
}

#[test]
fn an_unchanged_copy_of_the_theme_is_one_warning_and_can_be_removed() {
    let expected = TestSite::new().build().built();
    let site = with_full_copy().build();
    assert_eq!(site.built(), expected);
    let run = site.quipu(&["check", "--fix"]).code(0);
    assert_eq!(run.stderr().matches("[Q0").count(), 1, "{}", run.stderr());
    assert!(site.path(FOOTER).exists());
    site.quipu(&["check", "--fix", "--yes"]).code(0);
    assert!(!site.path("themes/quipu").exists());
    site.forget();
    assert_eq!(site.build().built(), expected);
}

#[test]
fn removing_copies_spares_what_a_person_changed_or_ejected() {
    let site = with_full_copy();
    fs::remove_file(site.path("themes/quipu/templates/card.html")).unwrap();
    site.quipu(&["theme", "eject", "templates/card.html"])
        .code(0);
    replace(&site, FOOTER, "<footer", "<footer id=\"mio\"");
    let added = "themes/quipu/templates/propia.html";
    site.write(added, b"<p>");
    site.quipu(&["check", "--fix", "--yes"]).code(0);
    let left: Vec<String> = tree(&site.path("themes/quipu")).into_keys().collect();
    let expected = [
        "ejected.yaml",
        "templates/card.html",
        "templates/footer.html",
        "templates/propia.html",
    ];
    assert_eq!(left, expected);
}

#[test]
fn the_sources_of_the_built_in_theme_are_no_copy() {
    let site = with_full_copy().file("themes/quipu/scripts/build.mjs", "");
    let run = site.quipu(&["check", "--fix", "--yes"]).code(0);
    assert!(!run.stderr().contains("Q00"), "{}", run.stderr());
    assert!(site.path(FOOTER).exists());
}

#[test]
fn a_site_with_an_old_theme_gets_the_programs_scripts() {
    let new = TestSite::new().case("agua.md", "Agua segura en la escuela.");
    let new = new.build();
    let site = with_old_copy();
    let citation = "themes/quipu/templates/citation.html";
    site.write(
        citation,
        (text(&site, citation) + "<!-- mío -->").as_bytes(),
    );
    let stderr = site.quipu(&["build"]).code(0).stderr();
    insta::assert_snapshot!("old-theme", warnings(&stderr));
    for script in ["quipu/search.js", "quipu/search-more.js"] {
        assert_eq!(site.page(script), new.page(script));
    }
    site.quipu(&["check", "--fix", "--yes"]).code(0);
    let left: Vec<String> = tree(&site.path("themes/quipu")).into_keys().collect();
    assert_eq!(left, ["templates/citation.html"]);
}

/// The first line of each warning and its file.
fn warnings(stderr: &str) -> String {
    let is_head = |line: &&str| line.starts_with("aviso[") || line.contains("--> ");
    stderr
        .lines()
        .filter(is_head)
        .collect::<Vec<_>>()
        .join("\n")
}

#[test]
fn the_search_of_a_site_with_an_old_theme_works() {
    let site = with_old_copy().build();
    let found = Run::new(&site.path(""), &["search", "agua escuela"]).code(0);
    assert!(
        found.stdout().contains("casos/agua.html"),
        "{}",
        found.stdout()
    );
}

#[cfg(unix)]
#[test]
fn copies_behind_a_link_to_another_theme_are_not_removed() {
    let site = with_full_copy();
    fs::rename(site.path("themes/quipu"), site.path("themes/otro")).unwrap();
    std::os::unix::fs::symlink("otro", site.path("themes/quipu")).unwrap();
    let before = tree(&site.path("themes/otro"));
    site.quipu(&["check", "--fix", "--yes"]).code(0);
    assert!(tree(&site.path("themes/otro")) == before);
}

#[test]
fn a_record_never_gets_a_persons_file_removed() {
    let site = TestSite::new()
        .file("themes/quipu/templates/card.html", "<p>mío")
        .file("themes/quipu/static/mio.css", "a{}");
    // `sha256sum` of both files.
    let digests = ["templates/card.html", "static/mio.css"].map(|path| {
        let bytes = fs::read(site.path(&format!("themes/quipu/{path}"))).unwrap();
        format!(
            "{path}:\n  version: \"0\"\n  sha256: \"{}\"\n",
            sha256(&bytes)
        )
    });
    let site = site.file(RECORD, &digests.concat());
    site.quipu(&["check", "--fix", "--yes"]);
    assert_eq!(text(&site, "themes/quipu/templates/card.html"), "<p>mío");
    assert_eq!(text(&site, "themes/quipu/static/mio.css"), "a{}");
}

#[test]
fn keys_of_a_record_that_yaml_could_misread_are_kept() {
    let record = "'a: b':\n  version: \"0\"\n  sha256: \"\"\n\"\\n\":\n  version: \"\\e\"\n";
    let site = TestSite::new().file(RECORD, record);
    for path in ["templates/card.html", "templates/footer.html"] {
        site.quipu(&["theme", "eject", path]).code(0);
    }
    let record = text(&site, RECORD);
    assert!(record.contains("\"a: b\":"), "{record}");
    assert!(record.contains("\ntemplates/card.html:\n"), "{record}");
}

#[cfg(unix)]
#[test]
fn what_cannot_be_recorded_or_leaves_the_site_is_not_ejected() {
    use std::os::unix::fs::symlink;
    let outside = TestSite::empty().file("registro.yaml", "{}\n");
    let site = TestSite::new().file("themes/quipu/theme.yaml", "name: Propio\n");
    symlink(outside.path("registro.yaml"), site.path(RECORD)).unwrap();
    site.quipu(&["theme", "eject", "templates/card.html"])
        .code(1)
        .says("Q0024");
    assert!(!site.path("themes/quipu/templates").exists());
    fs::remove_file(site.path(RECORD)).unwrap();
    symlink(outside.path("."), site.path("themes/quipu/templates")).unwrap();
    site.quipu(&["theme", "eject", "i18n", "templates/card.html"])
        .code(2);
    assert!(!site.path("themes/quipu/i18n").exists());
    assert!(!outside.path("card.html").exists());
}

//! One run of `check` tells every mistake, each in its place.

use crate::site::TestSite;

/// File, line and column of each mistake in the fixture.
const PLACES: [&str; 15] = [
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

#[test]
fn fifteen_mistakes_are_told_at_once_in_both_languages() {
    for language in ["es", "en"] {
        let site = TestSite::fixture("fifteen-mistakes");
        let stderr = site.quipu(&["check", "--lang", language]).code(1).stderr();
        for place in PLACES {
            assert!(stderr.contains(place), "no {place} in:\n{stderr}");
        }
        insta::assert_snapshot!(format!("fifteen-mistakes-{language}"), stderr);
    }
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
        .filter(|name| name.starts_with('.'))
        .collect();
    assert_eq!(stray, [""; 0]);
}

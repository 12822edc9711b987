//! Themes: one file at a time over the built-in one.

use crate::site::TestSite;

#[test]
fn one_template_and_one_string_can_be_replaced() {
    let site = TestSite::new()
        .file(
            "themes/quipu/templates/404.html",
            "{% extends \"base.html\" %}{% block main %}<h1>Nada aquí</h1>{% endblock main %}",
        )
        .file("themes/quipu/i18n/es.ftl", "search = Encontrar\n")
        .file("themes/quipu/static/quipu.css", "body { color: red }")
        .build();
    assert!(site.page("404.html").contains("<h1>Nada aquí</h1>"));
    assert!(site.page("index.html").contains(">Encontrar<"));
    assert_eq!(site.page("quipu/quipu.css"), "body { color: red }");
}

#[test]
fn a_theme_of_another_name_builds_on_the_built_in_one() {
    let site = TestSite::new()
        .file("quipu.yaml", "titulo: Otro tema\ntema: mio\n")
        .file(
            "themes/mio/templates/footer.html",
            "<footer>El mío</footer>",
        )
        .build();
    assert!(site.page("index.html").contains("<footer>El mío</footer>"));
}

#[test]
fn template_mistakes_are_told_with_their_place() {
    let cases = [
        (
            "{% block main %}{{ 1 + }}{% endblock %}",
            "Q0050",
            "404.html:2:",
        ),
        (
            "{% block main %}{{ nada.de }}{% endblock %}",
            "Q0051",
            "404.html:2:20",
        ),
        (
            "{% block main %}{{ t(key=\"no-hay\") }}{% endblock %}",
            "Q0051",
            "404.html:2:20",
        ),
    ];
    for (text, code, place) in cases {
        let template = format!("{{% extends \"base.html\" %}}\n{text}\n");
        let site = TestSite::new().file("themes/quipu/templates/404.html", &template);
        let stderr = site.quipu(&["build"]).code(1).stderr();
        assert!(stderr.contains(code), "{code} in {stderr}");
        assert!(
            stderr.contains(&format!("themes/quipu/templates/{place}")),
            "{stderr}"
        );
        assert!(!site.path("public").exists());
    }
}

#[test]
fn a_missing_parent_is_named() {
    let site = TestSite::new().file(
        "themes/quipu/templates/404.html",
        "{% extends \"otra.html\" %}",
    );
    site.quipu(&["build"]).code(1).says("otra.html");
}

//! Themes: single files override the built-in theme, and themes inherit from each other.

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
    let sheet = site.page("quipu/quipu.css");
    assert!(sheet.starts_with(":root{") && sheet.ends_with("\nbody { color: red }"));
}

#[test]
fn a_custom_theme_inherits_from_the_built_in_one() {
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
fn template_errors_are_reported_with_their_location() {
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
    for (text, code, location) in cases {
        let template = format!("{{% extends \"base.html\" %}}\n{text}\n");
        let site = TestSite::new().file("themes/quipu/templates/404.html", &template);
        let stderr = site.quipu(&["build"]).code(1).stderr();
        assert!(stderr.contains(code), "{code} in {stderr}");
        assert!(
            stderr.contains(&format!("themes/quipu/templates/{location}")),
            "{stderr}"
        );
        assert!(!site.path("public").exists());
    }
}

#[test]
fn a_missing_parent_template_is_named() {
    let site = TestSite::new().file(
        "themes/quipu/templates/404.html",
        "{% extends \"otra.html\" %}",
    );
    site.quipu(&["build"]).code(1).says("otra.html");
}

#[test]
fn a_failing_template_is_reported_with_the_available_variables() {
    let uses = [
        "{{ nada }}",
        "{{ site.nombre }}",
        "{% for caso in casos %}{% endfor %}",
    ];
    let messages = uses.map(|text| {
        let template = format!(
            "{{% extends \"base.html\" %}}\n{{% block main %}}{text}{{% endblock main %}}\n"
        );
        let site = TestSite::new().file("themes/quipu/templates/404.html", &template);
        site.quipu(&["build", "-q"]).code(1).stderr()
    });
    insta::assert_snapshot!(messages.join("\n"));
}

#[test]
fn a_child_theme_can_override_one_block() {
    let site = TestSite::new()
        .file("quipu.yaml", "titulo: Otro tema\ntema: hijo\n")
        .file("themes/hijo/theme.yaml", "base: madre\n")
        .file(
            "themes/hijo/templates/404.html",
            "{% extends \"madre/404.html\" %}{% block title %}Nada{% endblock title %}",
        )
        .file(
            "themes/madre/templates/404.html",
            "{% extends \"quipu/404.html\" %}{% block main %}Madre. {{ super() }}{% endblock main %}",
        )
        .file("themes/madre/templates/footer.html", "<footer>Madre</footer>")
        .file("themes/hijo/templates/footer.html", "<footer>Hijo</footer>")
        .build();
    let page = site.page("404.html");
    assert!(page.contains("<title>Nada</title>"));
    assert!(page.contains("Madre. ") && page.contains("Esta página no existe"));
    assert!(page.contains("<footer>Hijo</footer>"));
}

#[test]
fn site_colors_override_theme_colors_which_override_those_of_the_base() {
    let site = TestSite::new()
        .file(
            "quipu.yaml",
            "titulo: Colores\ntema: hijo\ncolores:\n  acento: \"#7a1f5c\"\n  oscuro: {marca: \"#9cf\"}\n",
        )
        .file(
            "themes/hijo/theme.yaml",
            "colors: {brand: \"#1d3f8f\", accent: \"#123456\"}\n",
        )
        .build();
    let sheet = site.page("quipu/quipu.css");
    let (light, dark) = sheet
        .split_once("@media (prefers-color-scheme:dark)")
        .unwrap();
    assert!(light.contains("--brand:#1d3f8f;") && light.contains("--accent:#7a1f5c;"));
    assert!(light.contains("--ink:#1c2420;"), "the built-in theme's");
    assert!(dark.contains("--brand:#99ccff;"));
    let built_in = TestSite::new().build().page("quipu/quipu.css");
    let shade = |sheet: &str| sheet.split_once("--shade-4:").unwrap().1[..7].to_owned();
    assert_ne!(shade(&sheet), shade(&built_in), "maps follow the brand");
}

#[test]
fn the_built_in_colors_have_enough_contrast() {
    let colors = include_str!("../../themes/quipu/theme.yaml").replace("logo: quipu.svg", "");
    let site = TestSite::new()
        .file("quipu.yaml", "titulo: Copia\ntema: copia\n")
        .file("themes/copia/theme.yaml", &colors);
    let run = site.quipu(&["check"]).code(0);
    assert!(!run.stderr().contains("Q0071"), "{}", run.stderr());
}

#[test]
fn the_sites_logo_replaces_the_themes() {
    let site = TestSite::new()
        .picture("content/imagenes/Escudo.PNG")
        .file(
            "quipu.yaml",
            "titulo: Con escudo\nlogotipo: content/imagenes/Escudo.PNG\n",
        )
        .build();
    assert!(site.page("index.html").contains("src=\"quipu/logo.png\""));
    assert!(site.path("public/quipu/logo.png").is_file());
}

#[cfg(unix)]
#[test]
fn an_endless_logo_file_is_rejected() {
    let site = TestSite::new().picture("content/imagenes/otra.png").file(
        "quipu.yaml",
        "titulo: Con escudo\nlogotipo: content/imagenes/escudo.png\n",
    );
    std::os::unix::fs::symlink("/dev/zero", site.path("content/imagenes/escudo.png"))
        .expect("a link");
    let run = site.quipu(&["build"]).code(1);
    assert!(run.stderr().contains("quipu.yaml:2:"), "{}", run.stderr());
    assert!(!site.path("public").exists());
}

#[test]
fn a_site_template_can_extend_the_one_it_overrides() {
    let site = TestSite::new()
        .file(
            "themes/quipu/templates/404.html",
            "{% extends \"quipu/404.html\" %}{% block title %}Nada{% endblock title %}",
        )
        .file(
            "themes/quipu/static/quipu.css",
            "\u{feff}@import \"otro.css\";\np{}",
        )
        .build();
    assert!(site.page("404.html").contains("<title>Nada</title>"));
    assert!(
        site.page("quipu/quipu.css")
            .starts_with("@import \"otro.css\";:root{")
    );
}

#[cfg(unix)]
#[test]
fn theme_symlinks_out_of_the_site_are_rejected() {
    use std::os::unix::fs::symlink;
    let outside = tempfile::tempdir().unwrap();
    std::fs::create_dir(outside.path().join("static")).unwrap();
    std::fs::write(outside.path().join("static/secreto.txt"), "x").unwrap();
    let site = TestSite::new().file("quipu.yaml", "titulo: Sitio\ntema: mio\n");
    std::fs::create_dir(site.path("themes")).unwrap();
    symlink(outside.path(), site.path("themes/mio")).unwrap();
    site.quipu(&["build"]).code(1).says("Q0024");
    let site = TestSite::new().file("themes/quipu/static/a.css", "");
    symlink(
        outside.path().join("static"),
        site.path("themes/quipu/static/b"),
    )
    .unwrap();
    site.quipu(&["build"]).code(1).says("themes/quipu/static/b");
}

#[test]
fn a_logo_at_an_odd_path_is_found_or_refused_for_the_right_reason() {
    let long = "ñ".repeat(100);
    let longer = "a".repeat(300);
    let svg = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"9\" height=\"9\"/>";
    let odd = format!("marca/{long}/con espacio, 100%#1/logo.svg");
    let site = TestSite::new()
        .case("a.md", "Texto.")
        .file("marca/logo.svg", svg)
        .file(&odd, svg);
    for (path, fault) in [
        (odd.clone(), None),
        ("marca/../marca/./logo.svg".to_owned(), None),
        ("../marca/logo.svg".to_owned(), Some("está fuera")),
        ("marca/../../logo.svg".to_owned(), Some("está fuera")),
        ("/etc/logo.svg".to_owned(), Some("está fuera")),
        (format!("marca/{longer}.svg"), Some("una ruta más larga")),
        ("marca/falta.svg".to_owned(), Some("no existe")),
    ] {
        let settings = format!("titulo: Sitio\nidiomas: [es]\nlogotipo: \"{path}\"\n");
        site.write("quipu.yaml", settings.as_bytes());
        let run = site.quipu(&["build"]);
        match fault {
            None => assert_eq!(run.exit(), Some(0), "{path}: {}", run.stderr()),
            Some(fault) => _ = run.code(1).says(fault).says("Q0073"),
        }
    }
}

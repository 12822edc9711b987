//! Invalid or hostile content ends in diagnostics, never in a panic.

use crate::site::{REQUIRED, TestSite};

fn check(site: &TestSite) -> String {
    site.quipu(&["check"]).code(1).stderr()
}

#[test]
fn a_file_of_fifty_megabytes_is_rejected_unread() {
    let site = TestSite::new();
    site.write("content/casos/grande.md", &vec![b'a'; 50 * 1024 * 1024]);
    assert!(check(&site).contains("grande.md:1:1"));
    assert!(check(&site).contains("Q0002"));
}

#[cfg(unix)]
#[test]
fn a_symlink_cycle_is_reported() {
    let site = TestSite::new();
    std::os::unix::fs::symlink(site.path("content"), site.path("content/vuelta")).unwrap();
    let stderr = check(&site);
    assert!(
        stderr.contains("content/vuelta") && stderr.contains("Q0005"),
        "{stderr}"
    );
}

#[cfg(unix)]
#[test]
fn a_symlink_out_of_the_content_is_not_followed() {
    let site = TestSite::new().file("secreto/clave.txt", "no publicar");
    std::os::unix::fs::symlink(site.path("secreto"), site.path("content/abierto")).unwrap();
    std::os::unix::fs::symlink("/etc/hostname", site.path("content/equipo.txt")).unwrap();
    let stderr = check(&site);
    assert_eq!(stderr.matches("Q0024").count(), 2, "{stderr}");
}

#[test]
fn bom_and_crlf_do_not_change_the_output() {
    let text = format!("---\n{REQUIRED}---\n\n## Título\n\nUno\ndos.\n\n```\na\nb\n```\n");
    let plain = TestSite::new().file("content/casos/a.md", &text).build();
    let windows = format!("\u{feff}{}", text.replace('\n', "\r\n"));
    let windows = TestSite::new().file("content/casos/a.md", &windows).build();
    assert_eq!(plain.built(), windows.built());
}

#[test]
fn columns_count_characters_with_bom_and_crlf_too() {
    let text = "\u{feff}---\r\ntitulo: Ñandú\r\nregion: Loreto\r\nsector: [salud, ñañaña]\r\nmodelo_de_gestion: autoridad\r\n---\r\n";
    let site = TestSite::new().file("content/casos/a.md", text);
    assert!(check(&site).contains("content/casos/a.md:4:17"));
}

#[test]
fn front_matter_of_a_wrong_shape_is_reported() {
    for front in [
        "- a\n- b",
        "solo texto",
        "[1, 2]",
        "titulo: {a: 1}",
        "? [a]\n: b",
        "!!binary x",
    ] {
        let site = TestSite::new().file("content/casos/a.md", &format!("---\n{front}\n---\n"));
        assert!(check(&site).contains("content/casos/a.md:2:"), "{front}");
    }
}

#[test]
fn arbitrary_bytes_in_any_file_never_cause_a_panic() {
    let patterns: [&[u8]; 8] = [
        b"\x00\x01\x02",
        b"\xff\xfe---\n",
        b"---\n---\n",
        b"---\n\xc3\n---\n",
        b"---\ntitulo: \"\\uD800\"\n---\n",
        b"---\ntitulo: a\x1b[31m\n---\n",
        b"---\n&a [*a]\n---\n",
        b"---\ntitulo: x\n---\n[^1]: [a]: <\n[^1]\n<script\n",
    ];
    for path in [
        "quipu.yaml",
        "content/casos/a.md",
        "content/vocabulario/region.yaml",
        "content/paginas/p.md",
        "themes/quipu/templates/base.html",
        "themes/quipu/i18n/es.ftl",
    ] {
        for bytes in patterns {
            let site = TestSite::new().case("b.md", "Texto.");
            site.write(path, bytes);
            let run = site.quipu(&["check"]);
            let stderr = run.stderr();
            assert!(!stderr.contains("panicked"), "{path} {bytes:?}:\n{stderr}");
            assert!(!stderr.contains('\u{1b}'), "{path} {bytes:?}:\n{stderr}");
        }
    }
}

#[test]
fn files_that_can_run_scripts_are_not_published() {
    let settings = "titulo: S\ncarpetas_publicas: [descargas]\ntipos_de_archivo: [svg]\n";
    let site = TestSite::new()
        .file("quipu.yaml", settings)
        .file("content/descargas/juego.html", "<script>alert(1)</script>")
        .file("content/descargas/mapa.SVG", "<svg onload='alert(1)'/>");
    let stderr = check(&site);
    assert!(
        stderr.contains("Q0025") && stderr.contains("Q0127"),
        "{stderr}"
    );
}

#[test]
fn names_that_windows_rejects_are_errors() {
    let site = TestSite::new()
        .case("con.md", "")
        .case(&format!("{}.md", "a".repeat(90)), "")
        .case("¿¡.md", "");
    let stderr = check(&site);
    for code in ["Q0006", "Q0007", "Q0008"] {
        assert!(stderr.contains(code), "no {code} in:\n{stderr}");
    }
}

#[test]
fn two_pages_with_the_same_url_are_both_reported() {
    let site = TestSite::new()
        .file("content/matriz.md", "---\ntitulo: Loreto\n---\n")
        .file(
            "content/region/san-martin.md",
            "---\ntitulo: San Martín\n---\n",
        )
        .file(
            "content/region/San-Martin.md",
            "---\ntitulo: San Martín\n---\n",
        )
        .file("content/a/uno.md", "---\ntitulo: Uno\n---\n")
        .file("content/A/Uno.md", "---\ntitulo: Uno\n---\n");
    let stderr = check(&site);
    assert!(
        stderr.contains("matriz.html") && stderr.contains("una página que Quipu genera"),
        "{stderr}"
    );
    for name in ["a/uno", "A/Uno", "region/san-martin", "region/San-Martin"] {
        assert!(stderr.contains(&format!("content/{name}.md")), "{stderr}");
    }
}

#[test]
fn a_page_from_another_tool_needs_only_a_title() {
    let site = TestSite::new().file(
        "content/blog/entrada.md",
        "---\ntitle: Entrada\nlayout: post\n---\nHola.\n",
    );
    site.quipu(&["build"]).code(0).says("Q0015");
    assert!(site.page("blog/entrada.html").contains("Hola."));
}

#[test]
fn vocabularies_are_checked_too() {
    let site = TestSite::new()
        .file("content/vocabulario/secotr.yaml", "[]")
        .file(
            "content/vocabulario/nivel.yaml",
            "- {slug: Regional, nombre: Regional}\n- {slug: local, nombre: Local, superior: nacionall}\n- {slug: otro, nombre: Local}\n- {nombre: Sin}\n",
        );
    let stderr = check(&site);
    for code in ["Q0030", "Q0031", "Q0032", "Q0033", "Q0017"] {
        assert!(stderr.contains(code), "no {code} in:\n{stderr}");
    }
}

#[test]
fn the_content_is_checked_even_if_the_settings_have_errors() {
    let site = TestSite::new()
        .file(
            "quipu.yaml",
            "idiomas: [es, español]\ntema: otro\ndireccion_web: ftp://x\ncasos_por_pagina: cero\n",
        )
        .case("a.md", "[x](y.md)");
    let stderr = check(&site);
    for text in ["Q0017", "Q0034", "Q0035", "Q0036", "Q0018", "Q0041"] {
        assert!(stderr.contains(text), "no {text} in:\n{stderr}");
    }
}

#[test]
fn a_hundred_mistakes_per_file_are_listed_and_the_rest_counted() {
    let links = "[a](no-hay.md)\n\n".repeat(1000);
    let site = TestSite::new()
        .case("a.md", &links)
        .case("b.md", "[b](otra.md)");
    let stderr = check(&site);
    assert_eq!(stderr.matches("no-hay.md» no lleva").count(), 100);
    assert!(
        stderr.contains("Q0119") && stderr.contains("y 900 más como estos"),
        "{stderr}"
    );
    assert!(stderr.contains("otra.md"), "{stderr}");
    assert!(stderr.contains("1001 errores"), "{stderr}");
    let again = site.quipu(&["check", "--translations"]).code(1).stderr();
    assert!(again.contains("y 900 más como estos"), "{again}");
}

#[test]
fn excessive_nesting_or_repetition_never_causes_a_panic() {
    let body = |text: String| format!("---\n{REQUIRED}---\n\n{text}\n");
    let front = |text: String| format!("---\n{REQUIRED}{text}---\n");
    let bomb = (1..30).map(|level| {
        let before = format!("*a{}", level - 1);
        format!("a{level}: &a{level} [{}]\n", [before.as_str(); 9].join(","))
    });
    let bomb = format!("a0: &a0 [x,x,x,x,x,x,x,x,x]\n{}", bomb.collect::<String>());
    let notes: String = (0..10_000)
        .map(|number| format!("[^{number}]: nota\n"))
        .collect();
    let cited: String = (0..10_000).map(|number| format!("a[^{number}] ")).collect();
    let texts = [
        front(bomb),
        front(format!("x: {}\n", "[".repeat(1_000_000))),
        front(
            (0..10_000)
                .map(|number| format!("k{number}: 1\n"))
                .collect(),
        ),
        body("[".repeat(1_000_000)),
        body(format!("{cited}\n\n{notes}")),
        body("palabra ".repeat(125_000)),
        body("> ".repeat(100_000)),
        body("*a _b ".repeat(100_000)),
        body("# a\n".repeat(50_000)),
        body("[a](b.md) ".repeat(50_000)),
        body("a \n".repeat(100_000)),
        body("<b>".repeat(100_000)),
        front(format!("{}\n", "? c".repeat(300_000))),
        body("#\n".repeat(500_000)),
        body("##x\n".repeat(200_000)),
        body("[^a]".repeat(200_000)),
        body(format!("{} <b>a</b>", ">".repeat(100_000))),
        body(format!("{}<b>a</b>", "- ".repeat(100_000))),
    ];
    for text in texts {
        let site = TestSite::new().file("content/casos/a.md", &text);
        let run = site.quipu(&["check", "-q"]);
        let stderr = run.stderr();
        assert!(matches!(run.exit(), Some(0 | 1)), "{}", &text[..200]);
        assert!(!stderr.contains("panicked"), "{stderr}");
    }
}

#[test]
fn excessive_html_is_rejected() {
    let attributes: String = (0..100_000).map(|number| format!(" a{number}")).collect();
    let fonts: String = (0..50_000)
        .map(|number| format!("<font a={number}>"))
        .collect();
    for html in [
        "<div>".repeat(200_000),
        "<b></p>".repeat(100_000),
        "<dl><dd>".repeat(100_000),
        "<pre>\n".repeat(100_000),
        format!("<p{attributes}>"),
        fonts,
    ] {
        let site = TestSite::new().case("a.md", &format!("Hola.\n\n{html}\n"));
        let stderr = check(&site);
        assert!(stderr.contains("Q0062"), "{}:\n{stderr}", &html[..20]);
    }
}

#[test]
fn excessive_headings_are_rejected() {
    let site = TestSite::new().case("a.md", &"## A\n\n".repeat(3_000));
    let stderr = check(&site);
    assert_eq!(stderr.matches("Q0063").count(), 1, "{stderr}");
}

#[test]
fn long_values_are_shortened_in_messages() {
    let key = "? c".repeat(100_000);
    let site = TestSite::new().case_with("a.md", &key);
    let stderr = check(&site);
    assert!(stderr.contains("Q0014") && stderr.contains('…'), "{stderr}");
    assert!(stderr.len() < 5_000, "{}", stderr.len());
}

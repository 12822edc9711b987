//! Regions: the map, the list beside it, and the summaries of term pages.

use crate::site::TestSite;

const REGIONS: &str = "\
- {slug: callao, nombre: Callao, ubigeo: \"07\"}
- {slug: lima, nombre: Lima, ubigeo: \"15\"}
- {slug: loreto, nombre: Loreto, ubigeo: \"16\"}
";

fn site() -> TestSite {
    TestSite::new()
        .file("content/vocabulario/region.yaml", REGIONS)
        .case_with("a.md", "periodo: {inicio: 2009}")
        .build()
}

/// Returns the part of a page between two markers, which must exist.
fn between<'p>(page: &'p str, start: &str, end: &str) -> &'p str {
    let rest = page
        .split_once(start)
        .unwrap_or_else(|| panic!("no {start}"))
        .1;
    rest.split_once(end).unwrap().0
}

#[test]
fn callao_is_listed_and_large_enough_to_tap_on_the_map() {
    let home = site().page("index.html");
    let list = between(&home, "id=\"q-mapa\"", "</ul>");
    for (region, count) in [
        ("callao", "ningún caso"),
        ("lima", "ningún caso"),
        ("loreto", "1 caso"),
    ] {
        let at = list
            .find(&format!("href=\"region/{region}.html\""))
            .expect(region);
        assert!(
            list[at..].split("</li>").next().unwrap().contains(count),
            "{region}: {list}"
        );
    }
    let map = between(&home, "<svg class=\"map\"", "</svg>");
    let callao = between(map, "<a href=\"region/callao.html\">", "</a>");
    assert!(
        callao.contains("<title>Callao: ningún caso</title>"),
        "{callao}"
    );
    let number = |text: &str, start: &str| -> f64 { between(text, start, "\"").parse().unwrap() };
    // On a phone 360 px wide with margins of 18.4 px, the circle must be at least 24 px wide
    // to be tapped.
    let width = between(map, "viewBox=\"0 0 ", " ").parse::<f64>().unwrap();
    let across = number(callao, " r=\"") * 2.0 * (360.0 - 2.0 * 18.4) / width;
    assert!(across >= 24.0, "{across} px");
}

#[test]
fn a_term_without_text_shows_a_generated_summary() {
    let site = TestSite::new()
        .case_with("a.md", "periodo: {inicio: 2009}")
        .case_with(
            "b.md",
            "periodo: {inicio: 2015, fin: 2020}\nnivel: nacional",
        )
        .case("c.md", "Sin año.")
        .file(
            "content/vocabulario/nivel.yaml",
            "- {slug: nacional, nombre: Nacional}\n",
        )
        .build();
    let lead = |path: &str| {
        let page = site.page(path);
        let text = between(&page, "<p class=\"lead\">", "</p>").to_owned();
        let description = between(&page, "<meta name=\"description\" content=\"", "\">");
        assert_eq!(description.trim_end(), text, "{path}");
        text.replace('\u{a0}', "_")
    };
    insta::assert_snapshot!(
        [
            "region/loreto.html",
            "region/san-martin.html",
            "sector/salud.html",
            "nivel/nacional.html",
            "anio/2009.html",
            "en/region/loreto.html",
            "en/sector/ambiente.html",
        ]
        .map(|path| format!("{path}: {}", lead(path)))
        .join("\n")
    );
    let loreto = site.page("region/loreto.html");
    assert!(loreto.contains("ubigeo-peru-aumentado"), "with its source");
}

#[test]
fn an_editors_summary_takes_precedence() {
    let site = TestSite::new()
        .file(
            "content/region/loreto.md",
            "---\ntitulo: Loreto\nresumen: Junto al río.\n---\n\nTexto.\n",
        )
        .case("a.md", "Texto.")
        .build();
    let page = site.page("region/loreto.html");
    assert!(
        page.contains("name=\"description\" content=\"Junto al río.\""),
        "{page}"
    );
    assert!(!page.contains("Aquí se cuenta"));
}

//! Links from a page to others: map, matrix, related cases, previous and next case, the
//! cases of a model, and the replication sheet.

use crate::site::TestSite;

const LORETO: &str =
    "titulo: De Loreto\nregion: loreto\nsector: salud\nmodelo_de_gestion: autoridad\n";

fn case(front: &str) -> String {
    format!("---\n{front}---\n")
}

fn site() -> TestSite {
    let second = "titulo: De dos regiones\nregion: [loreto, san-martin]\nsector: [salud, ambiente]\nmodelo_de_gestion: autoridad\nfecha: 2026-01-02\n";
    let third = "titulo: De otro modelo\nregion: san-martin\nsector: ambiente\nmodelo_de_gestion: otro\nfecha: 2026-01-01\n";
    TestSite::new()
        .file("content/modelos/otro.md", "---\ntitulo: Otro modelo\n---\n")
        .file("content/casos/a.md", &case(LORETO))
        .file("content/casos/b.md", &case(second))
        .file("content/casos/c.md", &case(third))
        .build()
}

fn between<'p>(page: &'p str, start: &str, end: &str) -> &'p str {
    let (_, rest) = page
        .split_once(start)
        .unwrap_or_else(|| panic!("no {start} in {page}"));
    rest.split_once(end).unwrap_or_else(|| panic!("no {end}")).0
}

#[test]
fn the_map_links_to_each_region_and_shows_its_case_count() {
    let site = site();
    for page in ["index.html", "region/index.html"] {
        let page = site.page(page);
        let map = between(&page, "<svg class=\"map\"", "</svg>");
        assert_eq!(
            map.matches("<path").count(),
            25,
            "every department is drawn"
        );
        assert_eq!(
            map.matches("<a ").count(),
            2,
            "those that the site knows are links"
        );
        assert!(
            map.contains("<title>Loreto: 2 casos</title><path class=\"shade-4\""),
            "{map}"
        );
    }
    let model = site.page("modelos/otro.html");
    let map = between(&model, "<svg class=\"map\"", "</svg>");
    assert!(
        map.contains("<title>Loreto: ningún caso</title><path class=\"shade-0\""),
        "{map}"
    );
    assert!(
        map.contains("<title>San Martín: 1 caso</title><path class=\"shade-4\""),
        "{map}"
    );
}

#[test]
fn a_site_without_ubigeo_codes_has_no_map() {
    let regions = "- {slug: norte, nombre: Norte}\n- {slug: sur, nombre: Sur}\n";
    let front = LORETO.replace("loreto", "norte");
    let site = TestSite::new().file("content/vocabulario/region.yaml", regions);
    let site = site.file("content/casos/a.md", &case(&front)).build();
    assert!(!site.page("index.html").contains("<svg class=\"map\""));
}

#[test]
fn the_matrix_counts_the_cases_of_each_pair_and_the_empty_pairs() {
    let page = site().page("matriz.html");
    assert!(
        page.contains("Todas las combinaciones de región y sector tienen casos."),
        "{page}"
    );
    let loreto = between(&page, "region/loreto.html", "</tr>");
    assert!(
        loreto.contains("aria-label=\"Loreto, Ambiente: 1 caso\">1</a>"),
        "{loreto}"
    );
    assert!(
        loreto.contains("aria-label=\"Loreto, Salud: 2 casos\">2</a>"),
        "{loreto}"
    );
    assert!(loreto.contains("href=\"buscar.html#region=loreto&amp;sector=salud\""));
    let alone = TestSite::new()
        .file("content/casos/a.md", &case(LORETO))
        .build();
    assert!(
        alone
            .page("matriz.html")
            .contains("Hay 3 combinaciones de región y sector sin casos.")
    );
}

#[test]
fn related_cases_are_sorted_by_similarity_and_explained() {
    let site = site();
    let page = site.page("casos/c.html");
    let related = between(&page, "<section aria-labelledby=\"q-afines\"", "</section>");
    assert!(
        related.contains("De dos regiones") && !related.contains("De Loreto"),
        "{related}"
    );
    assert!(
        related.contains("En común: Región: San Martín · Sector: Ambiente"),
        "{related}"
    );
    let page = site.page("casos/a.html");
    let related = between(&page, "<section aria-labelledby=\"q-afines\"", "</section>");
    assert!(
        related.contains("Modelo de gestión: Autoridad ambiental"),
        "{related}"
    );
}

#[test]
fn a_case_links_to_the_previous_and_the_next_case() {
    let site = site();
    let links = |path: &str| {
        let page = site.page(path);
        let nav = between(&page, "<nav class=\"neighbours\"", "</nav>").to_owned();
        (nav.contains("rel=\"prev\""), nav.contains("rel=\"next\""))
    };
    // Sorted newest first; a case without a date comes last.
    assert_eq!(links("casos/b.html"), (false, true));
    assert_eq!(links("casos/c.html"), (true, true));
    assert_eq!(links("casos/a.html"), (true, false));
}

#[test]
fn a_model_page_shows_the_results_and_a_timeline_of_its_cases() {
    let measured = "periodo: {inicio: 2012}\nresultados: [{indicador: Cobertura, unidad: '%', linea_de_base: {valor: 10, anio: 2012}, linea_final: {valor: 40, anio: 2015}}]\n";
    let adopted = "periodo: {inicio: 2009}\nreplicacion: {condiciones: [Un acuerdo], adoptado_por: [{lugar: Tacna, anio: 2014}]}\n";
    let site = TestSite::new()
        .file("content/casos/a.md", &case(&format!("{LORETO}{measured}")))
        .file(
            "content/casos/b.md",
            &case(&format!(
                "{}{adopted}",
                LORETO.replace("De Loreto", "El primero")
            )),
        )
        .build();
    let page = site.page("modelos/autoridad.html");
    let results = between(&page, "id=\"q-resultados-casos\"", "</section>");
    assert!(
        results.contains("Cobertura") && results.contains("+30 puntos porcentuales"),
        "{results}"
    );
    assert!(
        results.contains("<rect class=\"before\" y=\".4\" width=\"25.0\""),
        "{results}"
    );
    let years = between(&page, "<ol class=\"timeline\">", "</ol>");
    let places: Vec<_> = ["2009", "2012", "2014", "Tacna"]
        .iter()
        .map(|word| years.find(word))
        .collect();
    assert!(places.is_sorted() && places[0].is_some(), "{years}");
    let sheet = between(&page, "<section id=\"replicar\"", "</section>");
    assert!(
        sheet.contains("El primero") && sheet.contains("Un acuerdo"),
        "{sheet}"
    );
}

#[test]
fn a_model_page_shows_the_newest_cases_and_links_to_the_rest() {
    let measured = |name: &str| {
        format!("resultados: [{{indicador: {name}, linea_final: {{valor: 1, anio: 2012}}}}]\n")
    };
    let dated = |title: &str, year: u32| {
        let front = LORETO.replace("De Loreto", title);
        case(&format!(
            "{front}fecha: {year}-01-01\n{}",
            measured(&format!("De {year}"))
        ))
    };
    let site = TestSite::new()
        .file(
            "quipu.yaml",
            "titulo: Sitio\nidiomas: [es, en]\ncasos_por_pagina: 2\n",
        )
        .file("content/casos/a.md", &dated("El primero", 2020))
        .file("content/casos/b.md", &dated("El segundo", 2021))
        .file("content/casos/c.md", &dated("El tercero", 2022))
        .build();
    let model = site.page("modelos/autoridad.html");
    let shown = between(&model, "id=\"q-casos\"", "</section>");
    assert!(shown.contains("los 2 casos más recientes de 3"), "{shown}");
    assert!(
        shown.contains("El tercero")
            && shown.contains("El segundo")
            && !shown.contains("El primero")
    );
    assert!(
        shown.contains("href=\"../modelos/autoridad/pagina-2.html\""),
        "{shown}"
    );
    let results = between(&model, "id=\"q-resultados-casos\"", "</section>");
    assert!(
        results.contains("De 2022") && !results.contains("De 2020"),
        "{results}"
    );
    assert!(
        model.contains("<span class=\"count\">3 casos</span>"),
        "regions are those of all"
    );
    let rest = site.page("modelos/autoridad/pagina-2.html");
    assert!(
        rest.contains("El primero") && !rest.contains("El segundo"),
        "{rest}"
    );
    assert!(
        rest.contains("<a rel=\"prev\" href=\"../../modelos/autoridad.html\">"),
        "{rest}"
    );
    // The model is not translated: English readers are sent to its Spanish pages.
    assert!(
        !site
            .built()
            .contains_key("en/modelos/autoridad/pagina-2.html")
    );
}

#[test]
fn bars_are_drawn_only_for_values_that_can_start_at_zero() {
    let results = "resultados:
  - {indicador: Sube, linea_de_base: {valor: 20, anio: 2010}, linea_final: {valor: 80, anio: 2011}}
  - {indicador: Bajo cero, linea_de_base: {valor: -3, anio: 2010}, linea_final: {valor: 5, anio: 2011}}
  - {indicador: Nada, linea_de_base: {valor: 0, anio: 2010}, linea_final: {valor: 0, anio: 2011}}
";
    let site = TestSite::new()
        .file("content/casos/a.md", &case(&format!("{LORETO}{results}")))
        .build();
    let page = site.page("casos/a.html");
    assert_eq!(page.matches("<svg class=\"bars\"").count(), 1);
    assert!(
        page.contains("<rect class=\"before\" y=\".4\" width=\"25.0\"")
            && page.contains("width=\"100.0\" height=\"2.8\""),
        "{page}"
    );
}

#[test]
fn a_case_without_baselines_has_no_baseline_column() {
    let results = "resultados: [{indicador: Personas, linea_final: {valor: 5, anio: 2011}}]\n";
    let site = TestSite::new()
        .file("content/casos/a.md", &case(&format!("{LORETO}{results}")))
        .build();
    let page = site.page("casos/a.html");
    let table = between(&page, "<table class=\"measures\"", "</table>");
    assert!(
        table.contains(">Valor</th>") && !table.contains("Antes"),
        "{table}"
    );
}

#[test]
fn a_case_without_conditions_has_no_replication_sheet() {
    let site = TestSite::new()
        .file("content/casos/a.md", &case(LORETO))
        .build();
    assert!(!site.page("casos/a.html").contains("replicar"));
}

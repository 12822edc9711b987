//! Machine-readable data: tables, JSON, linked data, feeds and the sitemap.

use serde_json::Value;

use crate::site::TestSite;

const FRONT: &str = "\
resumen: \"=1+1, dijo\"
distrito: Iquitos
periodo: {inicio: 2009, fin: 2012}
costo: {monto: 1500.5, moneda: PEN, anio: 2011}
fecha: 2026-11-20
resultados:
  - {indicator: Desnutrición, unit: '%', baseline: {value: 28.2, year: 2009}, endline: {value: 16.5, year: 2012}}
  - {indicador: Promotores, linea_final: {valor: 12, anio: 2012}}
fuentes:
  - {titulo: \"</script><script>alert(1)</script>\", institucion: MINSA, anio: 2012, url: \"https://example.org/a?b=1&c=2\"}";

fn site() -> TestSite {
    let site = TestSite::new()
        .case_with("uno.md", FRONT)
        .case("dos.md", "Sin fecha.");
    site.build()
}

fn with_address() -> TestSite {
    let settings =
        "titulo: Sitio & prueba\nidiomas: [es, en]\ndireccion_web: https://example.org/casos\n";
    let english = format!("---\n{}---\n", "titulo: One case\nfecha: 2026-11-22\n");
    let site = TestSite::new()
        .file("quipu.yaml", settings)
        .case_with("uno.md", FRONT);
    site.file("content/casos/uno.en.md", &english)
        .case("dos.md", "Sin fecha.")
        .build()
}

fn rows(table: &str) -> Vec<Vec<String>> {
    let table = table.strip_prefix('\u{feff}').expect("a byte order mark");
    assert!(table.lines().all(|line| !line.contains('\n')));
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .from_reader(table.as_bytes());
    let rows = reader
        .records()
        .map(|row| row.expect("a row").iter().map(str::to_owned).collect());
    rows.collect()
}

fn cell<'r>(rows: &'r [Vec<String>], row: usize, column: &str) -> &'r str {
    let at = rows[0].iter().position(|name| name == column);
    &rows[row][at.unwrap_or_else(|| panic!("no column {column} in {:?}", rows[0]))]
}

#[test]
fn the_case_table_has_a_row_per_case_and_is_safe_for_spreadsheets() {
    let site = site();
    let table = site.page("datos/casos.csv");
    assert!(table.contains("\r\n"), "rows end as RFC 4180 says");
    let rows = rows(&table);
    assert_eq!(rows.len(), 3);
    assert_eq!(cell(&rows, 1, "region"), "Loreto");
    assert_eq!(cell(&rows, 1, "provincia"), "Maynas");
    assert_eq!(cell(&rows, 1, "ubigeo"), "160101");
    assert_eq!(cell(&rows, 1, "costo"), "1500.5");
    assert_eq!(cell(&rows, 1, "inicio"), "2009");
    assert_eq!(cell(&rows, 1, "url"), "casos/uno.html");
    assert_eq!(
        cell(&rows, 1, "resumen"),
        "'=1+1, dijo",
        "a formula is made text"
    );
    let english = self::rows(&site.page("en/datos/casos.csv"));
    assert_eq!(cell(&english, 1, "management_model"), "Autoridad ambiental");
}

#[test]
fn results_have_their_own_table() {
    let rows = rows(&site().page("datos/resultados.csv"));
    assert_eq!(rows.len(), 3);
    assert_eq!(cell(&rows, 1, "indicador"), "Desnutrición");
    assert_eq!(cell(&rows, 1, "linea_de_base"), "28.2");
    assert_eq!(cell(&rows, 1, "anio_de_la_linea_final"), "2012");
    assert_eq!(cell(&rows, 2, "linea_de_base"), "");
    assert_eq!(cell(&rows, 2, "linea_final"), "12");
}

#[test]
fn json_contains_all_front_matter() {
    let cases: Value = serde_json::from_str(&site().page("datos/casos.json")).expect("JSON");
    let case = cases
        .as_array()
        .unwrap()
        .iter()
        .find(|case| case["url"] == "casos/uno.html")
        .unwrap();
    assert_eq!(case["terms"]["region"][0]["ubigeo"], "16");
    assert_eq!(case["results"][0]["endline"]["value"], 16.5);
    assert_eq!(case["period"]["start"], 2009);
    assert_eq!(case["sources"][0]["institution"], "MINSA");
    assert_eq!(case["place"]["district"], "Iquitos");
}

#[test]
fn the_catalog_lists_every_data_file() {
    let site = site();
    let catalog: Value = serde_json::from_str(&site.page("datos/catalogo.jsonld")).expect("JSON");
    let datasets = catalog["dcat:dataset"].as_array().unwrap();
    let files = datasets
        .iter()
        .flat_map(|set| set["dcat:distribution"].as_array().unwrap());
    let files: Vec<&str> = files
        .map(|file| file["dcat:downloadURL"]["@id"].as_str().unwrap())
        .collect();
    assert_eq!(files.len(), 6, "{files:?}");
    for file in files {
        assert!(site.built().contains_key(file), "{file}");
    }
    assert_eq!(catalog["dct:modified"]["@value"], "2026-11-20");
}

#[test]
fn a_page_embeds_schema_org_data() {
    let page = site().page("casos/uno.html");
    let (_, rest) = page
        .split_once("<script type=\"application/ld+json\">")
        .expect("linked data");
    let (data, _) = rest.split_once("</script>").unwrap();
    let data: Value = serde_json::from_str(data).expect("JSON");
    assert_eq!(data["@type"], "Report");
    assert_eq!(data["temporalCoverage"], "2009/2012");
    assert_eq!(data["contentLocation"][0]["identifier"]["value"], "160101");
    assert_eq!(
        data["citation"][0]["name"],
        "</script><script>alert(1)</script>"
    );
    assert!(data.get("url").is_none(), "the address is not known");
    assert!(!page.contains("<script>alert"));
}

#[test]
fn files_with_absolute_urls_need_a_public_url() {
    let site = site();
    for path in [
        "novedades.xml",
        "sitemap.xml",
        "robots.txt",
        "region/loreto.xml",
    ] {
        assert!(!site.built().contains_key(path), "{path}");
    }
    assert!(!site.page("casos/uno.html").contains("og:url"));
    site.quipu(&["build"]).code(0).says("Sin «direccion_web»");
}

#[test]
fn feeds_have_the_newest_cases_and_their_dates() {
    let site = with_address();
    let feed = site.page("novedades.xml");
    assert!(
        feed.contains("<id>https://example.org/casos/novedades.xml</id>"),
        "{feed}"
    );
    assert!(feed.contains("<title>Sitio &amp; prueba</title>"), "{feed}");
    assert!(
        feed.contains("<updated>2026-11-20T00:00:00Z</updated>"),
        "{feed}"
    );
    assert_eq!(
        feed.matches("<entry").count(),
        1,
        "a case without a date has none to give"
    );
    let english = site.page("en/novedades.xml");
    assert!(
        english.contains("<title>One case</title>") && english.contains("2026-11-22T"),
        "{english}"
    );
    for path in [
        "region/loreto.xml",
        "sector/salud.xml",
        "modelos/autoridad.xml",
    ] {
        assert!(site.page(path).contains("<entry"), "{path}");
    }
    let english = site.page("en/modelos/autoridad.xml");
    assert!(english.contains("xml:lang=\"en\""), "{english}");
    assert!(
        site.page("modelos/autoridad.xml")
            .contains("xml:lang=\"es\"")
    );
    assert!(
        !site.built().contains_key("region/san-martin.xml"),
        "no case there"
    );
    assert!(
        site.page("region/loreto.html")
            .contains("href=\"../region/loreto.xml\"")
    );
    assert!(
        site.page("casos/uno.html")
            .contains("href=\"../novedades.xml\"")
    );
}

#[test]
fn the_sitemap_lists_every_page_once() {
    let site = with_address();
    let sitemap = site.page("sitemap.xml");
    let built = site.built();
    let pages = built
        .keys()
        .filter(|path| path.ends_with(".html") && !path.ends_with("404.html"));
    for page in pages {
        let address = format!("<loc>https://example.org/casos/{page}</loc>");
        assert_eq!(sitemap.matches(&address).count(), 1, "{page}");
    }
    assert!(!sitemap.contains("404.html") && !sitemap.contains(".json"));
    let english = "<xhtml:link rel=\"alternate\" hreflang=\"en\" href=\"https://example.org/casos/en/casos/uno.html\"/>";
    assert_eq!(sitemap.matches(english).count(), 2, "{sitemap}");
    assert!(
        site.page("robots.txt")
            .ends_with("\nSitemap: https://example.org/casos/sitemap.xml\n")
    );
}

#[test]
fn a_page_with_a_public_url_has_open_graph_tags_and_a_qr_code() {
    let page = with_address().page("casos/uno.html");
    assert!(page.contains(
        "<meta property=\"og:url\" content=\"https://example.org/casos/casos/uno.html\">"
    ));
    assert!(page.contains("<meta property=\"og:title\" content=\"Un caso\">"));
    assert!(page.contains("class=\"code-square\""));
}

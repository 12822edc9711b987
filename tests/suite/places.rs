//! The data files of the page that finds cases from similar places.

use serde_json::Value;

use crate::site::{REQUIRED, TestSite};

fn data(site: &TestSite, path: &str, name: &str) -> Value {
    let script = site.page(path);
    let start = format!("quipu(\"{name}\",");
    let data = script.strip_prefix(&start).expect("the callback's name");
    serde_json::from_str(data.strip_suffix(");\n").unwrap()).unwrap()
}

fn site() -> TestSite {
    let lower = "titulo: Uno de Lamas\nresumen: Con \"comillas\".\nregion: san-martin\nprovincia: Lamas\ndistrito: Cuñumbuqui\nsector: salud\nmodelo_de_gestion: autoridad\n";
    TestSite::new()
        .file("content/casos/a.md", &format!("---\n{REQUIRED}---\n"))
        .file("content/casos/b.md", &format!("---\n{lower}---\n"))
        .build()
}

#[test]
fn a_case_counts_for_the_smallest_place_it_names() {
    let site = site();
    let places = data(&site, "municipios/lugares.js", "lugares");
    let places: Vec<_> = places.as_array().unwrap().iter().collect();
    let codes: Vec<_> = places
        .iter()
        .map(|place| place["ubigeo"].as_str().unwrap())
        .collect();
    assert_eq!(codes, ["16", "220505"]);
    assert_eq!(
        places[1]["within"],
        serde_json::json!(["Lamas", "San Martín"])
    );
    assert_eq!(places[1]["altitude"], 248);
    assert_eq!(places[1]["nature"]["low_forest"], 1.0);
    assert_eq!(
        places[0]["altitude"],
        Value::Null,
        "a department has all heights"
    );
    let cases = data(&site, "municipios/casos/220505.js", "casos/220505");
    assert_eq!(cases["cases"][0]["permalink"], "casos/b.html");
    assert_eq!(cases["cases"][0]["sectors"][0], "salud");
    assert_eq!(
        (&cases["total"], &cases["region"]),
        (&1.into(), &"region/san-martin.html".into())
    );
    let foreign = data(&site, "en/municipios/casos/16.js", "casos/16");
    assert_eq!(foreign["cases"][0]["language"], "es");
}

#[test]
fn every_department_has_its_provinces_and_districts() {
    let site = site();
    let files = std::fs::read_dir(site.path("public/municipios")).unwrap();
    assert_eq!(
        files.count(),
        25 + 2,
        "each department, the places with cases and their folder"
    );
    let places = data(&site, "municipios/22.js", "22");
    let places = places.as_array().unwrap();
    let of = |digits: usize| {
        let own = places
            .iter()
            .filter(move |it| it["ubigeo"].as_str().unwrap().len() == digits);
        own.count()
    };
    assert_eq!((of(2), of(4)), (1, 10));
    assert!(of(6) > 70);
}

#[test]
fn a_site_without_ubigeo_codes_has_no_municipality_page() {
    let site = TestSite::new()
        .file(
            "content/vocabulario/region.yaml",
            "- {slug: loreto, nombre: Loreto}\n",
        )
        .file("content/casos/a.md", &format!("---\n{REQUIRED}---\n"))
        .build();
    assert!(!site.path("public/municipios").exists());
    assert!(!site.page("index.html").contains("mi-municipalidad.html"));
}

#[test]
fn a_translation_inherits_the_place_of_its_original() {
    let original = "titulo: Uno\nregion: san-martin\ndistrito: Cuñumbuqui\nsector: salud\nmodelo_de_gestion: autoridad\n";
    let site = TestSite::new()
        .file("content/casos/a.md", &format!("---\n{original}---\n"))
        .file("content/casos/a.en.md", "---\ntitle: One\n---\n")
        .build();
    let places = data(&site, "en/municipios/lugares.js", "lugares");
    assert_eq!(places[0]["ubigeo"], "220505");
    assert!(site.page("en/casos/a.html").contains("Cuñumbuqui"));
}

#[test]
fn a_place_file_has_the_newest_cases_of_each_sector() {
    let mut site = TestSite::new();
    for number in 0..30 {
        let sector = if number == 0 { "ambiente" } else { "salud" };
        let front = format!(
            "titulo: Caso {number}\nregion: loreto\nsector: {sector}\nmodelo_de_gestion: autoridad\nfecha: 20{number:02}-01-01\n"
        );
        site = site.file(
            &format!("content/casos/c{number}.md"),
            &format!("---\n{front}---\n"),
        );
    }
    let cases = data(&site.build(), "municipios/casos/16.js", "casos/16");
    assert_eq!(cases["total"], 30);
    let shown = cases["cases"].as_array().unwrap();
    assert_eq!(shown.len(), 21);
    assert_eq!(shown[0]["title"], "Caso 29");
    assert_eq!(shown[20]["title"], "Caso 0");
}

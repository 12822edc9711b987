//! Search semantics, through `quipu search` on a built site.

use std::collections::BTreeMap;

use serde_json::json;

use crate::site::TestSite;

/// Returns the names of the cases that match all of a query, best first: URLs without folder
/// and extension.
fn search(site: &TestSite, query: &str) -> Vec<String> {
    let report = report(site, &["buscar", "--format", "json", query]);
    let results = report["results"].as_array().unwrap();
    let complete = results.iter().filter(|result| result["is_whole"] == true);
    let urls = complete.map(|result| result["url"].as_str().unwrap());
    urls.map(|url| {
        url.trim_start_matches("casos/")
            .trim_end_matches(".html")
            .to_owned()
    })
    .collect()
}

fn report(site: &TestSite, arguments: &[&str]) -> serde_json::Value {
    let run = site.quipu(arguments).code(0);
    serde_json::from_str(&run.stdout()).unwrap()
}

fn case(title: &str, rest: &str, body: &str) -> String {
    format!(
        "---\ntitulo: {title}\nregion: loreto\nsector: salud\nmodelo_de_gestion: autoridad\n{rest}---\n\n{body}\n"
    )
}

fn site(cases: &[(&str, &str)]) -> TestSite {
    let site = TestSite::new();
    for (name, body) in cases {
        let case = case(&format!("Caso {name}"), "", body);
        site.write(&format!("content/casos/{name}.md"), case.as_bytes());
    }
    site.build()
}

#[test]
fn case_accents_and_inflections_do_not_matter() {
    let site = site(&[
        ("a", "La Gestión educativa."),
        ("b", "Proyectos EDUCATIVOS."),
        ("c", "Una represa."),
    ]);
    for query in ["gestion", "GESTIÓN", "gestiones"] {
        assert_eq!(search(&site, query), ["a"], "{query}");
    }
    for query in ["educativas", "educativo"] {
        let mut found = search(&site, query);
        found.sort();
        assert_eq!(found, ["a", "b"], "{query}");
    }
}

#[test]
fn an_unknown_form_matches_its_stem() {
    let site = site(&[
        ("a", "Los pescadores y sus vendedores, los educadores."),
        ("b", "Ellos pescan, venden y educan."),
    ]);
    assert_eq!(search(&site, "pescadoras"), ["a"]);
}

#[test]
fn an_unfinished_word_matches_as_a_prefix() {
    let site = site(&[("a", "La desnutrición."), ("b", "El desierto.")]);
    assert_eq!(search(&site, "desnu"), ["a"]);
    assert_eq!(search(&site, "des").len(), 2);
}

#[test]
fn typos_are_tolerated_by_word_length_and_reported() {
    let site = site(&[
        ("a", "La municipalidad y la desnutrición."),
        ("b", "El oro."),
    ]);
    for query in [
        "municpalidad",
        "minicipalidad",
        "unicipalidad",
        "municipalidda",
        "desnutrisoin",
    ] {
        assert_eq!(search(&site, query), ["a"], "{query}");
    }
    assert!(search(&site, "orx").is_empty());
    let report = report(&site, &["buscar", "--format", "json", "municpalidad"]);
    assert_eq!(report["corrections"][0][1], "municipalidad");
    site.quipu(&["buscar", "municpalidad"])
        .code(0)
        .says("se buscó «municipalidad»");
}

#[test]
fn two_words_written_as_one_are_split() {
    let site = site(&[("a", "En San Martín."), ("b", "En otra parte, don Martín.")]);
    assert_eq!(search(&site, "sanmartin"), ["a"]);
}

#[test]
fn phrases_need_their_words_together_and_in_order() {
    let site = site(&[
        ("a", "Hay agua segura para todos."),
        ("b", "Una vida segura, con agua."),
        ("c", "El agua. Segura es la mejora."),
        ("d", "El centro de salud. El centro atiende la salud."),
        ("e", "El centro y su salud pública, la salud."),
    ]);
    assert_eq!(search(&site, "\"agua segura\""), ["a"]);
    assert_eq!(search(&site, "\"centro de salud\" salud"), ["d"]);
    assert_eq!(search(&site, "agua segura").len(), 3);
}

#[test]
fn adjacent_words_rank_above_distant_ones() {
    let far = format!(
        "El agua {} es segura, agua segura no.",
        "corre y corre ".repeat(12)
    );
    let far = far.replace(", agua segura no", "");
    let site = site(&[
        ("a", &far),
        (
            "b",
            &format!("Con agua segura. {}", "Corre y corre. ".repeat(12)),
        ),
    ]);
    assert_eq!(search(&site, "agua segura"), ["b", "a"]);
}

#[test]
fn a_dash_excludes_words() {
    let site = site(&[("a", "El oro y la minería."), ("b", "El oro del río.")]);
    assert_eq!(search(&site, "oro -minería"), ["b"]);
    assert_eq!(search(&site, "oro -\"oro del río\""), ["a"]);
}

#[test]
fn facets_filter_by_name_and_by_slug() {
    let site = TestSite::new()
        .file(
            "content/casos/a.md",
            &case("Uno", "", "Pozos.").replace("region: loreto", "region: san-martin"),
        )
        .file("content/casos/b.md", &case("Dos", "", "Pozos."))
        .build();
    for query in [
        "pozos region:san-martin",
        "region:\"San Martín\" pozos",
        "pozos departamento:\"san martin\"",
        "pozos -region:loreto",
    ] {
        assert_eq!(search(&site, query), ["a"], "{query}");
    }
    assert_eq!(search(&site, "sector:salud").len(), 2);
    assert_eq!(search(&site, "region:tacna pozos").len(), 0);
}

#[test]
fn synonyms_match_each_other() {
    let site = TestSite::new()
        .file(
            "content/vocabulario/sinonimos.yaml",
            "- [DCI, desnutrición crónica infantil]\n- [posta, puesto de salud]\n",
        )
        .file(
            "content/casos/a.md",
            &case("Uno", "", "Baja la desnutrición crónica infantil."),
        )
        .file("content/casos/b.md", &case("Dos", "", "Sube la DCI."))
        .file(
            "content/casos/c.md",
            &case("Tres", "", "El puesto atiende. La salud mejora."),
        )
        .file(
            "content/casos/d.md",
            &case("Cuatro", "", "Los puestos de salud."),
        )
        .build();
    let mut found = search(&site, "dci");
    found.sort();
    assert_eq!(found, ["a", "b"]);
    assert_eq!(search(&site, "desnutrición crónica infantil"), ["a", "b"]);
    assert_eq!(search(&site, "postas"), ["d"]);
}

#[test]
fn words_of_a_synonym_without_matches_are_searched_separately() {
    let site = TestSite::new()
        .file(
            "content/vocabulario/sinonimos.yaml",
            "- [DCI, desnutrición crónica infantil]\n",
        )
        .file(
            "content/casos/a.md",
            &case("Uno", "", "La desnutrición crónica."),
        )
        .build();
    let found = report(
        &site,
        &[
            "buscar",
            "--format",
            "json",
            "desnutrición crónica infantil",
        ],
    );
    assert_eq!(found["count"], 0);
    assert_eq!(found["results"][0]["url"], "casos/a.html");
}

#[test]
fn synonym_groups_with_a_common_word_are_merged() {
    let site = TestSite::new()
        .file(
            "content/vocabulario/sinonimos.yaml",
            "- [bote, lancha]\n- [nave, barco]\n- [lancha, barco]\n",
        )
        .file("content/casos/a.md", &case("Uno", "", "Una nave."))
        .build();
    assert_eq!(search(&site, "bote"), ["a"]);
}

#[test]
fn a_vocabulary_that_ends_with_validated_breaks_ties_too() {
    let site = TestSite::new()
        .file(
            "content/vocabulario/estado.yaml",
            "- {slug: piloto, nombre: Piloto}\n- {slug: validado, nombre: Validado}\n",
        )
        .file(
            "content/casos/a.md",
            &case("Uno", "estado: validado\nfecha: 2026-01-01\n", "Pozos."),
        )
        .file(
            "content/casos/b.md",
            &case("Uno", "estado: piloto\nfecha: 2026-01-02\n", "Pozos."),
        )
        .build();
    assert_eq!(search(&site, "pozos"), ["a", "b"]);
}

#[test]
fn titles_weigh_more_than_body_text() {
    let site = TestSite::new()
        .file(
            "content/casos/a.md",
            &case("Un puente", "", &"Un pozo. ".repeat(6)),
        )
        .file("content/casos/b.md", &case("Un pozo", "", "Agua."))
        .build();
    assert_eq!(search(&site, "pozo"), ["b", "a"]);
}

#[test]
fn ties_are_broken_by_status_and_then_by_date() {
    let states = "- {slug: piloto, nombre: Piloto}\n- {slug: validado, nombre: Validado}\n- {slug: replicado, nombre: Replicado}\n";
    let site = TestSite::new()
        .file("content/vocabulario/estado.yaml", states)
        .file(
            "content/casos/a.md",
            &case("Uno", "estado: piloto\nfecha: 2026-01-03\n", "Pozos."),
        )
        .file(
            "content/casos/b.md",
            &case("Uno", "estado: validado\nfecha: 2026-01-01\n", "Pozos."),
        )
        .file(
            "content/casos/c.md",
            &case("Uno", "estado: validado\nfecha: 2026-01-02\n", "Pozos."),
        )
        .build();
    assert_eq!(search(&site, "pozos"), ["c", "b", "a"]);
    let by_date = report(
        &site,
        &["buscar", "--format", "json", "--sort", "fecha", "pozos"],
    );
    assert_eq!(by_date["results"][0]["url"], "casos/a.html");
}

#[test]
fn results_link_to_the_matching_section() {
    let site = site(&[(
        "a",
        "Al inicio.\n\n## Qué se hizo\n\nNada.\n\n## Cómo sigue\n\nSe excavan pozos hondos.",
    )]);
    let report = report(&site, &["buscar", "--format", "json", "pozos"]);
    assert_eq!(report["results"][0]["anchor"], "como-sigue");
    assert_eq!(report["results"][0]["excerpt"], "Se excavan pozos hondos.");
}

#[test]
fn front_matter_is_searchable() {
    let front = "resultados:\n  - {indicador: Mosquiteros repartidos, unidad: \"%\"}\nmarco_legal:\n  - {norma: Ley N.° 30215}\n";
    let site = TestSite::new()
        .file("content/casos/a.md", &case("Uno", front, "Nada."))
        .build();
    assert_eq!(search(&site, "mosquitero"), ["a"]);
    assert_eq!(search(&site, "ley 30215"), ["a"]);
}

#[test]
fn excerpts_preserve_any_characters() {
    let body = "Asháninka ɨʉ̈ 🐟 \u{202e}abc\u{202c} \\<img src=x> \\{\\{ uno }} hondo pozo";
    let site = site(&[("a", body)]);
    let report = report(&site, &["buscar", "--format", "json", "pozo"]);
    let excerpt = report["results"][0]["excerpt"].as_str().unwrap();
    assert!(
        excerpt.ends_with("{{ uno }} hondo pozo") && excerpt.contains("<img src=x>"),
        "{excerpt}"
    );

    assert_eq!(search(&site, "ashaninka"), ["a"]);
}

#[test]
fn a_missing_or_outdated_index_is_explained() {
    TestSite::new()
        .quipu(&["buscar", "pozo"])
        .code(2)
        .says("quipu construir");
    let site = TestSite::new().file("public/quipu/search/root.js", "quipuSearch('root',{})");
    site.quipu(&["buscar", "pozo"]).code(2).says("otra versión");
}

#[test]
fn index_files_are_scripts_with_content_hashed_names() {
    let index = |text: &str| -> BTreeMap<String, Vec<u8>> {
        let files = site(&[("a", "Uno y dos."), ("b", text)]).built();
        files
            .into_iter()
            .filter(|(path, _)| path.starts_with("quipu/search/"))
            .collect()
    };
    let (before, after) = (index("Tres pozos."), index("Tres represas."));
    assert!(before.len() >= 8);
    for (path, bytes) in &before {
        let units: Vec<u16> = bytes
            .chunks(2)
            .map(|pair| u16::from_le_bytes([pair[0], pair[1]]))
            .collect();
        let script = String::from_utf16(&units).unwrap();
        assert!(
            script.starts_with("\u{feff}quipu(") && script.ends_with("\")"),
            "{path}: {script}"
        );
        let is_named_after_its_bytes =
            !path.ends_with("root.js") && !path.starts_with("quipu/search/0/");
        assert!(
            !is_named_after_its_bytes || after.get(path).is_none_or(|other| other == bytes),
            "{path}"
        );
    }
}

#[test]
fn a_changed_word_changes_few_files() {
    let build = |last: &str| {
        let cases: Vec<(String, String)> = (0..40)
            .map(|number| {
                let word = if number == 39 { last } else { "firme" };
                (
                    format!("c{number:02}"),
                    format!("El texto {number} trata del tema{number} y es {word}."),
                )
            })
            .collect();
        let cases: Vec<(&str, &str)> = cases
            .iter()
            .map(|(name, body)| (name.as_str(), body.as_str()))
            .collect();
        site(&cases).built()
    };
    let before = build("firme");
    let index = || {
        let files = before.iter();
        files.filter(|(path, _)| path.starts_with("quipu/search/"))
    };
    assert!(index().count() >= 50);
    // A word can be the first to use a piece of the lexicon; then all texts change. Hence
    // only most of the words are required to change few files.
    let changed = ["firma", "forma", "pozo", "bosque"].map(|word| {
        let after = build(word);
        let changed = index().filter(|(path, bytes)| after.get(*path) != Some(bytes));
        changed.count()
    });
    let few = changed.iter().filter(|count| **count <= 12).count();
    assert!(few >= 3, "{changed:?}");
}

#[test]
fn a_damaged_index_never_causes_a_panic() {
    let site = site(&[
        ("a", "Gestión del agua segura, con pozos."),
        ("b", "Otra gestión, de bosques y represas."),
    ]);
    let files = site.built();
    let index = files
        .iter()
        .filter(|(path, _)| path.starts_with("quipu/search/"));
    for (path, bytes) in index {
        for at in (0..8).map(|part| (bytes.len() * part / 8 + part * 7) % bytes.len()) {
            let mut damaged = bytes.clone();
            damaged[at] ^= 0x15;
            site.write(&format!("public/{path}"), &damaged);
            for query in ["gestion", "\"agua segura\"", "poszo region:loreto"] {
                let exit = site.quipu(&["buscar", query]).exit();
                assert!(matches!(exit, Some(0 | 2)), "{path} at {at}: {exit:?}");
            }
        }
        site.write(&format!("public/{path}"), &bytes[..bytes.len() / 2]);
        assert!(
            site.quipu(&["buscar", "gestion"])
                .exit()
                .is_some_and(|code| code != 101)
        );
        site.write(&format!("public/{path}"), bytes);
    }
}

#[test]
fn every_query_of_the_vectors_has_its_results() {
    let site = TestSite::fixture("ten-cases").build();
    let queries = include_str!("../search/queries.json");
    let queries: Vec<serde_json::Value> = serde_json::from_str(queries).unwrap();
    for expected in &queries {
        let option = |name: &str, default| expected[name].as_str().unwrap_or(default);
        let (language, sort) = (option("language", "es"), option("sort", "relevance"));
        let query = option("query", "");
        let arguments = [
            "search", "--lang", language, "--sort", sort, "--format", "json", "--", query,
        ];
        let found = report(&site, &arguments);
        let results = found["results"].as_array().unwrap();
        let column = |name: &str| results.iter().map(|row| row[name].clone()).collect();
        let list = |name: &str| match &expected[name] {
            serde_json::Value::Null => json!([]),
            list => list.clone(),
        };
        assert_eq!(
            json!(found["count"]),
            expected["whole"].as_u64().unwrap_or(0),
            "{query}"
        );
        assert_eq!(
            serde_json::Value::Array(column("url")),
            expected["results"],
            "{query}"
        );
        assert_eq!(found["corrections"], list("corrections"), "{query}");
        assert_eq!(found["unknown"], list("unknown"), "{query}");
        if let Some(scores) = expected["scores"].as_array() {
            let own = results.iter().map(|row| row["score"].as_f64());
            assert!(
                own.eq(scores.iter().map(serde_json::Value::as_f64)),
                "{query}: {found}"
            );
        }
        if !expected["excerpts"].is_null() {
            let own = results
                .iter()
                .map(|row| json!([row["excerpt"], row["anchor"]]));
            assert_eq!(
                serde_json::Value::Array(own.collect()),
                expected["excerpts"],
                "{query}"
            );
        }
    }
}

//! Multilingual sites: translations, localized formats, and complete message catalogues.

use std::collections::{BTreeMap, BTreeSet};

use quipu::messages::locale::Catalogue;
use quipu::render::theme::built_in_files;

use crate::site::{REQUIRED, TestSite};

fn bilingual() -> TestSite {
    let english = REQUIRED.replace("titulo: Un caso", "title: A case");
    TestSite::new()
        .case("a.md", "[modelo](../modelos/autoridad.md#que-es)")
        .case("b.md", "Solo en español.")
        .file(
            "content/casos/a.en.md",
            &format!("---\n{english}---\n\n[model](../modelos/autoridad.md#que-es)\n"),
        )
        .build()
}

#[test]
fn a_translation_has_its_own_path_and_the_language_switch_links_to_it() {
    let site = bilingual();
    let english = site.page("en/casos/a.html");
    assert!(english.contains("<html lang=\"en\">") && english.contains("A case"));
    assert!(english.contains("href=\"../../casos/a.html\""));
    assert!(
        site.page("casos/a.html")
            .contains("href=\"../en/casos/a.html\"")
    );
    assert!(english.contains("Environment") || english.contains("Health"));
}

#[test]
fn an_untranslated_page_links_to_the_other_home_page() {
    let site = bilingual();
    let page = site.page("casos/b.html");
    let switch = "<a href=\"../en/index.html\" lang=\"en\" hreflang=\"en\" title=\"Esta página no está en inglés: ir al inicio en inglés\">English <span class=\"small\" lang=\"es\">(inicio)</span></a>";
    assert!(page.contains(switch), "{page}");
    assert!(!site.page("casos/a.html").contains("(inicio)"));
    let english = TestSite::new()
        .file("content/paginas/only.en.md", "---\ntitle: Only\n---\n")
        .build()
        .page("en/paginas/only.html");
    assert!(
        english.contains("title=\"This page is not in Spanish: go to the home page in Spanish\"")
    );
    let one = TestSite::new()
        .file("quipu.yaml", "titulo: Sitio\n")
        .build();
    assert!(!one.page("index.html").contains("class=\"switch\""));
}

#[test]
fn dates_numbers_and_currencies_are_localized() {
    let written = |currency: &str, path: &str| {
        let facts = format!(
            "fecha: 2026-11-23\ncosto: {{monto: 1234567.5, moneda: {currency}, anio: 2024}}\n"
        );
        let page = |title| format!("---\n{}{facts}---\n", REQUIRED.replace("Un caso", title));
        let site = TestSite::new()
            .file("content/casos/a.md", &page("Un caso"))
            .file("content/casos/a.en.md", &page("A case"))
            .build();
        let page = site.page(path);
        let cost = page.split_once("<dt data-key=\"cost\">").unwrap().1;
        let cost = cost.split_once("<dd>").unwrap().1;
        let cost = cost.split_once(" (2024)").unwrap().0.to_owned();
        let date = page.split_once("<p class=\"small told\">").unwrap().1;
        let date = date.split_once("</p>").unwrap().0.to_owned();
        (cost, date)
    };
    let (spanish, english) = ("casos/a.html", "en/casos/a.html");
    assert_eq!(
        written("PEN", spanish).1,
        "Escrito el 23 de noviembre de 2026"
    );
    assert_eq!(written("PEN", english).1, "Written on 23 November 2026");
    for (currency, in_spanish, in_english) in [
        ("PEN", "S/_1_234_567,5", "S/_1,234,567.5"),
        ("USD", "US$_1_234_567,5", "US$1,234,567.5"),
        ("EUR", "1_234_567,5_€", "€1,234,567.5"),
        ("CHF", "1_234_567,5_CHF", "CHF_1,234,567.5"),
    ] {
        let with_no_break_spaces = |text: &str| text.replace('_', "\u{a0}");
        assert_eq!(
            written(currency, spanish).0,
            with_no_break_spaces(in_spanish)
        );
        assert_eq!(
            written(currency, english).0,
            with_no_break_spaces(in_english)
        );
    }
}

#[test]
fn untranslated_cases_are_listed_and_marked() {
    let list = bilingual().page("en/casos/index.html");
    assert!(list.contains("../../en/casos/a.html"));
    assert!(
        list.contains("../../casos/b.html") && list.contains("(in Spanish)"),
        "{list}"
    );
    assert!(list.contains("2 cases"));
}

#[test]
fn theme_strings_are_complete_in_every_language() {
    let files = built_in_files();
    let spanish = std::str::from_utf8(&files["i18n/es.ftl"]).unwrap();
    let facts = |language: &str, text: &str| {
        let entries = Catalogue::parse(language, text).unwrap().entries();
        (entries, placeholders(text))
    };
    for (path, bytes) in files.iter().filter(|(path, _)| path.starts_with("i18n/")) {
        let text = std::str::from_utf8(bytes).unwrap();
        assert_eq!(facts(path, text), facts("es", spanish), "{path}");
    }
}

#[test]
fn every_theme_string_is_defined_and_used() {
    let files = built_in_files();
    let text = std::str::from_utf8(&files["i18n/es.ftl"]).unwrap();
    let known: BTreeSet<String> = Catalogue::parse("es", text)
        .unwrap()
        .entries()
        .into_keys()
        .collect();
    let mut named = BTreeSet::new();
    let mut prefixes = BTreeSet::new();
    for (path, bytes) in files
        .iter()
        .filter(|(path, _)| path.starts_with("templates/"))
    {
        for call in std::str::from_utf8(bytes)
            .unwrap()
            .split("t(key=\"")
            .skip(1)
        {
            let (key, rest) = call.split_once('"').unwrap();
            if rest.trim_start().starts_with('~') {
                prefixes.insert(key.to_owned());
            } else {
                assert!(known.contains(key), "{path} names «{key}»");
                named.insert(key.to_owned());
            }
        }
    }
    // Used from Rust code rather than templates.
    prefixes.extend(["month-", "alert-"].map(str::to_owned));
    named.extend(
        [
            "date",
            "minimum-grouping-digits",
            "footnotes",
            "footnote-back",
            "table-scrolls",
        ]
        .map(str::to_owned),
    );
    let unused: Vec<_> = known
        .iter()
        .filter(|key| {
            !named.contains(*key) && !prefixes.iter().any(|prefix| key.starts_with(prefix))
        })
        .collect();
    assert!(unused.is_empty(), "{unused:?}");
}

#[test]
fn messages_have_the_same_placeholders_in_every_language() {
    let facts = |language: &str| {
        let file = format!(
            "{}/src/messages/catalogues/{language}.ftl",
            env!("CARGO_MANIFEST_DIR")
        );
        placeholders(&std::fs::read_to_string(file).unwrap())
    };
    for language in quipu::messages::locale::languages() {
        assert_eq!(facts(&language), facts("es"), "{language}");
    }
}

/// Returns the placeholders of each entry by entry name.
fn placeholders(text: &str) -> BTreeMap<String, BTreeSet<String>> {
    let mut facts: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    let mut entry = String::new();
    for line in text.lines() {
        if let Some((name, _)) = line
            .split_once(" = ")
            .filter(|_| line.starts_with(|first: char| first.is_alphabetic()))
        {
            entry = name.to_owned();
        }
        for fact in line.split('$').skip(1) {
            let name = fact
                .split(|character: char| !character.is_alphanumeric() && character != '_')
                .next();
            // Spanish messages use the Spanish alias of a key, English ones its own name.
            let name = name
                .unwrap()
                .replace("alias", "key")
                .replace("facet", "key");
            facts.entry(entry.clone()).or_default().insert(name);
        }
    }
    facts
}

#[test]
fn the_messages_help_page_matches_explain() {
    for (language, file) in [("es", "mensajes.md"), ("en", "mensajes.en.md")] {
        let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("content/paginas/ayuda");
        let page = std::fs::read_to_string(path.join(file)).unwrap();
        let explained = TestSite::empty()
            .quipu(&["explain", "--lang", language])
            .code(0);
        let body = page.splitn(3, "---\n").nth(2).unwrap();
        assert!(
            body.trim() == explained.stdout().trim(),
            "renew {file} with: quipu explain --lang {language}"
        );
    }
}

/// Prefixes of message names that the program composes at run time.
const COMPOSED: [&str; 12] = [
    "setting-",
    "term-",
    "about-",
    "ask-",
    "init-step-",
    "key-",
    "name-",
    "usage-",
    "invalid-yaml",
    "explain-",
    // Forms of a copy.
    "help-zim",
    "help-zip",
];

#[test]
fn every_message_is_used() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let sources = crate::site::tree(&folder);
    let code: String = sources
        .iter()
        .filter(|(path, _)| path.ends_with(".rs"))
        .map(|(_, bytes)| String::from_utf8_lossy(bytes))
        .collect();
    let text = String::from_utf8_lossy(&sources["messages/catalogues/es.ftl"]);
    let known = Catalogue::parse("es", &text).unwrap().entries();
    let is_named =
        |key: &str| code.contains(&format!("\"{key}\"")) || text.contains(&format!("{{ {key} }}"));
    let is_composed = |key: &str| COMPOSED.iter().any(|start| key.starts_with(start));
    let unused: Vec<_> = known
        .keys()
        .filter(|key| !is_named(key) && !is_composed(key))
        .collect();
    assert!(unused.is_empty(), "{unused:?}");
}

#[test]
fn hreflang_links_list_exactly_the_languages_of_a_page() {
    let english = REQUIRED.replace("titulo: Un caso", "title: A case");
    let site = TestSite::new()
        .file(
            "quipu.yaml",
            "titulo: Sitio\nidiomas: [es, en]\ndireccion_web: https://ejemplo.pe/casos\n",
        )
        .case("a.md", "Texto.")
        .case("b.md", "Solo en español.")
        .file("content/casos/a.en.md", &format!("---\n{english}---\n"))
        .build();
    let links = |path: &str| -> Vec<String> {
        let page = site.page(path);
        let lines = page
            .lines()
            .filter(|line| line.contains("rel=\"alternate\" hreflang"));
        lines.map(str::to_owned).collect()
    };
    let both = [
        "<link rel=\"alternate\" hreflang=\"es\" href=\"https://ejemplo.pe/casos/casos/a.html\">",
        "<link rel=\"alternate\" hreflang=\"en\" href=\"https://ejemplo.pe/casos/en/casos/a.html\">",
    ];
    assert_eq!(links("casos/a.html"), both);
    assert_eq!(links("en/casos/a.html"), both);
    assert_eq!(links("casos/b.html").len(), 1);
    assert!(
        site.page("en/casos/a.html")
            .contains("rel=\"canonical\" href=\"https://ejemplo.pe/casos/en/casos/a.html\"")
    );
}

/// Strings of a made-up language `xx`: the Spanish ones with other vowels, and formats of
/// its own.
fn made_up_strings() -> String {
    let files = built_in_files();
    let spanish = std::str::from_utf8(&files["i18n/es.ftl"]).unwrap();
    let lines = spanish.lines().map(|line| match line.split_once(" = ") {
        Some(("thousands", _)) => "thousands = ’".to_owned(),
        Some(("decimal", _)) => "decimal = ·".to_owned(),
        Some(("minimum-grouping-digits", _)) => "minimum-grouping-digits = 1".to_owned(),
        Some(("date", _)) => "date = { $year }, { $month } { $day }".to_owned(),
        Some((name, text)) if line.starts_with(char::is_alphabetic) => {
            format!("{name} = {}", with_other_vowels(text))
        }
        _ if line.starts_with('#') => String::new(),
        _ => with_other_vowels(line),
    });
    lines.map(|line| line + "\n").collect()
}

/// Replaces the vowels of a line outside placeables and the keys of variants.
fn with_other_vowels(line: &str) -> String {
    let mut is_syntax = false;
    let letters = line.chars().map(|letter| {
        is_syntax = match letter {
            '{' | '[' => true,
            '}' | ']' => false,
            _ => is_syntax,
        };
        match letter {
            'a' | 'e' | 'i' | 'o' | 'u' | 'á' | 'é' | 'í' | 'ó' | 'ú' if !is_syntax => 'ö',
            'A' | 'E' | 'I' | 'O' | 'U' | 'Á' | 'É' | 'Í' | 'Ó' | 'Ú' if !is_syntax => 'Ö',
            letter => letter,
        }
    });
    letters.collect()
}

/// A site in Spanish and the made-up language, which has strings and nothing else.
fn with_made_up_language() -> TestSite {
    let facts = "fecha: 2026-11-23\ncosto: {monto: 1234.5, moneda: CHF, anio: 2024}\n";
    let front = REQUIRED.replace("titulo: Un caso", "titulo: Ñawpa willakuy");
    TestSite::new()
        .file("quipu.yaml", "titulo: Sitio\nidiomas: [es, xx]\n")
        .file("themes/quipu/i18n/xx.ftl", &made_up_strings())
        .case("a.md", "Texto.")
        .case("b.md", "Solo en español.")
        .file(
            "content/casos/a.xx.md",
            &format!("---\n{front}{facts}---\n\nKunan yakukuna hamun.\n"),
        )
        .file(
            "content/paginas/willay.xx.md",
            "---\ntitulo: Ñawpa willay\n---\n\nKunan yakukuna hamun.\n",
        )
}

#[test]
fn a_language_is_a_file_of_strings() {
    let site = with_made_up_language();
    let run = site.quipu(&["build"]).code(0);
    assert!(!run.stderr().contains("Q00"), "{}", run.stderr());
    let page = site.page("xx/casos/a.html");
    for expected in [
        "<html lang=\"xx\"",
        "Böscör",
        "2026, növöömbrö 23",
        "1’234·5",
        "href=\"../../casos/a.html\" lang=\"es\" hreflang=\"es\">Öspöñöl</a>",
    ] {
        assert!(page.contains(expected), "no {expected} in {page}");
    }
    // A language that the strings do not name is shown by its code.
    assert!(site.page("casos/a.html").contains(">xx</a>"));
    let list = site.page("xx/casos/index.html");
    assert!(list.contains("2 cösös"), "{list}");
    assert!(list.contains("(ön öspöñöl)"), "{list}");
}

#[test]
fn no_page_passes_spanish_strings_off_as_another_language() {
    let site = with_made_up_language().build();
    let files = built_in_files();
    let text = std::str::from_utf8(&files["i18n/es.ftl"]).unwrap();
    let spanish = Catalogue::parse("es", text).unwrap();
    let spanish: BTreeSet<String> = spanish
        .plain()
        .map(|(_, text)| text)
        .filter(|text| with_other_vowels(text) != *text)
        .collect();
    assert!(spanish.len() > 200, "{}", spanish.len());
    let pages = site.built();
    let pages = pages
        .iter()
        .filter(|(path, _)| path.starts_with("xx/") && path.ends_with(".html"));
    let mut count = 0;
    for (path, bytes) in pages {
        count += 1;
        let page = std::str::from_utf8(bytes).unwrap();
        let texts = page.split(['<', '>', '"']).map(str::trim);
        let found: Vec<_> = texts.filter(|text| spanish.contains(*text)).collect();
        assert!(found.is_empty(), "{path}: {found:?}");
    }
    assert!(count > 15, "{count} pages");
}

#[test]
fn search_folds_the_words_of_a_language_without_stems() {
    let site = with_made_up_language().build();
    let found = |query: &str| {
        let run = site.quipu(&["buscar", "--format", "json", query]).code(0);
        let report: serde_json::Value = serde_json::from_str(&run.stdout()).unwrap();
        let results = report["results"].as_array().unwrap();
        let whole = results.iter().filter(|result| result["is_whole"] == true);
        whole
            .map(|result| result["url"].as_str().unwrap().to_owned())
            .collect::<Vec<_>>()
    };
    for query in ["yakukuna", "ÑAWPA", "nawpa kunan"] {
        assert_eq!(found(query), ["xx/paginas/willay.html"], "{query}");
    }
}

#[test]
fn copies_explain_themselves_in_languages_that_quipu_has() {
    let site = with_made_up_language().build();
    site.quipu(&["pack", "--to", "copia"]).code(0);
    let read = |path: &str| std::fs::read_to_string(site.path(path)).unwrap();
    let page = read("copia/ABRIR.html");
    assert!(page.contains("<html lang=\"es\">"), "{page}");
    assert!(!page.contains("lang=\"xx\""), "{page}");
    let instructions = read("copia/LEEME.txt");
    for language in quipu::messages::locale::languages() {
        let words = quipu::messages::locale::catalogue(&language);
        let text = words.text("instructions");
        let mut lines = text.lines().filter(|line| !line.contains('{'));
        let first = lines.find(|line| !line.is_empty()).unwrap();
        assert!(instructions.contains(first), "{language}: {instructions}");
    }
}

#[test]
fn missing_strings_fall_back_one_by_one_and_are_counted() {
    let complete = made_up_strings();
    let without = |names: &[&str]| -> String {
        let lines = complete.lines().filter(|line| {
            let name = line.split_once(" = ").map_or("", |(name, _)| name);
            !names.contains(&name)
        });
        lines.map(|line| format!("{line}\n")).collect()
    };
    let site = with_made_up_language().file(
        "themes/quipu/i18n/xx.ftl",
        &without(&["search", "decimal", "home"]),
    );
    site.quipu(&["build"])
        .code(0)
        .says("aviso[Q0076]: faltan 3 textos del tema en el idioma «xx»: decimal, home, search")
        .says("quipu.yaml:2:15");
    let page = site.page("xx/casos/a.html");
    assert!(
        page.contains("1’234,5") && page.contains("Buscar"),
        "{page}"
    );
    assert!(page.contains("Cösös"), "{page}");
}

#[test]
fn a_language_without_strings_is_an_error() {
    let site = TestSite::new()
        .file("quipu.yaml", "titulo: Sitio\nidiomas: [es, qu]\n")
        .case("a.md", "Texto.");
    site.quipu(&["build"])
        .code(1)
        .says("error[Q0075]: el tema no tiene textos en el idioma «qu»")
        .says("quipu.yaml:2:15")
        .says("«themes/quipu/i18n/qu.ftl»");
    assert!(!site.path("public").exists());
    let site = site.file("themes/quipu/i18n/qu.ftl", "home = {\n");
    let stderr = site.quipu(&["build"]).code(1).stderr();
    assert!(
        stderr.contains("Q0053") && !stderr.contains("Q0075"),
        "{stderr}"
    );
}

#[test]
fn fallbacks_for_missing_translations_are_marked() {
    let site = TestSite::new()
        .file("quipu.yaml", "titulo: Sitio\nidiomas: [es, en]\n")
        .case("a.md", "Texto.")
        .build();
    let models = site.page("en/modelos/index.html");
    let marked =
        "lang=\"es\" hreflang=\"es\">Autoridad ambiental</a> <span class=\"foreign\">(in Spanish)";
    assert!(models.contains(marked), "{models}");
    let cases = site.page("en/casos/index.html");
    assert!(
        cases.contains("lang=\"es\" hreflang=\"es\">Autoridad ambiental</a>"),
        "{cases}"
    );
    assert!(cases.contains("(in Spanish)"));
    let region = "<a href=\"../../en/region/loreto.html\">Loreto</a>";
    assert!(cases.contains(region), "{cases}");
}

#[test]
fn a_site_shows_each_of_its_languages_in_its_own_strings() {
    let site = TestSite::fixture("added-language").build();
    for (language, home, cases) in [
        ("es", "index.html", "Casos recientes"),
        ("pt", "pt/index.html", "Casos mais recentes"),
    ] {
        let page = site.page(home);
        assert!(page.contains(&format!("<html lang=\"{language}\"")));
        assert!(page.contains(cases), "{page}");
    }
}

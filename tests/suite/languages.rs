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
fn theme_strings_are_complete_in_both_languages() {
    let files = built_in_files();
    let strings = |language: &str| {
        let text = std::str::from_utf8(&files[&format!("i18n/{language}.ftl")]).unwrap();
        (
            Catalogue::parse(language, text).unwrap().entries(),
            placeholders(text),
        )
    };
    let (spanish, spanish_facts) = strings("es");
    let (english, english_facts) = strings("en");
    assert_eq!(spanish, english);
    assert_eq!(spanish_facts, english_facts);
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
    prefixes.extend(["month-".to_owned()]);
    named.extend(["date", "minimum-grouping-digits", "footnotes"].map(str::to_owned));
    named.extend(["footnote-back", "table-scrolls"].map(str::to_owned));
    let unused: Vec<_> = known
        .iter()
        .filter(|key| {
            !named.contains(*key) && !prefixes.iter().any(|prefix| key.starts_with(prefix))
        })
        .collect();
    assert!(unused.is_empty(), "{unused:?}");
}

#[test]
fn messages_have_the_same_placeholders_in_both_languages() {
    let facts = |language: &str| {
        let file = format!(
            "{}/src/messages/catalogues/{language}.ftl",
            env!("CARGO_MANIFEST_DIR")
        );
        placeholders(&std::fs::read_to_string(file).unwrap())
    };
    assert_eq!(facts("es"), facts("en"));
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
const COMPOSED: [&str; 11] = [
    "setting-",
    "term-",
    "about-",
    "ask-",
    "init-step-",
    "key-",
    "name-",
    "usage-",
    "invalid-yaml",
    "lacks-",
    "explain-",
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

#[test]
fn a_language_unknown_to_the_theme_builds() {
    let quechua = REQUIRED.replace("titulo: Un caso", "titulo: Huk willakuy");
    let site = TestSite::new()
        .file("quipu.yaml", "titulo: Sitio\nidiomas: [es, qu, ese]\n")
        .case("a.md", "Texto.")
        .case("b.md", "Solo en español.")
        .file("content/casos/a.qu.md", &format!("---\n{quechua}---\n"))
        .build();
    let page = site.page("qu/casos/a.html");
    assert!(page.contains("<html lang=\"qu\"") && page.contains(">Runasimi</a>"));
    let list = site.page("ese/casos/index.html");
    assert!(
        list.contains("lang=\"es\" hreflang=\"es\">Un caso</a>"),
        "{list}"
    );
    assert!(list.contains(">ese</a>"), "{list}");
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

//! Visual Studio Code settings: snippets and schemas, and that user changes are preserved.

use std::fs;

use serde_json::{Value, json};

use crate::site::TestSite;

fn initialized(language: &str) -> TestSite {
    let site = TestSite::empty();
    site.quipu(&["init", "-q", ".", "--lang", language]).code(0);
    site
}

fn settings(site: &TestSite, name: &str) -> Value {
    let text = fs::read_to_string(site.path(".vscode").join(name)).unwrap();
    serde_json::from_str(&text).unwrap()
}

/// Expands a snippet with its default values: the first of each choice.
fn expanded(body: &str) -> String {
    let mut text = String::new();
    let mut rest = body;
    while let Some(at) = rest.find('$') {
        text.push_str(&rest[..at]);
        rest = &rest[at + 1..];
        if let Some(variable) = rest.strip_prefix("CURRENT_") {
            let (part, value) = [("YEAR", "2026"), ("MONTH", "11"), ("DATE", "24")]
                .into_iter()
                .find(|(part, _)| variable.starts_with(part))
                .unwrap();
            text.push_str(value);
            rest = &variable[part.len()..];
        } else if let Some(inner) = rest.strip_prefix('{') {
            let (inner, after) = inner.split_once('}').unwrap();
            let value = inner.trim_start_matches(|digit: char| digit.is_ascii_digit());
            let value = match value.strip_prefix('|') {
                Some(choices) => choices.split([',', '|']).next().unwrap().to_owned(),
                None => expanded(value.strip_prefix(':').unwrap()),
            };
            text.push_str(&value);
            rest = after;
        } else {
            rest = rest.trim_start_matches(|digit: char| digit.is_ascii_digit());
        }
    }
    text + rest
}

#[test]
fn a_case_written_with_every_snippet_is_valid() {
    for language in ["es", "en"] {
        let site = initialized(language);
        let snippets = settings(&site, "caso.code-snippets");
        let bodies = snippets.as_object().unwrap().values().map(|snippet| {
            let lines = snippet["body"].as_array().unwrap().iter();
            let lines: Vec<&str> = lines.map(|line| line.as_str().unwrap()).collect();
            expanded(&lines.join("\n"))
        });
        let front: String = bodies.collect();
        // The only key whose first choice does not suit a case.
        let front = front
            .replace("tipo: \"\"\n", "")
            .replace("type: \"\"\n", "");
        site.write(
            "content/casos/nuevo.md",
            format!("---\n{front}---\n").as_bytes(),
        );
        let run = site.quipu(&["check", "--format", "json"]);
        let answer: Value = serde_json::from_str(&run.stdout()).unwrap();
        let diagnostics = answer["diagnostics"].as_array().unwrap().iter();
        let own = diagnostics.filter(|found| found["path"].as_str().unwrap().ends_with("nuevo.md"));
        let wrong: Vec<_> = own
            .filter(|found| {
                ["error", "warning", "style"].contains(&found["severity"].as_str().unwrap())
            })
            .collect();
        assert!(wrong.is_empty(), "{front}\n{wrong:#?}");
    }
}

#[test]
fn snippets_offer_the_sites_own_terms() {
    let site = initialized("es");
    site.write(
        "content/modelos/agua-segura.md",
        b"---\ntitulo: Agua segura\n---\n",
    );
    site.quipu(&["esquema", "--vscode"])
        .code(0)
        .says("caso.code-snippets");
    let snippets = settings(&site, "caso.code-snippets");
    let model = snippets["modelo_de_gestion"]["body"][0].as_str().unwrap();
    assert_eq!(
        model,
        "modelo_de_gestion: ${1|agua-segura,modelo-de-ejemplo|}"
    );
    let schema = settings(&site, "caso.schema.json").to_string();
    assert!(schema.contains("\"agua-segura\""));
}

#[test]
fn user_changes_are_preserved() {
    let site = initialized("es");
    site.write(".vscode/settings.json", b"{ \"editor.fontSize\": 18 }\n");
    let run = site.quipu(&["esquema", "--vscode"]).code(0);
    assert!(!run.stderr().contains("settings.json"));
    let kept = settings(&site, "settings.json");
    assert_eq!(kept, json!({ "editor.fontSize": 18 }));
}

#[test]
fn synonyms_have_a_schema_of_their_own() {
    let site = initialized("es");
    let schemas = &settings(&site, "settings.json")["yaml.schemas"];
    let patterns = |name: &str| schemas[format!("./.vscode/{name}.schema.json")].to_string();
    for name in ["vocabulario/sinonimos", "vocabulary/synonyms"] {
        let own = format!("\"content/{name}.yaml\"");
        assert!(patterns("sinonimos").contains(&own));
        let excepted = format!("\"!content/{name}.yaml\"");
        assert!(patterns("vocabulario").contains(&excepted));
    }
    let group = &settings(&site, "sinonimos.schema.json")["items"];
    assert_eq!(group["minItems"], 2);
    assert!(group["description"].as_str().unwrap().contains("[DCI, "));
}

#[test]
fn the_help_page_has_an_example_of_every_setting() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("content/paginas/ayuda");
    for (language, file) in [("es", "ajustes.md"), ("en", "ajustes.en.md")] {
        let site = initialized(language);
        let page = fs::read_to_string(folder.join(file)).unwrap();
        let settings_schema = settings(&site, "sitio.schema.json");
        let facet = &settings_schema["properties"]["facets"]["items"];
        let term = &settings(&site, "vocabulario.schema.json")["items"];
        for schema in [&settings_schema, facet, term] {
            let keys = schema["properties"].as_object().unwrap();
            for (key, value) in keys {
                let shown = keys
                    .iter()
                    .filter(|(_, other)| other["description"] == value["description"])
                    .any(|(name, _)| page.contains(&format!("{name}:")));
                assert!(shown, "{file}: no {key}");
            }
        }
    }
}

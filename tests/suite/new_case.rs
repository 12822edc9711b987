//! `quipu new`: the commented template, and the prompts in a terminal.

use std::collections::BTreeSet;
use std::fs;

use serde_json::Value;

use crate::site::TestSite;

const FLAGS: [&str; 6] = [
    "--region",
    "San Martín",
    "--sector",
    "salud",
    "--model",
    "modelo-de-ejemplo",
];

/// Keys of other page types, which the template of a case omits.
const OF_OTHER_PAGES: [&str; 2] = ["menu", "also_known_as"];

fn initialized() -> TestSite {
    let site = TestSite::empty();
    site.quipu(&["init", "-q", "."]).code(0);
    site
}

fn template(site: &TestSite, language: &str) -> String {
    let arguments = ["new", "Un caso", "-q", "--lang", language];
    site.quipu(&[&arguments[..], &FLAGS].concat()).code(0);
    fs::read_to_string(site.path("content/casos/un-caso.md")).unwrap()
}

#[test]
fn every_key_of_the_template_is_valid() {
    for language in ["es", "en"] {
        let site = initialized();
        let text = template(&site, language);
        // Uncomments the keys: explanations have one space after `#`; keys have none or are
        // indented.
        let used: Vec<&str> = text
            .lines()
            .map(|line| match line.strip_prefix('#') {
                Some(rest) if !rest.starts_with(' ') && !rest.starts_with('#') => rest,
                Some(rest) if rest.starts_with("  ") => rest,
                _ => line,
            })
            .collect();
        let used = used.join("\n").replace("foto.jpg", "../foto.png");
        let used = used.replace("photo.jpg", "../foto.png");
        let site = site.picture("content/foto.png");
        site.write("content/casos/un-caso.md", used.as_bytes());
        let arguments = ["check", "--format", "json"];
        let run = site.quipu(&arguments).code(0);
        let answer: Value = serde_json::from_str(&run.stdout()).unwrap();
        let diagnostics = answer["diagnostics"].as_array().unwrap().iter();
        let own =
            diagnostics.filter(|found| found["path"].as_str().unwrap().ends_with("un-caso.md"));
        let serious: Vec<_> = own.filter(|found| found["severity"] != "style").collect();
        let only_summary = serious.iter().all(|found| found["code"] == "Q0101");
        assert!(only_summary, "{serious:#?}");
    }
}

#[test]
fn the_template_explains_every_key() {
    for language in ["es", "en"] {
        let site = initialized();
        let text = template(&site, language);
        let schema = site.quipu(&["schema", "--lang", language]).code(0).stdout();
        let schema: Value = serde_json::from_str(&schema).unwrap();
        let mut missing = BTreeSet::new();
        find_missing(&schema, &text, &mut missing);
        let expected: BTreeSet<String> = expected_missing(&schema);
        assert_eq!(missing, expected, "{language}");
    }
}

/// Collects the descriptions of the keys that occur under none of their names in `text`.
fn find_missing(schema: &Value, text: &str, missing: &mut BTreeSet<String>) {
    if let Some(properties) = schema["properties"].as_object() {
        let described = |value: &Value| value["description"].as_str().unwrap().to_owned();
        let found: BTreeSet<String> = properties
            .iter()
            .filter(|(name, _)| text.contains(&format!("{name}:")))
            .map(|(_, value)| described(value))
            .collect();
        let all = properties.values().map(described);
        missing.extend(all.filter(|description| !found.contains(description)));
        for value in properties.values() {
            find_missing(value, text, missing);
        }
    }
    for part in ["items", "anyOf"] {
        match &schema[part] {
            Value::Array(parts) => parts
                .iter()
                .for_each(|part| find_missing(part, text, missing)),
            Value::Null => {}
            part => find_missing(part, text, missing),
        }
    }
}

fn expected_missing(schema: &Value) -> BTreeSet<String> {
    let names = OF_OTHER_PAGES.iter().chain(&["type"]);
    names
        .map(|name| {
            schema["properties"][name]["description"]
                .as_str()
                .unwrap()
                .to_owned()
        })
        .collect()
}

#[cfg(unix)]
#[test]
fn in_a_terminal_it_prompts_for_missing_values() {
    use std::io::{Read, Write};
    use std::process::{Command, Stdio};

    let site = initialized();
    let quipu = env!("CARGO_BIN_EXE_quipu");
    let command = format!("exec timeout --foreground 60 '{quipu}' --lang es nuevo --sector salud");
    let mut terminal = Command::new("script")
        .args(["-qec", &command, "/dev/null"])
        .current_dir(site.path(""))
        .env("TERM", "xterm")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("script, of util-linux");
    let mut keys = terminal.stdin.take().unwrap();
    let mut screen = terminal.stdout.take().unwrap();
    let mut shown = Vec::new();
    for (question, answer) in [
        ("Título del caso", "Agua segura\r"),
        ("Arequipa", "lore\r"),
        ("Modelo de ejemplo", "\r"),
    ] {
        let asked = |shown: &[u8]| String::from_utf8_lossy(shown).contains(question);
        let mut byte = [0];
        while !asked(&shown) && screen.read(&mut byte).unwrap() == 1 {
            shown.push(byte[0]);
        }
        keys.write_all(answer.as_bytes()).unwrap();
    }
    screen.read_to_end(&mut shown).unwrap();
    let shown = String::from_utf8_lossy(&shown);
    assert!(terminal.wait().unwrap().success(), "{shown}");
    assert!(!shown.contains("Sector"), "{shown}");
    let text = fs::read_to_string(site.path("content/casos/agua-segura.md")).unwrap();
    for line in [
        "region: \"loreto\"",
        "sector: \"salud\"",
        "modelo_de_gestion: \"modelo-de-ejemplo\"",
    ] {
        assert!(text.contains(line), "no {line} in:\n{text}");
    }
}

#[test]
fn the_help_page_has_an_example_of_every_key() {
    let site = initialized();
    for (language, file) in [
        ("es", "datos-de-un-caso.md"),
        ("en", "datos-de-un-caso.en.md"),
    ] {
        let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
        let page = fs::read_to_string(folder.join("content/paginas/ayuda").join(file)).unwrap();
        let schema = site.quipu(&["schema", "--lang", language]).code(0).stdout();
        let schema: Value = serde_json::from_str(&schema).unwrap();
        let mut missing = BTreeSet::new();
        find_missing(&schema, &page, &mut missing);
        assert!(missing.is_empty(), "{file}: {missing:?}");
    }
}

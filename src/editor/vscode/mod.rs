//! Visual Studio Code, set up for a site: it completes keys and terms while a case is
//! written, and lists what `quipu check` finds beside the text.
//!
//! Its YAML extension checks settings, vocabularies and synonyms by their schemas, but knows
//! nothing of the front matter in a markdown file: there the schema of cases helps only in
//! editors that know better. Snippets and tasks need no extension and no connection.

mod snippets;

use serde_json::{Value, json};

use crate::content::config::FILE_NAME;
use crate::content::discover::{SYNONYM_FILES, VOCABULARY_FOLDERS};
use crate::editor::schema::{schema, settings_schema, synonyms_schema, vocabulary_schema};
use crate::messages::locale::Catalogue;
use crate::model::Site;

/// The folder of the program's settings in a site.
const FOLDER: &str = ".vscode";

/// A file of settings.
#[derive(Debug)]
pub struct SettingsFile {
    /// Path relative to the site's folder, with `/`.
    pub path: String,
    /// What is written in it.
    pub text: String,
    /// Whether it follows from the site, and is nobody else's to change.
    pub is_derived: bool,
}

impl SettingsFile {
    fn new(name: &str, content: &Value, is_derived: bool) -> Self {
        Self {
            path: format!("{FOLDER}/{name}"),
            text: format!("{content:#}\n"),
            is_derived,
        }
    }
}

/// All files of settings for `site`, described in the reader's language.
pub fn settings(site: &Site, words: &Catalogue) -> Vec<SettingsFile> {
    vec![
        SettingsFile::new("caso.schema.json", &schema(site, words), true),
        SettingsFile::new("sitio.schema.json", &settings_schema(site, words), true),
        SettingsFile::new(
            "vocabulario.schema.json",
            &vocabulary_schema(site, words),
            true,
        ),
        SettingsFile::new("sinonimos.schema.json", &synonyms_schema(words), true),
        SettingsFile::new("caso.code-snippets", &snippets::snippets(site, words), true),
        SettingsFile::new("settings.json", &preferences(), false),
        SettingsFile::new("extensions.json", &extensions(), false),
        SettingsFile::new("tasks.json", &tasks(words), false),
    ]
}

fn preferences() -> Value {
    let suggestions = json!({
        "editor.quickSuggestions": { "other": "on", "comments": "off", "strings": "on" },
        "editor.snippetSuggestions": "top",
        "editor.wordBasedSuggestions": "off",
    });
    let (vocabularies, synonyms) = vocabulary_patterns();
    json!({
        "yaml.schemas": {
            "./.vscode/caso.schema.json": ["content/casos/*.md", "content/casos/*.yaml"],
            "./.vscode/sitio.schema.json": [FILE_NAME],
            "./.vscode/sinonimos.schema.json": synonyms,
            "./.vscode/vocabulario.schema.json": vocabularies,
        },
        "files.encoding": "utf8",
        "files.eol": "\n",
        "[markdown]": suggestions,
    })
}

/// Which files are vocabularies, and which of their folders' files are synonyms instead.
fn vocabulary_patterns() -> (Vec<String>, Vec<String>) {
    let named = |name: &'static str| {
        VOCABULARY_FOLDERS.map(move |folder| format!("content/{folder}/{name}.yaml"))
    };
    let synonyms: Vec<String> = SYNONYM_FILES.into_iter().flat_map(named).collect();
    let others = synonyms.iter().map(|pattern| format!("!{pattern}"));
    let vocabularies = named("*").into_iter().chain(others).collect();
    (vocabularies, synonyms)
}

fn extensions() -> Value {
    json!({ "recommendations": ["redhat.vscode-yaml"] })
}

/// Ctrl+Shift+B renews what follows from the vocabularies, then checks.
fn tasks(words: &Catalogue) -> Value {
    let task = |id: &str, arguments: &[&str]| {
        let global = ["--lang", words.language(), "--color", "never"];
        let arguments = [&global[..], arguments].concat();
        json!({
            "label": words.text(id),
            "type": "process",
            "command": "quipu",
            "args": arguments,
            "presentation": { "reveal": "silent", "clear": true, "showReuseMessage": false },
            "problemMatcher": [],
        })
    };
    let renew = task("task-renew", &["schema", "--vscode"]);
    let mut check = task("task-check", &["check"]);
    check["dependsOn"] = renew["label"].clone();
    check["group"] = json!({ "kind": "build", "isDefault": true });
    check["problemMatcher"] = json!(matchers(words));
    let mut build = task("task-build", &["build"]);
    build["problemMatcher"] = check["problemMatcher"].clone();
    json!({ "version": "2.0.0", "tasks": [renew, check, build] })
}

/// One for each severity: the program knows their English names only.
fn matchers(words: &Catalogue) -> Vec<Value> {
    let levels = [
        ("error", "level-error"),
        ("warning", "level-warning"),
        ("info", "level-advice"),
    ];
    let matcher = |(severity, id): (&str, &str)| {
        json!({
            "owner": format!("quipu-{severity}"),
            "source": "quipu",
            "severity": severity,
            "fileLocation": ["relative", "${workspaceFolder}"],
            "pattern": [
                {
                    "regexp": format!("^{}\\[(Q\\d{{4}})\\]: (.*)$", words.text(id)),
                    "code": 1,
                    "message": 2,
                },
                { "regexp": "^ *--> (.+):(\\d+):(\\d+)$", "file": 1, "line": 2, "column": 3 },
            ],
        })
    };
    levels.into_iter().map(matcher).collect()
}

//! Visual Studio Code settings for a site: completion of keys and terms, and diagnostics of
//! `quipu check` in the Problems panel.
//!
//! The YAML extension validates settings, vocabularies and synonyms against their schemas,
//! but does not support front matter in markdown files: there the schema of cases helps
//! only in editors that do. Snippets and tasks work without extensions and offline.

mod snippets;

use serde_json::{Value, json};

use crate::content::config::FILE_NAME;
use crate::content::discover::{SYNONYM_FILES, VOCABULARY_FOLDERS};
use crate::editor::schema::{schema, settings_schema, synonyms_schema, vocabulary_schema};
use crate::messages::locale::Catalogue;
use crate::model::Site;

/// Folder of the settings, relative to the site's.
const FOLDER: &str = ".vscode";

/// A settings file.
#[derive(Debug)]
pub(crate) struct SettingsFile {
    /// Path relative to the site's folder, with `/`.
    pub path: String,
    /// Contents: pretty-printed JSON.
    pub text: String,
    /// Whether it is generated from the site, and overwritten each time.
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

/// Returns all settings files for `site`, with texts in the language of `words`.
pub(crate) fn settings(site: &Site, words: &Catalogue) -> Vec<SettingsFile> {
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

/// Returns the glob patterns of vocabularies and of synonyms, which share folders.
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

/// Returns the tasks. The default one, Ctrl+Shift+B, regenerates the derived settings, then
/// runs `quipu check`.
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

/// Returns a problem matcher for each severity: one matcher could not map translated
/// severity names, since VS Code knows only the English ones.
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

//! Snippets for front matter: one for each key, which offers its terms.
//!
//! In the snippet syntax of Visual Studio Code, `${1|one,other|}` is a choice, `${1:text}`
//! a placeholder, and `$1` a tab stop.

use serde_json::{Map, Value, json};

use crate::content::parse::case_keys;
use crate::content::yaml::{KeyShape, Shape};
use crate::editor::schema::{description, preferred_name};
use crate::messages::locale::Catalogue;
use crate::model::Site;

/// Returns a snippet for each key of a case study, by its name in the language of `words`.
pub(super) fn snippets(site: &Site, words: &Catalogue) -> Value {
    let mut snippets = Map::new();
    for key in case_keys(&site.config) {
        let mut writer = Writer {
            site,
            words,
            stops: 0,
        };
        let name = preferred_name(&key, words.language()).to_owned();
        let body = format!("{}\n$0", writer.entry(&key, "", true));
        let snippet = json!({
            "prefix": name,
            "scope": "markdown,yaml",
            "description": description(site, words, &key),
            "body": body.lines().collect::<Vec<_>>(),
        });
        snippets.insert(name, snippet);
    }
    Value::Object(snippets)
}

struct Writer<'a> {
    site: &'a Site,
    words: &'a Catalogue,
    /// Number of tab stops so far.
    stops: usize,
}

impl Writer<'_> {
    /// Renders the key with its value; nested keys are indented deeper than `indent`.
    fn entry(&mut self, key: &KeyShape, indent: &str, is_top: bool) -> String {
        let name = preferred_name(key, self.words.language()).to_owned();
        let inner = format!("{indent}  ");
        let value = match &key.shape {
            _ if is_top && let Some(choice) = self.terms(key) => choice,
            Shape::Text | Shape::Localized => format!("\"{}\"", self.text(key)),
            Shape::Texts => format!("[\"{}\"]", self.text(key)),
            Shape::Number | Shape::Amount => self.stop("0"),
            Shape::Year => self.stop("$CURRENT_YEAR"),
            Shape::Count | Shape::Counts => self.stop("1"),
            Shape::Boolean => {
                let answers = ["snippet-yes", "snippet-no"].map(|id| self.words.text(id));
                self.choice(&answers)
            }
            Shape::Date => self.stop("$CURRENT_YEAR-$CURRENT_MONTH-$CURRENT_DATE"),
            Shape::Group(keys) => {
                let entries = self.entries(keys, &inner);
                return format!("{indent}{name}:\n{entries}");
            }
            Shape::Groups { keys, .. } => {
                let entries = self.entries(keys, &format!("{inner}  "));
                // The first key of an item follows its hyphen.
                let item = entries.trim_start();
                return format!("{indent}{name}:\n{inner}- {item}");
            }
        };
        format!("{indent}{name}: {value}")
    }

    fn entries(&mut self, keys: &[KeyShape], indent: &str) -> String {
        let entries = keys.iter().map(|key| self.entry(key, indent, false));
        entries.collect::<Vec<_>>().join("\n")
    }

    /// Returns a tab stop; required keys get their description as placeholder.
    fn text(&mut self, key: &KeyShape) -> String {
        if key.is_required {
            let description = description(self.site, self.words, key);
            self.stop(&description.replace(['$', '}', '\\', '"'], ""))
        } else {
            self.stop("")
        }
    }

    /// Returns a choice of terms; `None` if the key is not a facet's.
    fn terms(&mut self, key: &KeyShape) -> Option<String> {
        let mut taxonomies = self.site.taxonomies.iter();
        let taxonomy = taxonomies.find(|taxonomy| taxonomy.facet.key == key.name)?;
        let slugs: Vec<String> = taxonomy
            .terms
            .iter()
            .map(|term| term.slug.clone())
            .collect();
        Some(self.choice(&slugs))
    }

    fn choice(&mut self, words: &[String]) -> String {
        if words.is_empty() {
            return self.stop("");
        }
        self.stops += 1;
        format!("${{{}|{}|}}", self.stops, words.join(","))
    }

    fn stop(&mut self, text: &str) -> String {
        self.stops += 1;
        match text {
            "" => format!("${}", self.stops),
            text => format!("${{{}:{text}}}", self.stops),
        }
    }
}

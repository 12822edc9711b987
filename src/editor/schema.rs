//! JSON Schemas (draft-07) of front matter, settings and vocabularies, with the site's own
//! terms, for completion and validation in a code editor.

use serde_json::{Map, Value, json};

use crate::content::config::setting_keys;
use crate::content::parse::{MAX_SYNONYM_CHARS, MAX_SYNONYMS, case_keys, term_keys};
use crate::content::yaml::{KeyShape, Shape};
use crate::messages::locale::{Catalogue, prefers_aliases};
use crate::model::{Site, Taxonomy};

/// Returns the schema of case studies, with descriptions in the language of `words`.
pub(crate) fn schema(site: &Site, words: &Catalogue) -> Value {
    let writer = Writer::new(site, words, "key");
    let cases = writer.mapping(&case_keys(&site.config), true);
    titled(cases, &words.text("schema-title"))
}

/// Returns the schema of `quipu.yaml`.
pub(crate) fn settings_schema(site: &Site, words: &Catalogue) -> Value {
    let writer = Writer::new(site, words, "setting");
    let settings = writer.mapping(&setting_keys(), false);
    titled(settings, &words.text("schema-settings"))
}

/// Returns the schema of a vocabulary file.
pub(crate) fn vocabulary_schema(site: &Site, words: &Catalogue) -> Value {
    let writer = Writer::new(site, words, "term");
    let term = writer.mapping(&term_keys(), false);
    let terms = json!({ "type": "array", "items": term });
    titled(terms, &words.text("schema-vocabulary"))
}

/// Returns the schema of a synonyms file.
pub(crate) fn synonyms_schema(words: &Catalogue) -> Value {
    let word = json!({
        "type": ["string", "number"],
        "pattern": "[\\p{L}\\p{N}]",
        "maxLength": MAX_SYNONYM_CHARS,
    });
    let group = json!({
        "type": "array",
        "description": words.text("synonyms-group"),
        "items": word,
        "minItems": 2,
        "maxItems": MAX_SYNONYMS,
        "uniqueItems": true,
    });
    let groups = json!({ "type": "array", "items": group });
    titled(groups, &words.text("schema-synonyms"))
}

fn titled(mut schema: Value, title: &str) -> Value {
    schema["$schema"] = json!("http://json-schema.org/draft-07/schema#");
    schema["title"] = json!(title);
    schema
}

struct Writer<'a> {
    site: &'a Site,
    words: &'a Catalogue,
    /// Prefix of the message ids of the keys' descriptions.
    message_prefix: &'static str,
}

impl<'a> Writer<'a> {
    fn new(site: &'a Site, words: &'a Catalogue, message_prefix: &'static str) -> Self {
        Self {
            site,
            words,
            message_prefix,
        }
    }

    /// Returns the schema of a mapping with only these keys; facet keys, whose values are
    /// terms, exist only at the top level.
    fn mapping(&self, keys: &[KeyShape], is_top: bool) -> Value {
        let mut properties = Map::new();
        for key in keys {
            let mut value = self.value(key, is_top);
            value["description"] = json!(self.description(key));
            for name in names(key) {
                properties.insert(name.to_owned(), value.clone());
            }
        }
        let required = keys.iter().filter(|key| key.is_required).map(one_of_names);
        let mut mapping = json!({
            "type": "object",
            "properties": properties,
            "additionalProperties": false,
        });
        let required: Vec<Value> = required.collect();
        if !required.is_empty() {
            mapping["allOf"] = json!(required);
        }
        mapping
    }

    fn description(&self, key: &KeyShape) -> String {
        match self.message_prefix {
            "key" => description(self.site, self.words, key),
            start => self.words.text(&format!("{start}-{}", key.name)),
        }
    }

    fn value(&self, key: &KeyShape, is_top: bool) -> Value {
        let mut taxonomies = self.site.taxonomies.iter();
        if is_top && let Some(taxonomy) = taxonomies.find(|found| found.facet.key == key.name) {
            return one_or_list(&terms(taxonomy));
        }
        match &key.shape {
            Shape::Text => json!({ "type": ["string", "number"] }),
            Shape::Texts => one_or_list(&json!({ "type": ["string", "number"] })),
            Shape::Localized => json!({ "anyOf": [
                { "type": "string" },
                { "type": "object", "additionalProperties": { "type": "string" } },
            ] }),
            Shape::Number => json!({ "type": "number" }),
            Shape::Amount => json!({ "type": "number", "minimum": 0 }),
            Shape::Year => json!({ "type": "integer", "minimum": 1500, "maximum": 2200 }),
            Shape::Count => json!({ "type": "integer", "minimum": 1 }),
            Shape::Counts => one_or_list(&json!({ "type": "integer", "minimum": 1 })),
            Shape::Boolean => json!({ "enum": [true, false, "sí", "si", "yes", "no"] }),
            Shape::Date => {
                json!({ "type": "string", "pattern": "^(\\d{4}-\\d{1,2}-\\d{1,2}|\\d{1,2}/\\d{1,2}/\\d{4})$" })
            }
            Shape::Group(keys) => self.mapping(keys, false),
            Shape::Groups { keys, or_text } => self.list(keys, *or_text),
        }
    }

    fn list(&self, keys: &[KeyShape], or_text: bool) -> Value {
        let mapping = self.mapping(keys, false);
        let item = if or_text {
            json!({ "anyOf": [mapping, { "type": "string" }] })
        } else {
            mapping
        };
        json!({ "type": "array", "items": item })
    }
}

/// Returns the description of a key: a message, or the name of a facet defined by the site.
pub(crate) fn description(site: &Site, words: &Catalogue, key: &KeyShape) -> String {
    let facets = site.taxonomies.iter().map(|taxonomy| &taxonomy.facet);
    let own = facets.filter(|facet| facet.key == key.name);
    let name = own.filter_map(|facet| facet.name.as_ref()).next();
    name.map_or_else(
        || words.text(&format!("key-{}", key.name)),
        |name| name.get(words.language()).to_owned(),
    )
}

/// Returns the preferred name of a key in `language`.
pub(crate) fn preferred_name<'k>(key: &'k KeyShape, language: &str) -> &'k str {
    let spanish = key.aliases.first().filter(|_| prefers_aliases(language));
    spanish.unwrap_or(&key.name)
}

/// Returns every name of a key, Spanish aliases first since completion lists them in order.
fn names(key: &KeyShape) -> impl Iterator<Item = &str> {
    let aliases = key.aliases.iter().map(String::as_str);
    let is_alias = key.aliases.contains(&key.name);
    aliases.chain((!is_alias).then_some(key.name.as_str()))
}

fn one_of_names(key: &KeyShape) -> Value {
    let any: Vec<Value> = names(key)
        .map(|name| json!({ "required": [name] }))
        .collect();
    json!({ "anyOf": any })
}

fn one_or_list(value: &Value) -> Value {
    json!({ "anyOf": [value, { "type": "array", "items": value }] })
}

/// Returns an enum of everything that identifies a term, the preferred slugs first.
fn terms(taxonomy: &Taxonomy) -> Value {
    let slugs = taxonomy.terms.iter().map(|term| term.slug.as_str());
    let others = taxonomy.terms.iter().flat_map(|term| {
        let aliases = term.aliases.iter().chain(&term.ubigeo);
        term.name.all().chain(aliases.map(String::as_str))
    });
    let mut words: Vec<&str> = Vec::new();
    for word in slugs.chain(others) {
        if !words.contains(&word) {
            words.push(word);
        }
    }
    json!({ "enum": words })
}

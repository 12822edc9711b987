//! Tests that `docs/themes.md` is accurate: it lists every template and every variable with
//! its type, and nothing that does not exist.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use serde_json::Value;
use tempfile::TempDir;
use walkdir::WalkDir;

use crate::build::pipeline::{Options, site};
use crate::model::View;
use crate::output::{metadata, pictures};
use crate::render::theme::{Theme, built_in_files};
use crate::render::{Renderer, Templates};

/// A variable that only a site of more than 20,000 pages sets; the fixture is smaller.
const UNREACHED: &str = "parts";
/// The template that is given [`UNREACHED`].
const UNREACHED_TEMPLATE: &str = "sitemap-index.xml";

/// Rows of cells of `docs/themes.md` by heading, without backquotes.
type Tables = BTreeMap<String, Vec<Vec<String>>>;

fn tables() -> Tables {
    let mut tables = Tables::new();
    let mut heading = String::new();
    for line in include_str!("../../docs/themes.md").lines() {
        if line.starts_with('#') {
            heading = line.trim_start_matches('#').trim().to_owned();
        } else if line.starts_with("| `") {
            let cells = line.trim_matches('|').split('|');
            let cells = cells.map(|cell| cell.trim().replace('`', "")).collect();
            tables.entry(heading.clone()).or_default().push(cells);
        }
    }
    tables
}

/// Returns a renderer of the fixture, in which every variable has a value somewhere, and
/// the folder that it reads.
fn renderer() -> (Renderer, TempDir) {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let fixture = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/every-variable");
    for entry in WalkDir::new(&fixture).into_iter().flatten() {
        let copy = folder
            .path()
            .join(entry.path().strip_prefix(&fixture).expect("inside"));
        if entry.file_type().is_dir() {
            std::fs::create_dir_all(copy).expect("a folder");
        } else {
            std::fs::copy(entry.path(), copy).expect("a file");
        }
    }
    let options = Options {
        root: folder.path().to_owned(),
        drafts: false,
    };
    let mut diagnostics = Vec::new();
    let site = site(&options, &mut diagnostics);
    let theme = Theme::load(&site.config, &mut diagnostics);
    let pictures = pictures::prepare(
        &site.assets,
        &theme.images,
        folder.path(),
        || {},
        &mut diagnostics,
    );
    let templates = Templates::compile(theme.into(), &site.config, &mut diagnostics);
    let templates = templates.expect("templates").into();
    let downloads = metadata::prepare(&site, &mut diagnostics);
    let renderer = Renderer::new(
        site.into(),
        templates,
        pictures.expect("pictures").into(),
        downloads.expect("downloads").into(),
    );
    assert_eq!(diagnostics, []);
    (renderer, folder)
}

/// Calls `look` with the template, view and variables of each page of the fixture.
fn each_page(mut look: impl FnMut(&str, &View, BTreeMap<&'static str, Value>)) {
    let (renderer, _folder) = renderer();
    for route in &renderer.site.routes {
        if let Some((template, bindings)) = renderer.template_variables(route) {
            look(template, &route.view, bindings);
        }
    }
}

/// Checks values against their documented types and records which fields occurred.
struct Checker {
    tables: Tables,
    /// `Type.field` of every field with a value that is neither null nor an empty list.
    met: BTreeSet<String>,
}

impl Checker {
    fn check(&mut self, path: &str, kind: &str, value: &Value) {
        if let Some(item) = kind.strip_prefix("list of ") {
            let list = value
                .as_array()
                .unwrap_or_else(|| panic!("{path}: no list: {value}"));
            for value in list {
                self.check(path, item, value);
            }
            return;
        }
        let (kind, may_be_none) = match kind.strip_suffix(" or none") {
            Some(kind) => (kind, true),
            None => (kind, false),
        };
        match kind {
            _ if value.is_null() => assert!(may_be_none, "{path} is none"),
            "text" | "permalink" | "HTML" => assert!(value.is_string(), "{path}: {value}"),
            "date" => {
                let text = value.as_str().unwrap_or_else(|| panic!("{path}: {value}"));
                assert!(text.parse::<jiff::civil::Date>().is_ok(), "{path}: {text}");
            }
            "number" => assert!(value.is_number(), "{path}: {value}"),
            "boolean" => assert!(value.is_boolean(), "{path}: {value}"),
            _ => self.check_fields(path, kind, value),
        }
    }

    fn check_fields(&mut self, path: &str, kind: &str, value: &Value) {
        let rows = self.tables.get(kind).cloned();
        let rows = rows.unwrap_or_else(|| panic!("{path}: no type {kind}"));
        let fields = value
            .as_object()
            .unwrap_or_else(|| panic!("{path}: {value}"));
        for name in fields.keys() {
            let is_listed = rows.iter().any(|row| row[0] == *name);
            assert!(is_listed, "{kind} does not list {name} ({path})");
        }
        for row in rows {
            let value = fields.get(&row[0]);
            let value = value.unwrap_or_else(|| panic!("{path} has no {}", row[0]));
            if !value.is_null() && value.as_array().is_none_or(|list| !list.is_empty()) {
                self.met.insert(format!("{kind}.{}", row[0]));
            }
            self.check(&format!("{path}.{}", row[0]), &row[1], value);
        }
    }
}

#[test]
fn every_variable_is_documented_with_its_type() {
    let tables = tables();
    let variables = ["Variables of every template", "Variables of some templates"];
    let variables: Vec<Vec<String>> = variables
        .iter()
        .flat_map(|it| tables[*it].clone())
        .collect();
    let mut checker = Checker {
        tables,
        met: BTreeSet::new(),
    };
    let mut met = BTreeSet::new();
    each_page(|template, _, bindings| {
        for (name, value) in bindings {
            let row = variables.iter().find(|row| row[0] == name);
            let row = row.unwrap_or_else(|| panic!("{template}: {name} is not documented"));
            checker.check(&format!("{template}: {name}"), &row[1], &value);
            if !value.is_null() {
                met.insert(name);
            }
        }
    });
    for row in &variables {
        let is_met = met.contains(row[0].as_str()) || row[0] == UNREACHED;
        assert!(is_met, "no template is given {}", row[0]);
    }
    let sections = ["Templates", "Writing templates"];
    for (heading, rows) in &checker.tables {
        let is_type = !heading.contains(' ') && !sections.contains(&heading.as_str());
        for row in rows.iter().filter(|_| is_type) {
            let field = format!("{heading}.{}", row[0]);
            assert!(checker.met.contains(&field), "nothing has {field}");
        }
    }
}

#[test]
fn every_template_is_documented_with_its_variables() {
    let tables = tables();
    let rows = &tables["Templates"];
    let common: BTreeSet<&str> = tables["Variables of every template"]
        .iter()
        .map(|row| row[0].as_str())
        .collect();
    let listed: BTreeSet<&str> = rows.iter().flat_map(|row| row[0].split(", ")).collect();
    let files = built_in_files();
    let names = files
        .keys()
        .filter_map(|path| path.strip_prefix("templates/"));
    assert_eq!(listed, names.collect::<BTreeSet<&str>>());
    each_page(|template, view, bindings| {
        let row = rows.iter().find(|row| row[0] == template);
        let row = row.unwrap_or_else(|| panic!("{template} is not documented"));
        let listed: BTreeSet<&str> = row[2].split(", ").filter(|it| !it.is_empty()).collect();
        let own = bindings
            .keys()
            .copied()
            .filter(|name| !common.contains(name));
        assert_eq!(
            own.collect::<BTreeSet<&str>>(),
            listed,
            "{template} for {view:?}"
        );
    });
}

#[test]
fn specialized_templates_render_the_same_bytes() {
    let (renderer, _folder) = renderer();
    let mut met = BTreeSet::new();
    for route in &renderer.site.routes {
        if let Some((template, written, specialized)) = renderer.both_ways(route) {
            assert_eq!(specialized, written, "{template}: {}", route.permalink);
            met.insert((
                template,
                renderer.site.editions[route.edition].language.as_str(),
            ));
        }
    }
    let files = built_in_files();
    let texts: Vec<&[u8]> = files.values().map(AsRef::as_ref).collect();
    let is_part = |name: &str| {
        let quoted = format!("\"{name}\"");
        texts
            .iter()
            .any(|text| String::from_utf8_lossy(text).contains(&quoted))
    };
    for name in files
        .keys()
        .filter_map(|path| path.strip_prefix("templates/"))
    {
        let languages = met.iter().filter(|(template, _)| *template == name).count();
        let is_met = languages > 0 || is_part(name) || name == UNREACHED_TEMPLATE;
        assert!(is_met, "no page has {name}");
    }
    assert!(met.iter().any(|(_, language)| *language == "es"));
    assert!(met.iter().any(|(_, language)| *language == "en"));
}

//! The rooms: each folder of `src/` imports only from those below it, and modules have
//! no import cycles.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use walkdir::WalkDir;

/// The rooms from top to bottom; docs/architecture.md has a sentence for each.
const ROOMS: [&str; 13] = [
    "cli", "serve", "build", "editor", "render", "output", "carry", "search", "content", "model",
    "peru", "messages", "base",
];

/// An import: the importing module and the imported path, both relative to the crate root.
type Import = (Vec<String>, Vec<String>);

/// Collects every `crate::…` and `super::…` path in the sources under `src`.
fn imports(src: &Path) -> Vec<Import> {
    let mut imports = Vec::new();
    for entry in WalkDir::new(src).sort_by_file_name() {
        let entry = entry.expect("a readable source");
        if entry.path().extension().is_none_or(|kind| kind != "rs") {
            continue;
        }
        let path = entry.path().strip_prefix(src).expect("inside");
        let text = fs::read_to_string(entry.path()).expect("a text");
        let module = module_of(path);
        imports.extend(paths(&text, &module).map(|path| (module.clone(), path)));
    }
    imports
}

/// Returns the module path of a file: `carry/copy/zip.rs` is `carry::copy::zip`,
/// `carry/mod.rs` is `carry`.
fn module_of(file: &Path) -> Vec<String> {
    let parts = file.with_extension("");
    let parts = parts.iter().map(|part| part.to_string_lossy().into_owned());
    parts
        .filter(|part| !["mod", "lib", "main"].contains(&part.as_str()))
        .collect()
}

/// Returns the paths named in a source, relative to the crate root. A group in braces
/// counts as the module before it. Intra-doc links in comments count as imports, too.
fn paths<'t>(text: &'t str, module: &'t [String]) -> impl Iterator<Item = Vec<String>> + 't {
    let is_part = |character: char| character.is_alphanumeric() || "_:".contains(character);
    // Imports of unit tests do not count: tests may build complete sites.
    let text = text.split("#[cfg(test)]\nmod tests").next().unwrap_or(text);
    let words = text.split(move |character| !is_part(character));
    words.filter_map(move |word| {
        let mut parts: Vec<&str> = word.split("::").filter(|part| !part.is_empty()).collect();
        if parts.len() < 2 {
            return None;
        }
        let mut path = match parts.remove(0) {
            "crate" => Vec::new(),
            "super" => module.split_last()?.1.to_vec(),
            _ => return None,
        };
        while parts.first() == Some(&"super") {
            parts.remove(0);
            path.pop()?;
        }
        path.extend(parts.into_iter().map(str::to_owned));
        Some(path)
    })
}

/// Describes each import from a higher room.
fn upward(imports: &[Import]) -> Vec<String> {
    let level = |room: &str| ROOMS.iter().position(|known| *known == room);
    let mut found = BTreeSet::new();
    for (from, to) in imports {
        let (Some(from_room), Some(to_room)) = (from.first(), to.first()) else {
            continue;
        };
        if let (Some(above), Some(below)) = (level(from_room), level(to_room))
            && below < above
        {
            found.insert(format!("{} imports {}", from.join("::"), to.join("::")));
        }
    }
    found.into_iter().collect()
}

/// Returns the modules that are part of an import cycle among siblings, direct or indirect.
fn cycles(imports: &[Import]) -> Vec<String> {
    let mut edges: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    let modules: BTreeSet<&[String]> = imports
        .iter()
        .flat_map(|(from, _)| (1..=from.len()).map(|length| &from[..length]))
        .collect();
    for (from, to) in imports {
        let shared = from.iter().zip(to).take_while(|(a, b)| a == b).count();
        let (Some(from), Some(to)) = (from.get(..=shared), to.get(..=shared)) else {
            continue;
        };
        if modules.contains(to) {
            edges
                .entry(from.join("::"))
                .or_default()
                .insert(to.join("::"));
        }
    }
    let reaches = |start: &str, end: &str| {
        let mut open = vec![start];
        let mut seen = BTreeSet::new();
        while let Some(module) = open.pop() {
            for next in edges.get(module).into_iter().flatten() {
                if next == end {
                    return true;
                }
                if seen.insert(next) {
                    open.push(next);
                }
            }
        }
        false
    };
    let cyclic = edges.keys().filter(|module| reaches(module, module));
    cyclic.cloned().collect()
}

fn sources() -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("src")
}

#[test]
fn every_source_folder_is_a_room() {
    let names = fs::read_dir(sources()).expect("src");
    let names: BTreeSet<String> = names
        .map(|entry| {
            entry
                .expect("an entry")
                .file_name()
                .to_string_lossy()
                .into_owned()
        })
        .collect();
    let rooms = ROOMS.iter().chain(&["lib.rs", "main.rs"]);
    assert_eq!(names, rooms.map(ToString::to_string).collect());
}

#[test]
fn rooms_import_only_from_below() {
    assert_eq!(upward(&imports(&sources())), [""; 0]);
}

#[test]
fn modules_have_no_import_cycles() {
    assert_eq!(cycles(&imports(&sources())), [""; 0]);
}

#[test]
fn upward_imports_and_cycles_are_detected() {
    let folder = tempfile::tempdir().expect("a folder");
    let write = |file: &str, text: &str| {
        let file = folder.path().join(file);
        fs::create_dir_all(file.parent().expect("a folder")).expect("a folder");
        fs::write(file, text).expect("a file");
    };
    write(
        "model/site.rs",
        "use crate::base::text::fold;\nuse crate::render::Renderer;\n",
    );
    write("carry/pack.rs", "use super::update::Update;\n");
    write(
        "carry/update.rs",
        "fn f(pack: &crate::carry::pack::Pack) {}\n",
    );
    write(
        "base/text.rs",
        "#[cfg(test)]\nmod tests {\n    use crate::cli::run;\n}\n",
    );
    let imports = imports(folder.path());
    assert_eq!(upward(&imports), ["model::site imports render::Renderer"]);
    assert_eq!(cycles(&imports), ["carry::pack", "carry::update"]);
}

//! The search index as files.

use std::collections::BTreeMap;

use crate::site::TestSite;

fn index(site: &TestSite) -> BTreeMap<String, String> {
    site.built()
        .into_iter()
        .filter_map(|(path, bytes)| {
            let name = path
                .strip_prefix("quipu/search/")?
                .strip_suffix(".js")?
                .to_owned();
            Some((name, String::from_utf8(bytes).unwrap()))
        })
        .collect()
}

fn data(script: &str) -> serde_json::Value {
    let json = script
        .split_once(',')
        .unwrap()
        .1
        .trim_end()
        .strip_suffix(");")
        .unwrap();
    serde_json::from_str(json).unwrap()
}

#[test]
fn every_file_is_a_script_with_one_call_named_after_it() {
    let site = TestSite::new()
        .case("a.md", "Gestión educativa, </script> y \u{2028} más.")
        .build();
    let files = index(&site);
    assert!(files.len() >= 5);
    for (name, script) in &files {
        assert!(
            script.starts_with(&format!("quipuSearch(\"{name}\",")),
            "{name}: {script}"
        );
        data(script);
    }
}

#[test]
fn forms_are_folded_and_share_their_stems_postings() {
    let site = TestSite::new()
        .case("a.md", "Proyectos educativos.")
        .case("b.md", "La gestión EDUCATIVA de la Región.")
        .build();
    let files = index(&site);
    let root = data(&files["root"]);
    let shard = data(&files[root["shards"][0][1].as_str().unwrap()]);
    let position = |form: &str| {
        let forms = shard["forms"].as_array().unwrap();
        forms
            .iter()
            .position(|found| found == form)
            .unwrap_or_else(|| panic!("{form}"))
    };
    assert_eq!(
        shard["stems"][position("educativos")],
        shard["stems"][position("educativa")]
    );
    assert_eq!(
        shard["postings"][shard["stems"][position("educativa")][0].as_u64().unwrap() as usize]
            .as_array()
            .unwrap()
            .len(),
        4
    );
    position("gestion");
    position("region");
    let stops = root["stops"].as_array().unwrap();
    assert!(stops.iter().any(|stop| stop == "de"));
}

#[test]
fn a_changed_word_changes_few_files() {
    let before = TestSite::new()
        .case("a.md", "Uno.")
        .case("b.md", "Dos.")
        .build();
    let after = TestSite::new()
        .case("a.md", "Uno.")
        .case("b.md", "Tres.")
        .build();
    let (before, after) = (index(&before), index(&after));
    let kept = before
        .keys()
        .filter(|name| after.contains_key(*name))
        .count();
    assert!(kept >= before.len() / 2, "{kept} of {}", before.len());
}

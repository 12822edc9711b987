//! Names of what a site publishes: no two are the same, whoever chose them, and every one can
//! be copied to a stick and to Windows.

use std::collections::BTreeMap;

use fastrand::Rng;
use quipu::build::pipeline::Options;
use quipu::build::preview::Preview;
use unicode_normalization::UnicodeNormalization;

use crate::site::{REQUIRED, TestSite, tree};

/// Parts of names: cases, Unicode forms, full-width letters, device names, the program's own.
const PARTS: [&str; 34] = [
    "agua",
    "Agua",
    "ＡＧＵＡ",
    "a\u{301}gua",
    "águA",
    "ﬁn",
    "index",
    "INDEX",
    "_index",
    "aux",
    "Con",
    "lpt1",
    "nul",
    "prn",
    "com¹",
    "quipu",
    "datos",
    "Datos",
    "municipios",
    "en",
    "EN",
    "casos",
    "sector",
    "modelos",
    "search",
    "pagina-2",
    "buscar",
    "404",
    "x.",
    "y ",
    "ñandú",
    "ß",
    "ſ",
    "K",
];

/// Without codes of places, whose lists take most of the time of a build.
const REGIONS: &str = "- {slug: loreto, nombre: Loreto}\n";

#[test]
fn random_names_never_give_two_outputs_one_name() {
    let (mut sound, mut refused) = (0, 0);
    for seed in 0..200 {
        let site = random_site(&mut Rng::with_seed(seed));
        let run = site.quipu(&["build"]);
        if run.exit_code() != 0 {
            assert_eq!(run.exit_code(), 1, "seed {seed}: {}", run.stderr());
            refused += 1;
            continue;
        }
        sound += 1;
        assert_names_differ(&site, seed);
        assert_preview_agrees(&site, seed);
    }
    // Most draws should reach the registry, and some should pass.
    assert!(
        sound > 20 && refused > 20,
        "{sound} sound, {refused} refused"
    );
}

fn random_site(random: &mut Rng) -> TestSite {
    let mut name = || PARTS[random.usize(..PARTS.len())];
    let case = format!("---\n{REQUIRED}---\n\n[a](otro.pdf)\n");
    let mut site = TestSite::new()
        .file("content/vocabulario/region.yaml", REGIONS)
        .file(&format!("content/{}.md", name()), "---\ntitulo: Una\n---\n")
        .file(
            &format!("content/{}/{}.md", name(), name()),
            "---\ntitulo: Dos\n---\n",
        )
        .file(&format!("content/casos/{}.md", name()), &case)
        .file("content/casos/otro.pdf", "%PDF-1.4\n")
        .file(&format!("themes/quipu/static/{}", name().trim()), "a");
    let slugs = [name(), name()].map(str::to_lowercase);
    let terms = slugs.map(|slug| format!("- {{slug: \"{slug}\", nombre: \"{slug}\"}}\n"));
    let facet = name().to_lowercase();
    let language = ["en", "en", "en", "qu", "con"][random.usize(..5)];
    if facet.is_ascii() && random.bool() {
        let settings = format!(
            "titulo: Prueba\nidiomas: [es, {language}]\nfacetas: [{{clave: \"{facet}\", nombre: F}}]\n"
        );
        site = site.file("quipu.yaml", &settings).file(
            &format!("content/vocabulario/{facet}.yaml"),
            &terms.concat(),
        );
    }
    site
}

fn assert_names_differ(site: &TestSite, seed: u64) {
    let mut seen = BTreeMap::new();
    for path in site.built().into_keys() {
        let folded: String = path.nfkc().flat_map(char::to_lowercase).collect();
        if let Some(other) = seen.insert(folded, path.clone()) {
            panic!("seed {seed}: {path} and {other}");
        }
        for part in path.split('/') {
            let stem = part.split('.').next().unwrap_or_default().to_lowercase();
            let is_device =
                ["con", "prn", "aux", "nul", "lpt1", "com1", "com¹"].contains(&stem.as_str());
            assert!(
                !is_device && !part.ends_with(['.', ' ']),
                "seed {seed}: {path}"
            );
        }
    }
}

/// Whatever the preview serves is what a build writes, byte for byte.
fn assert_preview_agrees(site: &TestSite, seed: u64) {
    let preview = Preview::open(&Options {
        root: site.path("."),
        drafts: false,
    });
    let snapshot = preview.snapshot().expect("a valid site");
    for (path, bytes) in tree(&site.path("public")) {
        if path != ".quipu-site" {
            let served = snapshot.file(&path).map(|file| file.bytes);
            assert!(
                served.is_ok_and(|served| served == bytes),
                "seed {seed}: {path}"
            );
        }
    }
}

#[test]
fn a_content_file_never_replaces_a_file_of_the_theme() {
    for path in [
        "content/quipu/list.js_",
        "content/Quipu/list.js",
        "content/quipu/quipu.css",
    ] {
        let site = TestSite::new()
            .case("uno.md", &format!("[a](../{})", &path[8..]))
            .file(path, "alert(1)");
        let run = site.quipu(&["build"]);
        assert_eq!(run.exit_code(), 1, "{path}: {}", run.stderr());
        assert!(!site.path("public").exists());
    }
}

#[test]
fn a_file_of_the_theme_cannot_be_in_the_folder_of_the_index() {
    let site = TestSite::new().file("themes/quipu/static/search/x.js", "a");
    site.quipu(&["build"]).code(1).says("índice de búsqueda");
}

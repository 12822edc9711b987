//! Open Graph tags, descriptions and the web manifest.

use std::collections::BTreeSet;

use serde_json::Value;

use crate::site::{REQUIRED, TestSite};

const SETTINGS: &str = "titulo: Sitio & prueba\ndescripcion: Una prueba.\nidiomas: [es, en]\ndireccion_web: https://example.org/casos\n";

fn published() -> TestSite {
    TestSite::new()
        .file("quipu.yaml", SETTINGS)
        .file(
            "content/casos/a.md",
            &format!("---\n{REQUIRED}resumen: Qué se hizo.\n---\n"),
        )
        .case("b.md", "Texto.")
        .build()
}

/// Returns the contents of the `<meta>` tags with this property or name.
fn meta_contents<'p>(page: &'p str, name: &str) -> Vec<&'p str> {
    let start = format!("=\"{name}\" content=\"");
    let parts = page.split(start.as_str()).skip(1);
    parts.filter_map(|rest| rest.split('"').next()).collect()
}

#[test]
fn every_page_has_open_graph_tags() {
    let site = published();
    let mut descriptions = BTreeSet::new();
    for path in site.built().keys().filter(|path| path.ends_with(".html")) {
        let page = site.page(path);
        let address = format!("https://example.org/casos/{path}");
        assert_eq!(meta_contents(&page, "og:url"), [address], "{path}");
        let name = meta_contents(&page, "og:title");
        let title = page.split_once("<title>").unwrap().1;
        assert!(
            title.starts_with(name[0]) && name.len() == 1,
            "{path}: {name:?}"
        );
        let description = meta_contents(&page, "description");
        assert_eq!(
            meta_contents(&page, "og:description"),
            description,
            "{path}"
        );
        assert!(
            description.len() == 1 && !description[0].is_empty(),
            "{path}"
        );
        descriptions.insert(description[0].to_owned());
        assert_eq!(
            meta_contents(&page, "og:site_name"),
            ["Sitio &amp; prueba"],
            "{path}"
        );
        let is_document = path.contains("casos/a") || path.contains("casos/b");
        let kind = match is_document || path.ends_with("autoridad.html") {
            true => "article",
            false => "website",
        };
        assert_eq!(meta_contents(&page, "og:type"), [kind], "{path}");
    }
    assert!(descriptions.len() > 20, "{descriptions:?}");
}

#[test]
fn list_pages_describe_their_contents() {
    let site = published();
    let description = |path: &str| meta_contents(&site.page(path), "description")[0].to_owned();
    assert_eq!(description("index.html"), "Una prueba.");
    assert_eq!(description("casos/a.html"), "Qué se hizo.");
    assert!(description("casos/index.html").starts_with("2 casos de gestión pública"));
    assert!(description("en/casos/index.html").starts_with("2 cases of public management"));
    assert_eq!(
        description("region/index.html"),
        "Casos por región: Loreto."
    );
    assert_eq!(
        description("en/sector/index.html"),
        "Cases by sector: Health."
    );
}

#[test]
fn each_language_has_a_web_manifest() {
    let site = published();
    let files = site.built();
    for (folder, root, language) in [("", "", "es"), ("en/", "../", "en")] {
        let path = format!("{folder}sitio.webmanifest");
        let manifest: Value = serde_json::from_str(&site.page(&path)).unwrap();
        assert_eq!(manifest["name"], "Sitio & prueba");
        assert_eq!(manifest["short_name"], "Sitio & prueba");
        assert_eq!(manifest["lang"], language);
        assert_eq!(manifest["start_url"], "index.html");
        assert_eq!(manifest["scope"], format!("./{root}"));
        assert_eq!(manifest["display"], "minimal-ui");
        assert_eq!(manifest["theme_color"], "#17553f");
        let icon = &manifest["icons"][0];
        assert_eq!(icon["src"], format!("{root}quipu/quipu.svg"));
        assert_eq!(icon["type"], "image/svg+xml");
        assert_eq!(icon["sizes"], "any");
        assert!(files.contains_key("quipu/quipu.svg"));
        let page = site.page(&format!("{folder}index.html"));
        let link = format!("data-manifest=\"{root}{folder}sitio.webmanifest\"");
        assert!(page.contains(&link), "{page}");
        assert!(page.contains("manifest-src 'self'"));
        assert!(!page.contains("rel=\"manifest\""), "a script links it");
    }
}

#[test]
fn a_site_without_a_public_url_has_no_sharing_tags() {
    let site = TestSite::new().case("a.md", "Texto.").build();
    for path in ["index.html", "casos/a.html", "region/loreto.html"] {
        let page = site.page(path);
        assert!(!page.contains("og:"), "{path}");
        assert!(!page.contains("data-manifest"), "{path}");
        assert_eq!(meta_contents(&page, "description").len(), 1, "{path}");
    }
    assert!(!site.built().contains_key("sitio.webmanifest"));
}

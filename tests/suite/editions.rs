//! A small site in three editions, no two of which share a page.

use std::collections::BTreeMap;
use std::fs;
use std::io::Cursor;

use image::{ImageFormat, Rgb};

use crate::site::{REQUIRED, TestSite, dot};

/// No `ubigeo` codes: they would add the municipality lists, which take most of the time
/// of a debug build.
const REGIONS: &str = "- {slug: loreto, nombre: Loreto}\n";

/// Index of an edition, below [`EDITIONS`].
pub type Edition = usize;

/// Contents of the files of a built site by path.
pub type Files = BTreeMap<String, Vec<u8>>;

pub const EDITIONS: usize = 3;

const CASES: usize = 20;

/// Rewrites the content of a site to an edition.
pub fn edit(site: &TestSite, edition: Edition) {
    let settings = format!("titulo: Edición {edition}\nidiomas: [es]\n");
    site.write("quipu.yaml", settings.as_bytes());
    site.write("content/vocabulario/region.yaml", REGIONS.as_bytes());
    for number in 0..CASES {
        let body = format!(
            "## Qué se hizo\n\nVea el [modelo](../modelos/autoridad.md), la ![hoja](hoja.png) y \
             los [datos](datos.csv), {}.\n",
            ["en lancha", "por carretera", "a pie"][edition].repeat(number % 3 + 1)
        );
        let text = format!("---\n{REQUIRED}---\n\n{body}");
        site.write(
            &format!("content/casos/caso-{number:02}.md"),
            text.as_bytes(),
        );
    }
    for other in 0..EDITIONS {
        let _ = fs::remove_file(site.path(&format!("content/casos/solo-{other}.md")));
    }
    let own = format!("---\n{REQUIRED}---\n\nSolo en la edición {edition}.\n");
    site.write(&format!("content/casos/solo-{edition}.md"), own.as_bytes());
    // Identical in two of the editions.
    let data = ["1\n", "1\n", "2\n"][edition];
    site.write("content/casos/datos.csv", data.as_bytes());
    let mut sheet = dot();
    sheet.put_pixel(0, 0, Rgb([edition as u8; 3]));
    let mut bytes = Cursor::new(Vec::new());
    sheet.write_to(&mut bytes, ImageFormat::Png).unwrap();
    site.write("content/casos/hoja.png", &bytes.into_inner());
}

/// Creates a site with the content of an edition, not built yet.
pub fn edited(edition: Edition) -> TestSite {
    let site = TestSite::new();
    edit(&site, edition);
    site
}

/// Returns a clean build of each edition, each from its own folder.
pub fn clean() -> [Files; EDITIONS] {
    let sites = [0, 1, 2].map(|edition| edited(edition).build().built());
    for (edition, site) in sites.iter().enumerate() {
        assert!(site.contains_key(".quipu-site"));
        let next = &sites[(edition + 1) % EDITIONS];
        let differ = site
            .iter()
            .filter(|(path, bytes)| next.get(*path) != Some(bytes));
        assert!(differ.count() > CASES, "the editions differ too little");
    }
    sites
}

/// Describes up to 12 differences between two sites, one per line; empty if they are equal.
pub fn difference(one: &Files, other: &Files) -> Vec<String> {
    const MOST: usize = 12;
    let only = other.keys().filter(|path| !one.contains_key(*path));
    one.keys()
        .chain(only)
        .filter(|path| one.get(*path) != other.get(*path))
        .take(MOST)
        .map(|path| match (one.get(path), other.get(path)) {
            (Some(_), None) => format!("{path} is too much"),
            (None, _) => format!("{path} is missing"),
            (Some(one), Some(other)) => {
                format!("{path} is other: {} bytes, not {}", one.len(), other.len())
            }
        })
        .collect()
}

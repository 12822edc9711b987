//! A small site in three editions whose pages all differ.

use std::collections::BTreeMap;
use std::fs;
use std::io::Cursor;

use image::{ImageFormat, Rgb};

use crate::site::{REQUIRED, TestSite, dot};

/// Without codes of places there is no list of municipalities, most of a debug build's time.
const REGIONS: &str = "- {slug: loreto, nombre: Loreto}\n";

/// Which of the three.
pub type Edition = usize;

/// Files of a built site by their paths.
pub type Files = BTreeMap<String, Vec<u8>>;

pub const EDITIONS: usize = 3;

const CASES: usize = 20;

/// Brings the content of a site to an edition.
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
    // The same in two of them.
    let data = ["1\n", "1\n", "2\n"][edition];
    site.write("content/casos/datos.csv", data.as_bytes());
    let mut sheet = dot();
    sheet.put_pixel(0, 0, Rgb([edition as u8; 3]));
    let mut bytes = Cursor::new(Vec::new());
    sheet.write_to(&mut bytes, ImageFormat::Png).unwrap();
    site.write("content/casos/hoja.png", &bytes.into_inner());
}

/// A site brought to an edition; not yet built.
pub fn edited(edition: Edition) -> TestSite {
    let site = TestSite::new();
    edit(&site, edition);
    site
}

/// The editions as clean builds in folders of their own.
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

/// Where two sites differ, for a person; empty if they are the same.
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

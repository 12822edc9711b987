//! The list of what a site publishes: what a build writes, and what the preview serves.

use std::collections::{BTreeMap, BTreeSet};

use quipu::build::pipeline::Options;
use quipu::build::preview::Preview;
use quipu::build::publication::Owner;

use crate::site::{TestSite, tree};

/// A site with a page of most kinds, a picture, a download, a redirect and an address.
fn site() -> TestSite {
    let site = TestSite::fixture("every-variable");
    site.write("content/casos/informe.pdf", b"%PDF-1.4\n");
    let case = "---\ntitulo: Con archivos\nregion: loreto\nsector: salud\nmodelo_de_gestion: modelo\n\
                direcciones_anteriores: [viejo.html]\n---\n\n[Informe](informe.pdf) ![Un punto](../imagenes/a.png)\n";
    site.file("content/casos/archivos.md", case)
}

#[test]
fn a_build_writes_every_entry_and_nothing_else() {
    let site = site().build();
    let preview = Preview::open(&Options {
        root: site.path("."),
        drafts: false,
    });
    let snapshot = preview.snapshot().expect("a valid site");
    let built: BTreeSet<String> = tree(&site.path("public")).into_keys().collect();
    let own = BTreeSet::from([".quipu-site".to_owned()]);
    let built: BTreeSet<String> = built.difference(&own).cloned().collect();
    let listed = snapshot.permalinks().expect("an index");
    assert_eq!(listed, built);
    for address in &built {
        let entry = snapshot.publication().find(address).expect("an entry");
        assert!(entry.covers(address), "{address}");
    }
    assert!(snapshot.publication().find("no-existe.html").is_none());
    assert!(snapshot.publication().find("quipu/buscar").is_none());
}

#[test]
fn entries_have_one_owner_and_a_media_type() {
    let site = site();
    let preview = Preview::open(&Options {
        root: site.path("."),
        drafts: false,
    });
    let snapshot = preview.snapshot().expect("a valid site");
    let entries: BTreeMap<String, (Owner, String)> = snapshot
        .publication()
        .entries()
        .map(|entry| (entry.address.to_owned(), (entry.owner, entry.media_type())))
        .collect();
    assert_eq!(entries.len(), snapshot.publication().entries().count());
    let (page, kind) = &entries["casos/archivos.html"];
    assert_eq!(kind, "text/html; charset=utf-8");
    assert!(matches!(page, Owner::Document(_)));
    assert_eq!(entries["viejo.html"].0, *page, "a redirect is its page's");
    for (address, owner, kind) in [
        ("index.html", Owner::Site, "text/html; charset=utf-8"),
        (
            "datos/casos.json",
            Owner::Site,
            "application/json; charset=utf-8",
        ),
        ("quipu/quipu.css", Owner::Theme, "text/css; charset=utf-8"),
    ] {
        assert_eq!(entries[address], (owner, kind.to_owned()), "{address}");
    }
    let (download, kind) = &entries["casos/informe.pdf"];
    assert!(matches!(download, Owner::Asset(_)));
    assert_eq!(kind, "application/pdf");
    let is_picture = |address: &&String| address.ends_with(".webp");
    let picture = entries.keys().find(is_picture).expect("a picture");
    assert!(matches!(entries[picture].0, Owner::Asset(_)));
    assert_eq!(entries[picture].1, "image/webp");
    let unknown: Vec<_> = entries
        .iter()
        .filter(|(_, (_, kind))| kind == "application/octet-stream")
        .collect();
    assert!(unknown.is_empty(), "{unknown:?}");
}

//! Updates: their contents, what `apply` rejects before it writes anything, and the state of
//! a copy whose update is interrupted at any step.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

#[cfg(target_os = "linux")]
use rayon::prelude::*;

use crate::carry::{
    EDITION, assert_complete, assert_failure, assert_success, built, output_text, replace_bytes,
    sums, tool,
};
use crate::site::{Run, TestSite, tree};

const NEWER: &str = "2026-12-01T08:00:00Z";

type Files = BTreeMap<String, Vec<u8>>;

fn pack(site: &TestSite, edition: &str, arguments: &[&str]) -> Run {
    let fixed = ["empacar", "--edition", edition];
    site.quipu(&[&fixed[..], arguments].concat())
}

fn apply(site: &TestSite, arguments: &[&str]) -> Run {
    site.quipu(&[&["aplicar"], arguments].concat())
}

/// Creates a site with `copia/`, a copy of the earlier edition, `nueva/`, a copy of the newer
/// one, and the updates between them: `act.zip` with complete files, `dif.zip` with
/// differences. One case is changed, one added, one removed.
fn changed(key: &[&str]) -> TestSite {
    let site = built();
    if !key.is_empty() {
        site.quipu(&["clave", "nueva", "llave", "--no-password"])
            .code(0);
    }
    pack(&site, EDITION, &[&["--to", "copia"], key].concat()).code(0);
    fs::remove_file(site.path("content/casos/caso-03.md")).unwrap();
    let site = site
        .case("caso-07.md", "## Qué se hizo\n\nRiego por goteo.")
        .case(
            "caso-nuevo.md",
            "## Qué se hizo\n\nPozos con bombas solares.",
        )
        .build();
    pack(&site, NEWER, &[&["--to", "nueva"], key].concat()).code(0);
    let update = ["--to", "act.zip", "--since", "copia/MANIFEST.sha256"];
    pack(&site, NEWER, &[&update, key].concat())
        .code(0)
        .says(&format!("De la edición {EDITION} a la edición {NEWER}"));
    let differences = ["--to", "dif.zip", "--since", "copia", "--diferencias"];
    pack(&site, NEWER, &[&differences, key].concat())
        .code(0)
        .says("descomprimirla no sirve");
    site
}

/// Returns the files of a copy except the signature, which contains the time of signing.
fn copy(site: &TestSite, name: &str) -> Files {
    let mut files = tree(&site.path(name));
    files.remove("MANIFEST.sha256.minisig");
    files
}

fn put(folder: &Path, files: &Files) {
    let _ = fs::remove_dir_all(folder);
    for (path, bytes) in files {
        let file = folder.join(path);
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        fs::write(file, bytes).unwrap();
    }
}

fn unpacked(site: &TestSite, zip: &str, to: &str) -> PathBuf {
    let arguments = ["-qo", zip, "-d", to];
    assert_success(&tool(&site.path("."), "unzip", &arguments));
    site.path(to)
}

#[test]
fn an_update_contains_only_changed_files() {
    let site = changed(&["--key", "llave.key"]);
    let [old, new] = ["copia", "nueva"].map(|name| copy(&site, name));
    let update = unpacked(&site, "act.zip", "act");
    let brought = tree(&update);
    for (path, bytes) in &new {
        let is_new = old.get(path) != Some(bytes);
        let is_always_included = ["CLAVE.pub", "sitio/quipu/edicion.js"].contains(&path.as_str());
        assert_eq!(
            brought.contains_key(path),
            is_new || is_always_included,
            "{path}"
        );
        assert!(brought.get(path).is_none_or(|brought| brought == bytes));
    }
    let own = brought.keys().filter(|path| !new.contains_key(*path));
    assert_eq!(
        own.collect::<Vec<_>>(),
        [
            "ACTUALIZACION.json",
            "ACTUALIZACION.sha256",
            "ACTUALIZACION.sha256.minisig",
            "MANIFEST.sha256.minisig",
        ]
    );
    let list = "ACTUALIZACION.sha256";
    assert_success(&tool(&update, "sha256sum", &["-c", "--quiet", list]));
    assert_success(&tool(
        &update,
        "minisign",
        &["-Vm", list, "-p", "CLAVE.pub"],
    ));
    site.quipu(&["verificar", "act.zip", "--public-key", "llave.pub"])
        .code(0)
        .says(&format!("Sirve para la copia de la edición {EDITION}"));
}

#[test]
fn applying_an_update_gives_the_new_edition() {
    let [unsigned, signed] = [&[][..], &["--key", "llave.key"]];
    let updates = [unsigned, signed].map(|key| [(key, "act.zip"), (key, "dif.zip")]);
    for (key, update) in updates.into_iter().flatten() {
        let site = changed(key);
        apply(&site, &[update, "copia"])
            .code(0)
            .says("Copia actualizada y comprobada")
            .says(&format!("Edición {NEWER}"));
        assert_eq!(copy(&site, "copia"), copy(&site, "nueva"));
        assert_success(&sums(&site.path("copia")));
        assert_complete(&site, "copia");
        apply(&site, &[update, "copia"])
            .code(0)
            .says("ya estaba actualizada");
    }
}

#[test]
fn an_update_starts_from_a_folder_a_zip_or_a_manifest() {
    let site = changed(&[]);
    let site = site.case("otro.md", "Otro texto.").build();
    pack(&site, NEWER, &["--to", "nueva.zip"]).code(0);
    let site = site.case("otro.md", "Otro texto, corregido.").build();
    let bases = ["nueva.zip", "desde/MANIFEST.sha256", "desde"];
    unpacked(&site, "nueva.zip", "desde");
    let updates = bases.map(|base| {
        let arguments = ["--to", "a.zip", "--since", base];
        pack(&site, "2026-12-02T08:00:00Z", &arguments).code(0);
        fs::read(site.path("a.zip")).unwrap()
    });
    assert!(updates.iter().all(|update| *update == updates[0]));
    apply(&site, &["a.zip", "desde"]).code(0);
    assert_complete(&site, "desde");
    pack(&site, NEWER, &["--to", "b", "--since", "desde"])
        .code(2)
        .says("termine el nombre en .zip");
    pack(&site, NEWER, &["--to", "b.zip", "--since", "quipu.yaml"]).code(2);
    pack(&site, EDITION, &["--to", "b.zip", "--since", "desde"])
        .code(0)
        .says("«quipu aplicar» la rechazará");
}

#[test]
fn an_update_can_be_unpacked_over_the_copy_without_quipu() {
    let site = changed(&["--key", "llave.key"]);
    let copy_folder = unpacked(&site, "act.zip", "copia");
    assert_success(&sums(&copy_folder));
    let arguments = ["-Vm", "MANIFEST.sha256", "-p", "CLAVE.pub"];
    assert_success(&tool(&copy_folder, "minisign", &arguments));
    let stale: Vec<_> = copy(&site, "copia")
        .into_keys()
        .filter(|path| !site.path("nueva").join(path).exists())
        .collect();
    assert!(stale.contains(&"sitio/casos/caso-03.html".to_owned()));
    for (path, bytes) in copy(&site, "copia") {
        let is_page = path.ends_with(".html") && !stale.contains(&path);
        let text = String::from_utf8_lossy(&bytes).into_owned();
        assert!(!is_page || !text.contains("caso-03.html"), "{path}");
    }
    site.quipu(&["verificar", "copia"])
        .code(1)
        .says("se actualizó a mano")
        .says("«sitio/casos/caso-03.html» sobra");
    apply(&site, &["act.zip", "copia"]).code(0);
    assert_eq!(copy(&site, "copia"), copy(&site, "nueva"));
    assert_complete(&site, "copia");
}

/// Applies an update that must be rejected with this reason and leave the copy unchanged.
#[track_caller]
fn assert_rejected(site: &TestSite, arguments: &[&str], code: i32, reason: &str) {
    let before = tree(&site.path("copia"));
    apply(site, arguments)
        .code(code)
        .says(reason)
        .says("No se cambió nada");
    assert!(tree(&site.path("copia")) == before, "{reason}");
}

#[test]
fn an_update_that_does_not_match_the_copy_is_rejected_before_any_write() {
    let site = changed(&["--key", "llave.key"]);
    let update = &["act.zip", "copia"];
    assert_rejected(&site, &["nada.zip", "copia"], 2, "nada.zip");
    assert_rejected(
        &site,
        &["quipu.yaml", "copia"],
        2,
        "no es una actualización",
    );
    assert_rejected(&site, &["act.zip", "content"], 2, "no hay una copia");
    pack(&site, NEWER, &["--to", "entera.zip"]).code(0);
    assert_rejected(&site, &["entera.zip", "copia"], 1, "falta la firma");

    // An update from another edition, and one to an older edition.
    pack(&site, EDITION, &["--to", "otra", "--key", "llave.key"]).code(0);
    let from_other = [
        "--to",
        "de-otra.zip",
        "--since",
        "otra",
        "--key",
        "llave.key",
    ];
    pack(&site, NEWER, &from_other).code(0);
    let needed = format!("hace falta la copia de la edición {EDITION}");
    assert_rejected(&site, &["de-otra.zip", "copia"], 1, &needed);
    let back = [
        "--to",
        "atras.zip",
        "--since",
        "copia",
        "--key",
        "llave.key",
    ];
    pack(&site, "2025-01-01T00:00:00Z", &back).code(0);
    assert_rejected(
        &site,
        &["atras.zip", "copia"],
        1,
        "lleva a una edición anterior",
    );

    // A damaged file that the update does not contain.
    let kept = site.path("copia/sitio/quipu/quipu.css");
    let complete = fs::read(&kept).unwrap();
    fs::write(&kept, b"otra cosa").unwrap();
    assert_rejected(
        &site,
        update,
        1,
        "«sitio/quipu/quipu.css» no está como se empacó",
    );
    fs::remove_file(&kept).unwrap();
    assert_rejected(&site, update, 1, "la copia está dañada");
    fs::write(&kept, complete).unwrap();
    apply(&site, &["atras.zip", "copia", "--allow-older"]).code(0);
    assert_complete(&site, "copia");
}

#[test]
fn an_update_by_another_signer_is_rejected() {
    let site = changed(&["--key", "llave.key"]);
    site.quipu(&["clave", "nueva", "ajena", "--no-password"])
        .code(0);
    let since = ["--to", "ajena.zip", "--since", "copia"];
    pack(
        &site,
        NEWER,
        &[&since[..], &["--key", "ajena.key"]].concat(),
    )
    .code(0);
    assert_rejected(&site, &["ajena.zip", "copia"], 1, "no con");
    pack(&site, NEWER, &["--to", "nadie.zip", "--since", "copia"]).code(0);
    assert_rejected(&site, &["nadie.zip", "copia"], 1, "falta la firma");
    assert_rejected(
        &site,
        &["act.zip", "copia", "--public-key", "ajena.pub"],
        1,
        "no con",
    );
    apply(&site, &["ajena.zip", "copia", "--public-key", "ajena.pub"]).code(0);
    site.quipu(&["verificar", "copia", "--public-key", "ajena.pub"])
        .code(0);
}

/// Unpacks `act.zip`, applies `change` to its files, and packs it again as `forjada.zip`.
fn forge(site: &TestSite, change: impl Fn(&Path)) {
    forge_from(site, "act.zip", change);
}

fn forge_from(site: &TestSite, update: &str, change: impl Fn(&Path)) {
    let _ = fs::remove_dir_all(site.path("forjada"));
    let folder = unpacked(site, update, "forjada");
    change(&folder);
    let _ = fs::remove_file(site.path("forjada.zip"));
    let arguments = ["-qr", "../forjada.zip", "."];
    assert_success(&tool(&folder, "zip", &arguments));
}

fn replace(file: &Path, from: &str, to: &str) {
    let text = fs::read_to_string(file).unwrap();
    assert!(text.contains(from), "{from}");
    fs::write(file, text.replace(from, to)).unwrap();
}

/// Recomputes the checksum list of an unpacked update, so that it matches its files again.
fn rewrite_checksums(folder: &Path) {
    let script = "sed 's/^[0-9a-f]*  //' ACTUALIZACION.sha256 | xargs -d '\\n' sha256sum > lista && mv lista ACTUALIZACION.sha256";
    assert_success(&tool(folder, "sh", &["-c", script]));
}

#[test]
fn a_forged_update_is_rejected_before_any_write() {
    let signed = changed(&["--key", "llave.key"]);
    let unsigned = changed(&[]);
    let forgery = &["forjada.zip", "copia"];

    forge(&signed, |folder| {
        fs::write(folder.join("sitio/casos/caso-07.html"), "x").unwrap();
    });
    assert_rejected(
        &signed,
        forgery,
        1,
        "«sitio/casos/caso-07.html» fue alterado",
    );
    forge(&signed, |folder| {
        fs::write(folder.join("sitio/de-mas.html"), "x").unwrap();
    });
    assert_rejected(&signed, forgery, 1, "«sitio/de-mas.html» sobra");
    forge(&signed, |folder| {
        fs::remove_file(folder.join("sitio/casos/caso-07.html")).unwrap();
    });
    assert_rejected(&signed, forgery, 1, "falta «sitio/casos/caso-07.html»");
    forge(&signed, |folder| {
        fs::write(folder.join("sitio/casos/caso-07.html"), "x").unwrap();
        rewrite_checksums(folder);
    });
    assert_rejected(&signed, forgery, 1, "no corresponde a esta lista");
    forge(&signed, |folder| {
        let gone = "sitio/casos/caso-05.html";
        replace(
            &folder.join("ACTUALIZACION.json"),
            "sitio/casos/caso-03.html",
            gone,
        );
        rewrite_checksums(folder);
    });
    assert_rejected(&signed, forgery, 1, "no corresponde a esta lista");

    // Unsigned updates must at least be consistent.
    for (from, to) in [
        ("sitio/casos/caso-03.html", "sitio/casos/caso-05.html"),
        ("sitio/casos/caso-03.html", "../caso-03.html"),
        ("sitio/casos/caso-03.html", "sitio/casos/caso-07.html"),
        ("\"version\": 2", "\"version\": 3"),
        (NEWER, "2027-01-01T00:00:00Z"),
    ] {
        forge(&unsigned, |folder| {
            replace(&folder.join("ACTUALIZACION.json"), from, to);
            rewrite_checksums(folder);
        });
        let before = tree(&unsigned.path("copia"));
        apply(&unsigned, forgery).code(1).says("No se cambió nada");
        assert!(tree(&unsigned.path("copia")) == before, "{to}");
    }
    forge(&unsigned, |folder| {
        fs::write(folder.join("MANIFEST.sha256"), "").unwrap();
    });
    assert_rejected(&unsigned, forgery, 1, "«MANIFEST.sha256» fue alterado");
}

#[test]
fn an_update_with_hostile_paths_is_rejected_before_unpacking() {
    let site = changed(&[]);
    let update = fs::read(site.path("act.zip")).unwrap();
    for (to, reason) in [
        ("sitio/../../caso-07.html", "la ruta sale de su carpeta"),
        ("/itio/casos/caso-07.html", "la ruta comienza en la raíz"),
        ("sitio\\casos\\caso-07.html", "una barra invertida"),
        ("sitio/casos/com1.a7.html", "Windows reserva ese nombre"),
        (
            "sitio/quipu/EDICION.js.x",
            "«sitio/quipu/EDICION.js.x» sobra",
        ),
    ] {
        let mut bytes = update.clone();
        replace_bytes(&mut bytes, b"sitio/casos/caso-07.html", to.as_bytes());
        site.write("hostil.zip", &bytes);
        assert_rejected(&site, &["hostil.zip", "copia"], 1, reason);
    }
}

#[test]
fn differences_are_a_fraction_of_the_size_of_complete_files() {
    let site = changed(&["--key", "llave.key"]);
    let [complete, small] =
        ["act.zip", "dif.zip"].map(|zip| fs::read(site.path(zip)).unwrap().len());
    assert!(small * 4 < complete, "{small} of {complete}");
}

#[test]
fn differences_need_a_folder_or_a_zip_rather_than_a_manifest() {
    let site = changed(&[]);
    let folder = site.path("copia");
    assert_success(&tool(&folder, "zip", &["-qr", "../copia.zip", "."]));
    let arguments = ["--to", "otra.zip", "--since", "copia.zip", "--differences"];
    pack(&site, NEWER, &arguments).code(0);
    let [a, b] = ["dif.zip", "otra.zip"].map(|zip| fs::read(site.path(zip)).unwrap());
    assert!(a == b);
    let list = ["--to", "c.zip", "--since", "copia/MANIFEST.sha256"];
    pack(&site, NEWER, &[&list[..], &["--differences"]].concat())
        .code(2)
        .says("hace falta la copia anterior");
    pack(&site, NEWER, &["--to", "c.zip", "--differences"]).code(2);
    assert!(!site.path("c.zip").exists());
    // A file that was altered since it was packed cannot be the base of a difference.
    fs::write(folder.join("sitio/casos/caso-07.html"), "alterada").unwrap();
    pack(
        &site,
        NEWER,
        &["--to", "d.zip", "--since", "copia", "--differences"],
    )
    .code(0);
    fs::remove_dir_all(&folder).unwrap();
    let folder = unpacked(&site, "copia.zip", "copia");
    apply(&site, &["d.zip", "copia"]).code(0);
    assert_eq!(tree(&folder), tree(&site.path("nueva")));
}

#[test]
fn differences_unpacked_by_hand_leave_the_copy_intact() {
    let site = changed(&["--key", "llave.key"]);
    let update = unpacked(&site, "dif.zip", "dif");
    let old = copy(&site, "copia");
    for path in tree(&update).keys() {
        let is_same = old.get(path) == tree(&update).get(path);
        assert!(is_same || !old.contains_key(path), "{path}");
    }
    let list = "ACTUALIZACION.sha256";
    assert_success(&tool(&update, "sha256sum", &["-c", "--quiet", list]));
    let arguments = ["-Vm", list, "-p", "CLAVE.pub"];
    assert_success(&tool(&update, "minisign", &arguments));
    site.quipu(&["verificar", "dif.zip", "--public-key", "llave.pub"])
        .code(0)
        .says(&format!("Sirve para la copia de la edición {EDITION}"))
        .says("descomprimirla no sirve");
    let copied = unpacked(&site, "dif.zip", "copia");
    assert_success(&sums(&copied));
    apply(&site, &["dif.zip", "copia"]).code(0);
    assert_eq!(copy(&site, "copia"), copy(&site, "nueva"));
    assert_complete(&site, "copia");
}

#[test]
fn differences_that_do_not_match_the_copy_are_rejected_before_any_write() {
    let site = changed(&["--key", "llave.key"]);
    let update = &["dif.zip", "copia"];
    let old = tree(&site.path("copia"));
    for path in ["sitio/casos/caso-07.html", "sitio/quipu/edicion.js"] {
        for bytes in [None, Some("otra cosa")] {
            let file = site.path("copia").join(path);
            match bytes {
                Some(bytes) => fs::write(&file, bytes).unwrap(),
                None => fs::remove_file(&file).unwrap(),
            }
            let reason = format!("«{path}» no está como se empacó");
            assert_rejected(&site, update, 1, &reason);
            fs::write(&file, &old[path]).unwrap();
        }
    }
    // Some removed files of the search index are the bases of new ones.
    let new = copy(&site, "nueva");
    let is_gone = |path: &&String| path.contains("/search/") && !new.contains_key(*path);
    let mut needed = 0;
    for path in old.keys().filter(is_gone) {
        put(&site.path("copia"), &old);
        fs::remove_file(site.path("copia").join(path)).unwrap();
        let run = apply(&site, update);
        if copy(&site, "copia") == new {
            run.code(0);
            continue;
        }
        run.code(1)
            .says(&format!("«{path}» no está como se empacó"))
            .says("No se cambió nada");
        needed += 1;
    }
    assert!(needed > 0);
    pack(&site, EDITION, &["--to", "otra", "--key", "llave.key"]).code(0);
    let other = site.path("copia");
    fs::rename(&other, site.path("buena")).unwrap();
    fs::rename(site.path("otra"), &other).unwrap();
    let needed = format!("hace falta la copia de la edición {EDITION}");
    assert_rejected(&site, update, 1, &needed);
}

#[test]
fn forged_differences_are_rejected_before_any_write() {
    let site = changed(&[]);
    let file = "ACTUALIZACION.diferencias";
    let forgery = &["forjada.zip", "copia"];
    let complete = fs::read(unpacked(&site, "dif.zip", "dif").join(file)).unwrap();
    let before = tree(&site.path("copia"));
    let new = tree(&site.path("nueva"));
    let ends = (0..24).map(|part| complete[..complete.len() * part / 24].to_vec());
    let flips = (0..48).map(|part| {
        let mut bytes = complete.clone();
        bytes[complete.len() * part / 48] ^= 1 << (part % 8);
        bytes
    });
    for bytes in ends.chain(flips) {
        forge_from(&site, "dif.zip", |folder| {
            fs::write(folder.join(file), &bytes).unwrap();
            rewrite_checksums(folder);
        });
        let run = apply(&site, forgery);
        // Some flips hit a path or size that is never used.
        if tree(&site.path("copia")) == new {
            run.code(0);
            put(&site.path("copia"), &before);
            continue;
        }
        run.code(1).says("No se cambió nada");
        assert!(tree(&site.path("copia")) == before);
    }
    for (from, to) in [
        (
            "\"rebuilt\": {",
            "\"rebuilt\": {\"../fuera.html\": \"0000000000000000000000000000000000000000000000000000000000000000\",",
        ),
        ("sitio/casos/caso-07.html", "sitio/casos/caso-06.html"),
    ] {
        forge_from(&site, "dif.zip", |folder| {
            replace(&folder.join("ACTUALIZACION.json"), from, to);
            rewrite_checksums(folder);
        });
        apply(&site, forgery).code(1).says("No se cambió nada");
        assert!(tree(&site.path("copia")) == before, "{to}");
    }
}

#[cfg(unix)]
#[test]
fn symlinks_in_a_copy_are_not_written_through() {
    let site = changed(&[]);
    let elsewhere = site.path("ajena");
    fs::rename(site.path("copia/sitio/casos"), &elsewhere).unwrap();
    std::os::unix::fs::symlink(&elsewhere, site.path("copia/sitio/casos")).unwrap();
    let before = tree(&elsewhere);
    apply(&site, &["act.zip", "copia"])
        .code(1)
        .says("es un enlace")
        .says("No se cambió nada");
    assert_eq!(tree(&elsewhere), before);
    assert!(!site.path("copia/COPIA-INCOMPLETA.txt").exists());
}

/// Returns the two editions that `ABRIR.html` compares: its own and the site's.
fn editions(folder: &Path) -> [String; 2] {
    [
        ("ABRIR.html", "data-edition=\""),
        ("sitio/quipu/edicion.js", "\"edition\":\""),
    ]
    .map(|(file, before)| {
        let text = fs::read_to_string(folder.join(file)).unwrap_or_default();
        let from = text.split(before).nth(1).unwrap_or_default().to_owned();
        from.split('"').next().unwrap_or_default().to_owned()
    })
}

#[cfg(target_os = "linux")]
fn compiled_faults(site: &TestSite) -> PathBuf {
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/suite/updates/faults.c");
    let library = site.path("faults.so");
    let paths = [&library, &source].map(|path| path.to_str().unwrap());
    let arguments = ["-shared", "-fPIC", "-o", paths[0], paths[1], "-ldl"];
    assert_success(&tool(&site.path("."), "cc", &arguments));
    library
}

/// Checks a copy whose update was interrupted: it is the old or the new one, complete, or
/// its page detects two editions and asks to apply the update again.
#[track_caller]
fn assert_consistent(copy: &Path, at: &str) {
    let [page, site] = editions(copy);
    if page == site {
        let output = sums(copy);
        assert!(output.status.success(), "{at}: {}", output_text(&output));
    }
}

#[cfg(target_os = "linux")]
#[test]
fn an_update_interrupted_at_any_step_is_completed_by_applying_it_again() {
    interrupt_at_every_step("act.zip", &[false, true]);
}

#[cfg(target_os = "linux")]
#[test]
fn differences_interrupted_at_any_step_are_completed_by_applying_them_again() {
    interrupt_at_every_step("dif.zip", &[true]);
}

/// Tries every step with every ending, in two folders at a time: the longest test of all
/// should not occupy one core while the other waits.
#[cfg(target_os = "linux")]
fn interrupt_at_every_step(update: &str, endings: &[bool]) {
    const WORKERS: usize = 2;
    let site = changed(&[]);
    let interruptions = Interruptions {
        library: compiled_faults(&site),
        old: tree(&site.path("copia")),
        new: tree(&site.path("nueva")),
        site,
        update,
    };
    for kills in endings.iter().copied() {
        let workers = (1..=WORKERS).into_par_iter();
        let tried = workers.map(|first| interruptions.every(WORKERS, first, kills));
        let (steps, mixed) = tried.reduce(|| (0, 0), |a, b| (a.0 + b.0, a.1 + b.1));
        assert!(steps > 50 && mixed > 10, "{steps} steps, {mixed} mixed");
    }
}

/// An update that is interrupted again and again.
#[cfg(target_os = "linux")]
struct Interruptions<'u> {
    site: TestSite,
    library: PathBuf,
    update: &'u str,
    old: Files,
    new: Files,
}

#[cfg(target_os = "linux")]
impl Interruptions<'_> {
    /// Interrupts the update at every `stride`-th step from `first` on, until there are no
    /// more. Returns the number of steps, and after how many the copy had files of both
    /// editions.
    fn every(&self, stride: usize, first: usize, kills: bool) -> (usize, usize) {
        let memory = memory();
        let folder = memory.path().canonicalize().unwrap().join("copia");
        let (mut steps, mut mixed) = (0, 0);
        for step in (first..).step_by(stride) {
            let at = format!("step {step}, kills: {kills}");
            put(&folder, &self.old);
            if !self.interrupt(&folder, step, kills, &at) {
                break;
            }
            assert_consistent(&folder, &at);
            let [page, edition] = editions(&folder);
            steps += 1;
            mixed += usize::from(page != edition);
            apply(&self.site, &[self.update, folder.to_str().unwrap()]).code(0);
            assert!(tree(&folder) == self.new, "{at}");
        }
        (steps, mixed)
    }

    /// Runs the update with a fault at one step; `false` if it has fewer steps.
    fn interrupt(&self, folder: &Path, step: usize, kills: bool, at: &str) -> bool {
        use std::os::unix::process::ExitStatusExt;
        let fired = folder.with_file_name("fired");
        let _ = fs::remove_file(&fired);
        let mut command = Command::new(env!("CARGO_BIN_EXE_quipu"));
        command
            .args(["aplicar", self.update])
            .arg(folder)
            .current_dir(self.site.path("."))
            .env("LC_ALL", "es_PE.UTF-8")
            .env("LD_PRELOAD", &self.library)
            .env("FAULT_FOLDER", folder)
            .env("FAULT_FIRED", &fired)
            .env("FAULT_AT", step.to_string());
        if kills {
            command.env("FAULT_KILLS", "1");
        }
        let output = command.output().unwrap();
        if !fired.exists() {
            assert_success(&output);
            return false;
        }
        assert_eq!(output.status.signal().is_some(), kills, "{at}");
        if output.status.code() == Some(2) {
            assert!(output_text(&output).contains("aplique otra vez"), "{at}");
        }
        true
    }
}

/// A folder in memory if possible: a test may write a thousand copies.
#[cfg(target_os = "linux")]
fn memory() -> tempfile::TempDir {
    tempfile::tempdir_in("/dev/shm").unwrap_or_else(|_| tempfile::tempdir().unwrap())
}

#[cfg(unix)]
#[test]
fn an_update_killed_at_any_moment_is_completed_by_applying_it_again() {
    const KILLS: u32 = 20;
    let site = changed(&[]);
    let [old, new] = ["copia", "nueva"].map(|name| tree(&site.path(name)));
    let folder = site.path("copia");
    let start = std::time::Instant::now();
    apply(&site, &["act.zip", "copia"]).code(0);
    let took = start.elapsed();
    for kill in 0..KILLS {
        put(&folder, &old);
        let mut child = Command::new(env!("CARGO_BIN_EXE_quipu"))
            .args(["aplicar", "act.zip", "copia"])
            .current_dir(site.path("."))
            .stderr(std::process::Stdio::null())
            .spawn()
            .expect("quipu runs");
        std::thread::sleep(took * kill / KILLS);
        child.kill().unwrap();
        child.wait().unwrap();
        assert_consistent(&folder, &format!("kill {kill}"));
        apply(&site, &["act.zip", "copia"]).code(0);
        assert!(tree(&folder) == new, "kill {kill}");
    }
}

#[test]
fn packing_replaces_a_half_updated_copy() {
    let site = changed(&[]);
    site.write("copia/COPIA-INCOMPLETA.txt", b"");
    site.write("copia/.quipu-actualizacion/0", b"a medias");
    site.write("copia/ACTUALIZACION.json", b"{}");
    assert_failure(
        &Command::new(env!("CARGO_BIN_EXE_quipu"))
            .args(["verify", "copia"])
            .current_dir(site.path("."))
            .output()
            .unwrap(),
    );
    pack(&site, NEWER, &["--to", "copia"]).code(0);
    assert_eq!(copy(&site, "copia"), copy(&site, "nueva"));
}

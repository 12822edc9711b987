//! Output files: complete, reproducible, and replaced atomically.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::time::SystemTime;

use crate::site::{Run, TestSite, tree};

fn sample() -> TestSite {
    let mut site = TestSite::new().picture("content/fotos/Río Alto.PNG");
    for number in 0..40 {
        site = site.case(
            &format!("caso-{number:02}.md"),
            "## Qué se hizo\n\nGestión ambiental con las comunidades. [Modelo](../modelos/autoridad.md#que-es)",
        );
    }
    site.case("con-foto.md", "![Río](<../fotos/Río Alto.PNG>)")
}

#[test]
fn builds_are_reproducible_across_folders_and_thread_counts() {
    let one = sample();
    let two = sample();
    one.quipu(&["build", "--threads", "1"]).code(0);
    let elsewhere = two.path("otra carpeta ñ/sitio");
    two.quipu(&[
        "build",
        "--threads",
        "4",
        "--output",
        &elsewhere.to_string_lossy(),
    ])
    .code(0);
    assert_eq!(one.built(), tree(&elsewhere));
}

#[test]
fn a_second_build_touches_no_file() {
    let site = sample().build();
    let before = times(&site);
    site.quipu(&["build"]).code(0).says("Nada ha cambiado");
    assert_eq!(times(&site), before);
    site.forget();
    site.quipu(&["build"]).code(0).says("Ningún archivo cambió");
    assert_eq!(times(&site), before);
}

#[test]
fn diagnostics_are_repeated_if_nothing_changed() {
    let site = sample().case("largo.md", "Texto.\n\n[^1]: Nota que nadie cita.");
    let first = site.quipu(&["build"]).code(0).stderr();
    let again = site
        .quipu(&["build"])
        .code(0)
        .says("Nada ha cambiado")
        .stderr();
    let problems = |stderr: &str| stderr.split("Sitio listo").next().unwrap().to_owned();
    assert!(problems(&first).contains("largo.md:"), "{first}");
    assert_eq!(problems(&first), problems(&again));
}

#[test]
fn a_modified_output_is_rebuilt() {
    let site = sample().build();
    let built = site.built();
    let page = site.path("public/casos/caso-07.html");
    let spoil: [fn(&Path); 3] = [
        |page| fs::write(page, "otro").unwrap(),
        |page| fs::remove_file(page).unwrap(),
        |page| fs::write(page.with_file_name("caso-08.html"), "").unwrap(),
    ];
    for spoil in spoil {
        spoil(&page);
        site.quipu(&["build"]).code(0).says("archivo");
        assert_eq!(site.built(), built);
    }
}

#[test]
fn a_change_rewrites_only_affected_files() {
    let site = sample().build();
    let before = times(&site);
    let site = site
        .case("caso-07.md", "Otro texto, con otras palabras.")
        .build();
    let after = times(&site);
    let is_same = |path: &str| before[path] == after[path];
    assert!(!is_same("casos/caso-07.html"));
    assert!(is_same("casos/caso-08.html") && is_same("quipu/quipu.css") && is_same("index.html"));
}

#[test]
fn pages_removed_from_the_content_are_deleted() {
    let site = sample().build();
    fs::remove_file(site.path("content/casos/caso-07.md")).unwrap();
    site.quipu(&["build"]).code(0);
    assert!(!site.path("public/casos/caso-07.html").exists());
    assert!(site.path("public/casos/caso-08.html").exists());
}

#[test]
fn output_paths_are_portable() {
    let site = sample().build();
    for path in site.built().keys().filter(|path| *path != ".quipu-site") {
        let is_plain =
            |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || b"-./".contains(&byte);
        assert!(path.bytes().all(is_plain), "{path}");
    }
    let built = site.built();
    let mut paths = built.keys();
    assert!(paths.any(|path| path.starts_with("fotos/rio-alto-") && path.ends_with("-90.png")));
}

#[test]
fn an_interrupted_swap_is_repaired() {
    let site = sample().build();
    let built = site.built();
    fs::rename(site.path("public"), site.path(".public.quipu-old")).unwrap();
    fs::create_dir(site.path(".public.quipu-staging")).unwrap();
    fs::write(site.path(".public.quipu-staging/a.html"), "a medias").unwrap();
    site.quipu(&["build"]).code(0).says("Nada ha cambiado");
    assert_eq!(site.built(), built);
    assert!(
        !site.path(".public.quipu-old").exists() && !site.path(".public.quipu-staging").exists()
    );
}

#[test]
fn a_concurrent_build_is_refused() {
    let site = sample();
    let lock = fs::File::create(site.path(".public.quipu-lock")).unwrap();
    lock.lock().unwrap();
    site.quipu(&["build"])
        .code(2)
        .says("otro «quipu construir» está escribiendo");
    lock.unlock().unwrap();
    site.quipu(&["build"]).code(0);
}

#[test]
fn drafts_are_built_only_when_asked() {
    let site = TestSite::new().case_with("a.md", "borrador: sí").build();
    assert!(!site.path("public/casos/a.html").exists());
    site.quipu(&["build", "--drafts"]).code(0);
    assert!(site.path("public/casos/a.html").exists());
}

#[test]
fn missing_parent_folders_of_the_output_are_created() {
    let site = sample();
    Run::new(&site.path(""), &["build", "--output", "a/b/c"]).code(0);
    assert!(site.path("a/b/c/index.html").is_file());
}

fn times(site: &TestSite) -> BTreeMap<String, SystemTime> {
    let public = site.path("public");
    site.built()
        .into_keys()
        .map(|path| {
            let time = fs::metadata(public.join(&path))
                .unwrap()
                .modified()
                .unwrap();
            (path, time)
        })
        .collect()
}

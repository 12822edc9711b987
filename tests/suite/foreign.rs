//! Files in the output folder that Quipu did not write, and output folders behind links.

use std::fs::{self, FileTimes, Permissions};
use std::os::unix::fs::{MetadataExt, PermissionsExt, symlink};
use std::path::Path;
use std::process::Command;
use std::time::{Duration, SystemTime};

use crate::full_disk::{Disk, system, with_own_mounts};
use crate::site::{TestSite, tree};

fn sample() -> TestSite {
    TestSite::new().case("uno.md", "Texto.").build()
}

/// Returns what must stay the same of an entry: its identity, mode, size, time and link.
fn state(path: &Path) -> (u64, u32, u64, SystemTime, Option<std::path::PathBuf>) {
    let data = fs::symlink_metadata(path).unwrap_or_else(|error| panic!("{path:?}: {error}"));
    let id = if data.is_dir() { 0 } else { data.ino() };
    let size = if data.is_dir() { 0 } else { data.len() };
    let link = fs::read_link(path).ok();
    (id, data.mode(), size, data.modified().unwrap(), link)
}

#[test]
fn a_git_work_tree_in_the_output_stays() {
    let site = sample();
    let public = site.path("public");
    let git = |arguments: &[&str]| {
        let identity = ["-c", "user.name=x", "-c", "user.email=x@localhost"];
        let output = Command::new("git")
            .args(identity)
            .args(arguments)
            .current_dir(&public)
            .output()
            .unwrap();
        assert!(output.status.success(), "{output:?}");
        String::from_utf8(output.stdout).unwrap()
    };
    git(&["init", "-q"]);
    git(&["add", "-A"]);
    git(&["commit", "-qm", "x"]);
    site.write("public/.htaccess", b"ErrorDocument 404 /404.html\n");
    let site = site.case("dos.md", "Texto.");
    site.quipu(&["build"])
        .code(0)
        .says("2 archivos o carpetas de ")
        .says(": .git/, .htaccess\n");
    assert_eq!(site.page(".htaccess"), "ErrorDocument 404 /404.html\n");
    git(&["fsck", "--strict"]);
    let status = git(&["status", "--porcelain"]);
    assert!(status.contains("?? .htaccess") && status.contains("?? casos/dos.html"));
    assert!(status.contains(" M index.html"), "{status}");
}

#[test]
fn files_of_others_stay_untouched() {
    let site = sample();
    let public = site.path("public");
    for file in [
        "CNAME",
        "casos/nota.txt",
        "propio/a/b/c.txt",
        "casos/x/y.txt",
    ] {
        site.write(&format!("public/{file}"), file.as_bytes());
    }
    fs::create_dir_all(public.join("vacía/dentro")).unwrap();
    symlink("no/existe", public.join("colgado")).unwrap();
    symlink("../casos", public.join("propio/enlace")).unwrap();
    let fifo = public.join("propio/tubo");
    system(Command::new("mkfifo").arg(&fifo));
    fs::set_permissions(public.join("CNAME"), Permissions::from_mode(0o640)).unwrap();
    fs::set_permissions(public.join("propio/a"), Permissions::from_mode(0o550)).unwrap();
    fs::set_permissions(&public, Permissions::from_mode(0o2771)).unwrap();
    let long_ago = SystemTime::UNIX_EPOCH + Duration::from_secs(1_000_000_000);
    let names = [
        "CNAME",
        "casos/nota.txt",
        "casos/x",
        "casos/x/y.txt",
        "propio/a/b/c.txt",
        "propio/a/b",
        "propio/a",
        "propio",
        "vacía/dentro",
        "vacía",
        "colgado",
        "propio/enlace",
        "propio/tubo",
    ];
    for name in ["casos/nota.txt", "propio/a/b/c.txt", "propio/a", "vacía"] {
        let times = FileTimes::new().set_modified(long_ago);
        let file = fs::File::open(public.join(name)).unwrap();
        file.set_times(times).unwrap();
    }
    let states = || names.map(|name| state(&public.join(name)));
    let before = states();
    let site = site.case("dos.md", "Texto.").build();
    assert!(public.join("casos/dos.html").is_file());
    assert_eq!(states(), before);
    assert_eq!(fs::metadata(&public).unwrap().mode() & 0o7777, 0o2771);
    // Their folder stays, even if it has no file of Quipu's any longer.
    for case in ["uno", "dos"] {
        fs::remove_file(site.path(&format!("content/casos/{case}.md"))).unwrap();
    }
    site.quipu(&["build"]).code(0).says("eliminados");
    assert!(!public.join("casos/dos.html").exists());
    assert_eq!(states(), before);
    assert!(!site.path(".public.quipu-staging").exists());
}

#[test]
fn files_of_others_do_not_count() {
    let site = sample();
    site.write("public/nota.txt", b"");
    site.quipu(&["build"])
        .code(0)
        .says("Nada ha cambiado")
        .says("Un archivo o carpeta de ")
        .says("no es de Quipu y queda como está: nota.txt");
    site.forget();
    site.quipu(&["build"])
        .code(0)
        .says("Ningún archivo cambió")
        .says("ninguno eliminado");
    fs::remove_file(site.path("public/casos/uno.html")).unwrap();
    site.quipu(&["build"]).code(0).says("1 archivo escrito");
    assert_eq!(site.page("nota.txt"), "");
}

#[test]
fn a_name_that_is_taken_is_an_error_before_anything_changes() {
    let taken: [(&str, bool); 5] = [
        ("casos/dos.html", false),
        ("casos/Dos.HTML", false),
        ("casos/dos.html", true),
        ("casos/dos.html/dentro.txt", false),
        ("FOTOS", false),
    ];
    for (name, is_folder) in taken {
        let site = sample();
        let path = site.path("public").join(name);
        match is_folder {
            true => fs::create_dir(&path).unwrap(),
            false => site.write(&format!("public/{name}"), b"ajeno"),
        }
        let before = site.built();
        let site = site
            .case("dos.md", "Texto. ![a](../fotos/rio.png)")
            .picture("content/fotos/rio.png");
        site.quipu(&["build"])
            .code(2)
            .says("con nombres que el sitio necesita: ")
            .says(name.split("/dentro").next().unwrap())
            .says("No se escribió nada");
        assert_eq!(site.built(), before, "{name}");
        assert!(path.exists());
        assert!(!site.path(".public.quipu-staging").exists());
        match is_folder {
            true => fs::remove_dir(path).unwrap(),
            false => fs::remove_file(path).unwrap(),
        }
        let _ = fs::remove_dir(site.path("public/casos/dos.html"));
        site.build();
    }
}

#[test]
fn a_link_under_the_name_of_a_page_is_not_replaced() {
    let site = sample();
    let page = site.path("public/casos/uno.html");
    fs::rename(&page, site.path("mía.html")).unwrap();
    symlink(site.path("mía.html"), &page).unwrap();
    site.quipu(&["build"]).code(2).says("casos/uno.html");
    assert!(fs::symlink_metadata(&page).unwrap().is_symlink());
}

#[test]
fn an_output_without_a_list_keeps_what_the_site_does_not_write() {
    let site = sample();
    let marker = site.path("public/.quipu-site");
    let before = site.built();
    fs::write(&marker, "Quipu writes this folder anew with each build.\n").unwrap();
    site.write("public/nota.txt", b"ajena");
    site.write("public/casos/antigua.html", b"de antes");
    site.write("public/casos/uno.html", b"de antes");
    site.quipu(&["build"])
        .code(0)
        .says(": casos/antigua.html, nota.txt");
    let mut after = site.built();
    assert_eq!(after.remove("nota.txt").unwrap(), b"ajena");
    assert_eq!(after.remove("casos/antigua.html").unwrap(), b"de antes");
    assert_eq!(after, before);
}

#[test]
fn the_list_has_the_files_of_the_site_in_order() {
    let site = sample();
    let list = site.page(".quipu-site");
    let listed: Vec<&str> = list.lines().skip(2).collect();
    let mut built = site.built();
    built.remove(".quipu-site");
    let built: Vec<&str> = built.keys().map(String::as_str).collect();
    assert_eq!(listed, built);
}

#[test]
fn a_list_that_leads_out_of_the_output_removes_nothing() {
    let site = sample();
    site.write("mía.txt", b"");
    let marker = site.path("public/.quipu-site");
    let root = site.path("mía.txt");
    let list = site.page(".quipu-site");
    fs::write(&marker, format!("{list}../mía.txt\n{}\n", root.display())).unwrap();
    site.quipu(&["build"]).code(0).says("ninguno eliminado");
    assert!(root.exists());
}

#[test]
fn an_output_behind_a_link_is_written_through() {
    let site = TestSite::new().case("uno.md", "Texto.");
    let expected = sample().built();
    let www = tempfile::tempdir().unwrap();
    let target = www.path().join("sitio");
    // At first the link dangles.
    for _ in 0..2 {
        let _ = symlink(&target, site.path("public"));
        site.quipu(&["build"]).code(0);
        assert!(
            fs::symlink_metadata(site.path("public"))
                .unwrap()
                .is_symlink()
        );
        assert_eq!(tree(&target), expected);
        assert_eq!(fs::read_dir(www.path()).unwrap().count(), 1);
        fs::remove_file(target.join("casos/uno.html")).unwrap();
    }
    let names = fs::read_dir(site.path("")).unwrap();
    assert!(
        names
            .flatten()
            .all(|it| !it.file_name().to_string_lossy().contains("quipu-"))
    );
}

#[test]
fn a_relative_link_and_a_link_to_a_link_are_followed() {
    let site = TestSite::empty();
    let inner = TestSite::new().case("uno.md", "Texto.");
    for (path, bytes) in tree(&inner.path("")) {
        site.write(&format!("sitio/{path}"), &bytes);
    }
    symlink("otro", site.path("sitio/public")).unwrap();
    symlink("../www", site.path("sitio/otro")).unwrap();
    let run = || crate::site::Run::new(&site.path("sitio"), &["build"]);
    run().code(0);
    assert!(site.path("www/index.html").is_file());
    run().code(0).says("Nada ha cambiado");
    fs::remove_file(site.path("sitio/otro")).unwrap();
    symlink("public", site.path("sitio/otro")).unwrap();
    run().code(2);
}

#[test]
fn an_output_that_links_to_the_sources_is_refused() {
    let site = TestSite::new().case("uno.md", "Texto.");
    symlink("content", site.path("public")).unwrap();
    site.quipu(&["build"]).code(2).says("se superpone");
    fs::remove_file(site.path("public")).unwrap();
    symlink("content/nueva", site.path("public")).unwrap();
    site.quipu(&["build"]).code(2).says("se superpone");
    assert!(!site.path("content/nueva").exists());
}

#[test]
fn a_build_through_a_link_and_one_beside_it_do_not_meet() {
    let site = TestSite::new().case("uno.md", "Texto.");
    symlink("www", site.path("public")).unwrap();
    let lock = fs::File::create(site.path(".www.quipu-lock")).unwrap();
    lock.lock().unwrap();
    site.quipu(&["build"]).code(2).says("está escribiendo");
}

#[test]
fn a_held_file_is_named_and_the_old_site_stands() {
    let test = "foreign::a_held_file_is_named_and_the_old_site_stands";
    with_own_mounts(test, || {
        let site = sample();
        site.write("public/montaje/nota.txt", b"");
        let disk = Disk::mount(site.path("public/montaje"));
        let site = site.case("dos.md", "Texto.").case("uno.md", "Otro texto.");
        let before = site.built();
        // A mount point cannot be renamed, like a file that a program holds on Windows.
        let held = site.path("public/casos/uno.html");
        system(Command::new("mount").arg("--bind").arg(&held).arg(&held));
        for _ in 0..2 {
            site.quipu(&["build"])
                .code(2)
                .says("SITIO/public/casos/uno.html: otro programa lo está usando")
                .says("No se escribió nada");
            assert_eq!(site.built(), before);
        }
        system(Command::new("umount").arg(&held));
        site.quipu(&["build"]).code(0).says("montaje/");
        assert!(site.page("casos/uno.html").contains("Otro texto."));
        assert!(site.path("public/casos/dos.html").is_file());
        let names = fs::read_dir(site.path("")).unwrap().flatten();
        assert!(
            names
                .into_iter()
                .all(|it| !it.file_name().to_string_lossy().contains("quipu-"))
        );
        drop(disk);
    });
}

#[test]
fn an_old_site_that_a_program_still_uses_does_not_stop_later_builds() {
    let test = "foreign::an_old_site_that_a_program_still_uses_does_not_stop_later_builds";
    with_own_mounts(test, || {
        let site = sample();
        let left = || {
            let names = fs::read_dir(site.path("")).unwrap().flatten();
            let names = names.map(|entry| entry.file_name().into_string().unwrap());
            names
                .filter(|name| name.contains("quipu-"))
                .collect::<Vec<_>>()
        };
        // A mount point cannot be removed, like a file that a program holds on Windows.
        let disk = Disk::mount(site.path(".public.quipu-old/usada"));
        for text in ["Otro.", "Tercero."] {
            site.write(
                "content/paginas/nota.md",
                format!("---\ntitulo: {text}\n---\n").as_bytes(),
            );
            site.quipu(&["build"]).code(0).says("escrito");
            assert_eq!(left(), [".public.quipu-trash-1"]);
        }
        let used = site.path(".public.quipu-trash-1/usada");
        system(Command::new("umount").arg(used));
        site.quipu(&["build"]).code(0);
        assert!(left().is_empty());
        drop(disk);
    });
}

#[test]
fn an_output_folder_that_is_a_mount_point_is_written() {
    let test = "foreign::an_output_folder_that_is_a_mount_point_is_written";
    with_own_mounts(test, || {
        let site = TestSite::new().case("uno.md", "Texto.");
        let disk = Disk::mount(site.path("public"));
        site.quipu(&["build"]).code(0);
        assert_eq!(site.built(), sample().built());
        site.write("public/nota.txt", b"ajena");
        let site = site.case("dos.md", "Texto.").build();
        fs::remove_file(site.path("content/casos/uno.md")).unwrap();
        site.quipu(&["build"]).code(0).says("eliminado");
        let mut built = site.built();
        assert_eq!(built.remove("nota.txt").unwrap(), b"ajena");
        let alone = TestSite::new().case("dos.md", "Texto.").build();
        assert_eq!(built, alone.built());
        drop(disk);
    });
}

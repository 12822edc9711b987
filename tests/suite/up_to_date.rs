//! Builds that find nothing changed: they say what a build from scratch would say, also of
//! links, folders and permissions, which change without any file.

use std::fs::{self, Permissions};
use std::os::unix::fs::{PermissionsExt, symlink};
use std::path::{Path, PathBuf};
use std::process::Command;

use fastrand::Rng;

use crate::site::TestSite;

const LOGO: &str = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"9\" height=\"9\"/>";

/// A change of the file system, and its reverse.
struct Fault {
    name: &'static str,
    begin: fn(&TestSite),
    end: fn(&TestSite),
}

const FAULTS: [Fault; 14] = [
    Fault {
        name: "a loop of folders",
        begin: |site| link(site, "..", "content/casos/vuelta"),
        end: |site| unlink(site, "content/casos/vuelta"),
    },
    Fault {
        name: "a link to a folder outside",
        begin: |site| link(site, "../fuera", "content/abierto"),
        end: |site| unlink(site, "content/abierto"),
    },
    Fault {
        name: "a link to a device",
        begin: |site| link(site, "/dev/null", "content/nada.pdf"),
        end: |site| unlink(site, "content/nada.pdf"),
    },
    Fault {
        name: "a link to nothing",
        begin: |site| link(site, "no-hay.pdf", "content/colgado.pdf"),
        end: |site| unlink(site, "content/colgado.pdf"),
    },
    Fault {
        name: "a case that leads outside, with the same text",
        begin: |site| move_out(site, "content/casos/uno.md"),
        end: |site| move_in(site, "content/casos/uno.md"),
    },
    Fault {
        name: "an unreadable case",
        begin: |site| permit(site, "content/casos/dos.md", 0),
        end: |site| permit(site, "content/casos/dos.md", 0o644),
    },
    Fault {
        name: "an unreadable folder without files",
        begin: |site| permit(site, "content/vacía", 0),
        end: |site| permit(site, "content/vacía", 0o755),
    },
    Fault {
        name: "a hidden file for the root of the site",
        begin: |site| site.write("content/.htaccess", b"a\n"),
        end: |site| unlink(site, "content/.htaccess"),
    },
    Fault {
        name: "a link out of the folder for the root",
        begin: |site| link(site, "../fuera/nota.txt", "raiz/nota.txt"),
        end: |site| unlink(site, "raiz/nota.txt"),
    },
    Fault {
        name: "a logo that leads outside, with the same picture",
        begin: |site| {
            fs::rename(site.path("marca/logo.svg"), beside(site)).unwrap();
            symlink(beside(site), site.path("marca/logo.svg")).unwrap();
        },
        end: |site| {
            fs::rename(beside(site), site.path("marca/logo.svg")).unwrap();
        },
    },
    Fault {
        name: "a link out of the theme",
        begin: |site| {
            link(
                site,
                "../../../fuera/nota.txt",
                "themes/propio/static/nota.txt",
            );
        },
        end: |site| unlink(site, "themes/propio/static/nota.txt"),
    },
    Fault {
        name: "an unreadable folder of the theme",
        begin: |site| permit(site, "themes/propio/vacía", 0),
        end: |site| permit(site, "themes/propio/vacía", 0o755),
    },
    Fault {
        name: "unreadable settings",
        begin: |site| permit(site, "quipu.yaml", 0),
        end: |site| permit(site, "quipu.yaml", 0o644),
    },
    Fault {
        name: "a pipe, which nobody reads",
        begin: |site| {
            let made = Command::new("mkfifo")
                .arg(site.path("content/tubo.pdf"))
                .status();
            assert!(made.unwrap().success());
        },
        end: |site| unlink(site, "content/tubo.pdf"),
    },
];

/// A picture beside the site's folder, in which the logo may be anywhere.
fn beside(site: &TestSite) -> PathBuf {
    site.path("").with_extension("svg")
}

fn link(site: &TestSite, target: &str, path: &str) {
    symlink(target, site.path(path)).unwrap();
}

fn unlink(site: &TestSite, path: &str) {
    fs::remove_file(site.path(path)).unwrap();
}

fn permit(site: &TestSite, path: &str, mode: u32) {
    fs::set_permissions(site.path(path), Permissions::from_mode(mode)).unwrap();
}

fn move_out(site: &TestSite, path: &str) {
    let name = Path::new(path).file_name().unwrap();
    let outside = site.path("fuera").join(name);
    fs::rename(site.path(path), &outside).unwrap();
    symlink(outside, site.path(path)).unwrap();
}

fn move_in(site: &TestSite, path: &str) {
    let name = Path::new(path).file_name().unwrap();
    fs::rename(site.path("fuera").join(name), site.path(path)).unwrap();
}

fn site() -> TestSite {
    let settings = "titulo: Sitio\nidiomas: [es]\ntema: propio\nlogotipo: marca/logo.svg\n";
    let site = TestSite::new()
        .file("quipu.yaml", settings)
        .case("uno.md", "Uno.")
        .case("dos.md", "Dos.")
        .file("fuera/nota.txt", "Nota.\n")
        .file("marca/logo.svg", LOGO)
        .file("raiz/CNAME", "a.pe\n")
        .file("themes/propio/static/propio.css", "main {}\n");
    fs::create_dir(site.path("content/vacía")).unwrap();
    fs::create_dir(site.path("themes/propio/vacía")).unwrap();
    site
}

/// Builds without capabilities, since permissions do not bind root otherwise. Returns the
/// exit code and what was said, without the summary.
fn build(site: &TestSite) -> (Option<i32>, String) {
    let output = Command::new("setpriv")
        .args(["--bounding-set=-all", "--inh-caps=-all"])
        .arg(env!("CARGO_BIN_EXE_quipu"))
        .args(["build", "--lang", "es"])
        .current_dir(site.path(""))
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    let is_problem = |line: &&str| !SUMMARIES.iter().any(|part| line.contains(part));
    let problems: Vec<&str> = said.lines().filter(is_problem).collect();
    (output.status.code(), problems.join("\n"))
}

/// Parts of the lines that say what a build did, rather than what is wrong.
const SUMMARIES: [&str; 2] = ["Nada ha cambiado", " sin cambios, "];

/// Compares a build with the next one, which knows nothing of earlier ones.
#[track_caller]
fn assert_same_from_scratch(site: &TestSite, when: &str) -> String {
    let found = build(site);
    let _ = fs::remove_dir_all(site.path(".quipu"));
    assert_eq!(found, build(site), "{when}");
    found.1
}

#[test]
fn a_fault_without_a_changed_file_is_reported_at_once() {
    let site = site();
    let sound = assert_same_from_scratch(&site, "sound");
    for fault in FAULTS {
        site.quipu(&["build"]).code(0).says("Nada ha cambiado");
        (fault.begin)(&site);
        let said = assert_same_from_scratch(&site, fault.name);
        assert_eq!(
            said != sound,
            fault.name != FAULTS[13].name,
            "{}",
            fault.name
        );
        (fault.end)(&site);
        assert_eq!(assert_same_from_scratch(&site, fault.name), sound);
    }
}

#[test]
fn faults_that_come_and_go_at_random_are_those_of_a_build_from_scratch() {
    let site = site();
    let mut random = Rng::with_seed(91);
    let mut present = [false; FAULTS.len()];
    for step in 0..40 {
        // Often back to a sound site: only its builds are recorded.
        let there: Vec<usize> = (0..FAULTS.len()).filter(|fault| present[*fault]).collect();
        let chosen = match there.len() {
            1.. if random.u8(..4) > 0 => there[random.usize(..there.len())],
            _ => random.usize(..FAULTS.len()),
        };
        let fault = &FAULTS[chosen];
        if present[chosen] {
            (fault.end)(&site);
        } else {
            (fault.begin)(&site);
        }
        present[chosen] = !present[chosen];
        assert_same_from_scratch(&site, &format!("step {step}, {}", fault.name));
    }
    for (fault, _) in FAULTS.iter().zip(present).filter(|(_, is_there)| *is_there) {
        (fault.end)(&site);
    }
}

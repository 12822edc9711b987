//! Disks that are full, read-only or write-protected: the build reports it and leaves the
//! old site intact.
//!
//! The disks are small tmpfs mounts. Each test re-executes itself in its own mount namespace,
//! as root or in a user namespace: the mount is invisible to other programs and disappears
//! with the test, however it ends.

use std::env;
use std::fs::{self, File, Permissions};
use std::io::{ErrorKind, Write};
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::editions::{Files, clean, difference, edit, edited};
use crate::site::{TestSite, tree};

/// Environment variable that is set inside the mount namespace.
const INSIDE: &str = "QUIPU_OWN_MOUNTS";

const DISK_MIB: usize = 8;

/// Runs the body of a test of this file in its own mount namespace.
fn in_mount_namespace(test: &str, body: fn()) {
    with_own_mounts(&format!("full_disk::{test}"), body);
}

/// Runs the body of a test in its own mount namespace; fails if the system allows none.
/// `test` is the path of the test function.
pub fn with_own_mounts(test: &str, body: fn()) {
    if env::var_os(INSIDE).is_some() {
        return body();
    }
    const WAYS: [&[&str]; 2] = [&["--mount"], &["--user", "--map-root-user", "--mount"]];
    let mut refusals = String::new();
    let way = WAYS.iter().find(|way| {
        let mut probe = Command::new("unshare");
        probe.args(**way).args(["mount", "-t", "tmpfs", "tmpfs"]);
        match probe.arg(env::temp_dir()).output() {
            Ok(output) if output.status.success() => true,
            Ok(output) => {
                refusals += &String::from_utf8_lossy(&output.stderr);
                false
            }
            Err(error) => {
                refusals += &format!("unshare: {error}\n");
                false
            }
        }
    });
    let Some(way) = way else {
        panic!(
            "a full disk cannot be tried here, for nothing can be mounted: run the tests as \
             root, or let users have user namespaces\n{refusals}"
        );
    };
    let output = Command::new("unshare")
        .args(*way)
        .arg(env::current_exe().unwrap())
        .args(["--exact", "--nocapture", test])
        .env(INSIDE, "1")
        .output()
        .unwrap();
    let output_text =
        String::from_utf8_lossy(&output.stdout) + String::from_utf8_lossy(&output.stderr);
    assert!(
        output.status.success() && output_text.contains("1 passed"),
        "{output_text}"
    );
    eprintln!("{output_text}");
}

/// A tmpfs of `DISK_MIB`, unmounted when dropped.
pub struct Disk {
    pub folder: PathBuf,
}

impl Disk {
    pub fn mount(folder: PathBuf) -> Self {
        fs::create_dir_all(&folder).unwrap();
        system(
            Command::new("mount")
                .args(["-t", "tmpfs", "-o", &format!("size={DISK_MIB}m"), "tmpfs"])
                .arg(&folder),
        );
        Self { folder }
    }

    fn remount(&self, how: &str) {
        // Only this mount point: remounting the whole file system may need more privileges.
        let how = format!("remount,bind,{how}");
        system(Command::new("mount").args(["-o", &how]).arg(&self.folder));
    }

    fn filler(&self) -> PathBuf {
        self.folder.join("relleno")
    }

    /// Fills the disk with a file, leaving `left` bytes free.
    fn fill(&self, left: u64) {
        let mut filler = File::create(self.filler()).unwrap();
        let full = loop {
            match filler.write_all(&[b'x'; 4096]) {
                Ok(()) => {}
                Err(error) => break error,
            }
        };
        assert_eq!(full.kind(), ErrorKind::StorageFull);
        let length = filler.metadata().unwrap().len();
        filler.set_len(length - left).unwrap();
    }
}

impl Drop for Disk {
    fn drop(&mut self) {
        // A mount that cannot be unmounted ends with the namespace.
        let _ = Command::new("umount").arg(&self.folder).status();
    }
}

/// Runs a command of the system; it must succeed.
pub fn system(command: &mut Command) {
    let output = command.output().unwrap();
    let output_text = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{command:?}: {output_text}");
}

/// Parts of the message by language: before the file, between file and reason, and before
/// the help text.
const WORDS: [(&str, [&str; 3]); 2] = [
    ("es", ["error: no se puede escribir en ", ": ", "\nayuda: "]),
    ("en", ["error: ", " cannot be written: ", "\nhelp: "]),
];

const SITE_UNCHANGED: [&str; 2] = [
    "No se escribió nada: el sitio anterior queda como estaba.\n",
    "Nothing was written: the earlier site stands as it was.\n",
];

/// A reason and its help text.
type Reason = [&'static str; 2];

const FULL: [Reason; 2] = [
    ["no queda espacio", "libere espacio o elija otro disco"],
    ["no space is left", "make room or choose another disk"],
];
const READ_ONLY: [Reason; 2] = [
    [
        "el disco o la memoria es de solo lectura",
        "quite la protección contra escritura o elija otra carpeta",
    ],
    [
        "the disk or stick is read-only",
        "lift the write protection or choose another folder",
    ],
];
const DENIED: [Reason; 2] = [
    [
        "no tiene permiso",
        "elija una carpeta en la que pueda escribir",
    ],
    [
        "you do not have permission",
        "choose a folder that you may write to",
    ],
];

/// Builds in Spanish and in English; both must fail and report the reason. Returns the files
/// they name, which may differ, since several threads write.
fn assert_build_fails(
    build: impl Fn(&str) -> (Option<i32>, String),
    reasons: [Reason; 2],
) -> [String; 2] {
    [0, 1].map(|at| {
        let (language, [before, between, help]) = WORDS[at];
        let [reason, todo] = reasons[at];
        let (code, output_text) = build(language);
        eprintln!("{output_text}");
        assert_eq!(code, Some(2));
        let end = format!("{between}{reason}{help}{todo}\n");
        let found = output_text
            .strip_prefix(before)
            .and_then(|rest| rest.split_once(&end));
        let Some((file, rest)) = found else {
            panic!("not «{before}FILE{end}»:\n{output_text}");
        };
        assert_eq!(rest, SITE_UNCHANGED[at]);
        file.to_owned()
    })
}

#[track_caller]
fn assert_same(now: &Files, expected: &Files) {
    let wrong = difference(now, expected);
    assert!(wrong.is_empty(), "{wrong:#?}");
}

/// Returns the names in a folder, sorted.
fn names(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).unwrap();
    let names = entries.map(|entry| entry.unwrap().file_name().into_string().unwrap());
    let mut names: Vec<_> = names.collect();
    names.sort();
    names
}

#[test]
fn a_full_disk_leaves_the_old_site_intact() {
    in_mount_namespace("a_full_disk_leaves_the_old_site_intact", || {
        let [old, new, _] = clean();
        let site = edited(0);
        let disk = Disk::mount(site.path("disco"));
        let build = |language: &str| {
            let run = site.quipu(&["build", "--output", "disco/sitio", "--lang", language]);
            (run.exit(), run.stderr())
        };
        assert_eq!(build("es").0, Some(0));
        let current = || tree(&disk.folder.join("sitio"));
        assert_same(&current(), &old);
        edit(&site, 1);
        let size: u64 = new.values().map(|bytes| bytes.len() as u64).sum();
        // The disk fills up at the first pages, at later ones, in the search index, and at
        // the last files.
        for left in [0, 16 << 10, size / 4, size / 2, size / 4 * 3] {
            disk.fill(left);
            for file in assert_build_fails(build, FULL) {
                let permalink = file.strip_prefix("SITIO/disco/sitio/");
                let is_of_the_site = permalink.is_some_and(|it| new.contains_key(it));
                assert!(is_of_the_site, "{file} with {left} bytes left");
            }
            assert_same(&current(), &old);
            assert_eq!(names(&disk.folder), ["relleno", "sitio"]);
        }
        fs::remove_file(disk.filler()).unwrap();
        assert_eq!(build("es").0, Some(0));
        assert_same(&current(), &new);
        assert_eq!(names(&disk.folder), ["sitio"]);
    });
}

#[test]
fn a_full_disk_leaves_the_files_of_others_in_the_output() {
    in_mount_namespace(
        "a_full_disk_leaves_the_files_of_others_in_the_output",
        || {
            let [_, new, _] = clean();
            let site = edited(0);
            let disk = Disk::mount(site.path("disco"));
            let build = |language: &str| {
                let run = site.quipu(&["build", "--output", "disco/sitio", "--lang", language]);
                (run.exit(), run.stderr())
            };
            assert_eq!(build("es").0, Some(0));
            for number in 0..300 {
                let file = format!("disco/sitio/.git/objects/{:02}/{number}", number % 20);
                site.write(&file, number.to_string().as_bytes());
            }
            let current = || tree(&disk.folder.join("sitio"));
            let before = current();
            edit(&site, 1);
            let size: u64 = new.values().map(|bytes| bytes.len() as u64).sum();
            for left in [0, size / 2, size - 4096, size, size + 8192] {
                disk.fill(left);
                if build("es").0 == Some(0) {
                    break;
                }
                assert_same(&current(), &before);
                assert_eq!(names(&disk.folder), ["relleno", "sitio"]);
            }
            fs::remove_file(disk.filler()).unwrap();
            assert_eq!(build("es").0, Some(0));
            let is_of_others = |path: &&String| path.starts_with(".git/");
            assert_eq!(current().keys().filter(is_of_others).count(), 300);
            let site_now = current().into_iter();
            let site_now = site_now.filter(|(path, _)| !is_of_others(&path)).collect();
            assert_same(&site_now, &new);
            assert_eq!(names(&disk.folder), ["sitio"]);
        },
    );
}

#[test]
fn a_full_disk_shared_with_the_content_leaves_the_old_site_intact() {
    in_mount_namespace(
        "a_full_disk_shared_with_the_content_leaves_the_old_site_intact",
        || {
            let [old, new, _] = clean();
            let site = TestSite::empty();
            let disk = Disk::mount(site.path(""));
            for (path, bytes) in tree(&edited(0).path("")) {
                site.write(&path, &bytes);
            }
            let build = |language: &str| {
                let run = site.quipu(&["build", "--lang", language]);
                (run.exit(), run.stderr())
            };
            assert_eq!(build("es").0, Some(0));
            assert_same(&site.built(), &old);
            edit(&site, 1);
            let beside = [".quipu", "content", "public", "quipu.yaml", "relleno"];
            for left in [0, 64 << 10] {
                disk.fill(left);
                let place = if left == 0 { ".quipu/pictures" } else { "" };
                for file in assert_build_fails(build, FULL) {
                    let is_there = file.starts_with(&format!("SITIO/{place}"));
                    assert!(is_there, "{file} with {left} bytes left");
                }
                assert_same(&site.built(), &old);
                assert_eq!(names(&disk.folder), beside);
            }
            fs::remove_file(disk.filler()).unwrap();
            assert_eq!(build("es").0, Some(0));
            assert_same(&site.built(), &new);
            assert_eq!(names(&disk.folder), beside[..4]);
        },
    );
}

#[test]
fn a_read_only_disk_leaves_the_old_site_intact() {
    in_mount_namespace("a_read_only_disk_leaves_the_old_site_intact", || {
        let [old, new, _] = clean();
        let site = edited(0);
        let disk = Disk::mount(site.path("disco"));
        let build = |language: &str| {
            let run = site.quipu(&["build", "--output", "disco/sitio", "--lang", language]);
            (run.exit(), run.stderr())
        };
        assert_eq!(build("es").0, Some(0));
        edit(&site, 1);
        disk.remount("ro");
        let files = assert_build_fails(build, READ_ONLY);
        assert_eq!(files, ["SITIO/disco/sitio"; 2]);
        assert_same(&tree(&disk.folder.join("sitio")), &old);
        assert_eq!(names(&disk.folder), ["sitio"]);
        disk.remount("rw");
        assert_eq!(build("es").0, Some(0));
        assert_same(&tree(&disk.folder.join("sitio")), &new);
    });
}

#[test]
fn a_read_only_folder_leaves_the_old_site_intact() {
    in_mount_namespace("a_read_only_folder_leaves_the_old_site_intact", || {
        let [old, ..] = clean();
        let site = edited(0);
        site.quipu(&["build", "--output", "cerrada/sitio"]).code(0);
        edit(&site, 1);
        let folder = site.path("cerrada");
        fs::set_permissions(&folder, Permissions::from_mode(0o555)).unwrap();
        // Without its capabilities, even root is subject to permissions.
        let build = |language: &str| {
            let output = Command::new("setpriv")
                .args(["--bounding-set=-all", "--inh-caps=-all"])
                .arg(env!("CARGO_BIN_EXE_quipu"))
                .args(["build", "--output", "cerrada/sitio", "--lang", language])
                .current_dir(site.path(""))
                .output()
                .unwrap();
            let output_text = String::from_utf8_lossy(&output.stderr).into_owned();
            let root = site.path("").to_string_lossy().into_owned();
            (output.status.code(), output_text.replace(&root, "SITIO/"))
        };
        let files = assert_build_fails(build, DENIED);
        fs::set_permissions(&folder, Permissions::from_mode(0o755)).unwrap();
        assert_eq!(files, ["SITIO/cerrada/sitio"; 2]);
        assert_same(&tree(&folder.join("sitio")), &old);
        assert_eq!(names(&folder), ["sitio"]);
    });
}

#[test]
fn a_copy_that_does_not_fit_is_rejected_before_any_write() {
    in_mount_namespace(
        "a_copy_that_does_not_fit_is_rejected_before_any_write",
        || {
            let site = edited(0);
            let disk = Disk::mount(site.path("memoria"));
            site.quipu(&["build"]).code(0);
            let pack = |target: &str| site.quipu(&["empacar", "--to", target]);
            disk.fill(64 << 10);
            for target in ["memoria/copia", "memoria/copia.zip"] {
                pack(target)
                    .code(2)
                    .says("la copia no cabe en memoria/copia")
                    .says("libere ")
                    .says("No se escribió nada");
            }
            assert_eq!(names(&disk.folder), ["relleno"]);
            // Each of the two fits, both together do not.
            let size: usize = site.built().values().map(Vec::len).sum();
            let takes = size as u64 + 4096 * site.built().len() as u64;
            disk.fill(takes * 3 / 2);
            let both = ["pack", "--to", "memoria/una", "--to", "memoria/otra"];
            site.quipu(&both).code(2).says("memoria/una, memoria/otra");
            pack("memoria/una").code(0);
            // The space of the copy to be replaced counts as free.
            pack("memoria/una").code(0);
            site.quipu(&["verify", "memoria/una"]).code(0);
        },
    );
}

//! Copies on the file systems of USB sticks, tested on disk images.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::carry::{EDITION, assert_complete, assert_success, built, output_text, sums, tool};
use crate::site::{TestSite, tree};

const MIB: u64 = 1024 * 1024;

/// Creates a disk image with an empty file system; `make` is the mkfs command.
fn image(site: &TestSite, name: &str, mebibytes: u64, make: &[&str]) -> PathBuf {
    let image = site.path(name);
    let file = fs::File::create(&image).unwrap();
    file.set_len(mebibytes * MIB).unwrap();
    let arguments: Vec<&str> = make[1..].iter().copied().chain([name]).collect();
    assert_success(&tool(&site.path("."), make[0], &arguments));
    image
}

/// `mtools` writes to the image without mounting it, so no privileges are needed.
#[test]
fn a_copy_is_complete_on_fat32() {
    let site = built();
    let here = site.path(".");
    image(&site, "fat32.img", 64, &["mkfs.vfat", "-F", "32"]);
    site.quipu(&["empacar", "--to", "copia", "--edition", EDITION])
        .code(0);
    let on_stick = ["-i", "fat32.img", "-s", "copia", "::sitio de casos"];
    assert_success(&tool(&here, "mcopy", &on_stick));
    let off_stick = ["-i", "fat32.img", "-s", "-n", "::sitio de casos", "leida"];
    assert_success(&tool(&here, "mcopy", &off_stick));
    assert_complete(&site, "leida");
    assert_success(&sums(&site.path("leida")));
    assert!(tree(&site.path("leida")) == tree(&site.path("copia")));
}

/// A mounted image, unmounted when dropped.
struct Stick {
    device: String,
    folder: PathBuf,
}

impl Stick {
    /// Mounts an image.
    ///
    /// # Errors
    /// The failing command and its output, for example without privileges to mount.
    fn of(image: &Path, folder: &Path) -> Result<Self, String> {
        let run = |name: &str, arguments: &[&str]| {
            let output = Command::new(name).args(arguments).output();
            let output = output.map_err(|error| format!("{name}: {error}"))?;
            match output.status.success() {
                true => Ok(output_text(&output).trim().to_owned()),
                false => Err(format!("{name}: {}", output_text(&output))),
            }
        };
        let image = image.to_str().unwrap();
        let device = run("losetup", &["--find", "--show", image])?;
        let stick = Self {
            device,
            folder: folder.to_owned(),
        };
        fs::create_dir_all(folder).unwrap();
        run(
            "mount.exfat-fuse",
            &[&stick.device, folder.to_str().unwrap()],
        )?;
        Ok(stick)
    }
}

impl Drop for Stick {
    fn drop(&mut self) {
        let _ = Command::new("umount").arg(&self.folder).output();
        let detach = ["--detach", &self.device];
        let _ = Command::new("losetup").args(detach).output();
    }
}

/// Skipped on machines that cannot mount; there, only the tests in `carry.rs` cover the
/// rules for names and sizes on exFAT.
#[test]
fn a_copy_is_complete_and_can_be_updated_on_exfat() {
    let site = built();
    let image = image(&site, "exfat.img", 16, &["mkfs.exfat"]);
    let folder = site.path("memoria");
    let stick = match Stick::of(&image, &folder) {
        Ok(stick) => stick,
        Err(reason) => return eprintln!("exFAT cannot be mounted here: {reason}"),
    };
    let copy = "memoria/sitio de casos";
    site.quipu(&["empacar", "--to", copy, "--edition", EDITION])
        .code(0);
    assert_complete(&site, copy);
    assert_success(&sums(&site.path(copy)));
    fs::remove_file(site.path("content/casos/caso-03.md")).unwrap();
    let site = site.case("caso-07.md", "Otro texto.").build();
    let edition = ["--edition", "2026-12-01T08:00:00Z"];
    let update = ["empacar", "--to", "act.zip", "--since", copy];
    site.quipu(&[&update[..], &edition].concat()).code(0);
    site.quipu(&["aplicar", "act.zip", copy]).code(0);
    assert_complete(&site, copy);
    assert!(!site.path(copy).join("sitio/casos/caso-03.html").exists());
    // A file that exceeds the size of the image.
    let large = vec![7; 17 * usize::try_from(MIB).unwrap()];
    site.write("raiz/grande.bin", &large);
    let site = site.build();
    site.quipu(&["empacar", "--to", copy])
        .code(2)
        .says("no cabe");
    assert_complete(&site, copy);
    drop(stick);
}

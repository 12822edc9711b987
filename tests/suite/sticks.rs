//! Copies on the file systems of memory sticks, in images of them.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::carry::{EDITION, accepted, built, is_whole, sums, told, tool};
use crate::site::{TestSite, tree};

const MIB: u64 = 1024 * 1024;

/// An image with an empty file system.
fn image(site: &TestSite, name: &str, mebibytes: u64, make: &[&str]) -> PathBuf {
    let image = site.path(name);
    let file = fs::File::create(&image).unwrap();
    file.set_len(mebibytes * MIB).unwrap();
    let arguments: Vec<&str> = make[1..].iter().copied().chain([name]).collect();
    accepted(&tool(&site.path("."), make[0], &arguments));
    image
}

/// `mtools` write the image as any system would, and need nobody's leave to mount it.
#[test]
fn a_copy_is_whole_on_fat32() {
    let site = built();
    let here = site.path(".");
    image(&site, "fat32.img", 64, &["mkfs.vfat", "-F", "32"]);
    site.quipu(&["empacar", "--to", "copia", "--edition", EDITION])
        .code(0);
    let on_stick = ["-i", "fat32.img", "-s", "copia", "::sitio de casos"];
    accepted(&tool(&here, "mcopy", &on_stick));
    let off_stick = ["-i", "fat32.img", "-s", "-n", "::sitio de casos", "leida"];
    accepted(&tool(&here, "mcopy", &off_stick));
    is_whole(&site, "leida");
    accepted(&sums(&site.path("leida")));
    assert!(tree(&site.path("leida")) == tree(&site.path("copia")));
}

/// A stick that is taken off again with the test.
struct Stick {
    device: String,
    folder: PathBuf,
}

impl Stick {
    /// Mounts an image, where the machine allows that.
    fn of(image: &Path, folder: &Path) -> Result<Self, String> {
        let run = |name: &str, arguments: &[&str]| {
            let output = Command::new(name).args(arguments).output();
            let output = output.map_err(|error| format!("{name}: {error}"))?;
            match output.status.success() {
                true => Ok(told(&output).trim().to_owned()),
                false => Err(format!("{name}: {}", told(&output))),
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

/// Where nothing can be mounted, `pack` itself has to know what exFAT takes: names and
/// sizes are checked by rule in `carry.rs`.
#[test]
fn a_copy_is_whole_on_exfat_and_updated_there() {
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
    is_whole(&site, copy);
    accepted(&sums(&site.path(copy)));
    fs::remove_file(site.path("content/casos/caso-03.md")).unwrap();
    let site = site.case("caso-07.md", "Otro texto.").build();
    let edition = ["--edition", "2026-12-01T08:00:00Z"];
    let update = ["empacar", "--to", "act.zip", "--since", copy];
    site.quipu(&[&update[..], &edition].concat()).code(0);
    site.quipu(&["aplicar", "act.zip", copy]).code(0);
    is_whole(&site, copy);
    assert!(!site.path(copy).join("sitio/casos/caso-03.html").exists());
    // Too small for what comes next.
    let large = vec![7; 17 * usize::try_from(MIB).unwrap()];
    site.write("public/datos/grande.bin", &large);
    site.quipu(&["empacar", "--to", copy])
        .code(2)
        .says("no cabe");
    is_whole(&site, copy);
    drop(stick);
}

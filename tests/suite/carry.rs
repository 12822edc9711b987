//! Portable copies: standard tools accept them, and `verify` reports what is wrong with them.

use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use crate::site::{Run, TestSite, tree};

pub const EDITION: &str = "2026-11-26T14:30:00Z";

/// Creates and builds a site with twelve cases and a picture.
pub fn built() -> TestSite {
    let mut site = TestSite::new().picture("content/fotos/rio.png");
    for number in 0..12 {
        site = site.case(
            &format!("caso-{number:02}.md"),
            "## Qué se hizo\n\nGestión del agua con las comunidades.\n\n![Un río](../fotos/rio.png)",
        );
    }
    site.build()
}

/// Runs a program that must be installed on the system.
pub fn tool(folder: &Path, name: &str, arguments: &[&str]) -> Output {
    Command::new(name)
        .args(arguments)
        .current_dir(folder)
        .stdin(Stdio::null())
        .output()
        .unwrap_or_else(|error| panic!("{name}: {error}; install it: apt-get install {name}"))
}

/// Returns standard output followed by standard error.
pub fn output_text(output: &Output) -> String {
    let [out, error] = [&output.stdout, &output.stderr].map(|bytes| String::from_utf8_lossy(bytes));
    format!("{out}{error}")
}

#[track_caller]
pub fn assert_success(output: &Output) {
    assert!(output.status.success(), "{}", output_text(output));
}

#[track_caller]
pub fn assert_failure(output: &Output) {
    assert!(!output.status.success(), "{}", output_text(output));
}

pub fn sums(folder: &Path) -> Output {
    tool(folder, "sha256sum", &["-c", "--quiet", "MANIFEST.sha256"])
}

fn signature(folder: &Path) -> Output {
    let arguments = ["-Vm", "MANIFEST.sha256", "-p", "CLAVE.pub"];
    tool(folder, "minisign", &arguments)
}

/// Runs `quipu` with text on its standard input.
fn with_input(folder: &Path, arguments: &[&str], input: &str) -> Output {
    let mut child = Command::new(env!("CARGO_BIN_EXE_quipu"))
        .args(arguments)
        .current_dir(folder)
        .env("LC_ALL", "es_PE.UTF-8")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("quipu runs");
    let mut stdin = child.stdin.take().expect("piped");
    let _ = stdin.write_all(input.as_bytes());
    drop(stdin);
    child.wait_with_output().expect("quipu ends")
}

/// Creates a site with `copia/`, a copy signed with `llave.key`, which has no password.
fn signed() -> TestSite {
    let site = built();
    site.quipu(&["clave", "nueva", "llave", "--no-password"])
        .code(0);
    pack(&site, &["--to", "copia", "--key", "llave.key"]).code(0);
    site
}

fn pack(site: &TestSite, arguments: &[&str]) -> Run {
    let fixed = ["empacar", "--edition", EDITION];
    site.quipu(&[&fixed[..], arguments].concat())
}

#[track_caller]
pub fn assert_complete(site: &TestSite, pack: &str) {
    site.quipu(&["verificar", pack])
        .code(0)
        .says("La copia está completa");
}

#[test]
fn standard_tools_accept_a_packed_copy() {
    let site = signed();
    let copy = site.path("copia");
    assert_success(&sums(&copy));
    let output = signature(&copy);
    assert_success(&output);
    assert!(output_text(&output).contains(&format!("edition:{EDITION}\ttitle:Sitio de prueba")));
    // The public key in the copy is that of the key file.
    let key = fs::read(site.path("llave.pub")).unwrap();
    assert_eq!(fs::read(copy.join("CLAVE.pub")).unwrap(), key);
    assert_complete(&site, "copia");
    site.quipu(&["verify", "copia", "--public-key", "llave.pub"])
        .code(0)
        .says("Firmada con la clave")
        .says(EDITION);
}

#[test]
fn a_copy_contains_the_site_an_opening_page_and_checksums() {
    let site = signed();
    let copy = tree(&site.path("copia"));
    let mut expected = site.built();
    expected.remove(".quipu-site");
    for (path, bytes) in &expected {
        assert_eq!(copy.get(&format!("sitio/{path}")), Some(bytes), "{path}");
    }
    let own: Vec<_> = copy
        .keys()
        .filter(|path| {
            let in_site = path.strip_prefix("sitio/");
            in_site.is_none_or(|path| !expected.contains_key(path))
        })
        .collect();
    assert_eq!(
        own,
        [
            "ABRIR.html",
            "CLAVE.pub",
            "LEEME.txt",
            "MANIFEST.sha256",
            "MANIFEST.sha256.minisig",
            "sitio/quipu/abrir.css",
            "sitio/quipu/abrir.js",
            "sitio/quipu/edicion.js",
        ]
    );
    let manifest = String::from_utf8(copy["MANIFEST.sha256"].clone()).unwrap();
    assert_eq!(manifest.lines().count(), copy.len() - 2);
    let page = String::from_utf8(copy["ABRIR.html"].clone()).unwrap();
    assert!(
        page.contains("href=\"sitio/index.html\"") && page.contains("href=\"sitio/en/index.html\"")
    );
    assert!(
        page.contains("26 de noviembre de 2026, 14:30 UTC"),
        "{page}"
    );
}

#[test]
fn the_instructions_suit_the_oldest_text_editors() {
    let site = built();
    pack(&site, &["--to", "copia"]).code(0).says("Sin firma");
    let text = fs::read_to_string(site.path("copia/LEEME.txt")).unwrap();
    assert!(text.starts_with('\u{feff}'));
    assert_eq!(text.matches('\n').count(), text.matches("\r\n").count());
    let lines: Vec<String> = text.lines().map(without_size).collect();
    insta::assert_snapshot!("instructions", lines.join("\n"));
}

/// Removes the numbers from the line with the size of the site, which depends on the theme.
fn without_size(line: &str) -> String {
    match line.split_once(" · ") {
        Some((edition, size)) if size.ends_with("KB") => {
            let words = size.chars().filter(|character| !character.is_ascii_digit());
            format!("{edition} · {}", words.collect::<String>())
        }
        _ => line.to_owned(),
    }
}

#[test]
fn every_alteration_is_reported() {
    let site = signed();
    let page = "sitio/casos/caso-03.html";
    let changes: [(&str, Change, &str); 6] = [
        (
            "a bit",
            |copy| flip(&copy.join("sitio/casos/caso-03.html")),
            "«sitio/casos/caso-03.html» fue alterado",
        ),
        (
            "a file more",
            |copy| fs::write(copy.join("sitio/otro.html"), "x").unwrap(),
            "«sitio/otro.html» sobra",
        ),
        (
            "a file less",
            |copy| fs::remove_file(copy.join("sitio/casos/caso-03.html")).unwrap(),
            "falta «sitio/casos/caso-03.html»",
        ),
        (
            "two files exchanged",
            exchange,
            "«sitio/casos/caso-03.html» fue alterado: tiene el contenido de «sitio/casos/caso-04.html»",
        ),
        ("a shorter manifest", truncate, "la firma de la clave"),
        ("another key", other_key, "no con"),
    ];
    assert!(site.path("copia").join(page).is_file());
    for (what, change, expected) in changes {
        let copy = copied(&site, what);
        change(&copy);
        let is_of_signature = ["a shorter manifest", "another key"].contains(&what);
        match is_of_signature {
            true => assert_failure(&signature(&copy)),
            // `sha256sum` does not look for files missing from the manifest.
            false if what == "a file more" => assert_success(&sums(&copy)),
            false => assert_failure(&sums(&copy)),
        }
        let name = copy.to_string_lossy().into_owned();
        site.quipu(&["verificar", &name])
            .code(1)
            .says(expected)
            .says("no está como se empacó");
        let zip = zipped(&copy);
        site.quipu(&["verificar", &zip.to_string_lossy()])
            .code(1)
            .says(expected);
    }
}

/// An alteration of a copy.
type Change = fn(&Path);

fn flip(file: &Path) {
    let mut bytes = fs::read(file).unwrap();
    let middle = bytes.len() / 2;
    bytes[middle] ^= 1;
    fs::write(file, bytes).unwrap();
}

fn exchange(copy: &Path) {
    let [one, two, aside] =
        ["sitio/casos/caso-03.html", "sitio/casos/caso-04.html", "x"].map(|path| copy.join(path));
    fs::rename(&one, &aside).unwrap();
    fs::rename(&two, &one).unwrap();
    fs::rename(&aside, &two).unwrap();
}

fn truncate(copy: &Path) {
    let manifest = copy.join("MANIFEST.sha256");
    let text = fs::read_to_string(&manifest).unwrap();
    let lines: Vec<&str> = text.split_inclusive('\n').collect();
    fs::write(manifest, lines[..lines.len() / 2].concat()).unwrap();
}

/// Replaces the public key of the signer by another.
fn other_key(copy: &Path) {
    let folder = tempfile::tempdir().unwrap();
    Run::new(folder.path(), &["key", "new", "otra", "--no-password"]).code(0);
    fs::copy(folder.path().join("otra.pub"), copy.join("CLAVE.pub")).unwrap();
}

fn copied(site: &TestSite, name: &str) -> PathBuf {
    let copy = site.path(name);
    for (path, bytes) in tree(&site.path("copia")) {
        site.write(&format!("{name}/{path}"), &bytes);
    }
    copy
}

/// Packs a copy with the `zip` program.
fn zipped(copy: &Path) -> PathBuf {
    let zip = copy.with_extension("zip");
    assert_success(&tool(
        copy,
        "zip",
        &["-q", "-r", &zip.to_string_lossy(), "."],
    ));
    zip
}

#[test]
fn another_signer_is_detected_with_the_institutions_key() {
    let site = signed();
    site.quipu(&["key", "new", "otra", "--no-password"]).code(0);
    site.quipu(&["verify", "copia", "--public-key", "otra.pub"])
        .code(1)
        .says("la copia está firmada con la clave");
    fs::remove_file(site.path("copia/MANIFEST.sha256.minisig")).unwrap();
    site.quipu(&["verify", "copia"])
        .code(1)
        .says("falta la firma");
    site.quipu(&["verify", "copia", "--public-key", "llave.key"])
        .code(2)
        .says("no contiene una clave");
}

#[test]
fn an_unsigned_copy_is_complete_and_reported_as_unsigned() {
    let site = built();
    pack(&site, &["--to", "copia"]).code(0);
    site.quipu(&["verificar", "copia"])
        .code(0)
        .says("no tiene firma");
    site.quipu(&["key", "new", "llave", "--no-password"])
        .code(0);
    site.quipu(&["verificar", "copia", "--public-key", "llave.pub"])
        .code(1)
        .says("falta la firma");
}

#[test]
fn packing_an_edition_is_reproducible() {
    let site = built();
    let targets = [
        "--to", "una", "--to", "una.zip", "--to", "otra", "--to", "otra.zip",
    ];
    pack(&site, &targets).code(0);
    assert_eq!(tree(&site.path("una")), tree(&site.path("otra")));
    let zips = ["una.zip", "otra.zip"].map(|zip| fs::read(site.path(zip)).unwrap());
    assert_eq!(zips[0], zips[1]);
    assert_success(&tool(&site.path("."), "unzip", &["-tq", "una.zip"]));
    assert_success(&tool(
        &site.path("."),
        "unzip",
        &["-q", "una.zip", "-d", "abierta"],
    ));
    assert_eq!(tree(&site.path("abierta")), tree(&site.path("una")));
    for copy in ["una", "una.zip", "abierta"] {
        assert_complete(&site, copy);
    }
    let epoch = Command::new(env!("CARGO_BIN_EXE_quipu"))
        .args(["pack", "--to", "tercera.zip"])
        .current_dir(site.path("."))
        .env("SOURCE_DATE_EPOCH", "1795703400")
        .output()
        .unwrap();
    assert_success(&epoch);
    assert!(fs::read(site.path("tercera.zip")).unwrap() == zips[0]);
}

#[test]
fn a_newer_copy_leaves_no_files_of_the_older_one() {
    let site = built();
    pack(&site, &["--to", "copia", "--to", "copia.zip"]).code(0);
    fs::remove_file(site.path("content/casos/caso-07.md")).unwrap();
    site.quipu(&["build"]).code(0);
    for _ in 0..2 {
        pack(
            &site,
            &["--to", "copia", "--to", "copia.zip", "--to", "nueva"],
        )
        .code(0);
        assert!(!site.path("copia/sitio/casos/caso-07.html").exists());
        assert_eq!(tree(&site.path("copia")), tree(&site.path("nueva")));
        assert_complete(&site, "copia.zip");
    }
}

#[test]
fn an_interrupted_copy_never_looks_complete_and_is_completed_by_packing_again() {
    let site = built();
    pack(&site, &["--to", "copia"]).code(0);
    let complete = tree(&site.path("copia"));
    // The state while the copy is being written.
    for file in ["ABRIR.html", "MANIFEST.sha256", "sitio/casos/caso-07.html"] {
        fs::remove_file(site.path("copia").join(file)).unwrap();
    }
    site.write("copia/COPIA-INCOMPLETA.txt", b"");
    site.write("copia/.quipu-parte", b"a medias");
    site.quipu(&["verificar", "copia"])
        .code(1)
        .says("falta «MANIFEST.sha256»");
    pack(&site, &["--to", "copia"]).code(0);
    assert_eq!(tree(&site.path("copia")), complete);
}

#[test]
fn foreign_files_are_never_touched() {
    let site = built();
    site.write("fotos/familia.jpg", b"x");
    pack(&site, &["--to", "fotos"])
        .code(2)
        .says("familia.jpg")
        .says("No se escribió nada");
    pack(&site, &["--to", "copia"]).code(0);
    site.write("copia/sitio/mis-notas.txt", b"x");
    pack(&site, &["--to", "copia"])
        .code(2)
        .says("mis-notas.txt");
    site.write("informe.zip", b"no es una copia");
    pack(&site, &["--to", "informe.zip"])
        .code(2)
        .says("informe.zip");
    pack(&site, &["--to", "fotos", "--zip"])
        .code(2)
        .says("es una carpeta");
    site.write("memoria/System Volume Information/x", b"de Windows");
    pack(&site, &["--to", "memoria"]).code(0);
    assert_complete(&site, "memoria");
    assert!(site.path("memoria/System Volume Information/x").is_file());
}

#[test]
fn a_target_inside_the_site_or_given_twice_is_rejected() {
    let site = built();
    let before = site.built();
    pack(&site, &["--to", "public/copia"])
        .code(2)
        .says("se superpone");
    pack(&site, &["--to", "."]).code(2).says("se superpone");
    pack(&site, &["--to", "copia", "--to", "copia/otra"])
        .code(2)
        .says("repetido");
    pack(&site, &["--to", "con"])
        .code(2)
        .says("Windows reserva ese nombre");
    pack(&site, &[]).code(2).says("falta --to");
    site.quipu(&["pack", "--to", "copia", "--edition", "ayer"])
        .code(2)
        .says("«ayer» no es una fecha y hora");
    assert!(!site.path("copia").exists() && !site.path("con").exists());
    assert_eq!(site.built(), before);
}

#[test]
fn a_folder_without_a_built_site_is_not_packed() {
    let site = TestSite::new().file("carpeta/index.html", "hola");
    pack(&site, &["--to", "copia"])
        .code(2)
        .says("no hay un sitio construido");
    pack(&site, &["--to", "copia", "--site", "carpeta"])
        .code(2)
        .says("no hay un sitio construido");
    assert!(!site.path("copia").exists());
}

#[test]
fn all_unportable_names_are_reported() {
    let site = built();
    // A build without a list of its files, as older versions made them.
    site.write("public/.quipu-site", b"Quipu\n");
    for name in [
        "nul.html",
        "¿qué?.html",
        "fin.",
        "Índice.html",
        "índice.html",
    ] {
        site.write(&format!("public/casos/{name}"), b"x");
    }
    let long = format!("public/casos/{}/{}.html", "a".repeat(120), "b".repeat(120));
    site.write(&long, b"x");
    pack(&site, &["--to", "copia"])
        .code(1)
        .says("Windows reserva ese nombre")
        .says("< > : \" | ? *")
        .says("termina en punto")
        .says("serían un mismo archivo")
        .says("demasiado larga");
    assert!(!site.path("copia").exists());
}

#[test]
fn a_symlink_in_a_copy_is_reported_and_not_followed() {
    let site = signed();
    fs::write(site.path("secreto"), "x").unwrap();
    #[cfg(unix)]
    std::os::unix::fs::symlink(site.path("secreto"), site.path("copia/sitio/enlace.html")).unwrap();
    #[cfg(unix)]
    site.quipu(&["verificar", "copia"])
        .code(1)
        .says("es un enlace a otro archivo");
}

#[test]
fn unsafe_paths_of_a_manifest_are_reported_by_line() {
    let site = built();
    pack(&site, &["--to", "copia"]).code(0);
    let sum = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
    let paths = [
        "/etc/passwd",
        "../fuera",
        "sitio\\x",
        "aux",
        "sitio/A",
        "sitio/a",
    ];
    let lines: Vec<_> = paths
        .iter()
        .map(|path| format!("{sum}  {path}\n"))
        .collect();
    site.write(
        "copia/MANIFEST.sha256",
        (lines.concat() + "nada\n").as_bytes(),
    );
    site.quipu(&["verificar", "copia"])
        .code(1)
        .says("línea 1: «/etc/passwd»: la ruta comienza en la raíz")
        .says("línea 2: «../fuera»: la ruta sale de su carpeta")
        .says("línea 3: «sitio\\x»: tiene una barra invertida")
        .says("línea 4: «aux»: Windows reserva ese nombre")
        .says("línea 6: «sitio/a» está repetido")
        .says("línea 7: no es una suma y una ruta");
}

#[test]
fn files_that_are_not_a_copy_cannot_be_verified() {
    let site = TestSite::empty()
        .file("carpeta/x", "x")
        .file("x.zip", "no es un zip");
    for path in ["carpeta", "x.zip"] {
        site.quipu(&["verificar", path])
            .code(2)
            .says("no hay una copia");
    }
    site.quipu(&["verificar", "nada"]).code(2).says("no existe");
    site.quipu(&["verificar"]).code(2).says("falta <COPIA>");
}

#[test]
fn a_key_works_with_minisign_and_its_password_is_never_an_argument() {
    let site = built();
    let folder = site.path(".");
    let made = with_input(&folder, &["clave", "nueva", "llave"], "secreto ñ\n");
    assert_success(&made);
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let mode = fs::metadata(site.path("llave.key"))
            .unwrap()
            .permissions()
            .mode();
        assert_eq!(mode & 0o777, 0o600);
    }
    let public = fs::read_to_string(site.path("llave.pub")).unwrap();
    let id = public.lines().next().unwrap().rsplit(' ').next().unwrap();
    assert!(
        output_text(&made).contains(&format!("Clave {id}")),
        "{}",
        output_text(&made)
    );
    let again = with_input(&folder, &["clave", "nueva", "llave"], "otra\n");
    assert_eq!(again.status.code(), Some(2));
    assert!(output_text(&again).contains("ya existe"));
    assert_eq!(fs::read_to_string(site.path("llave.pub")).unwrap(), public);

    let arguments = ["pack", "--to", "copia", "--key", "llave.key"];
    let wrong = with_input(&folder, &arguments, "otra\n");
    assert_eq!(wrong.status.code(), Some(2));
    assert!(output_text(&wrong).contains("la contraseña no es la de esta clave"));
    assert!(!site.path("copia").exists());
    assert_success(&with_input(&folder, &arguments, "secreto ñ\n"));
    assert_success(&signature(&site.path("copia")));
}

#[test]
fn a_key_without_a_password_must_be_requested() {
    let folder = tempfile::tempdir().unwrap();
    for input in ["", "\n"] {
        let output = with_input(folder.path(), &["key", "new", "llave"], input);
        assert_eq!(output.status.code(), Some(2));
        assert!(
            output_text(&output).contains("falta la contraseña"),
            "{}",
            output_text(&output)
        );
    }
    assert!(tree(folder.path()).is_empty());
    Run::new(folder.path(), &["key", "new", "llave", "--sin-contrasena"])
        .code(0)
        .says("cualquiera que copie");
    // `minisign` can sign with the key and verify the signature.
    fs::write(folder.path().join("x"), "x").unwrap();
    assert_success(&tool(
        folder.path(),
        "minisign",
        &["-S", "-W", "-s", "llave.key", "-m", "x"],
    ));
    assert_success(&tool(
        folder.path(),
        "minisign",
        &["-Vm", "x", "-p", "llave.pub"],
    ));
    let site = built();
    site.write("no.key", b"untrusted comment: x\nnada\n");
    pack(&site, &["--to", "copia", "--key", "no.key"])
        .code(2)
        .says("no contiene una clave");
}

/// Writes `copia.zip` with these files, then replaces each first text of `mangle` by the
/// second, of the same length, in the bytes of the archive.
fn hostile_zip(site: &TestSite, files: &[(&str, &[u8])], mangle: &[(&str, &str)]) {
    let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    let options = zip::write::SimpleFileOptions::default();
    for (path, bytes) in files {
        zip.start_file(*path, options).unwrap();
        zip.write_all(bytes).unwrap();
    }
    let mut bytes = zip.finish().unwrap().into_inner();
    for (from, to) in mangle {
        assert_eq!(from.len(), to.len());
        replace_bytes(&mut bytes, from.as_bytes(), to.as_bytes());
    }
    site.write("copia.zip", &bytes);
}

pub fn replace_bytes(bytes: &mut [u8], from: &[u8], to: &[u8]) {
    let found: Vec<usize> = (0..bytes.len().saturating_sub(from.len()))
        .filter(|at| bytes[*at..].starts_with(from))
        .collect();
    assert!(!found.is_empty(), "nothing to replace");
    for at in found {
        bytes[at..at + to.len()].copy_from_slice(to);
    }
}

#[test]
fn a_hostile_zip_is_rejected_before_unpacking() {
    let site = TestSite::empty();
    let plain: [(&str, &[u8]); 2] = [("MANIFEST.sha256", b""), ("sitio/aa/x.html", b"x")];
    for (from, to, expected) in [
        (
            "sitio/aa/x.html",
            "sitio/../x.html",
            "la ruta sale de su carpeta",
        ),
        (
            "sitio/aa/x.html",
            "/itio/aa/x.html",
            "la ruta comienza en la raíz",
        ),
        (
            "sitio/aa/x.html",
            "C:tio/aa/x.html",
            "la ruta comienza en la raíz",
        ),
        (
            "sitio/aa/x.html",
            "sitio\\aa\\x.html",
            "una barra invertida",
        ),
        (
            "sitio/aa/x.html",
            "sitio/aa/com1.a",
            "Windows reserva ese nombre",
        ),
        (
            "sitio/aa/x.html",
            "manifest.SHA256",
            "es el mismo archivo que «MANIFEST.sha256»",
        ),
        ("sitio/aa/x.html", "MANIFEST.sha256", "cosas distintas"),
    ] {
        hostile_zip(&site, &plain, &[(from, to)]);
        site.quipu(&["verificar", "copia.zip"])
            .code(1)
            .says(expected);
    }
}

#[test]
fn a_symlink_in_a_zip_is_rejected() {
    let site = TestSite::empty();
    let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    let options = zip::write::SimpleFileOptions::default();
    zip.add_symlink("sitio/enlace.html", "/etc/passwd", options)
        .unwrap();
    site.write("copia.zip", &zip.finish().unwrap().into_inner());
    site.quipu(&["verificar", "copia.zip"])
        .code(1)
        .says("es un enlace a otro archivo");
}

#[test]
fn a_zip_bomb_is_not_unpacked() {
    let site = TestSite::empty();
    let zeros = vec![0; 40 << 20];
    // Any digest will do: the file is rejected before it is unpacked.
    let line = format!("{}  sitio/lleno.html\n", "0".repeat(64));
    let files: [(&str, &[u8]); 2] = [
        ("MANIFEST.sha256", line.as_bytes()),
        ("sitio/lleno.html", &zeros),
    ];
    hostile_zip(&site, &files, &[]);
    site.quipu(&["verificar", "copia.zip"])
        .code(1)
        .says("mucho más de lo que se empacó");
}

#[test]
fn a_zip_with_false_sizes_is_reported() {
    let site = built();
    pack(&site, &["--to", "copia.zip"]).code(0);
    let page = site.built()["casos/caso-03.html"].len();
    let mut bytes = fs::read(site.path("copia.zip")).unwrap();
    let size = u32::try_from(page).unwrap().to_le_bytes();
    replace_bytes(&mut bytes, &size, &7_u32.to_le_bytes());
    site.write("copia.zip", &bytes);
    site.quipu(&["verificar", "copia.zip"])
        .code(1)
        .says("caso-03.html» fue alterado");
    // Truncated, the archive has lost its central directory.
    bytes.truncate(bytes.len() / 2);
    site.write("copia.zip", &bytes);
    site.quipu(&["verificar", "copia.zip"])
        .code(2)
        .says("no hay una copia");
}

#[test]
fn a_signature_of_another_site_does_not_hide_alterations() {
    let site = signed();
    let other = built().case("otro.md", "Otro sitio.").build();
    pack(&other, &["--to", "copia"]).code(0);
    for file in ["MANIFEST.sha256", "MANIFEST.sha256.minisig", "CLAVE.pub"] {
        fs::copy(
            site.path("copia").join(file),
            other.path("copia").join(file),
        )
        .unwrap();
    }
    other
        .quipu(&["verificar", "copia"])
        .code(1)
        .says("«sitio/index.html» fue alterado")
        .says("«sitio/casos/otro.html» sobra");
}

/// The kills are spread evenly over the duration of a complete pack.
#[cfg(unix)]
#[test]
fn a_copy_killed_at_any_moment_never_looks_complete_and_is_completed_by_packing_again() {
    const KILLS: u32 = 20;
    let site = built();
    pack(&site, &["--to", "copia", "--to", "vieja"]).code(0);
    let site = site.case("nuevo.md", "Texto nuevo.").build();
    let start = std::time::Instant::now();
    pack(&site, &["--to", "nueva"]).code(0);
    let took = start.elapsed();
    let [old, new] = ["vieja", "nueva"].map(|copy| tree(&site.path(copy)));
    let mut cut_short = 0;
    for kill in 0..KILLS {
        let mut child = Command::new(env!("CARGO_BIN_EXE_quipu"))
            .args(["pack", "--to", "copia", "--edition", EDITION])
            .current_dir(site.path("."))
            .stderr(Stdio::null())
            .spawn()
            .expect("quipu runs");
        std::thread::sleep(took * kill / KILLS);
        child.kill().unwrap();
        child.wait().unwrap();
        let current = tree(&site.path("copia"));
        if current != old && current != new {
            cut_short += 1;
            assert!(current.contains_key("COPIA-INCOMPLETA.txt"), "kill {kill}");
            site.quipu(&["verificar", "copia"]).code(1);
        }
        pack(&site, &["--to", "copia"]).code(0);
        assert_eq!(tree(&site.path("copia")), new, "kill {kill}");
        fs::remove_dir_all(site.path("copia")).unwrap();
        for (path, bytes) in &old {
            site.write(&format!("copia/{path}"), bytes);
        }
    }
    assert!(cut_short > 0, "no kill came while the copy was written");
}

#[test]
fn a_key_is_not_made_where_it_would_be_published() {
    let site = TestSite::new()
        .case("a.md", "Texto.")
        .file("raiz/CNAME", "a.pe\n")
        .build();
    site.quipu(&["build", "--output", "www/sitio"]).code(0);
    fs::create_dir(site.path("themes")).unwrap();
    let folders = [
        "content",
        "content/casos",
        "raiz",
        "themes",
        "public",
        "www/sitio/casos",
    ];
    for folder in folders {
        let key = format!("{folder}/llave");
        site.quipu(&["key", "new", &key, "--no-password"])
            .code(2)
            .says("lo que está ahí se publica en la web");
        assert!(!site.path(&format!("{key}.key")).exists());
        // Also from within the folder, and through a path that leaves it and returns.
        Run::new(
            &site.path(folder),
            &["key", "new", "llave", "--no-password"],
        )
        .code(2);
    }
    site.quipu(&["key", "new", "www/../content/llave", "--no-password"])
        .code(2);
    site.quipu(&["key", "new", "www/llave", "--no-password"])
        .code(0);
    site.quipu(&["key", "new", "llave", "--no-password"])
        .code(0);
}

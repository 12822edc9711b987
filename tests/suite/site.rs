//! Small temporary sites, and runs of the `quipu` binary on them.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use image::{ImageFormat, Rgb, RgbImage};
use tempfile::TempDir;

/// A site in a temporary folder, deleted when dropped.
pub struct TestSite {
    folder: TempDir,
}

const SETTINGS: &str = "titulo: Sitio de prueba\nidiomas: [es, en]\n";
const REGIONS: &str = "\
- {slug: loreto, nombre: Loreto, ubigeo: \"16\"}
- {slug: san-martin, nombre: San Martín, ubigeo: \"22\", alias: [Goresam]}
";
const SECTORS: &str = "\
- {slug: ambiente, nombre: {es: Ambiente, en: Environment}}
- {slug: salud, nombre: {es: Salud, en: Health}}
";
const MODEL: &str = "---\ntitulo: Autoridad ambiental\n---\n\n## Qué es\n\nUn enfoque.\n";

/// Front matter with only the required keys, without the `---` lines.
pub const REQUIRED: &str =
    "titulo: Un caso\nregion: loreto\nsector: salud\nmodelo_de_gestion: autoridad\n";

impl TestSite {
    /// Creates a site with settings, two regions, two sectors and a model, but no case.
    pub fn new() -> Self {
        Self::empty()
            .file("quipu.yaml", SETTINGS)
            .file("content/vocabulario/region.yaml", REGIONS)
            .file("content/vocabulario/sector.yaml", SECTORS)
            .file("content/modelos/autoridad.md", MODEL)
    }

    /// Creates an empty folder.
    pub fn empty() -> Self {
        let folder = tempfile::tempdir().expect("a temporary folder");
        Self { folder }
    }

    /// Creates a copy of `tests/fixtures/<name>`.
    pub fn fixture(name: &str) -> Self {
        let site = Self::empty();
        let fixture = Path::new(env!("CARGO_MANIFEST_DIR"))
            .join("tests/fixtures")
            .join(name);
        for (path, bytes) in tree(&fixture) {
            site.write(&path, &bytes);
        }
        site
    }

    pub fn file(self, path: &str, text: &str) -> Self {
        self.write(path, text.as_bytes());
        self
    }

    /// Adds a case study with the required keys and a body.
    pub fn case(self, name: &str, body: &str) -> Self {
        self.file(
            &format!("content/casos/{name}"),
            &format!("---\n{REQUIRED}---\n\n{body}\n"),
        )
    }

    /// Adds a case study with the required keys, further front matter and no body.
    pub fn case_with(self, name: &str, front: &str) -> Self {
        self.file(
            &format!("content/casos/{name}"),
            &format!("---\n{REQUIRED}{front}\n---\n"),
        )
    }

    pub fn write(&self, path: &str, bytes: &[u8]) {
        let file = self.folder.path().join(path);
        fs::create_dir_all(file.parent().expect("a parent")).expect("a folder");
        fs::write(file, bytes).expect("a file");
    }

    /// Adds a valid PNG picture, 90 pixels wide.
    pub fn picture(self, path: &str) -> Self {
        let mut bytes = std::io::Cursor::new(Vec::new());
        dot()
            .write_to(&mut bytes, ImageFormat::Png)
            .expect("a picture");
        self.write(path, &bytes.into_inner());
        self
    }

    pub fn path(&self, path: &str) -> PathBuf {
        self.folder.path().join(path)
    }

    /// Runs `quipu` in the site's folder.
    pub fn quipu(&self, arguments: &[&str]) -> Run {
        Run::new(self.folder.path(), arguments)
    }

    /// Builds the site; the build must succeed.
    pub fn build(self) -> Self {
        self.quipu(&["build"]).code(0);
        self
    }

    /// Deletes the build records, so that the next build is not incremental.
    pub fn forget(&self) {
        fs::remove_dir_all(self.path(".quipu/builds")).expect("a record");
    }

    /// Returns the content of a built page.
    pub fn page(&self, path: &str) -> String {
        let file = self.path("public").join(path);
        fs::read_to_string(&file).unwrap_or_else(|error| panic!("{path}: {error}"))
    }

    /// Returns the contents of all built files by path.
    pub fn built(&self) -> BTreeMap<String, Vec<u8>> {
        tree(&self.path("public"))
    }
}

/// Draws a red square on an off-white background, 90 by 60 pixels.
pub fn dot() -> RgbImage {
    RgbImage::from_fn(90, 60, |x, y| {
        let is_dot = (20..40).contains(&x) && (20..40).contains(&y);
        Rgb(if is_dot {
            [160, 30, 30]
        } else {
            [250, 250, 245]
        })
    })
}

/// Output and exit code of a finished run of the binary.
pub struct Run {
    output: Output,
    folder: String,
}

impl Run {
    pub fn new(folder: &Path, arguments: &[&str]) -> Self {
        let output = Command::new(env!("CARGO_BIN_EXE_quipu"))
            .args(arguments)
            .current_dir(folder)
            .env("LC_ALL", "es_PE.UTF-8")
            .env_remove("CLICOLOR_FORCE")
            .output()
            .expect("quipu runs");
        Self {
            output,
            folder: folder.to_string_lossy().into_owned(),
        }
    }

    #[track_caller]
    /// Returns the exit code; -1 if a signal ended the program.
    pub fn exit_code(&self) -> i32 {
        self.output.status.code().unwrap_or(-1)
    }

    pub fn code(self, expected: i32) -> Self {
        assert_eq!(
            self.output.status.code(),
            Some(expected),
            "{}",
            self.stderr()
        );
        self
    }

    pub fn exit(&self) -> Option<i32> {
        self.output.status.code()
    }

    /// Returns standard error, with the site's folder replaced by `SITIO`.
    pub fn stderr(&self) -> String {
        String::from_utf8_lossy(&self.output.stderr).replace(&self.folder, "SITIO")
    }

    pub fn stdout(&self) -> String {
        String::from_utf8_lossy(&self.output.stdout).into_owned()
    }

    #[track_caller]
    pub fn says(self, text: &str) -> Self {
        assert!(
            self.stderr().contains(text),
            "no «{text}» in:\n{}",
            self.stderr()
        );
        self
    }
}

/// Returns the contents of every file under `folder` by relative path with `/`.
pub fn tree(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut files = BTreeMap::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(next) = folders.pop() {
        for entry in fs::read_dir(&next).into_iter().flatten().flatten() {
            let path = entry.path();
            if path.is_dir() {
                folders.push(path);
            } else {
                let relative = path.strip_prefix(folder).expect("inside");
                let relative = relative.to_string_lossy().replace('\\', "/");
                files.insert(relative, fs::read(&path).expect("readable"));
            }
        }
    }
    files
}

//! A small valid site in which the fuzzer controls one file.

use std::fs;

use quipu::build::pipeline::{self, Options};
use quipu::messages::diagnostics::{Severity, report};
use quipu::messages::locale::{self, Catalogue};
use quipu::output::write::Discard;
use tempfile::TempDir;

/// Front matter of a valid case, without the closing `---` line.
pub const VALID: &str = "---\ntitulo: Un caso\nregion: loreto\nsector: salud\n\
    modelo_de_gestion: autoridad\nfuentes: [{titulo: Un informe}]\n";

const FILES: [(&str, &str); 5] = [
    ("quipu.yaml", "titulo: Sitio\nidiomas: [es, en]\n"),
    (
        "content/vocabulario/region.yaml",
        "- {slug: loreto, nombre: Loreto, ubigeo: \"16\"}\n",
    ),
    (
        "content/vocabulario/sector.yaml",
        "- {slug: salud, nombre: {es: Salud, en: Health}}\n",
    ),
    (
        "content/modelos/autoridad.md",
        "---\ntitulo: Autoridad\n---\n",
    ),
    ("content/casos/otro.md", ""),
];

/// A site in a temporary folder, and the message catalogues of all languages.
pub struct Fuzzed {
    folder: TempDir,
    languages: Vec<Catalogue>,
}

impl Default for Fuzzed {
    /// # Panics
    /// If no temporary folder can be created.
    fn default() -> Self {
        let shared_memory = std::path::Path::new("/dev/shm");
        let folder = if shared_memory.is_dir() {
            TempDir::new_in(shared_memory)
        } else {
            TempDir::new()
        };
        let site = Self {
            folder: folder.expect("a temporary folder"),
            languages: locale::languages()
                .iter()
                .map(|code| locale::catalogue(code))
                .collect(),
        };
        for (path, text) in FILES {
            site.write(path, text.as_bytes());
        }
        let other = format!("{VALID}---\n\n## Resultados\n\nTexto [1].\n");
        site.write("content/casos/otro.md", other.as_bytes());
        site
    }
}

impl Fuzzed {
    /// Runs the complete pipeline with `bytes` as the content of `path`, and formats every
    /// diagnostic except those of style in every language.
    pub fn run(&self, path: &str, bytes: &[u8]) {
        self.write(path, bytes);
        let options = Options {
            root: self.folder.path().to_owned(),
            drafts: true,
        };
        let outcome = pipeline::run(&options, &Discard, &());
        for words in &self.languages {
            let diagnostics = outcome.diagnostics.iter();
            for diagnostic in diagnostics.filter(|found| found.severity() != Severity::Style) {
                report::text(diagnostic, words);
            }
        }
    }

    fn write(&self, path: &str, bytes: &[u8]) {
        let file = self.folder.path().join(path);
        let parent = file.parent().expect("a folder");
        fs::create_dir_all(parent).expect("a folder");
        fs::write(file, bytes).expect("a file");
    }
}

//! Random sequences of edits: the live preview and incremental builds must match a clean
//! build byte for byte.

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Mutex;

use fastrand::Rng;
use image::RgbImage;
use quipu::build::pipeline::{self, Options};
use quipu::build::preview::Preview;
use quipu::messages::diagnostics::{Diagnostic, has_errors};
use quipu::output::write::Output;
use rayon::prelude::*;

use crate::site::TestSite;

/// Number of edits; `QUIPU_STEPS` overrides it.
const STEPS: usize = 150;
/// Edits per site, after which a new site is created.
const ROUND: usize = 50;
/// Every so many edits, the site is also built with the binary.
const BUILDS: usize = 10;

type Files = BTreeMap<String, Vec<u8>>;

#[test]
fn every_sequence_of_edits_matches_a_clean_build() {
    let number = |name: &str, otherwise| {
        let set = std::env::var(name).ok();
        set.map_or(otherwise, |set| set.parse().expect("a number"))
    };
    let steps = number("QUIPU_STEPS", STEPS as u64) as usize;
    let seed = number("QUIPU_SEED", 1);
    let rounds = (0..steps.div_ceil(ROUND)).into_par_iter();
    let valid: usize = rounds
        .map(|round| Round::begin(seed + round as u64).run(ROUND.min(steps - round * ROUND)))
        .sum();
    // Edits that cause errors are included, but must not dominate.
    assert!(
        valid > steps / 3,
        "{valid} of {steps} steps gave a sound site"
    );
}

/// A site being edited.
struct Round {
    site: TestSite,
    options: Options,
    random: Rng,
    preview: Preview,
    seed: u64,
}

impl Round {
    fn begin(seed: u64) -> Self {
        let site = sample();
        let options = Options {
            root: site.path(""),
            drafts: seed.is_multiple_of(3),
        };
        Self {
            preview: Preview::open(&options),
            random: Rng::with_seed(seed),
            options,
            site,
            seed,
        }
    }

    /// Applies random edits. Returns after how many of them the site was valid.
    fn run(mut self, steps: usize) -> usize {
        let mut valid = 0;
        let mut done = Vec::new();
        for step in 0..steps {
            let changed = self.edit(&mut done);
            // The changed files, as a file watcher reports them; an empty list stands for
            // events that the watcher has missed.
            let reported = match self.random.u8(..4) {
                0 => Vec::new(),
                _ => changed,
            };
            self.preview.update(&reported);
            let seed = self.seed;
            let context = || format!("seed {seed}, step {step}, after {done:#?}");
            let (files, diagnostics) = self.clean_build();
            assert_eq!(self.preview.problems(), diagnostics, "{}", context());
            let Some(files) = files else { continue };
            valid += 1;
            assert_same(&self.preview_files(), &files, &context);
            if step % BUILDS == 0 {
                assert_same(&self.built_files(), &files, &context);
            }
        }
        valid
    }

    fn clean_build(&self) -> (Option<Files>, Vec<Diagnostic>) {
        let output = InMemory::default();
        let outcome = pipeline::run(&self.options, &output, &());
        assert!(outcome.failure.is_none());
        let files = output.0.into_inner().unwrap();
        let is_valid = !has_errors(&outcome.diagnostics);
        (is_valid.then_some(files), outcome.diagnostics)
    }

    /// Returns all files of the preview.
    fn preview_files(&self) -> Files {
        let snapshot = self.preview.snapshot().expect("a sound site");
        let permalinks = snapshot.permalinks().expect("an index");
        let files = permalinks.into_iter().map(|permalink| {
            let bytes = snapshot.file(&permalink).expect("a file").bytes;
            (permalink, bytes)
        });
        files.collect()
    }

    /// Builds incrementally with the binary. Returns the built files.
    fn built_files(&mut self) -> Files {
        let [with, without]: [&[&str]; 2] = [&["build", "--drafts"], &["build"]];
        let (arguments, others) = match self.options.drafts {
            true => (with, without),
            false => (without, with),
        };
        // The build record then belongs to the other set of options, or is missing.
        if self.random.bool() {
            self.site.quipu(others);
        }
        self.site.quipu(arguments).code(0);
        // A second build finds nothing to do.
        self.site.quipu(arguments).code(0).says("Nada ha cambiado");
        let mut files = self.site.built();
        files.remove(".quipu-site");
        files
    }

    /// Applies a random edit and appends its description to `done`. Returns the changed
    /// files.
    fn edit(&mut self, done: &mut Vec<String>) -> Vec<PathBuf> {
        let case = self.random.usize(..CASES);
        let path = format!("content/casos/caso-{case}.md");
        let other = self.random.usize(..CASES + 2);
        let word = WORDS[self.random.usize(..WORDS.len())];
        let what = self.random.usize(..26);
        done.push(format!("{what}: {path}, {other}, {word}"));
        let site = &self.site;
        let text = fs::read_to_string(site.path(&path)).unwrap_or_else(|_| case_text(case));
        let put = |path: &str, text: String| {
            site.write(path, text.as_bytes());
            vec![site.path(path)]
        };
        let line = |key: &str, value: &str| replaced(&text, key, value);
        match what {
            0 => put(&path, case_text(case)),
            1 => remove(site, &path),
            2 => {
                let to = format!("content/casos/caso-{}.md", other % CASES);
                let _ = fs::rename(site.path(&path), site.path(&to));
                vec![site.path(&path), site.path(&to)]
            }
            3 => put(&path, line("titulo", &format!("Caso {word} {other}"))),
            4 => put(
                &path,
                line("region", ["loreto", "san-martin", "lorto"][other % 3]),
            ),
            5 => put(&path, line("fecha", &format!("2024-03-{:02}", other + 1))),
            6..=8 => put(&path, format!("{text}\nAl final, {word}.\n")),
            9 => put(&path, format!("{text}\nVea [el otro](caso-{other}.md).\n")),
            10 => put(
                &path,
                format!("{text}\n## Sobre {word}\n\nY [aquí](#sobre-{word}).\n"),
            ),
            11 => put(&path, line("borrador", ["true", "false"][other % 2])),
            12 => put(
                &format!("content/casos/caso-{case}.en.md"),
                translated(case, word),
            ),
            13 => remove(site, &format!("content/casos/caso-{case}.en.md")),
            14 => put("content/vocabulario/sector.yaml", sectors(word)),
            15 => put("quipu.yaml", settings(other, word)),
            16 => match other % 3 {
                0 => put(
                    "themes/propio/templates/404.html",
                    format!("{word} {{{{ lang }}}}"),
                ),
                1 => put("themes/propio/static/quipu.css", format!("/* {word} */")),
                _ => remove(site, "themes/propio/templates/404.html"),
            },
            17 => put(&path, format!("{text}\n## Sobre {word}\n")),
            18 => {
                let to = format!("caso-{}.md", other % CASES);
                let file = format!("content/casos/{to}");
                let there = fs::read_to_string(site.path(&file));
                let there = there.unwrap_or_else(|_| case_text(other % CASES));
                let mut changed = put(&file, format!("{there}\n## Sobre {word}\n"));
                let text = fs::read_to_string(site.path(&path)).unwrap_or(text);
                changed.extend(put(
                    &path,
                    format!("{text}\nVea [otro]({to}#sobre-{word}).\n"),
                ));
                changed
            }
            // Other cases may still link to the removed heading; 20 to 22 remove such links.
            19 => put(&path, without(&text, &["## Sobre ", "Y [aquí]"])),
            20..=22 => {
                let paths = (0..CASES).map(|case| format!("content/casos/caso-{case}.md"));
                let texts = paths.filter_map(|path| {
                    let text = fs::read_to_string(site.path(&path)).ok()?;
                    Some((path, without(&text, &["Vea [", "Y [aquí]"])))
                });
                texts.flat_map(|(path, text)| put(&path, text)).collect()
            }
            23 => draw(site, word),
            24 => {
                let mut changed = draw(site, word);
                changed.extend(put(&path, format!("{text}\n![Una foto](foto.png)\n")));
                changed
            }
            _ => {
                let mut changed = put("content/casos/datos.csv", word.to_owned());
                changed.extend(put(&path, format!("{text}\nLos [datos](datos.csv).\n")));
                changed
            }
        }
    }
}

const CASES: usize = 6;
const WORDS: [&str; 6] = ["lancha", "posta", "quebrada", "maloca", "achiote", "paiche"];

fn sample() -> TestSite {
    let mut site = TestSite::new()
        .file("quipu.yaml", &settings(0, "lancha"))
        .file("content/vocabulario/region.yaml", REGIONS)
        .file("content/vocabulario/glosario.yaml", GLOSSARY)
        .file("themes/propio/static/quipu.css", "/* propio */");
    for case in 0..CASES {
        site = site.file(&format!("content/casos/caso-{case}.md"), &case_text(case));
    }
    site
}

/// No `ubigeo` codes: they would add the municipality lists, which take most of the build
/// time.
const REGIONS: &str =
    "- {slug: loreto, nombre: Loreto}\n- {slug: san-martin, nombre: San Martín}\n";
const GLOSSARY: &str = "- {slug: paiche, nombre: Paiche, descripcion: Un pez.}\n";

fn case_text(case: usize) -> String {
    format!(
        "---\ntitulo: Caso {case}\nregion: loreto\nsector: salud\nmodelo_de_gestion: autoridad\n\
         fecha: 2024-01-{:02}\n---\n\n## Qué se hizo\n\nSe hizo en {}.\n",
        case + 1,
        WORDS[case % WORDS.len()]
    )
}

fn translated(case: usize, word: &str) -> String {
    format!("---\ntitle: Case {case} {word}\n---\n\nIt was done with {word}.\n")
}

fn sectors(word: &str) -> String {
    format!("- {{slug: ambiente, nombre: Ambiente}}\n- {{slug: salud, nombre: Salud con {word}}}\n")
}

fn settings(other: usize, word: &str) -> String {
    let theme = ["", "tema: propio\n"][other % 2];
    let address = ["", "direccion_web: https://sitio.example/\n"][other / 2 % 2];
    let size = other % 3 + 2;
    let languages = ["es, en", "es"][usize::from(other == CASES + 1)];
    format!(
        "titulo: Sitio con {word}\nidiomas: [{languages}]\ncasos_por_pagina: {size}\n{theme}{address}"
    )
}

/// Returns a case with another value of a front matter key.
fn replaced(text: &str, key: &str, value: &str) -> String {
    let others = text
        .lines()
        .filter(|line| !line.starts_with(&format!("{key}:")));
    let mut lines: Vec<String> = others.map(str::to_owned).collect();
    lines.insert(1.min(lines.len()), format!("{key}: {value}"));
    lines.join("\n") + "\n"
}

/// Returns a text without the lines that begin with any of `starts`.
fn without(text: &str, starts: &[&str]) -> String {
    let is_kept = |line: &&str| !starts.iter().any(|start| line.starts_with(start));
    let lines = text.lines().filter(is_kept);
    lines.map(|line| format!("{line}\n")).collect()
}

/// Draws a picture whose width depends on the length of a word.
fn draw(site: &TestSite, word: &str) -> Vec<PathBuf> {
    let picture = RgbImage::new(word.len() as u32 * 10, 30);
    let path = site.path("content/casos/foto.png");
    picture.save(&path).expect("a picture");
    vec![path]
}

fn remove(site: &TestSite, path: &str) -> Vec<PathBuf> {
    let _ = fs::remove_file(site.path(path));
    vec![site.path(path)]
}

fn assert_same(found: &Files, wanted: &Files, context: &dyn Fn() -> String) {
    let paths = found.keys().chain(wanted.keys());
    let differ: Vec<&String> = paths
        .filter(|path| found.get(*path) != wanted.get(*path))
        .collect();
    assert!(differ.is_empty(), "{differ:?} differ: {}", context());
}

/// An output that stores every file in memory.
#[derive(Default)]
struct InMemory(Mutex<Files>);

impl Output for InMemory {
    fn put(&self, permalink: &str, bytes: &[u8]) -> io::Result<()> {
        let mut files = self.0.lock().unwrap();
        let before = files.insert(permalink.to_owned(), bytes.to_owned());
        assert!(before.is_none(), "{permalink} is written twice");
        Ok(())
    }

    fn put_file(&self, permalink: &str, file: &Path) -> io::Result<()> {
        self.put(permalink, &fs::read(file)?)
    }
}

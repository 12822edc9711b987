//! Randomly damaged files never cause a panic.
//!
//! `QUIPU_MANGLE` sets the number of rounds: `QUIPU_MANGLE=100000 cargo test mangled`.

use std::fs;
use std::path::Path;

use quipu::build::pipeline::{self, Options};
use quipu::output::write::Discard;

use crate::site::TestSite;

/// A SplitMix64 generator (Steele, Lea and Flood, 2014), so that runs are reproducible on
/// every machine.
struct Dice(u64);

impl Dice {
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((mixed ^ (mixed >> 31)) % limit.max(1) as u64) as usize
    }
}

const PIECES: [&str; 32] = [
    "---\n",
    "\n\n",
    ": ",
    "- ",
    "[",
    "]",
    "{",
    "}",
    "\"",
    "'",
    "|",
    "> ",
    "&a ",
    "*a",
    "<b>",
    "</",
    "[1, 9]",
    "[^1]",
    "![](",
    "](a.md#b)",
    "javascript:",
    "\t",
    "\u{feff}",
    "\u{0}",
    "\u{301}",
    "🦜",
    "\r\n",
    "%",
    "#",
    "999999999999",
    "_index",
    "../",
];

#[test]
fn mangled_files_never_cause_a_panic() {
    let rounds = std::env::var("QUIPU_MANGLE").map_or(400, |rounds| rounds.parse().unwrap());
    let site = TestSite::new()
        .case_with(
            "a.md",
            include_str!("../../src/editor/starter/templates/case.es.md")
                .trim_start_matches("---\n"),
        )
        .case(
            "b.md",
            "## Uno\n\nVea [a](a.md#uno), nota[^1] y ![](foto.png).\n\n[^1]: Sí.\n",
        );
    let files = [
        "quipu.yaml",
        "content/casos/a.md",
        "content/casos/b.md",
        "content/modelos/autoridad.md",
        "content/vocabulario/sector.yaml",
        "content/vocabulario/sinonimos.yaml",
        "themes/quipu/i18n/es.ftl",
    ];
    site.write(
        "content/vocabulario/sinonimos.yaml",
        b"- [DCI, retraso en talla, 2030]\n-\n  - bote\n  - lancha\n",
    );
    site.write("themes/quipu/i18n/es.ftl", b"search = Encontrar\n");
    let valid: Vec<Vec<u8>> = files
        .iter()
        .map(|file| fs::read(site.path(file)).unwrap())
        .collect();
    let mut dice = Dice(20_261_124);
    for _ in 0..rounds {
        let chosen = dice.below(files.len());
        let mangled = mangle(&valid[chosen], &mut dice);
        fs::write(site.path(files[chosen]), &mangled).unwrap();
        check(&site.path(""), files[chosen], &mangled);
        fs::write(site.path(files[chosen]), &valid[chosen]).unwrap();
    }
}

fn check(root: &Path, file: &str, mangled: &[u8]) {
    let options = Options {
        root: root.to_owned(),
        drafts: true,
    };
    let run = || pipeline::run(&options, &Discard, &());
    let outcome = std::panic::catch_unwind(run);
    let Ok(outcome) = outcome else {
        panic!(
            "{file} made it panic:\n{}",
            String::from_utf8_lossy(mangled)
        );
    };
    for diagnostic in &outcome.diagnostics {
        let words = quipu::messages::locale::catalogue("es");
        assert!(!quipu::messages::diagnostics::report::text(diagnostic, &words).is_empty());
    }
}

fn mangle(valid: &[u8], dice: &mut Dice) -> Vec<u8> {
    let mut bytes = valid.to_vec();
    for _ in 0..=dice.below(6) {
        let at = dice.below(bytes.len() + 1);
        let end = (at + dice.below(12)).min(bytes.len());
        match dice.below(5) {
            0 => drop(bytes.drain(at..end)),
            1 => {
                let copy = bytes[at..end].to_vec();
                bytes.splice(at..at, copy);
            }
            2 => bytes.insert(at, dice.below(256) as u8),
            3 => bytes.truncate(at),
            _ => {
                let piece = PIECES[dice.below(PIECES.len())];
                bytes.splice(at..at, piece.bytes());
            }
        }
    }
    bytes
}

//! Fuzzes the Markdown body of a case study.
#![no_main]

use std::sync::LazyLock;

use libfuzzer_sys::fuzz_target;
use quipu_fuzz::{Fuzzed, VALID};

static SITE: LazyLock<Fuzzed> = LazyLock::new(Fuzzed::default);

fuzz_target!(|bytes: &[u8]| {
    let file = [VALID.as_bytes(), b"---\n", bytes].concat();
    SITE.run("content/casos/caso.md", &file);
});

//! Fuzzes the front matter of a case study.
#![no_main]

use std::sync::LazyLock;

use libfuzzer_sys::fuzz_target;
use quipu_fuzz::Fuzzed;

static SITE: LazyLock<Fuzzed> = LazyLock::new(Fuzzed::default);

fuzz_target!(|bytes: &[u8]| {
    let file = [b"---\n", bytes, b"\n---\n\nTexto [1].\n"].concat();
    SITE.run("content/casos/caso.md", &file);
});

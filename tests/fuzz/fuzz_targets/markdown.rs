//! A case study's body.
#![no_main]

use std::sync::LazyLock;

use libfuzzer_sys::fuzz_target;
use quipu_fuzz::{Fuzzed, SOUND};

static SITE: LazyLock<Fuzzed> = LazyLock::new(Fuzzed::default);

fuzz_target!(|bytes: &[u8]| {
    let file = [SOUND.as_bytes(), b"---\n", bytes].concat();
    SITE.run("content/casos/caso.md", &file);
});

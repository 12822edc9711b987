//! Fuzzes a vocabulary.
#![no_main]

use std::sync::LazyLock;

use libfuzzer_sys::fuzz_target;
use quipu_fuzz::Fuzzed;

static SITE: LazyLock<Fuzzed> = LazyLock::new(Fuzzed::default);

fuzz_target!(|bytes: &[u8]| {
    SITE.run("content/vocabulario/sector.yaml", bytes);
});

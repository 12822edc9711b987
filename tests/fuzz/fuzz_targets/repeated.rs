//! Fuzzes with a short text repeated up to 256 KiB, which exposes quadratic run time. The
//! first byte selects front matter or body.
#![no_main]

use std::sync::LazyLock;

use libfuzzer_sys::fuzz_target;
use quipu_fuzz::{Fuzzed, VALID};

const LENGTH: usize = 256 * 1024;

static SITE: LazyLock<Fuzzed> = LazyLock::new(Fuzzed::default);

fuzz_target!(|bytes: &[u8]| {
    let Some((selector, text)) = bytes.split_first().filter(|(_, text)| !text.is_empty()) else {
        return;
    };
    let repeated = text.repeat(LENGTH / text.len());
    let file = match selector % 2 {
        0 => [VALID.as_bytes(), b"---\n\n", &repeated].concat(),
        _ => [VALID.as_bytes(), &repeated, b"\n---\n"].concat(),
    };
    SITE.run("content/casos/caso.md", &file);
});

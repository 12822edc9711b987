//! A short text over and over, up to 256 KiB of it: what takes the square of its
//! length shows only here. The first byte says whether it is front matter or body.
#![no_main]

use std::sync::LazyLock;

use libfuzzer_sys::fuzz_target;
use quipu_fuzz::{Fuzzed, SOUND};

const LENGTH: usize = 256 * 1024;

static SITE: LazyLock<Fuzzed> = LazyLock::new(Fuzzed::default);

fuzz_target!(|bytes: &[u8]| {
    let Some((place, text)) = bytes.split_first().filter(|(_, text)| !text.is_empty()) else {
        return;
    };
    let repeated = text.repeat(LENGTH / text.len());
    let file = match place % 2 {
        0 => [SOUND.as_bytes(), b"---\n\n", &repeated].concat(),
        _ => [SOUND.as_bytes(), &repeated, b"\n---\n"].concat(),
    };
    SITE.run("content/casos/caso.md", &file);
});

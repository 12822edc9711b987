//! The `quipu` binary, a thin wrapper around the library.

use std::process::ExitCode;

use mimalloc::MiMalloc;

#[global_allocator]
static ALLOCATOR: MiMalloc = MiMalloc;

fn main() -> ExitCode {
    quipu::cli::run(std::env::args_os())
}

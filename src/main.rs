//! The `quipu` binary: everything is in the library.

use std::process::ExitCode;

fn main() -> ExitCode {
    quipu::cli::run(std::env::args_os())
}

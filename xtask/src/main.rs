//! `cargo xtask HABIT`: the commands that a contributor runs every day, by name.
//!
//! It only starts other programs, so it has no dependencies and compiles in a second.

use std::env;
use std::process::{Command, ExitCode};

/// A habit: its name, what it does, and the command that it runs in a folder.
struct Habit {
    name: &'static str,
    does: &'static str,
    folder: &'static str,
    command: &'static [&'static str],
}

const HABITS: [Habit; 9] = [
    Habit {
        name: "check",
        does: "format, lints, unit tests and the suite without its slow tests (2 minutes)",
        folder: ".",
        command: &["bash", "tests/all.sh", "--fast"],
    },
    Habit {
        name: "test",
        does: "every check and test; installs what is missing (some 15 minutes)",
        folder: ".",
        command: &["bash", "tests/all.sh"],
    },
    Habit {
        name: "only",
        does: "the tests whose names contain the words that follow",
        folder: ".",
        command: &["cargo", "test", "--quiet", "--"],
    },
    Habit {
        name: "snapshots",
        does: "runs the suite and accepts changed snapshots; read `git diff` afterwards",
        folder: ".",
        command: &["env", "INSTA_UPDATE=always", "cargo", "test", "--quiet"],
    },
    Habit {
        name: "site",
        does: "builds this repository's site into public/",
        folder: ".",
        command: &["cargo", "run", "--quiet", "--", "build"],
    },
    Habit {
        name: "serve",
        does: "serves this repository's site and renews it on every save",
        folder: ".",
        command: &["cargo", "run", "--quiet", "--", "serve", "--open"],
    },
    Habit {
        name: "scripts",
        does: "bundles the theme's scripts into themes/quipu/static/ (needs Node.js)",
        folder: "themes/quipu/scripts",
        command: &["bash", "-c", "npm ci --silent && npm run --silent build"],
    },
    Habit {
        name: "doc",
        does: "opens the documentation of the crate",
        folder: ".",
        command: &[
            "cargo",
            "doc",
            "--no-deps",
            "--document-private-items",
            "--open",
        ],
    },
    Habit {
        name: "fuzz",
        does: "fuzzes the files that editors write: [SECONDS] [TARGET...]",
        folder: ".",
        command: &["bash", "tests/fuzz/run.sh"],
    },
];

fn main() -> ExitCode {
    let mut arguments = env::args().skip(1);
    let name = arguments.next().unwrap_or_default();
    match HABITS.iter().find(|habit| habit.name == name) {
        Some(habit) => run(habit, arguments),
        None => usage(),
    }
}

fn run(habit: &Habit, arguments: impl Iterator<Item = String>) -> ExitCode {
    let root = concat!(env!("CARGO_MANIFEST_DIR"), "/..");
    let (program, rest) = habit.command.split_first().expect("a program");
    let status = Command::new(program)
        .args(rest)
        .args(arguments)
        .current_dir(format!("{root}/{}", habit.folder))
        .status();
    match status {
        Ok(status) if status.success() => ExitCode::SUCCESS,
        Ok(_) => ExitCode::FAILURE,
        Err(error) => {
            eprintln!("{program}: {error}");
            ExitCode::from(2)
        }
    }
}

fn usage() -> ExitCode {
    eprintln!("cargo xtask HABIT\n");
    for Habit { name, does, .. } in &HABITS {
        eprintln!("  {name:<10} {does}");
    }
    ExitCode::from(2)
}

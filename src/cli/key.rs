//! `quipu key new`: generates the key pair that signs copies.

use std::path::{Path, PathBuf};

use clap::ArgMatches;

use super::console::{Console, path};
use super::{Exit, password};
use crate::carry::keys::{self, KeyError, NewKey};
use crate::messages::locale::Argument;

/// Runs the command.
pub(super) fn run(console: &Console, matches: &ArgMatches) -> Exit {
    match matches.subcommand() {
        Some((_, matches)) => new(console, matches),
        None => Exit::Environment,
    }
}

fn new(console: &Console, matches: &ArgMatches) -> Exit {
    let name = matches
        .get_one::<PathBuf>("name")
        .cloned()
        .unwrap_or_default();
    // Fail before prompting for a password.
    if let Err(error) = keys::check_free(&name) {
        return print_error(console, error);
    }
    let is_unencrypted = matches.get_flag("no-password");
    let password = if is_unencrypted {
        None
    } else {
        password::new(console)
    };
    if password.is_none() && !is_unencrypted {
        console.problem("empty-password", &[]);
        return Exit::Environment;
    }
    match keys::generate(&name, password) {
        Ok(key) => print_key(console, &key, is_unencrypted),
        Err(error) => print_error(console, error),
    }
}

fn print_key(console: &Console, key: &NewKey, is_unencrypted: bool) -> Exit {
    if is_unencrypted {
        console.warning("open-key", &[("path", path(&key.secret))]);
    }
    let facts = [
        ("key", Argument::from(&key.id.to_string())),
        ("secret", path(&key.secret)),
        ("public", path(&key.public)),
    ];
    console.print("key-made", &facts);
    Exit::Success
}

/// Reports why a key could not be created or used.
pub(super) fn print_error(console: &Console, error: KeyError) -> Exit {
    let at = |file: &Path| [("path", path(file))];
    match error {
        KeyError::Exists(file) => console.problem("key-exists", &at(&file)),
        KeyError::NoKey(file) => console.problem("no-key", &at(&file)),
        KeyError::WrongPassword => console.problem("wrong-password", &[]),
        KeyError::Io(file, error) => match error.kind() {
            std::io::ErrorKind::NotFound => console.cannot_read(&file, &error),
            _ => console.cannot_write(&file, &error),
        },
        KeyError::Failed(said) => {
            console.problem("key-failed", &[("said", Argument::from(&said))]);
        }
    }
    Exit::Environment
}

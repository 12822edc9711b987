//! `quipu key new`: the pair of keys that copies are signed with.

use std::path::{Path, PathBuf};

use clap::ArgMatches;

use super::console::{Console, path};
use super::{Exit, password};
use crate::carry::keys::{self, KeyError, NewKey};
use crate::messages::locale::Argument;

/// Runs the command.
pub fn run(console: &Console, matches: &ArgMatches) -> Exit {
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
    // Before anybody is asked for a password.
    if let Err(error) = keys::check_free(&name) {
        return refused(console, error);
    }
    let is_open = matches.get_flag("no-password");
    let password = if is_open {
        None
    } else {
        password::new(console)
    };
    if password.is_none() && !is_open {
        console.problem("empty-password", &[]);
        return Exit::Environment;
    }
    match keys::make(&name, password) {
        Ok(key) => tell(console, &key, is_open),
        Err(error) => refused(console, error),
    }
}

fn tell(console: &Console, key: &NewKey, is_open: bool) -> Exit {
    if is_open {
        console.warning("open-key", &[("path", path(&key.secret))]);
    }
    let facts = [
        ("key", Argument::from(&key.id.to_string())),
        ("secret", path(&key.secret)),
        ("public", path(&key.public)),
    ];
    console.tell("key-made", &facts);
    Exit::Success
}

/// Tells why a key could not be made or used.
pub fn refused(console: &Console, error: KeyError) -> Exit {
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

//! `quipu key new`: generates the key pair that signs copies.

use std::path::{Path, PathBuf};

use clap::ArgMatches;

use super::console::{Console, path};
use super::{Exit, password};
use crate::base::paths::real_path;
use crate::build::pipeline::source_folders;
use crate::carry::keys::{self, KeyError, NewKey};
use crate::content::config;
use crate::messages::locale::Argument;
use crate::model::is_built;

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
    // A secret key in one of these folders would be on the web with the next build.
    if let Some(folder) = published_folder(&name) {
        let facts = [("folder", path(&folder))];
        console.problem("key-published", &facts);
        return Exit::Environment;
    }
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

/// Returns the folder, if any, that the file would be published from: one of a site's
/// sources, or a built site.
fn published_folder(file: &Path) -> Option<PathBuf> {
    let file = real_path(file);
    let parent = file.parent()?;
    let of_site = config::find_root(parent).into_iter().flat_map(|root| {
        let folders = source_folders(&root).into_iter();
        folders.chain([root.join("public")])
    });
    let built = parent.ancestors().filter(|folder| is_built(folder));
    of_site
        .map(|folder| real_path(&folder))
        .find(|folder| parent.starts_with(folder))
        .or_else(|| built.map(Path::to_owned).next())
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

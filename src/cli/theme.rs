//! `quipu theme`: takes files of the built-in theme into the site, to be changed.

use clap::ArgMatches;

use super::console::{Console, path};
use super::{Exit, arguments, root};
use crate::content::config;
use crate::editor::eject::{EjectError, Ejectable, Fault, SiteTheme};
use crate::messages::locale::Argument;

/// Runs the command.
pub(super) fn run(console: &Console, matches: &ArgMatches) -> Exit {
    let Some((name, matches)) = matches.subcommand() else {
        return Exit::Environment;
    };
    let root = match root(console, matches) {
        Ok(root) => root,
        Err(exit) => return exit,
    };
    // Problems of the settings are reported by `check`; only the theme has to be usable.
    let config = config::load(&root, &mut Vec::new());
    let mut diagnostics = Vec::new();
    let Some(theme) = SiteTheme::open(&config, &mut diagnostics) else {
        console.problems(&diagnostics);
        return Exit::Content;
    };
    let files = matches.get_many::<String>("file").unwrap_or_default();
    let files: Vec<String> = files.cloned().collect();
    let done = match arguments::canonical_theme(name) {
        "accept" => accept(console, theme, &files),
        _ if files.is_empty() => {
            list(console, &theme);
            Ok(())
        }
        _ => eject(console, theme, &files),
    };
    match done {
        Ok(()) => Exit::Success,
        Err(error) => print_error(console, error),
    }
}

fn list(console: &Console, theme: &SiteTheme) {
    for Ejectable {
        path,
        is_ejected,
        version,
    } in theme.list()
    {
        let facts = [
            ("path", Argument::from(&path)),
            ("version", version.as_deref().unwrap_or("?").into()),
        ];
        let line = match (is_ejected, version) {
            (true, Some(_)) => console.words.format("ejectable-from", &facts),
            (true, None) => console.words.format("ejectable-own", &facts),
            (false, _) => path,
        };
        anstream::println!("{line}");
    }
}

fn eject(console: &Console, mut theme: SiteTheme, files: &[String]) -> Result<(), EjectError> {
    let written = theme.eject(files, &console.words.text("ejections-comment"))?;
    for file in &written {
        console.print("written", &[("path", path(file))]);
    }
    console.print("ejected-next", &[]);
    Ok(())
}

fn accept(console: &Console, mut theme: SiteTheme, files: &[String]) -> Result<(), EjectError> {
    let accepted = theme.accept(files, &console.words.text("ejections-comment"))?;
    for path in &accepted {
        let facts = [
            ("path", Argument::from(path)),
            ("version", env!("CARGO_PKG_VERSION").into()),
        ];
        console.print("accepted", &facts);
    }
    Ok(())
}

fn print_error(console: &Console, error: EjectError) -> Exit {
    match error {
        EjectError::Io(file, error) => console.cannot_write(&file, &error),
        EjectError::Faults(faults) => {
            for fault in &faults {
                let (id, facts) = message(fault);
                console.problem(id, &facts);
            }
        }
    }
    Exit::Environment
}

fn message(fault: &Fault) -> (&'static str, Vec<(&'static str, Argument)>) {
    let at = |path: &str| vec![("path", Argument::from(path))];
    match fault {
        Fault::Unknown { path, nearest } => {
            let mut facts = at(path);
            facts.push((
                "near",
                if nearest.is_some() { "some" } else { "none" }.into(),
            ));
            facts.push(("nearest", nearest.as_deref().unwrap_or_default().into()));
            ("eject-unknown", facts)
        }
        Fault::Outside(path) => ("eject-outside", at(path)),
        Fault::ProgramScript(path) => ("eject-script", at(path)),
        Fault::Exists(path) => ("eject-exists", at(path)),
        Fault::NotEjected(path) => ("accept-absent", at(path)),
    }
}

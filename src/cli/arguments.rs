//! Commands and options, with help in the user's language. Spanish and English names
//! are both accepted, whatever the language of the messages.

use std::net::IpAddr;
use std::path::PathBuf;

use clap::builder::PossibleValuesParser;
use clap::{Arg, ArgAction, Command, value_parser};

use crate::carry::write::FORMS;
use crate::messages::locale::{Catalogue, languages};

/// Canonical (English) and Spanish name of each command.
const NAMES: [(&str, &str); 14] = [
    ("apply", "aplicar"),
    ("build", "construir"),
    ("check", "revisar"),
    ("explain", "explicar"),
    ("import", "importar"),
    ("init", "iniciar"),
    ("key", "clave"),
    ("new", "nuevo"),
    ("pack", "empacar"),
    ("schema", "esquema"),
    ("search", "buscar"),
    ("serve", "servir"),
    ("theme", "tema"),
    ("verify", "verificar"),
];

/// Canonical (English) and Spanish name of each command of `quipu theme`.
const THEME_NAMES: [(&str, &str); 2] = [("accept", "aceptar"), ("eject", "sacar")];

/// Returns the canonical name of a command given by either name; empty if unknown.
pub(super) fn canonical(name: &str) -> &'static str {
    english(&NAMES, name)
}

/// Like [`canonical`], for the commands of `quipu theme`.
pub(super) fn canonical_theme(name: &str) -> &'static str {
    english(&THEME_NAMES, name)
}

fn english(names: &[(&'static str, &'static str)], name: &str) -> &'static str {
    let found = names
        .iter()
        .find(|names| names.0 == name || names.1 == name);
    found.map_or("", |names| names.0)
}

/// Display order of global options in help: after the command's own options.
const GLOBAL: usize = 100;
/// Display order of `--help` and `--version`.
const LAST: usize = 200;

/// Builds the root command with all subcommands.
pub(super) fn command(words: &Catalogue) -> Command {
    let sub = |name: &'static str| subcommand(words, name);
    let drafts = || flag(words, "drafts", "help-drafts");
    localized(Command::new("quipu"), words, &words.text("usage-quipu"))
        .version(env!("CARGO_PKG_VERSION"))
        .about(words.text("about-quipu"))
        .arg(
            Arg::new("version")
                .long("version")
                .short('V')
                .action(ArgAction::Version)
                .display_order(LAST)
                .help(words.text("help-version"))
                .help_heading(words.text("help-options")),
        )
        .args(global_options(words))
        .subcommand_required(true)
        .subcommands([
            sub("build")
                .arg(
                    option(words, "output", "value-folder", "help-output")
                        .value_parser(value_parser!(PathBuf)),
                )
                .arg(
                    option(words, "threads", "value-number", "help-threads")
                        .value_parser(value_parser!(u16).range(1..=512)),
                )
                .arg(drafts())
                .arg(flag(words, "timings", "help-timings")),
            sub("check")
                .arg(
                    option(words, "format", "value-format", "help-format")
                        .alias("formato")
                        .value_parser(["text", "json", "sarif"])
                        .hide_possible_values(true),
                )
                .arg(flag(words, "external", "help-external").alias("externos"))
                .arg(flag(words, "translations", "help-translations").alias("traducciones"))
                .arg(flag(words, "fix", "help-fix").alias("arreglar"))
                .arg(flag(words, "yes", "help-yes").alias("si").requires("fix"))
                .arg(
                    option(words, "report", "value-file", "help-report")
                        .alias("informe")
                        .value_parser(value_parser!(PathBuf)),
                )
                .arg(drafts()),
            sub("serve")
                .arg(
                    option(words, "port", "value-number", "help-port")
                        .alias("puerto")
                        .value_parser(value_parser!(u16)),
                )
                .arg(
                    option(words, "address", "value-address", "help-address")
                        .alias("direccion")
                        .value_parser(value_parser!(IpAddr)),
                )
                .arg(flag(words, "open", "help-open").alias("abrir"))
                .arg(drafts()),
            sub("explain").arg(positional(words, "code", "value-code", "help-code")),
            sub("schema").arg(flag(words, "vscode", "help-vscode")),
            sub("search")
                .arg(
                    positional(words, "query", "value-query", "help-query")
                        .required(true)
                        .allow_hyphen_values(true),
                )
                .arg(
                    option(words, "format", "value-format", "help-search-format")
                        .alias("formato")
                        .value_parser(["text", "json"])
                        .hide_possible_values(true),
                )
                .arg(
                    option(words, "limit", "value-number", "help-limit")
                        .alias("limite")
                        .value_parser(value_parser!(u16).range(1..=1000)),
                )
                .arg(
                    option(words, "sort", "value-order", "help-sort")
                        .alias("orden")
                        .value_parser([
                            "relevance",
                            "relevancia",
                            "date",
                            "fecha",
                            "title",
                            "titulo",
                        ])
                        .hide_possible_values(true),
                )
                .arg(
                    option(words, "output", "value-folder", "help-site")
                        .alias("sitio")
                        .value_parser(value_parser!(PathBuf)),
                ),
            sub("init").arg(
                positional(words, "folder", "value-folder", "help-init-folder")
                    .value_parser(value_parser!(PathBuf))
                    .default_value(".")
                    .hide_default_value(true),
            ),
            sub("new")
                .arg(positional(words, "title", "value-title", "help-title"))
                .args(case_options(words)),
            sub("import")
                .arg(
                    positional(words, "file", "value-file", "help-document")
                        .value_parser(value_parser!(PathBuf))
                        .required(true),
                )
                .arg(option(words, "title", "value-title", "help-title").alias("titulo"))
                .args(case_options(words)),
            sub("theme")
                .subcommand_required(true)
                .subcommands(theme_commands(words)),
        ])
        .subcommands(copy_commands(words))
}

/// The commands of `quipu theme`.
fn theme_commands(words: &Catalogue) -> [Command; 2] {
    let files =
        |help: &str| positional(words, "file", "value-file", help).action(ArgAction::Append);
    let eject = nested(words, "eject", &THEME_NAMES);
    let accept = nested(words, "accept", &THEME_NAMES);
    [
        eject.arg(files("help-eject-file").num_args(0..)),
        accept.arg(files("help-accept-file").num_args(1..).required(true)),
    ]
}

/// The commands that create, update, verify and sign copies.
fn copy_commands(words: &Catalogue) -> [Command; 4] {
    let file = |name: &'static str, help: &str| {
        option(words, name, "value-file", help).value_parser(value_parser!(PathBuf))
    };
    [
        subcommand(words, "pack")
            .arg(
                option(words, "to", "value-target", "help-to")
                    .alias("a")
                    .value_parser(value_parser!(PathBuf))
                    .action(ArgAction::Append)
                    .required(true),
            )
            .args(form_flags(words))
            .arg(file("key", "help-key").alias("clave"))
            .arg(
                option(words, "since", "value-base", "help-since")
                    .alias("desde")
                    .value_parser(value_parser!(PathBuf)),
            )
            .arg(
                flag(words, "differences", "help-differences")
                    .alias("diferencias")
                    .requires("since"),
            )
            .arg(
                option(words, "site", "value-folder", "help-site")
                    .alias("sitio")
                    .value_parser(value_parser!(PathBuf)),
            )
            .arg(option(words, "edition", "value-time", "help-edition").alias("edicion")),
        subcommand(words, "apply")
            .arg(
                positional(words, "update", "value-update", "help-update")
                    .value_parser(value_parser!(PathBuf))
                    .required(true),
            )
            .arg(
                positional(words, "copy", "value-pack", "help-copy")
                    .value_parser(value_parser!(PathBuf))
                    .default_value(".")
                    .hide_default_value(true),
            )
            .arg(file("public-key", "help-public-key").alias("clave-publica"))
            .arg(flag(words, "allow-older", "help-allow-older").alias("permitir-anterior")),
        subcommand(words, "verify")
            .arg(
                positional(words, "pack", "value-pack", "help-pack")
                    .value_parser(value_parser!(PathBuf))
                    .required(true),
            )
            .arg(file("public-key", "help-public-key").alias("clave-publica")),
        subcommand(words, "key")
            .subcommand_required(true)
            .subcommand(new_key(words)),
    ]
}

/// A flag for each form of a copy but the default one. Of these, one may be given.
fn form_flags(words: &Catalogue) -> Vec<Arg> {
    let names: Vec<_> = FORMS.iter().filter_map(|form| form.name()).collect();
    let flag = |(at, name): (usize, &&'static str)| {
        flag(words, name, &format!("help-{name}")).conflicts_with_all(&names[..at])
    };
    names.iter().enumerate().map(flag).collect()
}

fn new_key(words: &Catalogue) -> Command {
    let shown = words.text("name-new-key");
    let others: Vec<_> = ["new", "nueva"]
        .into_iter()
        .filter(|name| *name != shown)
        .collect();
    localized(Command::new(shown), words, &words.text("usage-new-key"))
        .about(words.text("about-new-key"))
        .aliases(others)
        .arg(
            positional(words, "name", "value-name", "help-key-name")
                .value_parser(value_parser!(PathBuf))
                .default_value("quipu")
                .hide_default_value(true),
        )
        .arg(flag(words, "no-password", "help-no-password").alias("sin-contrasena"))
}

/// Options of `new` and `import` that set the terms of a case.
fn case_options(words: &Catalogue) -> [Arg; 3] {
    [
        option(words, "region", "value-term", "help-region"),
        option(words, "sector", "value-term", "help-sector"),
        option(words, "model", "value-term", "help-model").alias("modelo"),
    ]
}

fn subcommand(words: &Catalogue, canonical: &'static str) -> Command {
    nested(words, canonical, &NAMES)
}

/// Creates the command of a canonical name, with its other name in `names` as an alias.
fn nested(
    words: &Catalogue,
    canonical: &'static str,
    names: &[(&'static str, &'static str)],
) -> Command {
    let shown = words.text(&format!("name-{canonical}"));
    let names = names.iter().find(|names| names.0 == canonical);
    let names = names.map_or([canonical, canonical], |names| [names.0, names.1]);
    let others: Vec<_> = names.into_iter().filter(|name| *name != shown).collect();
    let usage = words.text(&format!("usage-{canonical}"));
    localized(Command::new(shown), words, &usage)
        .about(words.text(&format!("about-{canonical}")))
        .aliases(others)
}

/// Replaces clap's English headings and built-in flags with localized ones.
fn localized(command: Command, words: &Catalogue, usage: &str) -> Command {
    command
        .disable_help_flag(true)
        .disable_version_flag(true)
        .disable_help_subcommand(true)
        .help_template(format!(
            "{{about}}\n\n{} {}\n\n{{all-args}}\n",
            words.text("help-usage"),
            usage
        ))
        .subcommand_help_heading(words.text("help-commands"))
        .arg(
            Arg::new("help")
                .long("help")
                .short('h')
                .alias("ayuda")
                .action(ArgAction::Help)
                .display_order(LAST)
                .help(words.text("help-help"))
                .help_heading(words.text("help-options")),
        )
}

fn global_options(words: &Catalogue) -> [Arg; 5] {
    let choices = PossibleValuesParser::new(languages());
    [
        option(words, "root", "value-folder", "help-root")
            .alias("raiz")
            .value_parser(value_parser!(PathBuf))
            .global(true)
            .display_order(GLOBAL),
        option(words, "lang", "value-language", "help-lang")
            .alias("idioma")
            .value_parser(choices)
            .hide_possible_values(true)
            .global(true)
            .display_order(GLOBAL),
        option(words, "color", "value-when", "help-color")
            .value_parser(["auto", "always", "never"])
            .hide_possible_values(true)
            .default_value("auto")
            .hide_default_value(true)
            .global(true)
            .display_order(GLOBAL),
        flag(words, "quiet", "help-quiet")
            .short('q')
            .conflicts_with("verbose")
            .global(true)
            .display_order(GLOBAL),
        flag(words, "verbose", "help-verbose")
            .short('v')
            .global(true)
            .display_order(GLOBAL),
    ]
}

fn option(words: &Catalogue, name: &'static str, value: &str, help: &str) -> Arg {
    Arg::new(name)
        .long(name)
        .value_name(words.text(value))
        .help(words.text(help))
        .help_heading(words.text("help-options"))
}

fn positional(words: &Catalogue, name: &'static str, value: &str, help: &str) -> Arg {
    Arg::new(name)
        .value_name(words.text(value))
        .help(words.text(help))
        .help_heading(words.text("help-arguments"))
}

fn flag(words: &Catalogue, name: &'static str, help: &str) -> Arg {
    Arg::new(name)
        .long(name)
        .action(ArgAction::SetTrue)
        .help(words.text(help))
        .help_heading(words.text("help-options"))
}

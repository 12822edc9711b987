//! Help and usage errors, in the user's language.

use std::ffi::OsString;

use clap::error::{ContextKind, ContextValue, ErrorKind};

use super::Exit;
use crate::base::text::nearest;
use crate::messages::locale::{Argument, Catalogue, environment_language};

/// Returns the language of `--lang`, or of the environment. Runs before clap, whose errors
/// need a language too.
pub(super) fn language(arguments: &[OsString]) -> String {
    let mut texts = arguments.iter().map(|argument| argument.to_string_lossy());
    while let Some(argument) = texts.next() {
        for name in ["--lang", "--idioma"] {
            if argument == name {
                return texts.next().unwrap_or_default().into_owned();
            }
            if let Some(value) = argument
                .strip_prefix(name)
                .and_then(|rest| rest.strip_prefix('='))
            {
                return value.to_owned();
            }
        }
    }
    environment_language()
}

/// Prints help and version to standard output, usage errors to standard error.
pub(super) fn report(error: &clap::Error, words: &Catalogue) -> Exit {
    if matches!(
        error.kind(),
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion
    ) {
        let _ = error.print();
        return Exit::Success;
    }
    anstream::eprintln!("{}: {}", words.text("level-error"), message(error, words));
    for line in hints(error, words) {
        anstream::eprintln!("{}: {line}", words.text("level-help"));
    }
    Exit::Environment
}

fn message(error: &clap::Error, words: &Catalogue) -> String {
    let id = match error.kind() {
        ErrorKind::UnknownArgument => "usage-unknown-argument",
        ErrorKind::InvalidSubcommand => "usage-unknown-command",
        ErrorKind::MissingSubcommand => "usage-missing-command",
        ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => "usage-missing-command",
        ErrorKind::MissingRequiredArgument => "usage-missing-argument",
        ErrorKind::InvalidValue | ErrorKind::ValueValidation if value(error).is_empty() => {
            "usage-missing-value"
        }
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => "usage-invalid-value",
        ErrorKind::NoEquals | ErrorKind::TooFewValues => "usage-missing-value",
        ErrorKind::ArgumentConflict => "usage-repeated-argument",
        _ => "usage-other",
    };
    let argument = [ContextKind::InvalidArg, ContextKind::InvalidSubcommand]
        .into_iter()
        .find_map(|kind| error.get(kind))
        .map(plain)
        .unwrap_or_default();
    let arguments = [
        ("argument", Argument::from(&argument)),
        ("value", Argument::from(&value(error))),
    ];
    words.format(id, &arguments)
}

fn value(error: &clap::Error) -> String {
    error
        .get(ContextKind::InvalidValue)
        .map(plain)
        .unwrap_or_default()
}

fn hints(error: &clap::Error, words: &Catalogue) -> Vec<String> {
    let hint = |id: &str, name: &'static str, text: Option<String>| {
        text.map(|text| words.format(id, &[(name, Argument::from(&text))]))
    };
    let values = error.get(ContextKind::ValidValue).map(plain);
    [
        hint("usage-similar", "similar", likeliest(error)),
        hint(
            "usage-valid-values",
            "values",
            values.filter(|text| !text.is_empty()),
        ),
        Some(words.text("usage-see-help")),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// Returns the suggestion closest to what was typed, if any.
fn likeliest(error: &clap::Error) -> Option<String> {
    use ContextKind::{
        InvalidArg, InvalidSubcommand, InvalidValue, SuggestedArg, SuggestedSubcommand,
        SuggestedValue,
    };
    let pairs = [
        (InvalidArg, SuggestedArg),
        (InvalidSubcommand, SuggestedSubcommand),
        (InvalidValue, SuggestedValue),
    ];
    pairs.into_iter().find_map(|(written, suggested)| {
        let written = plain(error.get(written)?);
        let suggested = plain(error.get(suggested)?);
        nearest(&written, suggested.split(", "))
    })
}

fn plain(value: &ContextValue) -> String {
    match value {
        ContextValue::String(text) => text.clone(),
        ContextValue::Strings(texts) => texts.join(", "),
        ContextValue::StyledStr(text) => text.to_string(),
        ContextValue::StyledStrs(texts) => texts
            .iter()
            .map(ToString::to_string)
            .collect::<Vec<_>>()
            .join(", "),
        ContextValue::Number(number) => number.to_string(),
        _ => String::new(),
    }
}

//! Passwords: asked for on a terminal, read from standard input elsewhere, and never an
//! argument, where every program on the computer could see them.

use std::io::{BufRead, IsTerminal, Read, stdin};

use dialoguer::Password;
use dialoguer::console::Term;

use super::console::Console;

/// Longer than anybody's.
const LONGEST: u64 = 1024;

/// A new password, asked for twice; nothing where none was given.
pub fn new(console: &Console) -> Option<String> {
    let words = &console.words;
    ask(|| {
        prompt(console, "ask-new-password").with_confirmation(
            words.text("ask-password-again"),
            words.text("passwords-differ"),
        )
    })
}

/// The password of a key; nothing where none was given.
pub fn known(console: &Console) -> Option<String> {
    ask(|| prompt(console, "ask-password"))
}

fn prompt(console: &Console, id: &str) -> Password<'static> {
    Password::new()
        .with_prompt(console.words.text(id))
        .allow_empty_password(true)
        // What it would report is in English.
        .report(false)
}

fn ask(prompt: impl FnOnce() -> Password<'static>) -> Option<String> {
    let password = match stdin().is_terminal() {
        true => prompt().interact_on(&Term::stderr()).ok()?,
        false => first_line()?,
    };
    (!password.is_empty()).then_some(password)
}

fn first_line() -> Option<String> {
    let mut line = String::new();
    stdin().lock().take(LONGEST).read_line(&mut line).ok()?;
    Some(line.trim_end_matches(['\n', '\r']).to_owned())
}

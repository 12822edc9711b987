//! Reads passwords from a terminal prompt, or from standard input if that is not a terminal.
//! Never from arguments, which every program on the computer can see.

use std::io::{BufRead, IsTerminal, Read, stdin};

use dialoguer::Password;
use dialoguer::console::Term;

use super::console::Console;

/// Maximum number of bytes read from standard input.
const LONGEST: u64 = 1024;

/// Reads a new password, on a terminal with confirmation; `None` if it is empty.
pub(super) fn new(console: &Console) -> Option<String> {
    let words = &console.words;
    ask(|| {
        prompt(console, "ask-new-password").with_confirmation(
            words.text("ask-password-again"),
            words.text("passwords-differ"),
        )
    })
}

/// Reads the password of an existing key; `None` if it is empty.
pub(super) fn existing(console: &Console) -> Option<String> {
    ask(|| prompt(console, "ask-password"))
}

fn prompt(console: &Console, id: &str) -> Password<'static> {
    Password::new()
        .with_prompt(console.words.text(id))
        .allow_empty_password(true)
        // Dialoguer's report is in English only.
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

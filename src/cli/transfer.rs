//! How far a copy has come: on a terminal, how fast it goes and how long it will take.

use std::io::IsTerminal;
use std::time::Duration;

use indicatif::{ProgressBar, ProgressStyle};

use super::console::Console;
use crate::carry::watch::{Step, Watcher};

/// Watches bytes being read and written.
pub struct Transfer<'c> {
    console: &'c Console,
    bar: ProgressBar,
}

impl<'c> Transfer<'c> {
    /// Shows a bar only where a person looks on.
    pub fn new(console: &'c Console) -> Self {
        let is_watched = std::io::stderr().is_terminal() && !console.is_quiet;
        let bar = match is_watched {
            true => ProgressBar::no_length(),
            false => ProgressBar::hidden(),
        };
        bar.enable_steady_tick(Duration::from_millis(200));
        Self { console, bar }
    }

    /// Ends the display, until another step begins.
    pub fn finish(&self) {
        self.bar.finish_and_clear();
    }
}

impl Watcher for Transfer<'_> {
    fn begin(&self, step: Step, bytes: u64) {
        const TEMPLATE: &str = "{spinner} {msg} {wide_bar} {decimal_bytes}/{decimal_total_bytes}  {decimal_bytes_per_sec}  {eta}";
        if let Ok(style) = ProgressStyle::with_template(TEMPLATE) {
            self.bar.set_style(style);
        }
        self.bar.reset();
        self.bar.set_length(bytes);
        self.bar.set_message(self.console.words.text(name(step)));
    }

    fn advance(&self, bytes: u64) {
        self.bar.inc(bytes);
    }
}

fn name(step: Step) -> &'static str {
    match step {
        Step::Read => "stage-digest",
        Step::Write => "stage-copy",
        Step::Verify => "stage-verify",
    }
}

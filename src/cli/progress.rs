//! How far a build has come: a bar on a terminal, plain lines when asked otherwise.

use std::io::IsTerminal;
use std::sync::Mutex;
use std::time::{Duration, Instant};

use indicatif::{ProgressBar, ProgressStyle};

use super::console::Console;
use crate::pipeline::{Stage, Watcher};

/// Watches a run of the flow.
pub struct Progress<'c> {
    console: &'c Console,
    bar: ProgressBar,
    stages: Mutex<Vec<(Stage, Instant)>>,
}

impl<'c> Progress<'c> {
    /// Shows a bar only where a person looks on; short work shows nothing.
    pub fn new(console: &'c Console) -> Self {
        let is_watched = std::io::stderr().is_terminal() && !console.is_quiet;
        let bar = if is_watched {
            ProgressBar::no_length()
        } else {
            ProgressBar::hidden()
        };
        bar.enable_steady_tick(Duration::from_millis(200));
        Self {
            console,
            bar,
            stages: Mutex::default(),
        }
    }

    /// Ends the display; tells how long each stage took if `timings`.
    pub fn finish(self, timings: bool) {
        self.bar.finish_and_clear();
        if !timings {
            return;
        }
        let end = Instant::now();
        let stages = self.stages.into_inner().unwrap_or_default();
        let ends = stages.iter().skip(1).map(|(_, begin)| *begin).chain([end]);
        for ((stage, begin), end) in stages.iter().zip(ends) {
            let words = self.console.words.text(name(*stage));
            anstream::eprintln!("{:>9.1} ms  {words}", (end - *begin).as_secs_f64() * 1000.0);
        }
    }
}

fn name(stage: Stage) -> &'static str {
    match stage {
        Stage::Read => "stage-read",
        Stage::Resolve => "stage-resolve",
        Stage::Pictures => "stage-pictures",
        Stage::Render => "stage-render",
        Stage::Index => "stage-index",
        Stage::External => "stage-external",
    }
}

impl Watcher for Progress<'_> {
    fn begin(&self, stage: Stage, steps: usize) {
        if let Ok(mut stages) = self.stages.lock() {
            stages.push((stage, Instant::now()));
        }
        let template = match steps {
            0 => "{spinner} {msg}",
            _ => "{spinner} {msg} {wide_bar} {pos}/{len} {eta}",
        };
        if let Ok(style) = ProgressStyle::with_template(template) {
            self.bar.set_style(style);
        }
        self.bar.set_position(0);
        self.bar.set_length(steps as u64);
        self.bar.set_message(self.console.words.text(name(stage)));
    }

    fn step(&self) {
        self.bar.inc(1);
    }
}

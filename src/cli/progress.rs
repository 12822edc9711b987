//! Progress bars of builds and copies, shown only on a terminal.

use std::io::IsTerminal;
use std::sync::Mutex;
use std::time::{Duration, Instant};

use indicatif::{ProgressBar, ProgressStyle};

use super::console::Console;
use crate::build::pipeline::{Stage, StageProgress};
use crate::carry::progress::{ByteProgress, Step};

/// Number of slowest pages that are printed.
const SLOWEST: usize = 5;

/// Progress bar and timings of a run of the pipeline.
pub(super) struct BuildProgress<'c> {
    console: &'c Console,
    bar: ProgressBar,
    stages: Mutex<Vec<Span>>,
    /// Permalinks of the slowest pages, slowest first.
    slowest: Mutex<Vec<(Duration, String)>>,
}

/// A stage that has begun; `took` is `None` until it ends.
struct Span {
    stage: Stage,
    steps: usize,
    begin: Instant,
    took: Option<Duration>,
}

impl<'c> BuildProgress<'c> {
    /// Creates a bar, which stays hidden unless standard error is a terminal; short runs
    /// show nothing.
    pub(super) fn new(console: &'c Console) -> Self {
        Self {
            console,
            bar: bar(console),
            stages: Mutex::default(),
            slowest: Mutex::default(),
        }
    }

    /// Clears the bar and, if `timings`, prints how long each stage took and the slowest
    /// pages.
    pub(super) fn finish(self, timings: bool) {
        self.bar.finish_and_clear();
        if !timings {
            return;
        }
        let words = &self.console.words;
        for span in self.stages.into_inner().unwrap_or_default() {
            let took = span.took.unwrap_or_else(|| span.begin.elapsed());
            anstream::eprintln!(
                "{}  {}",
                milliseconds(took),
                words.text(message_of_stage(span.stage))
            );
        }
        let slowest = self.slowest.into_inner().unwrap_or_default();
        if !slowest.is_empty() {
            anstream::eprintln!("{}", words.text("slowest-pages"));
        }
        for (took, permalink) in slowest {
            anstream::eprintln!("{}  {permalink}", milliseconds(took));
        }
    }

    /// Shows the latest running stage, preferring stages that count their steps.
    fn show(&self, stages: &[Span]) {
        let open = stages.iter().filter(|span| span.took.is_none());
        let Some(span) = open.max_by_key(|span| (span.steps > 0, span.begin)) else {
            return;
        };
        let message = self.console.words.text(message_of_stage(span.stage));
        if self.bar.message() == message {
            return;
        }
        let template = match span.steps {
            0 => "{spinner} {msg}",
            _ => "{spinner} {msg} {wide_bar} {pos}/{len} {eta}",
        };
        if let Ok(style) = ProgressStyle::with_template(template) {
            self.bar.set_style(style);
        }
        self.bar.reset();
        self.bar.set_length(span.steps as u64);
        self.bar.set_message(message);
    }
}

/// Returns a bar that is hidden if the console is quiet or standard error is no terminal.
fn bar(console: &Console) -> ProgressBar {
    let is_visible = std::io::stderr().is_terminal() && !console.is_quiet;
    let bar = match is_visible {
        true => ProgressBar::no_length(),
        false => ProgressBar::hidden(),
    };
    bar.enable_steady_tick(Duration::from_millis(200));
    bar
}

fn milliseconds(took: Duration) -> String {
    format!("{:>9.1} ms", took.as_secs_f64() * 1000.0)
}

fn message_of_stage(stage: Stage) -> &'static str {
    match stage {
        Stage::Read => "stage-read",
        Stage::Resolve => "stage-resolve",
        Stage::Pictures => "stage-pictures",
        Stage::Render => "stage-render",
        Stage::Index => "stage-index",
        Stage::External => "stage-external",
    }
}

impl StageProgress for BuildProgress<'_> {
    fn begin(&self, stage: Stage, steps: usize) {
        if let Ok(mut stages) = self.stages.lock() {
            stages.push(Span {
                stage,
                steps,
                begin: Instant::now(),
                took: None,
            });
            self.show(&stages);
        }
    }

    fn step(&self) {
        self.bar.inc(1);
    }

    fn rendered(&self, permalink: &str, took: Duration) {
        let Ok(mut slowest) = self.slowest.lock() else {
            return;
        };
        let least = slowest.get(SLOWEST - 1).map(|(took, _)| *took);
        if least.is_none_or(|least| took > least) {
            slowest.push((took, permalink.to_owned()));
            slowest.sort_by(|a, b| b.cmp(a));
            slowest.truncate(SLOWEST);
        }
    }

    fn end(&self, stage: Stage) {
        if let Ok(mut stages) = self.stages.lock() {
            let open = stages.iter_mut().filter(|span| span.stage == stage);
            for span in open.filter(|span| span.took.is_none()) {
                span.took = Some(span.begin.elapsed());
            }
            self.show(&stages);
        }
    }
}

/// Progress bar of the bytes read and written.
pub(super) struct CopyProgress<'c> {
    console: &'c Console,
    bar: ProgressBar,
}

impl<'c> CopyProgress<'c> {
    /// Creates a bar, which stays hidden unless standard error is a terminal.
    pub(super) fn new(console: &'c Console) -> Self {
        Self {
            console,
            bar: bar(console),
        }
    }

    /// Clears the bar until the next step begins.
    pub(super) fn finish(&self) {
        self.bar.finish_and_clear();
    }
}

impl ByteProgress for CopyProgress<'_> {
    fn begin(&self, step: Step, bytes: u64) {
        const TEMPLATE: &str = "{spinner} {msg} {wide_bar} {decimal_bytes}/{decimal_total_bytes}  {decimal_bytes_per_sec}  {eta}";
        if let Ok(style) = ProgressStyle::with_template(TEMPLATE) {
            self.bar.set_style(style);
        }
        self.bar.reset();
        self.bar.set_length(bytes);
        self.bar
            .set_message(self.console.words.text(message_of_step(step)));
    }

    fn advance(&self, bytes: u64) {
        self.bar.inc(bytes);
    }
}

fn message_of_step(step: Step) -> &'static str {
    match step {
        Step::Read => "stage-digest",
        Step::Write => "stage-copy",
        Step::Verify => "stage-verify",
    }
}

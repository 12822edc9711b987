//! Runs Pandoc within limits of time, memory and output.

use std::ffi::OsStr;
use std::fs::{self, File};
use std::io;
use std::path::Path;
use std::process::{Child, Command, ExitStatus, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

use super::{ImportError, MIB, TooMuch};
use crate::content::read::MAX_TEXT_MIB;

/// Pandoc's output format: the extensions that Quipu's markdown supports, too.
const MARKDOWN: &str = "commonmark+pipe_tables+footnotes+strikeout+task_lists";

/// File of the text that Pandoc writes.
pub(super) const TEXT: &str = "text.md";

/// Pandoc's own limit of memory, in MiB: municipal computers have 4 GiB.
const MEMORY_MIB: u64 = 1536;

/// Exit code of Pandoc at that limit, as of every program in Haskell.
const HEAP_EXHAUSTED: i32 = 251;

/// Interval at which time and output of a running Pandoc are looked at.
const PAUSE: Duration = Duration::from_millis(20);

/// Maximum length of what is shown of Pandoc's complaints, in bytes.
const MAX_COMPLAINT: usize = 2000;

/// Converts `document`; the text, the title and the pictures are in `folder` afterwards.
///
/// # Errors
/// If Pandoc is missing, fails, or needs more than it may.
pub(super) fn convert(
    pandoc: &OsStr,
    format: &str,
    document: &Path,
    folder: &Path,
    limit: Duration,
) -> Result<(), ImportError> {
    let memory = format!("-M{MEMORY_MIB}m");
    let run = |memory: &[&str]| {
        let mut command = Command::new(pandoc);
        command
            .args(memory)
            .args(["--sandbox", "--from", format, "--to", MARKDOWN])
            .args(["--wrap", "none", "--extract-media", "."])
            .args(["--lua-filter", "word.lua", "--output", TEXT])
            .arg(document);
        finish(command, folder, limit)
    };
    match run(&["+RTS", &memory, "-RTS"]) {
        // Pandoc may be compiled without a limit of memory.
        Err(Failure::Exit(_, said)) if said.contains("RTS options") => run(&[]),
        result => result,
    }
    .map_err(|failure| match failure {
        Failure::Exit(Some(HEAP_EXHAUSTED), _) => ImportError::TooMuch(TooMuch::Memory(MEMORY_MIB)),
        Failure::Exit(_, said) => ImportError::Pandoc(said),
        Failure::Time => ImportError::TooMuch(TooMuch::Time(limit.as_secs())),
        Failure::Text => ImportError::TooMuch(TooMuch::Text(MAX_TEXT_MIB)),
        Failure::Start(error) if error.kind() == io::ErrorKind::NotFound => ImportError::NoPandoc,
        Failure::Start(error) => ImportError::Io(pandoc.into(), error),
        Failure::Io(error) => ImportError::Io(document.to_owned(), error),
    })
}

/// How a run of Pandoc failed.
enum Failure {
    /// It ended with this code, if any, and complained so.
    Exit(Option<i32>, String),
    /// It did not end in time.
    Time,
    /// It wrote a larger text than a case may have.
    Text,
    /// It could not be started.
    Start(io::Error),
    /// Another error of the system.
    Io(io::Error),
}

/// Runs the command in `folder` until it ends or is beyond a limit, and ends it then.
fn finish(mut command: Command, folder: &Path, limit: Duration) -> Result<(), Failure> {
    // A file rather than a pipe, which what the program started may keep open.
    let complaints = folder.join("complaints.txt");
    let stderr = File::create(&complaints).map_err(Failure::Io)?;
    command
        .current_dir(folder)
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(stderr);
    own_group(&mut command);
    let mut child = command.spawn().map_err(Failure::Start)?;
    bound_time(&child, limit);
    let result = wait(&mut child, folder, limit);
    // Also where it ended by itself: what it started may be running still.
    end(&mut child);
    let status = result?;
    match status.success() {
        true => Ok(()),
        false => {
            let said = fs::read(&complaints).unwrap_or_default();
            let said = String::from_utf8_lossy(&said[..said.len().min(MAX_COMPLAINT)]);
            Err(Failure::Exit(status.code(), said.trim().to_owned()))
        }
    }
}

fn wait(child: &mut Child, folder: &Path, limit: Duration) -> Result<ExitStatus, Failure> {
    let begin = Instant::now();
    let text = folder.join(TEXT);
    loop {
        let status = child.try_wait().map_err(Failure::Io)?;
        let size = fs::metadata(&text).map_or(0, |data| data.len());
        if size > MAX_TEXT_MIB * MIB {
            return Err(Failure::Text);
        }
        match status {
            Some(status) => return Ok(status),
            None if begin.elapsed() > limit => return Err(Failure::Time),
            None => sleep(PAUSE),
        }
    }
}

/// Ends a program with all that it started.
#[cfg(target_os = "linux")]
fn end(child: &mut Child) {
    use rustix::process::{Pid, Signal, kill_process_group};
    let group = i32::try_from(child.id()).ok().and_then(Pid::from_raw);
    if let Some(group) = group {
        let _ = kill_process_group(group, Signal::KILL);
    }
    let _ = child.wait();
}

#[cfg(not(target_os = "linux"))]
fn end(child: &mut Child) {
    let _ = child.kill();
    let _ = child.wait();
}

#[cfg(target_os = "linux")]
fn own_group(command: &mut Command) {
    use std::os::unix::process::CommandExt;
    command.process_group(0);
}

#[cfg(not(target_os = "linux"))]
fn own_group(_: &mut Command) {}

/// Bounds the program also if this one is ended before it, by Ctrl+C for instance.
#[cfg(target_os = "linux")]
fn bound_time(child: &Child, limit: Duration) {
    use rustix::process::{Pid, Resource, Rlimit, prlimit};
    let seconds = Some(limit.as_secs() + 1);
    let limit = Rlimit {
        current: seconds,
        maximum: seconds,
    };
    if let Some(process) = i32::try_from(child.id()).ok().and_then(Pid::from_raw) {
        let _ = prlimit(Some(process), Resource::Cpu, limit);
    }
}

#[cfg(not(target_os = "linux"))]
fn bound_time(_: &Child, _: Duration) {}

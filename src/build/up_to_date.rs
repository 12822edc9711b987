//! Records the sources and output of the last build: if neither has changed, the build is
//! skipped.
//!
//! Records can be deleted at any time. Sources are compared by content, output files by
//! name, size and modification time. What is wrong with finding the sources counts as one of
//! them: links, folders and permissions change without any file.

use std::collections::BTreeMap;
use std::fs;
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};
use std::time::UNIX_EPOCH;

use rayon::prelude::*;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use tempfile::NamedTempFile;

use crate::base::sha256::hexadecimal;
use crate::build::inputs::Inputs;
use crate::build::pipeline::{Counts, Options};
use crate::content::config;
use crate::content::read::read_text;
use crate::messages::diagnostics::{Diagnostic, Kind, Location, SourceFile, Span};
use crate::model::{Config, built_files};
use crate::render::theme::Theme;

/// Folder of the records, relative to the site's root.
const FOLDER: &str = ".quipu/builds";

/// Record of a finished build.
#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub(crate) struct BuildStamp {
    /// Digest of the program, the options and all sources.
    made_of: String,
    /// Size in bytes and modification time in nanoseconds of every file that Quipu wrote to the
    /// output folder, by path.
    files: BTreeMap<String, (u64, u128)>,
    /// Counts for the summary.
    pub counts: Counts,
    /// Whether the site's public address is configured.
    pub has_address: bool,
    remarks: Vec<StoredDiagnostic>,
}

/// A diagnostic without the text of its source.
#[derive(Debug, PartialEq, Serialize, Deserialize)]
struct StoredDiagnostic {
    path: String,
    /// Whether the source is a text: pictures and downloads are shown without.
    has_text: bool,
    span: Span,
    kind: Kind,
}

impl StoredDiagnostic {
    fn of(diagnostic: &Diagnostic) -> Self {
        let location = &diagnostic.location;
        Self {
            path: location.source.path.clone(),
            has_text: !location.source.text().is_empty(),
            span: location.span.clone(),
            kind: diagnostic.kind.clone(),
        }
    }
}

/// Inputs of a build.
#[derive(Debug)]
pub(crate) struct Sources {
    /// SHA-256 of the program, the options, the content of all files and what is wrong with
    /// finding them, in hexadecimal.
    digest: String,
    inputs: Inputs,
}

impl Sources {
    /// Reads the current sources; `None` if one cannot be read.
    pub(crate) fn of(options: &Options) -> Option<Self> {
        let config = config::load(&options.root, &mut Vec::new());
        let inputs = Inputs::of(&config);
        let digests = || {
            let files = inputs.files();
            let digests = files.par_iter().map(|file| digest(options, file));
            digests.collect::<Option<Vec<_>>>()
        };
        let findings = || findings(&config, &inputs);
        let (digests, findings) = rayon::join(digests, findings);
        let mut all = Sha256::new();
        all.update(program()?);
        all.update([u8::from(options.drafts)]);
        for digest in digests? {
            all.update(digest);
        }
        all.update(findings?);
        Some(Self {
            digest: hexadecimal(&all.finalize()),
            inputs,
        })
    }

    /// Whether the sources have the same stamps as when they were read.
    pub(crate) fn are_unchanged(&self, options: &Options) -> bool {
        let config = config::load(&options.root, &mut Vec::new());
        Inputs::of(&config) == self.inputs
    }
}

/// Serializes what is wrong with finding the sources: in the content, in the themes and with
/// the logo.
fn findings(config: &Config, inputs: &Inputs) -> Option<Vec<u8>> {
    let mut found = inputs.findings().to_vec();
    Theme::load(config, &mut found);
    let found: Vec<_> = found.iter().map(StoredDiagnostic::of).collect();
    serde_json::to_vec(&found).ok()
}

/// Identifies this binary by version, size and modification time.
fn program() -> Option<String> {
    let file = fs::metadata(std::env::current_exe().ok()?).ok()?;
    let version = env!("CARGO_PKG_VERSION");
    Some(format!("{version} {} {}", file.len(), nanoseconds(&file)))
}

/// Hashes a file's path and content; `None` if it cannot be read or is no regular file.
fn digest(options: &Options, file: &Path) -> Option<[u8; 32]> {
    let mut digest = Sha256::new();
    let path = file.strip_prefix(&options.root).unwrap_or(file);
    digest.update(path.as_os_str().as_encoded_bytes());
    digest.update([0]);
    // Reading a device might never end.
    fs::metadata(file).ok().filter(fs::Metadata::is_file)?;
    let mut source = fs::File::open(file).ok()?;
    let mut part = vec![0; 1 << 16];
    loop {
        match source.read(&mut part).ok()? {
            0 => break,
            length => digest.update(&part[..length]),
        }
    }
    Some(digest.finalize().into())
}

impl BuildStamp {
    /// Loads the record of the site at `output`; `None` if the sources or the output differ.
    pub(crate) fn load(options: &Options, sources: &Sources, output: &Path) -> Option<Self> {
        let text = fs::read(file_of(options, output)).ok()?;
        let record: Self = serde_json::from_slice(&text).ok()?;
        let is_same = record.made_of == sources.digest
            && record.files == stamps(output, record.files.keys())?;
        is_same.then_some(record)
    }

    /// Restores the diagnostics; `None` if a span no longer fits its source.
    pub(crate) fn diagnostics(&self, options: &Options) -> Option<Vec<Diagnostic>> {
        let mut sources: BTreeMap<&str, _> = BTreeMap::new();
        let restored = self.remarks.iter().map(|remark| {
            let source = sources.entry(&remark.path).or_insert_with(|| {
                if remark.has_text {
                    read_text(&options.root.join(&remark.path), &remark.path).0
                } else {
                    SourceFile::new(&remark.path, "")
                }
            });
            let is_valid = remark.span.end <= source.text().len();
            let location = Location::new(source, remark.span.clone());
            is_valid.then(|| Diagnostic::new(remark.kind.clone(), location))
        });
        restored.collect()
    }

    /// Saves the record of a finished build; write errors are ignored.
    pub(crate) fn save(
        options: &Options,
        sources: Sources,
        output: &Path,
        diagnostics: &[Diagnostic],
        (counts, has_address): (Counts, bool),
    ) {
        let Some(files) = built_files(output).and_then(|files| stamps(output, files.iter())) else {
            return;
        };
        let record = Self {
            made_of: sources.digest,
            files,
            counts,
            has_address,
            remarks: diagnostics.iter().map(StoredDiagnostic::of).collect(),
        };
        // Without a record, the next build just takes longer.
        let _ = record.write(&file_of(options, output));
    }

    fn write(&self, file: &Path) -> io::Result<()> {
        let folder = file.parent().unwrap_or(file);
        fs::create_dir_all(folder)?;
        let mut temporary = NamedTempFile::new_in(folder)?;
        temporary.write_all(&serde_json::to_vec(self)?)?;
        temporary.persist(file)?;
        Ok(())
    }
}

/// Deletes the record of the build at `output`.
pub(crate) fn remove(options: &Options, output: &Path) {
    let _ = fs::remove_file(file_of(options, output));
}

fn file_of(options: &Options, output: &Path) -> PathBuf {
    let name = hexadecimal(&Sha256::digest(output.as_os_str().as_encoded_bytes())[..8]);
    options.root.join(FOLDER).join(format!("{name}.json"))
}

/// Returns size and modification time of the files with these paths in `output`; `None` if one
/// is no regular file. Other files in the folder are not Quipu's and do not count.
fn stamps<'a>(
    output: &Path,
    files: impl Iterator<Item = &'a String>,
) -> Option<BTreeMap<String, (u64, u128)>> {
    let files: Vec<&String> = files.collect();
    let stamped = files.into_par_iter().map(|path| {
        let data = fs::symlink_metadata(output.join(path))
            .ok()
            .filter(fs::Metadata::is_file)?;
        Some((path.clone(), (data.len(), nanoseconds(&data))))
    });
    stamped.collect()
}

/// Returns the modification time since the Unix epoch; 0 if the system does not provide it.
fn nanoseconds(data: &fs::Metadata) -> u128 {
    let modified = data.modified().ok();
    let since = modified.and_then(|time| time.duration_since(UNIX_EPOCH).ok());
    since.map_or(0, |since| since.as_nanos())
}

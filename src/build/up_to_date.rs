//! What the last build was made of, and what it made: where both are still the same, there
//! is nothing to build.
//!
//! A record can be deleted at any time. Sources are compared by what they hold, the site
//! by the names, sizes and times of its files.

use std::collections::BTreeMap;
use std::fs;
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};
use std::time::UNIX_EPOCH;

use rayon::prelude::*;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use tempfile::NamedTempFile;
use walkdir::WalkDir;

use crate::base::sha256::hexadecimal;
use crate::build::inputs::Inputs;
use crate::build::pipeline::{Counts, Options};
use crate::content::config;
use crate::content::read::read_text;
use crate::messages::diagnostics::{Diagnostic, Kind, Location, Span};

/// The folder of records under the site's.
const FOLDER: &str = ".quipu/builds";

/// A finished build.
#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub struct BuildStamp {
    /// Tells the program, the options and all sources from any others.
    made_of: String,
    /// Size and time of every file of the site, by its path.
    files: BTreeMap<String, (u64, u128)>,
    /// What the site holds.
    pub counts: Counts,
    /// Whether its public address is known.
    pub has_address: bool,
    remarks: Vec<Remark>,
}

/// Something to say about the sources, less their texts.
#[derive(Debug, PartialEq, Serialize, Deserialize)]
struct Remark {
    path: String,
    span: Span,
    kind: Kind,
}

/// What a build is made of.
#[derive(Debug)]
pub struct Sources {
    /// Of the program, the options and what all files hold.
    digest: String,
    inputs: Inputs,
}

impl Sources {
    /// The sources as they are now; none where one of them cannot be read.
    pub fn of(options: &Options) -> Option<Self> {
        let config = config::load(&options.root, &mut Vec::new());
        let inputs = Inputs::of(&config);
        let files = inputs.files();
        let digests = files.par_iter().map(|file| digest(options, file));
        let digests: Option<Vec<_>> = digests.collect();
        let mut all = Sha256::new();
        all.update(program()?);
        all.update([u8::from(options.drafts)]);
        for digest in digests? {
            all.update(digest);
        }
        Some(Self {
            digest: hexadecimal(&all.finalize()),
            inputs,
        })
    }

    /// Whether nothing has touched them since.
    pub fn still_stand(&self, options: &Options) -> bool {
        let config = config::load(&options.root, &mut Vec::new());
        Inputs::of(&config) == self.inputs
    }
}

/// Tells this build of the program from any other.
fn program() -> Option<String> {
    let file = fs::metadata(std::env::current_exe().ok()?).ok()?;
    let version = env!("CARGO_PKG_VERSION");
    Some(format!("{version} {} {}", file.len(), nanoseconds(&file)))
}

/// Of a file's path and bytes.
fn digest(options: &Options, file: &Path) -> Option<[u8; 32]> {
    let mut digest = Sha256::new();
    let path = file.strip_prefix(&options.root).unwrap_or(file);
    digest.update(path.as_os_str().as_encoded_bytes());
    digest.update([0]);
    // A device would never end.
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
    /// The record of the site that stands at `output`, if it is made of these sources.
    pub fn load(options: &Options, sources: &Sources, output: &Path) -> Option<Self> {
        let text = fs::read(file_of(options, output)).ok()?;
        let record: Self = serde_json::from_slice(&text).ok()?;
        let is_same = record.made_of == sources.digest && record.files == files_in(output)?;
        is_same.then_some(record)
    }

    /// What there is to say about the sources; none where it cannot be told any more.
    pub fn diagnostics(&self, options: &Options) -> Option<Vec<Diagnostic>> {
        let mut sources: BTreeMap<&str, _> = BTreeMap::new();
        let told = self.remarks.iter().map(|remark| {
            let source = sources.entry(&remark.path).or_insert_with(|| {
                let (source, _) = read_text(&options.root.join(&remark.path), &remark.path);
                source
            });
            let is_there = remark.span.end <= source.text().len();
            let place = Location::new(source, remark.span.clone());
            is_there.then(|| Diagnostic::new(remark.kind.clone(), place))
        });
        told.collect()
    }

    /// Remembers a build that has just been finished, if the system lets it.
    pub fn save(
        options: &Options,
        sources: Sources,
        output: &Path,
        told: &[Diagnostic],
        (counts, has_address): (Counts, bool),
    ) {
        let Some(files) = files_in(output) else {
            return;
        };
        let remark = |diagnostic: &Diagnostic| Remark {
            path: diagnostic.location.source.path.clone(),
            span: diagnostic.location.span.clone(),
            kind: diagnostic.kind.clone(),
        };
        let record = Self {
            made_of: sources.digest,
            files,
            counts,
            has_address,
            remarks: told.iter().map(remark).collect(),
        };
        // Without a record the next build only takes longer.
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

/// Forgets what was built at `output`.
pub fn remove(options: &Options, output: &Path) {
    let _ = fs::remove_file(file_of(options, output));
}

fn file_of(options: &Options, output: &Path) -> PathBuf {
    let name = hexadecimal(&Sha256::digest(output.as_os_str().as_encoded_bytes())[..8]);
    options.root.join(FOLDER).join(format!("{name}.json"))
}

/// Size and time of every file; none where there is anything else.
fn files_in(output: &Path) -> Option<BTreeMap<String, (u64, u128)>> {
    let mut files = Vec::new();
    for entry in WalkDir::new(output) {
        let entry = entry.ok()?;
        if !entry.file_type().is_dir() {
            files.push(entry.into_path());
        }
    }
    let stamped = files.into_par_iter().map(|file| {
        let data = fs::symlink_metadata(&file)
            .ok()
            .filter(fs::Metadata::is_file)?;
        let path = file.strip_prefix(output).ok()?.to_str()?.to_owned();
        Some((path, (data.len(), nanoseconds(&data))))
    });
    stamped.collect()
}

/// When a file last changed; 0 where the system does not tell.
fn nanoseconds(data: &fs::Metadata) -> u128 {
    let modified = data.modified().ok();
    let since = modified.and_then(|time| time.duration_since(UNIX_EPOCH).ok());
    since.map_or(0, |since| since.as_nanos())
}

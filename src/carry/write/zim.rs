//! Writes a site as a single ZIM file, for Kiwix. This runs openZIM's `zimwriterfs`, which
//! must be installed: openZIM maintains the format and its full-text index.

use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use isolang::Language;
use tempfile::TempDir;

use super::{Draft, Form, FormError, Ready, create_parent};
use crate::base::paths::flush;
use crate::carry::earlier::Earlier;
use crate::carry::pack::Pack;
use crate::carry::progress::ByteProgress;
use crate::carry::site::{BuiltSite, HOME};
use crate::carry::space::FileSystemSpace;
use crate::messages::locale::Message;

/// Program that writes ZIM files.
const WRITER: &str = "zimwriterfs";
/// Program that checks ZIM files; optional.
const CHECKER: &str = "zimcheck";
/// Magic number at the start of a ZIM file.
const MAGIC: [u8; 4] = *b"ZIM\x04";
/// Icon of the site in lists of ZIM files: PNG, 48 × 48 pixels.
const ILLUSTRATION: &[u8] = include_bytes!("zim/illustration.png");
const ILLUSTRATION_PATH: &str = "quipu/kiwix.png";
/// Maximum lengths of titles and descriptions according to openZIM, in characters.
const LONGEST_TITLE: usize = 30;
const LONGEST_DESCRIPTION: usize = 80;
/// ISO 639-3 code for an unknown language.
const UNDETERMINED: &str = "und";

/// A single ZIM file with the site, which replaces an earlier one in a single step.
#[derive(Debug)]
pub(super) struct Zim;

impl Form for Zim {
    fn name(&self) -> Option<&'static str> {
        Some("zim")
    }

    fn is_sealed(&self) -> bool {
        false
    }

    /// Accepts only a ZIM file.
    fn inspect(&self, path: &Path) -> Result<Earlier, FormError> {
        if !may_be_replaced(path) {
            return Err(ZimError::Foreign(path.to_owned()).into());
        }
        match run(WRITER, &["--version".to_owned()]) {
            // Whether it works is seen when it writes.
            Ok(()) | Err(ZimError::Refused(..)) => Ok(Earlier::default()),
            Err(error) => Err(error.into()),
        }
    }

    /// Returns 0: how well the site compresses is known only to the writer, which reports a
    /// full disk itself.
    fn space(&self, _: &Pack, _: &Ready<'_>, _: &FileSystemSpace) -> Result<u64, FormError> {
        Ok(0)
    }

    fn write(
        &self,
        pack: &Pack,
        target: &Ready<'_>,
        progress: &dyn ByteProgress,
    ) -> Result<Box<dyn Draft>, FormError> {
        let parent = create_parent(target.path)?;
        let work = tempfile::Builder::new()
            .prefix(".quipu-")
            .tempdir_in(parent);
        let draft = ZimDraft {
            work: work.map_err(|error| (target.path.to_owned(), error))?,
            to: target.path.to_owned(),
            bytes: pack.bytes(),
        };
        let folder = staged(&pack.site, &draft.work)?;
        run(WRITER, &arguments(&pack.site, &folder, &draft.file()))?;
        progress.advance(draft.bytes);
        Ok(Box::new(draft))
    }

    fn success(&self, _: &Pack, path: &Path) -> Message {
        Message::new("zim-written").with("path", path)
    }
}

/// A ZIM file in a temporary folder beside the target.
struct ZimDraft {
    work: TempDir,
    to: PathBuf,
    /// Bytes that count as progress: openZIM's programs do not report theirs.
    bytes: u64,
}

impl ZimDraft {
    fn file(&self) -> PathBuf {
        self.work.path().join("site.zim")
    }
}

impl Draft for ZimDraft {
    fn read_back(&self, progress: &dyn ByteProgress) -> Result<(), FormError> {
        match run(CHECKER, &["--all".to_owned(), text(&self.file())]) {
            Ok(()) | Err(ZimError::NoProgram) => {}
            Err(error) => return Err(error.into()),
        }
        progress.advance(self.bytes);
        Ok(())
    }

    fn finish(self: Box<Self>) -> Result<(), FormError> {
        let file = self.file();
        flush(&file)
            .and_then(|()| fs::rename(&file, &self.to))
            .map_err(|error| (self.to.clone(), error).into())
    }
}

/// Why no ZIM file was written.
#[derive(Debug, thiserror::Error)]
enum ZimError {
    /// One of openZIM's programs is not installed.
    #[error("a program of openZIM is not installed")]
    NoProgram,
    /// The target exists and is not a ZIM file.
    #[error("{0} exists and is not a ZIM file")]
    Foreign(PathBuf),
    /// One of openZIM's programs failed: its name and output.
    #[error("{0} failed: {1}")]
    Refused(&'static str, String),
}

impl From<ZimError> for FormError {
    fn from(error: ZimError) -> Self {
        match error {
            ZimError::NoProgram => Message::new("zim-no-writer").into(),
            ZimError::Foreign(file) => Self::at("zim-foreign", &file),
            ZimError::Refused(program, output) => Message::new("zim-refused")
                .with("program", program)
                .with("said", &output)
                .into(),
        }
    }
}

/// Whether the target does not exist or is a ZIM file.
fn may_be_replaced(to: &Path) -> bool {
    let mut start = [0; MAGIC.len()];
    match File::open(to) {
        Ok(mut file) => file.read_exact(&mut start).is_ok() && start == MAGIC,
        Err(error) => error.kind() == io::ErrorKind::NotFound,
    }
}

/// Copies the files of the site and the icon to a temporary folder; returns its path.
fn staged(site: &BuiltSite, work: &TempDir) -> Result<PathBuf, FormError> {
    let folder = work.path().join("site");
    let at = |path: &Path| {
        let path = path.to_owned();
        move |error: io::Error| FormError::from((path, error))
    };
    for path in site.files.keys() {
        let (from, to) = (site.folder.join(path), folder.join(path));
        let parent = to.parent().unwrap_or(&folder);
        fs::create_dir_all(parent).map_err(at(parent))?;
        // A hard link saves time and space, but not all file systems support it.
        if fs::hard_link(&from, &to).is_err() {
            fs::copy(&from, &to).map_err(at(&from))?;
        }
    }
    let picture = folder.join(ILLUSTRATION_PATH);
    fs::write(&picture, ILLUSTRATION).map_err(at(&picture))?;
    Ok(folder)
}

fn arguments(site: &BuiltSite, folder: &Path, file: &Path) -> Vec<String> {
    let first = site.languages.first().map_or("", String::as_str);
    let of_first = |texts: &std::collections::BTreeMap<String, String>| {
        texts.get(first).cloned().unwrap_or_default()
    };
    let title = of_first(&site.title);
    let description = match of_first(&site.description) {
        description if description.is_empty() => title.clone(),
        description => description,
    };
    let name = deunicode::deunicode(&title)
        .to_lowercase()
        .replace(' ', "-");
    let code = Language::from_639_1(first).or_else(|| Language::from_639_3(first));
    let options = [
        ("welcome", HOME.to_owned()),
        ("illustration", ILLUSTRATION_PATH.to_owned()),
        (
            "language",
            code.map_or(UNDETERMINED, |code| code.to_639_3()).to_owned(),
        ),
        ("title", shortened(&title, LONGEST_TITLE)),
        ("description", shortened(&description, LONGEST_DESCRIPTION)),
        ("creator", title),
        ("publisher", "Quipu".to_owned()),
        ("name", format!("{name}_{first}")),
        ("scraper", format!("Quipu {}", env!("CARGO_PKG_VERSION"))),
    ];
    let options = options
        .into_iter()
        .map(|(name, value)| format!("--{name}={value}"));
    options.chain([text(folder), text(file)]).collect()
}

/// Truncates text to `longest` characters including `…`, after a word if possible.
fn shortened(text: &str, longest: usize) -> String {
    if text.chars().count() <= longest {
        return text.to_owned();
    }
    let room: String = text.chars().take(longest - 1).collect();
    let end = room.rfind(' ').unwrap_or(room.len());
    format!(
        "{}…",
        room[..end].trim_end_matches([' ', ',', '.', ';', ':'])
    )
}

fn text(path: &Path) -> String {
    path.to_string_lossy().into_owned()
}

fn run(program: &'static str, arguments: &[String]) -> Result<(), ZimError> {
    let output = Command::new(program)
        .args(arguments)
        .stdin(Stdio::null())
        .output()
        .map_err(|error| match error.kind() {
            io::ErrorKind::NotFound => ZimError::NoProgram,
            _ => ZimError::Refused(program, error.to_string()),
        })?;
    if output.status.success() {
        return Ok(());
    }
    let output_text = [output.stdout, output.stderr].concat();
    let output_text = String::from_utf8_lossy(&output_text).trim().to_owned();
    Err(ZimError::Refused(program, output_text))
}

#[cfg(test)]
mod tests {
    use super::shortened;

    #[test]
    fn long_texts_end_after_a_word() {
        assert_eq!(shortened("Agua segura", 30), "Agua segura");
        assert_eq!(shortened("Agua segura, y para todos", 15), "Agua segura…");
        assert_eq!(shortened("Otorrinolaringología", 8), "Otorrin…");
    }
}

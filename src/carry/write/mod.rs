//! The forms of a copy: writers, one per file of this module.
//!
//! A new form is a file that implements [`Form`] and a line in [`FORMS`]. Its flag in the
//! command line, its checks and its messages follow from the implementation.

mod folder;
mod zim;
mod zip;

use std::fmt::Debug;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::earlier::Earlier;
use super::in_place::ChangeError;
use super::pack::Pack;
use super::progress::ByteProgress;
use super::space::FileSystemSpace;
use super::verify::Report;
use crate::base::file_error::FileError;
use crate::messages::locale::Message;

/// Where to write a copy, and in which form.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Target<'t> {
    /// Path of the folder or file.
    pub path: &'t Path,
    /// Form to write.
    pub form: &'static dyn Form,
}

/// A target that passed all checks.
#[derive(Debug)]
pub(crate) struct Ready<'t> {
    /// Path of the folder or file.
    pub path: &'t Path,
    /// Form to write.
    pub form: &'static dyn Form,
    /// Files of an earlier copy at the target that are replaced one by one.
    pub earlier: Earlier,
}

/// All forms. The first is the default; of those that the command line allows for a target,
/// the last is chosen.
pub(crate) static FORMS: [&dyn Form; 3] = [&folder::Folder, &zip::Zip, &zim::Zim];

/// A form of a copy, for instance a folder or a zip file.
///
/// A target is inspected, written, read back and finished, in this order. Nothing is written
/// unless all targets pass their inspection; after that, each succeeds or fails by itself.
pub(crate) trait Form: Debug + Sync {
    /// Returns the name by which the command line chooses the form: `zip` is chosen by `--zip`
    /// or a file name with the extension `.zip`. `None` for the default form.
    fn name(&self) -> Option<&'static str>;

    /// Whether the copy contains all files of the pack, with its manifest and signature;
    /// otherwise it contains only the site.
    fn is_sealed(&self) -> bool {
        true
    }

    /// Whether an update can have this form.
    fn can_be_update(&self) -> bool {
        false
    }

    /// Returns the size limit of a single file in bytes.
    fn largest_file(&self) -> u64 {
        u64::MAX
    }

    /// Checks that the form can be written, and that what exists at `path` may be replaced.
    /// Returns the files that the copy replaces one by one; none if it takes the place of an
    /// earlier one in a single step.
    ///
    /// # Errors
    /// If a program is missing, or `path` cannot be read or holds something foreign.
    fn inspect(&self, path: &Path) -> Result<Earlier, FormError>;

    /// Returns how much free space the copy needs, in bytes, on a file system with this much
    /// left.
    ///
    /// # Errors
    /// If the copy is impossible there, or its size cannot be determined.
    fn space(
        &self,
        pack: &Pack,
        target: &Ready<'_>,
        left: &FileSystemSpace,
    ) -> Result<u64, FormError>;

    /// Writes a copy that is not marked as complete yet.
    ///
    /// # Errors
    /// If it cannot be written, or the site changes meanwhile.
    fn write(
        &self,
        pack: &Pack,
        target: &Ready<'_>,
        progress: &dyn ByteProgress,
    ) -> Result<Box<dyn Draft>, FormError>;

    /// Returns the message for a complete copy.
    fn success(&self, pack: &Pack, path: &Path) -> Message {
        let id = match pack.update {
            Some(_) => "update-packed",
            None => "packed",
        };
        Message::new(id).with("path", path)
    }
}

/// A written copy that is not marked as complete yet.
pub(crate) trait Draft: Send {
    /// Reads back what was written and compares it with what was packed.
    ///
    /// # Errors
    /// If it cannot be read, or differs.
    fn read_back(&self, progress: &dyn ByteProgress) -> Result<(), FormError>;

    /// Marks the copy as complete, or gives it its final name.
    ///
    /// # Errors
    /// If a file cannot be removed or renamed.
    fn finish(self: Box<Self>) -> Result<(), FormError>;
}

/// Why a copy cannot be written or completed at a target.
#[derive(Debug, thiserror::Error)]
pub(crate) enum FormError {
    /// A file cannot be written, or the site changed meanwhile: its path and the error.
    #[error("cannot write {0}")]
    Write(PathBuf, #[source] FileError),
    /// A file cannot be read back: its path and the error.
    #[error("cannot read {0}")]
    Read(PathBuf, #[source] io::Error),
    /// The bytes read back differ from those written.
    #[error("the copy reads back differently than it was written")]
    Differs(Box<Report>),
    /// An error that only this form has.
    #[error("the form rejects the copy")]
    Specific(Message),
}

impl FormError {
    /// Returns an error whose message has only the path of the target.
    fn at(id: &'static str, path: &Path) -> Self {
        Self::Specific(Message::new(id).with("path", path))
    }
}

impl From<ChangeError> for FormError {
    fn from((path, error): ChangeError) -> Self {
        Self::Write(path, error.into())
    }
}

impl From<Message> for FormError {
    fn from(message: Message) -> Self {
        Self::Specific(message)
    }
}

/// Returns the form of a target. `is_set` is whether a form is chosen for all targets.
pub(crate) fn form_of(path: &Path, is_set: impl Fn(&str) -> bool) -> &'static dyn Form {
    let extension = path.extension().unwrap_or_default();
    let is_chosen = |name: &str| is_set(name) || extension.eq_ignore_ascii_case(name);
    let mut forms = FORMS.iter().rev();
    let chosen = forms.find(|form| form.name().is_some_and(is_chosen));
    *chosen.unwrap_or(&FORMS[0])
}

/// Returns the error, if any, of a copy at `path` that was read back; `report` is `None` if it
/// was not there any more.
fn confirm(report: Option<Report>, path: &Path) -> Result<(), FormError> {
    match report {
        Some(report) if report.is_valid() => Ok(()),
        Some(report) => Err(FormError::Differs(Box::new(report))),
        None => Err(FormError::Read(
            path.to_owned(),
            io::ErrorKind::NotFound.into(),
        )),
    }
}

/// Creates the folder of a file, and returns it.
fn create_parent(file: &Path) -> Result<&Path, FormError> {
    let parent = file.parent().unwrap_or(Path::new(""));
    if parent.as_os_str().is_empty() {
        return Ok(Path::new("."));
    }
    fs::create_dir_all(parent).map_err(|error| (parent.to_owned(), error))?;
    Ok(parent)
}

//! Copies files of the built-in theme into the site's theme, for people to change, and keeps
//! the record of them.

use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use crate::base::text::nearest;
use crate::messages::diagnostics::Diagnostic;
use crate::model::Config;
use crate::render::theme::ejections::{Ejection, Ejections, RECORD};
use crate::render::theme::{self, built_in_file, built_in_files, is_program_script, is_within};

/// The reason that a file of the theme cannot be ejected or accepted, with its path.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Fault {
    /// The built-in theme has no such file.
    Unknown {
        /// Path as given.
        path: String,
        /// The path that was probably meant.
        nearest: Option<String>,
    },
    /// The path leads out of the theme.
    Outside(String),
    /// The script always comes from the program.
    ProgramScript(String),
    /// The site's theme has the file already.
    Exists(String),
    /// The site's theme does not have the file.
    NotEjected(String),
}

/// The reason that nothing, or not everything, was written.
#[derive(Debug, thiserror::Error)]
pub(crate) enum EjectError {
    /// Paths that cannot be used: nothing was written.
    #[error("{} paths cannot be used", .0.len())]
    Faults(Vec<Fault>),
    /// A file that could not be written; earlier ones may have been.
    #[error("cannot write {0}")]
    Io(PathBuf, #[source] io::Error),
}

/// A file that can be ejected.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Ejectable {
    /// Path in the theme, such as `templates/case.html`.
    pub path: String,
    /// Whether the site's theme has it.
    pub is_ejected: bool,
    /// Version of the program that it was taken from, if the record has it.
    pub version: Option<String>,
}

/// The folder of a site's theme, which need not exist, with its record.
#[derive(Debug)]
pub(crate) struct SiteTheme {
    root: PathBuf,
    name: String,
    folder: PathBuf,
    ejections: Ejections,
}

impl SiteTheme {
    /// Opens the site's theme; `None`, with diagnostics, if it or its record has errors.
    pub(crate) fn open(config: &Config, diagnostics: &mut Vec<Diagnostic>) -> Option<Self> {
        let folder = theme::folder(config, diagnostics)?;
        let name = config.theme.value.clone();
        let before = diagnostics.len();
        let ejections = Ejections::load(&name, &folder, diagnostics);
        (diagnostics.len() == before).then(|| Self {
            root: config.root.clone(),
            name,
            folder,
            ejections,
        })
    }

    /// Lists the files that can be ejected or have been, sorted by path.
    pub(crate) fn list(&self) -> Vec<Ejectable> {
        let files = built_in_files().into_keys();
        let files = files.filter(|path| !is_program_script(path));
        let listed = files.map(|path| Ejectable {
            is_ejected: self.has(&path),
            version: self.ejections.get(&path).map(|it| it.version.clone()),
            path,
        });
        listed.collect()
    }

    /// Copies built-in files, or all files of a folder, into the site's theme. Returns the
    /// files written, without the record, which begins with `comment`.
    ///
    /// # Errors
    /// All paths that cannot be ejected, or the file that could not be written.
    pub(crate) fn eject(
        &mut self,
        given: &[String],
        comment: &str,
    ) -> Result<Vec<PathBuf>, EjectError> {
        let paths = self.chosen(given, |path| self.ejection_fault(path))?;
        let files = paths.iter().map(|path| self.folder.join(path));
        let files: Vec<PathBuf> = files.collect();
        for file in &files {
            self.check_folder(file)
                .map_err(|error| EjectError::Io(file.clone(), error))?;
        }
        for (path, file) in paths.iter().zip(&files) {
            let built_in = built_in_file(path).unwrap_or_default();
            if let Err(error) = create(file, &built_in) {
                // What was written has to be in the record.
                self.save(comment)?;
                return Err(EjectError::Io(file.clone(), error));
            }
            self.ejections.set(path, Some(Ejection::now(&built_in)));
        }
        self.save(comment)?;
        Ok(files)
    }

    /// Records that files of the site's theme are up to date with the running program.
    /// Returns their paths in the theme.
    ///
    /// # Errors
    /// All paths that cannot be accepted, or the record if it could not be written.
    pub(crate) fn accept(
        &mut self,
        given: &[String],
        comment: &str,
    ) -> Result<Vec<String>, EjectError> {
        let paths = self.chosen(given, |path| self.acceptance_fault(path))?;
        for path in &paths {
            let ejection = built_in_file(path).map(|built_in| Ejection::now(&built_in));
            self.ejections.set(path, ejection);
        }
        self.save(comment)?;
        Ok(paths)
    }

    /// Returns the paths in the theme that `given` names, or everything wrong with them.
    fn chosen(
        &self,
        given: &[String],
        fault: impl Fn(&str) -> Option<Fault>,
    ) -> Result<Vec<String>, EjectError> {
        let mut paths: Vec<String> = given.iter().flat_map(|given| self.named(given)).collect();
        paths.sort();
        paths.dedup();
        let faults: Vec<Fault> = paths.iter().filter_map(|path| fault(path)).collect();
        if faults.is_empty() {
            Ok(paths)
        } else {
            Err(EjectError::Faults(faults))
        }
    }

    /// Returns the path in the theme, or those of a folder's files. Paths may begin with the
    /// theme's folder, as messages show them.
    fn named(&self, given: &str) -> Vec<String> {
        let path = given.replace('\\', "/");
        let path = path.trim_start_matches("./").trim_end_matches('/');
        let own = format!("themes/{}/", self.name);
        let path = path.strip_prefix(&own).unwrap_or(path);
        let folder = format!("{path}/");
        let files = built_in_files().into_keys();
        let within: Vec<String> = files
            .filter(|file| file.starts_with(&folder) && !is_program_script(file))
            .collect();
        if within.is_empty() {
            vec![path.to_owned()]
        } else {
            within
        }
    }

    fn ejection_fault(&self, path: &str) -> Option<Fault> {
        let owned = || path.to_owned();
        if is_outside(path) {
            Some(Fault::Outside(owned()))
        } else if is_program_script(path) {
            Some(Fault::ProgramScript(owned()))
        } else if built_in_file(path).is_none() {
            Some(unknown(path))
        } else if self.has(path) {
            Some(Fault::Exists(owned()))
        } else {
            None
        }
    }

    fn acceptance_fault(&self, path: &str) -> Option<Fault> {
        let fault = self.ejection_fault(path);
        match fault {
            Some(Fault::Exists(_)) => None,
            // The program no longer has the file: accepting it ends its record.
            Some(Fault::Unknown { .. }) if self.ejections.get(path).is_some() => None,
            None => Some(Fault::NotEjected(path.to_owned())),
            fault => fault,
        }
    }

    fn has(&self, path: &str) -> bool {
        fs::symlink_metadata(self.folder.join(path)).is_ok()
    }

    /// Refuses a file whose folder, as far as it exists, is outside the site.
    fn check_folder(&self, file: &Path) -> io::Result<()> {
        let mut folders = file.ancestors().skip(1);
        let existing = folders.find(|folder| folder.exists()).unwrap_or(&self.root);
        match is_within(&self.root, existing) || existing == self.root {
            true => Ok(()),
            false => Err(io::ErrorKind::PermissionDenied.into()),
        }
    }

    /// Replaces the record atomically.
    fn save(&self, comment: &str) -> Result<(), EjectError> {
        let file = self.folder.join(RECORD);
        let write = || {
            let mut new = readable_by_others(tempfile::Builder::new().prefix(".quipu-"))
                .tempfile_in(&self.folder)?;
            new.write_all(self.ejections.text(comment).as_bytes())?;
            new.persist(&file)?;
            Ok(())
        };
        write().map_err(|error| EjectError::Io(file.clone(), error))
    }
}

/// Writes a new file, and the folders that it needs.
fn create(file: &Path, bytes: &[u8]) -> io::Result<()> {
    fs::create_dir_all(file.parent().unwrap_or(file))?;
    File::create_new(file)?.write_all(bytes)
}

/// Temporary files are private; the record has the permissions of any new file.
#[cfg(unix)]
fn readable_by_others<'b, 'a, 's>(
    builder: &'b mut tempfile::Builder<'a, 's>,
) -> &'b mut tempfile::Builder<'a, 's> {
    use std::os::unix::fs::PermissionsExt;
    builder.permissions(fs::Permissions::from_mode(0o666))
}

#[cfg(not(unix))]
fn readable_by_others<'b, 'a, 's>(
    builder: &'b mut tempfile::Builder<'a, 's>,
) -> &'b mut tempfile::Builder<'a, 's> {
    builder
}

fn is_outside(path: &str) -> bool {
    let is_drive = path.as_bytes().get(1) == Some(&b':');
    path.starts_with('/') || is_drive || path.split('/').any(|part| part == "..")
}

/// Suggests the file of the same name in another folder, or else the nearest path.
fn unknown(path: &str) -> Fault {
    let files = built_in_files();
    let mut paths = files.keys().filter(|file| !is_program_script(file));
    let same_name = paths.clone().find(|file| name_of(file) == name_of(path));
    let nearest = || nearest(path, paths.clone().map(String::as_str));
    let nearest = same_name.cloned().or_else(nearest).or_else(|| {
        let name = self::nearest(path, paths.clone().map(|file| name_of(file)))?;
        paths.find(|file| name_of(file) == name).cloned()
    });
    Fault::Unknown {
        path: path.to_owned(),
        nearest,
    }
}

fn name_of(path: &str) -> &str {
    path.rsplit('/').next().unwrap_or(path)
}

//! Writes a copy as a folder. Files are replaced one by one, so that a nearly full USB stick
//! can take a new edition.
//!
//! While it is being written, the folder contains a marker and neither the opening page nor
//! the manifest: if interrupted at any moment, the copy is recognisably incomplete.

use std::fs;
use std::path::{Path, PathBuf};

use super::{Draft, Form, FormError, Ready, confirm};
use crate::base::file_error::FileError;
use crate::base::paths::flush_folder;
use crate::base::sha256::{self, Digest};
use crate::carry::copy::FolderContents;
use crate::carry::earlier::{Earlier, EarlierError};
use crate::carry::in_place::{self, ChangeError};
use crate::carry::layout::{MANIFEST, OPENING, PARTIAL, SIGNATURE, UNFINISHED};
use crate::carry::pack::Pack;
use crate::carry::progress::ByteProgress;
use crate::carry::source::Source;
use crate::carry::space::{FileSystemSpace, LARGEST_ON_FAT32, needed};
use crate::carry::verify;
use crate::messages::locale::Message;

/// Files that make a copy look complete: written last, in this order, and removed first, in
/// reverse order.
const LAST: [&str; 3] = [OPENING, SIGNATURE, MANIFEST];

/// The default form.
#[derive(Debug)]
pub(super) struct Folder;

impl Form for Folder {
    fn name(&self) -> Option<&'static str> {
        None
    }

    fn largest_file(&self) -> u64 {
        LARGEST_ON_FAT32
    }

    fn inspect(&self, path: &Path) -> Result<Earlier, FormError> {
        Earlier::find(path).map_err(|error| match error {
            EarlierError::Foreign(file) => Message::new("target-foreign")
                .with("path", path)
                .with("file", file.as_path())
                .into(),
            EarlierError::NoFolder(path) => FormError::at("target-file", &path),
            EarlierError::Io(file, error) => FormError::Write(file, error.into()),
        })
    }

    fn space(
        &self,
        pack: &Pack,
        target: &Ready<'_>,
        left: &FileSystemSpace,
    ) -> Result<u64, FormError> {
        Ok(needed(left, &pack.sizes(), &target.earlier.files))
    }

    /// Leaves the copy marked as incomplete, also after an error.
    fn write(
        &self,
        pack: &Pack,
        target: &Ready<'_>,
        progress: &dyn ByteProgress,
    ) -> Result<Box<dyn Draft>, FormError> {
        let writer = Writer {
            pack,
            folder: target.path,
            progress,
        };
        writer.write(&target.earlier)?;
        Ok(Box::new(FolderDraft(target.path.to_owned())))
    }
}

/// A folder that contains the marker of an incomplete copy.
struct FolderDraft(PathBuf);

impl Draft for FolderDraft {
    fn read_back(&self, progress: &dyn ByteProgress) -> Result<(), FormError> {
        let Self(folder) = self;
        let mut contents = FolderContents::open_unfinished(folder)
            .map_err(|error| FormError::Read(folder.clone(), error))?;
        confirm(verify::check(&mut contents, None, progress), folder)
    }

    fn finish(self: Box<Self>) -> Result<(), FormError> {
        let Self(folder) = *self;
        let marker = folder.join(UNFINISHED);
        fs::remove_file(&marker).map_err(|error| (marker, error))?;
        flush_folder(&folder);
        Ok(())
    }
}

struct Writer<'p> {
    pack: &'p Pack,
    folder: &'p Path,
    progress: &'p dyn ByteProgress,
}

impl Writer<'_> {
    fn write(&self, earlier: &Earlier) -> Result<(), FormError> {
        self.begin()?;
        self.remove_stale(earlier)?;
        let is_last = |path: &String| LAST.contains(&path.as_str());
        for (path, source) in self.pack.files.iter().filter(|(path, _)| !is_last(path)) {
            self.put(path, source, earlier)?;
        }
        for path in LAST {
            if let Some(source) = self.pack.files.get(path) {
                self.put(path, source, earlier)?;
            }
        }
        Ok(())
    }

    fn begin(&self) -> Result<(), ChangeError> {
        fs::create_dir_all(self.folder).map_err(|error| (self.folder.to_owned(), error))?;
        in_place::mark_unfinished(self.folder, &self.pack.unfinished)?;
        for path in LAST.iter().rev().chain([&PARTIAL]) {
            in_place::remove(self.folder, path)?;
        }
        flush_folder(self.folder);
        Ok(())
    }

    fn remove_stale(&self, earlier: &Earlier) -> Result<(), ChangeError> {
        let stale = earlier
            .files
            .keys()
            .filter(|path| !self.pack.files.contains_key(*path) && path.as_str() != UNFINISHED);
        for path in stale {
            in_place::remove(self.folder, path)?;
        }
        Ok(())
    }

    fn put(&self, path: &str, source: &Source, earlier: &Earlier) -> Result<(), FormError> {
        let to = self.folder.join(path);
        let wanted = self.pack.digest(path);
        let is_same_size = earlier.files.get(path) == Some(&source.size());
        if is_same_size && wanted.is_some() && sha256::of_file(&to).ok() == wanted {
            self.progress.advance(source.size());
            return Ok(());
        }
        if let Some(parent) = to.parent() {
            fs::create_dir_all(parent).map_err(|error| (parent.to_owned(), error))?;
        }
        let replaced = self.replace(&to, source, wanted);
        replaced.map_err(|error| FormError::Write(to, error))
    }

    /// Replaces a file atomically, by writing a temporary file and renaming it.
    fn replace(&self, to: &Path, source: &Source, wanted: Option<Digest>) -> Result<(), FileError> {
        let partial = self.folder.join(PARTIAL);
        let digest = in_place::write(&mut *source.open()?, &partial, self.progress)?;
        if wanted.is_some_and(|wanted| wanted != digest) {
            return Err(FileError::Changed);
        }
        Ok(fs::rename(&partial, to)?)
    }
}

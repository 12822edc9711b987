//! Writes a copy as a folder. Files are replaced one by one, so that a nearly full USB stick
//! can take a new edition.
//!
//! While it is being written, the folder contains a marker and neither the opening page nor
//! the manifest: if interrupted at any moment, the copy is recognisably incomplete.

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io;
use std::path::Path;

use super::WriteError;
use crate::base::paths::{flush, flush_folder};
use crate::base::sha256::{self, Digest};
use crate::carry::earlier::Earlier;
use crate::carry::layout::{MANIFEST, OPENING, PARTIAL, SIGNATURE, UNFINISHED};
use crate::carry::pack::Pack;
use crate::carry::progress::ByteProgress;
use crate::carry::source::Source;

/// Files that make a copy look complete: written last, in this order, and removed first, in
/// reverse order.
const LAST: [&str; 3] = [OPENING, SIGNATURE, MANIFEST];

/// Writes `pack` to `folder`, over the `earlier` copy.
///
/// # Errors
/// If a file cannot be written, or the site changes meanwhile. The copy then remains marked
/// as incomplete.
pub fn write(
    pack: &Pack,
    folder: &Path,
    earlier: &Earlier,
    progress: &dyn ByteProgress,
) -> Result<(), WriteError> {
    let writer = Writer {
        pack,
        folder,
        progress,
    };
    writer.begin()?;
    writer.remove_stale(earlier)?;
    let is_last = |path: &str| LAST.contains(&path);
    let (last, first): (Vec<_>, Vec<_>) = pack.files.iter().partition(|(path, _)| is_last(path));
    for (path, source) in first {
        writer.put(path, source, earlier)?;
    }
    let last: BTreeMap<_, _> = last.into_iter().collect();
    let in_order = LAST
        .iter()
        .filter_map(|path| last.get_key_value(&(*path).to_owned()));
    for (path, source) in in_order {
        writer.put(path, source, earlier)?;
    }
    Ok(())
}

/// Marks a copy as complete after it has been read back, by removing the marker.
///
/// # Errors
/// If the marker cannot be removed.
pub fn finish(folder: &Path) -> Result<(), WriteError> {
    let marker = folder.join(UNFINISHED);
    fs::remove_file(&marker).map_err(|error| (marker, error))?;
    flush_folder(folder);
    Ok(())
}

struct Writer<'p> {
    pack: &'p Pack,
    folder: &'p Path,
    progress: &'p dyn ByteProgress,
}

impl Writer<'_> {
    fn begin(&self) -> Result<(), WriteError> {
        let at = |path: &Path| {
            let path = path.to_owned();
            move |error| (path, error)
        };
        fs::create_dir_all(self.folder).map_err(at(self.folder))?;
        let marker = self.folder.join(UNFINISHED);
        fs::write(&marker, &self.pack.unfinished).map_err(at(&marker))?;
        flush(&marker).map_err(at(&marker))?;
        flush_folder(self.folder);
        for path in LAST.iter().rev().chain([&PARTIAL]) {
            remove(&self.folder.join(path))?;
        }
        flush_folder(self.folder);
        Ok(())
    }

    fn remove_stale(&self, earlier: &Earlier) -> Result<(), WriteError> {
        let stale = earlier
            .files
            .keys()
            .filter(|path| !self.pack.files.contains_key(*path) && path.as_str() != UNFINISHED);
        for path in stale {
            let file = self.folder.join(path);
            remove(&file)?;
            // Fails for folders that are not empty; these stay.
            for folder in file.ancestors().skip(1).take_while(|it| *it != self.folder) {
                if fs::remove_dir(folder).is_err() {
                    break;
                }
            }
        }
        Ok(())
    }

    fn put(&self, path: &str, source: &Source, earlier: &Earlier) -> Result<(), WriteError> {
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
        self.replace(&to, source, wanted)
            .map_err(|error| (to.clone(), error))
    }

    /// Replaces a file atomically, by writing a temporary file and renaming it.
    fn replace(&self, to: &Path, source: &Source, wanted: Option<Digest>) -> io::Result<()> {
        let partial = self.folder.join(PARTIAL);
        let mut file = File::create(&partial)?;
        let mut on_progress = |count| self.progress.advance(count);
        let (digest, _) = sha256::copy(&mut *source.open()?, &mut file, &mut on_progress)?;
        if wanted.is_some_and(|wanted| wanted != digest) {
            return Err(crate::carry::source::changed());
        }
        file.sync_all()?;
        drop(file);
        fs::rename(&partial, to)
    }
}

fn remove(file: &Path) -> Result<(), WriteError> {
    match fs::remove_file(file) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err((file.to_owned(), error)),
        _ => Ok(()),
    }
}

//! Replaces a site file by file, where its folder cannot be replaced as a whole: it is a mount
//! point, a program holds a file in it or stands in it, or foreign files cannot be linked.
//!
//! Old files are moved aside, new ones moved in. The journal has all moves: if one fails or the
//! build is killed, they are undone, now or by the next build. Foreign files are never touched.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::beside::{OLD, STAGING, beside, is_there, remove_tree};
use super::journal::{Journal, Move};
use super::{OutputError, Replacement};

/// Folder inside the output folder for files being moved, if the output folder is on another
/// file system than its neighbours.
pub(super) const WORKSPACE: &str = ".quipu-replacing";

/// Where files are moved from and to.
struct Places<'a> {
    output: &'a Path,
    /// Folder of the new files.
    new: PathBuf,
    /// Folder for the old files.
    old: PathBuf,
}

impl<'a> Places<'a> {
    fn of(output: &'a Path, is_inside: bool) -> Self {
        let (new, old) = match is_inside {
            true => {
                let workspace = output.join(WORKSPACE);
                (workspace.join("new"), workspace.join("old"))
            }
            false => (beside(output, STAGING), beside(output, OLD)),
        };
        Self { output, new, old }
    }
}

/// Replaces the site in `output` with the staged one.
///
/// # Errors
/// If a file cannot be moved. The old site then stands, except with
/// [`OutputError::Unfinished`].
pub(super) fn replace(output: &Path, replacement: &Replacement) -> Result<(), OutputError> {
    let moves = moves(replacement);
    match attempt(output, false, &moves) {
        Err(OutputError::Io(_, error)) if error.kind() == io::ErrorKind::CrossesDevices => {
            let io_error = |error| OutputError::Io(output.to_owned(), error);
            let done = bring_inside(output, &moves)
                .map_err(io_error)
                .and_then(|()| attempt(output, true, &moves));
            if !Journal::exists(output) {
                let _ = remove_tree(&output.join(WORKSPACE));
            }
            done
        }
        done => done,
    }
}

/// Lists the moves: files that no longer exist first, since a new file may need the name of
/// their folder.
fn moves(replacement: &Replacement) -> Vec<Move> {
    let old = &replacement.old.ours;
    let removed = old.iter().filter(|it| !replacement.is_new(it));
    let removed = removed.map(|address| Move {
        address: address.clone(),
        has_old: true,
        has_new: false,
    });
    let written = replacement.written().map(|address| Move {
        address: address.clone(),
        has_old: old.contains(address),
        has_new: true,
    });
    removed.chain(written).collect()
}

/// Copies the new files to the file system of the output folder.
fn bring_inside(output: &Path, moves: &[Move]) -> io::Result<()> {
    let staged = beside(output, STAGING);
    let places = Places::of(output, true);
    for Move { address, .. } in moves.iter().filter(|it| it.has_new) {
        let copy = places.new.join(address);
        create_above(&copy)?;
        fs::copy(staged.join(address), copy)?;
    }
    Ok(())
}

fn attempt(output: &Path, is_inside: bool, moves: &[Move]) -> Result<(), OutputError> {
    let io_error = |error| OutputError::Io(output.to_owned(), error);
    let places = Places::of(output, is_inside);
    let journal = Journal::InPlace {
        is_inside,
        moves: moves.to_vec(),
    };
    journal.save(output).map_err(io_error)?;
    let failure = moves.iter().find_map(|it| step(&places, it).err());
    let failure = failure.or_else(|| Journal::remove(output).map_err(io_error).err());
    if let Some(failure) = failure {
        undo(output, is_inside, moves)?;
        Journal::remove(output).map_err(io_error)?;
        let _ = remove_tree(&places.old);
        return Err(failure);
    }
    let _ = remove_tree(&places.old);
    Ok(())
}

/// Moves one file.
fn step(places: &Places, it: &Move) -> Result<(), OutputError> {
    let file = places.output.join(&it.address);
    let io_error = |error| OutputError::Io(file.clone(), error);
    if it.has_old {
        match move_file(&file, &places.old.join(&it.address)) {
            // Deleted since it was listed.
            Err(error) if error.kind() == io::ErrorKind::NotFound => {}
            moved => moved.map_err(io_error)?,
        }
        if !it.has_new {
            remove_empty_above(places.output, &file);
        }
    }
    if it.has_new {
        // Succeeds only if it is an empty folder, left by the files of the old site.
        let _ = fs::remove_dir(&file);
        if is_there(&file) {
            return Err(OutputError::Clash(places.output.to_owned(), vec![file]));
        }
        move_file(&places.new.join(&it.address), &file).map_err(io_error)?;
    }
    Ok(())
}

/// Undoes the moves, those of a killed build too. Undoing again continues where it failed.
///
/// # Errors
/// [`OutputError::Unfinished`] with the first file that could not be moved back.
pub(super) fn undo(output: &Path, is_inside: bool, moves: &[Move]) -> Result<(), OutputError> {
    let places = Places::of(output, is_inside);
    let mut failure = None;
    for it in moves.iter().rev() {
        if let Err(error) = undo_step(&places, it) {
            let file = output.join(&it.address);
            failure.get_or_insert(OutputError::Unfinished(file, error));
        }
    }
    failure.map_or(Ok(()), Err)
}

fn undo_step(places: &Places, it: &Move) -> io::Result<()> {
    let file = places.output.join(&it.address);
    let (new, old) = (places.new.join(&it.address), places.old.join(&it.address));
    let is_begun = !it.has_old || is_there(&old);
    if !is_begun {
        return Ok(());
    }
    // Without their folder, nothing shows which new files were moved in.
    if it.has_new && places.new.is_dir() && !is_there(&new) && is_there(&file) {
        move_file(&file, &new)?;
        remove_empty_above(places.output, &file);
    }
    match it.has_old {
        true => move_file(&old, &file),
        false => Ok(()),
    }
}

fn move_file(from: &Path, to: &Path) -> io::Result<()> {
    create_above(to)?;
    fs::rename(from, to)
}

fn create_above(file: &Path) -> io::Result<()> {
    file.parent().map_or(Ok(()), fs::create_dir_all)
}

/// Removes the folders above `file`, up to `output`, that have become empty.
fn remove_empty_above(output: &Path, file: &Path) {
    for folder in file.ancestors().skip(1) {
        if folder == output || fs::remove_dir(folder).is_err() {
            return;
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;
    use std::fs;
    use std::path::Path;

    use walkdir::WalkDir;

    use super::*;
    use crate::output::write::inventory::Inventory;
    use crate::output::write::swap;

    fn write(folder: &Path, files: &[(&str, &str)]) {
        for (name, text) in files {
            create_above(&folder.join(name)).unwrap();
            fs::write(folder.join(name), text).unwrap();
        }
    }

    fn read(folder: &Path) -> BTreeMap<PathBuf, String> {
        let entries = WalkDir::new(folder).into_iter().flatten();
        let files = entries.filter(|entry| entry.file_type().is_file());
        let text = |entry: walkdir::DirEntry| {
            let name = entry.path().strip_prefix(folder).unwrap().to_owned();
            (name, fs::read_to_string(entry.path()).unwrap())
        };
        files.map(text).collect()
    }

    /// A site whose pages change, appear and disappear, also where a folder was; with a file
    /// of someone else.
    fn site(output: &Path) -> Replacement {
        let old = [
            ("a.html", "old"),
            ("b/c.html", "old"),
            ("d", "old"),
            ("e/f/g.html", "old"),
        ];
        let new = [
            ("a.html", "new"),
            ("b", "new"),
            ("d/x.html", "new"),
            ("h/i.html", "new"),
        ];
        write(output, &old);
        write(output, &[("e/note", "theirs")]);
        write(&beside(output, STAGING), &new);
        let listed = old.iter().map(|(name, _)| (*name).to_owned()).collect();
        Replacement {
            new: new
                .iter()
                .map(|(name, _)| ((*name).to_owned(), false))
                .collect(),
            old: Inventory::of(output, &listed).unwrap(),
        }
    }

    #[test]
    fn a_site_is_replaced_file_by_file() {
        let folder = tempfile::tempdir().unwrap();
        let output = folder.path().join("public");
        let replacement = site(&output);
        let mut new = read(&beside(&output, STAGING));
        new.insert("e/note".into(), "theirs".to_owned());
        replace(&output, &replacement).unwrap();
        assert_eq!(read(&output), new);
        assert!(!output.join("e/f").exists() && !beside(&output, OLD).exists());
    }

    #[test]
    fn a_replacement_killed_after_any_file_is_undone() {
        for is_inside in [false, true] {
            for steps in 0..=12 {
                let folder = tempfile::tempdir().unwrap();
                let output = folder.path().join("public");
                let replacement = site(&output);
                let old = read(&output);
                let moves = moves(&replacement);
                if is_inside {
                    bring_inside(&output, &moves).unwrap();
                }
                let journal = Journal::InPlace {
                    is_inside,
                    moves: moves.clone(),
                };
                journal.save(&output).unwrap();
                let places = Places::of(&output, is_inside);
                for it in moves.iter().take(steps) {
                    step(&places, it).unwrap();
                }
                // Half a step: the old file is aside, the new one not in its place yet.
                if let Some(it) = moves.get(steps).filter(|it| it.has_old) {
                    let file = output.join(&it.address);
                    move_file(&file, &places.old.join(&it.address)).unwrap();
                }
                swap::recover(&output).unwrap();
                assert_eq!(read(&output), old, "{steps} steps, inside: {is_inside}");
                assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
            }
        }
    }

    #[test]
    fn a_file_created_meanwhile_under_a_name_of_the_site_stops_the_replacement() {
        let folder = tempfile::tempdir().unwrap();
        let output = folder.path().join("public");
        let replacement = site(&output);
        write(&output, &[("h/i.html", "theirs")]);
        let old = read(&output);
        let failure = replace(&output, &replacement);
        assert!(
            matches!(failure, Err(OutputError::Clash(..))),
            "{failure:?}"
        );
        assert_eq!(read(&output), old);
    }
}

//! Replaces the old site with the new one, as a whole if the system supports it.

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::beside::{OLD, STAGING, beside, is_there, remove_tree};
use super::in_place::{self, WORKSPACE};
use super::journal::{Journal, Stamp};
use super::mirror::mirror;
use super::reconcile::reconcile;
use super::{OutputError, Replacement};

/// Moves the staged site to `output`, where foreign files stay as they are.
///
/// # Errors
/// If the system refuses; see [`in_place::replace`].
pub(super) fn replace(output: &Path, replacement: &Replacement) -> Result<(), OutputError> {
    let io_error = |error| OutputError::Io(output.to_owned(), error);
    let staging = beside(output, STAGING);
    if !is_there(output) {
        return fs::rename(staging, output).map_err(io_error);
    }
    match replace_whole(output, &staging, replacement) {
        Ok(()) => Ok(()),
        // The old site is beside its place; the next build moves it back.
        Err(error) if !is_there(output) => Err(OutputError::Unfinished(output.to_owned(), error)),
        Err(_) => in_place::replace(output, replacement),
    }
}

fn replace_whole(output: &Path, staging: &Path, replacement: &Replacement) -> io::Result<()> {
    let foreign = &replacement.old.foreign;
    if !replacement.old.is_complete || !(foreign.is_empty() || cfg!(target_os = "linux")) {
        return Err(io::ErrorKind::Unsupported.into());
    }
    let mirrored = mirror(output, staging, foreign)?;
    let new = Stamp::of(&fs::metadata(staging)?).id;
    let journal = Journal::Whole { new, mirrored };
    journal.save(output)?;
    let replaced = match exchange(output, staging) {
        Ok(()) => staging.to_owned(),
        Err(_) if foreign.is_empty() => {
            rename_both(output, staging).inspect_err(|_| forget_journal(output))?
        }
        Err(error) => {
            forget_journal(output);
            return Err(error);
        }
    };
    if let Journal::Whole { mirrored, .. } = &journal {
        // The new site is in place: what is left to do, the next build can do.
        let _ = finish(output, &replaced, mirrored);
    }
    Ok(())
}

/// Removes the journal if the old site is where it was.
fn forget_journal(output: &Path) {
    if is_there(output) {
        let _ = Journal::remove(output);
    }
}

/// Replaces a folder with two renames. Returns the path of the old one.
fn rename_both(output: &Path, new: &Path) -> io::Result<PathBuf> {
    let old = beside(output, OLD);
    fs::rename(output, &old)?;
    if let Err(error) = fs::rename(new, output) {
        fs::rename(&old, output)?;
        return Err(error);
    }
    Ok(old)
}

/// Completes a replacement: nothing of the old folder is needed afterwards.
fn finish(output: &Path, old: &Path, mirrored: &BTreeMap<Vec<u8>, Stamp>) -> io::Result<()> {
    reconcile(output, old, mirrored)?;
    Journal::remove(output)?;
    remove_tree(old)
}

/// Completes or undoes a replacement that was interrupted, and removes what it left.
///
/// # Errors
/// If the system refuses.
pub(super) fn recover(output: &Path) -> Result<(), OutputError> {
    let io_error = |error| OutputError::Io(output.to_owned(), error);
    match Journal::load(output) {
        Some(Journal::InPlace { is_inside, moves }) => {
            in_place::undo(output, is_inside, &moves)?;
        }
        Some(Journal::Whole { new, mirrored }) => {
            recover_whole(output, new, &mirrored).map_err(io_error)?;
        }
        None => put_back(output).map_err(io_error)?,
    }
    Journal::remove(output).map_err(io_error)?;
    discard(output).map_err(io_error)
}

/// Removes the folders that earlier builds left. One that a program still uses gets another
/// name, so that its own is free, and is removed by a later build.
fn discard(output: &Path) -> io::Result<()> {
    const MOST: usize = 20;
    let names = (1..=MOST).map(|number| beside(output, &format!("trash-{number}")));
    let free: Vec<_> = names.filter(|name| remove_tree(name).is_ok()).collect();
    let mut free = free.into_iter();
    for folder in [beside(output, OLD), beside(output, STAGING)] {
        if let Err(error) = remove_tree(&folder) {
            let name = free.next().ok_or(error)?;
            fs::rename(folder, name)?;
        }
    }
    remove_tree(&output.join(WORKSPACE))
}

fn recover_whole(output: &Path, new: u64, mirrored: &BTreeMap<Vec<u8>, Stamp>) -> io::Result<()> {
    put_back(output)?;
    let old = beside(output, OLD);
    let staging = beside(output, STAGING);
    let is_exchanged =
        new != 0 && fs::metadata(output).is_ok_and(|data| Stamp::of(&data).id == new);
    if is_there(&old) {
        reconcile(output, &old, mirrored)
    } else if is_exchanged && is_there(&staging) {
        reconcile(output, &staging, mirrored)
    } else {
        Ok(())
    }
}

/// Undoes the first of two renames.
fn put_back(output: &Path) -> io::Result<()> {
    let old = beside(output, OLD);
    match is_there(&old) && !is_there(output) {
        true => fs::rename(old, output),
        false => Ok(()),
    }
}

/// Swaps two folders atomically.
#[cfg(target_os = "linux")]
fn exchange(a: &Path, b: &Path) -> io::Result<()> {
    use rustix::fs::{CWD, RenameFlags, renameat_with};
    Ok(renameat_with(CWD, a, CWD, b, RenameFlags::EXCHANGE)?)
}

#[cfg(not(target_os = "linux"))]
fn exchange(_: &Path, _: &Path) -> io::Result<()> {
    Err(io::ErrorKind::Unsupported.into())
}

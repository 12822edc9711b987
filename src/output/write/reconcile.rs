//! What happened to foreign files between their linking and the replacement happens to the
//! new folder too.

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::beside::is_there;
use super::inventory::{Foreign, Inventory};
use super::journal::Stamp;
use crate::model::built_files;

/// Moves foreign entries of the replaced folder `old` that are newer than in `output`, or
/// missing there, and deletes those that were deleted meanwhile. `mirrored` has the stamps of
/// the entries that were linked into `output`.
///
/// # Errors
/// If an entry cannot be moved; running it again continues.
pub(super) fn reconcile(
    output: &Path,
    old: &Path,
    mirrored: &BTreeMap<Vec<u8>, Stamp>,
) -> io::Result<()> {
    let new = built_files(output).unwrap_or_default();
    let listed = built_files(old);
    let before = Inventory::of(old, listed.as_ref().unwrap_or(&new))?;
    for entry in &before.foreign {
        keep(output, old, entry, mirrored)?;
    }
    if before.is_complete {
        let now = Inventory::of(output, &new)?;
        for entry in now.foreign.iter().rev() {
            forget(output, old, entry, mirrored);
        }
    }
    Ok(())
}

/// Moves an entry of `old` to `output` unless it is there.
fn keep(
    output: &Path,
    old: &Path,
    entry: &Foreign,
    mirrored: &BTreeMap<Vec<u8>, Stamp>,
) -> io::Result<()> {
    let (from, to) = (old.join(&entry.path), output.join(&entry.path));
    let Ok(data) = fs::symlink_metadata(&from) else {
        // Moved with its folder.
        return Ok(());
    };
    let stamp = Stamp::of(&data);
    let linked = mirrored.get(entry.path.as_os_str().as_encoded_bytes());
    let Ok(there) = fs::symlink_metadata(&to) else {
        let is_deleted = linked.is_some_and(|linked| entry.is_folder || *linked == stamp);
        return if is_deleted {
            Ok(())
        } else {
            move_to(&from, &to)
        };
    };
    let there_stamp = Stamp::of(&there);
    let are_folders = entry.is_folder && there.is_dir();
    if are_folders || there_stamp.is_same_file(stamp) || linked == Some(&stamp) {
        return Ok(());
    }
    match linked {
        Some(linked) if *linked == there_stamp => move_to(&from, &to),
        // Written in both: the later version stands.
        Some(_) if there_stamp.is_newer(stamp) => Ok(()),
        Some(_) if !there.is_dir() && !entry.is_folder => move_to(&from, &to),
        _ => move_to(&from, &free_name(&to)),
    }
}

/// Deletes an entry of `output` that was linked from `old`, and is no longer there.
fn forget(output: &Path, old: &Path, entry: &Foreign, mirrored: &BTreeMap<Vec<u8>, Stamp>) {
    let Some(linked) = mirrored.get(entry.path.as_os_str().as_encoded_bytes()) else {
        return;
    };
    let file = output.join(&entry.path);
    if is_there(&old.join(&entry.path)) {
        return;
    }
    if entry.is_folder {
        // Only if it is empty.
        let _ = fs::remove_dir(file);
    } else if fs::symlink_metadata(&file).is_ok_and(|data| Stamp::of(&data) == *linked) {
        let _ = fs::remove_file(file);
    }
}

fn move_to(from: &Path, to: &Path) -> io::Result<()> {
    if let Some(folder) = to.parent() {
        fs::create_dir_all(folder)?;
    }
    fs::rename(from, to)
}

/// Returns the first path of the form `path.1` that is free.
fn free_name(path: &Path) -> PathBuf {
    let name = |number: u32| {
        let mut name = path.as_os_str().to_owned();
        name.push(format!(".{number}"));
        PathBuf::from(name)
    };
    let mut names = (1..).map(name);
    names
        .find(|name| !is_there(name))
        .unwrap_or_else(|| path.to_owned())
}

#[cfg(all(test, target_os = "linux"))]
mod tests {
    use std::fs;
    use std::path::Path;

    use super::reconcile;
    use crate::output::write::inventory::Inventory;
    use crate::output::write::mirror::mirror;

    fn read(file: &Path) -> Option<String> {
        fs::read_to_string(file).ok()
    }

    /// Replaces a file by another one, as editors and git do.
    fn replace(file: &Path, text: &str) {
        let other = file.with_extension("lock");
        fs::write(&other, text).unwrap();
        fs::rename(other, file).unwrap();
    }

    #[test]
    fn what_happened_meanwhile_in_the_old_folder_happens_to_the_new_one() {
        let beside = tempfile::tempdir().unwrap();
        let (old, new) = (beside.path().join("old"), beside.path().join("new"));
        fs::create_dir_all(old.join(".git/empty")).unwrap();
        fs::create_dir_all(&new).unwrap();
        for name in ["same", "edited", "replaced", "deleted", "newer", "gone"] {
            fs::write(old.join(".git").join(name), "before").unwrap();
        }
        let foreign = Inventory::of(&old, &Default::default()).unwrap().foreign;
        let mirrored = mirror(&old, &new, &foreign).unwrap();
        let (before, after) = (old.join(".git"), new.join(".git"));
        fs::write(before.join("edited"), "after").unwrap();
        replace(&before.join("replaced"), "after");
        fs::remove_file(before.join("deleted")).unwrap();
        fs::remove_dir(before.join("empty")).unwrap();
        fs::create_dir_all(before.join("objects/a")).unwrap();
        fs::write(before.join("objects/a/b"), "after").unwrap();
        // The folders change places; from now on, programs write to the new one.
        replace(&after.join("newer"), "later");
        fs::remove_file(after.join("gone")).unwrap();
        fs::write(after.join("added"), "later").unwrap();
        for _ in 0..2 {
            reconcile(&new, &old, &mirrored).unwrap();
            let texts = [
                "same",
                "edited",
                "replaced",
                "newer",
                "added",
                "objects/a/b",
                "deleted",
                "gone",
            ];
            let texts = texts.map(|name| read(&after.join(name)));
            let texts: Vec<_> = texts.iter().map(Option::as_deref).collect();
            let expected = ["before", "after", "after", "later", "later", "after"].map(Some);
            assert_eq!(texts, [&expected[..], &[None, None]].concat());
            assert!(!after.join("empty").exists());
        }
    }

    #[test]
    fn a_file_created_meanwhile_under_the_name_of_a_new_page_is_kept_beside_it() {
        let beside = tempfile::tempdir().unwrap();
        let (old, new) = (beside.path().join("old"), beside.path().join("new"));
        for (folder, text) in [(&old, "theirs"), (&new, "ours")] {
            fs::create_dir(folder).unwrap();
            fs::write(folder.join("page.html"), text).unwrap();
        }
        reconcile(&new, &old, &Default::default()).unwrap();
        assert_eq!(read(&new.join("page.html")).as_deref(), Some("ours"));
        assert_eq!(read(&new.join("page.html.1")).as_deref(), Some("theirs"));
    }
}

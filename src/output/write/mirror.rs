//! Links the foreign files of the old folder into the new one.

use std::collections::BTreeMap;
use std::fs::{self, File, FileTimes, Metadata};
use std::io;
use std::path::Path;

use super::inventory::Foreign;
use super::journal::Stamp;

/// Links every foreign entry of `from` into `to`, and creates its folders there with the same
/// owners, permissions and times. Returns their stamps by encoded path.
///
/// Hard links, never copies: a copy would be another file, with another owner, and changes
/// made meanwhile to the original would miss it.
///
/// # Errors
/// If an entry cannot be linked, as on another file system or where there are no hard links.
pub(super) fn mirror(
    from: &Path,
    to: &Path,
    foreign: &[Foreign],
) -> io::Result<BTreeMap<Vec<u8>, Stamp>> {
    let root = fs::metadata(from)?;
    let mut stamps = BTreeMap::new();
    for Foreign { path, is_folder } in foreign {
        let (old, new) = (from.join(path), to.join(path));
        let Some(data) = metadata(&old)? else {
            // Deleted since it was listed.
            continue;
        };
        if !is_on_same_disk(&data, &root) {
            return Err(io::ErrorKind::CrossesDevices.into());
        }
        create_above(from, to, path)?;
        match is_folder {
            true => fs::create_dir(&new)?,
            false => fs::hard_link(&old, &new)?,
        }
        let stamp = Stamp::of(&fs::symlink_metadata(&new)?);
        stamps.insert(path.as_os_str().as_encoded_bytes().to_vec(), stamp);
    }
    // Folders last and from the inside out: filling one changes its time, and it may be
    // write-protected.
    for folder in foreign.iter().rev().filter(|entry| entry.is_folder) {
        let (old, new) = (from.join(&folder.path), to.join(&folder.path));
        if let Some(data) = metadata(&old)? {
            take_after(&data, &new)?;
            let times = FileTimes::new().set_modified(data.modified()?);
            File::open(&new)?.set_times(times)?;
        }
    }
    take_after(&root, to)?;
    Ok(stamps)
}

/// Creates the folders above `path`, which the new site may no longer have.
fn create_above(from: &Path, to: &Path, path: &Path) -> io::Result<()> {
    let Some(above) = path.parent() else {
        return Ok(());
    };
    if to.join(above).is_dir() {
        return Ok(());
    }
    create_above(from, to, above)?;
    let data = fs::metadata(from.join(above))?;
    fs::create_dir(to.join(above))?;
    take_after(&data, &to.join(above))
}

/// Gives a folder the owner and permissions of another one.
fn take_after(data: &Metadata, folder: &Path) -> io::Result<()> {
    take_owner(data, folder)?;
    fs::set_permissions(folder, data.permissions())
}

#[cfg(unix)]
fn take_owner(data: &Metadata, folder: &Path) -> io::Result<()> {
    use std::os::unix::fs::{MetadataExt, chown};
    let new = fs::metadata(folder)?;
    let is_same = (new.uid(), new.gid()) == (data.uid(), data.gid());
    match is_same {
        true => Ok(()),
        false => chown(folder, Some(data.uid()), Some(data.gid())),
    }
}

#[cfg(not(unix))]
fn take_owner(_: &Metadata, _: &Path) -> io::Result<()> {
    Ok(())
}

#[cfg(unix)]
fn is_on_same_disk(one: &Metadata, other: &Metadata) -> bool {
    use std::os::unix::fs::MetadataExt;
    one.dev() == other.dev()
}

#[cfg(not(unix))]
fn is_on_same_disk(_: &Metadata, _: &Metadata) -> bool {
    true
}

fn metadata(path: &Path) -> io::Result<Option<Metadata>> {
    match fs::symlink_metadata(path) {
        Ok(data) => Ok(Some(data)),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error),
    }
}

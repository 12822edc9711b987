//! Whether a copy can stand where it is asked for, before anything is written.

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::earlier::{Earlier, EarlierError};
use super::layout::{MANIFEST, OPENING, UPDATE_LIST};
use super::names::{self, Collisions, NameFault};
use super::pack::Pack;
use super::space::{Room, file_system, needed};
use crate::base::paths::real_path;
use crate::carry::copy::{Contents, ZipContents};
use crate::carry::write::zip;

/// FAT32 has no file of this size or larger.
const TOO_LARGE: u64 = 4 * 1024 * 1024 * 1024;

/// How a copy is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// As a folder with all its files.
    Folder,
    /// As one zip file.
    Zip,
}

/// Where a copy is to stand.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Target {
    /// The folder or the zip.
    pub path: PathBuf,
    /// How it is written.
    pub form: Form,
}

/// A place that can take a copy.
#[derive(Debug)]
pub struct Ready {
    /// The place.
    pub target: Target,
    /// What stands there now.
    pub earlier: Earlier,
}

/// Why a copy cannot stand somewhere.
#[derive(Debug)]
pub enum Problem {
    /// A path that some system cannot take.
    Name(String, NameFault),
    /// Two paths that are one where case does not matter.
    Collision(String, String),
    /// A file that FAT32 cannot take, and its size.
    TooLarge(String, u64),
    /// The zip itself would be one.
    ZipTooLarge(PathBuf, u64),
    /// Targets on one file system need so many bytes, and there are fewer.
    NoRoom {
        /// The targets.
        targets: Vec<PathBuf>,
        /// What they need together.
        needed: u64,
        /// What there is.
        available: u64,
    },
    /// It holds files of others, of which this is one.
    Foreign(PathBuf, PathBuf),
    /// It is a file where a folder is asked for.
    NoFolder(PathBuf),
    /// It is a folder where a zip is asked for.
    NoFile(PathBuf),
    /// Its own name is one that some system cannot take.
    TargetName(PathBuf, NameFault),
    /// It is the site, in it, or around it.
    Overlaps(PathBuf),
    /// It is asked for twice.
    Repeated(PathBuf),
    /// The system refused.
    Io(PathBuf, io::Error),
}

impl Problem {
    /// Whether it lies in the site, and not in where it should go.
    pub fn is_of_content(&self) -> bool {
        matches!(
            self,
            Self::Name(..) | Self::Collision(..) | Self::TooLarge(..)
        )
    }
}

/// Looks at all targets, and tells all problems together.
///
/// # Errors
/// With every problem of the site and of the targets.
pub fn check(pack: &Pack, site: &Path, targets: &[Target]) -> Result<Vec<Ready>, Vec<Problem>> {
    let mut problems = of_names(pack);
    if targets.iter().any(|target| target.form == Form::Folder) {
        problems.extend(of_sizes(pack));
    }
    let mut ready: Vec<Ready> = Vec::new();
    for target in targets {
        if let Some(problem) = of_place(target, site, &ready) {
            problems.push(problem);
            continue;
        }
        match earlier(target) {
            Ok(earlier) => ready.push(Ready {
                target: target.clone(),
                earlier,
            }),
            Err(problem) => problems.push(problem),
        }
    }
    problems.extend(of_room(pack, &ready));
    match problems.is_empty() {
        true => Ok(ready),
        false => Err(problems),
    }
}

fn of_names(pack: &Pack) -> Vec<Problem> {
    let mut collisions = Collisions::default();
    let mut problems = Vec::new();
    for path in pack.files.keys() {
        if let Some(fault) = names::fault(path) {
            problems.push(Problem::Name(path.clone(), fault));
        } else if let Some(other) = collisions.take(path) {
            problems.push(Problem::Collision(path.clone(), other));
        }
    }
    problems
}

fn of_sizes(pack: &Pack) -> Vec<Problem> {
    let sizes = pack.sizes().into_iter();
    sizes
        .filter(|(_, size)| *size >= TOO_LARGE)
        .map(|(path, size)| Problem::TooLarge(path.to_owned(), size))
        .collect()
}

fn of_place(target: &Target, site: &Path, others: &[Ready]) -> Option<Problem> {
    let path = &target.path;
    let (here, site) = (real_path(path), real_path(site));
    if here.starts_with(&site) || site.starts_with(&here) {
        return Some(Problem::Overlaps(path.clone()));
    }
    let overlaps = |other: &Ready| {
        let other = real_path(&other.target.path);
        here.starts_with(&other) || other.starts_with(&here)
    };
    if others.iter().any(overlaps) {
        return Some(Problem::Repeated(path.clone()));
    }
    let is_new = fs::symlink_metadata(path).is_err();
    let name = path.file_name().filter(|_| is_new)?;
    names::part_fault(&name.to_string_lossy()).map(|fault| Problem::TargetName(path.clone(), fault))
}

fn earlier(target: &Target) -> Result<Earlier, Problem> {
    let path = &target.path;
    match target.form {
        Form::Folder => Earlier::find(path).map_err(|error| match error {
            EarlierError::Foreign(file) => Problem::Foreign(path.clone(), file),
            EarlierError::NoFolder(path) => Problem::NoFolder(path),
            EarlierError::Io(file, error) => Problem::Io(file, error),
        }),
        Form::Zip => check_zip(path).map(|()| Earlier::default()),
    }
}

/// A zip may be replaced by a newer one, any other file by nothing.
fn check_zip(path: &Path) -> Result<(), Problem> {
    match fs::symlink_metadata(path) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
        Err(error) => Err(Problem::Io(path.to_owned(), error)),
        Ok(data) if data.is_dir() => Err(Problem::NoFile(path.to_owned())),
        Ok(_) => {
            let is_copy = ZipContents::open(path).is_ok_and(|zip| {
                let has = |file: &str| zip.files().contains_key(file);
                has(UPDATE_LIST) || has(OPENING) && has(MANIFEST)
            });
            match is_copy {
                true => Ok(()),
                false => Err(Problem::Foreign(path.to_owned(), path.to_owned())),
            }
        }
    }
}

/// Targets on one file system share its room.
fn of_room(pack: &Pack, ready: &[Ready]) -> Vec<Problem> {
    let mut problems = Vec::new();
    let mut shares: BTreeMap<String, (Room, u64, Vec<PathBuf>)> = BTreeMap::new();
    for Ready { target, earlier } in ready {
        let path = &target.path;
        let room = match Room::of(path) {
            Ok(room) => room,
            Err(error) => {
                problems.push(Problem::Io(path.clone(), error));
                continue;
            }
        };
        let share = shares.entry(file_system(path));
        let share = share.or_insert_with(|| (room, 0, Vec::new()));
        let takes = match target.form {
            Form::Folder => needed(&room, &pack.sizes(), &earlier.files),
            Form::Zip => zip_needs(pack, &room, share.1, path, &mut problems),
        };
        share.1 = share.1.saturating_add(takes);
        share.2.push(path.clone());
    }
    let short = shares
        .into_values()
        .filter(|(room, needed, _)| *needed > room.available);
    problems.extend(short.map(|(room, needed, targets)| Problem::NoRoom {
        targets,
        needed,
        available: room.available,
    }));
    problems
}

/// What a zip takes. It is compressed once for nothing only where room or size is close.
fn zip_needs(
    pack: &Pack,
    room: &Room,
    taken: u64,
    path: &Path,
    problems: &mut Vec<Problem>,
) -> u64 {
    let largest = zip::largest_size(pack);
    if room.taken(largest).saturating_add(taken) <= room.available && largest < TOO_LARGE {
        return room.taken(largest);
    }
    match zip::size(pack) {
        Ok(size) => {
            if size >= TOO_LARGE {
                problems.push(Problem::ZipTooLarge(path.to_owned(), size));
            }
            room.taken(size)
        }
        Err(error) => {
            problems.push(Problem::Io(path.to_owned(), error));
            0
        }
    }
}

//! Preflight checks: whether a copy can be written to its targets.

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::earlier::{Earlier, EarlierError};
use super::layout::{MANIFEST, OPENING, UPDATE_LIST};
use super::names::{self, Collisions, NameFault};
use super::pack::Pack;
use super::space::{FileSystemSpace, file_system_id, needed};
use crate::base::paths::real_path;
use crate::carry::copy::{Contents, ZipContents};
use crate::carry::write::zip;

/// Files on FAT32 are smaller than this, in bytes.
const FAT32_LIMIT: u64 = 4 * 1024 * 1024 * 1024;

/// Format of a copy.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// A folder with all files.
    Folder,
    /// A single zip file.
    Zip,
}

/// Where to write a copy, and in which format.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Target {
    /// Path of the folder or zip file.
    pub path: PathBuf,
    /// Format to write.
    pub form: Form,
}

/// A target that passed all checks.
#[derive(Debug)]
pub struct Ready {
    /// The checked target.
    pub target: Target,
    /// The earlier copy at the target; empty if there is none, and for zip files.
    pub earlier: Earlier,
}

/// Why a copy cannot be written.
#[derive(Debug)]
pub enum Problem {
    /// A path in the pack that is invalid on some system.
    Name(String, NameFault),
    /// Two paths that are equal on case-insensitive file systems.
    Collision(String, String),
    /// A file too large for FAT32, and its size in bytes.
    TooLarge(String, u64),
    /// The zip file itself would be too large for FAT32: its path, and its size in bytes.
    ZipTooLarge(PathBuf, u64),
    /// Not enough free space for the targets on one file system. Sizes are in bytes.
    NoSpace {
        /// The targets on this file system.
        targets: Vec<PathBuf>,
        /// Space they need in total.
        needed: u64,
        /// Free space.
        available: u64,
    },
    /// The target contains files that are not part of a copy: its path, and one such file.
    Foreign(PathBuf, PathBuf),
    /// The target is a file, but a folder was requested.
    NoFolder(PathBuf),
    /// The target is a folder, but a zip file was requested.
    NoFile(PathBuf),
    /// The name of the target is invalid on some system.
    TargetName(PathBuf, NameFault),
    /// The target is the folder of the site, inside it, or contains it.
    Overlaps(PathBuf),
    /// The target equals, contains or is inside another target.
    Repeated(PathBuf),
    /// An I/O error at a path.
    Io(PathBuf, io::Error),
}

impl Problem {
    /// Whether the problem is in the site rather than in a target.
    pub fn is_content_problem(&self) -> bool {
        matches!(
            self,
            Self::Name(..) | Self::Collision(..) | Self::TooLarge(..)
        )
    }
}

/// Checks the pack and all targets.
///
/// # Errors
/// All problems of the pack and of the targets, if there are any.
pub fn check(pack: &Pack, site: &Path, targets: &[Target]) -> Result<Vec<Ready>, Vec<Problem>> {
    let mut problems = name_problems(pack);
    if targets.iter().any(|target| target.form == Form::Folder) {
        problems.extend(size_problems(pack));
    }
    let mut ready: Vec<Ready> = Vec::new();
    for target in targets {
        if let Some(problem) = path_problem(target, site, &ready) {
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
    problems.extend(space_problems(pack, &ready));
    match problems.is_empty() {
        true => Ok(ready),
        false => Err(problems),
    }
}

fn name_problems(pack: &Pack) -> Vec<Problem> {
    let mut collisions = Collisions::default();
    let mut problems = Vec::new();
    for path in pack.files.keys() {
        if let Some(fault) = names::fault(path) {
            problems.push(Problem::Name(path.clone(), fault));
        } else if let Some(other) = collisions.insert(path) {
            problems.push(Problem::Collision(path.clone(), other));
        }
    }
    problems
}

fn size_problems(pack: &Pack) -> Vec<Problem> {
    let sizes = pack.sizes().into_iter();
    sizes
        .filter(|(_, size)| *size >= FAT32_LIMIT)
        .map(|(path, size)| Problem::TooLarge(path.to_owned(), size))
        .collect()
}

fn path_problem(target: &Target, site: &Path, others: &[Ready]) -> Option<Problem> {
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

/// Only a zip file that contains a copy or an update may be replaced.
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

/// Checks the free space of each file system, which its targets share.
fn space_problems(pack: &Pack, ready: &[Ready]) -> Vec<Problem> {
    let mut problems = Vec::new();
    let mut shares: BTreeMap<String, (FileSystemSpace, u64, Vec<PathBuf>)> = BTreeMap::new();
    for Ready { target, earlier } in ready {
        let path = &target.path;
        let space = match FileSystemSpace::of(path) {
            Ok(space) => space,
            Err(error) => {
                problems.push(Problem::Io(path.clone(), error));
                continue;
            }
        };
        let share = shares.entry(file_system_id(path));
        let share = share.or_insert_with(|| (space, 0, Vec::new()));
        let takes = match target.form {
            Form::Folder => needed(&space, &pack.sizes(), &earlier.files),
            Form::Zip => space_for_zip(pack, &space, share.1, path, &mut problems),
        };
        share.1 = share.1.saturating_add(takes);
        share.2.push(path.clone());
    }
    let short = shares
        .into_values()
        .filter(|(space, needed, _)| *needed > space.available);
    problems.extend(short.map(|(space, needed, targets)| Problem::NoSpace {
        targets,
        needed,
        available: space.available,
    }));
    problems
}

/// Returns the space that the zip file takes. Uses the upper bound if that fits; only
/// otherwise compresses once to measure the exact size.
fn space_for_zip(
    pack: &Pack,
    space: &FileSystemSpace,
    allocated: u64,
    path: &Path,
    problems: &mut Vec<Problem>,
) -> u64 {
    let largest = zip::largest_size(pack);
    if space.allocated(largest).saturating_add(allocated) <= space.available
        && largest < FAT32_LIMIT
    {
        return space.allocated(largest);
    }
    match zip::size(pack) {
        Ok(size) => {
            if size >= FAT32_LIMIT {
                problems.push(Problem::ZipTooLarge(path.to_owned(), size));
            }
            space.allocated(size)
        }
        Err(error) => {
            problems.push(Problem::Io(path.to_owned(), error));
            0
        }
    }
}

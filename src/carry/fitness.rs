//! Preflight checks: whether a copy can be written to its targets.

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::pack::Pack;
use super::space::{FileSystemSpace, file_system_id};
use super::write::{FormError, Ready, Target};
use crate::base::names::{self, Collisions, NameFault};
use crate::base::paths::real_path;

/// Why a copy cannot be written.
#[derive(Debug, thiserror::Error)]
pub(crate) enum Problem {
    /// A path in the pack that is invalid on some system.
    #[error("the path `{0}` is not portable")]
    Name(String, #[source] NameFault),
    /// Two paths that are equal on case-insensitive file systems.
    #[error("the paths `{0}` and `{1}` collide if case is ignored")]
    Collision(String, String),
    /// A file too large for FAT32, and its size in bytes.
    #[error("`{0}` is too large for FAT32: {1} bytes")]
    TooLarge(String, u64),
    /// Not enough free space for the targets on one file system. Sizes are in bytes.
    #[error("the targets need {needed} bytes, but only {available} are free")]
    NoSpace {
        /// The targets on this file system.
        targets: Vec<PathBuf>,
        /// Space they need in total.
        needed: u64,
        /// Free space.
        available: u64,
    },
    /// The name of the target is invalid on some system.
    #[error("the name of {0} is not portable")]
    TargetName(PathBuf, #[source] NameFault),
    /// The target is the folder of the site, inside it, or contains it.
    #[error("{0} overlaps the folder of the site")]
    Overlaps(PathBuf),
    /// The target equals, contains or is inside another target.
    #[error("{0} overlaps another target")]
    Repeated(PathBuf),
    /// A target that its form rejects.
    #[error(transparent)]
    Form(FormError),
    /// An I/O error at a path.
    #[error("cannot access {0}")]
    Io(PathBuf, #[source] io::Error),
}

impl From<FormError> for Problem {
    fn from(error: FormError) -> Self {
        Self::Form(error)
    }
}

impl Problem {
    /// Whether the problem is in the site rather than in a target.
    pub(crate) fn is_content_problem(&self) -> bool {
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
pub(crate) fn check<'t>(
    pack: &Pack,
    targets: &[Target<'t>],
) -> Result<Vec<Ready<'t>>, Vec<Problem>> {
    let mut problems = Vec::new();
    if targets.iter().any(|target| target.form.is_sealed()) {
        problems.extend(name_problems(pack));
    }
    problems.extend(size_problems(pack, targets));
    let mut ready: Vec<Ready> = Vec::new();
    for target in targets {
        if let Some(problem) = path_problem(target, &pack.site.folder, &ready) {
            problems.push(problem);
            continue;
        }
        match target.form.inspect(target.path) {
            Ok(earlier) => ready.push(Ready {
                path: target.path,
                form: target.form,
                earlier,
            }),
            Err(error) => problems.push(error.into()),
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

fn size_problems(pack: &Pack, targets: &[Target<'_>]) -> Vec<Problem> {
    let limits = targets.iter().map(|target| target.form.largest_file());
    let limit = limits.min().unwrap_or(u64::MAX);
    let sizes = pack.sizes().into_iter();
    sizes
        .filter(|(_, size)| *size > limit)
        .map(|(path, size)| Problem::TooLarge(path.to_owned(), size))
        .collect()
}

fn path_problem(target: &Target<'_>, site: &Path, others: &[Ready<'_>]) -> Option<Problem> {
    let path = target.path;
    let (here, site) = (real_path(path), real_path(site));
    if here.starts_with(&site) || site.starts_with(&here) {
        return Some(Problem::Overlaps(path.to_owned()));
    }
    let overlaps = |other: &Ready| {
        let other = real_path(other.path);
        here.starts_with(&other) || other.starts_with(&here)
    };
    if others.iter().any(overlaps) {
        return Some(Problem::Repeated(path.to_owned()));
    }
    let is_new = fs::symlink_metadata(path).is_err();
    let name = path.file_name().filter(|_| is_new)?;
    names::part_fault(&name.to_string_lossy())
        .map(|fault| Problem::TargetName(path.to_owned(), fault))
}

/// Checks the free space of each file system, which its targets share.
fn space_problems(pack: &Pack, ready: &[Ready<'_>]) -> Vec<Problem> {
    let mut problems = Vec::new();
    let mut shares: BTreeMap<String, Share> = BTreeMap::new();
    for target in ready {
        let space = match FileSystemSpace::of(target.path) {
            Ok(space) => space,
            Err(error) => {
                problems.push(Problem::Io(target.path.to_owned(), error));
                continue;
            }
        };
        let share = shares.entry(file_system_id(target.path));
        let share = share.or_insert_with(|| Share::of(space));
        match target.form.space(pack, target, &share.left()) {
            Ok(needed) => share.add(target.path, needed),
            Err(error) => problems.push(error.into()),
        }
    }
    problems.extend(shares.into_values().filter_map(Share::problem));
    problems
}

/// The space of one file system that the targets on it need.
struct Share {
    space: FileSystemSpace,
    needed: u64,
    targets: Vec<PathBuf>,
}

impl Share {
    fn of(space: FileSystemSpace) -> Self {
        Self {
            space,
            needed: 0,
            targets: Vec::new(),
        }
    }

    /// Returns what the targets so far leave of the space.
    fn left(&self) -> FileSystemSpace {
        let available = self.space.available.saturating_sub(self.needed);
        FileSystemSpace {
            available,
            ..self.space
        }
    }

    fn add(&mut self, target: &Path, needed: u64) {
        self.needed = self.needed.saturating_add(needed);
        self.targets.push(target.to_owned());
    }

    fn problem(self) -> Option<Problem> {
        let available = self.space.available;
        (self.needed > available).then_some(Problem::NoSpace {
            targets: self.targets,
            needed: self.needed,
            available,
        })
    }
}

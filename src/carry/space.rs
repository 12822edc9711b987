//! How much disk space a copy takes: file systems allocate it in clusters.

use std::collections::{BTreeMap, HashSet};
use std::io;
use std::path::{Path, PathBuf};

/// Size limit of a file on FAT32, in bytes.
pub(crate) const LARGEST_ON_FAT32: u64 = 4 * 1024 * 1024 * 1024 - 1;

/// The free space of a file system.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct FileSystemSpace {
    /// Free space in bytes; [`u64::MAX`] if the file system does not report it.
    pub available: u64,
    /// Cluster size in bytes; at least 1.
    pub cluster: u64,
}

impl FileSystemSpace {
    /// Queries the file system that contains `path`, which need not exist yet.
    ///
    /// # Errors
    /// If the query fails.
    pub(crate) fn of(path: &Path) -> io::Result<Self> {
        let stats = fs4::statvfs(nearest_existing(path)?)?;
        // Some file systems report no space at all instead of the real values.
        let is_reported = stats.total_space() > 0;
        Ok(Self {
            available: match is_reported {
                true => stats.available_space(),
                false => u64::MAX,
            },
            cluster: stats.allocation_granularity().max(1),
        })
    }

    /// Returns the allocated bytes of a file of `size` bytes.
    pub(crate) fn allocated(&self, size: u64) -> u64 {
        size.div_ceil(self.cluster).saturating_mul(self.cluster)
    }

    /// Returns the allocated bytes of all files and of the directories they are in.
    pub(crate) fn allocated_for_all<'p>(&self, files: impl Iterator<Item = (&'p str, u64)>) -> u64 {
        let mut total: u64 = 0;
        let mut folders: BTreeMap<&str, u64> = BTreeMap::new();
        let mut seen = HashSet::new();
        for (path, size) in files {
            total = total.saturating_add(self.allocated(size));
            for (at, _) in path.match_indices('/') {
                if seen.insert(&path[..at]) {
                    *folders.entry(parent(&path[..at])).or_default() += entry(&path[..at]);
                }
            }
            *folders.entry(parent(path)).or_default() += entry(path);
        }
        let lists = folders.values().map(|list| self.allocated(*list));
        total.saturating_add(lists.sum())
    }
}

fn parent(path: &str) -> &str {
    path.rfind('/').map_or("", |at| &path[..at])
}

/// Returns the bytes of a directory entry on FAT with long names: 32 for the short entry and
/// for every 13 UTF-16 code units.
fn entry(path: &str) -> u64 {
    let name = path.rsplit('/').next().unwrap_or(path);
    32 * (2 + name.encode_utf16().count() as u64 / 13)
}

/// Returns how much free space is needed to write `new` over `old` file by file, in bytes.
/// Removed files go first; each new file exists beside the old one for a moment.
pub(crate) fn needed(
    space: &FileSystemSpace,
    new: &BTreeMap<&str, u64>,
    old: &BTreeMap<String, u64>,
) -> u64 {
    let larger = |path: &str, size: u64| size.max(old.get(path).copied().unwrap_or(0));
    let peak = space.allocated_for_all(new.iter().map(|(path, size)| (*path, larger(path, *size))));
    let existing = space.allocated_for_all(old.iter().map(|(path, size)| (path.as_str(), *size)));
    let beside = space.allocated(new.values().copied().max().unwrap_or(0));
    peak.saturating_add(beside).saturating_sub(existing)
}

/// Returns the nearest existing ancestor of `path`, which may be `path` itself.
pub(crate) fn nearest_existing(path: &Path) -> io::Result<PathBuf> {
    let path = std::path::absolute(path)?;
    let found = path.ancestors().find(|ancestor| ancestor.exists());
    found
        .map(Path::to_owned)
        .ok_or_else(|| io::ErrorKind::NotFound.into())
}

/// Identifies the file system of `path`, because its targets share free space; empty if
/// unknown.
pub(crate) fn file_system_id(path: &Path) -> String {
    let path = nearest_existing(path).unwrap_or_else(|_| path.to_owned());
    device(&path)
}

#[cfg(unix)]
fn device(path: &Path) -> String {
    use std::os::unix::fs::MetadataExt;
    std::fs::metadata(path).map_or_else(|_| String::new(), |data| data.dev().to_string())
}

#[cfg(not(unix))]
fn device(path: &Path) -> String {
    let real = path.canonicalize().unwrap_or_else(|_| path.to_owned());
    let drive = real.components().next();
    drive.map_or_else(String::new, |drive| {
        drive.as_os_str().to_string_lossy().to_lowercase()
    })
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::{FileSystemSpace, needed};

    const CLUSTER: u64 = 32_768;
    const SPACE: FileSystemSpace = FileSystemSpace {
        available: 0,
        cluster: CLUSTER,
    };

    #[test]
    fn many_small_files_take_a_cluster_each() {
        let names: Vec<String> = (0..100)
            .map(|number| format!("sitio/{number}.html"))
            .collect();
        let files: BTreeMap<&str, u64> = names.iter().map(|name| (name.as_str(), 1)).collect();
        // A hundred files, one temporary file, and the directory entries of two folders.
        assert_eq!(needed(&SPACE, &files, &BTreeMap::new()), 103 * CLUSTER);
    }

    #[test]
    fn what_is_replaced_counts_as_free() {
        let files = BTreeMap::from([("sitio/a", 3 * CLUSTER), ("sitio/b", CLUSTER)]);
        let old = [("sitio/a", 3 * CLUSTER), ("sitio/c", 1)];
        let old = old.map(|(path, size)| (path.to_owned(), size)).into();
        // `b` takes the cluster of `c`; the largest file needs its space twice for a moment.
        assert_eq!(needed(&SPACE, &files, &old), 3 * CLUSTER);
    }
}

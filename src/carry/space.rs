//! How much room a copy takes: file systems give it in clusters.

use std::collections::{BTreeMap, HashSet};
use std::io;
use std::path::{Path, PathBuf};

/// The room of a file system.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Room {
    /// Bytes that may still be written.
    pub available: u64,
    /// The least a file takes.
    pub cluster: u64,
}

impl Room {
    /// Of the file system that a path is on, or will be.
    ///
    /// # Errors
    /// When the system does not tell.
    pub fn of(path: &Path) -> io::Result<Self> {
        let stats = fs4::statvfs(standing(path)?)?;
        // Some file systems do not tell, and say that they have no room at all.
        let is_told = stats.total_space() > 0;
        Ok(Self {
            available: match is_told {
                true => stats.available_space(),
                false => u64::MAX,
            },
            cluster: stats.allocation_granularity().max(1),
        })
    }

    /// What a file of that size takes.
    pub fn taken(&self, size: u64) -> u64 {
        size.div_ceil(self.cluster).saturating_mul(self.cluster)
    }

    /// What files take together with the lists of their folders.
    pub fn taken_by_all<'p>(&self, files: impl Iterator<Item = (&'p str, u64)>) -> u64 {
        let mut total: u64 = 0;
        let mut folders: BTreeMap<&str, u64> = BTreeMap::new();
        let mut seen = HashSet::new();
        for (path, size) in files {
            total = total.saturating_add(self.taken(size));
            for (at, _) in path.match_indices('/') {
                if seen.insert(&path[..at]) {
                    *folders.entry(parent(&path[..at])).or_default() += entry(&path[..at]);
                }
            }
            *folders.entry(parent(path)).or_default() += entry(path);
        }
        let lists = folders.values().map(|list| self.taken(*list));
        total.saturating_add(lists.sum())
    }
}

fn parent(path: &str) -> &str {
    path.rfind('/').map_or("", |at| &path[..at])
}

/// What a name takes in a folder's list on FAT: a short entry, and one for each 13 letters.
fn entry(path: &str) -> u64 {
    let name = path.rsplit('/').next().unwrap_or(path);
    32 * (2 + name.encode_utf16().count() as u64 / 13)
}

/// How many bytes more it takes to write `new` over `old` file by file. What goes, goes
/// first; each new file stands beside the old one for a moment.
pub fn needed(room: &Room, new: &BTreeMap<&str, u64>, old: &BTreeMap<String, u64>) -> u64 {
    let larger = |path: &str, size: u64| size.max(old.get(path).copied().unwrap_or(0));
    let peak = room.taken_by_all(new.iter().map(|(path, size)| (*path, larger(path, *size))));
    let standing = room.taken_by_all(old.iter().map(|(path, size)| (path.as_str(), *size)));
    let beside = room.taken(new.values().copied().max().unwrap_or(0));
    peak.saturating_add(beside).saturating_sub(standing)
}

/// The nearest folder upwards that is there.
pub fn standing(path: &Path) -> io::Result<PathBuf> {
    let path = std::path::absolute(path)?;
    let found = path.ancestors().find(|ancestor| ancestor.exists());
    found
        .map(Path::to_owned)
        .ok_or_else(|| io::ErrorKind::NotFound.into())
}

/// What tells file systems apart, as far as the system says: room on one is shared.
pub fn file_system(path: &Path) -> String {
    let path = standing(path).unwrap_or_else(|_| path.to_owned());
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

    use super::{Room, needed};

    const CLUSTER: u64 = 32_768;
    const ROOM: Room = Room {
        available: 0,
        cluster: CLUSTER,
    };

    #[test]
    fn many_small_files_take_a_cluster_each() {
        let names: Vec<String> = (0..100)
            .map(|number| format!("sitio/{number}.html"))
            .collect();
        let files: BTreeMap<&str, u64> = names.iter().map(|name| (name.as_str(), 1)).collect();
        // A hundred files, one beside, and the lists of the root and of one folder.
        assert_eq!(needed(&ROOM, &files, &BTreeMap::new()), 103 * CLUSTER);
    }

    #[test]
    fn what_is_replaced_counts_as_free() {
        let files = BTreeMap::from([("sitio/a", 3 * CLUSTER), ("sitio/b", CLUSTER)]);
        let old = [("sitio/a", 3 * CLUSTER), ("sitio/c", 1)];
        let old = old.map(|(path, size)| (path.to_owned(), size)).into();
        // One cluster for another; and room for the largest while it is exchanged.
        assert_eq!(needed(&ROOM, &files, &old), 3 * CLUSTER);
    }
}

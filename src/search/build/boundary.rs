//! Content-defined chunking of long lists into files.
//!
//! Whether to cut after an entry depends on the entry itself and not on how many come
//! before. If a list grows or shrinks somewhere, all other cuts stay, and an update
//! replaces only the file that changed. A. Muthitacharoen, B. Chen and D. Mazières, "A
//! Low-bandwidth Network File System" (2001), section 3.1, cut files this way.

use crate::search::format::name::Name;

/// One in this many entries is a cut point while a file is near its target size.
const CUT_EVERY: u64 = 32;
/// The same for a larger file.
const CUT_EVERY_WHEN_LONG: u64 = 8;

/// Whether to cut after `entry`, given the size of the file up to there and its target
/// size, in the same unit.
pub(super) fn is_cut(entry: &str, size: usize, target: usize) -> bool {
    let is_candidate = |every| Name::of(entry).number().is_multiple_of(every);
    match size * 4 / target {
        0..3 => false,
        3..5 => is_candidate(CUT_EVERY),
        5..8 => is_candidate(CUT_EVERY_WHEN_LONG),
        _ => true,
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::is_cut;

    fn files(entries: &[String]) -> Vec<&[String]> {
        let mut files = Vec::new();
        let mut start = 0;
        for (at, entry) in entries.iter().enumerate() {
            if is_cut(entry, at + 1 - start, 200) {
                files.push(&entries[start..=at]);
                start = at + 1;
            }
        }
        files.push(&entries[start..]);
        files
    }

    #[test]
    fn an_added_entry_changes_few_files() {
        let entries: Vec<String> = (0..20_000).map(|number| format!("{number:05}")).collect();
        let before: HashSet<&[String]> = files(&entries).into_iter().collect();
        assert!((80..130).contains(&before.len()), "{}", before.len());
        for at in [0, 777, 5_000, 12_345] {
            let mut entries = entries.clone();
            entries.insert(at, format!("{at:05}a"));
            let after = files(&entries);
            let changed = after.iter().filter(|file| !before.contains(*file)).count();
            assert!((1..=3).contains(&changed), "{changed} after {at}");
        }
    }
}

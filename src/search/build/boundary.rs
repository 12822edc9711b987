//! Where long lists are cut into files.
//!
//! A place to cut depends on the entry that stands there and not on how many come before:
//! a list that grows or shrinks somewhere is cut as before everywhere else, and an update
//! brings the file that changed instead of all that follow. A. Muthitacharoen, B. Chen and
//! D. Mazières, "A Low-bandwidth Network File System" (2001), section 3.1, cut files so.

use crate::search::format::name::Name;

/// One entry of so many is a place to cut, in a list that is about as long as it should be.
const PLACES: u64 = 32;
/// The same, in one that is longer.
const PLACES_WHEN_LONG: u64 = 8;

/// Whether a list is cut after an entry, of what is in the file by then and what should be.
pub fn is_cut(entry: &str, size: usize, full: usize) -> bool {
    let is_place = |places| Name::of(entry).number().is_multiple_of(places);
    match size * 4 / full {
        0..3 => false,
        3..5 => is_place(PLACES),
        5..8 => is_place(PLACES_WHEN_LONG),
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
    fn one_entry_more_changes_few_files() {
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

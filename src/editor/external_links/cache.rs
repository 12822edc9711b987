//! Cache of links that were recently alive, so that daily checks do not repeat requests.

use std::collections::BTreeMap;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

use jiff::ToSpan;
use jiff::civil::Date;
use tempfile::NamedTempFile;

/// Path relative to the site's folder; the file can be deleted at any time.
const FILE: &str = ".quipu/links.json";

/// Days before a link that was alive is requested again.
const DAYS: i32 = 7;

/// Dates on which links were last found alive.
#[derive(Debug)]
pub(crate) struct LinkCache {
    file: PathBuf,
    today: Date,
    seen: BTreeMap<String, Date>,
}

impl LinkCache {
    /// Loads the cache of the site at `root`; empty if it cannot be read.
    pub(crate) fn load(root: &Path) -> Self {
        let file = root.join(FILE);
        let text = fs::read_to_string(&file).unwrap_or_default();
        let seen: BTreeMap<String, String> = serde_json::from_str(&text).unwrap_or_default();
        let today = jiff::ZonedDateTime::now().date();
        let oldest = today.saturating_sub(DAYS.days());
        let seen = seen
            .into_iter()
            .filter_map(|(address, day)| Some((address, day.parse().ok()?)))
            .filter(|(_, day)| (oldest..=today).contains(day));
        Self {
            seen: seen.collect(),
            file,
            today,
        }
    }

    /// Whether the link was alive in the last 7 days.
    pub(crate) fn contains(&self, address: &str) -> bool {
        self.seen.contains_key(address)
    }

    /// Records that the link is alive today.
    pub(crate) fn mark_alive(&mut self, address: &str) {
        self.seen.insert(address.to_owned(), self.today);
    }

    /// Saves the cache, if the site's folder is writable.
    pub(crate) fn save(&self) {
        let seen: BTreeMap<&str, String> = self
            .seen
            .iter()
            .map(|(address, day)| (address.as_str(), day.to_string()))
            .collect();
        let folder = self.file.parent().unwrap_or(&self.file);
        let written = fs::create_dir_all(folder)
            .and_then(|()| NamedTempFile::new_in(folder))
            .and_then(|mut file| {
                serde_json::to_writer_pretty(&mut file, &seen)?;
                file.write_all(b"\n")?;
                Ok(file)
            });
        if let Ok(file) = written {
            // Without the cache, links are only requested again.
            let _ = file.persist(&self.file);
        }
    }
}

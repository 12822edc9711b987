//! Which links were alive lately, so that nobody is asked the same every day.

use std::collections::BTreeMap;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

use jiff::ToSpan;
use jiff::civil::Date;
use tempfile::NamedTempFile;

/// The file under the site's folder; it can be deleted at any time.
const FILE: &str = ".quipu/links.json";

/// A link that was alive is not asked again for so many days.
const DAYS: i32 = 7;

/// When each link was last seen alive.
#[derive(Debug)]
pub struct Memory {
    file: PathBuf,
    today: Date,
    seen: BTreeMap<String, Date>,
}

impl Memory {
    /// What is remembered of the site at `root`; nothing where it cannot be read.
    pub fn of(root: &Path) -> Self {
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

    /// Whether the link was alive lately.
    pub fn knows(&self, address: &str) -> bool {
        self.seen.contains_key(address)
    }

    /// Remembers that the link is alive today.
    pub fn saw(&mut self, address: &str) {
        self.seen.insert(address.to_owned(), self.today);
    }

    /// Keeps it for the next time, where the site's folder can be written.
    pub fn keep(&self) {
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
            // Without it, the same is asked again: no more.
            let _ = file.persist(&self.file);
        }
    }
}

//! The edition of a copy, stored as a script that both a page opened from `file://` and
//! Quipu itself can load.

use std::collections::BTreeMap;
use std::fmt;
use std::str::FromStr;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

/// Wrap the JSON in a call of the global function that the search files call, too.
const PREFIX: &str = "quipu(\"edition\",";
const SUFFIX: &str = ");\n";

/// Size limit of the edition file in bytes; real ones are far smaller.
pub(crate) const LARGEST: u64 = 1024 * 1024;

/// The time a copy was packed, in UTC with second precision. Serialised as RFC 3339.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(into = "String", try_from = "String")]
pub struct EditionTime(Timestamp);

impl EditionTime {
    /// Returns the time in `SOURCE_DATE_EPOCH` if it is set, the current time otherwise.
    ///
    /// # Errors
    /// If `SOURCE_DATE_EPOCH` is not a valid number of seconds.
    pub fn now() -> Result<Self, InvalidTime> {
        let Some(asked) = std::env::var_os("SOURCE_DATE_EPOCH") else {
            let now = Timestamp::now().as_second();
            return Self::from_second(now);
        };
        let asked = asked.to_string_lossy();
        let second = asked.trim().parse().map_err(|_| InvalidTime)?;
        Self::from_second(second)
    }

    fn from_second(second: i64) -> Result<Self, InvalidTime> {
        Timestamp::from_second(second)
            .map(Self)
            .map_err(|_| InvalidTime)
    }

    /// Returns the Unix time in seconds.
    pub fn second(self) -> i64 {
        self.0.as_second()
    }

    /// Returns the civil date and time in UTC.
    pub fn civil(self) -> jiff::civil::DateTime {
        jiff::tz::Offset::UTC.to_datetime(self.0)
    }
}

impl fmt::Display for EditionTime {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}", self.0)
    }
}

impl FromStr for EditionTime {
    type Err = InvalidTime;

    fn from_str(text: &str) -> Result<Self, InvalidTime> {
        let time: Timestamp = text.parse().map_err(|_| InvalidTime)?;
        Self::from_second(time.as_second())
    }
}

impl From<EditionTime> for String {
    fn from(time: EditionTime) -> Self {
        time.to_string()
    }
}

impl TryFrom<String> for EditionTime {
    type Error = InvalidTime;

    fn try_from(text: String) -> Result<Self, InvalidTime> {
        text.parse()
    }
}

/// Error for text that is not a valid time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not a time in RFC 3339")]
pub struct InvalidTime;

/// Metadata of a copy.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Edition {
    /// Title of the site by language code.
    pub title: BTreeMap<String, String>,
    /// Language codes of the site, default language first.
    pub languages: Vec<String>,
    /// Time of packing; identifies the edition.
    pub edition: EditionTime,
    /// Number of files in the site, without those the pack adds.
    pub files: u64,
    /// Total size of these files in bytes.
    pub bytes: u64,
    /// Paths of a few site files that the opening page loads to check for completeness.
    pub keys: Vec<String>,
}

impl Edition {
    /// Returns the title in the site's default language; empty if there is none.
    pub(crate) fn first_title(&self) -> &str {
        let first = self.languages.first();
        first
            .and_then(|language| self.title.get(language))
            .map_or("", String::as_str)
    }

    /// Returns the title in `language`, or else in the site's default language.
    pub(crate) fn title_in(&self, language: &str) -> &str {
        let title = self.title.get(language).map(String::as_str);
        title.unwrap_or_else(|| self.first_title())
    }

    /// Renders the script.
    pub(crate) fn to_script(&self) -> String {
        let json = serde_json::to_string(self).expect("plain data serialises");
        // Before ES2019, these ended a string literal.
        let json = json
            .replace('\u{2028}', "\\u2028")
            .replace('\u{2029}', "\\u2029");
        format!("{PREFIX}{json}{SUFFIX}")
    }

    /// Parses a script written by [`Edition::to_script`]; `None` for anything else.
    pub(crate) fn from_script(bytes: &[u8]) -> Option<Self> {
        let text = std::str::from_utf8(bytes).ok()?;
        let json = text.strip_prefix(PREFIX)?.strip_suffix(SUFFIX)?;
        serde_json::from_str(json).ok()
    }
}

#[cfg(test)]
mod tests {
    use super::{Edition, EditionTime};

    #[test]
    fn an_edition_survives_writing_and_parsing() {
        let edition = Edition {
            title: [("es".to_owned(), "Agua «segura» \u{2028}".to_owned())].into(),
            languages: vec!["es".to_owned()],
            edition: "2026-11-26T09:36:00.25-05:00".parse().unwrap(),
            files: 3,
            bytes: 10,
            keys: vec!["index.html".to_owned()],
        };
        let script = edition.to_script();
        assert!(script.contains("\"2026-11-26T14:36:00Z\"") && !script.contains('\u{2028}'));
        assert_eq!(Edition::from_script(script.as_bytes()), Some(edition));
        for other in ["", "quipu(\"edition\",{});\n", "alert(1)"] {
            assert_eq!(Edition::from_script(other.as_bytes()), None);
        }
    }

    #[test]
    fn incomplete_times_are_rejected() {
        for text in ["", "ayer", "2026-11-26", "2026-13-01T00:00:00Z"] {
            assert!(text.parse::<EditionTime>().is_err(), "{text}");
        }
    }
}

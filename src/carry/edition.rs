//! Which edition of a site a copy is: a script that a page opened from `file://` can load,
//! and that the program can read.

use std::collections::BTreeMap;
use std::fmt;
use std::str::FromStr;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

/// Around the data: one call of one function, the one that search files call.
const BEFORE: &str = "quipu(\"edition\",";
const AFTER: &str = ");\n";

/// Larger than any real edition file.
pub const LARGEST: u64 = 1024 * 1024;

/// When a copy was packed, to the second, in UTC.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(into = "String", try_from = "String")]
pub struct EditionTime(Timestamp);

impl EditionTime {
    /// The time `SOURCE_DATE_EPOCH` asks for; without it, now.
    ///
    /// # Errors
    /// When what it asks for is no time.
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

    /// Seconds since 1970.
    pub fn second(self) -> i64 {
        self.0.as_second()
    }

    /// As clocks in Greenwich show it.
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

/// A text that is no point in time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct InvalidTime;

impl fmt::Display for InvalidTime {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("not a time in RFC 3339")
    }
}

/// What a copy says of itself.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Edition {
    /// The site's title, by language.
    pub title: BTreeMap<String, String>,
    /// The site's languages, its first language first.
    pub languages: Vec<String>,
    /// When it was packed.
    pub edition: EditionTime,
    /// How many files the site has.
    pub files: u64,
    /// How many bytes they have together.
    pub bytes: u64,
    /// Files of the site that a page can look for, so as to tell whether the copy is whole.
    pub keys: Vec<String>,
}

impl Edition {
    /// The title in the site's first language.
    pub fn first_title(&self) -> &str {
        let first = self.languages.first();
        first
            .and_then(|language| self.title.get(language))
            .map_or("", String::as_str)
    }

    /// The title in a language; in the site's first language where it has none.
    pub fn title_in(&self, language: &str) -> &str {
        let title = self.title.get(language).map(String::as_str);
        title.unwrap_or_else(|| self.first_title())
    }

    /// The script.
    pub fn to_script(&self) -> String {
        let json = serde_json::to_string(self).expect("plain data serialises");
        // Old browsers end a text at these.
        let json = json
            .replace('\u{2028}', "\\u2028")
            .replace('\u{2029}', "\\u2029");
        format!("{BEFORE}{json}{AFTER}")
    }

    /// What a script of that form says.
    pub fn from_script(bytes: &[u8]) -> Option<Self> {
        let text = std::str::from_utf8(bytes).ok()?;
        let json = text.strip_prefix(BEFORE)?.strip_suffix(AFTER)?;
        serde_json::from_str(json).ok()
    }
}

#[cfg(test)]
mod tests {
    use super::{Edition, EditionTime};

    #[test]
    fn what_is_written_is_read() {
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
    fn only_whole_times_are_taken() {
        for text in ["", "ayer", "2026-11-26", "2026-13-01T00:00:00Z"] {
            assert!(text.parse::<EditionTime>().is_err(), "{text}");
        }
    }
}

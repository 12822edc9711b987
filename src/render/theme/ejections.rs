//! The record of files that a site's theme took from the built-in one: `ejected.yaml` in the
//! theme's folder. A later program version finds in it which of its files have changed since.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::path::Path;

use super::logo::is_within;
use crate::base::sha256::Digest;
use crate::content::read::read_text;
use crate::content::yaml::{Complaint, Content, Fields, Key, parse};
use crate::messages::diagnostics::{Diagnostic, Kind, Location, SourceFile};

/// Name of the record in a theme's folder.
pub const RECORD: &str = "ejected.yaml";

/// The built-in file that a site's file began as, or was last compared with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ejection {
    /// Version of the program that had the built-in file.
    pub version: String,
    /// Digest of the built-in file; `None` if the record has no valid one.
    pub digest: Option<Digest>,
}

impl Ejection {
    /// The ejection of a file with this content from the running program.
    pub fn now(built_in: &[u8]) -> Self {
        Self {
            version: env!("CARGO_PKG_VERSION").to_owned(),
            digest: Some(super::digest(built_in)),
        }
    }
}

/// The ejections of one theme, by path in the theme.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Ejections(BTreeMap<String, Ejection>);

impl Ejections {
    /// Reads the record in the folder of a theme; empty if there is none. Problems are added
    /// to `diagnostics`.
    pub fn load(theme: &str, folder: &Path, diagnostics: &mut Vec<Diagnostic>) -> Self {
        let file = folder.join(RECORD);
        let shown = format!("themes/{theme}/{RECORD}");
        if file.symlink_metadata().is_err() {
            return Self::default();
        }
        if !is_within(folder, &file) {
            let location = Location::whole(&SourceFile::new(shown, ""));
            diagnostics.push(Diagnostic::new(Kind::OutsideRoot, location));
            return Self::default();
        }
        let (source, problem) = read_text(&file, &shown);
        if let Some(problem) = problem {
            diagnostics.push(problem);
            return Self::default();
        }
        let mut complaints = Vec::new();
        let ejections = Self::parse(source.text(), &mut complaints);
        let located = |(kind, span): Complaint| Diagnostic::new(kind, Location::new(&source, span));
        diagnostics.extend(complaints.into_iter().map(located));
        ejections
    }

    fn parse(text: &str, complaints: &mut Vec<Complaint>) -> Self {
        let node = match parse(text, 0..text.len()) {
            Ok(node) => node,
            Err(complaint) => {
                complaints.push(complaint);
                return Self::default();
            }
        };
        let entries = match &node.content {
            Content::Mapping(entries) => entries.as_slice(),
            Content::Empty => &[],
            _ => {
                complaints.push((Kind::NotAMapping, node.span.clone()));
                &[]
            }
        };
        let ejections = entries.iter().filter_map(|(path, node)| {
            let ejection = ejection(Fields::of(node, complaints)?);
            Some((path.value.clone(), ejection))
        });
        Self(ejections.collect())
    }

    /// Returns the ejection of a file, if it is recorded.
    pub fn get(&self, path: &str) -> Option<&Ejection> {
        self.0.get(path)
    }

    /// Records an ejection, or forgets the file if there is none.
    pub fn set(&mut self, path: &str, ejection: Option<Ejection>) {
        match ejection {
            Some(ejection) => self.0.insert(path.to_owned(), ejection),
            None => self.0.remove(path),
        };
    }

    /// Formats the record as YAML after a comment of one or more lines.
    pub fn text(&self, comment: &str) -> String {
        let mut text: String = comment.lines().map(|line| format!("# {line}\n")).collect();
        for (path, Ejection { version, digest }) in &self.0 {
            let path = if is_plain(path) {
                path.clone()
            } else {
                quoted(path)
            };
            let digest = digest.map_or_else(String::new, |digest| digest.to_string());
            let (version, digest) = (quoted(version), quoted(&digest));
            writeln!(text, "{path}:\n  version: {version}\n  sha256: {digest}")
                .expect("writing to a string does not fail");
        }
        text
    }
}

/// Whether YAML reads a key as it is written here.
fn is_plain(key: &str) -> bool {
    let is_word = |byte: u8| byte.is_ascii_alphanumeric() || b"._/-".contains(&byte);
    key.starts_with(|first: char| first.is_ascii_lowercase()) && key.bytes().all(is_word)
}

/// A text in double quotes. Strings of JSON are strings of YAML.
fn quoted(text: &str) -> String {
    serde_json::to_string(text).expect("a text serialises")
}

fn ejection(mut fields: Fields<'_, '_>) -> Ejection {
    let version = fields.text(Key("version", &[]));
    let digest = fields.text(Key("sha256", &[]));
    Ejection {
        version: version.map_or_else(|| "?".to_owned(), |version| version.value),
        digest: digest.and_then(|digest| Digest::from_hexadecimal(&digest.value)),
    }
}

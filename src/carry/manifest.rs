//! The digests of all files of a pack, in the format of `sha256sum`.

use std::collections::BTreeMap;
use std::fmt::Write;

use super::layout;
use crate::base::names::{self, Collisions, NameFault};
use crate::base::sha256::Digest;

/// Size limit of a manifest in bytes; enough for half a million files.
pub(crate) const LARGEST: u64 = 64 * 1024 * 1024;

/// The files of a pack, without the manifest and its signature.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Manifest {
    /// Digests by path.
    pub files: BTreeMap<String, Digest>,
}

/// An invalid line of a manifest.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("line {line} of the manifest is invalid: `{text}`")]
pub(crate) struct ManifestFault {
    /// Line number, starting at 1.
    pub line: usize,
    /// The kind of fault.
    pub kind: FaultKind,
    /// The path on the line, or the whole line if it has none.
    pub text: String,
}

/// The fault of a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum FaultKind {
    /// Not a digest, two spaces (or ` *`) and a path; or without a newline.
    Malformed,
    /// A path that is not portable or not safe.
    Name(NameFault),
    /// A path that equals an earlier one, at least if case is ignored; the earlier path.
    Collision(String),
    /// A seal, which cannot list itself.
    Seal,
}

impl FaultKind {
    /// Returns the identifier used in the message catalogues.
    pub(crate) fn id(&self) -> &'static str {
        match self {
            Self::Malformed => "malformed",
            Self::Name(fault) => fault.id(),
            Self::Collision(_) => "collision",
            Self::Seal => "seal",
        }
    }
}

impl Manifest {
    /// Renders the manifest, sorted by path, with LF line endings.
    pub(crate) fn to_text(&self) -> String {
        let mut text = String::new();
        for (path, digest) in &self.files {
            writeln!(text, "{digest}  {path}").expect("writing to a string does not fail");
        }
        text
    }

    /// Parses a manifest that is not trusted yet.
    ///
    /// # Errors
    /// All invalid lines.
    pub(crate) fn parse(bytes: &[u8]) -> Result<Self, Vec<ManifestFault>> {
        let text = String::from_utf8_lossy(bytes);
        let mut reader = Reader::default();
        let lines: Vec<&str> = text.split_inclusive('\n').collect();
        for (number, line) in (1..).zip(&lines) {
            reader.line(number, line);
        }
        match reader.faults.is_empty() {
            true => Ok(reader.manifest),
            false => Err(reader.faults),
        }
    }
}

#[derive(Default)]
struct Reader {
    manifest: Manifest,
    collisions: Collisions,
    faults: Vec<ManifestFault>,
}

impl Reader {
    fn line(&mut self, number: usize, line: &str) {
        let Some((digest, path)) = entry(line) else {
            return self.fault(number, FaultKind::Malformed, line.trim_end());
        };
        if let Some(fault) = names::fault(path) {
            self.fault(number, FaultKind::Name(fault), path);
        } else if layout::is_seal(path) {
            self.fault(number, FaultKind::Seal, path);
        } else if let Some(other) = self.collisions.insert(path) {
            self.fault(number, FaultKind::Collision(other), path);
        } else {
            self.manifest.files.insert(path.to_owned(), digest);
        }
    }

    fn fault(&mut self, line: usize, kind: FaultKind, text: &str) {
        self.faults.push(ManifestFault {
            line,
            kind,
            text: text.to_owned(),
        });
    }
}

/// Splits a line with its newline into digest and path; `None` if it is malformed.
fn entry(line: &str) -> Option<(Digest, &str)> {
    let line = line.strip_suffix('\n')?;
    let (digest, path) = line.split_at_checked(64)?;
    if digest.bytes().any(|byte| byte.is_ascii_uppercase()) || line.contains('\u{fffd}') {
        return None;
    }
    // `sha256sum` marks files read in binary mode with `*`.
    let path = path
        .strip_prefix("  ")
        .or_else(|| path.strip_prefix(" *"))?;
    Some((Digest::from_hexadecimal(digest)?, path))
}

#[cfg(test)]
mod tests {
    use super::{FaultKind, Manifest};
    use crate::base::names::NameFault;
    use crate::base::sha256::Digest;

    const DIGEST: &str = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

    #[test]
    fn a_manifest_survives_writing_and_parsing() {
        let mut manifest = Manifest::default();
        for path in ["sitio/b.html", "ABRIR.html", "sitio/a.html"] {
            let digest = Digest::of(path.as_bytes());
            manifest.files.insert(path.to_owned(), digest);
        }
        let text = manifest.to_text();
        assert_eq!(text.lines().count(), 3);
        assert_eq!(Manifest::parse(text.as_bytes()), Ok(manifest));
    }

    #[test]
    fn every_wrong_line_is_reported() {
        let paths = [
            "/a",
            "../a",
            "a/../b",
            "a\\b",
            "nul",
            "a\u{1}b",
            "bien",
            "Bien",
            "bien",
            "MANIFEST.sha256",
        ];
        let lines = paths.map(|path| format!("{DIGEST}  {path}\n")).concat();
        let text = format!("{lines}no es una línea\n{DIGEST} a\n\n{DIGEST}  sin fin");
        let faults = Manifest::parse(text.as_bytes()).unwrap_err();
        let reported: Vec<_> = faults
            .iter()
            .map(|fault| (fault.line, fault.kind.id()))
            .collect();
        assert_eq!(
            reported,
            [
                (1, "absolute"),
                (2, "outside"),
                (3, "outside"),
                (4, "backslash"),
                (5, "device"),
                (6, "control"),
                (8, "collision"),
                (9, "collision"),
                (10, "seal"),
                (11, "malformed"),
                (12, "malformed"),
                (13, "malformed"),
                (14, "malformed"),
            ]
        );
        assert_eq!(faults[1].kind, FaultKind::Name(NameFault::Outside));
    }

    #[test]
    fn invalid_bytes_are_rejected() {
        for bytes in [&b"\xff\xfe\n"[..], b"\0", "é".repeat(40).as_bytes()] {
            assert!(Manifest::parse(bytes).is_err());
        }
    }
}

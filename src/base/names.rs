//! Validation of paths: portable to FAT32, exFAT and NTFS, accepted by the tools of Windows,
//! and safe to unpack without escaping the target folder.

use std::collections::HashMap;

use unicode_normalization::UnicodeNormalization;

/// Maximum length of a path component on FAT32, exFAT and NTFS, in UTF-16 code units.
const MAX_COMPONENT_LENGTH: usize = 255;
/// Maximum length of a path inside a pack, in UTF-16 code units: Windows allows 259 in total,
/// and a copy is often in a folder like
/// `C:\Users\nombre.apellido\Documents\copias del sitio\`.
pub(crate) const MAX_PATH_LENGTH: usize = 199;

const FORBIDDEN: &str = "<>:\"|?*\\";
const DEVICES: [&str; 6] = ["con", "prn", "aux", "nul", "conin$", "conout$"];

/// Why a path is not portable or not safe.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, thiserror::Error)]
pub(crate) enum NameFault {
    /// Starts with a root or a drive letter.
    #[error("is absolute")]
    Absolute,
    /// Has an empty, `.` or `..` component, so that it may leave the folder.
    #[error("may leave the folder")]
    Outside,
    /// Contains `\`, a separator on Windows only.
    #[error("contains a backslash")]
    Backslash,
    /// Contains a control character.
    #[error("contains a control character")]
    Control,
    /// Contains one of `<>:"|?*`.
    #[error("contains one of `<>:\"|?*`")]
    Forbidden,
    /// A component is a reserved device name on Windows.
    #[error("is a device name on Windows")]
    Device,
    /// A component ends in a dot or a space, which Windows strips.
    #[error("ends in a dot or a space")]
    TrailingDot,
    /// Longer than [`MAX_PATH_LENGTH`], or a component is too long.
    #[error("is too long")]
    Long,
}

impl NameFault {
    /// Returns the identifier used in the message catalogues.
    pub(crate) fn id(self) -> &'static str {
        match self {
            Self::Absolute => "absolute",
            Self::Outside => "outside",
            Self::Backslash => "backslash",
            Self::Control => "control",
            Self::Forbidden => "forbidden",
            Self::Device => "device",
            Self::TrailingDot => "trailing",
            Self::Long => "long",
        }
    }
}

/// Returns the first fault of a path inside a pack, with `/` as separator; `None` if valid.
pub(crate) fn fault(path: &str) -> Option<NameFault> {
    if path.chars().any(char::is_control) {
        return Some(NameFault::Control);
    }
    if path.contains('\\') {
        return Some(NameFault::Backslash);
    }
    if path.starts_with('/') || has_drive(path) {
        return Some(NameFault::Absolute);
    }
    if path.encode_utf16().count() > MAX_PATH_LENGTH {
        return Some(NameFault::Long);
    }
    path.split('/').find_map(part_fault)
}

/// Returns the first fault of a single path component; `None` if valid.
pub(crate) fn part_fault(part: &str) -> Option<NameFault> {
    if matches!(part, "" | "." | "..") {
        return Some(NameFault::Outside);
    }
    if part.chars().any(char::is_control) {
        return Some(NameFault::Control);
    }
    if part.contains(|character| FORBIDDEN.contains(character)) {
        return Some(NameFault::Forbidden);
    }
    if part.ends_with(['.', ' ']) {
        return Some(NameFault::TrailingDot);
    }
    if is_device(part) {
        return Some(NameFault::Device);
    }
    (part.encode_utf16().count() > MAX_COMPONENT_LENGTH).then_some(NameFault::Long)
}

fn has_drive(path: &str) -> bool {
    let bytes = path.as_bytes();
    bytes.len() >= 2 && bytes[0].is_ascii_alphabetic() && bytes[1] == b':'
}

/// Whether a component is `con`, `com1`, `nul.txt` etc., regardless of case and extension.
pub(crate) fn is_device(part: &str) -> bool {
    let stem = part.split('.').next().unwrap_or_default().trim_end();
    let stem = stem.to_lowercase();
    if DEVICES.contains(&stem.as_str()) {
        return true;
    }
    let port = ["com", "lpt"]
        .iter()
        .find_map(|kind| stem.strip_prefix(kind));
    port.is_some_and(|number| {
        let mut digits = number.chars();
        matches!(digits.next(), Some('1'..='9' | '¹' | '²' | '³')) && digits.next().is_none()
    })
}

/// Returns a key that is equal for paths that are equal on case-insensitive file systems.
pub(crate) fn folded(path: &str) -> String {
    path.nfc().flat_map(char::to_lowercase).collect()
}

/// Detects paths that are equal on case-insensitive file systems, and files and folders with
/// the same name.
#[derive(Debug, Default)]
pub(crate) struct Collisions {
    /// Keyed by the folded path, for all paths and their folders: the path as first
    /// inserted, and whether it is a file.
    seen: HashMap<String, (String, bool)>,
}

impl Collisions {
    /// Inserts a path; returns the earlier path that it collides with, if any: a folder is
    /// returned as the part of a path.
    pub(crate) fn insert(&mut self, path: &str) -> Option<String> {
        let ends = path.match_indices('/').map(|(at, _)| at);
        let folders = ends.map(|end| (&path[..end], false));
        let collisions = folders
            .chain([(path, true)])
            .filter_map(|(part, is_file)| self.insert_part(part, is_file));
        // Collect first: all prefixes must be inserted even if one of them collides.
        collisions.collect::<Vec<_>>().into_iter().next()
    }

    fn insert_part(&mut self, path: &str, is_file: bool) -> Option<String> {
        let folded = folded(path);
        match self.seen.get(&folded) {
            Some((first, was_file)) if first != path || is_file || *was_file => Some(first.clone()),
            Some(_) => None,
            None => {
                self.seen.insert(folded, (path.to_owned(), is_file));
                None
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Collisions, MAX_PATH_LENGTH, NameFault, fault};

    #[test]
    fn unportable_paths_are_detected() {
        for (path, expected) in [
            ("/etc/passwd", NameFault::Absolute),
            ("C:/Windows", NameFault::Absolute),
            ("sitio/../../x", NameFault::Outside),
            ("sitio//x", NameFault::Outside),
            ("", NameFault::Outside),
            ("sitio\\x", NameFault::Backslash),
            ("sitio/a\u{7}", NameFault::Control),
            ("sitio/¿a?", NameFault::Forbidden),
            ("sitio/CON", NameFault::Device),
            ("sitio/nul.txt", NameFault::Device),
            ("sitio/Com1.tar.gz", NameFault::Device),
            ("lpt²/a", NameFault::Device),
            ("sitio/fin.", NameFault::TrailingDot),
            ("sitio /a", NameFault::TrailingDot),
        ] {
            assert_eq!(fault(path), Some(expected), "{path:?}");
        }
        let long = "a".repeat(MAX_PATH_LENGTH + 1);
        assert_eq!(fault(&long), Some(NameFault::Long));
        for path in [
            "sitio/index.html",
            "com10",
            "consulta.html",
            ".x",
            "ñandú/Río",
        ] {
            assert_eq!(fault(path), None, "{path}");
        }
    }

    #[test]
    fn names_that_differ_in_case_collide_and_so_do_a_file_and_a_folder() {
        let mut collisions = Collisions::default();
        assert_eq!(collisions.insert("sitio/Agua.html"), None);
        assert_eq!(collisions.insert("sitio/otra.html"), None);
        assert_eq!(
            collisions.insert("sitio/agua.html").as_deref(),
            Some("sitio/Agua.html")
        );
        assert_eq!(collisions.insert("Sitio/x.html").as_deref(), Some("sitio"));
        assert_eq!(
            collisions.insert("sitio/otra.html/x").as_deref(),
            Some("sitio/otra.html")
        );
        assert_eq!(
            collisions.insert("sitio/otra.html").as_deref(),
            Some("sitio/otra.html")
        );
    }
}

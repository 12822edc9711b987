//! Which paths can be copied anywhere: to FAT32, exFAT and NTFS, by Windows' own tools,
//! and out of a pack without leaving its folder.

use std::collections::HashMap;

use unicode_normalization::UnicodeNormalization;

/// Most UTF-16 units of a part of a path on FAT32, exFAT and NTFS.
const LONGEST_PART: usize = 255;
/// Most UTF-16 units of a path inside a pack: Windows takes 259 in all, and a copy often
/// lands in a folder like `C:\Users\nombre.apellido\Documents\copias del sitio\`.
pub const LONGEST_PATH: usize = 199;

const FORBIDDEN: &str = "<>:\"|?*\\";
const DEVICES: [&str; 6] = ["con", "prn", "aux", "nul", "conin$", "conout$"];

/// Why a path cannot be carried.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum NameFault {
    /// It begins at a root or a drive.
    Absolute,
    /// It leaves the folder, or names none.
    Outside,
    /// It has `\`, which is a folder's end in Windows only.
    Backslash,
    /// It has a control character.
    Control,
    /// It has one of `<>:"|?*`.
    Forbidden,
    /// Windows keeps the name for a device.
    Device,
    /// A part ends in a point or a space, which Windows drops.
    TrailingDot,
    /// It is longer than Windows copies.
    Long,
}

impl NameFault {
    /// Its name in the catalogues of messages.
    pub fn id(self) -> &'static str {
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

/// What is wrong with a path, parted by `/`, inside a pack.
pub fn fault(path: &str) -> Option<NameFault> {
    if path.chars().any(char::is_control) {
        return Some(NameFault::Control);
    }
    if path.contains('\\') {
        return Some(NameFault::Backslash);
    }
    if path.starts_with('/') || has_drive(path) {
        return Some(NameFault::Absolute);
    }
    if path.encode_utf16().count() > LONGEST_PATH {
        return Some(NameFault::Long);
    }
    path.split('/').find_map(part_fault)
}

/// What is wrong with one name.
pub fn part_fault(part: &str) -> Option<NameFault> {
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
    (part.encode_utf16().count() > LONGEST_PART).then_some(NameFault::Long)
}

fn has_drive(path: &str) -> bool {
    let bytes = path.as_bytes();
    bytes.len() >= 2 && bytes[0].is_ascii_alphabetic() && bytes[1] == b':'
}

/// `con`, `com1`, `nul.txt`: whatever their case and extension.
fn is_device(part: &str) -> bool {
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

/// What is one and the same for all paths that are so where case does not matter.
pub fn folded(path: &str) -> String {
    path.nfc().flat_map(char::to_lowercase).collect()
}

/// Finds paths that would be one and the same where case does not matter, or a file and
/// a folder of one name.
#[derive(Debug, Default)]
pub struct Collisions {
    /// Each path and each of its folders, folded, as first written, and whether a file.
    seen: HashMap<String, (String, bool)>,
}

impl Collisions {
    /// Takes a path; tells the one before it that it collides with.
    pub fn take(&mut self, path: &str) -> Option<String> {
        let ends = path.match_indices('/').map(|(at, _)| at);
        let folders = ends.map(|end| (&path[..end], false));
        let collisions = folders
            .chain([(path, true)])
            .filter_map(|(part, is_file)| self.meet(part, is_file));
        // All parts are taken, whichever of them collides.
        collisions.collect::<Vec<_>>().into_iter().next()
    }

    fn meet(&mut self, path: &str, is_file: bool) -> Option<String> {
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
    use super::{Collisions, LONGEST_PATH, NameFault, fault};

    #[test]
    fn paths_that_some_system_refuses_are_found() {
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
        let long = "a".repeat(LONGEST_PATH + 1);
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
        assert_eq!(collisions.take("sitio/Agua.html"), None);
        assert_eq!(collisions.take("sitio/otra.html"), None);
        assert_eq!(
            collisions.take("sitio/agua.html").as_deref(),
            Some("sitio/Agua.html")
        );
        assert_eq!(collisions.take("Sitio/x.html").as_deref(), Some("sitio"));
        assert_eq!(
            collisions.take("sitio/otra.html/x").as_deref(),
            Some("sitio/otra.html")
        );
        assert_eq!(
            collisions.take("sitio/otra.html").as_deref(),
            Some("sitio/otra.html")
        );
    }
}

//! Permalinks: paths that every file system and server accepts.

use crate::base::names::is_device;
use crate::base::text::{MAX_SEGMENT_BYTES, slug};
use crate::messages::diagnostics::Kind;

/// Maximum length of a permalink, in bytes.
const MAX_PERMALINK_BYTES: usize = 160;

/// Returns the permalink of a document, without the language folder.
///
/// # Errors
/// Returns an error if a name has no character that is allowed in a permalink, is too long,
/// or is a Windows device name.
pub(super) fn of_document(folder: &str, stem: &str) -> Result<String, Kind> {
    let stem = if stem == "_index" { "index" } else { stem };
    let mut parts = folder_parts(folder)?;
    parts.push(format!("{}.html", part(stem)?));
    joined(&parts)
}

/// Returns the permalink of an asset at `path` in the content folder.
///
/// # Errors
/// Same as [`of_document`].
pub(super) fn of_asset(path: &str) -> Result<String, Kind> {
    let (folder, name) = path.rsplit_once('/').unwrap_or(("", path));
    let mut parts = folder_parts(folder)?;
    parts.push(match name.rsplit_once('.') {
        Some((stem, extension)) => format!("{}.{}", part(stem)?, part(extension)?),
        None => part(name)?,
    });
    joined(&parts)
}

/// Returns the permalink of a former address; `None` unless it is a relative path of plain
/// names that ends with `.html`.
pub(super) fn of_alias(alias: &str) -> Option<String> {
    let stem = alias.strip_suffix(".html")?;
    let is_plain = stem
        .split('/')
        .all(|part| !part.is_empty() && slug(part) == part);
    let (folder, stem) = stem.rsplit_once('/').unwrap_or(("", stem));
    of_document(folder, stem).ok().filter(|_| is_plain)
}

fn folder_parts(folder: &str) -> Result<Vec<String>, Kind> {
    folder
        .split('/')
        .filter(|name| !name.is_empty())
        .map(part)
        .collect()
}

fn part(name: &str) -> Result<String, Kind> {
    let part = slug(name);
    let name = || name.to_owned();
    if part.is_empty() {
        Err(Kind::InvalidFileName { name: name() })
    } else if is_device(&part) {
        Err(Kind::ReservedName { name: name() })
    } else {
        Ok(part)
    }
}

fn joined(parts: &[String]) -> Result<String, Kind> {
    let permalink = parts.join("/");
    let longest = parts.iter().map(String::len).max().unwrap_or_default();
    for (length, limit) in [
        (longest, MAX_SEGMENT_BYTES),
        (permalink.len(), MAX_PERMALINK_BYTES),
    ] {
        if length > limit {
            return Err(Kind::NameTooLong { permalink, limit });
        }
    }
    Ok(permalink)
}

#[cfg(test)]
mod tests {
    use super::{of_alias, of_asset, of_document};
    use crate::messages::diagnostics::Kind;

    #[test]
    fn names_become_plain_ascii() {
        let permalink = of_document("Casos", "Gestión en Ñahuimpuquio");
        assert_eq!(permalink.unwrap(), "casos/gestion-en-nahuimpuquio.html");
        assert_eq!(of_document("casos", "_index").unwrap(), "casos/index.html");
        assert_eq!(
            of_asset("fotos/Río Alto.JPG").unwrap(),
            "fotos/rio-alto.jpg"
        );
    }

    #[test]
    fn invalid_file_names_are_rejected() {
        assert!(matches!(
            of_document("casos", "CON"),
            Err(Kind::ReservedName { .. })
        ));
        assert!(matches!(
            of_document("", "¿?"),
            Err(Kind::InvalidFileName { .. })
        ));
        let long = "a".repeat(81);
        assert!(matches!(
            of_document("", &long),
            Err(Kind::NameTooLong { .. })
        ));
    }

    #[test]
    fn an_alias_stays_inside_the_site() {
        assert_eq!(
            of_alias("viejo/caso.html").as_deref(),
            Some("viejo/caso.html")
        );
        for hostile in [
            "../caso.html",
            "/caso.html",
            "caso",
            "a//b.html",
            "c:/x.html",
        ] {
            assert_eq!(of_alias(hostile), None, "{hostile}");
        }
    }
}

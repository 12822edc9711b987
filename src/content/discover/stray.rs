//! Files that lie in the content and are none of it: what programs leave behind, what the
//! site's owner ignores, and what was meant as a document.

use globset::{Glob, GlobBuilder, GlobSet, GlobSetBuilder};

use crate::base::text::fold;
use crate::model::Publishing;

/// Endings of copies and of files that are still being written, in lower case.
const LEFTOVERS: [&str; 12] = [
    "bak",
    "tmp",
    "temp",
    "swp",
    "swo",
    "swx",
    "orig",
    "old",
    "part",
    "partial",
    "crdownload",
    "download",
];

/// Names that systems give to files in every folder, in lower case.
const SYSTEM_NAMES: [&str; 5] = [
    "thumbs.db",
    "ehthumbs.db",
    "desktop.ini",
    "icon\r",
    "folder.htt",
];

/// Extensions of markdown in other programs.
const MARKDOWN: [&str; 5] = ["markdown", "mdown", "mkdn", "mkd", "mdtext"];

/// Names, without extension, of files that explain a folder.
const EXPLANATIONS: [&str; 3] = ["readme", "leeme", "lea-me"];

/// Names that hosts look for at the root of a site, in lower case.
const FOR_ROOT: [&str; 9] = [
    "_headers",
    "_redirects",
    "ads.txt",
    "bingsiteauth.xml",
    "cname",
    "favicon.ico",
    "humans.txt",
    "robots.txt",
    "web.config",
];

/// Hidden names that hosts look for at the root of a site.
pub(super) const HIDDEN_FOR_ROOT: [&str; 3] = [".htaccess", ".nojekyll", ".well-known"];

/// The patterns of `ignore` in the settings.
pub(crate) struct Ignored(GlobSet);

impl Ignored {
    /// Compiles the patterns, which have been checked: invalid ones are left out.
    pub(crate) fn of(publishing: &Publishing) -> Self {
        let mut set = GlobSetBuilder::new();
        let patterns = publishing.ignored.iter();
        for glob in patterns.flat_map(|pattern| globs(&pattern.value).unwrap_or_default()) {
            set.add(glob);
        }
        Self(set.build().unwrap_or_default())
    }

    /// Whether a text is a pattern.
    pub(crate) fn is_valid(pattern: &str) -> bool {
        globs(pattern).is_ok()
    }

    /// Whether a path of the content, with `/`, is ignored.
    pub(super) fn has(&self, path: &str) -> bool {
        self.0.is_match(path)
    }
}

/// A pattern without `/` matches names in every folder, as git's do; a folder's name stands
/// for all that is in it.
fn globs(pattern: &str) -> Result<Vec<Glob>, globset::Error> {
    let path = pattern.trim_end_matches('/');
    let path = match path.strip_prefix('/') {
        Some(path) => path.to_owned(),
        None if path.contains('/') => path.to_owned(),
        None => format!("**/{path}"),
    };
    let compiled = |pattern: &str| {
        GlobBuilder::new(pattern)
            .literal_separator(true)
            .case_insensitive(true)
            .build()
    };
    [path.as_str(), &format!("{path}/**")]
        .into_iter()
        .map(compiled)
        .collect()
}

/// Whether a program left the file behind: a lock, a copy, a file of the system.
pub(super) fn is_leftover(name: &str) -> bool {
    let name = name.to_lowercase();
    let extension = name.rsplit_once('.').map_or("", |(_, extension)| extension);
    name.starts_with("~$")
        || name.starts_with("~wrl")
        || name.ends_with('~')
        || name.starts_with('#') && name.ends_with('#')
        || LEFTOVERS.contains(&extension)
        || SYSTEM_NAMES.contains(&name.as_str())
}

/// Returns the name that a file should have to be a document; `None` if it looks like none.
pub(super) fn intended_document(name: &str) -> Option<String> {
    let (stem, extension) = name.rsplit_once('.')?;
    let extension = extension.to_lowercase();
    if MARKDOWN.contains(&extension.as_str()) {
        return Some(format!("{stem}.md"));
    }
    let inner = stem
        .rsplit_once('.')
        .map(|(stem, inner)| (stem, inner.to_lowercase()));
    let (stem, inner) = inner?;
    let is_markdown = inner == "md" || MARKDOWN.contains(&inner.as_str());
    is_markdown.then(|| format!("{stem}.md"))
}

/// Whether hosts look for the name at the root of a site: settings, or a proof of ownership.
pub(super) fn is_for_root(name: &str) -> bool {
    let name = name.to_lowercase();
    let is_proof = |start: &str| {
        let rest = name
            .strip_prefix(start)
            .and_then(|rest| rest.strip_suffix(".html"));
        rest.is_some_and(|rest| rest.len() > 7 && rest.bytes().all(|byte| byte.is_ascii_hexdigit()))
    };
    FOR_ROOT.contains(&name.as_str())
        || is_proof("google")
        || is_proof("yandex_")
        || is_proof("pinterest-")
}

/// Whether the name is that of a file which explains a folder to those who work in it.
pub(crate) fn is_explanation(name: &str) -> bool {
    let stem = name.split('.').next().unwrap_or(name);
    EXPLANATIONS.contains(&fold(stem).as_str())
}

#[cfg(test)]
mod tests {
    use super::{Ignored, intended_document, is_explanation, is_for_root, is_leftover};
    use crate::messages::diagnostics::Located;
    use crate::model::Publishing;

    #[test]
    fn what_programs_leave_behind_is_recognised() {
        for name in [
            "~$informe.docx",
            "riego.md~",
            "copia.md.BAK",
            "#a#",
            ".a.swp",
            "Thumbs.db",
        ] {
            assert!(is_leftover(name), "{name}");
        }
        for name in ["informe.docx", "plan~2.pdf", "a#b.pdf", "bak.pdf"] {
            assert!(!is_leftover(name), "{name}");
        }
    }

    #[test]
    fn misnamed_documents_are_recognised() {
        for (name, intended) in [
            ("agua.md.txt", Some("agua.md")),
            ("vial.MARKDOWN", Some("vial.md")),
            ("a.en.md.txt", Some("a.en.md")),
            ("notas.txt", None),
            ("md.txt", None),
        ] {
            assert_eq!(intended_document(name).as_deref(), intended, "{name}");
        }
        assert!(is_for_root("CNAME") && is_for_root("google1a2b3c4d5e6f7890.html"));
        assert!(!is_for_root("google.html") && !is_for_root("informe.html"));
        assert!(is_explanation("README.md") && is_explanation("Léeme.md"));
        assert!(!is_explanation("leeme-primero.md"));
    }

    #[test]
    fn patterns_match_as_git_does() {
        let of = |pattern: &str| {
            Ignored::of(&Publishing {
                ignored: vec![Located::new(pattern.to_owned(), 0..0)],
                ..Publishing::default()
            })
        };
        for (pattern, path) in [
            ("*.borrador", "casos/a.BORRADOR"),
            ("interno", "casos/interno/actas/a.pdf"),
            ("casos/interno/", "casos/interno/a.pdf"),
            ("/a.pdf", "a.pdf"),
        ] {
            assert!(of(pattern).has(path), "{pattern} {path}");
        }
        assert!(!of("/a.pdf").has("casos/a.pdf") && !of("interno").has("casos/interno.pdf"));
        assert!(!Ignored::is_valid("[a"));
    }
}

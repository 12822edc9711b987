//! Settings of a site.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::Arc;

use url::Url;

use super::{Facet, LocalizedText, Palette};
use crate::messages::diagnostics::{Located, Location, SourceFile, Span};

/// Settings from a site's `quipu.yaml`.
#[derive(Debug, Clone)]
pub struct Config {
    /// The site's folder.
    pub root: PathBuf,
    /// The site's title, as the masthead and lists show it.
    pub title: LocalizedText,
    /// One or two sentences on what the site is, per language.
    pub description: LocalizedText,
    /// Content languages; the first is the default and has no folder of its own.
    pub languages: Vec<String>,
    /// Position of each language in the settings file, if it is set there.
    pub language_spans: BTreeMap<String, Span>,
    /// Public address, with a trailing slash; used only where a link must be absolute.
    pub base_url: Option<String>,
    /// Theme name: `themes/<name>/` over the built-in theme.
    pub theme: Located<String>,
    /// Colours that override the theme's.
    pub palette: Palette,
    /// Picture that replaces the theme's logo: path relative to the site's folder.
    pub logo: Option<Located<String>>,
    /// Licence of the texts.
    pub license: Option<License>,
    /// Number of cases per page of a list.
    pub page_size: usize,
    /// Which files of the content are published besides those that pages use.
    pub publishing: Publishing,
    /// Whether HTML in markdown is output unsanitised.
    pub raw_html: bool,
    /// Facets: the built-in ones, then those that the site defines.
    pub facets: Vec<Facet>,
    /// The settings file, for diagnostics about settings.
    pub source: Arc<SourceFile>,
}

impl Config {
    /// Returns the code of the default language.
    pub fn default_language(&self) -> &str {
        &self.languages[0]
    }

    /// Returns the position of a language in the settings file.
    pub(crate) fn language_location(&self, language: &str) -> Location {
        let span = self.language_spans.get(language).cloned();
        Location::new(&self.source, span.unwrap_or_default())
    }

    /// Returns the folder of a language's pages: empty for the default, else like `en/`.
    pub fn language_folder(&self, language: &str) -> String {
        if language == self.default_language() {
            String::new()
        } else {
            format!("{language}/")
        }
    }

    /// Returns the path of the public address, such as `/` or `/casos/`; `None` if it is
    /// unknown or begins with `//`.
    pub fn base_path(&self) -> Option<String> {
        let address = Url::parse(self.base_url.as_deref()?).ok()?;
        let path = Some(address.path().to_owned());
        // A leading `//` would be read as a host name.
        path.filter(|path| !path.starts_with("//"))
    }

    /// Returns the path of the content folder.
    pub fn content_folder(&self) -> PathBuf {
        self.root.join("content")
    }
}

/// What the site's owner decided about files of the content that are no documents.
#[derive(Debug, Clone, Default)]
pub struct Publishing {
    /// Folders of the content, with `/`, whose files are published though no page uses them.
    pub folders: Vec<Located<String>>,
    /// Extensions in lower case that are published besides the usual ones.
    pub types: Vec<Located<String>>,
    /// Patterns of files and folders that are as good as absent.
    pub ignored: Vec<Located<String>>,
}

/// The licence of the texts.
#[derive(Debug, Clone)]
pub struct License {
    /// Name, such as CC BY 4.0.
    pub name: LocalizedText,
    /// Web address of the licence text.
    pub url: String,
}

//! A site's settings.

use std::path::PathBuf;
use std::sync::Arc;

use url::Url;

use super::{Facet, LocalizedText, Palette};
use crate::messages::diagnostics::{Located, SourceFile};

/// A site's settings.
#[derive(Debug, Clone)]
pub struct Config {
    /// The site's folder.
    pub root: PathBuf,
    /// Title, per language.
    pub title: LocalizedText,
    /// One or two sentences on what the site is, per language.
    pub description: LocalizedText,
    /// Content languages; the first is the default and has no folder of its own.
    pub languages: Vec<String>,
    /// Public address, with a slash at its end; only for canonical links.
    pub base_url: Option<String>,
    /// Theme name: `themes/<name>/` over the built-in theme.
    pub theme: Located<String>,
    /// Colours in place of the theme's.
    pub palette: Palette,
    /// Picture in place of the theme's logo, as a path from the site's folder.
    pub logo: Option<Located<String>>,
    /// What readers may do with the texts.
    pub license: Option<License>,
    /// Cases on one page of a list.
    pub page_size: usize,
    /// Whether HTML in markdown passes unsanitised.
    pub raw_html: bool,
    /// What cases are browsed by: the built-in facets, then the site's own.
    pub facets: Vec<Facet>,
    /// The file itself, for complaints that concern settings.
    pub source: Arc<SourceFile>,
}

impl Config {
    /// The default language's code.
    pub fn default_language(&self) -> &str {
        &self.languages[0]
    }

    /// Folder of a language's pages, empty for the default, else `en/`.
    pub fn language_folder(&self, language: &str) -> String {
        if language == self.default_language() {
            String::new()
        } else {
            format!("{language}/")
        }
    }

    /// The path of the public address, from its host's root: `/` or `/casos/`.
    pub fn base_path(&self) -> Option<String> {
        let address = Url::parse(self.base_url.as_deref()?).ok()?;
        let path = Some(address.path().to_owned());
        // Two slashes would begin another host's name.
        path.filter(|path| !path.starts_with("//"))
    }

    /// The content's folder.
    pub fn content_folder(&self) -> PathBuf {
        self.root.join("content")
    }
}

/// What readers may do with the texts.
#[derive(Debug, Clone)]
pub struct License {
    /// Its name, such as CC BY 4.0.
    pub name: LocalizedText,
    /// Where it is told.
    pub url: String,
}

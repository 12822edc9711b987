//! Themes: the built-in one, overridden file by file by `themes/<name>/` and its base
//! themes.

mod built_in;
mod colors;
mod copies;
pub mod ejections;
mod images;
mod lineage;
mod logo;
mod settings;
mod strings;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::content::discover::walk;
use crate::content::read::read_text;
use crate::messages::diagnostics::{Diagnostic, Kind, Location, LogoFault, SourceFile};
use crate::messages::locale::{Catalogue, Strings};
use crate::model::Config;
use crate::output::pictures::ImageSettings;

pub use built_in::{BUILT_IN, built_in_file, built_in_files, digest, is_program_script};
pub use logo::is_within;

use colors::Colors;
use settings::Settings;

/// File with a theme's settings.
const SETTINGS: &str = "theme.yaml";

/// Folder of published static files.
const FOLDER: &str = "quipu/";

/// Style sheet that begins with the theme's colours.
const STYLE_SHEET: &str = "quipu/quipu.css";

/// Returns the folder of the site's theme, whether it exists or not; `None`, with
/// diagnostics, if the theme cannot be used.
pub fn folder(config: &Config, diagnostics: &mut Vec<Diagnostic>) -> Option<PathBuf> {
    let before = diagnostics.len();
    lineage::of(config, diagnostics);
    let folder = config.root.join("themes").join(&config.theme.value);
    (diagnostics.len() == before).then_some(folder)
}

/// A loaded theme.
#[derive(Default)]
pub struct Theme {
    /// Template sources by name; diagnostics point at them. Those of a base theme are also
    /// available under its name: `quipu/base.html`.
    pub templates: BTreeMap<String, Arc<SourceFile>>,
    /// Static files by permalink.
    pub files: BTreeMap<String, Vec<u8>>,
    /// UI strings by language.
    pub strings: Strings,
    /// Widths and size limit of its pictures.
    pub images: ImageSettings,
    /// Permalink of the logo.
    pub logo: String,
    /// Position of the logo's name in the theme's settings.
    logo_location: Option<Location>,
    colors: Colors,
}

impl Theme {
    /// Loads the site's theme over its base themes, with the built-in one at the bottom.
    pub fn load(config: &Config, diagnostics: &mut Vec<Diagnostic>) -> Self {
        let mut theme = Self::default();
        for (path, bytes) in built_in_files() {
            let shown = format!("themes/{BUILT_IN}/{path}");
            let text = String::from_utf8_lossy(&bytes).into_owned();
            let source = SourceFile::new(shown, text);
            let bytes = bytes.into_owned();
            theme.add(BUILT_IN, &path, bytes, source, diagnostics);
        }
        for (name, folder) in lineage::of(config, diagnostics).into_iter().rev() {
            theme.add_folder(&name, &folder, diagnostics);
        }
        strings::check(&theme.strings, config, diagnostics);
        theme.strings.complete();
        theme.colors.add(&config.palette, &config.source, true);
        theme.colors.check(diagnostics);
        theme.set_logo(config, diagnostics);
        theme.insert_colors();
        theme
    }

    /// Returns a colour of the light scheme by role, as `#rrggbb`; empty if it is not set.
    pub fn color(&self, name: &str) -> String {
        self.colors.light(name)
    }

    /// Inserts the colours before the rules of the style sheet, which use them.
    fn insert_colors(&mut self) {
        let sheet = self.files.entry(STYLE_SHEET.to_owned()).or_default();
        let start = rules_start(sheet);
        let style = self.colors.style();
        sheet.splice(start..start, style.into_bytes());
    }

    /// Replaces the theme's logo with the site's, if it has one.
    fn set_logo(&mut self, config: &Config, diagnostics: &mut Vec<Diagnostic>) {
        let Some(logo) = &config.logo else {
            if let Some(location) = &self.logo_location
                && !self.files.contains_key(&self.logo)
            {
                let fault = LogoFault::Missing;
                diagnostics.push(Diagnostic::new(
                    Kind::InvalidLogo { fault },
                    location.clone(),
                ));
            }
            return;
        };
        match logo::read(&config.root, &logo.value) {
            Ok((permalink, bytes)) => {
                self.files.insert(permalink.clone(), bytes);
                self.logo = permalink;
            }
            Err(fault) => {
                let location = Location::new(&config.source, logo.span.clone());
                diagnostics.push(Diagnostic::new(Kind::InvalidLogo { fault }, location));
            }
        }
    }

    fn add_folder(&mut self, name: &str, folder: &Path, diagnostics: &mut Vec<Diagnostic>) {
        let shown = format!("themes/{name}/");
        let files = walk(folder, &shown, diagnostics);
        copies::check(name, folder, &files, diagnostics);
        for (path, file) in files.iter().filter(|(path, _)| !is_program_script(path)) {
            self.add_file(name, path, file, diagnostics);
        }
    }

    fn add_file(&mut self, name: &str, path: &str, file: &Path, diagnostics: &mut Vec<Diagnostic>) {
        let is_part = ["templates/", "static/", "i18n/"]
            .iter()
            .any(|part| path.starts_with(part));
        if !is_part && path != SETTINGS {
            return;
        }
        let shown = format!("themes/{name}/{path}");
        if path.starts_with("static/") {
            let source = SourceFile::new(shown, "");
            match std::fs::read(file) {
                Ok(bytes) => self.add(name, path, bytes, source, diagnostics),
                Err(error) => {
                    let refusal = (&error).into();
                    let location = Location::whole(&source);
                    diagnostics.push(Diagnostic::new(Kind::Unreadable { refusal }, location));
                }
            }
            return;
        }
        let (source, problem) = read_text(file, &shown);
        match problem {
            Some(problem) => diagnostics.push(problem),
            None => self.add(name, path, Vec::new(), source, diagnostics),
        }
    }

    fn add(
        &mut self,
        theme: &str,
        path: &str,
        bytes: Vec<u8>,
        source: Arc<SourceFile>,
        diagnostics: &mut Vec<Diagnostic>,
    ) {
        if let Some(name) = path.strip_prefix("templates/") {
            // A built-in template remains available to the one that overrides it.
            let own = self.templates.entry(format!("{theme}/{name}"));
            own.or_insert_with(|| Arc::clone(&source));
            self.templates.insert(name.to_owned(), source);
        } else if let Some(name) = path.strip_prefix("static/") {
            self.files.insert(format!("{FOLDER}{name}"), bytes);
        } else if let Some(language) = path
            .strip_prefix("i18n/")
            .and_then(|name| name.strip_suffix(".ftl"))
        {
            self.add_strings(language, &source, diagnostics);
        } else if path == SETTINGS {
            self.add_settings(theme, &source, diagnostics);
        }
    }

    fn add_settings(
        &mut self,
        theme: &str,
        source: &Arc<SourceFile>,
        diagnostics: &mut Vec<Diagnostic>,
    ) {
        let settings = Settings::read(source, diagnostics);
        self.colors
            .add(&settings.palette, source, theme != BUILT_IN);
        if let Some(images) = settings.images {
            self.images = images;
        }
        if let Some(logo) = settings.logo {
            self.logo = format!("{FOLDER}{}", logo.value);
            self.logo_location = Some(Location::new(source, logo.span));
        }
    }

    fn add_strings(
        &mut self,
        language: &str,
        source: &Arc<SourceFile>,
        diagnostics: &mut Vec<Diagnostic>,
    ) {
        match Catalogue::parse(language, source.text()) {
            Ok(catalogue) => self.strings.add(catalogue, source.text()),
            Err(error) => {
                let location = Location::new(source, error.offset..error.offset);
                let message = error.message;
                diagnostics.push(Diagnostic::new(Kind::InvalidStrings { message }, location));
            }
        }
    }
}

/// Returns the offset at which rules may begin, after leading `@charset` and `@import`
/// rules. Removes a byte-order mark.
fn rules_start(sheet: &mut Vec<u8>) -> usize {
    if sheet.starts_with("\u{feff}".as_bytes()) {
        sheet.drain(..3);
    }
    let mut start = 0;
    loop {
        let rest = &sheet[start..];
        let blank = rest.iter().take_while(|byte| byte.is_ascii_whitespace());
        let begins = start + blank.count();
        let rest = &sheet[begins..];
        let is_first = rest.starts_with(b"@charset") || rest.starts_with(b"@import");
        match rest.iter().position(|byte| *byte == b';') {
            Some(end) if is_first => start = begins + end + 1,
            _ => return start,
        }
    }
}

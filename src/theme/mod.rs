//! Themes: the built-in one, overridden file by file from `themes/<name>/`.

mod images;
mod strings;

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

use rust_embed::RustEmbed;
use walkdir::WalkDir;

use crate::config::{Config, LocalizedText};
use crate::diagnostics::{Diagnostic, Kind, Place, SourceFile};
use crate::discover::read_text;
use crate::locale::Catalogue;
use crate::text::slug;
use crate::yaml::{Complaint, Fields, Key, parse};

pub use images::ImageSettings;
pub use strings::Strings;

#[derive(RustEmbed)]
#[folder = "themes/quipu/"]
// What the scripts in static/ are made of.
#[exclude = "scripts/*"]
struct BuiltIn;

/// Name of the built-in theme.
pub const BUILT_IN: &str = "quipu";

/// What a theme says of itself.
const SETTINGS: &str = "theme.yaml";

/// Files of the built-in theme by path, sorted.
pub fn built_in_files() -> BTreeMap<String, Cow<'static, [u8]>> {
    BuiltIn::iter()
        .filter_map(|path| Some((path.to_string(), BuiltIn::get(&path)?.data)))
        .collect()
}

/// A theme ready for use.
#[derive(Default)]
pub struct Theme {
    /// Templates by name, with the sources that complaints point at.
    pub templates: BTreeMap<String, Arc<SourceFile>>,
    /// Static files by permalink.
    pub files: BTreeMap<String, Vec<u8>>,
    /// UI strings by language.
    pub strings: Strings,
    /// How large its pictures are.
    pub images: ImageSettings,
}

impl Theme {
    /// Loads the site's theme over the built-in one.
    pub fn load(config: &Config, diagnostics: &mut Vec<Diagnostic>) -> Self {
        let mut theme = Self::default();
        for (path, bytes) in built_in_files() {
            let shown = format!("themes/{BUILT_IN}/{path}");
            let text = String::from_utf8_lossy(&bytes).into_owned();
            theme.add(
                &path,
                bytes.into_owned(),
                SourceFile::new(shown, text),
                diagnostics,
            );
        }
        theme.add_overrides(config, diagnostics);
        theme
    }

    fn add_overrides(&mut self, config: &Config, diagnostics: &mut Vec<Diagnostic>) {
        let name = &config.theme.value;
        let folder = config.root.join("themes").join(name);
        if slug(name) != *name || (name != BUILT_IN && !folder.is_dir()) {
            let kind = Kind::UnknownTheme { name: name.clone() };
            let place = Place::new(&config.source, config.theme.span.clone());
            diagnostics.push(Diagnostic::new(kind, place));
            return;
        }
        for entry in WalkDir::new(&folder)
            .sort_by_file_name()
            .into_iter()
            .flatten()
        {
            if entry.file_type().is_file() {
                self.add_override(&folder, entry.path(), name, diagnostics);
            }
        }
    }

    fn add_override(
        &mut self,
        folder: &Path,
        file: &Path,
        name: &str,
        diagnostics: &mut Vec<Diagnostic>,
    ) {
        let relative = file.strip_prefix(folder).unwrap_or(file);
        let path = relative.to_string_lossy().replace('\\', "/");
        let is_part = ["templates/", "static/", "i18n/"]
            .iter()
            .any(|part| path.starts_with(part));
        if !is_part && path != SETTINGS {
            return;
        }
        let shown = format!("themes/{name}/{path}");
        if path.starts_with("static/") {
            match std::fs::read(file) {
                Ok(bytes) => self.add(&path, bytes, SourceFile::new(shown, ""), diagnostics),
                Err(error) => {
                    let refusal = (&error).into();
                    let place = Place::whole(&SourceFile::new(shown, ""));
                    diagnostics.push(Diagnostic::new(Kind::Unreadable { refusal }, place));
                }
            }
            return;
        }
        let (source, problem) = read_text(file, &shown);
        match problem {
            Some(problem) => diagnostics.push(problem),
            None => self.add(&path, Vec::new(), source, diagnostics),
        }
    }

    fn add(
        &mut self,
        path: &str,
        bytes: Vec<u8>,
        source: Arc<SourceFile>,
        diagnostics: &mut Vec<Diagnostic>,
    ) {
        if let Some(name) = path.strip_prefix("templates/") {
            self.templates.insert(name.to_owned(), source);
        } else if let Some(name) = path.strip_prefix("static/") {
            self.files.insert(format!("quipu/{name}"), bytes);
        } else if let Some(language) = path
            .strip_prefix("i18n/")
            .and_then(|name| name.strip_suffix(".ftl"))
        {
            self.add_strings(language, &source, diagnostics);
        } else if path == SETTINGS {
            self.add_settings(&source, diagnostics);
        }
    }

    fn add_settings(&mut self, source: &Arc<SourceFile>, diagnostics: &mut Vec<Diagnostic>) {
        let mut complaints = Vec::new();
        match parse(source.text(), 0..source.text().len()) {
            Ok(node) => {
                if let Some(fields) = Fields::of(&node, &mut complaints) {
                    self.read_settings(fields);
                }
            }
            Err(complaint) => complaints.push(complaint),
        }
        let place = |(kind, span): Complaint| Diagnostic::new(kind, Place::new(source, span));
        diagnostics.extend(complaints.into_iter().map(place));
    }

    fn read_settings(&mut self, mut fields: Fields<'_, '_>) {
        fields.text(Key("name", &["nombre"]));
        LocalizedText::read(&mut fields, Key("description", &["descripcion"]));
        let images = fields.group(Key("images", &["imagenes"]), ImageSettings::read);
        self.images = images.unwrap_or_default();
        fields.finish();
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
                let place = Place::new(source, error.offset..error.offset);
                let message = error.message;
                diagnostics.push(Diagnostic::new(Kind::InvalidStrings { message }, place));
            }
        }
    }
}

//! Theme inheritance: the themes that a site's theme builds on.

use std::path::{Path, PathBuf};

use super::logo::is_within;
use super::settings::Settings;
use super::{BUILT_IN, SETTINGS};
use crate::base::text::slug;
use crate::content::read::read_text;
use crate::messages::diagnostics::{Diagnostic, Kind, Location};
use crate::model::Config;

/// Returns name and folder of the site's theme and of its base themes, nearest first. A
/// theme that names no base builds on the built-in one, which may have a folder in the
/// site, too.
pub(super) fn of(config: &Config, diagnostics: &mut Vec<Diagnostic>) -> Vec<(String, PathBuf)> {
    let mut lineage: Vec<(String, PathBuf)> = Vec::new();
    let mut next = config.theme.value.clone();
    let mut location = Location::new(&config.source, config.theme.span.clone());
    loop {
        let folder = config.root.join("themes").join(&next);
        if let Some(kind) = problem(config, &next, &folder, &lineage) {
            diagnostics.push(Diagnostic::new(kind, location));
            return lineage;
        }
        let base = base_of(&next, &folder);
        if folder.is_dir() {
            lineage.push((next.clone(), folder));
        }
        match base {
            Some((base, named_at)) => (next, location) = (base, named_at),
            None if next == BUILT_IN => return lineage,
            None => next = BUILT_IN.to_owned(),
        }
    }
}

/// Returns the reason that a theme cannot be used, if any.
fn problem(
    config: &Config,
    name: &str,
    folder: &Path,
    lineage: &[(String, PathBuf)],
) -> Option<Kind> {
    let name = name.to_owned();
    if lineage.iter().any(|(known, _)| *known == name) {
        Some(Kind::ThemeCircle { name })
    } else if slug(&name) != name || (name != BUILT_IN && !folder.is_dir()) {
        Some(Kind::UnknownTheme { name })
    } else if folder.exists() && !is_within(&config.root, folder) {
        Some(Kind::OutsideRoot)
    } else {
        None
    }
}

/// Returns the base theme named in a theme's settings, and the location of the name. Other
/// problems in the settings are reported when they are loaded.
fn base_of(name: &str, folder: &Path) -> Option<(String, Location)> {
    let file = folder.join(SETTINGS);
    if !file.is_file() || !is_within(folder, &file) {
        return None;
    }
    let (source, _) = read_text(&file, &format!("themes/{name}/{SETTINGS}"));
    let base = Settings::read(&source, &mut Vec::new()).extends?;
    Some((base.value, Location::new(&source, base.span)))
}

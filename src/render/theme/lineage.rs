//! Which themes a site's theme builds on.

use std::path::{Path, PathBuf};

use super::logo::is_within;
use super::settings::Settings;
use super::{BUILT_IN, SETTINGS};
use crate::base::text::slug;
use crate::content::read::read_text;
use crate::messages::diagnostics::{Diagnostic, Kind, Location};
use crate::model::Config;

/// The folders of the site's theme and of those it builds on, the nearest first, each
/// with its name. A theme that names none builds on the built-in one, whose own folder in
/// the site, if there is one, counts too.
pub fn of(config: &Config, diagnostics: &mut Vec<Diagnostic>) -> Vec<(String, PathBuf)> {
    let mut lineage: Vec<(String, PathBuf)> = Vec::new();
    let mut next = config.theme.value.clone();
    let mut place = Location::new(&config.source, config.theme.span.clone());
    loop {
        let folder = config.root.join("themes").join(&next);
        if let Some(kind) = problem(config, &next, &folder, &lineage) {
            diagnostics.push(Diagnostic::new(kind, place));
            return lineage;
        }
        let base = base_of(&next, &folder);
        if folder.is_dir() {
            lineage.push((next.clone(), folder));
        }
        match base {
            Some((base, told)) => (next, place) = (base, told),
            None if next == BUILT_IN => return lineage,
            None => next = BUILT_IN.to_owned(),
        }
    }
}

/// What keeps a theme from being built on.
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

/// The theme that another names as its base, and where. Whatever else is wrong with its
/// settings is told when they are loaded.
fn base_of(name: &str, folder: &Path) -> Option<(String, Location)> {
    let file = folder.join(SETTINGS);
    if !file.is_file() || !is_within(folder, &file) {
        return None;
    }
    let (source, _) = read_text(&file, &format!("themes/{name}/{SETTINGS}"));
    let base = Settings::read(&source, &mut Vec::new()).extends?;
    Some((base.value, Location::new(&source, base.span)))
}

//! Which themes a site's theme builds on.

use std::path::PathBuf;

use super::settings::Settings;
use super::{BUILT_IN, SETTINGS};
use crate::config::Config;
use crate::diagnostics::{Diagnostic, Kind, Place};
use crate::discover::read_text;
use crate::text::slug;

/// The folders of the site's theme and of those it builds on, the nearest first, each
/// with its name. A theme that names none builds on the built-in one, whose own folder in
/// the site, if there is one, counts too.
pub fn of(config: &Config, diagnostics: &mut Vec<Diagnostic>) -> Vec<(String, PathBuf)> {
    let mut lineage: Vec<(String, PathBuf)> = Vec::new();
    let mut next = config.theme.value.clone();
    let mut place = Place::new(&config.source, config.theme.span.clone());
    loop {
        let folder = config.root.join("themes").join(&next);
        let name = next.clone();
        let problem = if lineage.iter().any(|(known, _)| *known == next) {
            Some(Kind::ThemeCircle { name })
        } else if slug(&next) != next || (next != BUILT_IN && !folder.is_dir()) {
            Some(Kind::UnknownTheme { name })
        } else {
            None
        };
        if let Some(kind) = problem {
            diagnostics.push(Diagnostic::new(kind, place));
            return lineage;
        }
        let settings = folder.join(SETTINGS);
        lineage.push((next.clone(), folder));
        let (source, _) = read_text(&settings, &format!("themes/{next}/{SETTINGS}"));
        // Whatever is wrong with it is told when it is loaded.
        let base = match settings.is_file() {
            true => Settings::read(&source, &mut Vec::new()).extends,
            false => None,
        };
        match base {
            Some(base) => {
                place = Place::new(&source, base.span);
                next = base.value;
            }
            None if next == BUILT_IN => return lineage,
            None => next = BUILT_IN.to_owned(),
        }
    }
}

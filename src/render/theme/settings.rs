//! Settings of a theme, from its `theme.yaml`.

use std::sync::Arc;

use super::images;
use crate::content::config::palette;
use crate::content::yaml::{Complaint, Fields, Key, parse};
use crate::messages::diagnostics::{Diagnostic, Located, Location, SourceFile};
use crate::model::Palette;
use crate::output::pictures::ImageSettings;

/// A theme's settings; omitted ones are inherited from its base theme.
#[derive(Default)]
pub(super) struct Settings {
    /// Name of the base theme.
    pub extends: Option<Located<String>>,
    /// Colours, which override those of the base theme.
    pub palette: Palette,
    /// Name of the logo's file in `static/`.
    pub logo: Option<Located<String>>,
    /// Picture settings; `None` to inherit them.
    pub images: Option<ImageSettings>,
}

impl Settings {
    /// Reads a `theme.yaml`, adding problems to `diagnostics`.
    pub(super) fn read(source: &Arc<SourceFile>, diagnostics: &mut Vec<Diagnostic>) -> Self {
        let mut settings = Self::default();
        let mut complaints = Vec::new();
        match parse(source.text(), 0..source.text().len()) {
            Ok(node) => {
                if let Some(fields) = Fields::of(&node, &mut complaints) {
                    settings = Self::of(fields);
                }
            }
            Err(complaint) => complaints.push(complaint),
        }
        let located = |(kind, span): Complaint| Diagnostic::new(kind, Location::new(source, span));
        diagnostics.extend(complaints.into_iter().map(located));
        settings
    }

    fn of(mut fields: Fields<'_, '_>) -> Self {
        fields.localized(Key("name", &["nombre"]));
        fields.localized(Key("description", &["descripcion"]));
        let settings = Self {
            extends: fields.text(Key("extends", &["base"])),
            palette: palette(&mut fields),
            logo: fields.text(Key("logo", &["logotipo"])),
            images: fields.group(Key("images", &["imagenes"]), images::read),
        };
        fields.finish();
        settings
    }
}

//! Colours of a `quipu.yaml` or a `theme.yaml`.

use crate::content::yaml::{Fields, Key};
use crate::messages::diagnostics::{Expected, Kind, Located};
use crate::model::{Color, Palette, Tones};

/// Colour roles with their Spanish aliases. The style sheet uses each as a custom property,
/// `--name`.
const TONES: [(&str, &str); 10] = [
    ("ink", "texto"),
    ("quiet", "texto_secundario"),
    ("paper", "fondo"),
    ("raised", "fondo_de_fichas"),
    ("line", "lineas"),
    ("brand", "marca"),
    ("brand_ink", "texto_sobre_marca"),
    ("accent", "acento"),
    ("wash", "fondo_suave"),
    ("mark", "resaltado"),
];

/// Reads the `colors` of a `quipu.yaml` or a `theme.yaml`.
pub(crate) fn palette(fields: &mut Fields<'_, '_>) -> Palette {
    let read = |fields: &mut Fields<'_, '_>| Palette {
        light: tones(fields),
        dark: fields
            .group_even_if_blank(Key("dark", &["oscuro"]), tones)
            .unwrap_or_default(),
    };
    let palette = fields.group_even_if_blank(Key("colors", &["colores"]), read);
    palette.unwrap_or_default()
}

fn tones(fields: &mut Fields<'_, '_>) -> Tones {
    let read = |(name, alias): (&'static str, &'static str)| {
        Some((name, color(fields, Key(name, &[alias]))?))
    };
    TONES.into_iter().filter_map(read).collect()
}

fn color(fields: &mut Fields<'_, '_>, key: Key<'_>) -> Option<Located<Color>> {
    let Some(written) = fields.text(key) else {
        // Unquoted, `#` starts a YAML comment, so the value is empty.
        let unquoted = fields.without_value(key).cloned();
        if let Some(Located { value: key, span }) = unquoted {
            let expected = Expected::Color;
            fields.complain(Kind::WrongType { key, expected }, span);
        }
        return None;
    };
    let color = written.value.parse().ok();
    if color.is_none() {
        fields.wrong(Expected::Color, written.span.clone());
    }
    Some(Located::new(color?, written.span))
}

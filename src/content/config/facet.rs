//! Custom facets, defined in `quipu.yaml`.

use crate::base::text::slug;
use crate::content::yaml::{Fields, Key};
use crate::messages::diagnostics::Kind;
use crate::model::{Facet, builtin_facets, glossary};

/// Reads one entry of `facets`; `None`, with a diagnostic, if its key is absent or invalid.
pub(super) fn read(fields: &mut Fields<'_, '_>) -> Option<Facet> {
    const KEY: Key<'_> = Key("key", &["clave"]);
    const NAME: Key<'_> = Key("name", &["nombre"]);
    let key = fields.text(KEY);
    let name = fields.localized(NAME);
    let Some(key) = key else {
        fields.missing(KEY);
        return None;
    };
    let folder = slug(&key.value);
    let reserved = builtin_facets().into_iter().chain([glossary()]);
    let is_builtin = reserved.into_iter().any(|facet| facet.is_named(&key.value));
    if folder != key.value.replace('_', "-") || is_builtin {
        let value = key.value;
        fields.complain(Kind::InvalidSlug { value }, key.span);
        return None;
    }
    Some(Facet {
        key: folder.replace('-', "_"),
        aliases: Vec::new(),
        folder,
        name,
        is_required: false,
        span: Some(key.span),
    })
}

//! Facets: the front-matter dimensions that cases are browsed by.

use super::LocalizedText;
use crate::messages::diagnostics::Span;

/// Key of the facet whose terms are the departments.
pub const REGION: &str = "region";
/// Key of the facet whose terms have pages of their own, in `modelos/`.
pub const MANAGEMENT_MODEL: &str = "management_model";
/// Key of the facet that is derived from a case's period.
pub const YEAR: &str = "year";

/// Key of the glossary: a vocabulary that cases are not browsed by.
pub const GLOSSARY: &str = "glossary";

/// A front-matter dimension that readers browse by.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Facet {
    /// Canonical front-matter key.
    pub key: String,
    /// Other names of that key.
    pub aliases: Vec<String>,
    /// Folder of its pages, and stem of its vocabulary file's Spanish name.
    pub folder: String,
    /// Display name of a facet defined by the site; `None` for built-in ones, which the
    /// theme names.
    pub name: Option<LocalizedText>,
    /// Whether every case must have a term.
    pub is_required: bool,
    /// Position of its key in the settings file; `None` for built-in ones.
    pub span: Option<Span>,
}

impl Facet {
    fn builtin(key: &str, aliases: &[&str], folder: &str, is_required: bool) -> Self {
        Self {
            key: key.to_owned(),
            aliases: aliases.iter().map(|alias| (*alias).to_owned()).collect(),
            folder: folder.to_owned(),
            name: None,
            is_required,
            span: None,
        }
    }

    /// Returns the Spanish name of the key, else the key itself.
    pub fn spanish_key(&self) -> &str {
        self.aliases.first().unwrap_or(&self.key)
    }

    /// Whether a vocabulary file with this name lists its terms.
    pub fn is_named(&self, name: &str) -> bool {
        self.key == name || self.folder == name || self.aliases.iter().any(|alias| alias == name)
    }
}

/// Returns the facet that the glossary is parsed as.
pub fn glossary() -> Facet {
    Facet::builtin(GLOSSARY, &["glosario"], "glosario", false)
}

/// Returns the facets that every site has.
pub fn builtin_facets() -> Vec<Facet> {
    vec![
        Facet::builtin(REGION, &["region", "departamento"], "region", true),
        Facet::builtin("sector", &["sector", "sectores"], "sector", true),
        Facet::builtin(
            MANAGEMENT_MODEL,
            &["modelo_de_gestion", "modelo"],
            "modelos",
            true,
        ),
        Facet::builtin("level", &["nivel", "nivel_de_gobierno"], "nivel", false),
        Facet::builtin("status", &["estado"], "estado", false),
        Facet::builtin(
            "objective",
            &["objetivo", "objetivo_estrategico"],
            "objetivo",
            false,
        ),
        Facet::builtin(YEAR, &[], "anio", false),
    ]
}

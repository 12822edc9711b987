//! Vocabularies: closed lists of the terms of a facet.

use std::path::Path;
use std::sync::Arc;

use crate::base::text::{MAX_SEGMENT_BYTES, nearest, slug};
use crate::content::discover::{GLOSSARY_FILES, SYNONYM_FILES, TextFile, is_glossary};
use crate::content::yaml::{Complaint, Content, Fields, Key, KeyShape, fold_key, parse};
use crate::messages::diagnostics::{Expected, Kind, Located, SourceFile};
use crate::model::{Config, GLOSSARY, LocalizedText, MANAGEMENT_MODEL, YEAR};

/// The terms of one facet, from one file.
#[derive(Debug)]
pub struct Vocabulary {
    /// Key of the facet, or `GLOSSARY`.
    pub facet: String,
    /// Terms in file order, which is also the order on the site.
    pub terms: Vec<TermEntry>,
    /// Source file, for diagnostics.
    pub source: Arc<SourceFile>,
}

/// One entry of a vocabulary.
#[derive(Debug, Clone)]
pub struct TermEntry {
    /// Identifier in `[a-z0-9-]`, also the name of its page.
    pub slug: Located<String>,
    /// Name by language.
    pub name: LocalizedText,
    /// Explanation by language; may be empty.
    pub description: LocalizedText,
    /// Other words that documents may use for it.
    pub aliases: Vec<Located<String>>,
    /// UBIGEO code of INEI, if the term is a place.
    pub ubigeo: Option<Located<String>>,
    /// Word for the broader term, if any.
    pub parent: Option<Located<String>>,
}

const DESCRIPTION: Key<'_> = Key("description", &["descripcion"]);

/// Parses a vocabulary file. `None`, with a diagnostic, if its name matches no facet or it
/// is not a list.
pub(super) fn read(
    config: &Config,
    file: &TextFile,
    complaints: &mut Vec<Complaint>,
) -> Option<Vocabulary> {
    let facet = facet_of(config, &file.path, complaints)?;
    let text = file.source.text();
    let node = match parse(text, 0..text.len()) {
        Ok(node) => node,
        Err(complaint) => {
            complaints.push(complaint);
            return None;
        }
    };
    let Content::Sequence(items) = &node.content else {
        let kind = Kind::WrongType {
            key: facet,
            expected: Expected::List,
        };
        complaints.push((kind, node.span));
        return None;
    };
    let mut terms = Vec::new();
    for item in items {
        if let Some(mut fields) = Fields::of(item, complaints) {
            let entry = term(&mut fields, facet == GLOSSARY);
            let explains = |entry: &TermEntry| entry.description.all().next().is_some();
            if facet == GLOSSARY && !entry.as_ref().is_none_or(explains) {
                fields.missing(DESCRIPTION);
            }
            terms.extend(entry);
            fields.finish();
        }
    }
    Some(Vocabulary {
        facet,
        terms,
        source: Arc::clone(&file.source),
    })
}

/// Returns every key of a term, in the order they are read.
pub fn term_keys() -> Vec<KeyShape> {
    let (mut keys, mut complaints) = (Vec::new(), Vec::new());
    term(&mut Fields::recording(&mut keys, &mut complaints), false);
    keys
}

fn facet_of(config: &Config, path: &str, complaints: &mut Vec<Complaint>) -> Option<String> {
    let stem = Path::new(path).file_stem()?.to_string_lossy();
    if is_glossary(path.rsplit('/').next().unwrap_or(path)) {
        return Some(GLOSSARY.to_owned());
    }
    let name = fold_key(&stem);
    let facets = config.facets.iter().filter(|facet| facet.key != YEAR);
    let found = facets
        .clone()
        .find(|facet| facet.is_named(&name) || facet.folder == stem);
    if found.is_none() {
        let names = facets
            .map(|facet| facet.folder.as_str())
            .chain([MANAGEMENT_MODEL])
            .chain(SYNONYM_FILES)
            .chain(GLOSSARY_FILES);
        let kind = Kind::UnknownVocabulary {
            name: stem.to_string(),
            nearest: nearest(&name, names),
        };
        complaints.push((kind, 0..0));
    }
    found.map(|facet| facet.key.clone())
}

/// Reads one term. Glossary words have no `ubigeo` and no `parent`.
fn term(fields: &mut Fields<'_, '_>, is_glossary_word: bool) -> Option<TermEntry> {
    const SLUG: Key<'_> = Key("slug", &["slug", "id"]);
    const NAME: Key<'_> = Key("name", &["nombre"]);
    let of_terms = |fields: &mut Fields<'_, '_>, key| {
        let asked = (!is_glossary_word).then_some(fields);
        asked.and_then(|fields| fields.text(key))
    };
    let written = fields.text(SLUG);
    let name = fields.localized(NAME);
    let entry = TermEntry {
        description: fields.localized(DESCRIPTION).unwrap_or_default(),
        aliases: fields.texts(Key("aliases", &["alias", "otros_nombres"])),
        ubigeo: of_terms(fields, Key("ubigeo", &[])),
        parent: of_terms(fields, Key("parent", &["superior"])),
        slug: written.unwrap_or_else(|| {
            fields.missing(SLUG);
            Located::new(String::new(), 0..0)
        }),
        name: name.unwrap_or_else(|| {
            fields.missing(NAME);
            LocalizedText::default()
        }),
    };
    if entry.slug.value.is_empty() {
        return None;
    }
    if slug(&entry.slug.value) != entry.slug.value || entry.slug.value.len() > MAX_SEGMENT_BYTES {
        let value = entry.slug.value;
        fields.complain(Kind::InvalidSlug { value }, entry.slug.span);
        return None;
    }
    Some(entry)
}

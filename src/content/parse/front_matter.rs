//! Front matter: the block between two `---` lines, and its keys.

use super::case_study;
use crate::content::yaml::{Complaint, Fields, Key};
use crate::messages::diagnostics::{Kind, Located, Span};
use crate::model::{CaseStudy, Config, FrontMatter, WrittenTerms, YEAR};

const TITLE: Key<'_> = Key("title", &["titulo"]);
const SUMMARY: Key<'_> = Key("summary", &["resumen"]);
const DATE: Key<'_> = Key("date", &["fecha"]);
const UPDATED: Key<'_> = Key("updated", &["actualizado"]);
const DRAFT: Key<'_> = Key("draft", &["borrador"]);
const MENU: Key<'_> = Key("menu", &["en_menu"]);
const ALIASES: Key<'_> = Key("aliases", &["direcciones_anteriores"]);
const ALSO_KNOWN_AS: Key<'_> = Key("also_known_as", &["otros_nombres"]);

/// Which keys a document needs, and whether it may have unknown ones.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Needs {
    /// A term of every required facet and only known keys: a case study.
    Terms,
    /// Only known keys: a model, or a translation of a case, which inherits the terms of its
    /// original.
    KnownKeys,
    /// A title, with any other keys: a page, perhaps from another tool.
    TitleOnly,
}

/// Returns the spans of the YAML and of the body.
pub(super) fn split(text: &str) -> Result<(Span, Span), Complaint> {
    let first_line_end = text.find('\n').unwrap_or(text.len());
    if text[..first_line_end].trim_end() != "---" {
        return Err((Kind::MissingFrontMatter, 0..first_line_end));
    }
    let start = (first_line_end + 1).min(text.len());
    let mut line_start = start;
    for line in text[start..].split_inclusive('\n') {
        let line_end = line_start + line.len();
        if line.trim_end() == "---" {
            return Ok((start..line_start, line_end..text.len()));
        }
        line_start = line_end;
    }
    Err((Kind::UnclosedFrontMatter, 0..first_line_end))
}

/// Reads all keys, in the order in which the schema lists them.
pub(super) fn read(
    config: &Config,
    needs: Needs,
    mut fields: Fields<'_, '_>,
) -> (FrontMatter, WrittenTerms) {
    let title = fields.text(TITLE).unwrap_or_else(|| {
        fields.missing(TITLE);
        Located::new(String::new(), 0..0)
    });
    let mut front = FrontMatter {
        title,
        summary: read_summary(&mut fields),
        date: fields.date(DATE).map(|date| date.value),
        updated: fields.date(UPDATED).map(|date| date.value),
        is_draft: fields.boolean(DRAFT).is_some_and(|draft| draft.value),
        in_menu: fields.boolean(MENU).is_some_and(|menu| menu.value),
        aliases: fields.texts(ALIASES),
        also_known_as: fields.texts(ALSO_KNOWN_AS),
        case: CaseStudy::default(),
    };
    let terms = read_terms(config, needs, &mut fields);
    front.case = case_study::read(&mut fields);
    match needs {
        Needs::Terms | Needs::KnownKeys => fields.finish(),
        Needs::TitleOnly => fields.finish_leniently(),
    }
    (front, terms)
}

/// Maximum length of a summary, which lists and search results show in full.
const MAX_SUMMARY_CHARS: usize = 280;

fn read_summary(fields: &mut Fields<'_, '_>) -> Option<Located<String>> {
    let summary = fields.text(SUMMARY)?;
    let length = summary.value.chars().count();
    if length > MAX_SUMMARY_CHARS {
        let limit = MAX_SUMMARY_CHARS;
        fields.complain(Kind::LongSummary { length, limit }, summary.span.clone());
    }
    Some(summary)
}

fn read_terms(config: &Config, needs: Needs, fields: &mut Fields<'_, '_>) -> WrittenTerms {
    let mut terms = WrittenTerms::new();
    for facet in config.facets.iter().filter(|facet| facet.key != YEAR) {
        let aliases: Vec<&str> = facet.aliases.iter().map(String::as_str).collect();
        let key = Key(&facet.key, &aliases);
        let written = fields.texts(key);
        if written.is_empty() && facet.is_required && needs == Needs::Terms {
            fields.missing(key);
        }
        terms.insert(facet.key.clone(), written);
    }
    terms
}

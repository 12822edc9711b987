//! Markdown files: name and language, front matter, body.

use std::sync::Arc;

use super::front_matter::{self, Needs};
use super::outline::{Findings, MAX_HTML_KIB, MAX_HTML_TAGS, outline};
use crate::base::text::nearest;
use crate::content::discover::{TextFile, is_explanation};
use crate::content::yaml::{Complaint, Fields, Key, KeyShape, fold_key, parse};
use crate::messages::diagnostics::{Kind, Located, SourceFile, Span};
use crate::model::{Config, DocumentKind, FrontMatter, Outline, WrittenTerms};

/// Values of `type` in front matter.
const KIND_NAMES: [(&str, DocumentKind); 6] = [
    ("caso", DocumentKind::CaseStudy),
    ("case", DocumentKind::CaseStudy),
    ("modelo", DocumentKind::Model),
    ("model", DocumentKind::Model),
    ("pagina", DocumentKind::Page),
    ("page", DocumentKind::Page),
];

/// A parsed markdown file. Cheap to clone: large parts are shared.
#[derive(Debug, Clone)]
pub struct Document {
    /// Path relative to the content folder, with `/`.
    pub path: String,
    /// Folder part of `path`; empty at the top level.
    pub folder: String,
    /// File name without `.md` and language suffix.
    pub stem: String,
    /// Language code from the file name, else the default language.
    pub language: String,
    /// Kind from the file name, front matter or folder, in this order.
    pub kind: DocumentKind,
    /// Front matter except for the terms.
    pub front: Arc<FrontMatter>,
    /// Words for terms as written, by facet.
    pub terms: Arc<WrittenTerms>,
    /// Source file, for diagnostics and to load the body.
    pub source: Arc<SourceFile>,
    /// Byte range of the markdown in `source`.
    pub body: Span,
    /// Headings and links of the markdown.
    pub outline: Arc<Outline>,
}

/// Parses one file. `None` if its front matter could not be read at all. The document refers
/// to `source`, which may be a version of `file.source` without text.
pub(super) fn read(
    config: &Config,
    file: &TextFile,
    source: &Arc<SourceFile>,
    complaints: &mut Vec<Complaint>,
) -> Option<Document> {
    let (folder, name) = file.path.rsplit_once('/').unwrap_or(("", &file.path));
    let (stem, language) = stem_and_language(config, name, complaints);
    let text = file.source.text();
    let (yaml, body) = match front_matter::split(text) {
        Ok(parts) => parts,
        Err((Kind::MissingFrontMatter, span)) if is_explanation(name) => {
            let name = name.to_owned();
            complaints.push((Kind::Explanation { name }, span));
            return None;
        }
        Err(complaint) => {
            complaints.push(complaint);
            return None;
        }
    };
    let node = match parse(text, yaml) {
        Ok(node) => node,
        Err(complaint) => {
            complaints.push(complaint);
            return None;
        }
    };
    let mut fields = Fields::of(&node, complaints)?;
    let kind = read_kind(&mut fields, folder, &stem);
    let needs = match kind {
        DocumentKind::CaseStudy if language == config.default_language() => Needs::Terms,
        DocumentKind::CaseStudy | DocumentKind::Model => Needs::KnownKeys,
        DocumentKind::Page | DocumentKind::Section => Needs::TitleOnly,
    };
    let (front, terms) = front_matter::read(config, needs, fields);
    let sources = front.case.sources.len();
    let (outline, findings) = outline(text, body.clone(), sources > 0);
    complaints.extend(unknown_citations(&findings, sources));
    complaints.extend(trailing_spaces(text, body.start, &findings.code));
    complaints.extend(findings.complaints);
    if !config.raw_html {
        let images = findings.html_images.into_iter();
        complaints.extend(images.map(|span| (Kind::HtmlPicture, span)));
        let links = findings.html_links.into_iter();
        complaints.extend(links.map(|span| (Kind::HtmlLink, span)));
        let excess = Kind::TooMuchHtml {
            tags: MAX_HTML_TAGS,
            kibibytes: MAX_HTML_KIB,
        };
        complaints.extend(findings.excess_html.map(|span| (excess, span)));
    }
    Some(Document {
        outline: Arc::new(outline),
        path: file.path.clone(),
        folder: folder.to_owned(),
        stem,
        language,
        kind,
        front: Arc::new(front),
        terms: Arc::new(terms),
        source: Arc::clone(source),
        body,
    })
}

/// Reports trailing spaces, except in code blocks and for the two that mark a line break in
/// the body.
fn trailing_spaces(text: &str, body_start: usize, code: &[Span]) -> Vec<Complaint> {
    let is_code = |at: usize| {
        let before = code.partition_point(|block| block.end <= at);
        code.get(before).is_some_and(|block| block.start <= at)
    };
    let mut complaints = Vec::new();
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let written = line.trim_end_matches('\n');
        let trimmed = written.trim_end_matches([' ', '\t']).len();
        let is_break = start >= body_start && trimmed > 0 && written[trimmed..].starts_with("  ");
        if trimmed < written.len() && !is_break && !is_code(start) {
            complaints.push((Kind::TrailingSpace, start + trimmed..start + written.len()));
        }
        start += line.len();
    }
    complaints
}

/// Returns every key of a case study, in the order they are read.
pub fn case_keys(config: &Config) -> Vec<KeyShape> {
    let (mut keys, mut complaints) = (Vec::new(), Vec::new());
    let mut fields = Fields::recording(&mut keys, &mut complaints);
    read_kind(&mut fields, "casos", "");
    front_matter::read(config, Needs::Terms, fields);
    keys
}

fn unknown_citations(findings: &Findings, count: usize) -> impl Iterator<Item = Complaint> {
    let unknown = move |number: &&Located<u64>| number.value == 0 || number.value > count as u64;
    findings
        .citations
        .iter()
        .filter(unknown)
        .map(move |number| {
            let kind = Kind::UnknownSource {
                number: number.value,
                count,
            };
            (kind, number.span.clone())
        })
}

/// Splits a file name: `ara.en.md` is the English version of `ara`. The default language
/// needs no suffix.
fn stem_and_language(
    config: &Config,
    name: &str,
    complaints: &mut Vec<Complaint>,
) -> (String, String) {
    let stem = &name[..name.len() - ".md".len()];
    let default = config.default_language().to_owned();
    let Some((base, mark)) = stem.rsplit_once('.').filter(|(base, _)| !base.is_empty()) else {
        return (stem.to_owned(), default);
    };
    let code = mark.to_lowercase();
    if config.languages.contains(&code) {
        return (base.to_owned(), code);
    }
    if code.len() == 2 && code.bytes().all(|byte| byte.is_ascii_lowercase()) {
        complaints.push((Kind::UndeclaredLanguage { language: code }, 0..0));
    }
    (stem.to_owned(), default)
}

fn read_kind(fields: &mut Fields<'_, '_>, folder: &str, stem: &str) -> DocumentKind {
    const TYPE: Key<'_> = Key("type", &["tipo"]);
    let written = fields.text(TYPE);
    if stem == "_index" {
        return DocumentKind::Section;
    }
    let Some(written) = written else {
        return kind_of_folder(folder);
    };
    let name = fold_key(&written.value).into_owned();
    let known = KIND_NAMES;
    known.iter().find(|(known, _)| *known == name).map_or_else(
        || {
            let kind = Kind::UnknownType {
                nearest: nearest(&name, known.iter().map(|(known, _)| *known)),
                value: written.value,
            };
            fields.complain(kind, written.span);
            kind_of_folder(folder)
        },
        |(_, kind)| *kind,
    )
}

fn kind_of_folder(folder: &str) -> DocumentKind {
    match folder.split('/').next().unwrap_or_default() {
        "casos" | "cases" => DocumentKind::CaseStudy,
        "modelos" | "models" => DocumentKind::Model,
        _ => DocumentKind::Page,
    }
}

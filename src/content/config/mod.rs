//! First stage: the site configuration, from `quipu.yaml`.

mod facet;
mod palette;
mod publishing;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::base::address::{is_web, likely_web};
use crate::content::read::read_text;
use crate::content::yaml::{Content, Fields, Key, KeyShape, Node, parse};
use crate::messages::diagnostics::{AddressForm, Diagnostic, Kind, Located, Location, SourceFile};
use crate::messages::locale::DEFAULT_LANGUAGE;
use crate::model::{Config, License, LocalizedText, Palette, Publishing, builtin_facets};

pub(crate) use palette::palette;

/// Configuration file; the folder that contains it is a site.
pub(crate) const FILE_NAME: &str = "quipu.yaml";

const TITLE: Key<'_> = Key("title", &["titulo"]);
const DESCRIPTION: Key<'_> = Key("description", &["descripcion"]);
const LANGUAGES: Key<'_> = Key("languages", &["idiomas"]);
const BASE_URL: Key<'_> = Key("base_url", &["direccion_web"]);
const THEME: Key<'_> = Key("theme", &["tema"]);
const LOGO: Key<'_> = Key("logo", &["logotipo"]);
const LICENSE: Key<'_> = Key("license", &["licencia"]);
const PAGE_SIZE: Key<'_> = Key("page_size", &["casos_por_pagina"]);
const RAW_HTML: Key<'_> = Key("raw_html", &["html_libre"]);
const FACETS: Key<'_> = Key("facets", &["facetas"]);

/// Maximum number of cases on a page of a list: more would not open on a phone.
const MAX_PAGE_SIZE: u64 = 1000;

/// Returns the nearest folder, from `start` upwards, that contains a `quipu.yaml`.
pub(crate) fn find_root(start: &Path) -> Option<PathBuf> {
    start
        .ancestors()
        .find(|folder| folder.join(FILE_NAME).is_file())
        .map(Path::to_owned)
}

/// Reads `quipu.yaml` in `root`. Invalid settings are reported and replaced by their
/// defaults, so that the rest of the site is still checked.
pub(crate) fn load(root: &Path, diagnostics: &mut Vec<Diagnostic>) -> Config {
    let (source, problem) = read_text(&root.join(FILE_NAME), FILE_NAME);
    diagnostics.extend(problem);
    let mut complaints = Vec::new();
    let node = parse(source.text(), 0..source.text().len()).unwrap_or_else(|complaint| {
        complaints.push(complaint);
        Node {
            content: Content::Mapping(Vec::new()),
            span: 0..0,
        }
    });
    let is_unread = !complaints.is_empty();
    let mut config = default_config(root, &source);
    if let Some(fields) = Fields::of(&node, &mut complaints).filter(|_| !is_unread) {
        read(&mut config, fields);
    }
    diagnostics.extend(
        complaints
            .into_iter()
            .map(|(kind, span)| Diagnostic::new(kind, Location::new(&source, span))),
    );
    config
}

/// Returns every key of a `quipu.yaml`, in the order they are read.
pub(crate) fn setting_keys() -> Vec<KeyShape> {
    let (mut keys, mut complaints) = (Vec::new(), Vec::new());
    let source = SourceFile::new(FILE_NAME, "");
    let mut config = default_config(Path::new(""), &source);
    read(&mut config, Fields::recording(&mut keys, &mut complaints));
    keys
}

fn default_config(root: &Path, source: &Arc<SourceFile>) -> Config {
    Config {
        root: root.to_owned(),
        title: LocalizedText::default(),
        description: LocalizedText::default(),
        languages: vec![DEFAULT_LANGUAGE.to_owned()],
        language_spans: BTreeMap::new(),
        base_url: None,
        theme: Located::new("quipu".to_owned(), 0..0),
        palette: Palette::default(),
        logo: None,
        license: None,
        page_size: 20,
        publishing: Publishing::default(),
        raw_html: false,
        facets: builtin_facets(),
        source: Arc::clone(source),
    }
}

fn read(config: &mut Config, mut fields: Fields<'_, '_>) {
    match fields.localized(TITLE) {
        Some(title) => config.title = title,
        None => fields.missing(TITLE),
    }
    config.description = fields.localized(DESCRIPTION).unwrap_or_default();
    read_languages(config, &mut fields);
    read_base_url(config, &mut fields);
    if let Some(theme) = fields.text(THEME) {
        config.theme = theme;
    }
    config.palette = palette(&mut fields);
    config.logo = fields.text(LOGO);
    config.license = fields.group(LICENSE, license).flatten();
    if let Some(size) = fields.count(PAGE_SIZE) {
        config.page_size = fields.within(size, 1..=MAX_PAGE_SIZE) as usize;
    }
    config.publishing = publishing::read(&mut fields);
    config.raw_html = fields.boolean(RAW_HTML).is_some_and(|choice| choice.value);
    let own = fields.groups(FACETS, None, facet::read);
    config.facets.extend(own.into_iter().flatten());
    fields.finish();
}

fn license(fields: &mut Fields<'_, '_>) -> Option<License> {
    const NAME: Key<'_> = Key("name", &["nombre"]);
    const URL: Key<'_> = Key("url", &["direccion", "enlace"]);
    let name = fields.localized(NAME);
    let address = fields.text(URL);
    if name.is_none() {
        fields.missing(NAME);
    }
    let Some(address) = address else {
        fields.missing(URL);
        return None;
    };
    if !is_web(&address.value) {
        let kind = Kind::InvalidAddress {
            form: AddressForm::Web,
            nearest: likely_web(&address.value),
            value: address.value,
        };
        fields.complain(kind, address.span);
        return None;
    }
    let (name, url) = (name?, address.value);
    Some(License { name, url })
}

fn read_languages(config: &mut Config, fields: &mut Fields<'_, '_>) {
    let mut languages: Vec<String> = Vec::new();
    for language in fields.texts(LANGUAGES) {
        let code = language.value.to_lowercase();
        let is_code = (2..=3).contains(&code.len()) && code.bytes().all(|b| b.is_ascii_lowercase());
        if !is_code || languages.contains(&code) {
            let value = language.value;
            fields.complain(Kind::InvalidLanguage { value }, language.span);
        } else {
            config.language_spans.insert(code.clone(), language.span);
            languages.push(code);
        }
    }
    if !languages.is_empty() {
        config.languages = languages;
    }
}

fn read_base_url(config: &mut Config, fields: &mut Fields<'_, '_>) {
    let Some(address) = fields.text(BASE_URL) else {
        return;
    };
    if is_web(&address.value) && !address.value.contains(['?', '#']) {
        config.base_url = Some(format!("{}/", address.value.trim_end_matches('/')));
    } else {
        let value = address.value;
        fields.complain(Kind::InvalidBaseUrl { value }, address.span);
    }
}

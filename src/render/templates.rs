//! A theme's templates, compiled once for many pages.

use std::collections::BTreeMap;
use std::sync::Arc;

use tera::Tera;

use super::bindings::Bindings;
use super::html::Labels;
use super::{failure, words};
use crate::config::Config;
use crate::diagnostics::{Diagnostic, SourceFile};
use crate::locale::Catalogue;
use crate::text::escaped;
use crate::theme::Theme;

/// A theme ready for rendering.
pub struct Templates {
    /// The theme.
    pub theme: Arc<Theme>,
    tera: Tera,
    labels: BTreeMap<String, Labels>,
    /// What to blame for mistakes outside any template.
    fallback: Arc<SourceFile>,
}

impl Templates {
    /// Compiles the templates of a theme; none, with complaints, if they are not sound.
    pub fn compile(
        theme: Arc<Theme>,
        config: &Config,
        diagnostics: &mut Vec<Diagnostic>,
    ) -> Option<Self> {
        let mut tera = Tera::new();
        words::register(&mut tera, &theme.strings, &config.languages);
        let sources = theme.templates.iter();
        let texts = sources.map(|(name, source)| (name.as_str(), source.text()));
        if let Err(error) = tera.add_raw_templates(texts) {
            let complaint = failure::complaint(&error, &theme.templates, &config.source, None);
            diagnostics.push(complaint);
            return None;
        }
        let languages = config.languages.iter();
        let labels = languages.map(|code| (code.clone(), labels(theme.strings.get(code))));
        Some(Self {
            labels: labels.collect(),
            fallback: Arc::clone(&config.source),
            theme,
            tera,
        })
    }

    /// The theme's words that stand inside content of a language.
    pub(super) fn labels(&self, language: &str) -> &Labels {
        &self.labels[language]
    }

    /// A page by its template and what that is given.
    ///
    /// # Errors
    /// When the template is missing or fails, with its place.
    pub(super) fn render(
        &self,
        template: &str,
        bindings: &Bindings,
    ) -> Result<String, Box<Diagnostic>> {
        let page = self.tera.render(template, &bindings.context);
        page.map_err(|error| {
            let sources = &self.theme.templates;
            let complaint = failure::complaint(&error, sources, &self.fallback, Some(bindings));
            Box::new(complaint)
        })
    }
}

fn labels(words: Option<&Catalogue>) -> Labels {
    let escaped = |id: &str| words.map_or_else(String::new, |words| escaped(&words.text(id)));
    Labels {
        back: escaped("footnote-back"),
        footnotes: escaped("footnotes"),
        table: escaped("table-scrolls"),
    }
}

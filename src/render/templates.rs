//! A theme's templates, compiled once for many pages.

use std::collections::BTreeMap;
use std::sync::{Arc, OnceLock};

use tera::Tera;

use super::bindings::Bindings;
use super::labels::Labels;
use super::specialize::Specializer;
use super::{failure, words};
use crate::messages::diagnostics::{Diagnostic, SourceFile};
use crate::messages::locale::Catalogue;
use crate::model::Config;
use crate::render::theme::Theme;

/// A theme with its compiled templates.
pub struct Templates {
    /// The theme of the templates.
    pub theme: Arc<Theme>,
    /// Compiled templates, by language.
    templates: BTreeMap<String, LanguageTemplates>,
    /// Source to report errors in that are outside any template.
    fallback: Arc<SourceFile>,
}

impl Templates {
    /// Compiles the templates of a theme; `None`, with diagnostics, if they are invalid.
    pub fn compile(
        theme: Arc<Theme>,
        config: &Config,
        diagnostics: &mut Vec<Diagnostic>,
    ) -> Option<Self> {
        match LanguageTemplates::all(&theme, &config.languages) {
            Ok(templates) => Some(Self {
                templates,
                fallback: Arc::clone(&config.source),
                theme,
            }),
            Err(error) => {
                let diagnostic =
                    failure::diagnostic(&error, &theme.templates, &config.source, None);
                diagnostics.push(diagnostic);
                None
            }
        }
    }

    /// Returns the UI strings inside content of a language.
    pub(super) fn labels(&self, language: &str) -> Labels<'_> {
        Labels::of(self.theme.strings.get(language))
    }

    /// Renders a template in a language with the variables in `bindings`.
    ///
    /// # Errors
    /// If the template is missing or fails, with the location.
    pub(super) fn render(
        &self,
        template: &str,
        language: &str,
        bindings: &Bindings,
    ) -> Result<String, Box<Diagnostic>> {
        let templates = &self.templates[language];
        let page = templates.specialized.render(template, &bindings.context);
        let page = page.or_else(|error| match templates.as_written(&self.theme, language) {
            Some(tera) => tera.render(template, &bindings.context),
            None => Err(error),
        });
        page.map_err(|error| {
            let sources = &self.theme.templates;
            let diagnostic = failure::diagnostic(&error, sources, &self.fallback, Some(bindings));
            Box::new(diagnostic)
        })
    }

    /// Renders a template as written and specialised; neither replaces the other if it fails.
    #[cfg(test)]
    pub(super) fn both_ways(
        &self,
        template: &str,
        language: &str,
        bindings: &Bindings,
    ) -> [String; 2] {
        let templates = &self.templates[language];
        let written = templates.as_written(&self.theme, language);
        let written = written.expect("valid templates");
        [written, &templates.specialized]
            .map(|tera| tera.render(template, &bindings.context).expect("a page"))
    }
}

/// The templates of a theme for pages in one language.
struct LanguageTemplates {
    /// Specialised for the language.
    specialized: Tera,
    /// As written in the theme: compiled only to locate an error.
    as_written: OnceLock<Option<Tera>>,
}

impl LanguageTemplates {
    fn all(theme: &Theme, languages: &[String]) -> tera::TeraResult<BTreeMap<String, Self>> {
        let templates = languages.iter().map(|code| {
            let tera = specialized(theme, code).or_else(|_| as_written(theme, code));
            let templates = Self {
                specialized: tera?,
                as_written: OnceLock::new(),
            };
            Ok((code.clone(), templates))
        });
        templates.collect()
    }

    fn as_written(&self, theme: &Theme, language: &str) -> Option<&Tera> {
        let compile = || as_written(theme, language).ok();
        self.as_written.get_or_init(compile).as_ref()
    }
}

fn as_written(theme: &Theme, language: &str) -> tera::TeraResult<Tera> {
    let sources = theme.templates.iter();
    let texts = sources.map(|(name, source)| (name.as_str(), source.text()));
    compiled(theme, language, texts)
}

fn specialized(theme: &Theme, language: &str) -> tera::TeraResult<Tera> {
    let strings = theme.strings.get(language).into_iter();
    let strings = strings.flat_map(Catalogue::plain);
    let strings = strings.map(|(name, text)| (name.to_owned(), text));
    let specializer = Specializer::new(&theme.templates, strings.collect());
    compiled(theme, language, specializer.templates())
}

fn compiled<'t>(
    theme: &Theme,
    language: &str,
    texts: impl IntoIterator<Item = (&'t str, impl AsRef<str>)>,
) -> tera::TeraResult<Tera> {
    let mut tera = Tera::new();
    words::register(&mut tera, &theme.strings, language);
    tera.add_raw_templates(texts)?;
    Ok(tera)
}

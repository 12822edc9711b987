//! A theme's templates, compiled once for many pages.

use std::collections::BTreeMap;
use std::sync::{Arc, OnceLock};

use tera::Tera;

use super::bindings::Bindings;
use super::html::Labels;
use super::specialize::Specializer;
use super::{failure, words};
use crate::base::text::escaped;
use crate::messages::diagnostics::{Diagnostic, SourceFile};
use crate::messages::locale::Catalogue;
use crate::model::Config;
use crate::render::theme::Theme;

/// A theme ready for rendering.
pub struct Templates {
    /// The theme.
    pub theme: Arc<Theme>,
    /// By language.
    templates: BTreeMap<String, OfLanguage>,
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
        let languages = config.languages.iter();
        let labels = languages.map(|code| (code.clone(), labels(theme.strings.get(code))));
        match OfLanguage::all(&theme, &config.languages) {
            Ok(templates) => Some(Self {
                templates,
                labels: labels.collect(),
                fallback: Arc::clone(&config.source),
                theme,
            }),
            Err(error) => {
                let complaint = failure::complaint(&error, &theme.templates, &config.source, None);
                diagnostics.push(complaint);
                None
            }
        }
    }

    /// The theme's words that stand inside content of a language.
    pub(super) fn labels(&self, language: &str) -> &Labels {
        &self.labels[language]
    }

    /// A page by its template, its language and what the template is given.
    ///
    /// # Errors
    /// When the template is missing or fails, with its place.
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
            let complaint = failure::complaint(&error, sources, &self.fallback, Some(bindings));
            Box::new(complaint)
        })
    }
}

/// The templates of a theme for pages in one language.
struct OfLanguage {
    /// Made ready for it.
    specialized: Tera,
    /// As somebody wrote them: what tells the place of a mistake.
    as_written: OnceLock<Option<Tera>>,
}

impl OfLanguage {
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

fn labels(words: Option<&Catalogue>) -> Labels {
    let escaped = |id: &str| words.map_or_else(String::new, |words| escaped(&words.text(id)));
    Labels {
        back: escaped("footnote-back"),
        footnotes: escaped("footnotes"),
        table: escaped("table-scrolls"),
    }
}

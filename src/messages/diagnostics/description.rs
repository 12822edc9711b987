//! Maps each [`Kind`] to its stable code, its entry in the message catalogues
//! (`src/messages/catalogues/*.ftl`), and the arguments of that entry.

use super::codes::code_of;
use super::{Kind, Refusal};
use crate::messages::locale::Argument;

/// The data needed to format a diagnostic's message.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Description {
    /// Stable code, `Q0001` to `Q9999`; never reused.
    pub code: &'static str,
    /// Id of the entry in the message catalogues.
    pub id: &'static str,
    /// Arguments of the entry, by name.
    pub arguments: Vec<(&'static str, Argument)>,
}

impl Kind {
    /// Returns the code, catalogue entry and arguments.
    pub fn describe(&self) -> Description {
        let id = self.id();
        Description {
            code: code_of(id),
            id,
            arguments: self.arguments(),
        }
    }

    fn id(&self) -> &'static str {
        match self {
            Self::NotUtf8 => "not-utf8",
            Self::TooLarge { .. } => "too-large",
            Self::EmptyFile => "empty-file",
            Self::Unreadable { .. } => "unreadable",
            Self::FolderLoop => "folder-loop",
            Self::OutsideRoot => "outside-root",
            Self::ForbiddenAsset { .. } => "forbidden-asset",
            Self::InvalidFileName { .. } => "invalid-file-name",
            Self::NameTooLong { .. } => "name-too-long",
            Self::ReservedName { .. } => "reserved-name",
            Self::UndeclaredLanguage { .. } => "undeclared-language",
            Self::MissingFrontMatter => "missing-front-matter",
            Self::UnclosedFrontMatter => "unclosed-front-matter",
            Self::InvalidYaml { .. } => "invalid-yaml",
            Self::NotAMapping => "not-a-mapping",
            Self::UnknownKey { .. } => "unknown-key",
            Self::ForeignKey { .. } => "foreign-key",
            Self::DuplicateKey { .. } => "duplicate-key",
            Self::MissingKey { .. } => "missing-key",
            Self::WrongType { .. } => "wrong-type",
            Self::InvalidDate { .. } => "invalid-date",
            Self::CommaInBraces { .. } => "comma-in-braces",
            Self::InvalidPeriod => "invalid-period",
            Self::ReversedMeasures => "reversed-measures",
            Self::AmbiguousNumber { .. } => "ambiguous-number",
            Self::InvalidCurrency { .. } => "invalid-currency",
            Self::UnknownType { .. } => "unknown-type",
            Self::UnknownTerm { .. } => "unknown-term",
            Self::UnknownPlace { .. } => "unknown-place",
            Self::AmbiguousPlace { .. } => "ambiguous-place",
            Self::InvalidAddress { .. } => "invalid-address",
            Self::UnknownVocabulary { .. } => "unknown-vocabulary",
            Self::InvalidSlug { .. } => "invalid-slug",
            Self::DuplicateTerm { .. } => "duplicate-term",
            Self::UnknownParent { .. } => "unknown-parent",
            Self::OwnParent { .. } => "own-parent",
            Self::InvalidSynonym { .. } => "invalid-synonym",
            Self::LoneSynonym { .. } => "lone-synonym",
            Self::RepeatedSynonym { .. } => "repeated-synonym",
            Self::LongSynonym { .. } => "long-synonym",
            Self::TooManySynonyms { .. } => "too-many-synonyms",
            Self::InvalidLanguage { .. } => "invalid-language",
            Self::InvalidBaseUrl { .. } => "invalid-base-url",
            Self::UnknownTheme { .. } => "unknown-theme",
            Self::ThemeCircle { .. } => "theme-circle",
            Self::InvalidLogo { .. } => "invalid-logo",
            Self::LowContrast { .. } => "low-contrast",
            Self::DuplicatePermalink { .. } => "duplicate-permalink",
            Self::BrokenLink { .. } => "broken-link",
            Self::BrokenAnchor { .. } => "broken-anchor",
            Self::AbsoluteLink { .. } => "absolute-link",
            Self::UnsafeLink { .. } => "unsafe-link",
            Self::UnknownSource { .. } => "unknown-source",
            Self::MissingAlt => "missing-alt",
            Self::UndefinedNote { .. } => "undefined-note",
            Self::UncitedNote { .. } => "uncited-note",
            Self::RepeatedNote { .. } => "repeated-note",
            Self::HtmlLink => "html-link",
            Self::UnspacedHeading { .. } => "unspaced-heading",
            Self::TopHeading => "top-heading",
            Self::DeepNesting { .. } => "deep-nesting",
            Self::TooManyHeadings { .. } => "too-many-headings",
            Self::TooMuchHtml { .. } => "too-much-html",
            Self::UnreadablePicture => "unreadable-picture",
            Self::PictureTooLarge { .. } => "picture-too-large",
            Self::NotAPicture { .. } => "not-a-picture",
            Self::ForeignPicture { .. } => "foreign-picture",
            Self::HtmlPicture => "html-picture",
            Self::DeadLink { .. } => "dead-link",
            Self::SilentLink { .. } => "silent-link",
            Self::LongSummary { .. } => "long-summary",
            Self::Lacking { id } => id,
            Self::KeyStyle { .. } => "key-style",
            Self::TermStyle { .. } => "term-style",
            Self::DateStyle { .. } => "date-style",
            Self::TrailingSpace => "trailing-space",
            Self::MissingTranslation { .. } => "missing-translation",
            Self::StaleTranslation { .. } => "stale-translation",
            Self::AndMore { .. } => "and-more",
            Self::TemplateSyntax { .. } => "template-syntax",
            Self::TemplateFailed { .. } => "template-failed",
            Self::MissingTemplate { .. } => "missing-template",
            Self::InvalidStrings { .. } => "invalid-strings",
        }
    }

    fn arguments(&self) -> Vec<(&'static str, Argument)> {
        match self {
            Self::TooLarge { limit_mib } => vec![("limit", Argument::Number(*limit_mib))],
            Self::Unreadable { refusal } => refusal.arguments().into(),
            Self::InvalidFileName { name }
            | Self::ReservedName { name }
            | Self::UnknownTheme { name }
            | Self::ThemeCircle { name }
            | Self::MissingTemplate { name } => vec![("name", name.into())],
            Self::TemplateFailed { message, available } => vec![
                ("message", message.into()),
                ("found", presence(&available.first().cloned()).into()),
                ("available", (&available.join(", ")).into()),
            ],
            Self::LowContrast {
                text,
                ground,
                is_dark,
                tenths,
                nearest,
            } => vec![
                ("text", text.into()),
                ("ground", ground.into()),
                ("screen", if *is_dark { "dark" } else { "light" }.into()),
                ("whole", Argument::Number(tenths / 10)),
                ("tenth", Argument::Number(tenths % 10)),
                ("nearest", nearest.into()),
            ],
            Self::NameTooLong { permalink, limit } => vec![
                ("permalink", permalink.into()),
                ("limit", Argument::Number(*limit as u64)),
            ],
            Self::ForbiddenAsset { extension } => vec![("extension", extension.into())],
            Self::UndeclaredLanguage { language }
            | Self::MissingTranslation { language }
            | Self::StaleTranslation { language } => vec![("language", language.into())],
            Self::InvalidYaml { mistake } => vec![("mistake", mistake.id().into())],
            Self::UnknownKey { key, nearest } => with_nearest(vec![("key", key.into())], nearest),
            Self::ForeignKey { key } | Self::DuplicateKey { key } => vec![("key", key.into())],
            Self::MissingKey {
                key,
                alias,
                written,
            } => vec![
                ("key", key.into()),
                ("alias", alias.into()),
                ("line", presence(written).into()),
                ("written", written.as_deref().unwrap_or_default().into()),
            ],
            Self::CommaInBraces { text } => vec![("text", text.into())],
            Self::AmbiguousNumber {
                value,
                large,
                small,
            } => vec![
                ("value", value.into()),
                ("large", large.into()),
                ("small", small.into()),
            ],
            Self::InvalidCurrency { value, nearest } => {
                with_nearest(vec![("value", value.into())], nearest)
            }
            Self::InvalidAddress {
                form,
                value,
                nearest,
            } => with_nearest(
                vec![("form", form.id().into()), ("value", value.into())],
                nearest,
            ),
            Self::UnsafeLink { target, nearest } => {
                with_nearest(vec![("target", target.into())], nearest)
            }
            Self::UndefinedNote { label }
            | Self::UncitedNote { label }
            | Self::RepeatedNote { label } => {
                vec![("label", label.into())]
            }
            Self::DeepNesting { limit }
            | Self::TooManyHeadings { limit }
            | Self::TooManySynonyms { limit } => {
                vec![("limit", Argument::Number(*limit as u64))]
            }
            Self::TooMuchHtml { tags, kibibytes } => vec![
                ("tags", Argument::Number(*tags as u64)),
                ("kibibytes", Argument::Number(*kibibytes as u64)),
            ],
            Self::UnspacedHeading { words } => vec![("words", words.into())],
            Self::WrongType { key, expected } => {
                vec![("key", key.into()), ("expected", expected.id().into())]
            }
            Self::InvalidDate { value }
            | Self::InvalidSlug { value }
            | Self::InvalidLanguage { value }
            | Self::InvalidBaseUrl { value }
            | Self::OwnParent { value } => vec![("value", value.into())],
            Self::UnknownTerm {
                facet,
                alias,
                value,
                nearest,
            } => with_nearest(
                vec![
                    ("facet", facet.into()),
                    ("alias", alias.into()),
                    ("value", value.into()),
                ],
                nearest,
            ),
            Self::UnknownType { value, nearest } | Self::UnknownParent { value, nearest } => {
                with_nearest(vec![("value", value.into())], nearest)
            }
            Self::UnknownPlace {
                is_district,
                value,
                within,
                nearest,
                elsewhere,
            } => with_nearest(
                vec![
                    (
                        "level",
                        if *is_district { "district" } else { "province" }.into(),
                    ),
                    ("value", value.into()),
                    ("within", within.into()),
                    ("far", presence(elsewhere).into()),
                    ("elsewhere", elsewhere.as_deref().unwrap_or_default().into()),
                ],
                nearest,
            ),
            Self::AmbiguousPlace { value, provinces } => {
                vec![("value", value.into()), ("provinces", provinces.into())]
            }
            Self::UnknownVocabulary { name, nearest } => {
                with_nearest(vec![("name", name.into())], nearest)
            }
            Self::DuplicateTerm {
                facet,
                alias,
                value,
            } => vec![
                ("facet", facet.into()),
                ("alias", alias.into()),
                ("value", value.into()),
            ],
            Self::InvalidLogo { fault } => vec![("fault", fault.id().into())],
            Self::InvalidSynonym { fault, nearest } => {
                with_nearest(vec![("fault", fault.id().into())], nearest)
            }
            Self::LoneSynonym { word } => vec![
                ("found", presence(word).into()),
                ("value", word.as_deref().unwrap_or_default().into()),
            ],
            Self::RepeatedSynonym { value, owner } => vec![
                ("value", value.into()),
                ("owner", owner.id().into()),
                ("place", (&owner.location()).into()),
            ],
            Self::LongSynonym { words, characters } => vec![
                ("words", Argument::Number(*words as u64)),
                ("characters", Argument::Number(*characters as u64)),
            ],
            Self::DuplicatePermalink { permalink, other } => {
                vec![
                    ("permalink", permalink.into()),
                    ("owner", presence(other).into()),
                    ("other", other.as_deref().unwrap_or_default().into()),
                ]
            }
            Self::BrokenLink { target, nearest } => with_nearest(
                vec![
                    ("target", target.into()),
                    ("to", kind_of_target(target).into()),
                ],
                nearest,
            ),
            Self::BrokenAnchor {
                anchor,
                page,
                nearest,
            } => with_nearest(
                vec![("anchor", anchor.into()), ("page", page.into())],
                nearest,
            ),
            Self::AbsoluteLink { target }
            | Self::NotAPicture { target }
            | Self::ForeignPicture { target }
            | Self::SilentLink { target } => vec![("target", target.into())],
            Self::DeadLink { target, status } => vec![
                ("target", target.into()),
                ("status", Argument::Number(u64::from(*status))),
            ],
            Self::PictureTooLarge {
                measure,
                size,
                limit,
            } => vec![
                ("measure", measure.id().into()),
                ("size", Argument::Number(*size)),
                ("limit", Argument::Number(*limit)),
            ],
            Self::UnknownSource { number, count } => vec![
                ("number", Argument::Number(*number)),
                ("count", Argument::Number(*count as u64)),
            ],
            Self::AndMore { count, .. } => vec![("count", Argument::Number(*count as u64))],
            Self::LongSummary { length, limit } => vec![
                ("length", Argument::Number(*length as u64)),
                ("limit", Argument::Number(*limit as u64)),
            ],
            Self::TemplateSyntax { message } | Self::InvalidStrings { message } => {
                vec![("message", message.into())]
            }
            Self::NotUtf8
            | Self::EmptyFile
            | Self::FolderLoop
            | Self::OutsideRoot
            | Self::MissingFrontMatter
            | Self::UnclosedFrontMatter
            | Self::NotAMapping
            | Self::InvalidPeriod
            | Self::ReversedMeasures
            | Self::TopHeading
            | Self::MissingAlt
            | Self::UnreadablePicture
            | Self::HtmlPicture
            | Self::HtmlLink
            | Self::Lacking { .. }
            | Self::TrailingSpace => Vec::new(),
            Self::KeyStyle {
                key: written,
                usual,
            }
            | Self::TermStyle {
                value: written,
                slug: usual,
            }
            | Self::DateStyle {
                value: written,
                date: usual,
            } => {
                vec![("written", written.into()), ("usual", usual.into())]
            }
        }
    }
}

impl Refusal {
    /// Returns the message arguments that state the reason.
    pub fn arguments(&self) -> [(&'static str, Argument); 2] {
        [
            ("reason", self.id().into()),
            ("said", Argument::from(&self.message)),
        ]
    }
}

type Arguments = Vec<(&'static str, Argument)>;

/// Adds the suggestion. Messages select a variant by `$near`, which is `none` or `some`.
fn with_nearest(mut arguments: Arguments, nearest: &Option<String>) -> Arguments {
    arguments.push(("near", presence(nearest).into()));
    arguments.push(("nearest", nearest.as_deref().unwrap_or_default().into()));
    arguments
}

/// Messages distinguish a missing page from a missing picture or download.
fn kind_of_target(target: &str) -> &'static str {
    let path = target.split(['#', '?']).next().unwrap_or_default();
    match path.rsplit_once('.') {
        None => "page",
        Some((_, "md" | "html")) => "page",
        Some(_) => "file",
    }
}

fn presence<T>(value: &Option<T>) -> &'static str {
    match value {
        Some(_) => "some",
        None => "none",
    }
}

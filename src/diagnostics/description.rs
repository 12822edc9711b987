//! What each complaint's message needs: its stable code, its entry in the
//! message catalogues (`src/locale/messages/*.ftl`), and the facts of that entry.

use super::Kind;

/// A fact in a message.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Argument {
    /// Words, shown without control characters.
    Text(String),
    /// A number, written as the language writes numbers.
    Number(u64),
}

impl From<&str> for Argument {
    fn from(text: &str) -> Self {
        Self::Text(text.chars().map(printable).collect())
    }
}

impl From<&String> for Argument {
    fn from(text: &String) -> Self {
        Self::from(text.as_str())
    }
}

/// Content must not steer the editor's terminal.
fn printable(character: char) -> char {
    if character.is_control() {
        '\u{FFFD}'
    } else {
        character
    }
}

/// What a message needs to be put into words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Description {
    /// Stable code, `Q0001` to `Q9999`; never reused.
    pub code: &'static str,
    /// Entry in the message catalogues.
    pub id: &'static str,
    /// Its facts.
    pub arguments: Vec<(&'static str, Argument)>,
}

impl Kind {
    /// Its code, catalogue entry and facts.
    pub fn describe(&self) -> Description {
        let (code, id) = self.identity();
        Description {
            code,
            id,
            arguments: self.arguments(),
        }
    }

    fn identity(&self) -> (&'static str, &'static str) {
        match self {
            Self::NotUtf8 => ("Q0001", "not-utf8"),
            Self::TooLarge { .. } => ("Q0002", "too-large"),
            Self::EmptyFile => ("Q0003", "empty-file"),
            Self::Unreadable { .. } => ("Q0004", "unreadable"),
            Self::FolderLoop => ("Q0005", "folder-loop"),
            Self::OutsideRoot => ("Q0024", "outside-root"),
            Self::ForbiddenAsset { .. } => ("Q0025", "forbidden-asset"),
            Self::InvalidFileName { .. } => ("Q0006", "invalid-file-name"),
            Self::NameTooLong { .. } => ("Q0007", "name-too-long"),
            Self::ReservedName { .. } => ("Q0008", "reserved-name"),
            Self::UndeclaredLanguage { .. } => ("Q0009", "undeclared-language"),
            Self::MissingFrontMatter => ("Q0010", "missing-front-matter"),
            Self::UnclosedFrontMatter => ("Q0011", "unclosed-front-matter"),
            Self::InvalidYaml { .. } => ("Q0012", "invalid-yaml"),
            Self::NotAMapping => ("Q0013", "not-a-mapping"),
            Self::UnknownKey { .. } => ("Q0014", "unknown-key"),
            Self::ForeignKey { .. } => ("Q0015", "foreign-key"),
            Self::DuplicateKey { .. } => ("Q0016", "duplicate-key"),
            Self::MissingKey { .. } => ("Q0017", "missing-key"),
            Self::WrongType { .. } => ("Q0018", "wrong-type"),
            Self::InvalidDate { .. } => ("Q0019", "invalid-date"),
            Self::InvalidPeriod => ("Q0020", "invalid-period"),
            Self::UnknownType { .. } => ("Q0021", "unknown-type"),
            Self::UnknownTerm { .. } => ("Q0022", "unknown-term"),
            Self::InvalidAddress { .. } => ("Q0023", "invalid-address"),
            Self::UnknownVocabulary { .. } => ("Q0030", "unknown-vocabulary"),
            Self::InvalidSlug { .. } => ("Q0031", "invalid-slug"),
            Self::DuplicateTerm { .. } => ("Q0032", "duplicate-term"),
            Self::UnknownParent { .. } => ("Q0033", "unknown-parent"),
            Self::InvalidLanguage { .. } => ("Q0034", "invalid-language"),
            Self::InvalidBaseUrl { .. } => ("Q0035", "invalid-base-url"),
            Self::UnknownTheme { .. } => ("Q0036", "unknown-theme"),
            Self::DuplicatePermalink { .. } => ("Q0040", "duplicate-permalink"),
            Self::BrokenLink { .. } => ("Q0041", "broken-link"),
            Self::BrokenAnchor { .. } => ("Q0042", "broken-anchor"),
            Self::AbsoluteLink { .. } => ("Q0043", "absolute-link"),
            Self::UnsafeLink { .. } => ("Q0044", "unsafe-link"),
            Self::UnknownSource { .. } => ("Q0045", "unknown-source"),
            Self::TemplateSyntax { .. } => ("Q0050", "template-syntax"),
            Self::TemplateFailed { .. } => ("Q0051", "template-failed"),
            Self::MissingTemplate { .. } => ("Q0052", "missing-template"),
            Self::InvalidStrings { .. } => ("Q0053", "invalid-strings"),
        }
    }

    fn arguments(&self) -> Vec<(&'static str, Argument)> {
        match self {
            Self::TooLarge { limit_mib } => vec![("limit", Argument::Number(*limit_mib))],
            Self::Unreadable { reason } => vec![("reason", reason.into())],
            Self::InvalidFileName { name }
            | Self::ReservedName { name }
            | Self::UnknownTheme { name }
            | Self::MissingTemplate { name } => vec![("name", name.into())],
            Self::NameTooLong { permalink, limit } => vec![
                ("permalink", permalink.into()),
                ("limit", Argument::Number(*limit as u64)),
            ],
            Self::ForbiddenAsset { extension } => vec![("extension", extension.into())],
            Self::UndeclaredLanguage { language } => vec![("language", language.into())],
            Self::InvalidYaml { mistake } => vec![("mistake", mistake.id().into())],
            Self::UnknownKey { key, nearest } => with_nearest(vec![("key", key.into())], nearest),
            Self::ForeignKey { key } | Self::DuplicateKey { key } => vec![("key", key.into())],
            Self::MissingKey { key, alias } => vec![("key", key.into()), ("alias", alias.into())],
            Self::WrongType { key, expected } => {
                vec![("key", key.into()), ("expected", expected.id().into())]
            }
            Self::InvalidDate { value }
            | Self::InvalidAddress { value }
            | Self::InvalidSlug { value }
            | Self::InvalidLanguage { value }
            | Self::InvalidBaseUrl { value } => vec![("value", value.into())],
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
            Self::UnknownVocabulary { name, nearest } => {
                with_nearest(vec![("name", name.into())], nearest)
            }
            Self::DuplicateTerm { facet, value } => {
                vec![("facet", facet.into()), ("value", value.into())]
            }
            Self::DuplicatePermalink { permalink, other } => {
                vec![
                    ("permalink", permalink.into()),
                    ("owner", presence(other).into()),
                    ("other", other.as_deref().unwrap_or_default().into()),
                ]
            }
            Self::BrokenLink { target, nearest } => {
                with_nearest(vec![("target", target.into())], nearest)
            }
            Self::BrokenAnchor {
                anchor,
                page,
                nearest,
            } => with_nearest(
                vec![("anchor", anchor.into()), ("page", page.into())],
                nearest,
            ),
            Self::AbsoluteLink { target } | Self::UnsafeLink { target } => {
                vec![("target", target.into())]
            }
            Self::UnknownSource { number, count } => vec![
                ("number", Argument::Number(*number)),
                ("count", Argument::Number(*count as u64)),
            ],
            Self::TemplateSyntax { message }
            | Self::TemplateFailed { message }
            | Self::InvalidStrings { message } => vec![("message", message.into())],
            Self::NotUtf8
            | Self::EmptyFile
            | Self::FolderLoop
            | Self::OutsideRoot
            | Self::MissingFrontMatter
            | Self::UnclosedFrontMatter
            | Self::NotAMapping
            | Self::InvalidPeriod => Vec::new(),
        }
    }
}

type Arguments = Vec<(&'static str, Argument)>;

/// Messages choose their wording by `$near`, which is `none` or `some`.
fn with_nearest(mut arguments: Arguments, nearest: &Option<String>) -> Arguments {
    arguments.push(("near", presence(nearest).into()));
    arguments.push(("nearest", nearest.as_deref().unwrap_or_default().into()));
    arguments
}

fn presence<T>(value: &Option<T>) -> &'static str {
    match value {
        Some(_) => "some",
        None => "none",
    }
}

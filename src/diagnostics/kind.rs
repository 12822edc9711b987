//! Every complaint Quipu can make, as data.

use std::io;

/// How serious a diagnostic is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Severity {
    /// The site is not built.
    Error,
    /// The site is built; something deserves a look.
    Warning,
    /// Nothing is wrong; something would make the page more useful.
    Advice,
    /// Nothing is wrong; something can be written the usual way.
    Style,
}

impl Severity {
    /// Gravest first.
    pub const ALL: [Self; 4] = [Self::Error, Self::Warning, Self::Advice, Self::Style];

    /// Its name in the message catalogues.
    pub fn id(self) -> &'static str {
        match self {
            Self::Error => "level-error",
            Self::Warning => "level-warning",
            Self::Advice => "level-advice",
            Self::Style => "level-style",
        }
    }
}

/// The shape a value should have had.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Expected {
    /// A line of text.
    Text,
    /// A text or a list of texts.
    Texts,
    /// A number.
    Number,
    /// A number from 0 up.
    Amount,
    /// A year with four digits.
    Year,
    /// `true` or `false`.
    Boolean,
    /// A list.
    List,
    /// A group of keys with values.
    Mapping,
    /// A text, or one text per language.
    LocalizedText,
    /// A whole number from 1 up.
    Count,
}

impl Expected {
    pub(super) fn id(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Texts => "texts",
            Self::Number => "number",
            Self::Amount => "amount",
            Self::Year => "year",
            Self::Boolean => "boolean",
            Self::List => "list",
            Self::Mapping => "mapping",
            Self::LocalizedText => "localized-text",
            Self::Count => "count",
        }
    }
}

/// The mistakes in YAML that Quipu can explain in plain words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum YamlMistake {
    /// `titulo: Uno: dos` without quotes.
    ColonInText,
    /// A tab where spaces are needed.
    Tab,
    /// A quote that is never closed.
    UnclosedQuote,
    /// `[` or `{` that is never closed or wrongly closed.
    UnclosedBracket,
    /// Lines of one group that do not start at the same column.
    Indentation,
    /// A text that begins with a character YAML keeps for itself.
    ReservedCharacter,
    /// `*name` without `&name`, or one that contains itself.
    Alias,
    /// Deeper, longer or more often repeated than any real file.
    TooComplex,
    /// A second `---` document.
    SeveralDocuments,
    /// Anything else.
    Other,
}

impl YamlMistake {
    pub(super) fn id(self) -> &'static str {
        match self {
            Self::ColonInText => "colon",
            Self::Tab => "tab",
            Self::UnclosedQuote => "quote",
            Self::UnclosedBracket => "bracket",
            Self::Indentation => "indentation",
            Self::ReservedCharacter => "reserved",
            Self::Alias => "alias",
            Self::TooComplex => "complex",
            Self::SeveralDocuments => "documents",
            Self::Other => "other",
        }
    }
}

/// Why the system refused to read or write.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refusal {
    kind: io::ErrorKind,
    /// What the system said, in its own words.
    pub(super) said: String,
}

impl From<&io::Error> for Refusal {
    fn from(error: &io::Error) -> Self {
        Self {
            kind: error.kind(),
            said: error.to_string(),
        }
    }
}

impl Refusal {
    pub(super) fn id(&self) -> &'static str {
        match self.kind {
            io::ErrorKind::NotFound => "not-found",
            io::ErrorKind::PermissionDenied => "denied",
            io::ErrorKind::ReadOnlyFilesystem => "read-only",
            io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => "full",
            io::ErrorKind::IsADirectory => "folder",
            io::ErrorKind::NotADirectory => "no-folder",
            io::ErrorKind::ResourceBusy | io::ErrorKind::ExecutableFileBusy => "busy",
            _ => "other",
        }
    }
}

/// What an address is to be used for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AddressForm {
    /// A page of another site.
    Web,
    /// Somebody's mail.
    Mail,
    /// A telephone.
    Phone,
    /// Where a page of this site once was.
    Former,
}

impl AddressForm {
    pub(super) fn id(self) -> &'static str {
        match self {
            Self::Web => "web",
            Self::Mail => "mail",
            Self::Phone => "phone",
            Self::Former => "former",
        }
    }
}

/// What a picture can have too much of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PictureMeasure {
    /// Size of its file.
    Mebibytes,
    /// Pixels, in millions.
    Megapixels,
    /// Pixels along its longer side.
    Side,
}

impl PictureMeasure {
    pub(super) fn id(self) -> &'static str {
        match self {
            Self::Mebibytes => "mebibytes",
            Self::Megapixels => "megapixels",
            Self::Side => "side",
        }
    }
}

/// A complaint with its facts. `nearest` is the likeliest thing meant, if any is near.
#[derive(Debug, Clone, PartialEq, Eq)]
#[allow(missing_docs, reason = "the message catalogues document each field")]
pub enum Kind {
    // The file itself.
    NotUtf8,
    TooLarge {
        limit_mib: u64,
    },
    EmptyFile,
    Unreadable {
        refusal: Refusal,
    },
    FolderLoop,
    OutsideRoot,
    ForbiddenAsset {
        extension: String,
    },
    InvalidFileName {
        name: String,
    },
    NameTooLong {
        permalink: String,
        limit: usize,
    },
    ReservedName {
        name: String,
    },
    UndeclaredLanguage {
        language: String,
    },
    // Front matter.
    MissingFrontMatter,
    UnclosedFrontMatter,
    InvalidYaml {
        mistake: YamlMistake,
    },
    NotAMapping,
    UnknownKey {
        key: String,
        nearest: Option<String>,
    },
    ForeignKey {
        key: String,
    },
    DuplicateKey {
        key: String,
    },
    MissingKey {
        key: String,
        alias: String,
        /// The key as it stands in the file, without a value.
        written: Option<String>,
    },
    CommaInBraces {
        text: String,
    },
    WrongType {
        key: String,
        expected: Expected,
    },
    InvalidDate {
        value: String,
    },
    InvalidPeriod,
    ReversedMeasures,
    AmbiguousNumber {
        value: String,
        large: String,
        small: String,
    },
    InvalidCurrency {
        value: String,
        nearest: Option<String>,
    },
    UnknownType {
        value: String,
        nearest: Option<String>,
    },
    UnknownTerm {
        facet: String,
        alias: String,
        value: String,
        nearest: Option<String>,
    },
    UnknownPlace {
        is_district: bool,
        value: String,
        within: String,
        nearest: Option<String>,
        elsewhere: Option<String>,
    },
    AmbiguousPlace {
        value: String,
        provinces: String,
    },
    InvalidAddress {
        form: AddressForm,
        value: String,
        nearest: Option<String>,
    },
    // Vocabularies and configuration.
    UnknownVocabulary {
        name: String,
        nearest: Option<String>,
    },
    InvalidSlug {
        value: String,
    },
    DuplicateTerm {
        facet: String,
        alias: String,
        value: String,
    },
    UnknownParent {
        value: String,
        nearest: Option<String>,
    },
    OwnParent {
        value: String,
    },
    InvalidLanguage {
        value: String,
    },
    InvalidBaseUrl {
        value: String,
    },
    UnknownTheme {
        name: String,
    },
    // Between pages.
    DuplicatePermalink {
        permalink: String,
        other: Option<String>,
    },
    BrokenLink {
        target: String,
        nearest: Option<String>,
    },
    BrokenAnchor {
        anchor: String,
        page: String,
        nearest: Option<String>,
    },
    AbsoluteLink {
        target: String,
    },
    UnsafeLink {
        target: String,
        nearest: Option<String>,
    },
    UnknownSource {
        number: u64,
        count: usize,
    },
    MissingAlt,
    // In the text.
    UndefinedNote {
        label: String,
    },
    UncitedNote {
        label: String,
    },
    UnspacedHeading {
        words: String,
    },
    TopHeading,
    DeepNesting {
        limit: usize,
    },
    TooMuchHtml {
        tags: usize,
        kibibytes: usize,
    },
    // Pictures.
    UnreadablePicture,
    PictureTooLarge {
        measure: PictureMeasure,
        size: u64,
        limit: u64,
    },
    NotAPicture {
        target: String,
    },
    ForeignPicture {
        target: String,
    },
    HtmlPicture,
    // Links to other sites, when somebody asks.
    DeadLink {
        target: String,
        status: u16,
    },
    SilentLink {
        target: String,
    },
    // What would make a case more useful.
    LongSummary {
        length: usize,
        limit: usize,
    },
    Lacking {
        id: &'static str,
    },
    // What can be tidied with certainty.
    KeyStyle {
        key: String,
        usual: String,
    },
    TermStyle {
        value: String,
        slug: String,
    },
    DateStyle {
        value: String,
        date: String,
    },
    TrailingSpace,
    MissingTranslation {
        language: String,
    },
    StaleTranslation {
        language: String,
    },
    AndMore {
        count: usize,
        severity: Severity,
    },
    // Theme.
    TemplateSyntax {
        message: String,
    },
    TemplateFailed {
        message: String,
    },
    MissingTemplate {
        name: String,
    },
    InvalidStrings {
        message: String,
    },
}

impl Kind {
    /// How serious it is.
    pub fn severity(&self) -> Severity {
        match self {
            Self::ForeignKey { .. }
            | Self::MissingAlt
            | Self::UndefinedNote { .. }
            | Self::UncitedNote { .. }
            | Self::UnspacedHeading { .. }
            | Self::DeadLink { .. }
            | Self::SilentLink { .. } => Severity::Warning,
            Self::LongSummary { .. }
            | Self::Lacking { .. }
            | Self::TopHeading
            | Self::MissingTranslation { .. }
            | Self::StaleTranslation { .. } => Severity::Advice,
            Self::AndMore { severity, .. } => *severity,
            Self::KeyStyle { .. }
            | Self::TermStyle { .. }
            | Self::DateStyle { .. }
            | Self::TrailingSpace => Severity::Style,
            _ => Severity::Error,
        }
    }

    /// What to write instead, where that is certain.
    pub fn fix(&self) -> Option<String> {
        match self {
            Self::KeyStyle { usual, .. } => Some(usual.clone()),
            Self::TermStyle { slug, .. } => Some(slug.clone()),
            Self::DateStyle { date, .. } => Some(date.clone()),
            Self::TrailingSpace => Some(String::new()),
            Self::InvalidCurrency { nearest, .. } => nearest.clone(),
            _ => None,
        }
    }
}

//! Every kind of diagnostic, as data.

use serde::{Deserialize, Serialize};

use super::facts::{
    AddressForm, Expected, LogoFault, PictureMeasure, Refusal, SynonymFault, SynonymOwner,
    YamlMistake,
};
use super::severity::Severity;

/// Id of an entry in the message catalogues.
pub type MessageId = &'static str;

/// A kind of diagnostic with its arguments. `nearest` is the most likely intended value, if
/// any is near.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[allow(missing_docs, reason = "the message catalogues document each field")]
pub enum Kind {
    // The file itself.
    NotUtf8,
    TooLarge {
        limit_mib: u64,
    },
    EmptyFile,
    #[serde(skip)]
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
        /// The key as written in the file, if it is there without a value.
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
    InvalidSynonym {
        fault: SynonymFault,
        nearest: Option<String>,
    },
    LoneSynonym {
        word: Option<String>,
    },
    RepeatedSynonym {
        value: String,
        owner: SynonymOwner,
    },
    LongSynonym {
        words: usize,
        characters: usize,
    },
    TooManySynonyms {
        limit: usize,
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
    ThemeCircle {
        name: String,
    },
    InvalidLogo {
        fault: LogoFault,
    },
    LowContrast {
        text: String,
        ground: String,
        is_dark: bool,
        /// Contrast ratio in tenths.
        tenths: u64,
        nearest: String,
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
    // Within a page's text.
    UndefinedNote {
        label: String,
    },
    RepeatedNote {
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
    TooManyHeadings {
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
    HtmlLink,
    // Links to other sites, checked only on request.
    DeadLink {
        target: String,
        status: u16,
    },
    SilentLink {
        target: String,
    },
    // Suggestions that would make a case more useful.
    LongSummary {
        length: usize,
        limit: usize,
    },
    // Only reviews report it, and the build cache does not store it.
    #[serde(skip)]
    Lacking {
        id: MessageId,
    },
    // Style problems with a certain fix.
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
        /// Names that could be used instead.
        available: Vec<String>,
    },
    MissingTemplate {
        name: String,
    },
    InvalidStrings {
        message: String,
    },
}

impl Kind {
    /// Returns the severity of this kind.
    pub fn severity(&self) -> Severity {
        match self {
            Self::ForeignKey { .. }
            | Self::MissingAlt
            | Self::UndefinedNote { .. }
            | Self::UncitedNote { .. }
            | Self::RepeatedNote { .. }
            | Self::UnspacedHeading { .. }
            | Self::LoneSynonym { .. }
            | Self::RepeatedSynonym { .. }
            | Self::DeadLink { .. }
            | Self::LowContrast { .. }
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

    /// Returns the number of problems it represents.
    pub fn problems(&self) -> usize {
        match self {
            Self::AndMore { count, .. } => *count,
            _ => 1,
        }
    }

    /// Returns the replacement text, if it is certain.
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

//! Typed arguments of diagnostics, for which plain text is not enough. Message catalogues
//! select a variant by the `id` of each.

use std::io;

use serde::{Deserialize, Serialize};

/// The expected shape of a value.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Expected {
    /// A line of text.
    Text,
    /// A text or a list of texts.
    Texts,
    /// A number of either sign.
    Number,
    /// A number of at least 0.
    Amount,
    /// A year with four digits.
    Year,
    /// `true` or `false`.
    Boolean,
    /// A sequence of values.
    List,
    /// A mapping of keys to values.
    Mapping,
    /// A text, or a mapping of language codes to texts.
    LocalizedText,
    /// An integer of at least 1.
    Count,
    /// A colour, as `#rrggbb` or `#rgb`.
    Color,
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
            Self::Color => "color",
        }
    }
}

/// YAML mistakes that Quipu can explain in plain words.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum YamlMistake {
    /// `titulo: Uno: dos` without quotes.
    ColonInText,
    /// A tab where spaces are needed.
    Tab,
    /// A quote that is never closed.
    UnclosedQuote,
    /// `[` or `{` that is never closed or closed by the wrong character.
    UnclosedBracket,
    /// Lines of one group that do not start at the same column.
    Indentation,
    /// A text that begins with a character reserved by YAML.
    ReservedCharacter,
    /// `*name` without `&name`, or an anchor that contains its own alias.
    Alias,
    /// Nesting, length or repetition beyond that of any real file.
    TooComplex,
    /// A second document after `---`.
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

/// The reason that the system refused to read or write.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refusal {
    kind: io::ErrorKind,
    /// The system's own error message.
    pub(super) message: String,
}

impl From<&io::Error> for Refusal {
    fn from(error: &io::Error) -> Self {
        Self {
            kind: error.kind(),
            message: error.to_string(),
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
            io::ErrorKind::Interrupted => "changed",
            io::ErrorKind::IsADirectory => "folder",
            io::ErrorKind::NotADirectory => "no-folder",
            io::ErrorKind::ResourceBusy | io::ErrorKind::ExecutableFileBusy => "busy",
            _ => "other",
        }
    }
}

/// The intended use of an address.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum AddressForm {
    /// A web page on another site.
    Web,
    /// A mail address.
    Mail,
    /// A telephone number.
    Phone,
    /// A former address of a page on this site.
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

/// The measure in which a picture exceeds its limit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum PictureMeasure {
    /// File size in MiB.
    Mebibytes,
    /// Total number of pixels, in millions.
    Megapixels,
    /// Length of the longer side, in pixels.
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

/// The reason that a synonym is invalid.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum SynonymFault {
    /// The group is not a list.
    NoGroup,
    /// The synonym is a list or a mapping.
    NoText,
    /// The synonym has no letters and no digits.
    NoLetters,
}

impl SynonymFault {
    pub(super) fn id(self) -> &'static str {
        match self {
            Self::NoGroup => "group",
            Self::NoText => "text",
            Self::NoLetters => "letters",
        }
    }
}

/// The reason that a picture cannot be the logo.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum LogoFault {
    /// The file does not exist.
    Missing,
    /// The file is outside the site's folder.
    Outside,
    /// The file is not in an image format that browsers support.
    NoPicture,
    /// The file is too large to be on every page, or cannot be read.
    TooLarge,
}

impl LogoFault {
    pub(super) fn id(self) -> &'static str {
        match self {
            Self::Missing => "missing",
            Self::Outside => "outside",
            Self::NoPicture => "form",
            Self::TooLarge => "large",
        }
    }
}

/// First occurrence of a repeated synonym.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum SynonymOwner {
    /// The same group.
    SameGroup,
    /// Another group of the same file, at this line, counted from 1.
    Line(usize),
    /// Another file, as `path:line`.
    File(String),
}

impl SynonymOwner {
    pub(super) fn id(&self) -> &'static str {
        match self {
            Self::SameGroup => "group",
            Self::Line(_) => "line",
            Self::File(_) => "file",
        }
    }

    /// The line or file as shown in messages; empty for the same group.
    pub(super) fn location(&self) -> String {
        match self {
            Self::SameGroup => String::new(),
            Self::Line(line) => line.to_string(),
            Self::File(location) => location.clone(),
        }
    }
}

//! What complaints speak of, where a word alone would not do. Message catalogues choose
//! their wording by the `id` of each.

use std::io;

use serde::{Deserialize, Serialize};

/// The shape a value should have had.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
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
    /// A colour.
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

/// The mistakes in YAML that Quipu can explain in plain words.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
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
            io::ErrorKind::Interrupted => "changed",
            io::ErrorKind::IsADirectory => "folder",
            io::ErrorKind::NotADirectory => "no-folder",
            io::ErrorKind::ResourceBusy | io::ErrorKind::ExecutableFileBusy => "busy",
            _ => "other",
        }
    }
}

/// What an address is to be used for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
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
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
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

/// What keeps a synonym from being read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum SynonymFault {
    /// What should be a group is no list.
    NoGroup,
    /// It is a list or a mapping.
    NoText,
    /// Nothing was written, or only signs.
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

/// What keeps a picture from being the logo.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum LogoFault {
    /// There is no such file.
    Missing,
    /// It is not in the site's folder.
    Outside,
    /// Browsers show no such file as a picture.
    NoPicture,
    /// It weighs too much for every page, or cannot be read.
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

/// Where a synonym that is repeated stands first.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum SynonymOwner {
    /// In the same group.
    SameGroup,
    /// In another group of the file, on this line.
    Line(usize),
    /// In another file: its path and line.
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

    /// The line or file as it is told; nothing for the same group.
    pub(super) fn place(&self) -> String {
        match self {
            Self::SameGroup => String::new(),
            Self::Line(line) => line.to_string(),
            Self::File(place) => place.clone(),
        }
    }
}

//! Typed arguments of diagnostics, for which plain text is not enough. Message catalogues
//! select a variant by their ids.

use std::io;

use serde::{Deserialize, Serialize};

use super::argument::IntoArgument;
use crate::base::file_error::FileError;
use crate::base::sha256::Digest;
use crate::messages::locale::Argument;

/// Defines an enum of which each variant has an id, as `Variant = "id"`.
macro_rules! facts {
    ($($(#[$attribute:meta])* pub enum $Name:ident {$(
        $(#[$note:meta])* $Variant:ident $(($Data:ty))? = $id:literal,
    )*})*) => {$(
        $(#[$attribute])*
        #[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
        pub enum $Name {
            $($(#[$note])* $Variant $(($Data))?,)*
        }

        impl IntoArgument for $Name {
            fn argument(&self) -> Argument {
                match self {
                    $(Self::$Variant { .. } => $id,)*
                }
                .into()
            }
        }
    )*};
}

facts! {
    /// The expected shape of a value.
    #[derive(Copy)]
    pub enum Expected {
        /// A line of text.
        Text = "text",
        /// A text or a list of texts.
        Texts = "texts",
        /// A number of either sign.
        Number = "number",
        /// A number of at least 0.
        Amount = "amount",
        /// A year with four digits.
        Year = "year",
        /// `true` or `false`.
        Boolean = "boolean",
        /// A sequence of values.
        List = "list",
        /// A mapping of keys to values.
        Mapping = "mapping",
        /// A text, or a mapping of language codes to texts.
        LocalizedText = "localized-text",
        /// An integer of at least 1.
        Count = "count",
        /// A colour, as `#rrggbb` or `#rgb`.
        Color = "color",
    }

    /// YAML mistakes that Quipu can explain in plain words.
    #[derive(Copy)]
    pub enum YamlMistake {
        /// `titulo: Uno: dos` without quotes.
        ColonInText = "colon",
        /// A tab where spaces are needed.
        Tab = "tab",
        /// A quote that is never closed.
        UnclosedQuote = "quote",
        /// `[` or `{` that is never closed or closed by the wrong character.
        UnclosedBracket = "bracket",
        /// Lines of one group that do not start at the same column.
        Indentation = "indentation",
        /// A text that begins with a character reserved by YAML.
        ReservedCharacter = "reserved",
        /// `*name` without `&name`, or an anchor that contains its own alias.
        Alias = "alias",
        /// Nesting, length or repetition beyond that of any real file.
        TooComplex = "complex",
        /// A second document after `---`.
        SeveralDocuments = "documents",
        /// Anything else.
        Other = "other",
    }

    /// The intended use of an address.
    #[derive(Copy)]
    pub enum AddressForm {
        /// A web page on another site.
        Web = "web",
        /// A mail address.
        Mail = "mail",
        /// A telephone number.
        Phone = "phone",
        /// A former address of a page on this site.
        Former = "former",
    }

    /// The measure in which a picture exceeds its limit.
    #[derive(Copy)]
    pub enum PictureMeasure {
        /// File size in MiB.
        Mebibytes = "mebibytes",
        /// Total number of pixels, in millions.
        Megapixels = "megapixels",
        /// Length of the longer side, in pixels.
        Side = "side",
    }

    /// The reason that a synonym is invalid.
    #[derive(Copy)]
    pub enum SynonymFault {
        /// The group is not a list.
        NoGroup = "group",
        /// The synonym is a list or a mapping.
        NoText = "text",
        /// The synonym has no letters and no digits.
        NoLetters = "letters",
    }

    /// The reason that a picture cannot be the logo.
    #[derive(Copy, thiserror::Error)]
    pub enum LogoFault {
        /// The file does not exist.
        #[error("the file does not exist")]
        Missing = "missing",
        /// The file is outside the site's folder.
        #[error("the file is outside the site's folder")]
        Outside = "outside",
        /// The path is longer than the system allows.
        #[error("the path is too long")]
        TooLong = "long",
        /// The file is not in an image format that browsers support.
        #[error("the format is not supported by browsers")]
        NoPicture = "form",
        /// The file is too large to be on every page, or cannot be read.
        #[error("the file is too large, or cannot be read")]
        TooLarge = "large",
    }

    /// What has an address already.
    pub enum Claimant {
        /// A file, or an entry in it, as `path:line`.
        File(String) = "file",
        /// The first page of an edition.
        Home = "home",
        /// The list of all cases.
        Cases = "cases",
        /// The list of a facet's terms or of a term's cases.
        List = "list",
        /// Open data.
        Data = "data",
        /// The search index.
        Search = "search",
        /// Another page that nobody writes.
        Page = "page",
    }

    /// What makes a file a secret.
    #[derive(Copy)]
    pub enum Secret {
        /// Its name is one that keys and passwords are kept under.
        Name = "name",
        /// A private key.
        Key = "key",
        /// Passwords or keys of a service.
        Password = "password",
        /// A database or a dump of one.
        Database = "database",
    }

    /// Why a file cannot be cleaned of positions and names of devices.
    #[derive(Copy, thiserror::Error)]
    pub enum CleaningFault {
        /// The file does not follow its format, or its end is missing.
        #[error("the file is damaged")]
        Broken = "broken",
        /// The file has a password.
        #[error("the file has a password")]
        Encrypted = "encrypted",
        /// Removing something would break a signature.
        #[error("the file is signed")]
        Signed = "signed",
        /// The file, or what is packed in it, is too large.
        #[error("the file is too large")]
        TooLarge = "large",
        /// Files are packed in files too many times.
        #[error("files are nested too deep")]
        TooDeep = "deep",
        /// A picture in a format that cannot be taken apart.
        #[error("the format of the picture cannot be cleaned")]
        Picture = "picture",
        /// A video with a track of positions, or with readings in a place of their own.
        #[error("the video has a track of readings")]
        Video = "video",
        /// An archive that cannot be looked into.
        #[error("the archive cannot be looked into")]
        Archive = "archive",
        /// A document that holds a picture with a position or a device.
        #[error("a picture in the document has a position or a device")]
        Office = "office",
        /// Another format with a position or a device.
        #[error("a file of an unknown format has a position or a device")]
        Unknown = "unknown",
    }

    /// What is wrong on a finished page.
    pub enum PageFault {
        /// It loads something from another host, or leads there without a scheme.
        Host = "host",
        /// It leaves the site's folder.
        Outside = "outside",
        /// It uses a scheme that may run something.
        Scheme = "scheme",
        /// The site has no such file.
        Missing = "missing",
        /// The page has no such anchor.
        Anchor = "anchor",
        /// It runs something by itself.
        Active = "active",
    }

    /// What the program uses a folder for.
    #[derive(Copy)]
    pub enum FolderUse {
        /// Files that the program makes.
        Program = "program",
        /// The pages in another language.
        Language = "language",
    }

    /// First occurrence of a repeated synonym.
    pub enum SynonymOwner {
        /// The same group.
        SameGroup = "group",
        /// Another group of the same file, at this line, counted from 1.
        Line(usize) = "line",
        /// Another file, as `path:line`.
        File(String) = "file",
    }
}

/// The reason that the system refused to read or write.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refusal {
    /// `None` if the file changed.
    kind: Option<io::ErrorKind>,
    /// The system's own error message.
    pub(super) message: String,
}

impl From<&io::Error> for Refusal {
    fn from(error: &io::Error) -> Self {
        Self {
            kind: Some(kind(error)),
            message: error.to_string(),
        }
    }
}

/// Like [`io::Error::kind`], which has no kind for files that another program holds on Windows.
fn kind(error: &io::Error) -> io::ErrorKind {
    const SHARING_VIOLATION: i32 = 32;
    const LOCK_VIOLATION: i32 = 33;
    match error.raw_os_error() {
        Some(SHARING_VIOLATION | LOCK_VIOLATION) if cfg!(windows) => io::ErrorKind::ResourceBusy,
        _ => error.kind(),
    }
}

impl From<&FileError> for Refusal {
    fn from(error: &FileError) -> Self {
        match error {
            FileError::Changed => Self {
                kind: None,
                message: error.to_string(),
            },
            FileError::Io(error) => error.into(),
        }
    }
}

impl Refusal {
    fn id(&self) -> &'static str {
        let Some(kind) = self.kind else {
            return "changed";
        };
        match kind {
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

    /// Returns the message arguments that state the reason.
    pub fn arguments(&self) -> [(&'static str, Argument); 2] {
        [
            ("reason", self.argument()),
            ("said", Argument::from(&self.message)),
        ]
    }
}

impl IntoArgument for Refusal {
    fn argument(&self) -> Argument {
        self.id().into()
    }
}

impl SynonymOwner {
    /// The line or file as shown in messages; empty for the same group.
    pub(super) fn location(&self) -> String {
        match self {
            Self::SameGroup => String::new(),
            Self::Line(line) => line.to_string(),
            Self::File(location) => location.clone(),
        }
    }
}

impl Claimant {
    /// The file as shown in messages; empty for what the program makes.
    pub(super) fn location(&self) -> &str {
        match self {
            Self::File(location) => location,
            _ => "",
        }
    }
}

/// A text of several lines, shown as such.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Lines(pub String);

impl IntoArgument for Lines {
    fn argument(&self) -> Argument {
        Argument::lines(&self.0)
    }
}

/// A copy of a built-in file of the theme that nobody changed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct UnchangedCopy {
    /// Path relative to the site's folder: `themes/`, the theme, and the path in it.
    pub path: String,
    /// Digest of the file, to be compared before it is removed.
    pub digest: Digest,
}

/// Maximum number of unchanged copies that the message names.
pub(super) const MAX_COPY_NAMES: usize = 4;

impl IntoArgument for Vec<UnchangedCopy> {
    /// The paths of the first copies, relative to the theme's folder.
    fn argument(&self) -> Argument {
        let names = self.iter().take(MAX_COPY_NAMES);
        let names = names.map(|file| file.path.splitn(3, '/').last().unwrap_or_default());
        Argument::from(&names.collect::<Vec<_>>().join(", "))
    }
}

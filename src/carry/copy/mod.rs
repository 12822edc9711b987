//! The files of a copy, wherever they are: readers, one a form.

mod folder;
mod zip;

use std::collections::BTreeMap;
use std::io::{self, Read};

use crate::carry::names::NameFault;

pub use folder::FolderContents;
pub use zip::{OpenError, ZipContents};

/// Something that no copy holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Irregularity {
    /// A link to another file.
    Link,
    /// A device, a pipe, or a name that is no text.
    Special,
    /// A name that is not safe everywhere.
    Name(NameFault),
    /// A name that another file has too, or has where case does not matter.
    Collision(String),
    /// It cannot be read without a password.
    Encrypted,
    /// It is packed in a way that Quipu never packs.
    Method,
    /// It says to be more than its bytes can hold.
    Ratio,
    /// Parts of the zip lie over one another, or say different things of one file.
    Inconsistent,
}

impl Irregularity {
    /// Its name in the catalogues of messages.
    pub fn id(&self) -> &'static str {
        match self {
            Self::Link => "link",
            Self::Special => "special",
            Self::Name(fault) => fault.id(),
            Self::Collision(_) => "collision",
            Self::Encrypted => "encrypted",
            Self::Method => "method",
            Self::Ratio => "ratio",
            Self::Inconsistent => "inconsistent",
        }
    }
}

/// The files of a copy.
pub trait Contents {
    /// The size that each has, or says to have, by its path.
    fn files(&self) -> &BTreeMap<String, u64>;

    /// What else there is.
    fn irregular(&self) -> &[(String, Irregularity)];

    /// The size of the archive they are in, if they are in one.
    fn archive_size(&self) -> Option<u64>;

    /// The bytes of one of the files.
    ///
    /// # Errors
    /// When it cannot be opened.
    fn open(&mut self, path: &str) -> io::Result<Box<dyn Read + '_>>;
}

/// All of a small file; an error where it is not small.
///
/// # Errors
/// When it cannot be read, or is larger.
pub fn small(contents: &mut dyn Contents, path: &str, largest: u64) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    contents
        .open(path)?
        .take(largest + 1)
        .read_to_end(&mut bytes)?;
    match bytes.len() as u64 > largest {
        true => Err(io::ErrorKind::FileTooLarge.into()),
        false => Ok(bytes),
    }
}

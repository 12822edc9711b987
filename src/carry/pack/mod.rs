//! The contents of a copy or an update, computed before anything is written.

mod since;

use std::collections::BTreeMap;
use std::fs::File;
use std::io;
use std::path::{Path, PathBuf};

use rayon::prelude::*;

use super::edition::{Edition, EditionTime};
use super::keys::{KeyError, KeyId, Signer, trusted_comment};
use super::layout::{self, COPY_SEAL, SealFiles};
use super::manifest::Manifest;
use super::progress::{ByteProgress, Step};
use super::site::BuiltSite;
use super::source::Source;
use super::update::Update;
use super::{instructions, opening};
use crate::base::file_error::FileError;
use crate::base::sha256::{self, Digest};

/// A copy or an update, ready to be written to any target.
#[derive(Debug)]
pub(crate) struct Pack {
    /// The packed site.
    pub site: BuiltSite,
    /// All files by their path in the copy, including seals.
    pub files: BTreeMap<String, Source>,
    /// Digests of all files but the seals.
    pub manifest: Manifest,
    /// Metadata of the edition.
    pub edition: Edition,
    /// Metadata of the update; `None` for a copy.
    pub update: Option<Update>,
    /// The signing key; `None` if unsigned.
    pub key: Option<KeyId>,
    /// Text of the marker for an incomplete copy.
    pub unfinished: Vec<u8>,
}

/// Why a site could not be packed.
#[derive(Debug, thiserror::Error)]
pub(crate) enum PackError {
    /// A file of the site or of the earlier copy cannot be read, or changed meanwhile.
    #[error("cannot read {0}")]
    Read(PathBuf, #[source] FileError),
    /// The differences would exceed [`super::differences::LARGEST`].
    #[error("the differences are too large")]
    TooDifferent,
    /// Signing failed.
    #[error("cannot sign")]
    Key(#[source] KeyError),
}

impl Pack {
    /// Computes the digests of the site's files, generates the other files, and signs the
    /// manifest. `signer` comes with the time of signing.
    ///
    /// # Errors
    /// If a file cannot be read or the manifest cannot be signed.
    pub(crate) fn prepare(
        site: BuiltSite,
        edition: EditionTime,
        signer: Option<(&Signer, EditionTime)>,
        progress: &dyn ByteProgress,
    ) -> Result<Self, PackError> {
        let edition = Edition {
            title: site.title.clone(),
            languages: site.languages.clone(),
            edition,
            files: site.files.len() as u64,
            bytes: site.bytes(),
            keys: site.keys(),
        };
        let mut pack = Self {
            files: BTreeMap::new(),
            manifest: Manifest::default(),
            update: None,
            key: signer.map(|(signer, _)| signer.id()),
            unfinished: instructions::unfinished(),
            edition,
            site,
        };
        pack.add_site(progress)?;
        pack.add_generated();
        if let Some((signer, _)) = signer {
            let key = signer.public_file().map_err(PackError::Key)?;
            pack.add(layout::PUBLIC_KEY, key);
        }
        pack.seal(COPY_SEAL, signer).map_err(PackError::Key)?;
        Ok(pack)
    }

    /// Returns the paths in zip order: the edition first, the opening page last. If unpacking
    /// over an earlier copy is interrupted, the old page then reports mixed editions.
    pub(crate) fn in_order(&self) -> Vec<&str> {
        let mut paths: Vec<&str> = self.files.keys().map(String::as_str).collect();
        paths.sort_by_key(|path| match *path {
            layout::EDITION => 0,
            layout::OPENING => 3,
            path if layout::is_seal(path) => 2,
            _ => 1,
        });
        paths
    }

    /// Returns the expected digest of a file; `None` for a seal.
    pub(crate) fn digest(&self, path: &str) -> Option<Digest> {
        self.manifest.files.get(path).copied()
    }

    /// Returns the total size of all files in bytes.
    pub(crate) fn bytes(&self) -> u64 {
        self.files.values().map(Source::size).sum()
    }

    /// Returns the size of each file in bytes, by path.
    pub(crate) fn sizes(&self) -> BTreeMap<&str, u64> {
        let files = self.files.iter();
        files
            .map(|(path, source)| (path.as_str(), source.size()))
            .collect()
    }

    fn add_site(&mut self, progress: &dyn ByteProgress) -> Result<(), PackError> {
        let site = &self.site;
        progress.begin(Step::Read, site.bytes());
        let read: Result<Vec<_>, PackError> = site
            .files
            .par_iter()
            .map(|(path, size)| {
                let file = site.folder.join(path);
                let digest = digest_of(&file, *size, progress)
                    .map_err(|error| PackError::Read(file.clone(), error))?;
                Ok((
                    format!("{}{path}", layout::SITE),
                    digest,
                    Source::File(file, *size),
                ))
            })
            .collect();
        for (path, digest, source) in read? {
            self.manifest.files.insert(path.clone(), digest);
            self.files.insert(path, source);
        }
        Ok(())
    }

    fn add_generated(&mut self) {
        self.add(layout::EDITION, self.edition.to_script().into_bytes());
        self.add(layout::OPENING_STYLE, opening::STYLE.as_bytes().to_vec());
        self.add(layout::OPENING_SCRIPT, opening::SCRIPT.as_bytes().to_vec());
        let page = opening::page(&self.site, &self.edition, self.key);
        self.add(layout::OPENING, page.into_bytes());
        let text = instructions::text(&self.edition, self.key);
        self.add(layout::INSTRUCTIONS, text);
    }

    fn add(&mut self, path: &str, bytes: Vec<u8>) {
        self.manifest
            .files
            .insert(path.to_owned(), Digest::of(&bytes));
        self.files.insert(path.to_owned(), Source::Memory(bytes));
    }

    /// Adds the list of digests and, if there is a signer, its signature.
    fn seal(
        &mut self,
        names: SealFiles,
        signer: Option<(&Signer, EditionTime)>,
    ) -> Result<(), KeyError> {
        let text = self.manifest.to_text().into_bytes();
        if let Some((signer, signed)) = signer {
            let Edition { edition, .. } = self.edition;
            let comment = trusted_comment(signed, edition, self.edition.first_title());
            let signature = Source::Memory(signer.sign(&text, &comment)?);
            self.files.insert(names.signature.to_owned(), signature);
        }
        self.files
            .insert(names.list.to_owned(), Source::Memory(text));
        Ok(())
    }
}

fn digest_of(file: &Path, size: u64, progress: &dyn ByteProgress) -> Result<Digest, FileError> {
    let mut bytes = File::open(file)?;
    let mut on_progress = |count| progress.advance(count);
    let (digest, count) = sha256::copy(&mut bytes, &mut io::sink(), &mut on_progress)?;
    match count == size {
        true => Ok(digest),
        false => Err(FileError::Changed),
    }
}

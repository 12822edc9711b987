//! Everything that a copy will hold, known before anything is written.

use std::collections::BTreeMap;
use std::fs::File;
use std::io;
use std::path::{Path, PathBuf};

use rayon::prelude::*;

use super::base::Base;
use super::differences::{self, Differences};
use super::edition::{Edition, EditionTime};
use super::keys::{KeyError, KeyId, Signer, trusted_comment};
use super::layout::{self, OF_COPY, OF_UPDATE, SealFiles};
use super::manifest::Manifest;
use super::progress::{ByteProgress, Step};
use super::site::BuiltSite;
use super::source::{Source, changed};
use super::update::{self, Update};
use super::{instructions, opening};
use crate::base::sha256::{self, Digest};
use crate::carry::copy::Contents;

/// A copy, ready to be written anywhere.
#[derive(Debug)]
pub struct Pack {
    /// Every file, by its path inside the copy.
    pub files: BTreeMap<String, Source>,
    /// Their digests.
    pub manifest: Manifest,
    /// What the copy says of itself.
    pub edition: Edition,
    /// What it changes in another copy, if it is an update.
    pub update: Option<Update>,
    /// The key it is signed with.
    pub key: Option<KeyId>,
    /// What a copy says until it is whole.
    pub unfinished: Vec<u8>,
}

/// Why there is no pack.
#[derive(Debug)]
pub enum PackError {
    /// A file of the site cannot be read.
    Read(PathBuf, io::Error),
    /// Too much has changed to tell it by differences.
    TooDifferent,
    /// The key cannot sign.
    Key(KeyError),
}

impl Pack {
    /// Takes the digests of a site's files, and makes and signs the rest.
    ///
    /// # Errors
    /// When a file cannot be read or the manifest cannot be signed.
    pub fn prepare(
        site: &BuiltSite,
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
        };
        pack.add_site(site, progress)?;
        pack.add_own(site);
        if let Some((signer, _)) = signer {
            let key = signer.public_file().map_err(PackError::Key)?;
            pack.add(layout::PUBLIC_KEY, key);
        }
        pack.seal(OF_COPY, signer).map_err(PackError::Key)?;
        Ok(pack)
    }

    /// What an earlier copy lacks of this one, as an update of it: whole files, or where
    /// the `copy` itself is at hand, what they have that its own have not.
    ///
    /// # Errors
    /// When a file cannot be read, or the list of what it brings cannot be signed.
    pub fn since(
        mut self,
        base: &Base,
        copy: Option<&mut (dyn Contents + 'static)>,
        signer: Option<(&Signer, EditionTime)>,
    ) -> Result<Self, PackError> {
        let mut update = self.update_of(base);
        let is_new = |path: &str, digest: &Digest| {
            update::ALWAYS.contains(&path) || base.manifest.files.get(path) != Some(digest)
        };
        self.manifest
            .files
            .retain(|path, digest| is_new(path, digest));
        let is_whole = copy.is_none();
        let has_seal = is_whole && self.files[layout::MANIFEST].size() <= update::LARGEST_SEAL;
        let brought = &self.manifest.files;
        self.files
            .retain(|path, _| brought.contains_key(path) || (layout::is_seal(path) && has_seal));
        if let Some(copy) = copy {
            self.compare(base, copy, &mut update)?;
        }
        self.add(layout::UPDATE, update.to_json().into_bytes());
        self.seal(OF_UPDATE, signer).map_err(PackError::Key)?;
        self.update = Some(update);
        Ok(self)
    }

    /// What leads from an earlier copy to this one.
    fn update_of(&self, base: &Base) -> Update {
        let text = |path: &str| match self.files.get(path) {
            Some(Source::Memory(bytes)) => Some(bytes.as_slice()),
            _ => None,
        };
        let gone = base.manifest.files.keys();
        let gone = gone.filter(|path| !self.manifest.files.contains_key(*path));
        let signature = text(layout::SIGNATURE);
        Update {
            version: update::VERSION,
            base: base.digest,
            base_edition: base.edition,
            manifest: Digest::of(text(layout::MANIFEST).unwrap_or_default()),
            edition: self.edition.edition,
            signature: signature.map(|text| String::from_utf8_lossy(text).into_owned()),
            removed: gone.cloned().collect(),
            rebuilt: BTreeMap::new(),
        }
    }

    /// Tells changed files by their differences.
    fn compare(
        &mut self,
        base: &Base,
        copy: &mut dyn Contents,
        update: &mut Update,
    ) -> Result<(), PackError> {
        let listed = self.manifest.files.iter();
        let changed =
            listed.filter(|(path, digest)| base.manifest.files.get(*path) != Some(*digest));
        let files = changed
            .map(|(path, digest)| (path.as_str(), (&self.files[path], *digest)))
            .collect();
        let differences = Differences::between(base, copy, &update.removed, &files)
            .map_err(|(file, error)| PackError::Read(file, error))?;
        let bytes = differences.to_bytes();
        if bytes.len() as u64 > differences::LARGEST {
            return Err(PackError::TooDifferent);
        }
        for path in differences.paths() {
            self.files.remove(path);
            let digest = self.manifest.files.remove(path);
            update
                .rebuilt
                .extend(digest.map(|digest| (path.clone(), digest)));
        }
        self.add(layout::DIFFERENCES, bytes);
        Ok(())
    }

    /// The paths in the order in which they are put into a zip: whoever unpacks it over an
    /// earlier copy and is cut short has a page that tells of two editions.
    pub fn in_order(&self) -> Vec<&str> {
        let mut paths: Vec<&str> = self.files.keys().map(String::as_str).collect();
        paths.sort_by_key(|path| match *path {
            layout::EDITION => 0,
            layout::OPENING => 3,
            path if layout::is_seal(path) => 2,
            _ => 1,
        });
        paths
    }

    /// The digest that a file must have; nothing for the manifest and its signature.
    pub fn digest(&self, path: &str) -> Option<Digest> {
        self.manifest.files.get(path).copied()
    }

    /// How many bytes the copy has.
    pub fn bytes(&self) -> u64 {
        self.files.values().map(Source::size).sum()
    }

    /// The size of each file.
    pub fn sizes(&self) -> BTreeMap<&str, u64> {
        let files = self.files.iter();
        files
            .map(|(path, source)| (path.as_str(), source.size()))
            .collect()
    }

    fn add_site(&mut self, site: &BuiltSite, progress: &dyn ByteProgress) -> Result<(), PackError> {
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

    fn add_own(&mut self, site: &BuiltSite) {
        self.add(layout::EDITION, self.edition.to_script().into_bytes());
        self.add(layout::OPENING_STYLE, opening::STYLE.as_bytes().to_vec());
        self.add(layout::OPENING_SCRIPT, opening::SCRIPT.as_bytes().to_vec());
        let page = opening::page(site, &self.edition, self.key);
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

    /// Lists what is there, and signs the list.
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

fn digest_of(file: &Path, size: u64, progress: &dyn ByteProgress) -> io::Result<Digest> {
    let mut bytes = File::open(file)?;
    let mut passed = |count| progress.advance(count);
    let (digest, count) = sha256::copy(&mut bytes, &mut io::sink(), &mut passed)?;
    match count == size {
        true => Ok(digest),
        false => Err(changed()),
    }
}

//! Reduces a pack to an update of an earlier copy.

use std::collections::BTreeMap;

use super::{Pack, PackError};
use crate::base::sha256::Digest;
use crate::carry::base::Base;
use crate::carry::copy::Contents;
use crate::carry::differences::{self, Differences};
use crate::carry::edition::EditionTime;
use crate::carry::keys::Signer;
use crate::carry::layout::{self, UPDATE_SEAL};
use crate::carry::source::Source;
use crate::carry::update::{self, Update};

impl Pack {
    /// Reduces the pack to an update of an earlier copy. The update contains changed files
    /// in full; if `copy` is given, it contains their differences from its files instead.
    ///
    /// # Errors
    /// If a file cannot be read, the differences are too large, or the list of files cannot
    /// be signed.
    pub(crate) fn since(
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
        let has_full_files = copy.is_none();
        let has_seal =
            has_full_files && self.files[layout::MANIFEST].size() <= update::LARGEST_SEAL;
        let brought = &self.manifest.files;
        self.files
            .retain(|path, _| brought.contains_key(path) || (layout::is_seal(path) && has_seal));
        if let Some(copy) = copy {
            self.compare(base, copy, &mut update)?;
        }
        self.add(layout::UPDATE, update.to_json().into_bytes());
        self.seal(UPDATE_SEAL, signer).map_err(PackError::Key)?;
        self.update = Some(update);
        Ok(self)
    }

    /// Returns the metadata of an update from `base` to this pack.
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

    /// Replaces changed files with their differences from the files of `copy`.
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
}

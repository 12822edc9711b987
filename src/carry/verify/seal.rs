//! Who vouches for a copy's manifest.

use minisign::PublicKey;

use crate::carry::copy::{Contents, small};
use crate::carry::keys::{self, KeyId, Signature};
use crate::carry::layout::{PUBLIC_KEY, SealFiles};
use crate::carry::manifest::Manifest;

/// What the signature of a manifest is worth.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Seal {
    /// The copy was not looked into as far as that.
    Unread,
    /// Nobody signed it, and nobody says that somebody did.
    Unsigned,
    /// There should be a signature, and there is none.
    Missing,
    /// It cannot be read.
    Malformed,
    /// It is there, and no key to check it with.
    NoKey(KeyId),
    /// Another key made it than the one that was asked for.
    OtherKey(KeyId, KeyId),
    /// It is not of this manifest.
    Wrong(KeyId),
    /// It is of this manifest.
    Good {
        /// The key that made it.
        key: KeyId,
        /// What it says.
        comment: String,
        /// Whether the key came with the copy.
        is_own_key: bool,
    },
}

impl Seal {
    /// Whether nothing is wrong with it.
    pub fn is_sound(&self) -> bool {
        matches!(self, Self::Unsigned | Self::Good { .. })
    }
}

/// Looks at the signature of a manifest with `key`, or with the key that came along.
pub fn of(
    contents: &mut dyn Contents,
    names: SealFiles,
    manifest: Option<&Manifest>,
    bytes: &[u8],
    key: Option<&PublicKey>,
) -> Seal {
    let is_own_key = key.is_none();
    let own = match key {
        Some(key) => Some(key.clone()),
        None => small(contents, PUBLIC_KEY, keys::LARGEST)
            .ok()
            .and_then(|text| keys::public_key(&text)),
    };
    if !contents.files().contains_key(names.signature) {
        let names_key = contents.files().contains_key(PUBLIC_KEY)
            || manifest.is_some_and(|manifest| manifest.files.contains_key(PUBLIC_KEY));
        return match names_key || key.is_some() {
            true => Seal::Missing,
            false => Seal::Unsigned,
        };
    }
    let text = small(contents, names.signature, keys::LARGEST).unwrap_or_default();
    let Some(signature) = Signature::parse(&text) else {
        return Seal::Malformed;
    };
    let Some(key) = own else {
        return Seal::NoKey(signature.id());
    };
    let id = keys::public_id(&key);
    if signature.id() != id {
        return Seal::OtherKey(signature.id(), id);
    }
    match signature.verify(&key, bytes) {
        Some(comment) => Seal::Good {
            key: id,
            comment,
            is_own_key,
        },
        None => Seal::Wrong(id),
    }
}

//! Verifies the signature of a manifest.

use minisign::PublicKey;

use crate::carry::copy::{Contents, small};
use crate::carry::keys::{self, KeyId, Signature};
use crate::carry::layout::{PUBLIC_KEY, SealFiles};
use crate::carry::manifest::Manifest;

/// State of the signature of a manifest.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Seal {
    /// Not checked: the archive was rejected, or the manifest is missing or unreadable.
    Unread,
    /// No signature, and nothing indicates that there should be one.
    Unsigned,
    /// No signature, although the copy contains or lists a key, or a key was requested.
    Missing,
    /// The signature file cannot be read or parsed.
    Malformed,
    /// A signature, but no key to verify it; the key that it names.
    NoKey(KeyId),
    /// A signature by another key: the key that it names, and the expected one.
    OtherKey(KeyId, KeyId),
    /// The signature does not match the manifest; the key that it names.
    Wrong(KeyId),
    /// The signature is valid.
    Good {
        /// The signing key.
        key: KeyId,
        /// The trusted comment.
        comment: String,
        /// Whether the key came with the copy, so that it proves no identity by itself.
        is_own_key: bool,
    },
}

impl Seal {
    /// Whether the signature is valid, or legitimately absent.
    pub(crate) fn is_valid(&self) -> bool {
        matches!(self, Self::Unsigned | Self::Good { .. })
    }
}

/// Reads the public key that comes with a copy; `None` if it is missing or invalid.
pub(crate) fn own_key(contents: &mut dyn Contents) -> Option<PublicKey> {
    let text = small(contents, PUBLIC_KEY, keys::LARGEST).ok()?;
    keys::public_key(&text)
}

/// Verifies the signature of a manifest with `key`, or with the key in the contents if
/// `None`. `bytes` are those of the manifest; `manifest` is `None` if they are invalid.
pub(super) fn of(
    contents: &mut dyn Contents,
    names: SealFiles,
    manifest: Option<&Manifest>,
    bytes: &[u8],
    key: Option<&PublicKey>,
) -> Seal {
    let is_own_key = key.is_none();
    let own = match key {
        Some(key) => Some(key.clone()),
        None => own_key(contents),
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

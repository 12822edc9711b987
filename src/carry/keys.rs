//! Keys and signatures in the formats of minisign, so that its CLI can use them, too.

use std::ffi::OsString;
use std::fmt;
use std::fs::{self, File, OpenOptions};
use std::io::{self, Cursor, Read, Write};
use std::path::{Path, PathBuf};

use minisign::{ErrorKind, KeyPair, PublicKey, SecretKey, SecretKeyBox, SignatureBox};

use super::edition::EditionTime;

/// Size limit of a key or signature file, in bytes.
pub(crate) const LARGEST: u64 = 16 * 1024;

const SECRET_COMMENT: &str = "minisign encrypted secret key";
const UNENCRYPTED_COMMENT: &str = "minisign secret key without a password";
const SIGNATURE_COMMENT: &str = "signature of a copy packed by Quipu";
/// Base64 prefixes of secret keys: algorithm, key derivation function, checksum algorithm.
const ENCRYPTED: &str = "RWRTY0Iy";
const UNENCRYPTED: &str = "RWQAAEIy";

/// Identifier of a key pair, displayed as 16 hexadecimal digits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct KeyId(u64);

impl KeyId {
    fn of(number: &[u8]) -> Self {
        let bytes = number.try_into().unwrap_or_default();
        Self(u64::from_le_bytes(bytes))
    }
}

impl fmt::Display for KeyId {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{:016X}", self.0)
    }
}

/// Why a key could not be generated or used.
#[derive(Debug, thiserror::Error)]
pub(crate) enum KeyError {
    /// The file already exists and was not overwritten.
    #[error("{0} exists already")]
    Exists(PathBuf),
    /// The file does not contain a key of the expected kind.
    #[error("{0} contains no key of the expected kind")]
    NoKey(PathBuf),
    /// The password is wrong.
    #[error("the password is wrong")]
    WrongPassword,
    /// An I/O error at a path.
    #[error("cannot access {0}")]
    Io(PathBuf, #[source] io::Error),
    /// Another failure of minisign, such as a lack of randomness or memory; its message.
    #[error("minisign failed: {0}")]
    Failed(String),
}

/// A newly generated key pair on disk.
#[derive(Debug)]
pub(crate) struct NewKey {
    /// Path of the secret key, for the owner only.
    pub secret: PathBuf,
    /// Path of the public key, for distribution.
    pub public: PathBuf,
    /// Identifier of both keys.
    pub id: KeyId,
}

/// Returns the paths of the secret and the public key: `name.key` and `name.pub`.
pub(crate) fn key_files(name: &Path) -> (PathBuf, PathBuf) {
    let with = |end: &str| {
        let mut file = OsString::from(name);
        file.push(end);
        PathBuf::from(file)
    };
    (with(".key"), with(".pub"))
}

/// Checks that neither of the [`key_files`] of `name` exists.
///
/// # Errors
/// [`KeyError::Exists`] with the file that does.
pub(crate) fn check_free(name: &Path) -> Result<(), KeyError> {
    let (secret, public) = key_files(name);
    let taken = [secret, public]
        .into_iter()
        .find(|file| fs::symlink_metadata(file).is_ok());
    taken.map_or(Ok(()), |file| Err(KeyError::Exists(file)))
}

/// Generates a key pair and writes `name.key`, encrypted if there is a password, and
/// `name.pub`.
///
/// # Errors
/// If a file exists already or cannot be written; no new file is left behind then.
pub(crate) fn generate(name: &Path, password: Option<String>) -> Result<NewKey, KeyError> {
    check_free(name)?;
    let comment = password
        .as_ref()
        .map_or(UNENCRYPTED_COMMENT, |_| SECRET_COMMENT);
    let pair = match password {
        Some(_) => KeyPair::generate_encrypted_keypair(password),
        None => KeyPair::generate_unencrypted_keypair(),
    };
    let pair = pair.map_err(failed)?;
    let secret_text = pair.sk.to_box(Some(comment)).map_err(failed)?;
    let public_text = pair.pk.to_box().map_err(failed)?;
    let (secret, public) = key_files(name);
    write_new(&secret, &secret_text.to_bytes(), true)?;
    if let Err(error) = write_new(&public, &public_text.to_bytes(), false) {
        let _ = fs::remove_file(&secret);
        return Err(error);
    }
    let id = KeyId::of(pair.pk.keynum());
    Ok(NewKey { secret, public, id })
}

fn failed(error: minisign::PError) -> KeyError {
    KeyError::Failed(error.to_string())
}

fn write_new(path: &Path, bytes: &[u8], is_secret: bool) -> Result<(), KeyError> {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    if is_secret {
        for_owner_only(&mut options);
    }
    let mut file = options.open(path).map_err(|error| match error.kind() {
        io::ErrorKind::AlreadyExists => KeyError::Exists(path.to_owned()),
        _ => KeyError::Io(path.to_owned(), error),
    })?;
    let written = file.write_all(bytes).and_then(|()| file.sync_all());
    written.map_err(|error| {
        // Do not leave a truncated key behind.
        let _ = fs::remove_file(path);
        KeyError::Io(path.to_owned(), error)
    })
}

#[cfg(unix)]
fn for_owner_only(options: &mut OpenOptions) {
    use std::os::unix::fs::OpenOptionsExt;
    options.mode(0o600);
}

#[cfg(not(unix))]
fn for_owner_only(_: &mut OpenOptions) {}

/// A secret key as stored in its file, possibly encrypted.
pub(crate) struct LockedKey {
    path: PathBuf,
    text: String,
    /// Whether the key is encrypted with a password.
    pub needs_password: bool,
}

impl LockedKey {
    /// Reads the file of a secret key.
    ///
    /// # Errors
    /// If the file cannot be read or does not contain a secret key.
    pub(crate) fn read(path: &Path) -> Result<Self, KeyError> {
        let text = read_small(path)?;
        let key = text.lines().nth(1).unwrap_or_default();
        let needs_password = key.starts_with(ENCRYPTED);
        if !needs_password && !key.starts_with(UNENCRYPTED) {
            return Err(KeyError::NoKey(path.to_owned()));
        }
        Ok(Self {
            path: path.to_owned(),
            text,
            needs_password,
        })
    }

    /// Decrypts the key; the password is ignored if the key is not encrypted.
    ///
    /// # Errors
    /// If the password is wrong or the file is damaged.
    pub(crate) fn unlock(self, password: Option<String>) -> Result<Signer, KeyError> {
        let boxed = SecretKeyBox::from_string(&self.text).map_err(failed)?;
        let secret = match self.needs_password {
            true => SecretKey::from_box(boxed, Some(password.unwrap_or_default())),
            false => SecretKey::from_unencrypted_box(boxed),
        };
        let secret = secret.map_err(|error| match error.kind() {
            ErrorKind::Verify if self.needs_password => KeyError::WrongPassword,
            ErrorKind::KDF => failed(error),
            _ => KeyError::NoKey(self.path.clone()),
        })?;
        let public = PublicKey::from_secret_key(&secret).map_err(failed)?;
        Ok(Signer { secret, public })
    }
}

/// A decrypted key pair, ready to sign.
pub(crate) struct Signer {
    secret: SecretKey,
    public: PublicKey,
}

impl Signer {
    /// Returns the identifier of the key pair.
    pub(crate) fn id(&self) -> KeyId {
        KeyId::of(self.public.keynum())
    }

    /// Renders the file of the public key.
    ///
    /// # Errors
    /// If minisign cannot encode the key.
    pub(crate) fn public_file(&self) -> Result<Vec<u8>, KeyError> {
        Ok(self.public.to_box().map_err(failed)?.to_bytes())
    }

    /// Signs `bytes` and returns the signature file, with `comment` as its trusted comment.
    ///
    /// # Errors
    /// If minisign fails to sign.
    pub(crate) fn sign(&self, bytes: &[u8], comment: &str) -> Result<Vec<u8>, KeyError> {
        let reader = Cursor::new(bytes);
        let (public, secret) = (Some(&self.public), &self.secret);
        let untrusted = Some(SIGNATURE_COMMENT);
        minisign::sign(public, secret, reader, Some(comment), untrusted)
            .map(|signature| signature.to_bytes())
            .map_err(failed)
    }
}

/// Formats the trusted comment for a copy; the title is reduced to ASCII.
pub(crate) fn trusted_comment(signed: EditionTime, edition: EditionTime, title: &str) -> String {
    let title: String = title.chars().filter(|it| !it.is_control()).collect();
    let title = deunicode::deunicode(title.trim());
    format!(
        "timestamp:{}\tedition:{edition}\ttitle:{title}",
        signed.second()
    )
}

/// Parses the text of a public key file; `None` if it is not one.
pub(crate) fn public_key(text: &[u8]) -> Option<PublicKey> {
    let text = std::str::from_utf8(text).ok()?;
    let line = text.lines().nth(1)?;
    PublicKey::from_base64(line.trim()).ok()
}

/// Reads a public key file.
///
/// # Errors
/// If the file cannot be read or does not contain a public key.
pub(crate) fn read_public(path: &Path) -> Result<PublicKey, KeyError> {
    let text = read_small(path)?;
    public_key(text.as_bytes()).ok_or_else(|| KeyError::NoKey(path.to_owned()))
}

/// Returns the identifier of a public key.
pub(crate) fn public_id(key: &PublicKey) -> KeyId {
    KeyId::of(key.keynum())
}

/// A parsed signature, not yet verified.
pub(crate) struct Signature(SignatureBox);

impl Signature {
    /// Parses the text of a signature file; `None` if it is not one.
    pub(crate) fn parse(text: &[u8]) -> Option<Self> {
        let text = std::str::from_utf8(text).ok()?;
        // The crate slices the line at a fixed byte offset without checking its prefix.
        let third = text.lines().nth(2)?;
        third.starts_with("trusted comment: ").then_some(())?;
        SignatureBox::from_string(text).ok().map(Self)
    }

    /// Returns the identifier of the key that the signature claims to be made with.
    pub(crate) fn id(&self) -> KeyId {
        KeyId::of(self.0.keynum())
    }

    /// Verifies the signature of `bytes` and returns its trusted comment; `None` if invalid.
    pub(crate) fn verify(&self, key: &PublicKey, bytes: &[u8]) -> Option<String> {
        minisign::verify(key, &self.0, Cursor::new(bytes), true, false, false).ok()?;
        self.0.trusted_comment().ok()
    }
}

fn read_small(path: &Path) -> Result<String, KeyError> {
    let io_error = |error| KeyError::Io(path.to_owned(), error);
    let file = File::open(path).map_err(io_error)?;
    let mut bytes = Vec::new();
    file.take(LARGEST)
        .read_to_end(&mut bytes)
        .map_err(io_error)?;
    String::from_utf8(bytes).map_err(|_| KeyError::NoKey(path.to_owned()))
}

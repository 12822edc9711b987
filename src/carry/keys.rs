//! Keys and signatures in minisign's formats, so that its own program can use them.

use std::ffi::OsString;
use std::fmt;
use std::fs::{self, File, OpenOptions};
use std::io::{self, Cursor, Read, Write};
use std::path::{Path, PathBuf};

use minisign::{ErrorKind, KeyPair, PublicKey, SecretKey, SecretKeyBox, SignatureBox};

use super::edition::EditionTime;

/// Larger than any key or signature.
pub const LARGEST: u64 = 16 * 1024;

const SECRET_COMMENT: &str = "minisign encrypted secret key";
const OPEN_COMMENT: &str = "minisign secret key without a password";
const SIGNATURE_COMMENT: &str = "signature of a copy packed by Quipu";
/// How secret keys begin in base 64: algorithm, key derivation, checksum.
const ENCRYPTED: &str = "RWRTY0Iy";
const OPEN: &str = "RWQAAEIy";

/// By which people tell keys apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct KeyId(u64);

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

/// Why a key could not be made or used.
#[derive(Debug)]
pub enum KeyError {
    /// There is such a file; it was left alone.
    Exists(PathBuf),
    /// The file holds no key of that kind.
    NoKey(PathBuf),
    /// The key needs another password.
    WrongPassword,
    /// The system refused.
    Io(PathBuf, io::Error),
    /// The system has no chance to give, or no memory.
    Failed(String),
}

/// A new pair of keys, on disk.
#[derive(Debug)]
pub struct NewKey {
    /// What must be kept.
    pub secret: PathBuf,
    /// What must be told.
    pub public: PathBuf,
    /// What people compare.
    pub id: KeyId,
}

/// The files of a key of that name.
pub fn key_files(name: &Path) -> (PathBuf, PathBuf) {
    let with = |end: &str| {
        let mut file = OsString::from(name);
        file.push(end);
        PathBuf::from(file)
    };
    (with(".key"), with(".pub"))
}

/// Fails where one of the files of a key of that name is there.
///
/// # Errors
/// With the file.
pub fn check_free(name: &Path) -> Result<(), KeyError> {
    let (secret, public) = key_files(name);
    let taken = [secret, public]
        .into_iter()
        .find(|file| fs::symlink_metadata(file).is_ok());
    taken.map_or(Ok(()), |file| Err(KeyError::Exists(file)))
}

/// Makes `name.key`, under a password if there is one, and `name.pub`.
///
/// # Errors
/// When a file is there already, or cannot be written; then neither is.
pub fn make(name: &Path, password: Option<String>) -> Result<NewKey, KeyError> {
    check_free(name)?;
    let comment = password.as_ref().map_or(OPEN_COMMENT, |_| SECRET_COMMENT);
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
        // Half a key is worse than none.
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

/// A secret key as it stands in its file.
pub struct LockedKey {
    path: PathBuf,
    text: String,
    /// Whether it takes a password to use it.
    pub needs_password: bool,
}

impl LockedKey {
    /// Reads a secret key's file.
    ///
    /// # Errors
    /// When it cannot be read or holds no secret key.
    pub fn read(path: &Path) -> Result<Self, KeyError> {
        let text = read_small(path)?;
        let key = text.lines().nth(1).unwrap_or_default();
        let needs_password = key.starts_with(ENCRYPTED);
        if !needs_password && !key.starts_with(OPEN) {
            return Err(KeyError::NoKey(path.to_owned()));
        }
        Ok(Self {
            path: path.to_owned(),
            text,
            needs_password,
        })
    }

    /// The key, ready to sign.
    ///
    /// # Errors
    /// When the password is another, or the file is damaged.
    pub fn unlock(self, password: Option<String>) -> Result<Signer, KeyError> {
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

/// A key that can sign.
pub struct Signer {
    secret: SecretKey,
    public: PublicKey,
}

impl Signer {
    /// What people compare.
    pub fn id(&self) -> KeyId {
        KeyId::of(self.public.keynum())
    }

    /// The public key's file.
    ///
    /// # Errors
    /// When it cannot be put in words.
    pub fn public_file(&self) -> Result<Vec<u8>, KeyError> {
        Ok(self.public.to_box().map_err(failed)?.to_bytes())
    }

    /// The signature's file over `bytes`, which says `comment` under the same seal.
    ///
    /// # Errors
    /// When the system has no chance to give.
    pub fn sign(&self, bytes: &[u8], comment: &str) -> Result<Vec<u8>, KeyError> {
        let reader = Cursor::new(bytes);
        let (public, secret) = (Some(&self.public), &self.secret);
        let untrusted = Some(SIGNATURE_COMMENT);
        minisign::sign(public, secret, reader, Some(comment), untrusted)
            .map(|signature| signature.to_bytes())
            .map_err(failed)
    }
}

/// What a signature says of a copy.
pub fn trusted_comment(signed: EditionTime, edition: EditionTime, title: &str) -> String {
    let title: String = title.chars().filter(|it| !it.is_control()).collect();
    let title = deunicode::deunicode(title.trim());
    format!(
        "timestamp:{}\tedition:{edition}\ttitle:{title}",
        signed.second()
    )
}

/// A public key, from its file's text.
pub fn public_key(text: &[u8]) -> Option<PublicKey> {
    let text = std::str::from_utf8(text).ok()?;
    let line = text.lines().nth(1)?;
    PublicKey::from_base64(line.trim()).ok()
}

/// A public key's file.
///
/// # Errors
/// When it cannot be read or holds no public key.
pub fn read_public(path: &Path) -> Result<PublicKey, KeyError> {
    let text = read_small(path)?;
    public_key(text.as_bytes()).ok_or_else(|| KeyError::NoKey(path.to_owned()))
}

/// What people compare of a public key.
pub fn public_id(key: &PublicKey) -> KeyId {
    KeyId::of(key.keynum())
}

/// A signature as it stands in its file, believed by nobody yet.
pub struct Signature(SignatureBox);

impl Signature {
    /// Reads a signature's text.
    pub fn parse(text: &[u8]) -> Option<Self> {
        let text = std::str::from_utf8(text).ok()?;
        // The crate cuts the line at a fixed byte.
        let third = text.lines().nth(2)?;
        third.starts_with("trusted comment: ").then_some(())?;
        SignatureBox::from_string(text).ok().map(Self)
    }

    /// The key it claims.
    pub fn id(&self) -> KeyId {
        KeyId::of(self.0.keynum())
    }

    /// What it says, if `key` made it over `bytes`.
    pub fn verify(&self, key: &PublicKey, bytes: &[u8]) -> Option<String> {
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
